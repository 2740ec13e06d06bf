import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

type Rows = readonly (readonly [from: string, gives: string])[]

const table = ([a, b]: readonly [string, string], rows: Rows): string =>
  [[a, b] as const, ...rows].map(([from, gives]) => `    | ${from} | ${gives} |\n`).join('')
const clause = (grain: string, tiers: string, rows: string, before = '', after = ''): string =>
  `commission pay ${grain} {\n${before}  tiers ${tiers} {\n${rows}  }\n${after}  round 0.01 half-up\n}\n`
const line = (text: string | undefined): string => (text === undefined ? '' : `  ${text}\n`)
const sold = 'value sold for Rep per quarter = sum(Order.amount)\n\n'

const byAttainment = (mode: string, rows: Rows, gate?: string): string =>
  withOrders(
    `${sold}value attainment for Rep per quarter = sold / quota\n\n${clause('for Rep per quarter', `${mode} of sold by attainment`, table(['from', 'rate'], rows), line(gate))}`,
  )
const bySales = (mode: string, rows: Rows, cap: string): string =>
  withOrders(
    sold + clause('for Rep per quarter', `${mode} of sold`, table(['from', 'rate'], rows), '', line(cap)),
  )
const byOrder = (mode: string, rows: Rows): string =>
  withOrders(clause('for each Order to rep', `${mode} of amount`, table(['from', 'rate'], rows)))
const byShare = (rows: Rows): string =>
  withOrders(
    `value share for each Order = smaller of discount, 50%\n\n${clause('for each Order to rep', 'whole by share', table(['from', 'pays'], rows))}`,
  )
const evenly: Rows = [
  ['0%', '1%'],
  ['80%', '2%'],
  ['100%', '3%'],
]

/** What a schedule of pay leads people to do: designs that pay less for more, leap, or can be played. */
export const cliffMessages = {
  BY514: {
    severity: 'warning',
    title: {
      en: 'Selling more pays less',
      'zh-Hans': '多卖反而少得',
      'zh-Hant': '多賣反而少得',
    },
    message: {
      en: '{best} pays {before}, and {from} pays only {after}; not before {even} is as much paid again',
      'zh-Hans': '{best} 计发 {before}，而 {from} 只计发 {after}；到 {even} 才恢复到原来的数额',
      'zh-Hant': '{best} 計發 {before}，而 {from} 只計發 {after}；到 {even} 才恢復到原來的數額',
    },
    help: {
      en: 'Pay each slice at its own rate (`marginal`), or let the rates of whole amounts rise.',
      'zh-Hans': '请改用超额累进（各段按各自比例），或使全额比例逐档上升。',
      'zh-Hant': '請改用超額累進（各段按各自比例），或使全額比例逐級上升。',
    },
    bad: byAttainment('whole', [
      ['0%', '3%'],
      ['100%', '2%'],
    ]),
    good: byAttainment('marginal', evenly),
  },
  BY515: {
    severity: 'warning',
    title: {
      en: 'Selling more pays less for good',
      'zh-Hans': '多卖反而一直少得',
      'zh-Hant': '多賣反而一直少得',
    },
    message: {
      en: '{best} pays {before}, {from} pays only {after}, and no larger value ever pays as much again',
      'zh-Hans': '{best} 计发 {before}，而 {from} 只计发 {after}，且此后再多也达不到原来的数额',
      'zh-Hant': '{best} 計發 {before}，而 {from} 只計發 {after}，且此後再多也達不到原來的數額',
    },
    help: {
      en: 'Let the last rows pay at least what those before them do.',
      'zh-Hans': '请使后面的档位不低于前面的档位。',
      'zh-Hant': '請使後面的級距不低於前面的級距。',
    },
    bad: byAttainment('whole', [
      ['0%', '3%'],
      ['100%', '0%'],
    ]),
    good: byAttainment('marginal', evenly),
  },
  BY516: {
    severity: 'notice',
    title: {
      en: 'Pay goes up at once',
      'zh-Hans': '计发额跳升',
      'zh-Hant': '計發額跳升',
    },
    message: {
      en: 'what is paid goes up at once: {jumps}',
      'zh-Hans': '到达临界点时计发额跳升：{jumps}',
      'zh-Hant': '到達臨界點時計發額跳升：{jumps}',
    },
    help: {
      en: 'That is what whole amounts do. Where it is not meant, pay each slice at its own rate: `marginal`.',
      'zh-Hans': '全额累进即是如此；如非本意，请改用超额累进。',
      'zh-Hant': '全額累進即是如此；如非本意，請改用超額累進。',
    },
    bad: byAttainment('whole', [
      ['0%', '1%'],
      ['80%', '2%'],
    ]),
    good: byAttainment('marginal', evenly),
  },
  BY517: {
    severity: 'notice',
    title: {
      en: 'A gate with a step behind it',
      'zh-Hans': '门槛处跳升',
      'zh-Hant': '門檻處跳升',
    },
    message: {
      en: 'below the gate nothing is paid, and at {from} it is {pays} at once',
      'zh-Hans': '未达门槛不计发，而到 {from} 即计发 {pays}',
      'zh-Hant': '未達門檻不計發，而到 {from} 即計發 {pays}',
    },
    help: {
      en: 'That is what a gate does. Where only what lies above should be paid, let the first row of the tiers pay 0%.',
      'zh-Hans': '门槛即是如此；如只对超出部分计发，请在阶梯首行写 0%。',
      'zh-Hant': '門檻即是如此；如只對超出部分計發，請在階梯首列寫 0%。',
    },
    bad: byAttainment(
      'marginal',
      [
        ['0%', '1%'],
        ['100%', '3%'],
      ],
      'gate attainment >= 40%',
    ),
    good: byAttainment('marginal', evenly),
  },
  BY518: {
    severity: 'notice',
    title: {
      en: 'A first row of nothing',
      'zh-Hans': '首行为零',
      'zh-Hant': '首列為零',
    },
    message: {
      en: 'what lies below {from} is never paid, also not to those who pass it',
      'zh-Hans': '{from} 以下的部分始终不计发，即使超过也不补发',
      'zh-Hant': '{from} 以下的部分始終不計發，即使超過也不補發',
    },
    help: {
      en: 'Where those who pass should be paid from the first unit on, write `gate` before the tiers instead of the row.',
      'zh-Hans': '如达到后应从头计发，请改在阶梯之前写“门槛”。',
      'zh-Hant': '如達到後應從頭計發，請改在階梯之前寫「門檻」。',
    },
    bad: byAttainment('marginal', [
      ['0%', '0%'],
      ['100%', '3%'],
    ]),
    good: byAttainment('marginal', evenly),
  },
  BY519: {
    severity: 'warning',
    title: {
      en: 'Rows that the cap makes idle',
      'zh-Hans': '档位因封顶失效',
      'zh-Hant': '級距因封頂失效',
    },
    message: {
      en: 'the cap of {cap} is reached before {from}, so the rows from there on change nothing',
      'zh-Hans': '到 {from} 之前已达封顶 {cap}，此后的档位不起作用',
      'zh-Hant': '到 {from} 之前已達封頂 {cap}，此後的級距不起作用',
    },
    help: {
      en: 'Raise the cap, or delete the rows above it.',
      'zh-Hans': '请提高封顶，或删去其上的档位。',
      'zh-Hant': '請提高封頂，或刪去其上的級距。',
    },
    bad: bySales(
      'marginal',
      [
        ['0 CNY', '1%'],
        ['100_000 CNY', '2%'],
        ['500_000 CNY', '3%'],
      ],
      'cap 5_000 CNY lost',
    ),
    good: bySales(
      'marginal',
      [
        ['0 CNY', '1%'],
        ['100_000 CNY', '2%'],
        ['500_000 CNY', '3%'],
      ],
      'cap 50_000 CNY lost',
    ),
  },
  BY520: {
    severity: 'warning',
    title: {
      en: 'Splitting pays',
      'zh-Hans': '拆单有利',
      'zh-Hant': '拆單有利',
    },
    message: {
      en: 'one of {whole} pays {together}; split into {a} and {b} it pays {apart}',
      'zh-Hans': '一笔 {whole} 计发 {together}；拆成 {a} 和 {b} 则计发 {apart}',
      'zh-Hant': '一筆 {whole} 計發 {together}；拆成 {a} 和 {b} 則計發 {apart}',
    },
    help: {
      en: 'Pay the sum of a period (`for Rep per quarter`), or let the rates rise with the size.',
      'zh-Hans': '请按期间合计计发（如“适用于 业务员 每季度”），或使比例随金额上升。',
      'zh-Hant': '請按期間合計計發（如「適用於 業務員 每季度」），或使比例隨金額上升。',
    },
    bad: byOrder('marginal', [
      ['0 CNY', '3%'],
      ['100_000 CNY', '2%'],
    ]),
    good: byOrder('marginal', [
      ['0 CNY', '2%'],
      ['100_000 CNY', '3%'],
    ]),
  },
  BY521: {
    severity: 'warning',
    title: {
      en: 'A row that nothing reaches',
      'zh-Hans': '无法达到的档位',
      'zh-Hant': '無法達到的級距',
    },
    message: {
      en: 'this row begins at {from}, and the value is never more than {most}',
      'zh-Hans': '该档自 {from} 起，而该数值不会超过 {most}',
      'zh-Hant': '該級自 {from} 起，而該數值不會超過 {most}',
    },
    help: {
      en: 'Correct the bound of the row, or the largest value that the field says it can have (`up to`).',
      'zh-Hans': '请更正档位的界限，或字段所写的上限（“至多”）。',
      'zh-Hant': '請更正級距的界限，或欄位所寫的上限（「至多」）。',
    },
    bad: byShare([
      ['0%', '10 CNY'],
      ['60%', '50 CNY'],
    ]),
    good: byShare([
      ['0%', '10 CNY'],
      ['40%', '50 CNY'],
    ]),
  },
} as const satisfies { readonly [code: string]: Entry }
