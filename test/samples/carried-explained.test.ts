import { expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/periods.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { evaluate, type Results } from '../../src/targets/evaluate/evaluate.ts'
import { explain } from '../../src/targets/evaluate/explain.ts'
import { printExplanation } from '../../src/targets/evaluate/print-explanation.ts'
import { planOf } from '../decide/ask.ts'
import { runSample } from './run-sample.ts'

const { results } = runSample('deductions-zh', { from: '2026-04-01', until: '2026-07-31' })

/** What the explanation of a month says of the amount that is carried on. */
function since(month: string, run: Results = results, output = '赔偿'): readonly string[] {
  const { engine } = run
  const kind = engine.model.plan.periods.find((one) => one.id === 'month')
  const period = kind && parsePeriod(kind, month)
  if (!period) throw new Error(`no ${month}`)
  const tree = explain(run, { output, subjectRow: 0, period })
  const text = tree ? printExplanation(tree, 'zh-Hans') : ''
  return text.split('\n').flatMap((line) => (line.trim().startsWith('其中') ? [line.trim()] : []))
}

test('what is carried on says of which months it is: the oldest is taken first, so the latest is left', () => {
  // 3,600 of May, of which May takes 1,840, June 370 and July the rest.
  expect(since('2026-05')).toEqual(['其中 2026-05  1,760.00'])
  expect(since('2026-06')).toContain('其中 2026-05  1,390.00')
  expect(since('2026-07').filter((line) => line.includes('2026-07'))).toEqual([])
})

test('pay beyond a cap is of the months that earned it, also where nothing is paid or somebody has left', () => {
  const plan = planOf(`policy p { language zh-Hans; currency CNY; effective from 2026-01-01 until open }
record Person { id text key; hired date; left date optional; exists from hired until left }
record Sale { id text key; person Person; sold date posting; amount money }
value sold for Person per month = sum(Sale.amount)
commission pay "提成" for Person per month {
  gate sold >= 50 CNY
  rate 100% of sold
  cap 200 CNY carried
  round 0.01 half-up
}
`)
  const sales = { '2026-01': '500', '2026-02': '40', '2026-03': '300', '2026-04': '60' }
  const { rows } = rowsFromObjects(plan, {
    Person: [{ id: 'A', hired: '2025-01-01', left: '2026-04-30' }],
    Sale: Object.entries(sales).map(([month, amount]) => ({
      id: month,
      person: 'A',
      sold: `${month}-05`,
      amount,
    })),
  })
  const run = evaluate(plan, rows, { span: { from: 20_454, until: 20_604 } })
  const last = (month: string) => since(month, run, 'pay')
  // 200 a month. Of January's 500 there are 300 left; February's gate pays nothing; in March 300 more come in,
  // and 200 of January's go; in April 60, and the last 100 of January's with 100 of March's.
  expect(last('2026-01').at(0)).toBe('其中 2026-01  300.00')
  expect(last('2026-02').at(0)).toBe('其中 2026-01  300.00')
  expect(last('2026-03').slice(0, 2)).toEqual(['其中 2026-01  100.00', '其中 2026-03  300.00'])
  expect(last('2026-04').slice(0, 2)).toEqual(['其中 2026-03  200.00', '其中 2026-04   60.00'])
  expect(last('2026-05').at(0)).toBe('其中 2026-03  200.00')
})

test('of several months each has its part of what is left', () => {
  const plan = planOf(`policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key; city text }
record Loss { id text key; person Person; decided date posting; amount money }
record Payroll { person Person; period month; payable money }
law protection by city {
  source "drawn"
  deductions {
    | class             | city | from       | until | allowed | share | keeps minimum |
    | loss compensation | -    | 1995-01-01 | open  | yes     | 20%   | no            |
  }
}
value wage for Person per month = only(Payroll.payable)
penalty losses "Losses" for Person per month class loss compensation {
  start sum(Loss.amount)
  round 0.01 half-up
  limit by law protection(wage, city)
}
`)
  const months = ['2026-01', '2026-02', '2026-03']
  const { rows } = rowsFromObjects(plan, {
    Person: [{ id: 'A', city: 'Wuxi' }],
    Payroll: months.map((period) => ({ person: 'A', period, payable: '1000' })),
    Loss: [
      { id: '1', person: 'A', decided: '2026-01-05', amount: '500' },
      { id: '2', person: 'A', decided: '2026-02-05', amount: '300' },
      { id: '3', person: 'A', decided: '2026-03-05', amount: '50.50' },
    ],
  })
  const run = evaluate(plan, rows, { span: { from: 20_454, until: 20_543 } })
  const last = (month: string) => since(month, run, 'losses')
  // 200 a month: of January's 500 there are 300 left, then 100, then none, and 200 of February's.
  // What was brought forward is told below, with its own months.
  expect(last('2026-01')).toEqual(['其中 2026-01  300.00'])
  expect(last('2026-02').slice(0, 2)).toEqual(['其中 2026-01  100.00', '其中 2026-02  300.00'])
  expect(last('2026-03').slice(0, 2)).toEqual(['其中 2026-02  200.00', '其中 2026-03   50.50'])
})
