import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/base/language.ts'
import { bylaw, inFolder } from './harness.ts'

/**
 * The quarter of the policy that `init` writes, worked out by hand. Orders of R-01: 260,000 + 185,000.50 + 98,000 =
 * 543,000.50 of a quota of 500,000, so 400,000 × 1 % + 143,000.50 × 2 % = 6,860.01; scorecard 108.60 × 60 % + 100 × 20 %
 * + 92 × 20 % = 103.56, A, 1.2 × 6,000 = 7,200. R-02: 950,000 of 800,000: 6,400 + 6,200; score 98.85, B. R-03: 210,000
 * of 400,000, 52.5 %: 2,100; score 25.00, D. R-04: 610,000 of 500,000: 4,000 + 4,000 + 300; knocked out. R-05:
 * 1,250,000 of 900,000: 7,200 + 7,200 + 5,100; score 91.40, B. R-06 has no quota.
 */
const paid = [
  ['R-01', '6860.01', '7200.00', '14060.01'],
  ['R-02', '12600.00', '6000.00', '18600.00'],
  ['R-03', '2100.00', '0.00', '2100.00'],
  ['R-04', '8300.00', '0.00', '8300.00'],
  ['R-05', '19500.00', '6000.00', '25500.00'],
  ['R-06', '', '', ''],
]

describe.each(languages)('the first ten minutes in %s', (language) => {
  test('init writes a policy that checks without a finding, is formatted, and pays what a hand works out', async () => {
    await inFolder(async (cwd) => {
      expect((await bylaw(['init', 'my', '--language', language], { cwd })).code).toBe(0)
      const check = await bylaw(['check', 'my', '--format', 'json'], { cwd })
      // That its gate is a step is said, and nothing else.
      const found: readonly { code: string }[] = JSON.parse(check.out).findings
      expect(found.map(({ code }) => code)).toEqual(['BY517'])
      expect(await bylaw(['fmt', '--check', 'my'], { cwd })).toMatchObject({ code: 0, out: '' })

      const run = await bylaw(['run', 'my', '--period', '2026-Q3', '--format', 'csv'], { cwd })
      const rows = run.out
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
      expect(rows.map((row) => [row[0], row[3], row[4], row[6]])).toEqual(paid)
      // One quota is left out on purpose: somebody is held, and that is a finding.
      expect(run.code).toBe(1)
    })
  })
})

test('init tells what to do next, and each command that it names works', async () => {
  await inFolder(async (cwd) => {
    const { out } = await bylaw(['init', 'my policy'], { cwd })
    const commands = [...out.matchAll(/^ {2}bylaw (.*)$/gm)].map((m) => m[1] ?? '')
    expect(commands.map((command) => command.split(' ')[0])).toEqual(['check', 'test', 'run', 'explain'])
    for (const command of commands) {
      const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2] ?? '')
      expect((await bylaw(words, { cwd })).code).toBeLessThan(2)
    }
  })
})

test('init never overwrites, and says which file is in the way', async () => {
  await inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'bylaw.yaml'), 'mine')
    const { code, err } = await bylaw(['init'], { cwd })
    expect(code).toBe(2)
    expect(err).toContain('“bylaw.yaml” is already there')
    expect(readdirSync(cwd)).toEqual(['bylaw.yaml'])
  })
})

test('a changed rate changes the amounts, by what a hand works out', async () => {
  await inFolder(async (cwd) => {
    await bylaw(['init'], { cwd })
    const path = join(cwd, 'policy.bylaw')
    writeFileSync(path, readFileSync(path, 'utf8').replace('| 2%   |', '| 2.5% |'))
    const { out } = await bylaw(['run', '--period', '2026-Q3', '--format', 'csv'], { cwd })
    // 400,000 × 1 % + 143,000.50 × 2.5 % = 7,575.0125
    expect(out).toContain('R-01,Lin Yue,2026-Q3,7575.01,')
  })
})

test('a misspelled name is shown with its line and what was meant', async () => {
  await inFolder(async (cwd) => {
    await bylaw(['init'], { cwd })
    const path = join(cwd, 'policy.bylaw')
    writeFileSync(path, readFileSync(path, 'utf8').replace('gate attainment', 'gate attainmnt'))
    const { code, out } = await bylaw(['check'], { cwd })
    expect(code).toBe(1)
    expect(out).toContain('│   gate attainmnt >= 40%')
    expect(out).toContain('attainment')
    expect(out.match(/^error\[/gm)).toHaveLength(1)
  })
})

test('the files of a run are all there, and say the same as the terminal', async () => {
  await inFolder(async (cwd) => {
    await bylaw(['init'], { cwd })
    const { out, err } = await bylaw(['run', '--period', '2026-Q3', '--out', 'out'], { cwd })
    expect(out).toContain('Total 68,560.01 CNY for 5 people; 1 held, not in the total')
    expect(out).toContain('He Rui (R-06) · 2026-Q3: ')
    expect(err).toMatch(/^28 rows read in /)
    for (const name of ['payouts.csv', 'lines.csv', 'held.csv', 'problems.csv', 'results.json']) {
      expect(existsSync(join(cwd, 'out', name))).toBe(true)
      expect(out).toContain(`out/${name}`)
    }
    expect(readdirSync(join(cwd, 'out', 'statements')).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `R-0${n}.txt`),
    )
    const results = JSON.parse(readFileSync(join(cwd, 'out', 'results.json'), 'utf8'))
    expect(results.version).toBe(1)
    expect(results.totals).toEqual([{ currency: 'CNY', people: 5, amount: '68560.01', held: 1 }])
  })
})
