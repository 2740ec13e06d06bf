import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const calendars = [
  `days cn
  hours 09:00 to 12:00, 13:30 to 18:00`,
  `days Monday to Friday
  hours 10:00 to 18:00
  closed 2026-05-08, 2026-05-11 to 2026-05-12
  open 2026-05-10
  closed yearly 05-17
  hours Sunday 10:00 to 11:00`,
  `days Saturday to Tuesday, Thursday
  hours 00:00 to 24:00
  hours Saturday 08:00 to 08:30, 20:00 to 24:00
  effective from 2026-04-20 until 2026-06-10`,
]
const policy = (
  calendar: string,
  expressions: readonly string[],
) => `policy times { language en; currency CNY; effective from 2026-01-01 until open; calendar office }
calendar office {
  zone Asia/Shanghai
  ${calendar}
}
record Call { id text key; asked time posting; answered time; signed date }
decision d for each Call {
${expressions.map((one, i) => `  gives x${i} = ${one}`).join('\n')}
}
`

const first = dayOf(2026, 4, 18) ?? 0
const day = fc.integer({ min: first, max: first + 56 }).map(formatDay)
const two = (n: number) => String(n).padStart(2, '0')
const time = fc
  .tuple(
    day,
    fc.constantFrom(0, 8, 9, 10, 11, 12, 13, 14, 17, 18, 20, 23),
    fc.constantFrom(0, 29, 30, 59),
    fc.constantFrom(0, 0, 59),
  )
  .map(([date, ...clock]) => `${date} ${clock.map(two).join(':')}`)
const span = fc.constantFrom(
  '1 working hour',
  '7.5 working hours',
  '8 working hours',
  '30 working minutes',
  '41 working hours',
  '1 working day',
  '3 working days',
  '0.5 working days',
  '2.25 working days',
  '5.5 working days',
  '0 working days',
  '24 hours',
)
const moved = fc
  .tuple(fc.constantFrom('asked', 'answered'), fc.constantFrom('+', '-'), span)
  .map((parts) => parts.join(' '))
const asked = fc.oneof(
  moved,
  fc.tuple(moved, fc.constantFrom('+', '-'), span).map(([a, op, by]) => `(${a}) ${op} ${by}`),
  fc
    .tuple(fc.constantFrom('working_hours', 'working_minutes', 'working_seconds'), moved)
    .map(([f, a]) => `${f}(asked, ${a})`),
  fc.constantFrom(
    'working_hours(asked, answered)',
    'working_seconds(answered, asked)',
    'working_days(signed, date(asked))',
  ),
  fc
    .tuple(
      fc.constantFrom('+', '-'),
      fc.constantFrom('0 working days', '1 working day', '5 working days', '60 working days'),
    )
    .map(([op, by]) => `signed ${op} ${by}`),
)
const calls = fc.array(fc.record({ asked: time, answered: time, signed: day }), {
  minLength: 1,
  maxLength: 4,
})

test('working time is what a walk through the calendar finds, window by window', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...calendars),
      fc.array(asked, { minLength: 1, maxLength: 4 }),
      calls,
      (calendar, all, rows) => {
        // How many days of a calendar are worked the reference asks of China alone.
        const expressions =
          calendar === calendars[0] ? all : all.filter((one) => !one.startsWith('working_days'))
        if (expressions.length === 0) return
        const text = policy(calendar, expressions)
        const data = { Call: rows.map((row, i) => ({ id: `${i}`, ...row })) }
        const span = { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 12, 31) ?? 0 }
        const got = engineLines([{ name: 'policy.bylaw', text }], data, span)
        if ('errors' in got) throw new Error(got.errors.join('\n'))
        const wanted = reference(programOf(text), new Map(Object.entries(data)), [])
        const differing = data.Call.flatMap(({ id }) =>
          expressions.flatMap((expression, i) => {
            const want = wanted.value(`d.x${i}`, id)
            const is = got.lines.get(`d.x${i}|${id}|`) ?? got.lines.get(`d|${id}|`)
            return meaning(is) === meaning(want)
              ? []
              : [`${id} ${expression}: ${JSON.stringify(is)}, the reference ${JSON.stringify(want)}`]
          }),
        )
        expect(differing).toEqual([])
      },
    ),
    { numRuns: 150, seed: 37 },
  )
})
