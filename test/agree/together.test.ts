import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differing, eachQuarter, inTurn, laterCase, oddCase, paidInYear, wholeYear } from './together.ts'

test('all that is paid over time, together, is what the reference finds', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(laterCase, (found) => {
      expect(differing(found)).toEqual([])
    }),
    { numRuns: 40, seed: 51, endOnFailure: true },
  )
})

test('four quarters in turn pay what the year pays, whatever is combined', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(laterCase, (found) => {
      expect(inTurn(found, eachQuarter)).toEqual(inTurn(found, wholeYear))
    }),
    { numRuns: 60, seed: 52, endOnFailure: true },
  )
})

test('the order of the rows never matters to what is paid over time', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(laterCase, (found) => {
      const turned = Object.fromEntries(
        Object.entries(found.rows).map(([id, list]) => [id, list.toReversed()]),
      )
      expect(inTurn({ ...found, rows: turned }, wholeYear)).toEqual(inTurn(found, wholeYear))
    }),
    { numRuns: 30, seed: 53, endOnFailure: true },
  )
})

/** An order with its receipt, and the same again as a credit note. */
const pair = (signed: string, credited: string, amount: string) => ({
  Order: [
    { id: 'X1', rep: 'A', signed, ended: null, amount },
    { id: 'X2', rep: 'A', signed: credited, ended: null, amount: `-${amount}` },
  ],
  Receipt: [
    { id: 'X1', order: 'X1', received: signed, amount },
    { id: 'X2', order: 'X2', received: credited, amount: `-${amount}` },
  ],
})

test('an order and its refund in the same period leave all pay as it was', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(oddCase, ({ text, rows, amount, signed }) => {
      const added = pair(signed, signed, amount)
      const more = {
        ...rows,
        Order: [...(rows.Order ?? []), ...added.Order],
        Receipt: [...(rows.Receipt ?? []), ...added.Receipt],
      }
      expect(paidInYear({ text, rows: more })).toEqual(paidInYear({ text, rows }))
    }),
    { numRuns: 60, seed: 54, endOnFailure: true },
  )
})

test('a refund in a later period leaves what is paid by the row, or to date, as it was', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(oddCase, ({ text, rows, amount, signed, later }) => {
      const added = pair(signed, later, amount)
      const more = {
        ...rows,
        Order: [...(rows.Order ?? []), ...added.Order],
        Receipt: [...(rows.Receipt ?? []), ...added.Receipt],
      }
      // Quarters of their own, with tiers and limits, are no sums: that is what year to date is for.
      const summed = (found: ReadonlyMap<string, bigint>) =>
        [...found].filter(([key]) => !key.startsWith('quarterly'))
      const without = summed(paidInYear({ text, rows }))
      const late = added.Order.some((order) => order.signed > '2026-09-22')
      // A part that is due 100 days later falls into the next year: only what is due in this one is compared.
      const compared = late ? without.filter(([key]) => !key.startsWith('pay')) : without
      const found = new Map(summed(paidInYear({ text, rows: more })))
      expect(compared.map(([key]) => [key, found.get(key)])).toEqual(compared)
    }),
    { numRuns: 60, seed: 55, endOnFailure: true },
  )
})
