import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'

const receipts = `record Receipt {
  id text key
  received date posting
  currency one of CNY, USD
  net money in currency
  fee money
}

parameter rate by currency {
  | currency | from       | until | value |
  | CNY      | 2026-01-01 | open  | 1     |
  | USD      | 2026-01-01 | open  | 7.15  |
}
`
const withReceipts = (rest: string): string => withPolicy(`${receipts}\n${rest}`)

/** Money whose currency stands in a field of its row. */
export const currencyMessages = {
  BY320: {
    severity: 'error',
    title: { en: 'No field of currencies', 'zh-Hans': '不是币种字段', 'zh-Hant': '不是幣別欄位' },
    message: {
      en: '`{name}` is no field of this record that lists currencies',
      'zh-Hans': '“{name}”不是本记录中列出币种的字段',
      'zh-Hant': '「{name}」不是本紀錄中列出幣別的欄位',
    },
    help: {
      en: 'Declare it in the same record with every currency there may be: `currency one of CNY, USD`.',
      'zh-Hans': '请在同一记录中声明该字段，列出所有可能的币种，如“币别 选项 CNY, USD”。',
      'zh-Hant': '請在同一紀錄中宣告該欄位，列出所有可能的幣別，如「幣別 選項 CNY, USD」。',
    },
    bad: withPolicy(`record Receipt {
  id text key
  currency text
  net money in currency
}
`),
    good: withPolicy(`record Receipt {
  id text key
  currency one of CNY, USD
  net money in currency
}
`),
  },
  BY321: {
    severity: 'error',
    title: {
      en: 'Currency of a row beside another',
      'zh-Hans': '按行币种与其他币种混用',
      'zh-Hant': '按列幣別與其他幣別混用',
    },
    message: {
      en: 'one amount is in {left}, the other in {right}, and `{field}` differs from row to row',
      'zh-Hans': '一个金额的币种为 {left}，另一个为 {right}，而“{field}”各行不同',
      'zh-Hant': '一個金額的幣別為 {left}，另一個為 {right}，而「{field}」各列不同',
    },
    help: {
      en: 'Exchange it first, at a rate that is written: `exchanged(net, rate({field}), CNY)`.',
      'zh-Hans': '请先按写明的汇率折算，如“折算(净额, 汇率({field}), CNY)”。',
      'zh-Hant': '請先按寫明的匯率折算，如「折算(淨額, 匯率({field}), TWD)」。',
    },
    bad: withReceipts(`value kept for each Receipt = net - fee
`),
    good: withReceipts(`value kept for each Receipt = exchanged(net, rate(currency), CNY) - fee
`),
  },
  BY322: {
    severity: 'error',
    title: {
      en: 'Rows of several currencies put together',
      'zh-Hans': '汇总了币种不同的行',
      'zh-Hant': '彙總了幣別不同的列',
    },
    message: {
      en: 'amounts of many rows are put together, and each is in the `{field}` of its own row',
      'zh-Hans': '这里汇总多行的金额，而每行的币种由其“{field}”决定',
      'zh-Hant': '這裡彙總多列的金額，而每列的幣別由其「{field}」決定',
    },
    help: {
      en: 'Exchange each amount first: `value net_cny for each Receipt = exchanged(net, rate(currency), CNY)`.',
      'zh-Hans': '请先逐行折算，如“数值 折合净额 适用于 每笔 回款 = 折算(净额, 汇率(币别), CNY)”。',
      'zh-Hant': '請先逐列折算，如「數值 折合淨額 適用於 每筆 收款 = 折算(淨額, 匯率(幣別), TWD)」。',
    },
    bad: withReceipts(`value total per quarter = sum(Receipt.net)
`),
    good: withReceipts(`value net_cny for each Receipt = exchanged(net, rate(currency), CNY)

value total per quarter = sum(Receipt.net_cny)
`),
  },
  BY323: {
    severity: 'error',
    title: {
      en: 'Carried in the currency of a row',
      'zh-Hans': '按行币种不能结转',
      'zh-Hant': '按列幣別不能結轉',
    },
    message: {
      en: 'a balance is carried from period to period, but `{field}` may change between them',
      'zh-Hans': '余额逐期结转，而“{field}”可能在期间之间变化',
      'zh-Hant': '餘額逐期結轉，而「{field}」可能在期間之間變動',
    },
    help: {
      en: 'Carry it in one currency, and exchange what is paid in a clause of its own.',
      'zh-Hans': '请以同一币种结转，支付时再在另一条款中折算。',
      'zh-Hant': '請以同一幣別結轉，支付時再在另一條款中折算。',
    },
    bad: withPolicy(`record Rep {
  id text key
  currency one of CNY, USD
  guaranteed money in currency
}

commission pay for Rep per quarter {
  start guaranteed
  floor 0 carried
  round 0.01 half-up
}
`),
    good: withPolicy(`record Rep {
  id text key
  guaranteed money USD
}

commission pay for Rep per quarter {
  start guaranteed
  floor 0 carried
  round 0.01 half-up
}
`),
  },
  BY324: {
    severity: 'warning',
    title: { en: 'A currency left out', 'zh-Hans': '漏列币种', 'zh-Hant': '漏列幣別' },
    message: {
      en: '`{name}` says nothing for {missing}, which `{field}` may hold',
      'zh-Hans': '“{name}”未列出 {missing}，而“{field}”可能取该值',
      'zh-Hant': '「{name}」未列出 {missing}，而「{field}」可能取該值',
    },
    help: {
      en: 'Add a row for it. The policy’s own currency needs one too: its rate is 1 where that is written.',
      'zh-Hans': '请补上该行。本制度的币种也要写：汇率为 1 须写明。',
      'zh-Hant': '請補上該列。本制度的幣別也要寫：匯率為 1 須寫明。',
    },
    bad: withPolicy(`record Receipt {
  id text key
  received date posting
  currency one of CNY, USD
  net money in currency
}

parameter rate by currency {
  | currency | from       | until | value |
  | USD      | 2026-01-01 | open  | 7.15  |
}

value net_cny for each Receipt = exchanged(net, rate(currency), CNY)
`),
    good: withReceipts(`value net_cny for each Receipt = exchanged(net, rate(currency), CNY)
`),
  },
} as const satisfies { readonly [code: string]: Entry }
