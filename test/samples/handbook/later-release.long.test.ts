import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { formatDecimal } from '../../../src/base/decimal.ts'
import { repository, runSample } from '../run-sample.ts'
import { decimal } from './comparisons.ts'
import { workOutHandbook } from './oracle.ts'
import { leaverSettlement, yearEnd } from './year-end.ts'

vi.setConfig({ testTimeout: 180_000 })

const folder = join(repository, 'policies/handbook-zh/data')

// Article 52, paragraph 3: of S25, 60 % of a holdback wait for an instalment that was 91 days overdue on 31 December.
test('what a holdback waits for is released in the quarter in which the money comes, and the year stays as it was', () => {
  const known = workOutHandbook(folder)
  const person = known.data.person.get('SW-R4')
  const waiting = person && yearEnd(known, person)?.waiting
  expect(waiting).toBe(76_898n)
  const paid = mkdtempSync(join(tmpdir(), 'bylaw-later-'))
  try {
    cpSync(folder, paid, { recursive: true })
    appendFileSync(join(paid, 'receipts.csv'), 'R-S25-H1-L,O-S25-H1-2,2027-02-10,200000.00,CNY,0\n')
    const later = runSample('handbook-zh', { from: '2026-01-01', until: '2027-03-31' }, paid)
    const amounts = [...later.amounts].filter(([line]) => /^待款风险金发放.* SW-R4/u.test(line))
    expect(amounts.filter(([, amount]) => /[1-9]/.test(amount)).map(([, amount]) => amount)).toEqual([
      `${decimal(waiting ?? 0n)}`,
    ])
    const before = runSample('handbook-zh', { from: '2026-01-01', until: '2026-12-31' }, folder)
    for (const line of ['风险金发放 SW-R4 2026', '年终奖 SW-R4 2026', '年度补差 SW-R4 2026']) {
      expect(later.amounts.get(line), line).toBe(before.amounts.get(line))
    }
    expect(
      [...before.amounts].filter(
        ([line, amount]) => /^待款风险金发放.* SW-R4/u.test(line) && /[1-9]/.test(amount),
      ),
    ).toEqual([])
  } finally {
    rmSync(paid, { recursive: true })
  }
})

// Article 56, paragraph 2: EC1-R6, who left on 31 May, owns an order of which another has 40 %. Of 300,000 on day 40 he has
// 60 % × 50 % = 30 %: of 2,400.00 at 0.8 % that is 720.00. His successor is credited with 90,000, the other with 120,000.
test('of an order with recorded shares a leaver has half of his own share, and the others have theirs', () => {
  const shared = mkdtempSync(join(tmpdir(), 'bylaw-shared-'))
  try {
    cpSync(folder, shared, { recursive: true })
    const shares = ['D40', 'D97'].flatMap((order) => [
      `P-${order}-1,O-S02-${order},EC1-R6,60.00%`,
      `P-${order}-2,O-S02-${order},EC1-R1,40.00%`,
    ])
    appendFileSync(join(shared, 'splits.csv'), `${shares.join('\n')}\n`)
    const known = workOutHandbook(shared)
    const leaver = known.data.person.get('EC1-R6')
    expect(leaver && leaverSettlement(known, leaver)?.receipts).toEqual(
      // One yuan at 0.8 % is a cent, of which half is another's: rounded, that is all of it.
      new Map([
        ['R-S02-D40', 72_000n],
        ['R-S02-D90', 0n],
      ]),
    )
    const before = workOutHandbook(folder)
    const more = (person: string) =>
      known.collected.quarter(person, '2026-Q3') - before.collected.quarter(person, '2026-Q3')
    // Of 300,000 and 100,000: 40 % for one; for the other 30 % and 60 % in place of 50 % and 100 %.
    expect(more('EC1-R1')).toBe(12_000_000n + 4_000_000n)
    expect(more('EC1-R8')).toBe(-6_000_000n - 4_000_000n)
    const run = runSample('handbook-zh', { from: '2026-07-01', until: '2026-09-30' }, shared)
    const paid = [...run.amounts].filter(([line]) => line.startsWith('离职后提成 '))
    expect(new Map(paid.filter(([, amount]) => amount !== 'not applicable'))).toEqual(
      new Map([
        ['离职后提成 R-S02-D40, 保留部分, 30%', '720.00'],
        ['离职后提成 R-S02-D90, 保留部分, 25%', '0.00'],
      ]),
    )
    const credited = run.value('折算回款')
    for (const id of ['EC1-R1', 'EC1-R8', 'EC1-R2', 'NC-R1'])
      expect(credited.get(`${id} 2026-Q3`), id).toBe(formatDecimal(known.collected.quarter(id, '2026-Q3'), 2))
    const team = run.value('团队回款').get('EC1 2026-Q3')
    expect(team).toBe(formatDecimal(known.collected.team('EC1', '2026-Q3'), 2))
  } finally {
    rmSync(shared, { recursive: true })
  }
})
