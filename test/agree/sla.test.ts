import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../src/base/day.ts'
import { localTime } from '../local-time.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

type Drawn = { readonly lines: readonly string[]; readonly hours: string; readonly days: string }

const policy = ({ lines, hours, days }: Drawn) => `policy limits { language en; currency CNY
  effective from 2026-01-01 until open
  calendar office
}
calendar office {
  zone Asia/Shanghai
  ${days}
${hours}
  closed 2026-05-07
}
record Item { id text key; kind one of A, B; team one of X, Y; begun time posting; opened date; ended time optional }
record Log { id text key; item Item; team one of X, Y; kind one of stop, pause, resume, again, more; at time }
record Hold { item Item; team one of X, Y optional; from_time time; until_time time optional }
sla limit for each Item {
${lines.map((line) => `  ${line}`).join('\n')}
}
sla following for each Log where kind <> pause {
  start at
  stop next Log.at where kind <> more within item, kind
  within 1 working day
}
`

const two = (n: number) => String(n).padStart(2, '0')
/** Around Labour Day, on which a Saturday is worked instead, with many equal hours. */
const time = fc
  .tuple(
    fc.integer({ min: 0, max: 14 }),
    fc.constantFrom(0, 9, 10, 12, 13, 17, 18, 23),
    fc.constantFrom(0, 0, 30),
  )
  .map(([day, hour, minute]) => {
    const date = day < 5 ? `2026-04-${26 + day}` : `2026-05-${two(day - 4)}`
    return `${date} ${two(hour)}:${two(minute)}`
  })
const windows = fc.constantFrom(
  '  hours 09:00 to 12:00, 13:30 to 18:00',
  '  hours 00:00 to 24:00',
  '  hours 09:00 to 18:00\n  hours Saturday, Sunday 10:00 to 12:00',
  '  hours 22:00 to 24:00, 00:00 to 06:30, 12:00 to 12:30',
)
const length = fc.constantFrom(
  '90 minutes',
  '8 hours',
  '5 working hours',
  '12.5 working hours',
  '1 working day',
  '3 working days',
  '2 days',
  '1 month',
)
const inHours = fc.constantFrom('8 hours', '5 working hours', '600 working minutes', '3 days')
const span = fc.constantFrom('30 minutes', '2 working hours', '1 working day', '1 day')
const maybe = (line: string) => fc.constantFrom('', line)
const within = fc.oneof(
  inHours.map((one) => [`within ${one}`, 'warn at 80%']),
  length.map((one) => [`within ${one}`]),
  fc.tuple(length, span).map(([one, by]) => [`within ${one}`, `warn ${by} before`]),
  fc
    .constantFrom('18:00', '24:00', '09:00')
    .chain((clock) =>
      fc
        .constantFrom('', ', moved to the next working day')
        .chain((moved) =>
          fc
            .constantFrom('2 days', '2 days', '1 month')
            .map((one) => [`within ${one} at ${clock}${moved}`, 'warn 1 working day before']),
        ),
    ),
  fc
    .tuple(length, length)
    .map(([a, b]) => [`within table unique {\n | kind | => within |\n | A | ${a} |\n | B | ${b} |\n }`]),
)
const drawn: fc.Arbitrary<Drawn> = fc.record({
  lines: fc
    .tuple(
      fc.constantFrom('start begun', 'start opened at 10:00'),
      within,
      maybe('pause Log.at where kind = pause'),
      fc.constantFrom(
        'stop Log.at where kind = stop',
        'stop Log.at where kind = stop within team',
        'stop ended',
        '',
      ),
      fc.constantFrom('', 'reset Log.at where kind = again', 'reset Log.at where kind = again within team'),
      fc.constantFrom(
        '',
        'extend Log.at where kind = more by 1 day',
        'extend Log.at where kind = more by 3 working hours at most start + 3 days',
        'extend Log.at where kind = more within team by 1 day',
      ),
      fc.constantFrom(
        '',
        'suspend from Hold.from_time until Hold.until_time',
        'suspend from Hold.from_time until Hold.until_time within team',
        'suspend from Hold.from_time until Hold.until_time where item.kind = A within team',
      ),
    )
    .map(([start, limit, pause, ...rest]) =>
      [start, ...limit, pause, pause && 'resume Log.at where kind = resume', ...rest].filter(
        (line) => line !== '',
      ),
    ),
  hours: windows,
  days: fc.constantFrom(
    'days cn',
    'days Monday to Saturday',
    'days cn\n  effective from 2026-01-01 until 2026-05-09',
  ),
})
const team = fc.constantFrom('X', 'Y')
const data = fc.record({
  Item: fc.array(
    fc.record({
      kind: fc.constantFrom('A', 'B'),
      team,
      begun: time,
      opened: fc.constantFrom('2026-04-29', '2026-05-06'),
      ended: fc.option(time),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  Log: fc.array(
    fc.record({
      item: fc.constantFrom(0, 1, 2),
      team,
      kind: fc.constantFrom('stop', 'pause', 'resume', 'again', 'more'),
      at: time,
    }),
    { maxLength: 10 },
  ),
  Hold: fc.array(
    fc.record({
      item: fc.constantFrom(0, 1, 2),
      team: fc.option(team, { freq: 6 }),
      from_time: time,
      until_time: fc.option(time),
    }),
    {
      maxLength: 3,
    },
  ),
})
/** The reference says yes and no. */
const said = (word: string) => (word === 'true' ? 'yes' : word === 'false' ? 'no' : word)
const results = ['due', 'warning', 'stopped', 'breached', 'elapsed', 'late']

test('a clock shows what one finds who watches it minute by minute', () => {
  fc.assert(
    fc.property(drawn, data, fc.option(time, { nil: undefined }), (one, rows, now) => {
      const text = policy(one)
      const ids = rows.Item.map((_, i) => `i${i}`)
      const of = ({ item }: { readonly item: number }) => item < ids.length
      const all = {
        Item: rows.Item.map((row, i) => ({ id: `i${i}`, ...row })),
        Log: rows.Log.filter(of).map((row, i) => ({ ...row, id: `l${i}`, item: `i${row.item}` })),
        Hold: rows.Hold.filter(of).map((row) => ({ ...row, item: `i${row.item}` })),
      }
      const at = now === undefined ? undefined : localTime(now)
      const whole = { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 12, 31) ?? 0 }
      const got = engineLines([{ name: 'policy.bylaw', text }], all, whole, at)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const wanted = reference(
        programOf(text),
        new Map(Object.entries(all)),
        [],
        at === undefined ? undefined : BigInt(at),
      )
      const warns = one.lines.some((line) => line.startsWith('warn'))
      const asked = [
        ...ids.map((id) => ['limit', id] as const),
        ...all.Log.map(({ id }) => ['following', id] as const),
      ]
      const differing = asked.flatMap(([clause, id]) =>
        ['', ...results].flatMap((result) => {
          if (result === 'warning' && (!warns || clause === 'following')) return []
          const name = result === '' ? clause : `${clause}.${result}`
          const is = got.lines.get(`${name}|${id}|`)
          const want = wanted.value(name, id)
          return said(meaning(is)) === meaning(want)
            ? []
            : [`${name} ${id}: ${JSON.stringify(is)}, the reference ${JSON.stringify(want)}`]
        }),
      )
      expect(differing).toEqual([])
    }),
    { numRuns: 40, seed: 72 },
  )
}, 120_000)
