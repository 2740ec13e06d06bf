import type { CommandSpec, OptionSpec } from './command.ts'
import { now } from './options.ts'

/** The commands that decide requests; `shared` are the options that every command has. */
export function decideSpecs(shared: readonly OptionSpec[]): readonly CommandSpec[] {
  return [
    {
      name: 'decide',
      summary: {
        en: 'decide one request, or one in each line, with the reason and the row',
        'zh-Hans': '决定一个请求（或每行一个），并说明理由和所依据的行',
        'zh-Hant': '決定一個請求（或每列一個），並說明理由和所依據的列',
      },
      positionals: '[CLAUSE]',
      maxPositionals: 1,
      details: {
        en: [
          'CLAUSE is an authority, a decision, or any clause for each row or for a record and a period. A request is a JSON',
          'object with the fields of its record. A reference is a key, or an object with the fields of that row. A value that',
          'is worked out from other rows is said by its name: {"customer_30_days": "132000.00"}. Amounts are texts, or numbers',
          'that mean what is written; 12% is "12%". `--inputs` lists what a clause reads.',
          '',
          'With `--data DIR` the other rows (ranks, limits, people, what was sold before) come from a folder, and a request gives',
          'only its own row; one that says nothing but a key asks for the row that is there. Rows may also stand in the request,',
          'under the name of their record: "Receipt": [ … ], and what happens to the row of a time limit as "events": [ … ].',
          '',
          'A request with a missing field, a wrong one or an unknown one is undecided, and says why; never allowed.',
          'A line that is no request is reported by its number, and the others go on. Lines are read and written one at a',
          'time, however many there are.',
          '',
          'Exit codes: 0 all decided or not applicable, 1 some undecided, 2 usage, or the input cannot be read.',
        ].join('\n'),
        'zh-Hans': [
          'CLAUSE 是权限、评定，或逐行的、按对象和期间的任何条款。请求是一个 JSON 对象，写该记录的字段。',
          '引用可以写键，也可以写含该行字段的对象。由其他行算出的值按其名称写入：{"customer_30_days": "132000.00"}。',
          '金额写成文本，或写成数字（以所写的为准）；12% 写成 "12%"。`--inputs` 列出条款读取的内容。',
          '',
          '加上 `--data 文件夹`，其他的行（职级、限额、人员、以往销售）从文件夹读取，请求只写自己的一行；只写键的请求，就是问已有的那一行。',
          '其他的行也可以写在请求里，以记录为名："Receipt": [ … ]；时限所看的事件写成 "事件": [ … ]。',
          '',
          '字段缺失、有误或未知的请求一律未决定，并说明原因，绝不放行。',
          '不是请求的行会按行号报告，其余照常继续。逐行读取、逐行写出，行数不限。',
          '',
          '退出码：0 全部已决定或不适用；1 有未决定的；2 用法有误或输入无法读取。',
        ].join('\n'),
        'zh-Hant': [
          'CLAUSE 是權限、評定，或逐列的、按對象和期間的任何條款。請求是一個 JSON 物件，寫該記錄的欄位。',
          '參照可以寫鍵，也可以寫含該列欄位的物件。由其他列算出的值按其名稱寫入：{"customer_30_days": "132000.00"}。',
          '金額寫成文字，或寫成數字（以所寫的為準）；12% 寫成 "12%"。`--inputs` 列出條款讀取的內容。',
          '',
          '加上 `--data 資料夾`，其他的列（職級、限額、人員、以往銷售）從資料夾讀取，請求只寫自己的一列；只寫鍵的請求，就是問已有的那一列。',
          '其他的列也可以寫在請求裡，以記錄為名："Receipt": [ … ]；時限所看的事件寫成 "事件": [ … ]。',
          '',
          '欄位缺失、有誤或未知的請求一律未決定，並說明原因，絕不放行。',
          '不是請求的列會按列號報告，其餘照常繼續。逐列讀取、逐列寫出，列數不限。',
          '',
          '結束碼：0 全部已決定或不適用；1 有未決定的；2 用法有誤或輸入無法讀取。',
        ].join('\n'),
      },
      options: [
        {
          name: 'input',
          value: 'FILE|-',
          help: {
            en: 'the request, or one in each line; - is standard input',
            'zh-Hans': '请求，或每行一个请求；- 为标准输入',
            'zh-Hant': '請求，或每列一個請求；- 為標準輸入',
          },
        },
        {
          name: 'policy',
          value: 'DIR',
          help: {
            en: 'the policy’s folder or file (this folder unless written)',
            'zh-Hans': '制度的文件夹或文件（不写则为当前文件夹）',
            'zh-Hant': '制度的資料夾或檔案（不寫則為目前資料夾）',
          },
        },
        {
          name: 'data',
          value: 'DIR',
          help: {
            en: 'folder of the other rows (CSV or JSON): a request then gives only its own',
            'zh-Hans': '其他行所在的文件夹（CSV 或 JSON）：请求只写自己的一行',
            'zh-Hant': '其他列所在的資料夾（CSV 或 JSON）：請求只寫自己的一列',
          },
        },
        {
          name: 'format',
          value: 'text|json|jsonl',
          choices: ['text', 'json', 'jsonl'],
          help: {
            en: 'for people, or for programs: an object over several lines, or one in each line',
            'zh-Hans': '给人看，或给程序读：多行的对象，或每行一个对象',
            'zh-Hant': '給人看，或給程式讀：多列的物件，或每列一個物件',
          },
        },
        {
          name: 'explain',
          help: {
            en: 'say in full how each came about',
            'zh-Hans': '完整说明每个结果的由来',
            'zh-Hant': '完整說明每個結果的由來',
          },
        },
        {
          name: 'inputs',
          help: {
            en: 'list what a request to this clause says, with an example',
            'zh-Hans': '列出对该条款的请求要写的内容，并给出示例',
            'zh-Hant': '列出對該條款的請求要寫的內容，並給出範例',
          },
        },
        {
          name: 'shares',
          value: 'fraction|percent',
          choices: ['fraction', 'percent'],
          help: {
            en: 'what a bare number means where a percentage stands: 0.12, or 12 (refused unless written)',
            'zh-Hans': '百分比处不带 % 的数字是什么意思：0.12 还是 12（不写则拒绝）',
            'zh-Hant': '百分比處不帶 % 的數字是什麼意思：0.12 還是 12（不寫則拒絕）',
          },
        },
        now,
        ...shared,
      ],
      examples: [
        {
          line: 'bylaw decide discount_authority --inputs',
          note: { en: 'what a request says', 'zh-Hans': '请求要写的内容', 'zh-Hant': '請求要寫的內容' },
        },
        {
          line: 'bylaw decide discount_authority --input request.json --explain',
          note: { en: 'one request', 'zh-Hans': '一个请求', 'zh-Hant': '一個請求' },
        },
        {
          line: 'bylaw decide discount_authority --data data --input request.json',
          note: {
            en: 'the others come from the folder',
            'zh-Hans': '其他的行来自文件夹',
            'zh-Hant': '其他的列來自資料夾',
          },
        },
        {
          line: 'bylaw decide discount_authority --input - --format jsonl < requests.jsonl',
          note: { en: 'one in each line', 'zh-Hans': '每行一个', 'zh-Hant': '每列一個' },
        },
      ],
      load: async () => (await import('./decide.ts')).decide,
    },
    {
      name: 'types',
      summary: {
        en: 'write the TypeScript types of records, requests and results',
        'zh-Hans': '写出记录、请求和结果的 TypeScript 类型',
        'zh-Hant': '寫出記錄、請求和結果的 TypeScript 型別',
      },
      positionals: '[POLICY…]',
      maxPositionals: 1000,
      details: {
        en: 'For programs that ask `decider(plan, clause)`: a type of each record, and of the requests and results of each clause.',
        'zh-Hans': '供调用 `decider(plan, clause)` 的程序使用：每种记录的类型，每个条款的请求和结果的类型。',
        'zh-Hant': '供呼叫 `decider(plan, clause)` 的程式使用：每種記錄的型別，每個條款的請求和結果的型別。',
      },
      options: [
        {
          name: 'clause',
          value: 'ID',
          help: { en: 'only this clause', 'zh-Hans': '只写这一条款', 'zh-Hant': '只寫這一條款' },
        },
        {
          name: 'out',
          value: 'FILE',
          help: {
            en: 'the file to write (standard output unless written)',
            'zh-Hans': '写入的文件（不写则为标准输出）',
            'zh-Hant': '寫入的檔案（不寫則為標準輸出）',
          },
        },
        ...shared,
      ],
      examples: [
        {
          line: 'bylaw types my-policy --out policy-types.ts',
          note: { en: 'of the whole policy', 'zh-Hans': '整个制度', 'zh-Hant': '整個制度' },
        },
      ],
      load: async () => (await import('./types.ts')).types,
    },
  ]
}
