import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = `policy penalties { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key; city text }
record Offence { id text key; person Person; code one of V1, V2; proven yes/no; happened date optional; decided date posting }
record Loss { id text key; person Person; kind one of broken, lost; decided date posting; amount money from -1_000 CNY up to 1_000 CNY }
record Payroll { person Person; period month; payable money optional; share percent }
law protection by city {
  source "drawn"
  deductions {
    | class             | city | from       | until      | allowed | share | keeps minimum |
    | loss compensation | -    | 1995-01-01 | open       | yes     | 20%   | yes           |
    | loss compensation | Wuxi | 2026-01-01 | 2026-03-31 | yes     | 33.3% | no            |
    | loss compensation | Wuxi | 2026-04-01 | open       | no      | -     | -             |
    | clawback          | -    | 1995-01-01 | open       | yes     | -     | yes           |
    | reduced incentive | -    | 1995-01-01 | 2026-04-30 | yes     | 10%   | no            |
    | dealer penalty    | -    | 1995-01-01 | open       | yes     | -     | -             |
  }
  minimum {
    | city         | from       | until      | amount  |
    | Suzhou, Wuxi | 2026-01-01 | 2026-02-28 | 150 CNY |
    | Suzhou       | 2026-03-01 | 2026-05-31 | 160 CNY |
    | -            | 2026-03-01 | open       | 140 CNY |
  }
}
value wage for Person per month = only(Payroll.payable)
value odd for Person per month = wage / 3
penalty conduct for each Offence to person where proven {
  nth in last 40 days within person, code by happened when code = V2
  nth in last 2 months within person by happened
  table first match {
    | code | nth    | => points |
    | V1   | 1      | 1         |
    | V1   | -      | 2         |
    | V2   | from 3 | 9         |
    | -    | -      | 4         |
  }
  gives worth = points * 2 + nth
}
penalty late for each Offence to person posting decided + 10 days class dealer penalty {
  nth so far within person by decided when code = V1
  nth in last 3 months within person
  gives rate = if nth > 2 then 3.3% else 1%
  start rate * 101 CNY
  times nth when nth > 1
  round 0.01 half-up
}
penalty reduced for Person where city <> "Xian" per month class reduced incentive {
  gives points = sum(conduct.points)
  gate points > 1
  start wage * 5% * points
  round 0.01 half-up
  limit by law protection(odd, city) when points > 3
}
penalty broken_things for each Loss to person where kind = broken class loss compensation {
  start amount
  round 0.01 half-up
}
penalty lost_things for Person per month class loss compensation {
  start sum(Loss.amount where Loss.kind = lost) * 33.33%
  round 0.01 half-up
}
clawback back for Person per month {
  start sum(Loss.amount) * 10%
  round 0.01 half-up
}
bonus earned for Person per month {
  start wage
  round 0.01 half-up
}
payout pay for Person per month {
  add earned
  take lost_things, broken_things
  take reduced, back, late
  limit by law protection(wage, city)
}
decision heard for each Offence posting happened {
  gives weight = if code = V2 then 3 else 1
}
decision told for Person per month {
  gives heard_weight = sum(heard.weight)
  gives reduced_carried = reduced.carried
  gives carried = pay.carried
  gives lateness = sum(late.nth)
}
`

const day = fc.integer({ min: firstHalf.from, max: firstHalf.until }).map(formatDay)
const person = fc.constantFrom('A', 'B')
const cases = fc.record({
  cities: fc.tuple(fc.constantFrom('Suzhou', 'Wuxi', 'Xian'), fc.constantFrom('Suzhou', 'Wuxi', 'Xian')),
  offences: fc.array(
    fc.record({
      person,
      code: fc.constantFrom('V1', 'V2'),
      proven: fc.constantFrom('yes', 'yes', 'no'),
      happened: fc.option(day, { freq: 25 }),
      decided: day,
    }),
    { maxLength: 14 },
  ),
  losses: fc.array(
    fc.record({
      person,
      kind: fc.constantFrom('broken', 'lost'),
      decided: day,
      amount: fc.integer({ min: -2_000, max: 30_000 }).map((cents) => `${(cents - (cents % 10)) / 100}`),
    }),
    { maxLength: 8 },
  ),
  wages: fc.array(fc.option(fc.integer({ min: 9_000, max: 90_000 }), { freq: 12 }), {
    minLength: 12,
    maxLength: 12,
  }),
})
type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']

function dataOf({ cities, offences, losses, wages }: Case) {
  return {
    Person: [
      { id: 'A', city: cities[0] },
      { id: 'B', city: cities[1] },
    ],
    Offence: offences.map((one, i) => ({ id: `${(i * 5) % 17}`, ...one, happened: one.happened ?? '' })),
    Loss: losses.map((one, i) => ({ id: `${i}`, ...one })),
    Payroll: wages.map((wage, i) => ({
      person: i < 6 ? 'A' : 'B',
      period: months[i % 6] ?? '',
      payable: wage === null ? '' : `${Math.trunc(wage / 100)}.${String(wage % 100).padStart(2, '0')}`,
      share: '1%',
    })),
  }
}

function engineOf(data: ReturnType<typeof dataOf>) {
  const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
  if ('errors' in got) throw new Error(got.errors.join('\n'))
  return got.lines
}

test('what is decided and taken is what the reference finds', () => {
  fc.assert(
    fc.property(cases, (found) => {
      const data = dataOf(found)
      const got = engineOf(data)
      const asked = reference(programOf(policy), new Map(Object.entries(data)), months)
      const lines = new Map(asked.lines)
      for (const { id } of data.Offence) {
        for (const part of ['nth', 'worth'])
          lines.set(`conduct.${part}|${id}|`, asked.value(`conduct.${part}`, id))
        lines.set(`late.nth|${id}|`, asked.value('late.nth', id))
      }
      for (const month of months)
        for (const who of ['A', 'B']) {
          lines.set(`told.carried|${who}|${month}`, asked.value('told.carried', who, month))
          lines.set(`told.lateness|${who}|${month}`, asked.value('told.lateness', who, month))
        }
      expect(lines.size).toBeGreaterThan(50)
      const differing = [...lines].flatMap(([line, want]) =>
        meaning(got.get(line)) === meaning(want)
          ? []
          : [`${line}: ${meaning(got.get(line))}, the reference ${meaning(want)}`],
      )
      expect(differing).toEqual([])
    }),
    { numRuns: 50, seed: 41 },
  )
})

test('the order of the offences in the data never matters', () => {
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat()), (found, numbers) => {
      const data = dataOf(found)
      const shuffled = data.Offence.map((row) => ({ row, at: numbers.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row)
      const lines = engineOf(data)
      const others = engineOf({ ...data, Offence: shuffled, Loss: data.Loss.toReversed() })
      const told = (all: typeof lines) => [...all].map(([line, value]) => `${line} ${meaning(value)}`).sort()
      expect(told(others)).toEqual(told(lines))
    }),
    { numRuns: 40, seed: 43 },
  )
})
