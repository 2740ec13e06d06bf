import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  actions,
  changes,
  claims,
  compensation,
  depositsTaken,
  diversions,
  gifts,
  giftsReceived,
  hoursDone,
  loans,
  retakes,
  settlements,
  shipments,
  signers,
} from './decisions.ts'
import { workOutHandbook } from './oracle.ts'
import { paymentTerms } from './terms.ts'

const known = workOutHandbook(join(import.meta.dirname, '../../../policies/handbook-zh/data'))
const { rows } = known.data
const picked = (all: ReadonlyMap<string, string>, ...ids: readonly string[]) => ids.map((id) => all.get(id))

/** Worked by hand from the prose; an amount of cents is given in its comment. */
describe('the hand-written decisions give a planted situation what was worked by hand', () => {
  test('S24: a representative releases a shipment', () => {
    const all = actions(rows)
    expect(all.get('A-S24')).toBe('refused')
    expect([...all.values()].filter((a) => a === 'allowed')).toHaveLength(5 + 3 + 3 + 1 + 1 + 2 + 1)
  })

  test('S17: the sixth claim, the former owner on day 29 and 30, the 81st and the 121st customer', () => {
    const ids = ['CL-05', 'CL-06', 'CL-S17-29', 'CL-S17-30', 'CL-S17-80', 'CL-S17-81', 'CL-S17-S', 'CL-S17-T']
    expect(picked(claims(known), ...ids)).toEqual([
      'allowed',
      'refused',
      'refused',
      'allowed',
      'allowed',
      'refused',
      'allowed',
      'refused',
    ])
  })

  test('articles 27, 35 and 73 on their limits and a cent more', () => {
    const steps = ['manager', 'director', 'director', 'general manager']
    expect(picked(loans(rows), 'B-1', 'B-2', 'B-3', 'B-4')).toEqual(steps)
    expect(picked(signers(rows), 'H-S22-1', 'H-S22-2', 'H-S22-3', 'H-S22-4')).toEqual(steps)
    const settled = settlements(rows)
    expect(picked(settled, 'V-S24-1', 'V-S24-2', 'V-S24-3', 'V-S24-4')).toEqual(steps)
    expect(picked(settled, 'V-S24-5', 'V-S24-6')).toEqual(['manager and legal', 'general manager and legal'])
  })

  test('S19: 100, 120 and 121 % of the limit, 31, 60 and 61 days, and nothing on credit for class C', () => {
    const ids = ['100', '120', '121', '31', '60', '61', 'C0', 'C1', 'X'].map((n) => `S-S19-${n}`)
    expect(picked(shipments(known), ...ids)).toEqual([
      'allowed',
      'director and finance',
      'general manager and finance',
      'general manager and finance',
      'general manager and finance',
      'refused',
      'allowed',
      'general manager and finance',
      'undecided',
    ])
  })

  test('article 36: each class on its term and a day more, skids, exports, and shares of 99 and 101 %', () => {
    const all = paymentTerms(known)
    const of = (is: string) =>
      [...all].filter(([id, said]) => id.startsWith('PT-S36-') && said === is).map(([id]) => id.slice(7))
    expect(of('allowed')).toEqual(['A60', 'B30', 'C0', 'P3', 'P3-ALL', 'EX', 'EX-LC'])
    expect(of('undecided')).toEqual(['99', '101', 'X'])
    expect(of('director and finance')).toHaveLength(11)
  })

  test('S22: changes and terminations', () => {
    expect([...changes(rows).values()]).toEqual([
      'not applicable',
      'allowed',
      'not applicable',
      'manager',
      'director',
      'director and legal',
      'general manager and legal',
      'allowed',
    ])
  })

  test('S21: gifts of 200 and 200.01, 1,000 a customer and year, public bodies, meals and events', () => {
    expect([...gifts(known)]).toEqual([
      ['Y-1', 'allowed'],
      ['Y-S21', 'refused'],
      ['Y-2', 'allowed'],
      ['Y-3', 'allowed'],
      ['Y-4', 'refused'],
      ['Y-5', 'allowed'],
      ['Y-6', 'refused'],
      ['Y-P', 'refused'],
      ['Y-7', 'manager'],
      ['Y-8', 'director'],
      ['Y-9', 'director'],
      ['Y-10', 'general manager'],
      ['Y-11', 'refused'], // asked on the day itself
      ['Y-12', 'manager'], // a Monday, asked on Friday
      ['Y-13', 'refused'], // asked on Saturday
    ])
  })

  test('article 64, paragraph 4: 200 a gift, 1,000 a giver and year, nothing of public bodies', () => {
    const kept = [...giftsReceived(known)].filter(([, is]) => is === 'keep').map(([id]) => id)
    expect(kept).toEqual(['GR-1', 'GR-D1', 'GR-D2', 'GR-D3', 'GR-D4', 'GR-D5'])
  })

  test('article 58: the second attempt at the exam is the manager’s to grant, and there is no third', () => {
    expect([...retakes(rows).values()].sort()).toEqual([
      'allowed',
      'allowed',
      'allowed',
      'manager',
      'manager',
      'refused',
    ])
    expect(['EC1-R7', 'EC1-R8', 'SW-R5'].map((id) => hoursDone(rows, id))).toEqual([
      '2026-05-13',
      '2026-07-26',
      '2026-07-07',
    ])
  })

  test('S21: the third diversion in 365 days takes 50,000 of the deposit; one 365 days later is a first again', () => {
    expect([...diversions(rows)].map(([id, { nth, taken }]) => [id, nth, taken])).toEqual([
      ['DV-1', 1, 0n],
      ['DV-2', 2, 2_000_000n],
      ['DV-S21', 3, 5_000_000n],
      ['DV-3', 1, 0n],
      ['DV-4', 1, 0n],
      ['DV-5', 1, 0n],
      ['DV-6', 1, 0n],
      ['DV-7', 2, 2_000_000n],
      ['DV-8', 3, 5_000_000n],
      ['DV-9', 4, 5_000_000n],
    ])
  })

  test('article 67, paragraph 3: the fourth diversion of DL-4 finds 30,000 left of the deposit', () => {
    expect([...depositsTaken(rows)]).toEqual([
      ['DL-1 2026-02', 2_000_000n],
      ['DL-1 2026-05', 5_000_000n],
      ['DL-4 2026-04', 2_000_000n],
      ['DL-4 2026-05', 5_000_000n],
      ['DL-4 2026-06', 3_000_000n],
    ])
  })

  test('worked example 9, and what else S10 carries from month to month', () => {
    const all = compensation(known)
    const of = (person: string, ...months: readonly number[]) =>
      months.map((m) => {
        const found = all.get(`${person} 2026-${String(m).padStart(2, '0')}`)
        return [found?.taken, found?.carried]
      })
    expect(of('SW-R1', 4, 5, 6, 7, 8)).toEqual([
      [0n, 0n],
      [184_000n, 176_000n],
      [37_000n, 139_000n],
      [139_000n, 0n],
      [0n, 0n],
    ])
    // 200,000 × 30 % is more than 50,000: 1,900, then 2,400, 2,200 and 2,000 a month.
    expect(of('SC-R6', 5, 6, 7, 8)).toEqual([
      [190_000n, 4_810_000n],
      [240_000n, 4_570_000n],
      [220_000n, 4_350_000n],
      [200_000n, 4_150_000n],
    ])
    // 1,800 and 1,200: 20 % of 7,000, then of 7,500; of 3,000 only 460 lie above Beijing’s minimum wage.
    expect(of('NC-R3', 4, 5, 6)).toEqual([
      [140_000n, 40_000n],
      [150_000n, 10_000n],
      [10_000n, 0n],
    ])
  })
})
