import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const year = { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 12, 31) ?? 0 }
const head = `policy targets { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key; weight percent from 0% up to 100% optional }
record Seat { id text key; team Team; units number from 0 up to 10; hired date optional; opened date; closed date optional; exists from opened until closed }
record Held { id text key; seat Seat; share percent from 0% up to 200%; since date; until date optional; exists from since until until }
value season for Seat per quarter = if first_day() < 2026-04-01 then 18 else if first_day() < 2026-07-01 then 25 else 30
`

type Written = { readonly total: string; readonly moved: string; readonly months: readonly number[] }
const days = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-08-01', '2026-11-01']

/** Four orders of levels, each with changes and with what people carry. */
const shapes: readonly ((w: Written) => string)[] = [
  ({ total, moved, months }) => `target plan {
  total ${total} CNY per year
  parts team by Team in proportion to weight, rounded down to 1 CNY, remainder to largest
  parts seat by Seat in proportion to units, rounded down to 1_000 CNY, remainder to first by hired
  parts quarter by quarter in proportion to season, rounded down to 1 CNY, remainder to last
  parts month by month, rounded down to 0.5, remainder to last {
    | month | share |
${months.map((m, i) => `    | ${i + 1} | ${m}% |`).join('\n')}
  }
  assigned quota by Held in proportion to share, rounded down to 1 CNY, reserve kept by Team
  change "South" from ${days[2]} by Team keeps total {
    | team | amount |
    | X | -${moved} CNY |
    | Y | ${moved} CNY |
  }
  change "More" from ${days[3]} plus ${moved} CNY moves total
}
`,
  ({ total, moved }) => `target plan {
  total ${total} CNY per year
  parts half by half-year, rounded down to 100 CNY, remainder to first
  parts month by month, remainder to largest
  parts team by Team in proportion to weight
  parts seat by Seat in proportion to units, rounded down to 10 CNY, remainder to last by hired
  assigned quota by Seat in proportion to (units / 20), reserve kept by Team
  change from ${days[4]} by Seat moves total {
    | seat | amount |
    | a | ${moved} CNY |
    | c | 1 CNY |
  }
  change from ${days[1]} by Team moves total {
    | team | amount |
    | Y | -${moved} CNY |
  }
}
`,
  ({ total, moved }) => `target plan {
  total ${total} CNY per half-year
  parts seat by Seat in proportion to units, remainder to last
  parts month by month in proportion to season
  assigned quota by Held in proportion to share, rounded down to 0.1, reserve kept
  change from ${days[3]} minus ${moved} CNY moves total
}
`,
]
const shown = (names: readonly (readonly [name: string, grain: string])[]) =>
  names.map(([name, grain]) => `decision d_${name} ${grain} { gives part = plan.${name} }\n`).join('')
const results: readonly string[] = [
  shown([
    ['total', 'per year'],
    ['team', 'for Team per year'],
    ['seat', 'for Seat per year'],
    ['quarter', 'for Seat per quarter'],
    ['month', 'for Seat per month'],
    ['quota', 'for Held per month'],
    ['kept', 'for Team per month'],
  ]) +
    `decision s_team per year { gives rest = sum(plan.team) - plan.total }
decision s_seat for Team per year { gives rest = sum(plan.seat) - plan.team }
decision s_quarter for Seat per year { gives rest = sum(plan.quarter) - plan.seat }
decision s_month for Seat per quarter { gives rest = sum(plan.month) - plan.quarter }
decision s_quota for Team per month { gives rest = sum(plan.month) - plan.kept - sum(plan.quota) }
decision w_quarter for Seat per month { gives so_far = plan.month year to date }
`,
  shown([
    ['total', 'per year'],
    ['half', 'per half-year'],
    ['month', 'per month'],
    ['team', 'for Team per month'],
    ['seat', 'for Seat per month'],
    ['quota', 'for Seat per month'],
    ['kept', 'for Team per month'],
  ]) +
    `decision s_team per month { gives rest = sum(plan.team) - plan.month }
decision s_seat for Team per month { gives rest = sum(plan.seat) - plan.team }
decision s_quota for Team per month { gives rest = plan.team - plan.kept - sum(plan.quota) }
`,
  shown([
    ['total', 'per half-year'],
    ['seat', 'for Seat per half-year'],
    ['month', 'for Seat per month'],
    ['quota', 'for Held per month'],
    ['kept', 'for Seat per month'],
  ]) +
    `decision s_seat per half-year { gives rest = sum(plan.seat) - plan.total }
decision s_month for Seat per half-year { gives rest = sum(plan.month) - plan.seat }
`,
]

const day = fc.integer({ min: year.from - 200, max: year.until + 20 }).map(formatDay)
const months = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 2 })
  .map(([a = 0, b = 0]) => [a, b, 100 - a - b])
const cases = fc.record({
  shape: fc.nat({ max: shapes.length - 1 }),
  total: fc.constantFrom('1_000_000', '360_000_000', '99_999.99', '7', '0', '123_456.78'),
  moved: fc.constantFrom('30_000', '1', '0.05', '5_000_000'),
  months: fc.tuple(months, months, months, months).map((all) => all.flat()),
  x: fc.constantFrom('60%', '60%', '33%', '33%', '0%', null),
  seats: fc.array(
    fc.record({
      team: fc.constantFrom('X', 'Y'),
      units: fc.constantFrom('1', '1.5', '0', '0.7'),
      hired: fc.option(day),
      opened: fc.constantFrom('2020-01-01', '2026-03-05', '2025-01-01'),
      closed: fc.option(fc.constantFrom('2026-05-20', '2026-12-31', '2027-02-01')),
    }),
    { minLength: 3, maxLength: 6 },
  ),
  held: fc.array(
    fc.record({
      seat: fc.constantFrom('a', 'b', 'c'),
      share: fc.constantFrom('30%', '30%', '100%', '50%', '12.5%', '120%'),
      since: day,
      until: fc.option(day),
    }),
    { maxLength: 3 },
  ),
  seed: fc.nat(),
  sound: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
})
const periods = [
  '2026',
  '2026-H1',
  '2026-H2',
  ...['Q1', 'Q2', 'Q3', 'Q4'].map((q) => `2026-${q}`),
  ...Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
]

test('targets are handed down, changed and carried as the reference does it, and every level makes up the one above', () => {
  let sums = 0
  fc.assert(
    fc.property(cases, ({ sound, shape, x, seats, held, seed, ...written }) => {
      const text = head + (shapes[shape]?.(written) ?? '') + (results[shape] ?? '')
      const data = {
        Team: [
          { id: 'X', weight: x },
          { id: 'Y', weight: '40%' },
        ],
        Seat: seats.map((seat, i) => ({
          id: 'abcdef'[i] ?? '',
          ...seat,
          // Mostly, each team has somebody to carry its target, and to take what is left over.
          ...(sound &&
            i < 2 && {
              team: i === 0 ? 'X' : 'Y',
              units: '1',
              hired: '2020-02-02',
              opened: '2020-01-01',
              closed: null,
            }),
        })),
        Held: held.map((one, i) => ({ id: `h${i}`, ...one })),
      }
      const sources = [{ name: 'policy.bylaw', text }]
      const got = engineLines(sources, data, year)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(text), new Map(Object.entries(data)), periods)
      const differing = [...asked.lines].flatMap(([line, want]) =>
        meaning(got.lines.get(line)) === meaning(want)
          ? []
          : [`${line}: ${meaning(got.lines.get(line))}, the reference ${JSON.stringify(want)}`],
      )
      expect(differing.slice(0, 5)).toEqual([])
      for (const [name, line] of got.lines) {
        if (!name.startsWith('s_')) continue
        if ('amount' in line) {
          sums++
          expect([name, line.amount]).toEqual([name, '0'])
        }
      }
      const turned = { Team: turn(data.Team, seed), Seat: turn(data.Seat, seed), Held: turn(data.Held, seed) }
      const again = engineLines(sources, turned, year)
      if ('errors' in again) throw new Error('not the same policy')
      expect([...again.lines].sort()).toEqual([...got.lines].sort())
    }),
    { numRuns: 30, seed: 4 },
  )
  expect(sums).toBeGreaterThan(400)
})

function turn<T>(rows: readonly T[], seed: number): readonly T[] {
  const at = rows.length === 0 ? 0 : seed % rows.length
  return [...rows.slice(at), ...rows.slice(0, at)].reverse()
}
