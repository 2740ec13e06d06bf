import { describe, expect, test } from 'vitest'
import { pointName } from '../../../src/review/coverage/say.ts'
import { hitsOf, read } from './reading.ts'

const head = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; quota money per quarter; level number from 0 up to 200; points count }
record Deal { id text key; rep Rep; closed date posting; amount money }
value sold for Rep per quarter = sum(Deal.amount)
`
const rep = (more: object) => ({ Rep: [{ id: 'R', quota: '100', level: '50', points: '0', ...more }] })
const sold = (amount: string) => ({ Deal: [{ id: 'D', rep: 'R', closed: '2026-02-02', amount }] })

/** The points of a kind that a case hits, as they are told. */
function hit(text: string, kind: RegExp, data: Parameters<typeof hitsOf>[2]): readonly string[] {
  const policy = read(head + text)
  const hits = hitsOf(policy, '2026-Q1', data)
  return policy.points.points.flatMap((point) =>
    kind.test(point.id) && (hits[point.id] ?? 0) > 0 ? [pointName(point, 'en')] : [],
  )
}

function names(text: string, kind: RegExp): readonly string[] {
  return read(head + text).points.points.flatMap((point) =>
    kind.test(point.id) ? [pointName(point, 'en')] : [],
  )
}

describe('of the larger or smaller of several each is a point: that it is the one', () => {
  const text = 'decision d for Rep per quarter { gives r = larger of sold, rep.quota, 200 EUR }\n'
  const all = 'larger of sold, rep.quota, 200 EUR'

  test('of three', () => {
    expect(names(text, /^d:larger/u)).toEqual([
      `\`sold\` is the larger in \`${all}\``,
      `\`rep.quota\` is the larger in \`${all}\``,
      `\`200 EUR\` is the larger in \`${all}\``,
    ])
  })

  test.each([
    ['500', '100', ['sold']],
    ['500', '600', ['rep.quota']],
    ['50', '60', ['200 EUR']],
    ['500', '500', []],
    ['200', '100', []],
  ])('sold %s, quota %s: %s', (amount, quota, taken) => {
    expect(hit(text, /^d:larger/u, { ...rep({ quota }), ...sold(amount) })).toEqual(
      taken.map((one) => `\`${one}\` is the larger in \`${all}\``),
    )
  })

  test('below, within and above a clamp', () => {
    const clamp = 'decision d for Rep per quarter { gives r = sold clamp 10 EUR to 20 EUR }\n'
    const taken = (amount: string) => hit(clamp, /^d:(?:larger|smaller)/u, { ...rep({}), ...sold(amount) })
    const whole = '`sold clamp 10 EUR to 20 EUR`'
    expect(taken('9')).toEqual([`\`10 EUR\` is the larger in ${whole}`])
    expect(taken('15')).toEqual([`\`sold\` is the larger in ${whole}`])
    expect(taken('21')).toEqual([`\`20 EUR\` is the smaller in ${whole}`])
  })

  test('but none that the limits of a field rule out', () => {
    expect(
      names('decision d for Rep per quarter { gives r = larger of rep.level, 0 }\n', /^d:larger/u),
    ).toEqual(['`rep.level` is the larger in `larger of rep.level, 0`'])
    expect(
      names('decision d for Rep per quarter { gives r = smaller of 100 - rep.points, 100 }\n', /^d:smaller/u),
    ).toEqual(['`100 - rep.points` is the smaller in `smaller of 100 - rep.points, 100`'])
  })
})

test('of a score within limits it is a point that it reaches each of them', () => {
  const text = `scorecard kpi for Rep per quarter {
  indicator deals "Deals" weight 60% { actual sold; target 100 EUR; score ratio up to 120% }
  indicator conduct "Conduct" weight 40% { score points 100 - 4 * rep.points from 0 up to 100 }
  round 0.01 half-up
}
`
  expect(names(text, /^kpi:(?:larger|smaller)/u)).toEqual([
    '`sold` is the smaller in `Deals`',
    '`120%` is the smaller in `Deals`',
    '`100 - 4 * rep.points` is the larger in `Conduct`',
    '`0` is the larger in `Conduct`',
  ])
  const taken = (amount: string, points: string) =>
    hit(text, /^kpi:(?:larger|smaller)/u, { ...rep({ points }), ...sold(amount) })
  expect(taken('119', '24')).toEqual([
    '`sold` is the smaller in `Deals`',
    '`100 - 4 * rep.points` is the larger in `Conduct`',
  ])
  expect(taken('121', '26')).toEqual(['`120%` is the smaller in `Deals`', '`0` is the larger in `Conduct`'])
})

test('of the best of several clauses each is a point: that it is the best, of equal ones the first', () => {
  const text = `bonus one for Rep per quarter { start 10 EUR; plus 10 EUR when sold > 100 EUR }
bonus two for Rep per quarter where sold > 50 EUR { start 20 EUR; plus 10 EUR when sold > 200 EUR }
payout pay for Rep per quarter { add best of one, two; round 0.01 half-up }
`
  const best = (amount: string) => hit(text, /^pay:best/u, { ...rep({}), ...sold(amount) })
  expect(best('60')).toEqual(['the best is two'])
  expect(best('50')).toEqual(['the best is one'])
  expect(best('150')).toEqual(['the best is one'])
  expect(best('250')).toEqual(['the best is two'])
})

const approvals = (more: string) => `policy p "P" {
  language en; currency CNY; effective from 2026-01-01 until open; calendar cn
}
record Person { id text key; role one of rep, manager; manager Person optional }
record Quote { id text key; person Person; submitted date posting; discount percent }
record Approval { id text key; quote Quote; by Person; decided date; discount percent }
authority discounts for each Quote {
  ranks rep, manager by person.role
  asked by person
  superior person.manager
  limit discount up to, above refuse {
    | => rep | => manager |
    | 5%     | 12%        |
  }
  approved by Approval.by for Approval.quote on Approval.decided${more}
}
`

test('each way in which an approval can stand is a point, and none in which it cannot', () => {
  const ways = (more: string) =>
    read(approvals(more)).points.points.flatMap((point) =>
      point.what.is === 'approved' ? [pointName(point, 'en')] : [],
    )
  const states = (...list: readonly string[]) => list.map((state) => `approval: ${state}`)
  expect(ways('')).toEqual(states('unneeded', 'timely', 'none'))
  expect(ways(', valid 15 days')).toEqual(states('unneeded', 'timely', 'expired', 'none'))
  const all = `, valid 15 days
  late when days(submitted, Approval.decided) <= 6
  again when discount > Approval.discount`
  expect(ways(all)).toEqual(states('unneeded', 'timely', 'late', 'changed', 'expired', 'none'))
})
