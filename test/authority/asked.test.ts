import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decider } from '../../src/targets/decide/decider.ts'
import { outcome, planOf } from '../decide/ask.ts'

const policy = readFileSync(new URL('handbook.bylaw', import.meta.url), 'utf8')

test('one request is decided by what it says of itself and of whoever asks, and by nothing that it leaves out', () => {
  const authority = decider(planOf(policy), 'discount_authority')
  const order = {
    id: 'O1',
    signed: '2026-05-06',
    line: 'P3',
    amount: '800000',
    discount: '5%',
    margin: '13%',
    orders_of_30_days: '800000',
  }
  const asked = authority.inputs.map(({ path }) => path)
  expect(asked).toContain('person.Assignment.role')
  expect(asked).toContain('orders_of_30_days')
  const ask = (more: object, role = 'rep') =>
    authority.decide({ ...order, ...more, person: { id: 'P1', Assignment: { role } } })
  expect(ask({}).results).toMatchObject({ verdict: 'approval', level: 'director', with: 'finance' })
  expect(outcome(ask({ line: 'P1', amount: '70000', orders_of_30_days: '70000', margin: '24%' }))).toBe(
    'allow',
  )
  expect(outcome(ask({ discount: '16%' }))).toBe('refuse')
  expect(outcome(ask({ discount: undefined }))).toContain('BY801')
})
