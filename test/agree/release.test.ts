import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = `policy parts { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Deal { id text key; rep Rep; signed date posting; collected date optional; ended date optional; amount money from -1_000 CNY up to 1_000 CNY }
record Receipt { id text key; deal Deal; received date posting; amount money from -1_000 CNY up to 1_000 CNY optional }
record Return { id text key; deal Deal; returned date posting }
bonus booking for each Deal to rep where amount <> 5 CNY {
  rate 7.77% of amount
  round 0.01 half-up
  release 33.4% on signed, 33.3% on collected, 33.3% on collected + 2 months
}
bonus success for each Deal to rep where amount <> 7 CNY {
  rate 5% of amount
  round 0.01 half-up
  release 25% on signed, 30% pro rata as Receipt.amount reaches amount, 45% in full when (Receipt.amount * 0.5) reaches amount * 0.4 cancelled on ended
}
clawback refunded for each Return to deal.rep where returned <> 2026-03-03 {
  rate 100% of paid on deal by success when returned > 2026-02-01
  round 0.01 half-up
}
commission holdback for Rep per quarter {
  rate 3.3% of sum(Deal.amount)
  round 0.01 half-even
  release 60% on last_day(), 15% on last_day() + 1 months, 25% shared by abs(Deal.amount) on collected + 10 days
}
clawback cancelled for each Return to deal.rep {
  rate 50% of paid on deal by booking
  round 0.01 half-up
}
payout pay for Rep per month { add booking, holdback, success; take cancelled, refunded }
`

const day = fc.integer({ min: firstHalf.from - 20, max: firstHalf.until + 5 }).map(formatDay)
const cases = fc
  .array(
    fc.record({
      rep: fc.constantFrom('A', 'B'),
      signed: day,
      collected: fc.option(day),
      ended: fc.option(day),
      amount: fc.integer({ min: -90_000, max: 90_000 }).map((cents) => `${(cents - (cents % 10)) / 100}`),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain((deals) => {
    const deal = fc.integer({ min: 0, max: deals.length - 1 }).map(String)
    const cents = fc.integer({ min: -30_000, max: 90_000 }).map((one) => `${(one - (one % 10)) / 100}`)
    return fc.record({
      deals: fc.constant(deals),
      returns: fc.array(fc.record({ deal, returned: day }), { maxLength: 7 }),
      receipts: fc.array(fc.record({ deal, received: day, amount: fc.option(cents, { freq: 15 }) }), {
        maxLength: 14,
      }),
    })
  })

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']

test('parts that are released, and taken back, are those that the reference finds', () => {
  fc.assert(
    fc.property(cases, ({ deals, returns, receipts }) => {
      const data = {
        Rep: [{ id: 'A' }, { id: 'B' }],
        Deal: deals.map((deal, i) => ({ id: `${i}`, ...deal })),
        Receipt: receipts.map((one, i) => ({ id: `${(i * 7) % 15}`, ...one })),
        Return: returns.map((one, i) => ({ id: `${i}`, ...one })),
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(policy), new Map(Object.entries(data)), months)
      // A clause that is released has lines for its parts alone.
      const whole = [...asked.lines].filter(([line]) => !/^(?:booking|holdback|success)\|/u.test(line))
      expect(whole.length).toBeGreaterThanOrEqual(12)
      const differing = whole.flatMap(([line, want]) =>
        meaning(got.lines.get(line)) === meaning(want)
          ? []
          : [`${line}: ${meaning(got.lines.get(line))}, the reference ${meaning(want)}`],
      )
      expect(differing).toEqual([])
    }),
    { numRuns: 60, seed: 9 },
  )
})

test('a deal and its refund cancel to the cent, part by part', () => {
  const one = fc.record({
    signed: day,
    collected: fc.option(day),
    received: day,
    cents: fc.integer({ min: 1, max: 99_999 }),
    come: fc.integer({ min: 1, max: 99_999 }),
  })
  const money = (cents: number) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  fc.assert(
    fc.property(one, ({ signed, collected, received, cents, come }) => {
      const [amount, some] = [money(cents), money(come)]
      const data = {
        Rep: [{ id: 'A' }],
        Deal: [
          { id: '1', rep: 'A', signed, collected, amount },
          { id: '2', rep: 'A', signed, collected, amount: `-${amount}` },
        ],
        Receipt: [
          { id: '1', deal: '1', received, amount: some },
          { id: '2', deal: '2', received, amount: `-${some}` },
        ],
        Return: [],
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const paid = months.map((month) => got.lines.get(`pay|A|${month}`))
      expect(paid).toEqual(months.map(() => ({ amount: '0' })))
    }),
    { numRuns: 60, seed: 13 },
  )
})

test('no deal has more taken back than it was paid, however many rows ask for it', () => {
  fc.assert(
    fc.property(cases, ({ deals, returns, receipts }) => {
      const data = {
        Rep: [{ id: 'A' }, { id: 'B' }],
        Deal: deals.map((deal, i) => ({ id: `${i}`, ...deal, amount: deal.amount.replace('-', '') })),
        Receipt: receipts.map((one, i) => ({ id: `${i}`, ...one, amount: one.amount ?? '1' })),
        Return: returns.map((one, i) => ({ id: `${i}`, ...one })),
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const sums = new Map<string, bigint>()
      const add = (deal: string, line: string, sign: bigint) => {
        const is = got.lines.get(line)
        if (is === undefined || !('amount' in is)) return
        const [whole = '', rest = ''] = is.amount.split('.')
        const cents = BigInt(whole + rest.padEnd(2, '0').slice(0, 2))
        sums.set(deal, (sums.get(deal) ?? 0n) + sign * cents)
      }
      for (const { id } of data.Deal)
        for (const part of ['1', '2', '3']) add(id, `booking.${part}|${id}|`, 1n)
      for (const { id, deal } of data.Return) add(deal, `cancelled|${id}|`, -1n)
      for (const left of sums.values()) expect(left >= 0n).toBe(true)
    }),
    { numRuns: 40, seed: 17 },
  )
})
