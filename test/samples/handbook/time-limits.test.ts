import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository, runSample } from '../run-sample.ts'
import * as due from './deadlines.ts'
import { giftReturns, inductions } from './obligations.ts'
import { workOutHandbook } from './oracle.ts'
import { backToThePool, protections, unchangedStages } from './pool.ts'
import { causeAnalyses, errorExplanations, handOvers } from './terms.ts'
import { seconds } from './working-time.ts'

const folder = join(repository, 'policies/handbook-zh/data')
const known = workOutHandbook(folder)
const { rows } = known.data
const now = '2026-07-07 12:00'
const days = { from: '2026-01-01', until: '2026-12-31' }
const run = runSample('handbook-zh', days, folder)
/** Nothing stops a clock but that of forecasts, which others read: each row shows when it was due. */
const unstopped = runSample('handbook-zh', days, folder, (text) =>
  text.replace(/^ {2}停止 (?!报送时刻).*\n/gmu, ''),
)
const told = runSample('handbook-zh', days, folder, undefined, seconds(now))
const shown = (text: string | undefined) => text?.replace('T', ' ').replace(/(:00)?\+08:00$/, '')
const said = (clause: string, part: string, id: string, of = run) =>
  shown(of.amounts.get(`${clause}.${part} ${id}`))

const complaints = due.complaints(rows)
const waited = new Set(
  rows('complaint-events').flatMap((e) => (e.get('kind') === 'wait' ? [e.get('complaint')] : [])),
)
/** What the policy calls a time limit, beside the deadlines that are worked out by hand. */
const limits: readonly (readonly [article: string, clause: string, all: readonly due.Deadline[]])[] = [
  ['9', '例会时限', due.meetings(rows).filter((d) => d.due.endsWith('09:30'))],
  ['9', '复盘时限', due.meetings(rows).filter((d) => d.due.endsWith('18:00'))],
  ['16', '预测时限', due.forecasts(rows)],
  ['16', '误差说明时限', errorExplanations(known)],
  ['17', '登记时限', due.contacts(rows)],
  ['19', '跟进时限', due.followUps(known)],
  ['20', '线索响应', due.leads(rows)],
  ['21', '公海收回', backToThePool(known)],
  ['21', '阶段收回', unchangedStages(known)],
  ['21', '保护期', protections(known)],
  ['22', '移交时限', handOvers(known)],
  ['23', '咨询答复', due.enquiries(rows)],
  ['23', '调查时限', due.surveys(rows)],
  ['25', '阶段时限', due.stages(rows).filter((d) => !isSigning(d.id))],
  ['25', '签约时限', due.stages(rows).filter((d) => isSigning(d.id))],
  ['26', '报价时限', due.priceRequests(rows)],
  ['27', '样机归还', due.loans(rows)],
  ['28', '验收时限', due.acceptances(rows)],
  ['28', '首访时限', due.firstVisits(rows)],
  ['35', '财务评审', due.financeReviews(rows)],
  ['35', '法务评审', due.legalReviews(rows)],
  ['38', '变更登记', due.changeRecords(rows)],
  ['40', '考核时限', due.closings(rows)],
  ['58', '入职培训时限', inductions(known)],
  ['64', '退礼时限', giftReturns(known)],
  ['71', '通知时限', due.notices(rows)],
  ['71', '申辩时限', due.answers(rows)],
  ['71', '决定时限', due.rulings(rows)],
  ['71', '申诉时限', due.appeals(rows)],
  ['72', '受理时限', complaints.accepted],
  ['72', '首次回复', complaints.reply.filter((d) => !isService(d.id))],
  ['72', '服务回复', complaints.reply.filter((d) => isService(d.id) && !waited.has(d.id))],
  ['72', '到场时限', complaints.onsite],
  ['72', '投诉解决', complaints.solved],
  ['74', '异议提出', due.objections(rows)],
  ['74', '异议答复', due.objectionAnswers(rows)],
  ['74', '评议裁定', due.panelRulings(rows)],
  ['75', '问题处理', due.tickets(rows)],
  ['76', '核对时限', due.matchings(rows)],
  ['77', '原因分析时限', causeAnalyses(known)],
  ['78', '市场报告时限', due.marketReports(rows)],
]

function isSigning(id: string): boolean {
  return id.endsWith('-S5') || id === 'G-S23-5' || id === 'G-S23-6'
}

function isService(id: string): boolean {
  const row = rows('complaints').find((r) => r.get('id') === id)
  return row?.get('priority') === 'P3'
}

describe('the handbook’s time limits are those that were worked out minute by minute', () => {
  test.each(limits)('article %s: %s', (_, clause, all) => {
    const wrong = all.flatMap((d) => {
      // A day ends at 18:00; the working days of 2027 are not known.
      const at = d.due.length === 10 ? `${d.due} 18:00` : d.due
      // Days of the calendar are known, working days are not.
      const expected = at > '2027' && clause !== '公海收回' ? 'held' : at
      const due = said(clause, 'due', d.id, unstopped)
      if (due !== expected) return [[d.id, due, expected]]
      if (d.done === '' || expected === 'held') return []
      const breached = said(clause, 'breached', d.id)
      return breached === String(d.done > expected) ? [] : [[d.id, breached, expected, d.done]]
    })
    expect(wrong.slice(0, 10)).toEqual([])
    expect(all.length).toBeGreaterThan(0)
  })

  test('worked example 8: the warnings, the 20 minutes, and to whom it went', () => {
    expect(said('首次回复', 'warning', 'K-S08-1', unstopped)).toBe('2026-05-06 14:54')
    expect(said('投诉解决', 'warning', 'K-S08-2')).toBe('2026-05-12 18:00')
    expect(said('投诉解决', 'late', 'K-S08-2')).toBe(String(20 * 60))
    expect(said('投诉解决', 'escalated', 'K-S08-2')).toBe('销售总监')
  })

  test('article 21: five days of a dispute do not count, and one that goes on lets the clock stand', () => {
    expect(said('公海收回', 'due', 'U-S24-9-1', told)).toBe('2026-07-05 18:00')
    const ongoing = rows('follow-ups').filter(
      (r) => r.get('customer') === 'C0050' && (r.get('at') ?? '') > '2026-06-01',
    )
    const states = new Set(ongoing.map((r) => told.amounts.get(`公海收回 ${r.get('id')}`)))
    expect(ongoing.length).toBeGreaterThan(0)
    for (const state of states) expect(['已暂停', '按时', 'not applicable']).toContain(state)
  })

  test('S17: class A on day 21 goes back at 18:00 today, on day 20 tomorrow; with an open order never', () => {
    const pool = (n: number) => [
      said('公海收回', 'due', `U-S17-${n}-1`, told),
      told.amounts.get(`公海收回 U-S17-${n}-1`),
    ]
    expect(pool(1)).toEqual(['2026-07-08 18:00', '已预警'])
    expect(pool(2)).toEqual(['2026-07-07 18:00', '已预警'])
    expect(pool(3)).toEqual(['held', '已暂停'])
    expect(pool(4)).toEqual(['2026-07-07 18:00', '已预警'])
    expect(pool(5)).toEqual(['2026-07-07 18:00', '已预警'])
  })
})
