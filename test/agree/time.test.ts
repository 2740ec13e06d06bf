import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = (
  expressions: readonly string[],
) => `policy times { language en; currency CNY; effective from 1986-01-01 until open; calendar cn }
record Rep { id text key }
record Call { id text key; rep Rep; asked time posting; answered time optional; signed date }
decision d for each Call {
${expressions.map((one, i) => `  gives x${i} = ${one}`).join('\n')}
}
decision n for each Call { gives so_far = count(Call so far within rep); gives near = count(Call in last 2 days within rep) }
bonus b for Rep per month { start count(Call where hours(asked, answered) <= 24) * 10 CNY; round 0.01 half-up }
decision l for Rep per month { gives latest = max(Call.answered if missing Call.asked); gives first = first(Call.asked); gives last = last(Call.id) }
`

/** Around the days on which clocks in China were changed, and today. */
const days = [
  dayOf(1986, 5, 4),
  dayOf(1986, 9, 14),
  dayOf(1988, 4, 17),
  dayOf(1988, 9, 11),
  dayOf(1991, 9, 15),
  dayOf(2026, 5, 9),
].map((day) => day ?? 0)
const day = fc
  .tuple(fc.constantFrom(...days), fc.integer({ min: -2, max: 2 }))
  .map(([at, more]) => formatDay(at + more))
const two = (n: number) => String(n).padStart(2, '0')
const clock = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, 12, 23), fc.constantFrom(0, 30, 59), fc.constantFrom(0, 59))
  .map((parts) => parts.map(two).join(':'))
const time = fc
  .tuple(day, clock, fc.constantFrom('', '', 'Z', '+09:00', '-04:00'))
  .map(([date, hour, offset]) => (offset === '' ? `${date} ${hour}` : `${date}T${hour}${offset}`))
const span = fc.constantFrom(
  '24 hours',
  '30 minutes',
  '1 day',
  '2 weeks',
  '1 month',
  '1 second',
  '1.5 hours',
  '1 year',
)

const instant = fc.letrec<{ at: string }>((tie) => ({
  at: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('asked', 'answered', 'now', '2026-05-09 12:00', '1988-07-01 12:00'),
    fc.tuple(tie('at'), fc.constantFrom('+', '-'), span).map(([a, op, by]) => `(${a} ${op} ${by})`),
    clock.map((hour) => `time(signed, ${hour})`),
    tie('at').map((a) => `time(date(${a}), 18:00)`),
    fc
      .tuple(fc.constantFrom('larger', 'smaller'), tie('at'), tie('at'))
      .map(([which, a, b]) => `(${which} of ${a}, ${b})`),
    fc.tuple(tie('at'), tie('at')).map(([a, b]) => `(${a} if missing ${b})`),
    fc.tuple(tie('at'), tie('at'), tie('at')).map(([a, b, c]) => `(if ${a} < ${b} then ${b} else ${c})`),
  ),
})).at
const asked = fc.oneof(
  instant,
  instant.map((a) => `date(${a})`),
  instant.map((a) => `day_of_month(${a})`),
  fc
    .tuple(fc.constantFrom('hours', 'minutes', 'seconds', 'days', 'months'), instant, instant)
    .map(([f, a, b]) => `${f}(${a}, ${b})`),
  fc
    .tuple(instant, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), instant)
    .map(([a, op, b]) => `if ${a} ${op} ${b} then "so" else "not so"`),
  fc.tuple(instant, instant, instant).map(([a, b, c]) => `if ${a} in (${b}, ${c}) then "so" else "not so"`),
)
const calls = fc.array(fc.record({ asked: time, answered: fc.option(time), signed: day }), {
  minLength: 1,
  maxLength: 6,
})

test('what is reckoned with times is what the reference finds, also where clocks were changed', () => {
  const noon = 1_778_300_000
  fc.assert(
    fc.property(
      fc.array(asked, { minLength: 1, maxLength: 4 }),
      calls,
      fc.boolean(),
      (expressions, rows, told) => {
        const text = policy(expressions)
        const data = {
          Rep: [{ id: 'A' }],
          Call: rows.map((row, i) => ({ id: `${(i * 5) % 7}`, rep: 'A', ...row })),
        }
        const span = { from: dayOf(1986, 1, 1) ?? 0, until: dayOf(2026, 12, 31) ?? 0 }
        const got = engineLines([{ name: 'policy.bylaw', text }], data, span, told ? noon : undefined)
        if ('errors' in got) throw new Error(got.errors.join('\n'))
        const months = ['1986-05', '1986-09', '1988-04', '1988-09', '2026-05']
        const all = reference(
          programOf(text),
          new Map(Object.entries(data)),
          months,
          told ? BigInt(noon) : undefined,
        )
        const wanted = new Map(all.lines)
        for (const { id } of data.Call) {
          wanted.delete(`d|${id}|`)
          for (const i of expressions.keys()) wanted.set(`d.x${i}|${id}|`, all.value(`d.x${i}`, id))
        }
        const differing = [...wanted].flatMap(([line, want]) => {
          const is = got.lines.get(line) ?? got.lines.get(line.replace('d.x0|', 'd|'))
          return meaning(is) === meaning(want)
            ? []
            : [`${line}: ${JSON.stringify(is)}, the reference ${JSON.stringify(want)}`]
        })
        expect(differing).toEqual([])
      },
    ),
    { numRuns: 150, seed: 31 },
  )
})
