import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { decider } from '../../src/targets/decide/decider.ts'

/** What is due by hand: the same day of a later month, or its last; what stands meanwhile comes on top. */
const policy = (within: string) => `policy p { language en; currency CNY; calendar office }
calendar office { zone Asia/Shanghai; days cn; hours 09:00 to 18:00 }
record Deal { id text key; signed time posting }
record Halt { deal Deal; at time; kind one of wait, go, again }
sla handing_over for each Deal {
  start signed
  pause Halt.at where kind = wait
  resume Halt.at where kind = go
  reset Halt.at where kind = again
  within ${within}
}
`
type Halt = readonly [kind: string, at: string]
function due(within: string, signed: string, halts: readonly Halt[] = []): unknown {
  const { plan } = compile([{ name: 'p.bylaw', text: policy(within) }])
  if (!plan) throw new Error('the policy is sound')
  const events = halts.map(([kind, at]) => ({ kind, at }))
  const { results } = decider(plan, 'handing_over').decide({ id: 'D', signed, events })
  return results.due
}

test('a month ends on the same day of the next, at the same hour, and on its last day where there is no such day', () => {
  expect(due('1 month', '2026-03-15 10:00')).toBe('2026-04-15T10:00:00+08:00')
  expect(due('1 month', '2026-01-31 10:00')).toBe('2026-02-28T10:00:00+08:00')
  expect(due('3 months', '2025-11-30 23:30')).toBe('2026-02-28T23:30:00+08:00')
  expect(due('1 year', '2024-02-29 09:00')).toBe('2025-02-28T09:00:00+08:00')
})

test('days may end at an hour, and move to the next working day', () => {
  // 15 February 2026 is in the Spring Festival: work goes on on the 24th.
  expect(due('1 month at 18:00', '2026-01-20 10:00')).toBe('2026-02-20T18:00:00+08:00')
  expect(due('1 month at 18:00, moved to the next working day', '2026-01-20 10:00')).toBe(
    '2026-02-24T18:00:00+08:00',
  )
})

test('what stands does not run, and what begins again has the months after that', () => {
  const waited: readonly Halt[] = [
    ['wait', '2026-03-20 08:00'],
    ['go', '2026-03-22 20:00'],
  ]
  expect(due('1 month', '2026-03-15 10:00', waited)).toBe('2026-04-17T22:00:00+08:00')
  expect(due('1 month', '2026-01-31 10:00', [['again', '2026-02-10 12:00']])).toBe(
    '2026-03-10T12:00:00+08:00',
  )
})
