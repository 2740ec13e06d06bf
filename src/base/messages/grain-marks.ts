import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'

/** Marks on the fields of a record. */
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
