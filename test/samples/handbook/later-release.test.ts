import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { repository, runSample } from '../run-sample.ts'
import { decimal } from './comparisons.ts'
import { workOutHandbook } from './oracle.ts'
import { yearEnd } from './year-end.ts'

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

// Article 56, paragraph 2: half of the whole receipt would be too much where others have shares of the order.
test('what a leaver has of an order with recorded shares is held, and not half of all of it', () => {
  const shared = mkdtempSync(join(tmpdir(), 'bylaw-shared-'))
  try {
    cpSync(folder, shared, { recursive: true })
    const shares = 'P-L1,O-S02-D40,EC1-R6,60.00%\nP-L2,O-S02-D40,EC1-R1,40.00%\n'
    appendFileSync(join(shared, 'splits.csv'), shares)
    const run = runSample('handbook-zh', { from: '2026-07-01', until: '2026-09-30' }, shared)
    expect(run.amounts.get('离职后提成 R-S02-D40')).toBe('held')
    expect(run.amounts.get('离职后提成 R-S02-D90')).toBe('0.00')
    expect(run.amounts.get('季度提成 EC1-R1 2026-Q3')).toBe('held')
    expect(run.amounts.get('季度提成 NC-R1 2026-Q3')).not.toBe('held')
  } finally {
    rmSync(shared, { recursive: true })
  }
})
