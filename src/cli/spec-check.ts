import type { Words } from '../base/language.ts'
import type { CommandSpec, OptionSpec } from './command.ts'

/** `bylaw check` as the help shows it; `common` are the options that every command has. */
export function checkSpec(policyIs: Words, common: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'check',
    summary: {
      en: 'find the mistakes in a policy before it is run',
      'zh-Hans': '在运行之前找出制度中的错误',
      'zh-Hant': '在執行之前找出制度中的錯誤',
    },
    positionals: '[POLICY…]',
    maxPositionals: 1000,
    details: policyIs,
    options: [
      {
        name: 'format',
        value: 'pretty|json|github|sarif',
        choices: ['pretty', 'json', 'github', 'sarif'],
        help: {
          en: 'for people, for programs, as annotations of a pull request (the worst 10), or as SARIF for code scanning',
          'zh-Hans': '给人看、给程序读、作为合并请求的批注（最严重的 10 项），或供代码扫描用的 SARIF',
          'zh-Hant': '給人看、給程式讀、作為合併請求的註記（最嚴重的 10 項），或供程式碼掃描用的 SARIF',
        },
      },
      {
        name: 'out',
        value: 'FILE',
        help: {
          en: 'write the findings there (printed unless written)',
          'zh-Hans': '把检查结果写入该文件（不写则直接输出）',
          'zh-Hant': '把檢查結果寫入該檔案（不寫則直接輸出）',
        },
      },
      {
        name: 'pages',
        value: 'URL',
        help: {
          en: 'where grammar/findings is published, for the links in SARIF',
          'zh-Hans': 'grammar/findings 的发布地址，供 SARIF 中的链接使用',
          'zh-Hant': 'grammar/findings 的發布位址，供 SARIF 中的連結使用',
        },
      },
      ...common,
    ],
    examples: [
      {
        line: 'bylaw check my-policy --format sarif --out bylaw.sarif',
        note: {
          en: 'for code scanning; each finding keeps its fingerprint when lines move',
          'zh-Hans': '供代码扫描使用；行号移动后每个问题的指纹不变',
          'zh-Hant': '供程式碼掃描使用；行號移動後每個問題的指紋不變',
        },
      },
      {
        line: 'bylaw check my-policy',
        note: {
          en: 'exit code 1 when there is an error',
          'zh-Hans': '有错误时退出码为 1',
          'zh-Hant': '有錯誤時結束碼為 1',
        },
      },
    ],
    load: async () => (await import('./check.ts')).check,
  }
}
