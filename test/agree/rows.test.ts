import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = `policy rows { language en; currency CNY; effective from 2026-01-01 until open; calendar cn }
record Rep { id text key }
record Order { id text key; rep Rep; kind one of new, old; signed date posting; due date optional; amount money from -1_000 CNY up to 1_000 CNY; weight number optional }
record Visit { id text key; rep Rep; made date posting }
record Call { id text key; rep Rep; at time posting }
record Ring { id text key; rep Rep; at time posting }
value unit for each Order where kind = new = amount / weight
value nth for each Order = count(Order so far within rep)
decision d for each Order {
  gives nth = nth
  gives total = sum(Order.amount so far within rep)
  gives recent = sum(Order.amount in last 30 days within rep, kind)
  gives monthly = sum(Order.amount in last 2 months where kind = new)
  gives units = sum(Order.unit in last 45 days within rep)
  gives mean = avg(Order.amount in last 20 days within kind where weight > 1)
  gives low = min(Order.weight in last 25 days within rep)
  gives high = max(Order.unit so far within rep)
  gives heavy = count(Order in last 10 days within kind where weight > 2)
  gives some = if any((Order.amount > 500 CNY) in last 40 days within rep) then 1 else 0
  gives every = if all((Order.weight > 1) in last 15 days) then 1 else 0
  gives due = sum(Order.amount in last 30 days within rep, posting due)
}
decision v for each Visit {
  gives before = sum(Order.amount so far within rep)
  gives number = count(Order in last 1 months within rep where kind = new)
  gives late = max(Order.due in last 30 days within rep)
}
decision r for each Ring {
  gives earlier = count(Call so far within rep)
  gives recent = count(Call in last 1 days within rep)
  gives since = min(Call.at so far within rep)
  gives visits = count(Visit so far within rep)
}
bonus third for each Order to rep where nth = 3 {
  start 100 CNY
  round 0.01 half-up
}
payout pay for Rep per month { add third }
`

const day = fc.integer({ min: firstHalf.from - 3, max: firstHalf.from + 80 }).map(formatDay)
const time = fc
  .tuple(fc.integer({ min: firstHalf.from, max: firstHalf.from + 2 }), fc.integer({ min: 8, max: 11 }))
  .map(([on, hour]) => `${formatDay(on)} ${String(hour).padStart(2, '0')}:00`)
const calls = fc.array(fc.record({ rep: fc.constantFrom('A', 'B'), at: time }), { maxLength: 5 })
const cases = fc.record({
  calls,
  rings: calls,
  orders: fc.array(
    fc.record({
      rep: fc.constantFrom('A', 'B'),
      kind: fc.constantFrom('new', 'new', 'old'),
      signed: day,
      due: fc.option(day, { freq: 8 }),
      amount: fc.constantFrom('10', '-10', '333.33', '0.01', '999.99'),
      weight: fc.option(fc.constantFrom('1', '2', '3', '0.5', '0'), { freq: 12 }),
    }),
    { maxLength: 16 },
  ),
  visits: fc.array(fc.record({ rep: fc.constantFrom('A', 'B'), made: day }), { maxLength: 4 }),
})
const months = ['2026-01', '2026-02', '2026-03', '2026-04']

test('windows of rows are those that the reference finds', () => {
  let known = 0
  fc.assert(
    fc.property(cases, ({ orders, visits, calls, rings }) => {
      const data = {
        Rep: [{ id: 'A' }, { id: 'B' }],
        Order: orders.map((order, i) => ({ id: `${(i * 7) % 20}`, ...order })),
        Call: calls.map((call, i) => ({ id: `${i}`, ...call })),
        Ring: rings.map((ring, i) => ({ id: `${i}`, ...ring })),
        Visit: visits.map((visit, i) => ({ id: `${i}`, ...visit })),
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(policy), new Map(Object.entries(data)), months)
      const lines = new Map(asked.lines)
      const results = { d: data.Order, v: data.Visit, r: data.Ring } as const
      for (const [line, is] of got.lines) {
        const [path = '', who] = line.split('|')
        const [name, result] = path.split('.')
        if (
          (name === 'd' || name === 'v' || name === 'r') &&
          result !== undefined &&
          results[name].length > 0
        )
          lines.set(line, asked.value(path, who))
        if ('amount' in is) known++
      }
      const differing = [...lines].flatMap(([line, want]) =>
        line.startsWith('d|') ||
        line.startsWith('v|') ||
        line.startsWith('r|') ||
        meaning(got.lines.get(line)) === meaning(want)
          ? []
          : [`${line}: ${meaning(got.lines.get(line))}, the reference ${meaning(want)}`],
      )
      expect(differing).toEqual([])
    }),
    { numRuns: 80, seed: 31 },
  )
  expect(known).toBeGreaterThan(2000)
})
