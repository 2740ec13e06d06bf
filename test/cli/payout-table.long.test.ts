import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/base/width.ts'
import { bylaw } from './harness.ts'

const quarter = ['run', 'policies/handbook-zh', '--period', '2026-Q2']

/** The lines from the headings to the last person. */
function table(out: string): readonly string[] {
  const lines = out.split('\n')
  return lines.slice(
    2,
    lines.findIndex((line, i) => i > 2 && !/^(─|\S+ )/u.test(line)),
  )
}

describe('on a terminal', () => {
  test('the table keeps to its width, the totals stay, and a line says what was left out', async () => {
    const { out } = await bylaw(quarter, { width: 120 })
    const wide = await bylaw(quarter)
    const people = (text: string) => text.split('\n').filter((line) => /^EC1-/u.test(line))
    expect(people(out).length).toBe(people(wide.out).length)
    for (const line of [...people(out), table(out)[0] ?? ''])
      expect(displayWidth(line)).toBeLessThanOrEqual(120)
    const last = (line: string) => line.split(/ {2,}/u).at(-1)
    expect(people(out).map(last)).toEqual(people(wide.out).map(last))
    expect(out).toMatch(/另有 \d+ 列放不下/u)
    expect(wide.out).not.toMatch(/放不下/u)
  })

  test('the total is the last to go, and what a payout has taken in the first', async () => {
    const heading = async (width: number) =>
      (await bylaw(quarter, { width })).out.split('\n')[2]?.split(/ {2,}/u) ?? []
    expect(await heading(20)).toEqual(['员工', '姓名', '期间', '合计'])
    const narrow = await heading(80)
    expect(narrow).toContain('提成实发')
    expect(narrow).not.toContain('季度提成')
  })
})

describe('the results of decisions', () => {
  test('are counted by verdict, and of amounts the least and the largest are said', async () => {
    const { out } = await bylaw(quarter)
    expect(out).toMatch(/绩效改进 · 2026-Q2：否 \d+、是 \d+/u)
    expect(out).toContain('团队预备目标 · 2026-Q2：7 × 0.00 … 1,384,500.00')
  })
})
