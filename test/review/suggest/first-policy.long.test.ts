import { expect, test } from 'vitest'
import { initPolicy } from '../../../src/cli/init-policy.ts'
import { read } from '../coverage/reading.ts'
import { suggested } from './suggesting.ts'

test('of the policy that bylaw init writes every point is met, a score just above 0 and around 100 among them', {
  timeout: 60_000,
}, () => {
  const policy = read(initPolicy.en)
  expect(suggested(policy)).toMatchObject({ missing: [], unreached: [] })
  const ids = policy.points.points.map(({ id }) => id)
  for (const met of ['0:at', '0:above', '100:below', '100:above'])
    expect(ids).toContain(`kpi:boundary:Quarterly scorecard:${met}`)
  // No score is below 0, and below 40 % nothing is paid.
  expect(ids).not.toContain('kpi:boundary:Quarterly scorecard:0:below')
  expect(ids.filter((id) => id.startsWith('order_commission:boundary:Attainment:0:'))).toEqual([])
})
