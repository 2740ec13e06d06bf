import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'
import { worded } from './worded.ts'

const rep = (exists: string) => `record Rep {
  id text key
  hired date
  ${exists}
}

`

/** Amounts for a part of a period. */
export const prorateMessages = {
  BY684: {
    ...worded(
      'error',
      ['Nobody to be there for a part', '没有可按在册折算的对象', '沒有可按在冊折算的對象'],
      [
        'what is prorated is for somebody and a period, of whom the record says from when until when: this is {here}',
        '折算须针对某对象的某期间，且记录写明其在册的起止；当前为：{here}',
        '折算須針對某對象的某期間，且紀錄寫明其在冊的起訖；目前為：{here}',
      ],
      [
        'Write `exists from hired until left` in the record, and prorate `for Rep per month`.',
        '请在记录中写“在册 自 入职日 至 离职日”，并在“适用于 业务员 每月”中折算。',
        '請在紀錄中寫「在冊 自 到職日 至 離職日」，並在「適用於 業務員 每月」中折算。',
      ],
    ),
    bad: withPolicy(`${rep('active yes/no')}bonus allowance for Rep per month {
  start 800 CNY
  prorate by calendar days
  round 0.01 half-up
}
`),
    good: withPolicy(`${rep('exists from hired')}bonus allowance for Rep per month {
  start 800 CNY
  prorate by calendar days
  round 0.01 half-up
}
`),
  },
  BY685: {
    ...worded(
      'error',
      ['No calendar of working days', '没有工作日历', '沒有工作日曆'],
      [
        'working days need the calendar of the policy, and it names none that is known',
        '工作日需要制度的日历，而制度没有写明已知的日历',
        '工作日需要制度的日曆，而制度沒有寫明已知的日曆',
      ],
      [
        'Write `calendar cn` in the policy: working days in China with their holidays and makeup days.',
        '请在制度中写“日历 cn”，即含法定节假日与调休的中国工作日历。',
        '請在制度中寫「日曆 cn」，即含國定假日與調休的中國工作日曆。',
      ],
    ),
    bad: withPolicy(`${rep('exists from hired')}bonus allowance for Rep per month {
  start 800 CNY
  prorate by working days
  round 0.01 half-up
}
`),
    good: withPolicy(`${rep('exists from hired')}bonus allowance for Rep per month {
  start 800 CNY
  prorate by working days
  round 0.01 half-up
}
`).replace('currency CNY', 'currency CNY\n  calendar cn'),
  },
} as const satisfies { readonly [code: string]: Entry }
