import { describe, expect, test } from 'vitest'
import { findings, run } from '../run-policy.ts'

/** Every expected amount here is worked by hand from these few rows. */
const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key }
record Rep {
  id text key
  role one of rep, senior
  team Team
  hired date
  left date optional
  wage money per month optional
  exists from hired until left
}
record Order {
  id text key
  rep Rep
  signed date posting
  amount money up to 1亿
  discount percent
  kind one of new, old
  units count
  ratio price ratio optional
}
record Receipt { id text key; order Order; received date posting; amount money up to 1亿 }
record Quota { rep Rep; period quarter; amount money }
value collected for Rep per quarter = sum(Receipt.amount)
value quota for Rep per quarter = only(Quota.amount)
value attainment for Rep where quota > 0 CNY per quarter = collected / quota
`
const data = {
  Team: [{ id: 'T' }],
  Rep: [
    { id: 'A', role: 'rep', team: 'T', hired: '2020-01-01', left: '', wage: '5000' },
    { id: 'B', role: 'senior', team: 'T', hired: '2026-05-01', left: '', wage: '' },
    { id: 'C', role: 'rep', team: 'T', hired: '2026-07-01', left: '', wage: '' },
    { id: 'D', role: 'rep', team: 'T', hired: '2020-01-01', left: '2026-03-31', wage: '' },
  ],
  Order: [
    {
      id: '1',
      rep: 'A',
      signed: '2026-04-01',
      amount: '79999.99',
      discount: '5%',
      kind: 'new',
      units: '3',
      ratio: '9.5折',
    },
    {
      id: '2',
      rep: 'B',
      signed: '2026-04-30',
      amount: '120000',
      discount: '5%',
      kind: 'old',
      units: '1',
      ratio: '',
    },
    {
      id: '3',
      rep: 'B',
      signed: '2026-06-30',
      amount: '-20000',
      discount: '5%',
      kind: 'old',
      units: '2',
      ratio: '8折',
    },
  ],
  Receipt: [
    { id: 'r1', order: '1', received: '2026-04-01', amount: '79999.99' },
    { id: 'r2', order: '2', received: '2026-04-30', amount: '120000' },
    { id: 'r3', order: '3', received: '2026-06-30', amount: '-20000' },
  ],
  Quota: [
    { rep: 'A', period: '2026-Q2', amount: '100000' },
    { rep: 'B', period: '2026-Q2', amount: '80000' },
  ],
}

function quarter(clauses: string, rows: typeof data = data): { readonly [line: string]: string } {
  return Object.fromEntries(run(head + clauses, rows, '2026-04-01', '2026-06-30'))
}

const notThere = { 'c C 2026-Q2': 'n/a BY810', 'c D 2026-Q2': 'n/a BY810' }

describe('tiers', () => {
  test('one cent under the quota is never 100 %, and a slice earns its own rate', () => {
    const clause = `commission c for Rep per quarter {
      gate attainment >= 80%
      tiers marginal of collected by attainment {
        | from | rate |
        | 0%   | 1%   |
        | 100% | 2%   |
      }
      round 0.01 half-up
    }`
    expect(quarter(clause)).toEqual({ 'c A 2026-Q2': '0.00', 'c B 2026-Q2': '1200.00', ...notThere })
  })

  test('a row with its own mode pays marginally on top of what the row before pays in full', () => {
    const clause = `commission c for Rep per quarter {
      tiers whole of collected by attainment {
        | from | rate | mode     |
        | 0%   | 5%   | whole    |
        | 100% | 8%   | marginal |
      }
      round 0.01 half-up
    }`
    expect(quarter(clause)).toEqual({ 'c A 2026-Q2': '4000.00', 'c B 2026-Q2': '5600.00', ...notThere })
  })

  test('straight lines are flat beyond their ends, and go on with `extend`', () => {
    const clause = (extend: string) => `commission c for Rep per quarter {
      tiers linear by attainment ${extend} {
        | at   | pays |
        | 50%  | 0    |
        | 100% | 1000 |
      }
      round 0.01 half-up
    }`
    expect(quarter(clause(''))).toMatchObject({ 'c A 2026-Q2': '600.00', 'c B 2026-Q2': '1000.00' })
    expect(quarter(clause('extend'))).toMatchObject({ 'c A 2026-Q2': '600.00', 'c B 2026-Q2': '1500.00' })
  })

  test('a ladder adds the steps reached; `over` leaves the boundary below', () => {
    const clause = `commission c for Rep per quarter {
      tiers marginal by quota {
        | from    | pays |
        | 0       | 0    |
        | 80_000  | 100  |
        | 100_000 | 150  |
      }
      plus tiers whole of quota {
        | over   | rate |
        | 0      | 1%   |
        | 80_000 | 2%   |
      }
      round 1 half-even
    }`
    expect(quarter(clause)).toMatchObject({ 'c A 2026-Q2': '2250.00', 'c B 2026-Q2': '900.00' })
  })
})

describe('thresholds', () => {
  test('a threshold keeps every digit: named, negative, and finer than the other rows', () => {
    const clause = (from: string) => `parameter high = 125.05%
    commission c for Rep per quarter {
      tiers whole of collected by attainment {
        | from    | rate |
        | -0.125% | 1%   |
        | ${from} | 2%   |
      }
      round 0.01 half-up
    }`
    // B stands at 125 %: just below 125.05 %, not below 125 %.
    expect(quarter(clause('high'))).toMatchObject({ 'c B 2026-Q2': '1000.00' })
    expect(quarter(clause('125.0%'))).toMatchObject({ 'c B 2026-Q2': '2000.00' })
  })

  test('a level begins at its very threshold', () => {
    const card = (from: string) => `scorecard k for Rep per quarter {
      indicator a weight 100% { score points 59.9999999 }
      levels {
        | from    | => level |
        | 0       | low      |
        | ${from} | high     |
      }
    }`
    expect(quarter(card('59.9999999'))).toMatchObject({ 'k A 2026-Q2 level': 'high' })
    expect(quarter(card('59.99999999'))).toMatchObject({ 'k A 2026-Q2 level': 'low' })
  })

  test('a field is not bounded in another currency', () => {
    const record = 'policy p { currency CNY }\nrecord Sale { amount money up to 500 USD }'
    expect(findings(record)).toContain('BY305')
  })
})

describe('rows and subjects', () => {
  test('a payout gathers row clauses through their payee and date, refunds included', () => {
    const clauses = `commission c for each Order to order.rep where kind = new {
      rate 2% of amount
      minus 1 CNY when discount >= 5%
      round 0.01 half-up
    }
    commission d for each Order to order.rep { rate 1% of amount * (1 - discount) / 3; round 0.01 half-even }
    payout pay for Rep per quarter { add c, d; floor 0 CNY }`
    expect(quarter(clauses)).toEqual({
      'c 1': '1599.00',
      'c 2': 'n/a BY811',
      'c 3': 'n/a BY811',
      'd 1': '253.33',
      'd 2': '380.00',
      'd 3': '-63.33',
      'pay A 2026-Q2': '1852.33',
      'pay B 2026-Q2': '316.67',
      'pay C 2026-Q2': 'n/a BY810',
      'pay D 2026-Q2': 'n/a BY810',
    })
  })

  test('a value of a person is summed, counted and compared over a team; who is not there is left out', () => {
    const clauses = `value team_total for Team per quarter = sum(Rep.collected)
    value best for Team per quarter = max(Rep.attainment)
    value heads for Team per quarter = count(Rep)
    value over for Team per quarter = count(Rep where attainment >= 100%)
    commission c for Team per quarter {
      rate 1% of team_total
      times best
      plus 1 CNY * heads
      plus 10 CNY * over
      round 0.01 half-up
    }`
    const rows = { ...data, Quota: [...data.Quota] }
    // 179,999.99 × 1 % × 1.25 = 2,249.999875, + 2 people, + 10 for the one over.
    expect(quarter(clauses, rows)).toEqual({ 'c T 2026-Q2': '2262.00' })
  })

  test('the word of a list is meant where the row has the same name', () => {
    const clause = 'commission c for Rep where role = rep per quarter { start 5 CNY }'
    expect(quarter(clause)).toMatchObject({ 'c A 2026-Q2': '5.00', 'c B 2026-Q2': 'n/a BY811' })
  })

  test('the first and last day of the period have Chinese names too', () => {
    const clause =
      '提成 c 适用于 Rep 每季度 { 起算 1元 * 月数(hired, 期末日()); 加上 1元 * 天数(hired, 期初日()) }'
    expect(quarter(clause)).toMatchObject({ 'c A 2026-Q2': '2359.00', 'c B 2026-Q2': '-29.00' })
  })

  test('tenure is counted in whole months and in days', () => {
    const clause = `commission c for Rep per quarter {
      start 1 CNY * months(hired, last_day())
      plus 1 CNY * days(hired, first_day())
    }`
    // A: 77 months, 2,282 days; B: 1 month, 30 days before the hiring.
    expect(quarter(clause)).toMatchObject({ 'c A 2026-Q2': '2359.00', 'c B 2026-Q2': '-29.00' })
  })
})

describe('what is missing', () => {
  test('a receipt without a date holds the periods of its rep, and of nobody else', () => {
    const rows = { ...data, Receipt: [...data.Receipt, { id: 'r4', order: '3', received: '', amount: '1' }] }
    const clause = 'commission c for Rep per quarter { rate 1% of collected; round 0.01 half-up }'
    expect(quarter(clause, rows)).toMatchObject({ 'c A 2026-Q2': '800.00', 'c B 2026-Q2': 'held BY801' })
  })

  test('`if missing` catches what is missing, not a division by zero', () => {
    const clauses = `value share for Rep per quarter = collected / (quota - 100000 CNY)
    commission c for Rep per quarter { start wage if missing 7 CNY; times share if missing 1; round 0.01 half-up }`
    // A: the divisor is 0. B: 7 × 100,000 / −20,000.
    expect(quarter(clauses)).toMatchObject({ 'c A 2026-Q2': 'held BY803', 'c B 2026-Q2': '-35.00' })
  })

  test('a test is decided as soon as its known side suffices', () => {
    const clause = `commission c for each Order {
      start 1 CNY
      plus 1 CNY when ratio present and ratio < 9折
      plus 10 CNY when ratio missing or ratio > 9折
    }`
    expect(quarter(clause)).toEqual({ 'c 1': '11.00', 'c 2': '11.00', 'c 3': '2.00' })
  })

  test('not applicable adds nothing to a payout, and holds what is reckoned with it', () => {
    const clauses = `commission a for Rep where role = rep per quarter { start 10 CNY }
    commission b for Rep where role = senior per quarter { start 20 CNY }
    value both for Rep per quarter = a.amount + b.amount
    commission c for Rep per quarter { start both }
    payout pay for Rep per quarter { add a, b }`
    expect(quarter(clauses)).toMatchObject({
      'pay A 2026-Q2': '10.00',
      'pay B 2026-Q2': '20.00',
      'c A 2026-Q2': 'held BY811',
    })
  })
})

describe('parameters', () => {
  const dated = `parameter f {
    | from       | until      | value |
    | 2026-01-01 | 2026-05-15 | 1.2   |
    | 2026-05-16 | open       | 1.1   |
  }
  parameter base by role {
    | role   | value   |
    | rep    | 5 CNY   |
    | senior | 7.5 CNY |
  }
  `
  test('the value in force on the row’s own date counts', () => {
    const clause = 'commission c for each Order { rate f * 1% of amount; round 0.01 half-up }'
    expect(quarter(dated + clause)).toMatchObject({ 'c 1': '960.00', 'c 2': '1440.00', 'c 3': '-220.00' })
  })

  test('a change inside the period is an error until the clause says which day counts', () => {
    const clause = (how: string) =>
      `commission c for Rep per quarter ${how} { start base(role); times f; round 0.01 half-up }`
    expect(findings(head + dated + clause(''))).toContain('BY407')
    expect(quarter(dated + clause('as of first day'))).toMatchObject({ 'c A 2026-Q2': '6.00' })
    expect(quarter(dated + clause('as of last day'))).toMatchObject({ 'c A 2026-Q2': '5.50' })
    // 45 days at 1.2 and 46 at 1.1: 104.6 / 91.
    expect(quarter(dated + clause('averaged by days'))).toMatchObject({
      'c A 2026-Q2': '5.75',
      'c B 2026-Q2': '8.62',
    })
  })
})

describe('payouts', () => {
  test('the best of several counts, a cap over some cuts only what they add, a floor lifts', () => {
    const clauses = `commission a for Rep where role = rep per quarter { start 10 CNY }
    commission b for Rep where role = senior per quarter { start 20 CNY }
    commission e for Rep per quarter { start 5.5 CNY }
    commission z for Rep per quarter { start 1 CNY }
    payout pay for Rep per quarter { add best of a, b, e; take z; cap 7 CNY lost over a, b; floor 6.5 CNY }`
    // A: 10 − 1 − 3 = 6, lifted; B: 20 − 1 − 13 = 6, lifted.
    expect(quarter(clauses)).toMatchObject({ 'pay A 2026-Q2': '6.50', 'pay B 2026-Q2': '6.50' })
    expect(quarter(clauses.replace('; floor 6.5 CNY', ''))).toMatchObject({
      'pay A 2026-Q2': '6.00',
      'pay B 2026-Q2': '6.00',
    })
  })
})

describe('scorecards', () => {
  const card = (moved: string) => `scorecard k for Rep per quarter {
    indicator a weight 60% { actual attainment; score ratio 60% to 120% }
    indicator b weight 40% { actual collected; target 100000 CNY; score ratio; applies when role = rep }
    weight not applicable ${moved}
    round 0.01 half-up
  }`
  test('a weight that does not apply goes where it is written', () => {
    // B: a = 120 of 60 %; b does not apply.
    expect(quarter(card('in proportion'))).toMatchObject({ 'k A 2026-Q2': '80.00', 'k B 2026-Q2': '120.00' })
    expect(quarter(card('to a'))).toMatchObject({ 'k A 2026-Q2': '80.00', 'k B 2026-Q2': '120.00' })
    expect(quarter(card('lost'))).toMatchObject({ 'k A 2026-Q2': '80.00', 'k B 2026-Q2': '72.00' })
  })

  test('with a target, steps and lines are for the share of it that was reached', () => {
    const steps = `scorecard k for Rep per quarter {
      indicator a weight 50% {
        actual collected
        target quota
        score steps {
          | from | points |
          | 0%   | 60     |
          | 100% | 100    |
        }
      }
      indicator b weight 50% {
        actual collected
        target quota
        score linear {
          | at   | points |
          | 0%   | 0      |
          | 200% | 100    |
        }
      }
      round 0.01 half-up
    }`
    // A: 79.99999 % gives 60 and 40.00; B: 125 % gives 100 and 62.5.
    expect(quarter(steps)).toMatchObject({ 'k A 2026-Q2': '50.00', 'k B 2026-Q2': '81.25' })
  })
})

test('a word of a list may be the name of a clause: beside the list it is the word', () => {
  const text = `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar desk }
calendar desk { zone Asia/Shanghai; days cn; hours 09:00 to 18:00 }
record Ticket { id text key; opened time posting }
record Log { ticket Ticket; kind one of reply, wait; at time }
sla reply "First reply" for each Ticket {
  start opened
  stop Log.at where kind = reply
  within 30 minutes
}
`
  expect(findings(text)).toEqual([])
})

test('a number of quarters is written in Chinese without a space', () => {
  const text = `制度 甲 { 语言 zh-Hans; 币种 CNY; 生效 自 2026-01-01 至 长期 }
记录 员工 { 工号 文本 主键 }
记录 订单 { 员工 员工; 日 日期 入账日; 金额 金额 }
数值 业绩 适用于 员工 每季度 = 合计(订单.金额)
奖金 奖 适用于 员工 每季度 { 比例 1% 计提 (业绩 于最近 2个季度); 取整 0.01 四舍五入 }
`
  expect(findings(text)).toEqual([])
})
