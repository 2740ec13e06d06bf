import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'

const deals = (steps: string, rest = ''): string =>
  withPolicy(`record Rep { id text key }

record Deal {
  id text key
  rep Rep
  signed date posting
  collected date optional
  amount money
}

bonus booking for each Deal to rep {
  rate 10% of amount
${steps}}
${rest}`)

const parts = '  round 0.01 half-up\n  release 60% on signed, 40% on collected\n'
const returns = (paid: string): string => `
record Return {
  deal Deal
  returned date posting
}

clawback cancelled for each Return to deal.rep {
  rate 50% of ${paid}
  round 0.01 half-up
}

payout pay for Rep per month {
  add booking
  take cancelled
}
`

/** Amounts that are paid in parts, and taken back. */
export const releaseMessages = {
  BY641: {
    severity: 'error',
    title: {
      en: 'Parts of another whole',
      'zh-Hans': '各部分不足或超过全额',
      'zh-Hant': '各部分不足或超過全額',
    },
    message: {
      en: 'the parts that are released make up {total}, not 100%',
      'zh-Hans': '各次发放合计为 {total}，不是 100%',
      'zh-Hant': '各次發放合計為 {total}，不是 100%',
    },
    help: {
      en: 'Write shares that add up to 100%: `release 60% on signed, 40% on collected`.',
      'zh-Hans': '请写合计为 100% 的比例，如“发放 60% 于 签订日, 40% 于 回款日”。',
      'zh-Hant': '請寫合計為 100% 的比例，如「發放 60% 於 簽訂日, 40% 於 回款日」。',
    },
    bad: deals('  round 0.01 half-up\n  release 60% on signed, 30% on collected\n'),
    good: deals(parts),
  },
  BY642: {
    severity: 'error',
    title: {
      en: 'Released before it is rounded',
      'zh-Hans': '未取整就分次发放',
      'zh-Hant': '未取整就分次發放',
    },
    message: {
      en: 'an amount is released in parts only after it was rounded',
      'zh-Hans': '金额须先取整，再分次发放',
      'zh-Hant': '金額須先取整，再分次發放',
    },
    help: {
      en: 'Write `round 0.01 half-up` above `release`: the parts then make up that amount, to the cent.',
      'zh-Hans': '请在“发放”之前写“取整 0.01 四舍五入”，各部分之和即为该金额。',
      'zh-Hant': '請在「發放」之前寫「取整 0.01 四捨五入」，各部分之和即為該金額。',
    },
    bad: deals('  release 60% on signed, 40% on collected\n'),
    good: deals(parts),
  },
  BY643: {
    severity: 'error',
    title: { en: 'Not a share', 'zh-Hans': '不是比例', 'zh-Hant': '不是比例' },
    message: {
      en: 'a part that is released is a written share above 0%, such as 60%',
      'zh-Hans': '每次发放的部分须写成大于 0% 的比例，如 60%',
      'zh-Hant': '每次發放的部分須寫成大於 0% 的比例，如 60%',
    },
    help: {
      en: 'Write each share as a number with %, so that they can be added up.',
      'zh-Hans': '请把每个比例写成带 % 的数字，以便合计。',
      'zh-Hant': '請把每個比例寫成帶 % 的數字，以便合計。',
    },
    bad: deals('  round 0.01 half-up\n  release amount on signed, 40% on collected\n'),
    good: deals(parts),
  },
  BY644: {
    severity: 'error',
    title: { en: 'Nothing is released by it', 'zh-Hans': '没有分次发放', 'zh-Hant': '沒有分次發放' },
    message: {
      en: '`{name}` releases nothing; what is paid on a row is what a clause with `release` has paid for it{near}',
      'zh-Hans': '“{name}”没有“发放”；“已发于”取的是某条款对该记录已发放的金额{near}',
      'zh-Hant': '「{name}」沒有「發放」；「已發於」取的是某條款對該紀錄已發放的金額{near}',
    },
    help: {
      en: 'Name a clause with `release`; where all is paid at once, write `release 100% on` its date.',
      'zh-Hans': '请写带有“发放”的条款；一次付清的写“发放 100% 于”该日期。',
      'zh-Hant': '請寫帶有「發放」的條款；一次付清的寫「發放 100% 於」該日期。',
    },
    bad: deals('  round 0.01 half-up\n', returns('paid on deal by booking')),
    good: deals(parts, returns('paid on deal by booking')),
  },
  BY645: {
    severity: 'error',
    title: { en: 'Not the row that was paid', 'zh-Hans': '不是所发放的记录', 'zh-Hant': '不是所發放的紀錄' },
    message: {
      en: 'this must lead from a row with a date of its own to the {record} that was paid for',
      'zh-Hans': '此处应从一条有日期的记录指向所发放的{record}',
      'zh-Hant': '此處應從一筆有日期的紀錄指向所發放的{record}',
    },
    help: {
      en: 'Write it in a clause `for each` row that refers to it: `paid on deal by booking`. On that row itself the clause is read by its name: `start booking`.',
      'zh-Hans':
        '请写在引用该记录的“适用于 每笔”条款中，如“已发于 订单 按 签约奖”。在该记录自身上，直接写条款名：`起算 签约奖`。',
      'zh-Hant':
        '請寫在引用該紀錄的「適用於 每筆」條款中，如「已發於 訂單 按 簽約獎」。在該紀錄自身上，直接寫條款名：`起算 簽約獎`。',
    },
    bad: deals(parts, returns('paid on returned by booking')),
    good: deals(parts, returns('paid on deal by booking')),
  },
  BY646: {
    severity: 'error',
    title: { en: 'Taken from nobody', 'zh-Hans': '没有从任何人追回', 'zh-Hant': '沒有從任何人追回' },
    message: {
      en: 'no payout takes `{name}`, so it would be paid, not taken back',
      'zh-Hans': '没有支付条款扣减“{name}”，它会被当作应发金额',
      'zh-Hant': '沒有支付條款扣減「{name}」，它會被當作應發金額',
    },
    help: {
      en: 'Write `take {name}` in a payout, beside what it takes it from.',
      'zh-Hans': '请在支付条款中写“扣减 {name}”，与被扣减的条款并列。',
      'zh-Hant': '請在支付條款中寫「扣減 {name}」，與被扣減的條款並列。',
    },
    bad: deals(parts, returns('paid on deal by booking').replace('  take cancelled\n', '')),
    good: deals(parts, returns('paid on deal by booking')),
  },
} as const satisfies { readonly [code: string]: Entry }
