import type { CommandSpec, OptionSpec } from './command.ts'

/** The commands around regression cases. `shared`: the options that every command has. */
export function caseSpecs(shared: readonly OptionSpec[]): readonly CommandSpec[] {
  return [
    {
      name: 'test',
      summary: {
        en: 'run the regression cases that lie beside a policy',
        'zh-Hans': '运行制度旁边的回归案例',
        'zh-Hant': '執行制度旁邊的回歸案例',
      },
      positionals: '[POLICY…]',
      maxPositionals: 1000,
      details: {
        en: 'Runs every *.cases.yaml and *.cases.csv in the folder of POLICY, or the files of cases that are named. Each case gives a few rows and says what must come of them: grammar/cases.md shows how. Exit codes: 0 all passed, 1 a case failed, 2 a file could not be read.',
        'zh-Hans':
          '运行 POLICY 文件夹中的全部 *.cases.yaml 和 *.cases.csv，或指名的案例文件。每个案例给出几行数据，并写明应得的结果，写法见 grammar/cases.md。退出码：0 全部通过；1 有案例未通过；2 有文件读不出来。',
        'zh-Hant':
          '執行 POLICY 資料夾中的全部 *.cases.yaml 和 *.cases.csv，或指名的案例檔案。每個案例給出幾列資料，並寫明應得的結果，寫法見 grammar/cases.md。結束碼：0 全部通過；1 有案例未通過；2 有檔案讀不出來。',
      },
      options: [
        {
          name: 'filter',
          value: 'TEXT',
          help: {
            en: 'only the cases that have TEXT in their names',
            'zh-Hans': '只运行名称中含 TEXT 的案例',
            'zh-Hant': '只執行名稱中含 TEXT 的案例',
          },
        },
        {
          name: 'reporter',
          value: 'pretty|json|junit|github|tap[=FILE]',
          repeats: true,
          help: {
            en: 'how to tell what came out, and into which file; may be written several times',
            'zh-Hans': '结果的报告形式及写入的文件；可写多次',
            'zh-Hant': '結果的報告形式及寫入的檔案；可寫多次',
          },
        },
        {
          name: 'update',
          help: {
            en: 'write what came out into the cases, as what they expect; refused in CI',
            'zh-Hans': '把实得结果写入案例，作为应得结果；在 CI 中不执行',
            'zh-Hant': '把實得結果寫入案例，作為應得結果；在 CI 中不執行',
          },
        },
        {
          name: 'watch',
          help: {
            en: 'run again whenever a file changes',
            'zh-Hans': '文件有改动时重新运行',
            'zh-Hant': '檔案有更動時重新執行',
          },
        },
        ...shared,
      ],
      examples: [
        {
          line: 'bylaw test my-policy',
          note: {
            en: 'a case that fails is explained beside what was expected',
            'zh-Hans': '未通过的案例会对照应得结果说明计算过程',
            'zh-Hant': '未通過的案例會對照應得結果說明計算過程',
          },
        },
        {
          line: 'bylaw test my-policy --reporter pretty --reporter junit=out/cases.xml',
          note: {
            en: 'for people here, for a build server in a file',
            'zh-Hans': '屏幕上给人看，文件给构建服务器读',
            'zh-Hant': '螢幕上給人看，檔案給建置伺服器讀',
          },
        },
      ],
      load: async () => (await import('./test.ts')).test,
    },
  ]
}
