import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { findings } from '../run-policy.ts'
import { bare, payOf, table, textOf, widthOf } from './yen-tiers.ts'

/** Every longest stretch of at least three yen that pays one amount, the most so far, before more is paid: [first, last]. */
function byBruteForce(pay: (t: number) => number, last: number): readonly string[] {
  const found: string[] = []
  let most = 0
  for (let from = 0; from < last; ) {
    let until = from
    while (until < last && pay(until + 1) === pay(from)) until++
    const goesOn = until < last && pay(until + 1) > pay(from)
    if (until > from + 1 && goesOn && pay(from) > 0 && pay(from) >= most) found.push(`${from} ${until}`)
    most = Math.max(most, pay(from))
    from = until + 1
  }
  return found
}

test('stretches that pay nothing more are those that trying every amount finds', () => {
  let seen = 0
  fc.assert(
    fc.property(table, ({ kind, rows }) => {
      // Few rates, so that many rows pay nothing or the same.
      const made = { kind, rows: rows.map(({ from, gives }) => ({ from, gives: gives % 3 })) }
      const wanted = made.kind === 'pays' ? [] : byBruteForce(payOf(made, widthOf(made)), 60)
      const { diagnostics } = compile([{ name: 'p.bylaw', text: textOf(made) }])
      const found = diagnostics.flatMap(({ code, args }) =>
        code === 'BY523' ? [`${bare(args.from)} ${bare(args.until)}`] : [],
      )
      seen += found.length
      expect(found).toEqual(wanted)
    }),
    { numRuns: 600, seed: 8 },
  )
  expect(seen).toBeGreaterThan(25)
})

const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Month { rep Rep; period month; sold money; quota money; hours count; mark points from 0 up to 10 }
value hours for Rep per month = only(Month.hours)
value mark for Rep per month = only(Month.mark)
value sold for Rep per month = only(Month.sold)
value quota for Rep per month = only(Month.quota)
`
const level = (from: string, indicators: string, more = '') =>
  findings(`${head}scorecard kpi for Rep per month {
${indicators}
${more}
  levels {
    | from | => level |
    | 0 | C |
    | ${from} | A |
  }
}
`).filter((code) => code !== 'BY613')

test('a level is out of reach above the most that all indicators score together, weight by weight', () => {
  const two = `  indicator a weight 60% { actual sold / quota; score ratio up to 120% }
  indicator b weight 40% { score pass-fail hours >= 10 }`
  // 60 % × 120 + 40 % × 100
  expect(level('112', two)).toEqual([])
  expect(level('112.01', two)).toEqual(['BY524'])
  expect(level('115', two, '  round 5 up')).toEqual([])
  expect(level('115.01', two, '  round 5 up')).toEqual(['BY524'])
  expect(level('130', two.replace(' up to 120%', ''))).toEqual([])
  expect(level('112.01', two, '  knock-out when hours = 0 score 120')).toEqual([])
})

test('a weight that moves may go to the indicator that scores most', () => {
  const moving = `  indicator a weight 60% { actual sold / quota; score ratio up to 120% }
  indicator b weight 40% { score pass-fail hours >= 10; applies when hours > 0 }`
  expect(level('120', moving, '  weight not applicable to a')).toEqual([])
  expect(level('120.01', moving, '  weight not applicable to a')).toEqual(['BY524'])
  expect(level('120', moving, '  weight not applicable in proportion')).toEqual([])
  expect(level('112.01', moving, '  weight not applicable lost')).toEqual(['BY524'])
})

test('a row of points beyond what the measure can be is never reached', () => {
  const steps = (from: string) => `  indicator a weight 100% { actual mark; score steps { 
    | from | points |
    | 0    | 0      |
    | ${from} | 100 |
  } }`
  expect(level('100', steps('10'))).toEqual([])
  expect(level('100', steps('11'))).toEqual(['BY521'])
})

test.each([
  ['mark > 10', ['BY525']],
  ['mark >= 10', []],
  ['mark = 11', ['BY525']],
  ['mark < 0', ['BY525']],
  ['11 <= mark', ['BY525']],
  ['hours < 0', ['BY525']],
  ['hours <> 0 and mark <= 10', []],
])('the gate %s gives %j', (gate, codes) => {
  const bonus = `bonus pay for Rep per month { gate ${gate}; start 1 CNY; round 0.01 half-up }`
  expect(findings(head + bonus).filter((code) => code === 'BY525')).toEqual(codes)
})

test.each([
  ['sold / quota >= 100%', false],
  ['sold / quota * 2 >= 100%', false],
  ['sold / quota + 5% >= 100%', true],
  ['(sold / quota) * (sold / quota) >= 100%', true],
  ['mixed >= 100%', true],
  ['sold + quota >= 100 CNY', false],
])('%s compares a quotient that was kept to its places: %j', (test, early) => {
  const text = `${head}value mixed for Rep per month = sold / quota - 5%
bonus pay for Rep per month { gate ${test}; start 1 CNY; round 0.01 half-up }`
  expect(findings(text).includes('BY526')).toBe(early)
})

test('days between written periods, and before the first, are in none; after the last the list may grow', () => {
  const periods = (effective: string, first: string, second: string) =>
    findings(`policy p { language en; currency CNY; effective ${effective}
  periods quarter {
    | name    | from       | until      |
    | 2026-Q1 | ${first}   | 2026-03-29 |
    | 2026-Q2 | ${second}  | 2026-06-28 |
  }
}
record Rep { id text key }`)
  expect(periods('from 2026-01-01 until open', '2026-01-01', '2026-03-30')).toEqual([])
  expect(periods('from 2026-01-01 until open', '2026-01-01', '2026-03-31')).toEqual(['BY522'])
  expect(periods('from 2026-01-01 until open', '2026-01-02', '2026-03-30')).toEqual(['BY522'])
  expect(periods('from 2026-01-01 until 2026-06-28', '2026-01-01', '2026-03-30')).toEqual([])
  expect(periods('from 2026-01-01 until 2026-06-29', '2026-01-01', '2026-03-30')).toEqual(['BY522'])
})
