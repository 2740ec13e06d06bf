import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

/** Dates and lengths of time. */
export const tableDateMessages = {
  BY548: {
    severity: 'error',
    title: { en: 'Days without their unit', 'zh-Hans': '天数未写单位', 'zh-Hant': '天數未寫單位' },
    message: {
      en: '`{written}` beside a date must say what it counts',
      'zh-Hans': '与日期相加减的“{written}”须写明单位',
      'zh-Hant': '與日期相加減的「{written}」須寫明單位',
    },
    help: {
      en: 'Write `{written} days` or `{written} months`.',
      'zh-Hans': '请写“{written}天”或“{written}个月”。',
      'zh-Hant': '請寫「{written}天」或「{written}個月」。',
    },
    bad: withOrders('decision due for each Order { gives day = signed + 14 }\n'),
    good: withOrders('decision due for each Order { gives day = signed + 14 days }\n'),
  },
} as const satisfies { readonly [code: string]: Entry }
