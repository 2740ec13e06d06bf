import type { CommandSpec, OptionSpec } from './command.ts'
import { data, now, period } from './options.ts'

/** What cases meet of a policy. `shared`: the options that every command has. */
export function coverSpec(shared: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'cover',
    summary: {
      en: 'show what of a policy no case tests: rows, tiers, boundaries, steps, reasons to hold',
      'zh-Hans': '列出制度中没有案例检验的要点：表格行、档位、临界点、步骤、暂缓原因',
      'zh-Hant': '列出制度中沒有案例檢驗的要點：表格列、級距、臨界點、步驟、暫緩原因',
    },
    positionals: '[POLICY…]',
    maxPositionals: 1000,
    details: {
      en: 'Runs all cases beside POLICY (*.cases.yaml, *.cases.csv) and lists, clause by clause, what none of them meets: table rows, tiers, just below, at and just above each boundary, gates, caps, floors and roundings, both answers of each test, each reason to hold. With the data of a period, the points that most people and money run through come first. What `accepted:` in a file of cases names, with a reason, needs no case; once a case meets it, that is an error.',
      'zh-Hans':
        '运行 POLICY 旁边的全部案例（*.cases.yaml、*.cases.csv），逐条列出没有案例走到的要点：表格行、档位、每个临界点的略低、恰为与略高、门槛、封顶、保底与取整、每个条件的成立与不成立、每种暂缓原因。给出某一期间的数据时，涉及人数和金额最多的要点排在最前。案例文件“接受”一节附理由列出的要点不需要案例；一旦有案例走到，报错。',
      'zh-Hant':
        '執行 POLICY 旁邊的全部案例（*.cases.yaml、*.cases.csv），逐條列出沒有案例走到的要點：表格列、級距、每個臨界點的略低、恰為與略高、門檻、封頂、保底與取整、每個條件的成立與不成立、每種暫緩原因。給出某一期間的資料時，涉及人數和金額最多的要點排在最前。案例檔「接受」一節附理由列出的要點不需要案例；一旦有案例走到，報錯。',
    },
    options: [
      {
        name: 'threshold',
        value: '90%',
        help: {
          en: 'exit code 1 where less of the points is covered',
          'zh-Hans': '覆盖率低于该值时退出码为 1',
          'zh-Hant': '涵蓋率低於該值時結束碼為 1',
        },
      },
      {
        name: 'format',
        value: 'pretty|json|lcov',
        choices: ['pretty', 'json', 'lcov'],
        help: {
          en: 'for people, for programs, or for editors and services that show coverage beside the text',
          'zh-Hans': '给人看、给程序读，或供编辑器和服务在文本旁显示覆盖情况',
          'zh-Hant': '給人看、給程式讀，或供編輯器和服務在文字旁顯示涵蓋情況',
        },
      },
      {
        name: 'out',
        value: 'FILE',
        help: {
          en: 'write it into FILE instead of printing it',
          'zh-Hans': '写入 FILE，不输出到屏幕',
          'zh-Hant': '寫入 FILE，不輸出到螢幕',
        },
      },
      data,
      period,
      now,
      ...shared,
    ],
    examples: [
      {
        line: 'bylaw cover my-policy --threshold 90%',
        note: {
          en: 'exit code 1 below 90%',
          'zh-Hans': '低于 90% 时退出码为 1',
          'zh-Hant': '低於 90% 時結束碼為 1',
        },
      },
      {
        line: 'bylaw cover my-policy --data my-policy/data --period 2026-Q3',
        note: {
          en: 'which of what is missing concerns most people and money',
          'zh-Hans': '缺少的案例中，哪些涉及的人和钱最多',
          'zh-Hant': '缺少的案例中，哪些涉及的人和錢最多',
        },
      },
    ],
    load: async () => (await import('./cover.ts')).cover,
  }
}
