import type { CommandSpec } from './command.ts'
import { data, help, language, now, period } from './options.ts'

/** The policy in a page of the browser. */
export const playSpec: CommandSpec = {
  name: 'play',
  summary: {
    en: 'open a policy in the browser: edit it and see at once what it does to people',
    'zh-Hans': '在浏览器中打开制度：边改边看对每个人的影响',
    'zh-Hant': '在瀏覽器中開啟制度：邊改邊看對每個人的影響',
  },
  positionals: '[POLICY]',
  maxPositionals: 1,
  details: {
    en: 'Serves the page on this machine alone and opens it with POLICY, a folder, and its data; the samples without one. The page calculates by itself: nothing is sent anywhere, and nothing in the folder is changed. Ctrl+C ends it.',
    'zh-Hans':
      '只在本机提供页面，并打开 POLICY（文件夹）及其数据；不写则打开示例。页面自行计算：不发送任何内容，也不改动文件夹。按 Ctrl+C 结束。',
    'zh-Hant':
      '只在本機提供頁面，並開啟 POLICY（資料夾）及其資料；不寫則開啟範例。頁面自行計算：不傳送任何內容，也不更動資料夾。按 Ctrl+C 結束。',
  },
  options: [
    period,
    data,
    now,
    {
      name: 'port',
      value: 'N',
      help: {
        en: 'serve at this port (4747 or, where it is taken, any free one)',
        'zh-Hans': '使用此端口（默认 4747，被占用时自动选用空闲端口）',
        'zh-Hant': '使用此連接埠（預設 4747，被占用時自動選用空閒的連接埠）',
      },
    },
    {
      name: 'no-open',
      help: {
        en: 'only tell the address, open no browser',
        'zh-Hans': '只显示网址，不打开浏览器',
        'zh-Hant': '只顯示網址，不開啟瀏覽器',
      },
    },
    language,
    help,
  ],
  examples: [
    {
      line: 'bylaw play my-policy --period 2026-Q3',
      note: {
        en: 'change a rate in the page, and read who gains and who loses',
        'zh-Hans': '在页面中改一个比例，看谁多得、谁少得',
        'zh-Hant': '在頁面中改一個比例，看誰多得、誰少得',
      },
    },
    {
      line: 'bylaw play',
      note: { en: 'the sample policies', 'zh-Hans': '示例制度', 'zh-Hant': '範例制度' },
    },
  ],
  load: async () => (await import('./play.ts')).play,
}
