import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { settle } from './commission.ts'
import { rounded } from './exact.ts'
import { workOutHandbook } from './oracle.ts'
import { scoreOf } from './scorecards.ts'
import { ofQuarterMonths } from './targets.ts'
import { leaverSettlement, performancePay } from './year-end.ts'

const known = workOutHandbook(join(import.meta.dirname, '../../../policies/handbook-zh/data'))
const { targets, collected } = known
const who = (id: string) => {
  const person = known.data.person.get(id)
  if (!person) throw new Error(`No ${id}`)
  return person
}
const settlement = (id: string, quarter: number) => settle(known, who(id)).find((s) => s.quarter === quarter)
const credited = (receipt: string) =>
  collected.lines
    .filter((l) => l.receipt === receipt && l.refund === undefined)
    .map((l) => [l.person, l.kind, l.net, l.credited])

/** The numbers of the handbook's worked examples, from its prose; money in cents. */
describe('the hand-written calculation gives worked example', () => {
  test('1: EC2’s target over seats, quarters and months', () => {
    const year = (seat: string) => targets.seat.get(seat)?.reduce((a, b) => a + b, 0n)
    expect(year('B-EC2-R1')).toBe(6_171_000n)
    expect(['B-EC2-S1', 'B-EC2-S2', 'B-EC2-S3'].map(year).sort()).toEqual([
      9_257_000n,
      9_257_000n,
      9_260_000n,
    ])
    expect(targets.team.get('EC2')?.reduce((a, b) => a + b, 0n)).toBe(64_800_000n)
    expect(targets.seat.get('B-EC2-R2')?.slice(3, 6)).toEqual([462_825n, 509_107n, 570_818n])
  })

  test('2: the joiner of 13 April, from the ramp to what is left of the draw', () => {
    expect(targets.person.get('EC1-R7')?.slice(3, 6)).toEqual([145_800n, 320_760n, 479_520n])
    expect(known.quota.get('EC1-R7 2026-Q2')).toBe(94_608_000n)
    expect(collected.quarter('EC1-R7', '2026-Q2')).toBe(52_000_000n)
    expect(settlement('EC1-R7', 2)).toMatchObject({
      commission: 416_000n,
      holdback: 62_400n,
      payable: 353_600n,
      drawn: 900_000n,
      recovered: 176_800n,
      paid: 176_800n,
      drawBalance: 723_200n,
    })
  })

  test('3: five receipts, three bands, seven points', () => {
    expect([1, 2, 3, 4, 5].map((n) => credited(`R-W3-${n}`)[0]?.[3])).toEqual([
      80_000_000n,
      48_000_000n,
      54_000_000n,
      8_000_000n,
      2_500_000n,
    ])
    expect(known.quota.get('EC1-R1 2026-Q2')).toBe(162_000_000n)
    expect(known.conduct.points('EC1-R1', '2026-Q2')).toBe(7n)
    const second = settlement('EC1-R1', 2)
    expect(second && rounded(second.earned)).toBe(2_165_200n)
    expect(second).toMatchObject({
      commission: 2_056_940n,
      holdback: 308_541n,
      payable: 1_748_399n,
      paid: 1_748_399n,
    })
  })

  test('4: the scorecard of the same representative, and his performance pay', () => {
    const score = scoreOf(known, who('EC1-R1'), 2)
    expect([...(score?.indicators.values() ?? [])]).toEqual([
      11_883n,
      10_000n,
      6_667n,
      8_800n,
      9_200n,
      7_200n,
      10_000n,
    ])
    expect(score?.total).toBe(9_913n)
    expect(performancePay(known, who('EC1-R1'), 2)).toBe(660_000n)
  })

  test('5: dollars, two shares and an overlay', () => {
    expect(credited('R-W5')).toEqual([
      ['EX-R2', 'share', 50_760_820n, 50_760_820n],
      ['EC1-R5', 'share', 33_840_546n, 33_840_546n],
      ['KA-S1', 'overlay', 25_380_410n, 25_380_410n],
    ])
    const teamOf = (team: string) =>
      collected.lines
        .filter((l) => l.receipt === 'R-W5' && l.kind === 'share' && who(l.person).team === team)
        .reduce((sum, l) => sum + l.credited, 0n)
    expect(['EX', 'EC1', 'KA'].map(teamOf)).toEqual([50_760_820n, 33_840_546n, 0n])
  })

  test('6: a refund on day 80 takes 570.00 off the holdback and 3,230.00 off the third quarter', () => {
    expect(collected.amended('EC1-R1', '2026-Q2', '2026-Q3')).toBe(172_500_000n)
    expect(collected.quarter('EC1-R1', '2026-Q2')).toBe(192_500_000n)
    const third = settlement('EC1-R1', 3)
    expect(third).toMatchObject({
      claim: 380_000n,
      claimHoldback: 57_000n,
      claimPay: 323_000n,
      shortfall: 0n,
    })
    expect(third?.paid).toBe((third?.payable ?? 0n) - 323_000n)
  })

  test('10: the leaver of 31 May', () => {
    expect(known.quota.get('EC1-R6 2026-Q2')).toBe(102_060_000n)
    expect(settlement('EC1-R6', 2)).toMatchObject({
      commission: 857_304n,
      holdback: 128_596n,
      payable: 728_708n,
    })
    const left = leaverSettlement(known, who('EC1-R6'))
    expect(left?.receipts.get('R-S02-D40')).toBe(120_000n)
    expect(left?.receipts.has('R-S02-D97')).toBe(false)
    expect(left?.releasedOn).toBe('2026-08-29')
    expect(left?.holdbackReleased).toBeGreaterThanOrEqual(128_596n)
    expect(credited('R-S02-D97')).toEqual([['EC1-R8', 'share', 10_000_000n, 10_000_000n]])
    const reserve = ofQuarterMonths(targets.reserve.get('EC1'), 2)
    // The joiner’s ramp 673,920 and the leaver’s June 599,400.
    expect(reserve).toBe(673_920n + 599_400n)
  })
})
