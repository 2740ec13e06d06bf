import type { Entry } from '../entry.ts'

const staff = (line: string): string => `policy example {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Team {
  id text key
  city text
}

record Rep {
  id text key
}

record Assignment {
  rep Rep
  team Team
  begins date
  ends date optional
  ${line}
}

record Order {
  id text key
  rep Rep
  signed date posting
  amount money
}
`
const assigned = staff('in force from begins until ends by rep')
const withAssigned = (rest: string): string => `${assigned}\n${rest}`
const factor = `parameter factor {
  | from       | until      | value |
  | 2026-01-01 | 2026-03-31 | 1.2   |
  | 2026-04-01 | open       | 1.1   |
}
`

/** Records that are in force for a time, and the day on which something is read. */
export const datedMessages = {
  BY470: {
    severity: 'error',
    title: {
      en: 'In force from no date',
      'zh-Hans': '有效期不是日期字段',
      'zh-Hant': '有效期不是日期欄位',
    },
    message: {
      en: '`in force` needs date fields of the record, and `{name}` is none{near}',
      'zh-Hans': '`有效` 需要本档案的日期字段，“{name}”不是{near}',
      'zh-Hant': '`有效` 需要本檔案的日期欄位，「{name}」不是{near}',
    },
    help: {
      en: 'Write for example `in force from begins until ends by rep`.',
      'zh-Hans': '请写例如 `有效 自 开始日 至 结束日 按 业务员`。',
      'zh-Hant': '請寫例如 `有效 自 開始日 至 結束日 按 業務員`。',
    },
    bad: staff('in force from begin until ends by rep'),
    good: staff('in force from begins until ends by rep'),
  },
  BY471: {
    severity: 'error',
    title: { en: 'In force by no key', 'zh-Hans': '有效期的对象字段不对', 'zh-Hant': '有效期的對象欄位不對' },
    message: {
      en: 'rows cannot be in force by `{name}`: it is no field of the record, or a number{near}',
      'zh-Hans': '不能按“{name}”确定有效行：它不是本档案的字段，或是数字{near}',
      'zh-Hant': '不能按「{name}」確定有效列：它不是本檔案的欄位，或是數字{near}',
    },
    help: {
      en: 'Name the fields that say whose row it is, such as `by rep` or `by rep, kind`.',
      'zh-Hans': '请写说明该行属于谁的字段，如 `按 业务员` 或 `按 业务员, 类别`。',
      'zh-Hant': '請寫說明該列屬於誰的欄位，如 `按 業務員` 或 `按 業務員, 類別`。',
    },
    bad: staff('in force from begins until ends by person'),
    good: staff('in force from begins until ends by rep'),
  },
  BY472: {
    severity: 'error',
    title: {
      en: 'A record without a time in force',
      'zh-Hans': '档案没有有效期',
      'zh-Hant': '檔案沒有有效期',
    },
    message: {
      en: 'rows of {record} are not in force for a time, so none can be looked up by a day',
      'zh-Hans': '“{record}”没有写明有效期，无法按日期查到其中一行',
      'zh-Hant': '「{record}」沒有寫明有效期，無法按日期查到其中一列',
    },
    help: {
      en: 'Add a line to the record: `in force from begins until ends by rep`. Where its rows do not change with time, follow the reference: `rep.team`.',
      'zh-Hans':
        '请在档案中加一行，如 `有效 自 开始日 至 结束日 按 业务员`。如其各行不随时间变化，请直接沿引用书写：`业务员.团队`。',
      'zh-Hant':
        '請在檔案中加一行，如 `有效 自 開始日 至 結束日 按 業務員`。如其各列不隨時間變化，請直接沿引用書寫：`業務員.團隊`。',
    },
    bad: `${staff('note text')}
value team for each Order = Assignment(rep).team
`,
    good: withAssigned(`value team for each Order = Assignment(rep).team
`),
  },
  BY473: {
    severity: 'error',
    title: { en: 'On which day?', 'zh-Hans': '没有写明哪一天', 'zh-Hant': '沒有寫明哪一天' },
    message: {
      en: 'which row of {record} is in force depends on the day, and {here} has none',
      'zh-Hans': '“{record}”中哪一行有效取决于日期，而“{here}”没有日期',
      'zh-Hant': '「{record}」中哪一列有效取決於日期，而「{here}」沒有日期',
    },
    help: {
      en: 'Write `as of last day` or `as of first day` behind the period, or `… as of` a date behind what is read. `averaged by days` averages dated parameters alone.',
      'zh-Hans':
        '请在期间后写 `时点 期末` 或 `时点 期初`，或在所读内容后写 `截至` 某个日期。`按日平均` 只用于带日期的参数。',
      'zh-Hant':
        '請在期間後寫 `時點 期末` 或 `時點 期初`，或在所讀內容後寫 `截至` 某個日期。`按日平均` 只用於帶日期的參數。',
    },
    bad: withAssigned(`value city for Rep per month = Assignment(rep).team.city
`),
    good: withAssigned(`value city for Rep per month as of last day = Assignment(rep).team.city
`),
  },
  BY474: {
    severity: 'error',
    title: { en: 'Many days, not one', 'zh-Hans': '涉及多个日期', 'zh-Hant': '涉及多個日期' },
    message: {
      en: 'this goes through rows or periods that have days of their own, so no one day can be set around it',
      'zh-Hans': '此处涉及多行或多个期间，各有自己的日期，不能在外面统一指定一天',
      'zh-Hant': '此處涉及多列或多個期間，各有自己的日期，不能在外面統一指定一天',
    },
    help: {
      en: 'Write the day inside, behind what is read by it.',
      'zh-Hans': '请把日期写在里面，紧跟随日期而定的内容。',
      'zh-Hant': '請把日期寫在裡面，緊跟隨日期而定的內容。',
    },
    bad: withAssigned(`${factor}
value raised for Rep per quarter = sum(Order.amount * factor) as of first_day()
`),
    good: withAssigned(`${factor}
value raised for Rep per quarter = sum(Order.amount * (factor as of signed))
`),
  },
  BY475: {
    severity: 'error',
    title: { en: 'Not of such periods', 'zh-Hans': '期间种类不符', 'zh-Hant': '期間種類不符' },
    message: {
      en: '`{name}` is not worked out per {period}',
      'zh-Hans': '“{name}”不是按“{period}”计算的',
      'zh-Hant': '「{name}」不是按「{period}」計算的',
    },
    help: {
      en: 'Name the kind of period that it is worked out for. What is read on a day takes `as of`.',
      'zh-Hans': '请写它所属的期间种类；随日期而定的内容请用 `截至`。',
      'zh-Hant': '請寫它所屬的期間種類；隨日期而定的內容請用 `截至`。',
    },
    bad: withAssigned(`value sold for Rep per month = sum(Order.amount)

value sold_then for each Order = sold in quarter of signed
`),
    good: withAssigned(`value sold for Rep per month = sum(Order.amount)

value sold_then for each Order = sold in month of signed
`),
  },
  BY476: {
    severity: 'error',
    title: {
      en: 'Nothing depends on the day',
      'zh-Hans': '没有随日期而定的内容',
      'zh-Hant': '沒有隨日期而定的內容',
    },
    message: {
      en: 'nothing before `{word}` depends on the day',
      'zh-Hans': '`{word}` 之前没有随日期而定的内容',
      'zh-Hant': '`{word}` 之前沒有隨日期而定的內容',
    },
    help: {
      en: 'A field is what its row says. Read the row that was in force, as in `Assignment(rep).team as of signed`, or leave the day out.',
      'zh-Hans':
        '字段就是该行所写的值。请读取当时有效的行，如 `任职(业务员).团队 截至 签约日`；否则请删去日期。',
      'zh-Hant':
        '欄位就是該列所寫的值。請讀取當時有效的列，如 `任職(業務員).團隊 截至 簽約日`；否則請刪去日期。',
    },
    bad: withAssigned(`value half for each Order = (amount / 2) as of signed
`),
    good: withAssigned(`${factor}
value raised for each Order = amount * factor as of signed
`),
  },
  BY477: {
    severity: 'error',
    title: { en: 'No clause of a look-up', 'zh-Hans': '查行不能带条件', 'zh-Hant': '查列不能帶條件' },
    message: {
      en: '{record} is looked up by its keys and a day, without `where`, `posting` or `via`',
      'zh-Hans': '“{record}”只按对象和日期查行，不能带 `仅限`、`入账日` 或 `经由`',
      'zh-Hant': '「{record}」只按對象和日期查列，不能帶 `僅限`、`入帳日` 或 `經由`',
    },
    help: {
      en: 'Write the day behind it: `Assignment(rep) as of signed`.',
      'zh-Hans': '请把日期写在后面，如 `任职(业务员) 截至 签约日`。',
      'zh-Hant': '請把日期寫在後面，如 `任職(業務員) 截至 簽約日`。',
    },
    bad: withAssigned(`value team for each Order = Assignment(rep, posting signed).team
`),
    good: withAssigned(`value team for each Order = Assignment(rep).team as of signed
`),
  },
  BY478: {
    severity: 'error',
    title: {
      en: 'History begins too late',
      'zh-Hans': '历史数据起始日过晚',
      'zh-Hant': '歷史資料起始日過晚',
    },
    message: {
      en: 'the history begins after the policy, which is in force from {from}',
      'zh-Hans': '历史数据的起始日晚于制度生效日 {from}',
      'zh-Hant': '歷史資料的起始日晚於制度生效日 {from}',
    },
    help: {
      en: 'Write the day from which the data is complete; without the line that is the first day in force.',
      'zh-Hans': '请写数据自何日起完整；不写时即为制度生效日。',
      'zh-Hant': '請寫資料自何日起完整；不寫時即為制度生效日。',
    },
    bad: `policy example {
  language en
  currency CNY
  effective from 2026-01-01 until open
  history from 2026-04-01
}
`,
    good: `policy example {
  language en
  currency CNY
  effective from 2026-01-01 until open
  history from 2025-01-01
}
`,
  },
  BY479: {
    severity: 'error',
    title: {
      en: 'A currency of a row that is looked up',
      'zh-Hans': '所查行的币种',
      'zh-Hant': '所查列的幣別',
    },
    message: {
      en: 'an amount whose currency stands in its own row (`{field}`) cannot be read of a row that is looked up',
      'zh-Hans': '币种写在自身行（`{field}`）的金额，不能从按日期查到的行中读取',
      'zh-Hant': '幣別寫在自身列（`{field}`）的金額，不能從按日期查到的列中讀取',
    },
    help: {
      en: 'Make it an amount of one currency with `exchanged`, in a value of that record, and read the value.',
      'zh-Hans': '请先在该档案的数值中用 `折算` 换成同一币种，再读取该数值。',
      'zh-Hant': '請先在該檔案的數值中用 `折算` 換成同一幣別，再讀取該數值。',
    },
    bad: withAssigned(`record Wage {
  rep Rep
  currency one of CNY, USD
  amount money in currency
  begins date posting
  in force from begins by rep
}

value wage for each Order = Wage(rep).amount
`),
    good: withAssigned(`record Wage {
  rep Rep
  amount money
  begins date posting
  in force from begins by rep
}

value wage for each Order = Wage(rep).amount
`),
  },
} as const satisfies { readonly [code: string]: Entry }
