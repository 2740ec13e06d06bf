import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** What keeps the page from being served. */
export const playUsageMessages = {
  BY946: worded(
    'error',
    ['The page is not built', '页面尚未生成', '頁面尚未產生'],
    ['the page is not in “{path}”', '“{path}”中没有页面', '「{path}」中沒有頁面'],
    [
      'In a checkout, build it: `npm run build`. A package has it with it.',
      '在源码目录中请先运行 `npm run build`；安装包中自带页面。',
      '在原始碼目錄中請先執行 `npm run build`；安裝套件中已附頁面。',
    ],
  ),
  BY947: worded(
    'error',
    ['No address to serve at', '无法启用该端口', '無法啟用該連接埠'],
    [
      'port {port} of this machine cannot be served at: {reason}',
      '本机端口 {port} 无法使用：{reason}',
      '本機連接埠 {port} 無法使用：{reason}',
    ],
    [
      'Choose another with `--port 4800`, or leave it out: then any free one is taken.',
      '请用 `--port 4800` 另选端口；不写则自动选用空闲端口。',
      '請用 `--port 4800` 另選連接埠；不寫則自動選用空閒的連接埠。',
    ],
  ),
  BY948: worded(
    'error',
    ['Not a port', '不是端口号', '不是連接埠'],
    ['“{text}” is not a port', '“{text}”不是端口号', '「{text}」不是連接埠'],
    [
      'Write a whole number from 0 to 65535; 0 takes any free one.',
      '请写 0 到 65535 之间的整数；0 表示自动选用空闲端口。',
      '請寫 0 到 65535 之間的整數；0 表示自動選用空閒的連接埠。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
