import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { generateHandbook } from '../../../policies/handbook-zh/generator/generate.ts'
import { closed, settle } from './commission.ts'
import { key, quarters, rounded, sum } from './exact.ts'
import { workOutHandbook } from './oracle.ts'
import { isSeller } from './records.ts'
import { leaverSettlement, yearEnd } from './year-end.ts'

/** The hand-written calculation on data of other seeds: what must hold whatever people sell. */
describe.each([1, 42])('on the data of seed %i', (seed) => {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-handbook-'))
  for (const [name, text] of generateHandbook(seed)) writeFileSync(join(folder, name), text)
  const known = workOutHandbook(folder)
  afterAll(() => rmSync(folder, { recursive: true }))
  const sellers = known.data.people.filter(isSeller)

  test('the planted examples come out as they do on the committed data', () => {
    const commission = (id: string) =>
      settle(known, known.data.person.get(id) ?? fail(id)).find((s) => s.quarter === 2)
    expect(commission('EC1-R1')?.commission).toBe(2_056_940n)
    expect(commission('EC1-R7')?.drawBalance).toBe(723_200n)
    expect(leaverSettlement(known, known.data.person.get('EC1-R6') ?? fail('EC1-R6'))?.total).toBe(977_304n)
    expect(known.collected.companyYear).toBe(33_480_000_000n)
  })

  test('nothing is paid twice and nothing is lost: commission is paid, held, claimed, drawn or carried', () => {
    for (const person of sellers) {
      const settlements = settle(known, person)
      let carried = 0n
      let drawn = 0n
      for (const s of settlements) {
        expect(s.commission).toBe(s.capped + s.excess)
        expect(s.capped).toBe(s.holdback + s.payable)
        expect(s.paid + s.recovered - s.shortfall, person.id).toBe(s.payable - s.claimPay - carried)
        expect(s.paid >= 0n && s.recovered * 2n <= s.paid + s.recovered).toBe(true)
        drawn += s.drawn - s.recovered - s.forgiven
        expect(s.drawBalance).toBe(drawn)
        carried = s.shortfall
      }
    }
  })

  test('claims take what the refunded receipts had earned, 15 % of it from the holdback', () => {
    for (const person of sellers) {
      const settlements = settle(known, person)
      const year = closed(known, person)
      const claimed = sum(settlements, (s) => s.claim)
      expect(sum(settlements, (s) => s.claimHoldback + s.claimPay)).toBe(claimed)
      expect(sum(year.holdback.values(), (h) => h)).toBe(
        sum(settlements, (s) => s.holdback) - sum(settlements, (s) => s.claimHoldback),
      )
    }
  })

  test('the year returns no more than what gates and quarters without a quota took', () => {
    for (const person of sellers) {
      const trueUp = yearEnd(known, person)?.trueUp ?? 0n
      if (trueUp === 0n) continue
      const gated = settle(known, person).filter(
        (s) => rounded(s.earned) === 0n || known.quota.get(`${person.id} ${key(s.quarter)}`) === 0n,
      )
      expect(gated.length, person.id).toBeGreaterThan(0)
    }
  })

  test('quarters and the year are the same money', () => {
    for (const person of sellers) {
      const parts = sum(quarters, (q) => known.collected.amended(person.id, key(q), key(4)))
      expect(parts).toBe(known.collected.year(person.id))
    }
  })
})

function fail(id: string): never {
  throw new Error(`No ${id}`)
}
