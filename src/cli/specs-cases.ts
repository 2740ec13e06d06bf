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
        en: 'Runs every *.cases.yaml in the folder of POLICY, or the files of cases that are named. Each case gives a few rows and says what must come of them: grammar/cases.md shows how. Exit codes: 0 all passed, 1 a case failed, 2 a file could not be read.',
        'zh-Hans':
          '运行 POLICY 文件夹中的全部 *.cases.yaml，或指名的案例文件。每个案例给出几行数据，并写明应得的结果，写法见 grammar/cases.md。退出码：0 全部通过；1 有案例未通过；2 有文件读不出来。',
        'zh-Hant':
          '執行 POLICY 資料夾中的全部 *.cases.yaml，或指名的案例檔案。每個案例給出幾列資料，並寫明應得的結果，寫法見 grammar/cases.md。結束碼：0 全部通過；1 有案例未通過；2 有檔案讀不出來。',
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
      ],
      load: async () => (await import('./test.ts')).test,
    },
  ]
}
