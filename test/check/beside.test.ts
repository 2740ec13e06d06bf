import { expect, test } from 'vitest'
import { findings } from '../run-policy.ts'

const head = `policy paid { language en; currency USD; effective from 2026-01-01 until open }
record Rep { id text key }
record Sale { rep Rep; signed date posting; amount money }
commission base for Rep per quarter { rate 2% of sum(Sale.amount); round 0.01 half-up }
`
const bonus = (steps: string) => `bonus extra for Rep per quarter { ${steps}; round 0.01 half-up }\n`
const payout = (listed: string) => `payout all for Rep per quarter { add ${listed} }\n`
const half = 'value half for Rep per quarter = base * 50%\n'

test('a clause that no payout lists, and that a listed one works with, would be paid twice', () => {
  expect(findings(head + bonus('start base * 10%') + payout('extra'))).toEqual(['BY695'])
  expect(findings(head + half + bonus('start half') + payout('extra'))).toEqual(['BY695'])
})

test('what is listed, what a settlement takes off, and a policy without payouts are as they should be', () => {
  expect(findings(head + bonus('start base * 10%') + payout('base, extra'))).toEqual([])
  expect(findings(head + bonus('start 500 USD; minus base') + payout('extra'))).toEqual([])
  expect(findings(head + bonus('start base * 10%'))).toEqual([])
})
