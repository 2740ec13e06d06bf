import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'
import { worded } from './worded.ts'

const rep = `record Rep {
  id text key
  hired date
  exists from hired
}
`
const credit = (lines: string): string =>
  withPolicy(`record Person { id text key }

record Receipt {
  id text key
  owner Person
  helper Person
  received date posting
  net money
}

credit sales for each Receipt to Person {
  to helper share 60%
  ${lines}
}
`)

/** Words that stand for nothing where they are: a calendar that there is not, a rest that cannot be. */
export const nothingMessages = {
  BY488: {
    ...worded(
      'error',
      ['Unknown calendar', '未知的日历', '未知的日曆'],
      ['there is no calendar `{name}`', '没有名为“{name}”的日历', '沒有名為「{name}」的日曆'],
      [
        'Write `calendar cn`, working days in China with their holidays and makeup days, or declare it: `calendar {name} { zone Europe/Berlin; days Monday to Friday }`.',
        '请写“日历 cn”，即含法定节假日与调休的中国工作日历；或自行声明：“工作日历 {name} { 时区 Asia/Shanghai; 工作日 星期一 至 星期五 }”。',
        '請寫「日曆 cn」，即含國定假日與調休的中國工作日曆；或自行宣告：「工作日曆 {name} { 時區 Asia/Shanghai; 工作日 星期一 至 星期五 }」。',
      ],
    ),
    bad: withPolicy(`${rep}bonus allowance for Rep per month {
  start 800 CNY
  prorate by working days
  round 0.01 half-up
}
`).replace('currency CNY', 'currency CNY\n  calendar china'),
    good: withPolicy(`${rep}bonus allowance for Rep per month {
  start 800 CNY
  prorate by working days
  round 0.01 half-up
}
`).replace('currency CNY', 'currency CNY\n  calendar cn'),
  },
  BY489: {
    ...worded(
      'error',
      ['Nothing is recorded', '没有登记的份额', '沒有登記的份額'],
      [
        '{name} has shares of its own, so there is nothing that `otherwise` could be for',
        '{name}的份额由各行自写，没有登记可言，“未登记时”没有意义',
        '{name}的份額由各行自寫，沒有登記可言，「未登記時」沒有意義',
      ],
      [
        'Write who has the rest with a share: `to order.owner share 40%`; `otherwise` stands beside `split`.',
        '请写明其余份额归谁，如“归于 订单.负责人 份额 40%”；“未登记时”只与“分成”同用。',
        '請寫明其餘份額歸誰，如「歸於 訂單.負責人 份額 40%」；「未登記時」只與「拆分」同用。',
      ],
    ),
    bad: credit('otherwise to owner'),
    good: credit('to owner share 40%'),
  },
} as const satisfies { readonly [code: string]: Entry }
