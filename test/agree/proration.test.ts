import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const bases = ['calendar days', 'working days', 'months', 'mid-month']
const name = (by: string) => by.replace(/\W/g, '_')
const policy =
  `policy prorated { language en; currency CNY; calendar cn; effective from 2026-01-01 until open }
record Rep { id text key; hired date; left date optional; wage money; exists from hired until left }
${bases
  .flatMap((by) =>
    ['month', 'quarter'].map(
      (
        per,
      ) => `bonus ${name(by)}_${per} for Rep per ${per} { start wage; prorate by ${by}; round 0.01 half-up }
decision v_${name(by)}_${per} for Rep per ${per} { gives part = (wage prorated by ${by}) / 7 }`,
    ),
  )
  .join('\n')}
decision worked for each Rep { gives days = working_days(hired, left if missing 2026-06-30) }
decision begins for each Rep { gives first = month(hired + 10 days) }
decision ends for each Rep { gives last = last_day(quarter(hired)) - hired }
decision earlier for each Rep { gives so = if month(hired) < month(2026-02-14) then 1 else 2 }
`
    // A bare date cannot stand for a field that is missing: both branches are read.
    .replace('if left missing then 2026-06-30 else left', 'left if missing 2026-06-30')
const day = fc.integer({ min: firstHalf.from - 60, max: firstHalf.until + 20 }).map(formatDay)
const cases = fc.array(
  fc.record({ hired: day, left: fc.option(day), wage: fc.constantFrom('3000', '0.01', '-77.77') }),
  { minLength: 1, maxLength: 5 },
)
const periods = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-Q1', '2026-Q2']

test('what is prorated, and days and months of dates, are as the reference counts them day by day', () => {
  fc.assert(
    fc.property(cases, (reps) => {
      const data = { Rep: reps.map((rep, i) => ({ id: `${i}`, ...rep })) }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(policy), new Map(Object.entries(data)), periods)
      const differing = [...asked.lines].flatMap(([line, want]) =>
        meaning(got.lines.get(line)) === meaning(want)
          ? []
          : [`${line}: ${meaning(got.lines.get(line))}, the reference ${meaning(want)}`],
      )
      expect(differing).toEqual([])
    }),
    { numRuns: 40, seed: 9 },
  )
})
