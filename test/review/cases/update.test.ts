import { expect, test } from 'vitest'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { updatesOf, withEdits } from '../../../src/review/cases/update.ts'
import { planOf, sales } from './policy.ts'

/** A text of cases after an update. */
function updated(text: string, policy = sales): string {
  const plan = planOf(policy)
  const source = { name: 'p.cases.yaml', text }
  const runs = readCases(plan, [source]).cases.map((one) => runCase(plan, one))
  return withEdits([source], updatesOf(runs))[0]?.text ?? ''
}

const start = `# Cases.
period: 2026-Q1
defaults: { Deal: { rep: R1, closed: 2026-02-15 } }
given: { Rep: [ { id: R1, name: Ada, quota: 80000.00 } ] }
cases:
`

test('an update keeps comments, quotes that are not needed no longer, and how far off a number may be', () => {
  const text = `${start}  - name: one # why
    given: { Deal: [ { id: D1, amount: 50000.00 } ] }
    expect: { pay: { R1: '1.00' }, attainment: 10% within 1%, held: 7, class: { R1: { level: B } } }   # last
`
  expect(updated(text)).toBe(
    text
      .replace("'1.00'", '3000.00')
      .replace('10% within 1%', '62.5% within 1%')
      .replace('held: 7', 'held: 0')
      .replace('level: B', 'level: A'),
  )
})

test('an update writes into the cells of a table', () => {
  const text = `${start}  - name: one
    given: { Deal: [ { id: D1, amount: $sold } ] }
    expect: { pay: $pays, class: A }
    table: |
      | sold     | pays |
      | 50000.00 | 1.00 |
      | 60000.00 |  2   |
`
  expect(updated(text)).toBe(text.replace('| 1.00 |', '| 3000.00 |').replace('|  2   |', '|  3600.00   |'))
})

test('a text that cases share stays where they got different results', () => {
  const text = `${start}  - name: one
    given: { Deal: [ { id: D1, amount: $sold } ] }
    expect: { pay: 3000.00, class: B }
    table: |
      | sold     |
      | 50000.00 |
      | 60000.00 |
`
  expect(updated(text)).toBe(text.replace('class: B', 'class: A'))
})

test('a line that is not there is left to the author, and a reason that changed is named by its code', () => {
  const text = `${start}  - name: one
    given: { Rep: [ { id: R1, quota: '' } ] }
    expect: { pay: { R1: { held: BY803 } }, attainment: { R1: { 2026-Q3: 1 } } }
`
  expect(updated(text)).toBe(text.replace('BY803', 'BY801'))
})

test('an update writes how many escalations of a time limit have been reached, and to whom the last one went', () => {
  const policy = `policy p { language en; effective from 2026-01-01 until open; calendar desk }
calendar desk { zone Asia/Shanghai; days cn; hours 09:00 to 18:00 }
record Complaint { id text key; accepted time posting }
sla reply for each Complaint { start accepted; within 8 hours; warn 1 hour before; escalate to lead at warning; escalate to chief at breach }
`
  // Due at 18:00, warned at 17:00.
  const text = `period: 2026-Q1
given: { Complaint: [ { id: C, accepted: 2026-03-10 10:00 } ] }
cases:
  - name: one
    now: $now
    expect: { reply: { C: { warning: 2026-03-10 16:00, steps: 9, escalated: $told } } }
    table: |
      | now              | told  |
      | 2026-03-10 17:59 | chief |
      | 2026-03-10 18:00 | held  |
  - name: another
    now: 2026-03-10 16:59
    expect: { reply: { C: { steps: 2, escalated: lead } } }
`
  expect(updated(text, policy)).toBe(
    text
      .replace('warning: 2026-03-10 16:00', 'warning: 2026-03-10T17:00:00+08:00')
      .replace('steps: 9', 'steps: 1')
      .replace('| chief |', '| lead |')
      .replace('| held  |', '| lead  |')
      .replace('steps: 2, escalated: lead', 'steps: 0, escalated: held'),
  )
})
