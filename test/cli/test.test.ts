import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sales } from '../review/cases/policy.ts'
import { bylaw, inFolder, type Outcome } from './harness.ts'

const cases = `given: { Rep: [ { id: R1, name: Ada, quota: 80000.00 } ] }
period: 2026-Q1
cases:
  - name: half a quota
    given: { Deal: [ { id: D1, rep: R1, closed: 2026-02-15, amount: 50000.00 } ] }
    expect: { pay: 3000.00 }
  - name: nothing sold
    expect: { pay: 0.01 }
`

function run(more: readonly string[], text: string | undefined = cases): Promise<Outcome> {
  return inFolder(async (dir) => {
    writeFileSync(join(dir, 'p.bylaw'), sales)
    if (text !== '') writeFileSync(join(dir, 'p.cases.yaml'), text)
    return bylaw(['test', ...more], { cwd: dir })
  })
}

describe('bylaw test', () => {
  test('shows what was expected beside what came out, by how much it is off, and why', async () => {
    const { code, out } = await run([])
    expect(code).toBe(1)
    expect(out).toContain('✗ nothing sold  p.cases.yaml:7')
    expect(out).toContain('expected  0.01\n')
    expect(out).toContain('got       0.00 EUR   (0.01 too little)')
    expect(out).toContain('Commission · Ada R1 · 2026-Q1')
    expect(out).toContain('2 cases: 1 passed, 1 failed')
    expect(out).not.toContain('half a quota')
  })

  test('runs the cases that have a text in their names', async () => {
    expect(await run(['--filter', 'HALF'])).toMatchObject({ code: 0, err: '' })
    const { code, err } = await run(['--filter', 'third'])
    expect(code).toBe(2)
    expect(err).toContain('half a quota | nothing sold')
  })

  test('ends with 2 and says how to write the first case where there is none', async () => {
    const { code, err } = await run([], '')
    expect(code).toBe(2)
    expect(err).toContain('first.cases.yaml')
  })

  test('ends with 2 where a file of cases has a mistake, and shows the line', async () => {
    const { code, err } = await run([], cases.replace('pay: 3000.00', 'pey: 3000.00'))
    expect(code).toBe(2)
    expect(err).toContain('p.cases.yaml:6:15')
  })

  test('runs the files that are named, of the policy beside them', async () => {
    expect(await run(['p.cases.yaml', '--filter', 'half'])).toMatchObject({ code: 0 })
    expect(await run(['q.cases.yaml'])).toMatchObject({ code: 2 })
  })
})
