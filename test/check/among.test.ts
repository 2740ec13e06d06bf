import { expect, test } from 'vitest'
import { run } from '../run-policy.ts'

/** Every expected amount here is worked by hand from these few rows. */
const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key; pot money }
record Rep { id text key; team Team }
record Order { id text key; rep Rep; signed date posting; amount money }
value sold for Rep per quarter = sum(Order.amount)
value all_sold per quarter = sum(Rep.sold)
`
const data = {
  Team: [
    { id: 'X', pot: '100' },
    { id: 'Y', pot: '0.05' },
  ],
  Rep: [
    { id: 'A', team: 'X' },
    { id: 'B', team: 'X' },
    { id: 'C', team: 'Y' },
    { id: 'D', team: 'X' },
  ],
  Order: [
    { id: '1', rep: 'A', signed: '2026-01-10', amount: '100' },
    { id: '2', rep: 'B', signed: '2026-01-10', amount: '100' },
    { id: '3', rep: 'C', signed: '2026-01-10', amount: '300' },
    { id: '4', rep: 'D', signed: '2026-01-10', amount: '100' },
  ],
}
const results = (text: string, clause: string) => {
  const found = run(head + text, data, '2026-01-01', '2026-03-31')
  return ['A', 'B', 'C', 'D'].map((rep) => found.get(`${clause} ${rep} 2026-Q1`))
}

test('equal ones share a place, and the next comes after all of them', () => {
  expect(results('decision d for Rep per quarter { gives place = rank of sold }', 'd')).toEqual([
    '2',
    '2',
    '1',
    '2',
  ])
  expect(results('decision d for Rep per quarter { gives place = rank of -sold within team }', 'd')).toEqual([
    '1',
    '1',
    '1',
    '1',
  ])
})

test('the parts of a pool make it up to the cent: what is left goes to the largest remainders, then by key', () => {
  // 100.00 by 1 : 1 : 3 : 1: 16.66⅔ thrice and 50; two cents are left.
  const pay = 'bonus pay for Rep per quarter { start 100 CNY shared by sold; round 0.01 half-up }'
  expect(results(pay, 'pay')).toEqual(['16.67', '16.67', '50.00', '16.66'])
})

test('a pool of a team is shared within it', () => {
  const pay = 'bonus pay for Rep per quarter { start pot shared by sold within team; round 0.01 half-up }'
  expect(results(pay, 'pay')).toEqual(['33.34', '33.33', '0.05', '33.33'])
})

test('a budget scales what all would get, only where it is passed', () => {
  const pay = (budget: string) => `value wish for Rep per quarter = (sold * 10%) rounded half-up to 0.01
value wishes per quarter = sum(Rep.wish)
bonus pay for Rep per quarter { start if wishes <= ${budget} then wish else ${budget} shared by wish; round 0.01 half-up }`
  expect(results(pay('60 CNY'), 'pay')).toEqual(['10.00', '10.00', '30.00', '10.00'])
  // 45 of 60: three quarters each.
  expect(results(pay('45 CNY'), 'pay')).toEqual(['7.50', '7.50', '22.50', '7.50'])
})
