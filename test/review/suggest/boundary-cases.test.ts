import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { pointsOf } from '../../../src/review/coverage/points.ts'
import { mutantsOf } from '../../../src/review/mutate/mutants.ts'
import { suggestMissing } from '../../../src/review/suggest/suggest-missing.ts'
import { casesText } from '../../../src/review/suggest/write-cases.ts'
import { triedOn } from '../mutating.ts'
import { suggested } from './suggesting.ts'

const head = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Seller { id text key; name text }
record Sale { id text key; seller Seller; sold date posting; amount money from 0 EUR up to 1_000_000 EUR }
`

/** What a return takes back: a sale before the policy began was paid nothing, and so gives nothing back at any age. */
const returns = `${head}record Return { id text key; sale Sale; returned date posting }
table taken "Share taken back" unique {
  | age              | => share |
  | up to 30         | 100%     |
  | over 30 up to 90 | 50%      |
  | over 90          | 0%       |
}
value age "Age" for each Return = days(sale.sold, returned)
commission fee "Fee" for each Sale to seller {
  rate 5% of amount
  round 0.01 half-up
  release 100% on sold
}
clawback back "Taken back" for each Return to sale.seller {
  rate taken(age) of paid on sale by fee
  round 0.01 half-up
}
payout total "Total" for Seller per month {
  add fee
  take back
}
`

/** Beside 20 % stands another bound, and a whole number is paid: a cent more or less shows only where both are met. */
const growth = `${head}value revenue "Revenue" for Seller per month = sum(Sale.amount)
bonus grown "Growth" for Seller where (revenue in previous month) applicable per month {
  start if revenue > (revenue in previous month) * 120% and revenue >= 50_000 EUR then 2_500 EUR else 0 EUR
  round 1 half-up
}
`

/** A hundredth of a percent more is a fifth of a cent here, and hidden by the rounding unless much is at stake. */
const hidden = `${head}record Target { seller Seller; month month; amount money from 1 EUR up to 1_000_000 EUR }
value reached "Reached" for Seller per month = sum(Sale.amount) / only(Target.amount)
bonus extra "Extra" for Seller per month {
  start if reached >= 80% then 1% * sum(Sale.amount) else 0 EUR
  round 100 down
}
`

/** Between 12 % and 12.01 % lie no pieces of fewer than 400, and a batch has 50 at most: 49 of 408 do, in several rows. */
const faults = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Seller { id text key; name text }
record Batch { id text key; seller Seller; sold date posting; pieces count from 1 up to 50; faulty yes/no }
value share "Share" for Seller per month = sum(Batch.pieces where faulty) / sum(Batch.pieces)
decision review "Review" for Seller per month {
  gives risky = share > 12%
}
`

/** Sellers are of a kind, too, which the clause does not ask: its cases do not say it. */
const kinds = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Seller { id text key; name text; kind one of own, agency }
record Sale { id text key; seller Seller; sold date posting; kind one of first, renewal; amount money from 0 EUR up to 1_000_000 EUR }
record Target { seller Seller; month month; amount money from 1 EUR up to 1_000_000 EUR }
value credit "Credit" for Seller per month = sum(Sale.amount where kind = first)
value reached "Reached" for Seller per month = credit / only(Target.amount)
commission extra "Extra" for Seller per month {
  gate reached > 100%
  tiers marginal of credit by reached {
    | over | rate |
    | 0%   | 0%   |
    | 100% | 3%   |
  }
  round 0.01 half-up
}
`

/** What is paid is the draw on either side of 60 %: what is owed for it is not. */
const drawn = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Seller { id text key; name text; draw money from 5_000 EUR up to 10_000 EUR }
record Sale { id text key; seller Seller; sold date posting; amount money from 0 EUR up to 50_000 EUR }
record Target { seller Seller; month month; amount money from 1_000 EUR up to 50_000 EUR }
value sold "Sold" for Seller per month = sum(Sale.amount)
value reached "Reached" for Seller per month = sold / only(Target.amount)
commission pay "Pay" for Seller per month {
  tiers whole of sold by reached {
    | reached   | rate |
    | under 60% | 0%   |
    | from 60%  | 5%   |
  }
  floor draw carried recovered 50%
  round 0.01 half-up
}
`

/** Of a sale there are visits: 1 of 40 is 2.5 %, and just less than that, but more than 2.49 %, are 7 of 281. */
const visits = `${head.replace('amount money', 'visits count from 1 up to 200; amount money')}value closing "Closing rate" for Seller where sum(Sale.visits) > 0 per month = count(Sale) / sum(Sale.visits)
bonus extra "Extra" for Seller per month {
  start 100 EUR
  times 50% when closing < 2.5%
  round 0.01 half-up
}
`

/** Of a first complaint 1, of a second within 180 days 2, of every further one 4: 6 are two in spring and two in autumn. */
const complaints = `${head}record Complaint { id text key; seller Seller; closed date posting }
penalty points "Points" for each Complaint to seller {
  nth in last 180 days within seller
  table unique {
    | nth    | => score |
    | 1      | 1        |
    | 2      | 2        |
    | from 3 | 4        |
  }
}
value of_month "Points of the month" for Seller per month = sum(points.score)
value of_year "Points of a year" for Seller per month = of_month in last 12 months
decision warning "Warning" for Seller per month {
  gives warned = of_year >= 6
}
`

/** Who has no complaint has 100 points, and 99 where no more are given: every other has less than both. */
const points = `${head}record Complaint { id text key; seller Seller; closed date posting }
record Visit { id text key; seller Seller; made date posting; mark points from 0 up to 100 }
scorecard card "Card" for Seller per month {
  indicator complaints "Complaints" weight 50% {
    score points 100 - 8 * count(Complaint) from 0 up to 100
  }
  indicator visits "Visits" weight 50% {
    score points avg(Visit.mark) from 0 up to 100
  }
  round 0.1 half-up
}
`

/** Which moved boundaries cases do not notice: those of the points alone, and with those of boundaries that did not show. */
function survivors(text: string, accepted = '') {
  const sources = [{ name: 'p.bylaw', text }]
  const { program, plan } = compile(sources)
  if (!plan) throw new Error('no plan')
  const mutants = mutantsOf(program, sources).filter(({ kind }) => kind === 'boundary')
  const left = (cases: ReturnType<typeof readCases>['cases']) =>
    triedOn({ program, plan }, sources, mutants, cases).flatMap(({ is, mutant }) =>
      is === 'survived' ? [`${mutant.old} → ${mutant.new}`] : [],
    )
  const own = accepted === '' ? [] : [{ name: 'p.cases.yaml', text: accepted }]
  const read = readCases(plan, own)
  expect(read.found).toEqual([])
  const { cases, unlooked } = suggestMissing(
    { policy: sources, cases: own, forms: [] },
    read.cases,
    read.accepted,
    () => ({}),
  )
  const written = readCases(plan, [{ name: 's.cases.yaml', text: casesText(cases, 'en') }])
  expect({ found: written.found, unlooked }).toEqual({ found: [], unlooked: 0 })
  expect(written.cases.filter((one) => !runCase(plan, one).passed).map(({ name }) => name)).toEqual([])
  return {
    before: left(suggested({ plan, points: pointsOf(plan, sources) }).cases),
    after: left(written.cases),
    names: cases.map(({ name }) => name),
    texts: cases.map((one) => one.text),
  }
}

describe('a boundary that is met but does not show gets a case in which it does', () => {
  test('of a share that is taken back of nothing', () => {
    const { before, after, names, texts } = survivors(returns)
    expect(before).toEqual(['90 → 91', '90 → 89', '≤ 90 → < 90'])
    expect(after).toEqual([])
    expect(new Set(names).size).toBe(names.length)
    const at = names.indexOf('Share taken back: 90, not 91')
    expect(texts[at]).toContain('confirm: true')
    expect(texts[at]).toMatch(/back: \{ \S+: 0\.00 \}/u)
  })

  test('unless somebody has accepted that none notices it', () => {
    const accepted = `accepted: [{ clause: taken, changes: ["90 → 91"], reason: returns end after 90 days }]`
    expect(survivors(returns, accepted).after).toEqual(['90 → 91'])
  })

  test('of two bounds that are met one at a time', () => {
    const { before, after } = survivors(growth)
    expect(before).not.toEqual([])
    expect(after).toEqual([])
  })

  test('of one that a rounding hides', () => {
    const { before, after } = survivors(hidden)
    expect(before).not.toEqual([])
    expect(after).toEqual([])
  })

  test('of a share of pieces that only hundreds bring so near', () => {
    const { before, after } = survivors(faults)
    expect(before).toContain('12% → 12.01%')
    expect(after).toEqual([])
  })

  test('of one beside which little is paid, by cases that leave out what their clause does not ask', () => {
    const { before, after, names, texts } = survivors(kinds)
    expect(before).toEqual(['100% → 100.01%'])
    expect(after).toEqual([])
    const text = texts[names.indexOf('Extra: 100%, not 100.01%')] ?? ''
    const [credit = 0, target = 0] = [...text.matchAll(/amount: ([\d.]+)/gu)].map(([, amount]) =>
      Number(amount),
    )
    const paid = Math.round(3 * (credit - target)) / 100
    expect(paid).toBeGreaterThan(0)
    expect(text).toContain(`extra: { Seller-1: ${paid.toFixed(2)} }`)
  })

  test('of one that shows in what is owed alone', () => {
    const { after, names, texts } = survivors(drawn)
    expect(after).toEqual([])
    const told = names.flatMap((name, i) =>
      /not|≤/u.test(name) && texts[i]?.includes('owed') ? [texts[i]] : [],
    )
    expect(told.length).toBeGreaterThan(0)
    for (const text of told) {
      // 5 % of at most 50,000 is less than the draw: all of that is paid, and what was not earned is owed.
      const [, draw] = /draw: (\d+)/u.exec(text) ?? []
      const amounts = [...text.matchAll(/amount: ([\d.]+) \}/gu)].map(([, amount]) => Number(amount))
      const target = amounts.pop() ?? 0
      const sold = amounts.reduce((a, b) => a + b, 0)
      const earned = sold >= 0.6 * target ? 0.05 * sold : 0
      expect(text).toContain(
        `amount: ${Number(draw).toFixed(2)}, owed: ${(Number(draw) - earned).toFixed(2)}`,
      )
    }
  })

  test('of a share of a few rows in what they add up to', () => {
    const { before, after, names, texts } = survivors(visits)
    expect(before).toContain('2.5% → 2.49%')
    expect(after).toEqual([])
    const text = texts[names.indexOf('Extra: 2.5%, not 2.49%')] ?? ''
    const counts = [...text.matchAll(/visits: (\d+)/gu)].map(([, count]) => Number(count))
    const sum = counts.reduce((a, b) => a + b, 0)
    expect([10_000 * counts.length > 249 * sum, 1_000 * counts.length < 25 * sum]).toEqual([true, true])
    expect(text).toContain('extra: { Seller-1: 50.00 }')
  })

  test('of points of which half are some months old', () => {
    const { after, names, texts } = survivors(complaints)
    expect(after).toEqual([])
    const text = texts[names.indexOf('Warning: 6, not 7')] ?? ''
    const days = [...text.matchAll(/closed: ([\d-]+)/gu)]
      .map(([, day]) => Date.parse(day ?? '') / 86_400_000)
      .sort((a, b) => a - b)
    const scores = days.map((day, i) => {
      const nth = days.slice(0, i + 1).filter((before) => before > day - 180).length
      return nth === 1 ? 1 : nth === 2 ? 2 : 4
    })
    const year = Date.parse(`${/period: (\d+)/u.exec(text)?.[1]}-01-01`) / 86_400_000
    expect(text).toMatch(/period: \d+-12/u)
    expect(scores.filter((_, i) => (days[i] ?? 0) >= year).reduce((a, b) => a + b, 0)).toBe(6)
    expect(text).toContain('warning: { Seller-1: true }')
  })

  test('of what only somebody has of whom there is nothing to count', () => {
    const { after, names, texts } = survivors(points)
    expect(after).toEqual([])
    const text = texts[names.indexOf('Card: 100, not 99')] ?? ''
    expect(text).not.toContain('Complaint:')
    expect(text).toContain('complaints: 100')
  })
})
