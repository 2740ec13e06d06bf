import { expect, test } from 'vitest'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { updatesOf, withEdits } from '../../../src/review/cases/update.ts'
import { planOf, sales } from './policy.ts'

/** A text of cases after an update. */
function updated(text: string): string {
  const plan = planOf(sales)
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
