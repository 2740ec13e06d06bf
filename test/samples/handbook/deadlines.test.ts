import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cell } from '../csv.ts'
import * as due from './deadlines.ts'
import { giftReturns, inductions } from './obligations.ts'
import { workOutHandbook } from './oracle.ts'
import { unchangedStages } from './pool.ts'
import { causeAnalyses, errorExplanations, handOvers } from './terms.ts'
import { afterWorkingMinutes, closingAfter, isWorked, plusDays, workedMinutes } from './working-time.ts'

const known = workOutHandbook(join(import.meta.dirname, '../../../policies/handbook-zh/data'))
const { rows } = known.data
const now = '2026-07-07 12:00'
const late = (all: readonly due.Deadline[]) => all.filter((d) => due.isLate(d, now)).map((d) => d.id)
const of = (all: readonly due.Deadline[], id: string) => all.find((d) => d.id === id)?.due

describe('working time, minute by minute', () => {
  test('has the working days of article 3: 59, 61, 66 and 62', () => {
    const days = [0, 0, 0, 0]
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = plusDays(day, 1)) {
      const quarter = Math.ceil(Number(day.slice(5, 7)) / 3) - 1
      if (isWorked(day)) days[quarter] = (days[quarter] ?? 0) + 1
    }
    expect(days).toEqual([59, 61, 66, 62])
  })

  test('gives worked example 8', () => {
    expect(afterWorkingMinutes('2026-04-30 16:00', 480)).toBe('2026-05-06 16:30')
    expect(afterWorkingMinutes('2026-04-30 16:00', 384)).toBe('2026-05-06 14:54')
    expect(closingAfter('2026-04-30 16:00', 7)).toBe('2026-05-13 18:00')
    expect(workedMinutes('2026-05-13 18:00', '2026-05-14 09:20')).toBe(20)
  })
})

/** What is due when, and what of it came late, from the prose alone. */
describe('the hand-written deadlines of', () => {
  test('article 77: five quarters of teams lie under 80 %, SW’s second at exactly 80 % does not', () => {
    const all = causeAnalyses(known)
    expect(all.map(({ id }) => id)).toEqual(['CA-EC1-Q1', 'CA-EC1-Q2', 'CA-SW-Q1', 'CA-SW-Q3', 'CA-EX-Q2'])
    expect(all.filter((d) => due.isLate(d, '2026-12-31 18:00')).map(({ id }) => id)).toEqual([
      'CA-SW-Q3',
      'CA-EX-Q2',
    ])
  })

  test('article 20: S18, and every late response is a V1', () => {
    const all = due.leads(rows)
    expect(of(all, 'L-S18-1')).toBe('2026-05-11 12:00')
    expect(of(all, 'L-S18-2')).toBe('2026-05-06 14:30')
    const expected = rows('offences')
      .filter((o) => cell(o, 'code') === 'V1' && cell(o, 'happened') >= '2026')
      .map((o) => cell(o, 'id'))
      .filter((id) => !id.startsWith('F-S'))
      .map((id) => `L-V1-${id}`)
    expect(late(all).sort()).toEqual(expected.sort())
  })

  test('article 17: every contact recorded late is a V2 on the day on which it was due', () => {
    const all = due.contacts(rows)
    const offences = rows('offences').filter((o) => cell(o, 'code') === 'V2' && cell(o, 'happened') >= '2026')
    expect(late(all).sort()).toEqual(
      offences
        .filter(
          (o) => cell(o, 'happened') < now.slice(0, 10) || of(all, `U-V2-${cell(o, 'id')}`) !== undefined,
        )
        .map((o) => `U-V2-${cell(o, 'id')}`)
        .sort(),
    )
    for (const o of offences) {
      expect(of(all, `U-V2-${cell(o, 'id')}`), cell(o, 'id')).toBe(`${cell(o, 'happened')} 18:00`)
    }
  })

  test('article 19: who was not followed up in time is a V1 of the day on which it was due', () => {
    const all = due.followUps(known)
    const found = all.filter((d) => due.isLate(d, now)).map((d) => [d.id, d.due])
    expect(found.sort()).toEqual([
      ['U-S17-1-1', '2026-06-24 18:00'],
      ['U-S17-2-1', '2026-06-23 18:00'],
      ['U-S17-3-1', '2026-05-07 18:00'],
      ['U-S17-4-1', '2026-05-08 18:00'],
      ['U-S23-1', '2026-06-29 18:00'],
    ])
    const days = rows('offences')
      .filter((o) => /^F-S(17|23)/.test(cell(o, 'id')))
      .map((o) => `${cell(o, 'happened')} 18:00`)
    expect(days.sort()).toEqual(found.map(([, time]) => time).sort())
  })

  test('article 72: S08, and every complaint solved late is a V7', () => {
    const { accepted, reply, onsite, solved } = due.complaints(rows)
    expect(late(accepted)).toEqual([])
    expect(late(reply)).toEqual([])
    expect(late(onsite)).toEqual([])
    expect(of(reply, 'K-S08-1')).toBe('2026-05-06 16:30')
    expect(of(solved, 'K-S08-1')).toBe('2026-05-13 18:00')
    expect(of(reply, 'K-S08-P1')).toBe('2026-05-03 00:30')
    expect(of(onsite, 'K-S08-P1')).toBe('2026-05-03 22:30')
    expect(of(solved, 'K-S08-P1')).toBe('2026-05-08 18:00')
    expect(of(reply, 'K-S08-P')).toBe('2026-06-10 16:30')
    const offences = rows('offences').filter((o) => cell(o, 'code') === 'V7' && cell(o, 'happened') >= '2026')
    const named = (id: string) => (id === 'F-S08' ? 'K-S08-2' : `K-V7-${id}`)
    expect(late(solved).sort()).toEqual(offences.map((o) => named(cell(o, 'id'))).sort())
    for (const o of offences) {
      expect(of(solved, named(cell(o, 'id')))).toBe(`${cell(o, 'happened')} 18:00`)
    }
  })

  test.each([
    ['9', 'meetings', due.meetings(rows), ['M-NC-6', 'M-SW-2026-06-15']],
    ['16', 'explanations', errorExplanations(known), ['FE-KA-09']],
    ['16', 'forecasts', due.forecasts(rows), ['SW-06-0', 'SW-07-1', 'SW-08-2']],
    ['21', 'stages', unchangedStages(known), ['G-S21-2', 'G-S21-4']],
    ['22', 'hand-overs', handOvers(known), ['HO-S02-L', 'HO-S02-X']],
    ['23', 'enquiries', due.enquiries(rows), ['E-S23-2']],
    ['23', 'surveys', due.surveys(rows), ['Y-S23-4']],
    ['25', 'stages', due.stages(rows), ['G-S23-2', 'G-S23-4', 'G-S23-6']],
    ['26', 'quotations', due.priceRequests(rows), ['I-S23-2']],
    ['27', 'samples', due.loans(rows), ['B-2', 'B-4', 'B-S23']],
    ['28', 'acceptances', due.acceptances(rows), ['Y-S23-2']],
    ['28', 'first visits', due.firstVisits(rows), ['Y-S23-3']],
    ['35', 'reviews by finance', due.financeReviews(rows), ['H-S22-12']],
    ['35', 'reviews by legal', due.legalReviews(rows), ['H-S22-4']],
    ['38', 'records of changes', due.changeRecords(rows), ['J-5']],
    ['40', 'closings', due.closings(rows), ['Z-Q3-freeze']],
    ['58', 'inductions', inductions(known), []],
    ['64', 'gifts given back', giftReturns(known), ['GR-3', 'GR-4']],
    ['71', 'notices', due.notices(rows), ['N-S23-2']],
    ['71', 'answers', due.answers(rows), []],
    ['71', 'rulings', due.rulings(rows), []],
    ['71', 'appeals', due.appeals(rows), ['N-S23-2']],
    ['74', 'objections', due.objections(rows), ['OB-S22-2']],
    ['74', 'answers', due.objectionAnswers(rows), ['OB-S22-3']],
    ['74', 'rulings', due.panelRulings(rows), ['OB-S22-4']],
    ['75', 'tickets', due.tickets(rows), ['TK-S23-0', 'TK-S23-2', 'TK-S23-4', 'TK-S23-6']],
    ['76', 'receipts matched', due.matchings(rows), ['R-S16']],
    ['78', 'market reports', due.marketReports(rows), ['MR-Q2']],
    ['77', 'analyses', causeAnalyses(known), ['CA-EX-Q2']],
  ])('article %s, %s: what is planted late, and nothing else', (_, __, all, expected) => {
    expect(late(all).sort()).toEqual([...expected].sort())
  })
})
