import type { CommandSpec, OptionSpec } from './command.ts'

/** The cases that a policy lacks. `shared`: the options that every command has. */
export function suggestSpec(shared: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'cases',
    summary: {
      en: 'suggest: write the cases that a policy lacks, for a person to confirm',
      'zh-Hans': 'suggest：写出制度缺少的案例，由人确认',
      'zh-Hant': 'suggest：寫出制度缺少的案例，由人確認',
    },
    positionals: 'suggest [POLICY…]',
    maxPositionals: 1001,
    details: {
      en: 'Looks for the rows that bring about what no case tests: just below, at and just above each boundary, each row of a table, each step that binds, each reason to hold. Each case says what the policy comes to today and is marked `confirm`: read it, and delete the mark where the result is right. What cannot be brought about is listed. The same policy gives the same cases.',
      'zh-Hans':
        '为没有案例检验的要点找出数据：每个临界点的略低、恰为与略高，表格的每一行，每个起作用的步骤，每种暂缓原因。每个案例写明制度目前的结果，并标为“待确认”：请核对，正确的删去该标记。找不到数据的要点会列出。同一制度得出同样的案例。',
      'zh-Hant':
        '為沒有案例檢驗的要點找出資料：每個臨界點的略低、恰為與略高，表格的每一列，每個起作用的步驟，每種暫緩原因。每個案例寫明制度目前的結果，並標為「待確認」：請核對，正確的刪去該標記。找不到資料的要點會列出。同一制度得出同樣的案例。',
    },
    options: [
      {
        name: 'out',
        value: 'FILE',
        help: {
          en: 'write them into FILE, which must not be there yet, instead of printing them',
          'zh-Hans': '写入 FILE（不得已存在），不输出到屏幕',
          'zh-Hant': '寫入 FILE（不得已存在），不輸出到螢幕',
        },
      },
      ...shared,
    ],
    examples: [
      {
        line: 'bylaw cases suggest my-policy --out my-policy/suggested.cases.yaml',
        note: {
          en: 'then read and confirm each: `bylaw test` says how many wait',
          'zh-Hans': '然后逐个核对确认；`bylaw test` 会说明还有几个待确认',
          'zh-Hant': '然後逐個核對確認；`bylaw test` 會說明還有幾個待確認',
        },
      },
    ],
    load: async () => (await import('./cases.ts')).cases,
  }
}
