import type { CommandSpec, OptionSpec } from './command.ts'

/** The command that compares two versions without data. `shared`: the options that every command has. */
export function diffSpecs(shared: readonly OptionSpec[]): readonly CommandSpec[] {
  return [
    {
      name: 'diff',
      summary: {
        en: 'say what two versions of a policy mean differently, without any data',
        'zh-Hans': '不用数据，说明制度的两个版本在含义上有何不同',
        'zh-Hant': '不用資料，說明制度的兩個版本在含義上有何不同',
      },
      positionals: 'OLD [NEW]',
      maxPositionals: 2,
      details: {
        en: `OLD and NEW are folders, files or git revisions (\`HEAD~1\`, \`main...HEAD\`); NEW is this folder unless written. Names of clauses and columns, order, layout, comments, the language and the form say
nothing: a policy and its translation mean the same. A clause is told as the same only where that was shown; for one that
differs there is a small example with both results, and what was moved is named with where it matters (\`gate attainment from 40%
to under 45%: paid → nothing\`); where none was found, it is told that it may differ.
Exit codes: 0 the same, 1 not, 2 a version could not be read or has errors.`,
        'zh-Hans': `OLD 和 NEW 是文件夹、文件或 git 版本（\`HEAD~1\`、\`main...HEAD\`）；不写 NEW 则为当前文件夹。条款和字段的名称、顺序、排版、注释、语言和形式都不影响含义：制度与其译本含义相同。
只有得到证明的条款才说相同；不同的条款附一个小例子和两个结果，并指出改动了哪道门槛、封顶、比例等，以及影响的范围；找不到例子的，说明可能不同。
退出码：0 相同；1 不同；2 有版本读不出来或有错误。`,
        'zh-Hant': `OLD 和 NEW 是資料夾、檔案或 git 版本（\`HEAD~1\`、\`main...HEAD\`）；不寫 NEW 則為目前資料夾。條款和欄位的名稱、順序、排版、註解、語言和形式都不影響含義：制度與其譯本含義相同。
只有得到證明的條款才說相同；不同的條款附一個小例子和兩個結果，並指出改動了哪道門檻、封頂、比例等，以及影響的範圍；找不到例子的，說明可能不同。
結束碼：0 相同；1 不同；2 有版本讀不出來或有錯誤。`,
      },
      options: [
        {
          name: 'policy',
          value: 'DIR',
          help: {
            en: 'the policy’s folder or file, for revisions and for NEW (this folder unless written)',
            'zh-Hans': '制度的文件夹或文件，用于 git 版本和 NEW（不写则为当前文件夹）',
            'zh-Hant': '制度的資料夾或檔案，用於 git 版本和 NEW（不寫則為目前資料夾）',
          },
        },
        {
          name: 'format',
          value: 'pretty|json|markdown',
          choices: ['pretty', 'json', 'markdown'],
          help: {
            en: 'for people, for programs, or for a pull request',
            'zh-Hans': '给人看、给程序读，或用于合并请求',
            'zh-Hant': '給人看、給程式讀，或用於合併請求',
          },
        },
        {
          name: 'out',
          value: 'FILE',
          help: {
            en: 'write it there (printed unless written)',
            'zh-Hans': '写入该文件（不写则直接输出）',
            'zh-Hant': '寫入該檔案（不寫則直接輸出）',
          },
        },
        ...shared,
      ],
      examples: [
        {
          line: 'bylaw diff last-year this-year',
          note: {
            en: 'the clauses that differ, each with an example',
            'zh-Hans': '列出不同的条款，各附例子',
            'zh-Hant': '列出不同的條款，各附例子',
          },
        },
        {
          line: 'bylaw diff HEAD~1 --policy my-policy',
          note: {
            en: 'what the last commit, and what is not committed yet, means',
            'zh-Hans': '上次提交和尚未提交的改动的含义',
            'zh-Hant': '上次提交和尚未提交的更動的含義',
          },
        },
        {
          line: 'bylaw diff policies/handbook-zh policies/handbook-en',
          note: {
            en: 'whether a translation means the same',
            'zh-Hans': '译本的含义是否相同',
            'zh-Hant': '譯本的含義是否相同',
          },
        },
      ],
      load: async () => (await import('./diff.ts')).diff,
    },
  ]
}
