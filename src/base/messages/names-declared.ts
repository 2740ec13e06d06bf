import type { Entry } from '../entry.ts'
import { withOrders, withPolicy } from './example.ts'

/** Names that are declared twice, or not at all. */
export const declaredNameMessages = {
  BY202: {
    severity: 'error',
    title: { en: 'Declared twice', 'zh-Hans': '重复声明', 'zh-Hant': '重複宣告' },
    message: {
      en: '`{name}` is declared twice',
      'zh-Hans': '“{name}”声明了两次',
      'zh-Hant': '「{name}」宣告了兩次',
    },
    help: {
      en: 'Names are unique in the whole policy folder: rename one of the two, or delete it.',
      'zh-Hans': '同一制度文件夹内名称不得重复：请将其中一个改名或删除。',
      'zh-Hant': '同一制度資料夾內名稱不得重複：請將其中一個改名或刪除。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value sold for Rep per quarter = count(Order)
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value orders for Rep per quarter = count(Order)
`),
  },
  BY209: {
    severity: 'error',
    title: { en: 'No policy declaration', 'zh-Hans': '缺少制度声明', 'zh-Hant': '缺少制度宣告' },
    message: { en: 'nothing here declares the policy', 'zh-Hans': '没有制度声明', 'zh-Hant': '沒有制度宣告' },
    help: {
      en: 'Begin one file with `policy my_policy` and a block that states the language, the currency and `effective from 2026-01-01 until open`.',
      'zh-Hans':
        '请在某个文件开头写 `制度 制度名称`，并在花括号内写明语言、币种和 `生效 自 2026-01-01 至 长期`。',
      'zh-Hant':
        '請在某個檔案開頭寫 `制度 制度名稱`，並在大括號內寫明語言、幣別和 `生效 自 2026-01-01 至 長期`。',
    },
    bad: `record Rep {
  id text key
}
`,
    good: `policy example {
  language en
  effective from 2026-01-01 until open
}

record Rep {
  id text key
}
`,
  },
  BY210: {
    severity: 'error',
    title: { en: 'Second policy declaration', 'zh-Hans': '制度声明重复', 'zh-Hant': '制度宣告重複' },
    message: {
      en: '`{name}` is a second policy in the same folder',
      'zh-Hans': '“{name}”是同一文件夹内的第二个制度声明',
      'zh-Hant': '「{name}」是同一資料夾內的第二個制度宣告',
    },
    help: {
      en: 'Keep one `policy` declaration, or move the other policy to a folder of its own.',
      'zh-Hans': '请只保留一个制度声明，或把另一个制度移到单独的文件夹。',
      'zh-Hant': '請只保留一個制度宣告，或把另一個制度移到單獨的資料夾。',
    },
    bad: withPolicy(`policy another {
  language en
}
`),
    good: withPolicy(`record Rep {
  id text key
}
`),
  },
  BY211: {
    severity: 'error',
    title: { en: 'Field declared twice', 'zh-Hans': '字段重复', 'zh-Hant': '欄位重複' },
    message: {
      en: 'the record has two fields called `{name}`',
      'zh-Hans': '同一档案中有两个“{name}”字段',
      'zh-Hant': '同一檔案中有兩個「{name}」欄位',
    },
    help: {
      en: 'Rename one of them, or delete it.',
      'zh-Hans': '请将其中一个改名或删除。',
      'zh-Hant': '請將其中一個改名或刪除。',
    },
    bad: withPolicy(`record Rep {
  id text key
  team text
  team text
}
`),
    good: withPolicy(`record Rep {
  id text key
  team text
  region text
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
