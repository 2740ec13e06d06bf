import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; currency one of CNY, USD, JPY; wage money in currency }
bonus pay for Rep per quarter { rate 10% of wage; round 1 half-up }
`

test('what people are paid in their own currencies is totalled by currency and never added', async () => {
  await inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'policy.bylaw'), policy)
    mkdirSync(join(cwd, 'data'))
    const rows = ['A,USD,1000.00', 'B,USD,250.00', 'C,CNY,8000.00', 'D,JPY,300000', 'E,USD,many', 'F,JPY,0.5']
    writeFileSync(join(cwd, 'data/rep.csv'), ['id,currency,wage', ...rows].join('\n'))
    const { out } = await bylaw(['run', '--period', '2026-Q1', '--out', 'out'], { cwd })
    expect(out).toContain('Total 125 USD for 2 people; 1 held, not in the total')
    expect(out).toContain('Total 800 CNY for 1 person\n')
    expect(out).toContain('Total 30000 JPY for 1 person; 1 held, not in the total'.replace('30000', '30,000'))
    const payouts = readFileSync(join(cwd, 'out/payouts.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
    expect(payouts.map((row) => row.split(',').slice(-2).join(' '))).toEqual([
      'USD 0',
      'USD 0',
      'CNY 0',
      'JPY 0',
      'USD 1',
      'JPY 1',
    ])
    const explained = await bylaw(['explain', '--subject', 'D', '--period', '2026-Q1'], { cwd })
    expect(explained.out).toContain('30,000 JPY')
  })
})
