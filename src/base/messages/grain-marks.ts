import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'

const orders = `record Rep {
  id text key
}

record Order {
  id text key
  rep Rep
  signed date posting
  amount money
}

`
const teamOrders = `record Rep {
  id text key
}

record Team {
  id text key
  leader Rep
}

record Order {
  id text key
  team Team
  signed date posting
  amount money
}

`

/** Marks on the fields of a record, and on the header of a clause. */
export const markMessages = {
  BY413: {
    severity: 'error',
    title: { en: 'Not a date to post by', 'zh-Hans': '不能作为入账日', 'zh-Hant': '不能作為入帳日' },
    message: {
      en: '`{name}` cannot be the posting date',
      'zh-Hans': '“{name}”不能作为入账日',
      'zh-Hant': '「{name}」不能作為入帳日',
    },
    help: {
      en: 'Mark one field of each record `posting`: a date or a period.',
      'zh-Hans': '每个档案只能有一个 `入账日` 字段，且须为日期或期间。',
      'zh-Hant': '每個檔案只能有一個 `入帳日` 欄位，且須為日期或期間。',
    },
    bad: withPolicy(`record Order {
  id text key
  signed date
  amount money posting
}
`),
    good: withPolicy(`record Order {
  id text key
  signed date posting
  amount money
}
`),
  },
  BY490: {
    severity: 'error',
    title: { en: 'Whom or when, said for nothing', 'zh-Hans': '写了却不起作用', 'zh-Hant': '寫了卻不起作用' },
    message: {
      en: '`{word}` changes nothing here: only what is worked out for each row is paid to somebody on a day of its own',
      'zh-Hans': '“{word}”在这里不起作用：只有逐笔计算的结果才归于某人、入账于某日',
      'zh-Hant': '「{word}」在這裡不起作用：只有逐筆計算的結果才歸於某人、入帳於某日',
    },
    help: {
      en: 'Leave it out. What is worked out for a period belongs to its own subject: to pay somebody else, gather it for them, for example `for Rep per quarter` with `sum(Team.bonus, via leader)`.',
      'zh-Hans':
        '请删去。按期间计算的结果归于其自身的对象；要付给别人，请在那人名下汇总，例如 `适用于 人员 每季度` 与 `合计(团队.奖金, 经由 负责人)`。',
      'zh-Hant':
        '請刪去。按期間計算的結果歸於其自身的對象；要付給別人，請在那人名下彙總，例如 `適用於 人員 每季度` 與 `合計(團隊.獎金, 經由 負責人)`。',
    },
    bad: withPolicy(`${teamOrders}bonus lead for Team to leader per quarter {
  rate 1% of sum(Order.amount)
  round 0.01 half-up
}
`),
    good: withPolicy(`${teamOrders}value sold for Team per quarter = sum(Order.amount)

bonus lead for Rep per quarter {
  rate 1% of sum(Team.sold, via leader)
  round 0.01 half-up
}
`),
  },
  BY491: {
    severity: 'error',
    title: {
      en: 'A day of no period',
      'zh-Hans': '没有期间的首日或末日',
      'zh-Hant': '沒有期間的首日或末日',
    },
    message: {
      en: 'the day that is named here changes nothing: a row of {record} counts on its own day',
      'zh-Hans': '这里指明的日子不起作用：{record}逐笔以自己的日期为准',
      'zh-Hant': '這裡指明的日子不起作用：{record}逐筆以自己的日期為準',
    },
    help: {
      en: 'Leave it out. For another day write `posting` with its field in the header, or `rate as of DATE` where the value is read.',
      'zh-Hans': '请删去。要以另一日期为准，请在声明中写 `入账日` 及其字段，或在取值处写明日期。',
      'zh-Hant': '請刪去。要以另一日期為準，請在宣告中寫 `入帳日` 及其欄位，或在取值處寫明日期。',
    },
    bad: withPolicy(`${orders}bonus spiff for each Order to rep as of first day {
  rate 1% of amount
  round 0.01 half-up
}
`),
    good: withPolicy(`${orders}bonus spiff for each Order to rep {
  rate 1% of amount
  round 0.01 half-up
}
`),
  },
  BY414: {
    severity: 'error',
    title: {
      en: 'Not a date of the record',
      'zh-Hans': '不是本档案的日期字段',
      'zh-Hant': '不是本檔案的日期欄位',
    },
    message: {
      en: '`exists` needs date fields of the record, and `{name}` is none{near}',
      'zh-Hans': '`在册` 需要本档案的日期字段，“{name}”不是{near}',
      'zh-Hant': '`在冊` 需要本檔案的日期欄位，「{name}」不是{near}',
    },
    help: {
      en: 'Write for example `exists from hired until left`, or `exists from hired` where nobody leaves.',
      'zh-Hans': '请写例如 `在册 自 入职日 至 离职日`；没有离职日的，只写 `在册 自 入职日`。',
      'zh-Hant': '請寫例如 `在冊 自 到職日 至 離職日`；沒有離職日的，只寫 `在冊 自 到職日`。',
    },
    bad: withPolicy(`record Rep {
  id text key
  hired date
  exists from hird
}
`),
    good: withPolicy(`record Rep {
  id text key
  hired date
  exists from hired
}
`),
  },
  BY415: {
    severity: 'error',
    title: { en: 'Not a key', 'zh-Hans': '主键不合规定', 'zh-Hant': '主鍵不合規定' },
    message: {
      en: '`{name}` cannot be the key',
      'zh-Hans': '“{name}”不能作为主键',
      'zh-Hant': '「{name}」不能作為主鍵',
    },
    help: {
      en: 'Each record has one key, and it is never optional.',
      'zh-Hans': '每个档案只有一个主键，且不能为 `选填`。',
      'zh-Hant': '每個檔案只有一個主鍵，且不能為 `選填`。',
    },
    bad: withPolicy(`record Rep {
  id text key optional
}
`),
    good: withPolicy(`record Rep {
  id text key
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
