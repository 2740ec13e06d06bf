import { expect, test } from 'vitest'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import type { DataSet } from './data.ts'
import { engineLines } from './engine.ts'

// What random policies have brought to light, each as the smallest policy that shows it, worked by hand.

const head = `policy found "Found" {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep { id text key; role one of junior, senior; share percent optional; wage money optional }
record Deal {
  id text key
  rep Rep
  signed date posting
  collected date optional
  kind one of fresh, other
  amount money from -1_000_000 CNY up to 1_000_000 CNY
}
`
const rep = (id: string, role: string, share = '100%', wage = '5000') => ({ id, role, share, wage })
const deal = (id: string, signed: string, collected: string, kind: string, amount: string) => ({
  id,
  rep: 'A',
  signed,
  collected,
  kind,
  amount,
})

/** One line as the engine and as the reference give it: both are expected to say what was worked by hand. */
function both(text: string, rows: DataSet, line: string): readonly [engine: string, reference: string] {
  const policy = `${head}${text}\n`
  const got = engineLines([{ name: 'policy.bylaw', text: policy }], rows, firstHalf)
  if ('errors' in got) throw new Error(got.errors.join('\n'))
  const [name = '', who = '', when = ''] = line.split('|')
  const asked = reference(programOf(policy), new Map(Object.entries(rows)), when === '' ? [] : [when])
  return [meaning(got.lines.get(line)), meaning(asked.value(name, who, when === '' ? undefined : when))]
}

const alike = (text: string) => [text, text]

test('a table may list the words of a field in any order', () => {
  const policy = `table factor {
  | role   | => factor |
  | senior | 2%        |
  | junior | 1%        |
}
commission pay for each Rep {
  rate factor(role) of 1_000 CNY
  round 0.01 half-up
}`
  const rows = { Rep: [rep('J', 'junior'), rep('S', 'senior')] }
  expect(both(policy, rows, 'pay|J|')).toEqual(alike('10'))
  expect(both(policy, rows, 'pay|S|')).toEqual(alike('20'))
})

test('a parameter may list its keys in any order', () => {
  const policy = `parameter fee by role {
  | role   | value  |
  | senior | 80 CNY |
  | junior | 50 CNY |
}
commission pay for each Rep {
  start fee(role)
}`
  expect(both(policy, { Rep: [rep('J', 'junior')] }, 'pay|J|')).toEqual(alike('50'))
})

const onCollection = `bonus deal_bonus for each Deal to deal.rep posting collected where collected present {
  rate 1% of amount
  round 0.01 half-up
}
payout pay for Rep per quarter {
  add deal_bonus
}`
const openDeal = {
  Rep: [rep('A', 'junior')],
  Deal: [
    deal('D1', '2026-01-10', '2026-02-01', 'fresh', '1000'),
    deal('D2', '2026-01-11', '', 'fresh', '9000'),
  ],
}

test('a row that a clause leaves out is not applicable, also without the date that the clause counts by', () => {
  expect(both(onCollection, openDeal, 'deal_bonus|D2|')).toEqual(alike('not applicable'))
})

test('a row that a clause leaves out does not hold the pay of its person', () => {
  expect(both(onCollection, openDeal, 'pay|A|2026-Q1')).toEqual(alike('10'))
})

test('an excluded row without a date does not hold a sum', () => {
  const policy = `value counted for each Deal where kind = fresh = amount
value total for Rep per quarter = sum(Deal.counted)
commission pay for Rep per quarter {
  rate 1% of total
  round 0.01 half-up
}`
  const rows = {
    Rep: [rep('A', 'junior')],
    Deal: [deal('D1', '2026-01-10', '', 'fresh', '1000'), deal('D2', '', '', 'other', '9000')],
  }
  expect(both(policy, rows, 'pay|A|2026-Q1')).toEqual(alike('10'))
})

test('an excluded row whose value would be a quotient is skipped by a sum', () => {
  const policy = `value third for each Deal where kind = fresh = amount / 3
value total for Rep per quarter = sum(Deal.third)
commission pay for Rep per quarter {
  rate 100% of total
  round 0.01 half-up
}`
  const rows = {
    Rep: [rep('A', 'junior')],
    Deal: [deal('D1', '2026-01-10', '', 'fresh', '1000'), deal('D2', '2026-01-10', '', 'other', '9000')],
  }
  expect(both(policy, rows, 'pay|A|2026-Q1')).toEqual(alike('333.33'))
})

test('a default for what is missing never replaces what could not be read', () => {
  const policy = `value quota for Rep per quarter = only(Deal.amount where kind = other)
value sold for Rep per quarter = sum(Deal.amount where kind = fresh)
commission pay for Rep per quarter {
  start (sold + quota) if missing 7 CNY
}`
  const rows = { Rep: [rep('A', 'junior')], Deal: [deal('D1', '2026-01-10', '', 'fresh', 'many')] }
  expect(both(policy, rows, 'pay|A|2026-Q1')).toEqual(alike('held'))
})

test('a cap over one clause cuts it, however many places the others have', () => {
  const policy = `commission main for Rep per quarter {
  start 1_000 CNY
}
commission other for Rep per quarter {
  rate share / 3 of 300 CNY
}
payout pay for Rep per quarter {
  add main
  add other
  cap 400 CNY lost over main
}`
  expect(both(policy, { Rep: [rep('A', 'junior')] }, 'pay|A|2026-Q1')).toEqual(alike('500'))
})

test('a payout leaves out a clause that is not applicable, also when it would give a quotient', () => {
  const policy = `commission main for Rep where role = senior per quarter {
  rate share / 3 of 300 CNY
}
commission other for Rep per quarter {
  start 50 CNY
}
payout pay for Rep per quarter {
  add main
  add other
}`
  expect(both(policy, { Rep: [rep('A', 'junior')] }, 'pay|A|2026-Q1')).toEqual(alike('50'))
})

const scored = `scorecard kpi for Rep where role = senior per quarter {
  indicator share_score weight 100% {
    actual share
    score ratio up to 120%
  }
  round 0.01 half-up
  levels {
    | from | => level | => factor |
    | 0    | low      | 50%       |
    | 90   | high     | 110%      |
  }
}
commission pay for Rep per quarter {
  start 100 CNY
  times if kpi.factor not applicable then 100% else kpi.factor
}`

test('the level and the factor of a scorecard are not applicable where the scorecard is not', () => {
  const rows = { Rep: [rep('J', 'junior'), rep('S', 'senior')] }
  expect(both(scored, rows, 'kpi.factor|J|2026-Q1')).toEqual(alike('not applicable'))
  expect(both(scored, rows, 'kpi.share_score|J|2026-Q1')).toEqual(alike('not applicable'))
  expect(both(scored, rows, 'pay|J|2026-Q1')).toEqual(alike('100'))
  expect(both(scored, rows, 'pay|S|2026-Q1')).toEqual(alike('110'))
})

test('a score beyond all reason is held or right, never another number', () => {
  // 5,000 / −0.01 = −500,000: −50,000,000 points.
  const policy = `value sold for Rep per quarter = sum(Deal.amount)
scorecard kpi for Rep per quarter {
  indicator i weight 100% {
    actual wage
    target sold
    score ratio up to 120%
  }
  round 0.01 half-up
}`
  const rows = { Rep: [rep('A', 'junior')], Deal: [deal('D1', '2026-01-10', '', 'fresh', '-0.01')] }
  const [engine, asked] = both(policy, rows, 'kpi|A|2026-Q1')
  expect(asked).toBe('-50000000')
  expect(['held', asked]).toContain(engine)
})

test('a gate that is not met pays nothing, however large the least amount behind it is', () => {
  const policy = `value factor for Rep per quarter = 80%
commission deal_pay for each Deal to deal.rep {
  start larger of 300 CNY, amount
}
bonus large for Rep per quarter {
  gate role = senior
  start 40_000 CNY
  times (100% clamp 40% to 120%) when wage >= 0 CNY
  times factor
}
payout pay for Rep per quarter {
  add best of large, deal_pay
}`
  const rows = { Rep: [rep('A', 'junior')], Deal: [] }
  expect(both(policy, rows, 'large|A|2026-Q1')).toEqual(alike('0'))
  expect(both(policy, rows, 'pay|A|2026-Q1')).toEqual(alike('0'))
})

test('a factor that applies only when a test holds keeps the amount in its place', () => {
  // 100 % of 100,000, times 1, times 1, less 12.34.
  const policy = `value sold for Rep per quarter = sum(Deal.amount)
value part for Rep per quarter = sold / sold
commission pay for Rep per quarter {
  rate part of sold
  times part when wage > 0 CNY
  times 100% rounded down to 0.01% when wage > 0 CNY
  minus 12.34 CNY
  round 1 floor
}`
  const rows = { Rep: [rep('A', 'junior')], Deal: [deal('D1', '2026-01-10', '', 'fresh', '100000')] }
  expect(both(policy, rows, 'pay|A|2026-Q1')).toEqual(alike('99987'))
})

test('a fraction that nobody rounds is shown to 12 places, also where its denominator happens to be 1', () => {
  const policy = `value third for Rep per quarter = sum(Deal.amount) / 3_000 CNY
value mean per quarter = avg(Rep.third)
commission pay for Rep per quarter {
  start 307.5 CNY
  times mean
}`
  // 0.333333333333 of 307.5 is 102.4999999998975.
  const rows = { Rep: [rep('A', 'junior')], Deal: [deal('D1', '2026-01-10', '', 'fresh', '1000')] }
  expect(both(policy, rows, 'pay|A|2026-Q1')).toEqual(alike('102.499999999898'))
})

const onlyFresh = `value net for each Deal where kind = fresh = amount / 3
value part for each Deal where kind = fresh = amount * 10%
`
const oneOther = {
  Rep: [rep('A', 'junior')],
  Deal: [deal('D', '2026-01-05', '', 'other', '300'), deal('F', '2026-01-05', '', 'fresh', '300')],
}

test.each([
  // What is not applicable is passed on by all that only hands a value over, at whatever scale and as a fraction too.
  ['start net', '100'],
  ['start part', '30'],
  ['start net\n  plus 12.3456 CNY when amount > 300 CNY', '100'],
  ['start net\n  times 2.5% when amount > 300 CNY', '100'],
  ['start part\n  times 2.5% when amount > 300 CNY\n  plus 1.125 CNY when amount > 300 CNY', '30'],
  ['start if amount > 0 CNY then part else 1.125 CNY', '30'],
  ['start if amount > 0 CNY then net else 1.125 CNY', '100'],
  ['start net if missing 1.125 CNY', '100'],
])('what is not applicable stays so where nothing reckons with it: %s', (steps, paid) => {
  const policy = `${onlyFresh}commission pay for each Deal {
  ${steps}
}`
  expect(both(policy, oneOther, 'pay|D|')).toEqual(alike('not applicable'))
  expect(both(policy, oneOther, 'pay|F|')).toEqual(alike(paid))
})

test('what is not applicable holds what reckons with it', () => {
  const policy = `${onlyFresh}commission pay for each Deal {
  start part
  times 2.5%
}`
  expect(both(policy, oneOther, 'pay|D|')).toEqual(alike('held'))
})

test('what is still owed is forgiven in its time, also where the gate of that period is not met', () => {
  const policy = `value sold for Rep per month = sum(Deal.amount)
value count_of_months for Rep per month starts 0 = (count_of_months in previous month) + 1
commission pay for Rep per month {
  gate sold > 100 CNY
  rate 10% of sold
  floor 50 CNY carried forgiven when count_of_months = 2
  round 0.01 half-up
}`
  const of = (months: readonly string[]) => ({
    Rep: [rep('A', 'junior')],
    Deal: months.map((month, i) => deal(`${i}`, `2026-${month}-05`, '', 'fresh', i === 0 ? '200' : '1000')),
  })
  // January: 20, raised by 30 to 50. In March 100, of which 30 are taken back, unless February has forgiven them.
  expect(both(policy, of(['01', '03']), 'pay|A|2026-01')).toEqual(alike('50'))
  expect(both(policy, of(['01', '03']), 'pay|A|2026-03')).toEqual(alike('100'))
  const never = policy.replace('= 2', '= 9')
  expect(both(never, of(['01', '03']), 'pay|A|2026-03')).toEqual(alike('70'))
  // With a gate that is met in February it is taken back there, before anything is forgiven.
  expect(both(policy, of(['01', '02']), 'pay|A|2026-02')).toEqual(alike('70'))
})
