import { expect, test } from 'vitest'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { knownPeriods, usualPeriod } from '../../src/targets/evaluate/asked-period.ts'
import { planOf } from '../decide/ask.ts'

const plan = planOf(`policy pay {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Person {
  id text key
}
record Deal {
  id text key
  person Person
  signed date posting
  amount money
}
record Visit {
  id text key
  person Person
  made date posting
  score count
}
record Receipt {
  id text key
  person Person
  received date posting
  amount money
}
value sales for Person per quarter = sum(Deal.amount)
value visits for Person per quarter = sum(Visit.score)
value money_in for Person per quarter = sum(Receipt.amount)
value all "All" for Person per quarter = sales + money_in + 10 CNY * visits
commission bonus for Person per quarter {
  rate 1% of all
  round 0.01 half-up
}
`)

function periodsOf(signed: readonly string[], made: readonly string[], received: readonly string[]) {
  const person = 'P1'
  const { rows } = rowsFromObjects(plan, {
    Person: [{ id: person }],
    Deal: signed.map((day, i) => ({ id: `D${i}`, person, signed: day, amount: '1.00' })),
    Visit: made.map((day, i) => ({ id: `V${i}`, person, made: day, score: '1' })),
    Receipt: received.map((day, i) => ({ id: `R${i}`, person, received: day, amount: '1.00' })),
  })
  return { known: knownPeriods(plan, rows), usual: usualPeriod(plan, rows) }
}

test('without a period the last one is shown in which most kinds of row have a date', () => {
  const late = periodsOf(
    ['2026-01-05', '2026-06-30'],
    ['2026-02-01', '2026-05-01'],
    ['2026-04-01', '2026-09-01'],
  )
  expect(late).toEqual({ known: ['2026-Q1', '2026-Q2', '2026-Q3'], usual: '2026-Q2' })
  const running = periodsOf(['2026-07-01'], ['2026-07-02'], ['2026-01-01'])
  expect(running.usual).toBe('2026-Q3')
})

test('where the dates share no period, it is the last one, and without any date there is none', () => {
  expect(periodsOf(['2026-01-05'], ['2026-04-05'], ['2026-07-05']).usual).toBe('2026-Q3')
  expect(periodsOf([], [], [])).toEqual({ known: [], usual: undefined })
})
