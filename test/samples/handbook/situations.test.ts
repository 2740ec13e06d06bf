import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { needsPlan, past, promoted } from './career.ts'
import { customerClasses } from './classes.ts'
import { closed, settle } from './commission.ts'
import { key, type Quarter, quarters, rounded, sum } from './exact.ts'
import {
  directorBonus,
  forecastsToExplain,
  managementCommission,
  newCustomerBonuses,
  pool,
  smartValveBonuses,
  stars,
} from './group-pay.ts'
import { workOutHandbook } from './oracle.ts'
import { attainment, forecastError, level, scoreOf } from './scorecards.ts'
import { ofQuarterMonths } from './targets.ts'
import { leaverSettlement, performancePay, servicePay, yearEnd } from './year-end.ts'

const known = workOutHandbook(join(import.meta.dirname, '../../../policies/handbook-zh/data'))
const { collected, targets, conduct, training } = known
const who = (id: string) => {
  const person = known.data.person.get(id)
  if (!person) throw new Error(`No ${id}`)
  return person
}
const settlement = (id: string, quarter: number) => settle(known, who(id)).find((s) => s.quarter === quarter)
const commission = (id: string, quarter = 2) => settlement(id, quarter)?.commission
const percent = (id: string, quarter: Quarter) => {
  const reached = attainment(known, who(id), quarter)
  return reached && Number((reached.n * 10_000n) / reached.d) / 100
}
const lines = (receipt: string) =>
  collected.lines
    .filter((l) => l.receipt === receipt && l.refund === undefined)
    .map((l) => [l.person, l.kind, l.credited])

/** Every expected amount is worked by hand from the handbook's prose, in cents; the comment shows how. */
describe('the hand-written calculation gives a planted situation what was worked by hand', () => {
  test('S01: hired on 18 June there is no quota: 0.8 % flat, coefficient 1.00 for 13 of 91 days', () => {
    expect(known.quota.get('SW-R5 2026-Q2')).toBe(0n)
    expect(commission('SW-R5')).toBe(80_000n)
    expect(scoreOf(known, who('SW-R5'), 2)).toBeUndefined()
    expect(performancePay(known, who('SW-R5'), 2)).toBe(85_714n) // 6,000 × 13 / 91
    // 30, 60 and 80 % of 446,362, 475,160 and 518,358.
    expect(targets.person.get('SW-R5')?.slice(6, 9)).toEqual([133_908n, 285_096n, 414_686n])
    // No draw before the ramp: July is the first month.
    expect([2, 3, 4].map((q) => settlement('SW-R5', q)?.drawn)).toEqual([0n, 900_000n, 0n])
  })

  test('S02: half of day 40 and of day 90 is the leaver’s, everything of day 97 the successor’s', () => {
    expect(lines('R-S02-D40')).toEqual([
      ['EC1-R6', 'leaver', 15_000_000n],
      ['EC1-R8', 'share', 15_000_000n],
    ])
    expect(lines('R-S02-D90')).toEqual([
      // Half of this order is another's; the other half is halved.
      ['EC1-R6', 'leaver', 25n],
      ['EC1-R8', 'share', 25n],
      ['EC1-R4', 'share', 50n],
    ])
    expect(lines('R-S02-D97')).toEqual([['EC1-R8', 'share', 10_000_000n]])
    // 8,573.04 + 1,200.00; of the cent that one yuan earns at 0.8 % the other rounds up to all of it.
    expect(leaverSettlement(known, who('EC1-R6'))?.total).toBe(977_304n)
  })

  test('S03: of three thirds of 1,000,000.01 the owner takes the cent that is left', () => {
    // 33.33 % is 333,300.003333 for each of the others.
    expect(lines('R-S03-T')).toEqual([
      ['EC2-S1', 'share', 33_340_001n],
      ['EC2-S2', 'share', 33_330_000n],
      ['EC2-S3', 'share', 33_330_000n],
    ])
  })

  test('S04: a refund in its quarter, on day 90 and on day 91', () => {
    // 1,100,000 − 100,000 of 1,500,000: 900,000 × 0.8 % + 100,000 × 1.2 %.
    expect(collected.quarter('NC-R6', '2026-Q2')).toBe(100_000_000n)
    expect(commission('NC-R6')).toBe(840_000n)
    // Day 90: 1,800,000 → 1,600,000 of 2,250,000 is 200,000 × 1.2 % less.
    expect(commission('NC-S1')).toBe(1_620_000n)
    expect(settlement('NC-S1', 3)).toMatchObject({
      claim: 240_000n,
      claimHoldback: 36_000n,
      claimPay: 204_000n,
      paid: 0n, // 14 % of the quota earn nothing
      shortfall: 204_000n,
    })
    const fourth = settlement('NC-S1', 4)
    expect(fourth?.paid).toBe((fourth?.payable ?? 0n) - 204_000n)
    expect(closed(known, who('NC-S1')).holdback.get(2)).toBe(243_000n - 36_000n)
    // Day 91: the second quarter stays, the third has 200,000 less.
    expect(settlement('NC-S2', 3)?.claim).toBe(0n)
    const third = collected.lines.filter(
      (l) => l.person === 'NC-S2' && key(3) === `2026-Q${Math.ceil(Number(l.date.slice(5, 7)) / 3)}`,
    )
    expect(third.filter((l) => l.refund).map((l) => l.credited)).toEqual([-20_000_000n])
    expect(collected.quarter('NC-S2', '2026-Q3')).toBe(sum(third, (l) => l.credited))
  })

  test('S07: after the move of 1 March: day 90 the old owner, 91 and 180 both, 181 the new one', () => {
    expect(lines('R-S07-90')).toEqual([['NC-R2', 'share', 10_000_000n]])
    for (const day of [91, 180]) {
      expect(lines(`R-S07-${day}`)).toEqual([
        ['NC-R2', 'share', 5_000_000n],
        ['NC-R3', 'share', 5_000_000n],
      ])
    }
    expect(lines('R-S07-181')).toEqual([['NC-R3', 'share', 10_000_000n]])
  })

  test('S09 and S21: an act exactly 90 days before does not count; a second V8 after 300 days is a knock-out', () => {
    expect(conduct.decided.get('F-S09-2')).toEqual({ points: 1n, knockOut: false })
    expect(conduct.decided.get('F-W3-3')).toEqual({ points: 4n, knockOut: false })
    expect(conduct.decided.get('F-S21-V8-2')).toEqual({ points: 20n, knockOut: true })
    expect(conduct.decided.get('F-S21-V4')).toEqual({ points: 20n, knockOut: true })
    // Happened in June, decided in July: points of the third quarter.
    expect([2, 3].map((q) => conduct.points('SC-R6', `2026-Q${q}`))).toEqual([0n, 3n])
    // 1,162,950 × 0.8 % + 387,650 × 1.2 % = 13,955.40, × 0.90; no performance pay.
    expect(commission('KA-R1')).toBe(1_255_986n)
    expect(performancePay(known, who('KA-R1'), 2)).toBe(0n)
    expect(scoreOf(known, who('KA-R1'), 2)?.total).toBe(0n)
  })

  test('S09: the committed points are those of article 68', () => {
    for (const o of known.data.offences) {
      expect(conduct.decided.get(o.id), o.id).toEqual({ points: o.points, knockOut: o.knockOut })
    }
  })

  test('S11: 0, 1, 30, 31, 60, 61, 90 and 91 days late', () => {
    expect([0, 1, 30, 31, 60, 61, 90, 91].map((late) => lines(`R-S11-${late}`)[0]?.[2])).toEqual([
      20_000_000n,
      18_000_000n,
      18_000_000n,
      14_000_000n,
      14_000_000n,
      10_000_000n,
      10_000_000n,
      0n,
    ])
    expect(commission('EC2-R1')).toBe(877_740n) // 925,650 × 0.8 % + 114,350 × 1.2 %
    expect(lines('R-P2-0930')[0]?.[2]).toBe(12_000_000n)
    expect(lines('R-P2-1001')[0]?.[2]).toBe(11_000_000n)
  })

  test('S15: exactly 40, 60, 100 and 130 %, 39.99 %, a cent under 40 %, and 6,000,000 over the cap', () => {
    expect(['EC1-R2', 'EC1-R3', 'EC1-R4', 'EC1-R5', 'EC1-S1', 'EC1-S2'].map((id) => commission(id))).toEqual([
      518_400n,
      777_600n,
      1_555_200n,
      2_527_200n,
      0n,
      0n,
    ])
    // 1,162,950 × 0.8 % + 775,300 × 1.2 % + 581,475 × 2 % + 3,480,275 × 2.5 % = 117,243.575.
    expect(settlement('KA-R2', 2)).toMatchObject({
      commission: 11_724_358n,
      capped: 8_000_000n,
      excess: 3_724_358n,
      holdback: 1_200_000n,
      paid: 6_800_000n,
    })
    expect(yearEnd(known, who('KA-R2'))?.excess).toBe(3_724_358n)
  })

  test('S16: teams at exactly 80 and 100 %, the valves’ budget, a pool without a score under 60, a tie', () => {
    expect(managementCommission(known, who('SW-M'), 2)).toBe(720_000n) // 7,200,000 × 0.10 %
    expect(managementCommission(known, who('SC-M'), 2)).toBe(2_295_000n) // 15,300,000 × 0.15 %
    const units = known.data.receipts.filter((r) => r.received >= '2026-04-01' && r.received <= '2026-06-30')
    expect(sum(units, (r) => r.units)).toBe(460n)
    const bonuses = smartValveBonuses(known)
    expect(sum(bonuses.values(), (b) => b)).toBe(6_000_000n)
    const ec2 = pool(known, 'EC2', 2)
    expect(ec2.amount).toBe(648_000n) // 1 % of 648,000
    expect(scoreOf(known, who('EC2-R3'), 2)?.total).toBe(3_300n) // 10.5 + 6 + 6.5 + 5 + 5
    expect(ec2.parts.has('EC2-R3')).toBe(false)
    expect(sum(ec2.parts.values(), (p) => p)).toBe(648_000n)
    expect([...stars(known, 3)]).toEqual([
      ['EC1-R2', 100_000n],
      ['EC1-R3', 100_000n],
    ])
  })

  test('article 50: 20,000 on day 90, a cent less, 100,000, 300,000, and 300,000 on day 91', () => {
    const bonuses = new Map(newCustomerBonuses(known).map((b) => [b.order, b]))
    expect([1, 2, 3, 4, 5].map((n) => bonuses.get(`O-N50-${n}`)?.pays)).toEqual([
      60_000n,
      0n,
      150_000n,
      300_000n,
      0n,
    ])
    expect(bonuses.get('O-N50-1')).toMatchObject({ owner: 'EC2-R6', quarter: '2026-Q2' })
  })

  test('S20: promoted with 104, 97, 112 and 101 %, not with 69; under 60 % twice apart and together', () => {
    const year = (id: string) => quarters.map((q) => percent(id, q))
    expect(year('EX-R3')).toEqual([104, 97, 112, 101])
    expect(year('EX-R4')).toEqual([104, 69, 112, 101])
    expect(year('SW-S1')).toEqual([104, 100, 101, 96])
    expect(['EX-R3', 'EX-R4', 'SW-S1'].map((id) => promoted(known, who(id), '2027-01-01'))).toEqual([
      true,
      false,
      true,
    ])
    expect(past(known, who('EC2-R5'), '2025-Q4').attainment).toEqual({ n: 6_900n, d: 10_000n })
    expect(promoted(known, who('EC2-R5'), '2026-07-01')).toBe(false)
    expect(known.data.people.filter((p) => promoted(known, p, '2026-07-01'))).toEqual([])
    expect(quarters.map((q) => needsPlan(known, who('SW-R2'), q))).toEqual([false, false, false, false])
    expect(quarters.map((q) => needsPlan(known, who('SW-R3'), q))).toEqual([false, false, true, false])
    // 19.9 and 20 hours at mid-year.
    expect(training.passes(who('EX-R5'), 2)).toBe(false)
    expect(training.passes(who('EC2-R4'), 2)).toBe(true)
  })

  test('S22: two months running over 30 % are explained, one alone is not', () => {
    expect(forecastsToExplain(known)).toEqual(['KA 2026-09'])
  })

  test('S25: the company at 93 %, the gated quarter returned, the holdback of an order 91 days overdue', () => {
    expect(collected.companyYear).toBe(33_480_000_000n)
    expect(directorBonus(known)).toBe(7_800_000n)
    // Every quarter lies under 60 %: the year returns 971,757.00 × 0.8 % = 7,774.056.
    expect(yearEnd(known, who('EC1-S1'))?.trueUp).toBe(777_406n)
    // 863,928 × 0.8 % + 136,072 × 1.2 % = 8,544.288; 15 % 1,281.64; 60 % of it waits.
    expect(settlement('SW-R4', 3)).toMatchObject({ commission: 854_429n, holdback: 128_164n })
    expect(yearEnd(known, who('SW-R4'))?.waiting).toBe(76_898n)
  })

  test('S25: scores of 95.00, 94.99 and 94.995', () => {
    expect(['SC-R1', 'SC-R2', 'SC-R3'].map((id) => scoreOf(known, who(id), 2)?.total)).toEqual([
      9_500n,
      9_499n,
      9_500n,
    ])
    expect(['SC-R1', 'SC-R2', 'SC-R3'].map((id) => performancePay(known, who(id), 2))).toEqual([
      660_000n,
      600_000n,
      660_000n,
    ])
  })

  test('S25: a manager’s forecast error of 10 %, customer service at 90 and 89.99 %', () => {
    const error = forecastError(known, 'EC2', 2)
    expect(error.n * 10n).toBe(error.d)
    expect(scoreOf(known, who('EC2-M'), 2)?.indicators.get('forecast')).toBe(10_000n)
    const service = servicePay(known)
    expect(service.get('CS-1 2026-Q2')?.score.indicators.get('sla')).toBe(6_000n)
    expect(service.get('CS-2 2026-Q2')?.score.indicators.get('sla')).toBe(0n)
    // 24 + 80 × 30 % + 50 × 20 % + 96 × 10 %; without the first 24.
    expect(service.get('CS-1 2026-Q2')?.score.total).toBe(6_760n)
    expect(service.get('CS-2 2026-Q2')?.score.total).toBe(4_360n)
    expect(level(6_760n)).toBe('D')
    expect(service.get('CS-1 2026-Q2')?.pay).toBe(315_000n) // 3 × 1,500 × 0.70
  })

  test('S25 and S12: classes at 200,000 and 1,000,000, 10 and 20 %; a customer on two lists is not decided', () => {
    const classes = customerClasses(known, 1)
    expect([1, 2, 3, 4, 5, 6].map((n) => classes.get(`C-S25-${n}`))).toEqual(['A', 'B', 'B', 'B', 'C', 'C'])
    // Strategic all the year, on the court's list from 11 May.
    expect(quarters.map((q) => customerClasses(known, q).get('C-S12'))).toEqual([
      'A',
      'A',
      'two lists',
      'two lists',
    ])
  })

  test('S25: 3,000,000 of the second half-year go from NC to SC', () => {
    const half = (team: string) =>
      ofQuarterMonths(targets.team.get(team), 3) + ofQuarterMonths(targets.team.get(team), 4)
    expect([half('NC'), half('SC')]).toEqual([27_780_000n, 37_884_000n])
    // −3,000,000 over 9 units: −333,333.33 → −333,000, −500,000, and −2,000 more for the senior hired first.
    const seat = (id: string) => sum(targets.seat.get(id)?.slice(6) ?? [], (m) => m)
    expect(seat('B-NC-R1')).toBe(3_087_000n)
    expect([seat('B-NC-S1'), seat('B-NC-S2')].sort()).toEqual([4_628_000n, 4_630_000n])
    // −333,000 × 1,560,000 / 3,420,000 = −151,894.7: 31, 33 and the rest of it off 483,600, 514,800 and 561,600.
    expect(targets.seat.get('B-NC-R1')?.slice(6, 9)).toEqual([436_513n, 464_675n, 506_918n])
    expect(sum(targets.company, (m) => m)).toBe(360_000_000n)
  })

  test('people and reserve are the team, each month', () => {
    for (const [team, months] of targets.team) {
      const people = known.data.people.filter((p) => p.team === team && p.role !== 'manager')
      for (const [i, month] of months.entries()) {
        const carried = sum(people, (p) => targets.person.get(p.id)?.[i] ?? 0n)
        const reserve = targets.reserve.get(team)?.[i] ?? 0n
        expect(carried + reserve).toBe(month)
        expect(reserve >= 0n, `${team} ${i + 1}`).toBe(true)
      }
    }
  })

  test('a true-up only returns what a gate or a quarter without a quota took', () => {
    for (const person of known.data.people) {
      const found = yearEnd(known, person)
      if (!found || found.trueUp === 0n) continue
      const quarter = settle(known, person).some(
        (s) => rounded(s.earned) === 0n || known.quota.get(`${person.id} ${key(s.quarter)}`) === 0n,
      )
      expect(quarter, person.id).toBe(true)
    }
  })
})
