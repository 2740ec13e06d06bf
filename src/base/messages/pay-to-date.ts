import { worded } from './worded.ts'

const policy = (from: string, per: string): string => `policy example {
  language en
  currency CNY
  effective from ${from} until open
}

record Rep {
  id text key
}

record Order {
  id text key
  rep Rep
  signed date posting
  amount money
}

commission pay for Rep per ${per} {
  rate 1% of sum(Order.amount)
  round 0.01 half-up
}
`

/** Amounts on the year so far. */
export const toDateMessages = {
  BY686: {
    ...worded(
      'warning',
      ['Begins within the year so far', '在累计期中途生效', '在累計期中途生效'],
      [
        '`{name}` is worked out on the {period} so far, but the policy begins within one, on {day}: until the next begins, it is held',
        '“{name}”按{period}累计计算，而制度自 {day} 起在{period}中途生效：到下一个{period}开始之前一律暂缓',
        '「{name}」按{period}累計計算，而制度自 {day} 起在{period}中途生效：到下一個{period}開始之前一律暫緩',
      ],
      [
        'What was earned before the policy began is not for it to pay, nor to leave out. Let it begin on a first day, or the clause start anew sooner: `per quarter, quarter to date`. A payout that adds it and carries something on (`carried`) is held in every later year as well.',
        '制度生效之前的部分，既不能由本制度计发，也不能径行略去。请让制度自首日起生效，或缩短累计的期间，例如“每月, 季初至今”。计入该条款、又有“结转”的支付，以后各年也一律暂缓。',
        '制度生效之前的部分，既不能由本制度計發，也不能逕行略去。請讓制度自首日起生效，或縮短累計的期間，例如「每月, 季初至今」。計入該條款、又有「結轉」的支付，以後各年也一律暫緩。',
      ],
    ),
    bad: policy('2026-07-01', 'quarter, year to date'),
    good: policy('2026-07-01', 'quarter, half-year to date'),
  },
} as const
