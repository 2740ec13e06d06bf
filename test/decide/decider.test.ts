import { describe, expect, test } from 'vitest'
import { decider } from '../../src/targets/decide/decider.ts'
import { outcome, planOf, why } from './ask.ts'

/** Every expected answer here is read off these few rows by hand. */
const plan = planOf(`policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Customer { id text key; class one of A, B, C optional }
record Rep { id text key; role one of rep, senior; manager Rep optional }
record Quote {
  id text key; customer Customer; rep Rep; asked date posting; amount money up to 1亿
  discount percent; margin percent optional; rush yes/no
}
record Order { id text key; customer Customer; signed date posting; amount money up to 1亿 }
parameter limit by role { | role | value |
  | rep | 5% |
  | senior | 10% | }
value recent for each Quote = sum(Quote.amount in last 30 days within customer)
value spent for Customer = sum(Order.amount)
value sold for Customer per quarter = sum(Order.amount)
value share for Customer per quarter = sold / 100_000 CNY
decision authority for each Quote {
  table first match {
    | discount  | margin | recent            | => verdict | => level |
    | up to 5%  | >= 20% | -                 | allow      | 0        |
    | up to 12% | -      | under 100_000 CNY | approval   | 1        |
    | -         | -      | -                 | refuse     | 9        |
  }
  gives over = discount > limit(rep.role)
}
decision care for each Quote { gives gift = if spent >= 10_000 CNY and customer.class = A then 100 CNY else 0 CNY }
decision slow for each Quote { gives days = if margin missing then 10 else 3; gives known = margin if missing 0% }
decision grade for Customer per quarter {
  table unique {
    | share      | => class |
    | >= 100%    | A        |
    | under 100% | B        |
  }
}
bonus finder for each Quote to rep { rate 1.5% of amount; cap 100 CNY lost; round 0.01 half-up }
payout pay for Rep per quarter { add finder }
`)

const quote = { asked: '2026-03-01', discount: '4%', margin: '25%', recent: '0' }

describe('a decision on one request', () => {
  const authority = decider(plan, 'authority')

  test('gives the results, and the row of the table that gave them', () => {
    const answer = authority.decide({ ...quote, rep: { id: 'R', role: 'rep' } })
    expect(answer.results).toEqual({ verdict: 'allow', level: '0', over: false })
    expect(answer.row).toMatchObject({ table: 'authority', row: 1, file: 'policy.bylaw', line: 19 })
    const more = authority.decide({ ...quote, discount: '10.01%', rep: { id: 'R', role: 'senior' } })
    expect(more.results).toEqual({ verdict: 'approval', level: '1', over: true })
    expect(more.row?.row).toBe(2)
    expect(authority.decide({ ...quote, discount: '12.0001%' }).results).toMatchObject({
      verdict: 'refuse',
    })
  })

  test('lists what it reads: values of other rows are to be said by their names', () => {
    expect(authority.runs).toBe('program')
    expect(authority.record).toBe('Quote')
    expect(authority.inputs.map(({ path, is, optional }) => [path, is, optional])).toEqual([
      ['rep.role', 'field', false],
      ['asked', 'field', false],
      ['discount', 'field', false],
      ['margin', 'field', true],
      ['recent', 'value', false],
    ])
    expect(authority.results.map(({ name, type }) => [name, type.is])).toEqual([
      ['verdict', 'enum'],
      ['level', 'int'],
      ['over', 'truth'],
    ])
  })

  test('is undecided where a field is missing, with its path, and never allowed', () => {
    const { recent: _recent, ...without } = quote
    expect(outcome(authority.decide({ ...without, discount: '6%' }))).toBe('undecided BY930 at recent')
    const { discount: _discount, ...noDiscount } = quote
    expect(outcome(authority.decide(noDiscount))).toBe('undecided BY801 at discount')
    expect(authority.decide(noDiscount).results).toEqual({})
    expect(outcome(authority.decide({}))).toBe('undecided BY801 at asked')
  })

  test('is decided as soon as what is known suffices, as in a run', () => {
    const { margin: _margin, ...without } = quote
    // No row before the third can match, whatever the margin is.
    expect(outcome(authority.decide({ ...without, discount: '13%' }))).toBe('refuse')
    expect(outcome(authority.decide(without))).toBe('undecided BY801 at margin')
  })

  test('is undecided where a field is wrong or unknown, whatever depends on it', () => {
    const cases: readonly (readonly [object, string])[] = [
      [{ discount: '4 percent' }, 'undecided BY702 at discount'],
      [{ discount: ['4%'] }, 'undecided BY935 at discount'],
      [{ discount: true }, 'undecided BY702 at discount'],
      [{ discount: 4 }, 'undecided BY709 at discount'],
      [{ asked: '2026-02-30' }, 'undecided BY712 at asked'],
      [{ asked: 20514 }, 'undecided BY711 at asked'],
      [{ amount: '1.005' }, 'undecided BY703 at amount'],
      [{ amount: '-100000000.01' }, 'undecided BY704 at amount'],
      [{ amount: Number.NaN }, 'undecided BY936 at amount'],
      [{ amount: 2 ** 60 }, 'undecided BY936 at amount'],
      [{ rush: 'perhaps' }, 'undecided BY717 at rush'],
      [{ rep: { role: 'boss' } }, 'undecided BY716 at rep.role'],
      [{ rep: { rank: 'rep' } }, 'undecided BY934 at rep.rank'],
      [{ rep: ['R'] }, 'undecided BY935 at rep'],
      [{ discont: '4%' }, 'undecided BY934 at discont'],
      [{ constructor: 1 }, 'undecided BY934 at constructor'],
      [JSON.parse('{"__proto__": {"verdict": "allow"}}'), 'undecided BY934 at __proto__'],
    ]
    for (const [wrong, expected] of cases) {
      // Spread would set a prototype: the keys are put together as JSON has them.
      const request = JSON.parse(`${JSON.stringify(quote).slice(0, -1)}}`)
      for (const [key, value] of Object.entries(wrong))
        Object.defineProperty(request, key, { value, enumerable: true })
      const answer = authority.decide(request)
      expect(outcome(answer)).toBe(expected)
      expect(answer.results).toEqual({})
      expect(answer.state).toBe('undecided')
    }
  })

  test('says so of what is no request at all', () => {
    for (const wrong of [null, undefined, 3, 'allow', [quote]])
      expect(outcome(authority.decide(wrong as never))).toBe('undecided BY933')
  })

  test('is not applicable before the policy is in force', () => {
    expect(outcome(authority.decide({ ...quote, asked: '2025-12-31' }))).toBe('not-applicable BY808')
  })

  test('takes a number by its shortest decimal text, to the last cent', () => {
    const care = decider(plan, 'finder')
    const amount = (value: unknown) => care.decide({ asked: '2026-03-01', amount: value }).results
    expect(amount(0.1)).toEqual({ amount: '0.00' })
    // 1.5 % of 33.33 is 0.49995, of 33.67 it is 0.50505.
    expect(amount(33.33)).toEqual({ amount: '0.50' })
    expect(amount(33.67)).toEqual({ amount: '0.51' })
    expect(amount('33.67')).toEqual({ amount: '0.51' })
    expect(amount(6666.67)).toEqual({ amount: '100.00' })
    expect(amount(4503599627.3)).toEqual({})
    expect(amount(0.1 + 0.2)).toEqual({})
  })

  test('takes bare shares where it is told how they are meant', () => {
    const fraction = decider(plan, 'authority', { shares: 'fraction' })
    const percent = decider(plan, 'authority', { shares: 'percent' })
    const bare = { asked: '2026-03-01', recent: 0 }
    expect(outcome(fraction.decide({ ...bare, discount: 0.05, margin: 0.2 }))).toBe('allow')
    expect(outcome(fraction.decide({ ...bare, discount: 0.050001, margin: 0.2 }))).toBe('approval')
    expect(outcome(percent.decide({ ...bare, discount: 5, margin: '20' }))).toBe('allow')
    expect(outcome(percent.decide({ ...bare, discount: 5.0001, margin: '20%' }))).toBe('approval')
  })
})

describe('rows that a request refers to', () => {
  const care = decider(plan, 'care')
  const base = { asked: '2026-03-01' }

  test('are objects with their fields and their own values of other rows', () => {
    const gift = (customer: unknown) => outcome(care.decide({ ...base, customer }))
    expect(gift({ id: 'C', class: 'A', spent: '10000' })).toBe('100')
    expect(gift({ id: 'C', class: 'A', spent: '9999.99' })).toBe('0')
    expect(gift({ class: 'B' })).toBe('0')
    expect(gift({ class: 'A' })).toBe('undecided BY930 at customer.spent')
    expect(gift({ spent: '10000' })).toBe('undecided BY801 at customer.class')
  })

  test('may be keys, of which nothing more is known', () => {
    expect(outcome(care.decide({ ...base, customer: 'C' }))).toBe('undecided BY937 at customer.spent')
    expect(outcome(care.decide(base))).toBe('undecided BY801 at customer')
  })

  test('are one row where the keys are the same: what is said twice must be the same', () => {
    const authority = decider(plan, 'authority')
    const twice = planOf(`policy q { language en; currency CNY }
record Rep { id text key; role one of rep, senior }
record Quote { id text key; rep Rep; owner Rep; asked date posting }
decision same for each Quote {
  gives both = rep = owner
  gives roles = if rep.role = senior then owner.role else rep.role
}`)
    const same = decider(twice, 'same')
    const ask = (rep: unknown, owner: unknown) => same.decide({ rep, owner })
    expect(ask('R', 'R').results).toEqual({ both: true })
    expect(ask({ id: 'R', role: 'rep' }, 'R').results).toEqual({ both: true, roles: 'rep' })
    expect(ask('S', { id: 'R', role: 'rep' }).results).toEqual({ both: false })
    expect(ask({ id: 'R', role: 'rep' }, { id: 'R', role: 'senior' }).problems.map(why)).toEqual([
      'undecided BY938 at owner',
    ])
    expect(ask({ role: 'rep' }, { role: 'senior' }).results).toEqual({ roles: 'rep' })
    expect(authority.problems).toEqual([])
  })
})

describe('a value that may be missing', () => {
  const slow = decider(plan, 'slow')
  test('is missing where the request leaves an optional field out or empty', () => {
    for (const request of [{}, { margin: null }, { margin: '' }])
      expect(slow.decide({ asked: '2026-03-01', ...request }).results).toEqual({
        days: '10',
        known: '0.000000',
      })
    expect(slow.decide({ asked: '2026-03-01', margin: '1%' }).results).toMatchObject({ days: '3' })
  })
})

describe('a decision for each subject and period', () => {
  const grade = decider(plan, 'grade')
  test('is asked for a period, with the values of that period', () => {
    expect(grade.inputs.map(({ path, is }) => [path, is])).toEqual([
      ['period', 'period'],
      ['sold', 'value'],
    ])
    const ask = (sold: string, period = '2026-Q2') => outcome(grade.decide({ id: 'C', period, sold }))
    expect(ask('100000')).toBe('A')
    expect(ask('99999.99')).toBe('B')
    expect(ask('1', '2025-Q4')).toBe('not-applicable BY808')
    expect(ask('1', '2026-Q5')).toBe('undecided BY714 at period')
  })
})

describe('a clause that cannot be asked', () => {
  test('says why, and decides nothing', () => {
    for (const [clause, code] of [
      ['nothing', 'BY931'],
      ['pay', 'BY932'],
    ] as const) {
      const none = decider(plan, clause)
      if (clause === 'pay') expect(none.problems.length).toBeLessThanOrEqual(1)
      else expect(none.problems.map(({ code: own }) => own)).toEqual([code])
      expect(none.decide({}).state).toBe('undecided')
    }
  })
})

describe('an explanation', () => {
  test('has the row that matched and for the others the first cell that fails, and a text', () => {
    const answer = decider(plan, 'authority').decide({ ...quote, discount: '5.5%', margin: '30%' })
    const explanation = answer.explain()
    expect(explanation.row?.row).toBe(2)
    expect(explanation.failed).toEqual(['discount', undefined, undefined])
    expect(explanation.tree?.result).toMatchObject({ is: 'enum', text: 'approval' })
    expect(explanation.text('en')).toContain('line 19 asks for discount ≤ 5%')
    expect(explanation.text('zh-Hans')).toContain('approval')
  })

  test('of a request that is refused says what is wrong', () => {
    const answer = decider(plan, 'authority').decide({ ...quote, discount: 'x' })
    expect(answer.explain().text('en')).toMatch(/^discount: /u)
  })
})

describe('a value that no row of a table covers', () => {
  const plan = planOf(`policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Trip { id text key; city text; started date posting; days count optional }
parameter allowance by city {
  | city   | from       | until      | value   |
  | Suzhou | 2026-01-01 | 2026-06-30 | 800 CNY |
  | Suzhou | 2026-07-01 | open       | 900 CNY |
  | Berlin | 2026-01-01 | open       | 700 CNY |
}
decision paid for each Trip { gives amount = allowance(city) * days; gives half = allowance(city) / 2 }
`)
  const { decide } = decider(plan, 'paid')

  test('is named in the reason of every result', () => {
    const answer = decide({ id: '1', city: 'Wuxi', started: '2026-03-01', days: 2 })
    expect(answer.state).toBe('undecided')
    expect(answer.reason).toMatchObject({
      code: 'BY804',
      args: { lacking: 'city = Wuxi, date = 2026-03-01' },
    })
    expect(answer.reasons.half).toMatchObject({
      code: 'BY804',
      args: { lacking: 'city = Wuxi, date = 2026-03-01' },
    })
    // Asked for once more after another request has been decided, it is still that of its own request.
    expect(decide({ id: '2', city: 'Suzhou', started: '2026-03-01', days: 2 }).results.amount).toBe('1600')
    expect(answer.reason).toMatchObject({ args: { lacking: 'city = Wuxi, date = 2026-03-01' } })
  })
})

test('who acts for the approver that a table asks for is read along references alone', () => {
  const plan = planOf(`policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Banker { id text key; role one of officer, head, chief; boss Banker optional }
record StandIn { giver Banker; taker Banker; begins date; ends date; in force from begins until ends by giver }
record Loan { id text key; banker Banker; asked date posting; discount percent from 0% up to 100%; rating one of A, B }
authority pricing for each Loan {
  ranks officer, head, chief by banker.role
  asked by banker
  superior banker.boss
  own up to officer
  limit discount up to, above refuse {
    | rating | => officer | => head | => chief |
    | A      | 10%        | 20%     | 30%      |
    | B      | 0%         | 5%      | 10%      |
  }
  substitute StandIn(approver).taker
}
`)
  const { decide } = decider(plan, 'pricing')
  const boss = { id: 'H1', role: 'head', boss: { id: 'C1', role: 'chief' } }
  const loan = {
    asked: '2026-03-01',
    discount: '11%',
    rating: 'A',
    banker: { id: 'O1', role: 'officer', boss },
  }
  expect(decide(loan).state).toBe('decided')
  expect(decide(loan).results).toMatchObject({ verdict: 'approval', level: 'head' })
  expect(decide({ ...loan, rating: 'B' }).results.verdict).toBe('refuse')
})
