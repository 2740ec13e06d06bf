import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy sales "Sales" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; quota money per quarter }
record Deal { id text key; rep Rep; closed date posting; amount money }
value sold "Sold" for Rep per quarter = sum(Deal.amount)
commission pay "Commission" for Rep per quarter {
  tiers marginal of sold by sold / rep.quota {
    | from | rate |
    | 0%   | 6%   |
    | 100% | 9%   |
  }
  round 0.01 half-up
}
`

const cases = `cases:
  - name: half a quota
    period: 2026-Q1
    given:
      Rep: [{ id: R1, quota: 1000 }]
      Deal: [{ id: D1, rep: R1, closed: 2026-02-01, amount: 500 }]
    expect: { pay: { R1: 30.00 } }
  - name: the quota
    period: 2026-Q1
    given:
      Rep: [{ id: R1, quota: 1000 }]
      Deal: [{ id: D1, rep: R1, closed: 2026-02-01, amount: 1000 }]
    expect: { pay: { R1: 60.00 } }
`

const reps = 'id,quota\nR1,1000\nR2,1000\nR3,1000\n'
const deals = `id,rep,closed,amount
D1,R1,2026-02-01,1000.01
D2,R2,2026-02-02,1005
D3,R3,2026-02-03,10
`

async function withPolicy(work: (cwd: string) => Promise<void>): Promise<void> {
  await inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'policy.bylaw'), policy)
    writeFileSync(join(cwd, 'policy.cases.yaml'), cases)
    await work(cwd)
  })
}

describe('bylaw cover', () => {
  test('lists clause by clause what no case meets', () =>
    withPolicy(async (cwd) => {
      const { code, out, err } = await bylaw(['cover'], { cwd })
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toBe(`Commission (pay)  policy.bylaw:5  4 of 11, 36.3%
  line 5  no case is held because the divisor is 0
  line 8  no case has sold / rep.quota exactly at 0%
  line 8  no case has sold / rep.quota just above 0%
  line 9  no case has sold / rep.quota just below 100%
  line 9  no case has sold / rep.quota just above 100%
  line 11  no case has an amount in the middle of two that it may be rounded to
  line 11  no case has an amount that rounding changes

Covered 4 of 11 points, 36.3%, by 2 cases
\`bylaw cases suggest\` writes the missing cases.
`)
    }))

  test('speaks Chinese, and ends with 1 below its threshold', () =>
    withPolicy(async (cwd) => {
      const asked = ['cover', '--language', 'zh-Hans', '--threshold', '36.4%']
      const { code, out, err } = await bylaw(asked, { cwd })
      expect(code).toBe(1)
      expect(out).toContain('第 9 行  没有案例的sold / rep.quota略低于 100%')
      expect(out).toContain('共 11 个要点，2 个案例覆盖 4 个，36.3%')
      expect(err).toBe('覆盖率为 36.3%，低于要求的 36.4%\n')
      expect((await bylaw(['cover', '--threshold', '36.3%'], { cwd })).code).toBe(0)
    }))

  test('says what a threshold is', () =>
    withPolicy(async (cwd) => {
      const { code, err } = await bylaw(['cover', '--threshold', '140%'], { cwd })
      expect(code).toBe(2)
      expect(err).toContain('error[BY965]: “140%” is not a percentage')
    }))

  test('weighs what is missing by the people and the money of a quarter', () =>
    withPolicy(async (cwd) => {
      const { mkdirSync } = await import('node:fs')
      mkdirSync(join(cwd, 'data'))
      writeFileSync(join(cwd, 'data', 'reps.csv'), reps)
      writeFileSync(join(cwd, 'data', 'deals.csv'), deals)
      const { out } = await bylaw(['cover', '--period', '2026-Q1'], { cwd })
      // R1 earns 60.00 (60.0009 rounded) and R2 60.45.
      const matters = out.slice(out.indexOf('Not covered'), out.indexOf('Covered'))
      expect(matters).toBe(`Not covered, and matters most in 2026-Q1:
  policy.bylaw line 9  no case has sold / rep.quota just above 100%  2 people, 120.45 EUR
  policy.bylaw line 11  no case has an amount that rounding changes  1 person, 60.00 EUR
  policy.bylaw line 8  no case has sold / rep.quota just above 0%  1 person, 0.60 EUR

`)
    }))

  test('writes lcov whose sums are right', () =>
    withPolicy(async (cwd) => {
      const { out, err } = await bylaw(['cover', '--format', 'lcov', '--out', 'lcov.info'], { cwd })
      expect({ out, err }).toEqual({ out: '', err: 'Coverage → lcov.info\n' })
      const lines = readFileSync(join(cwd, 'lcov.info'), 'utf8').split('\n')
      const count = (start: string) => lines.filter((line) => line.startsWith(start)).length
      const number = (start: string) =>
        Number(lines.find((line) => line.startsWith(start))?.slice(start.length))
      expect(lines.slice(0, 2)).toEqual(['TN:', 'SF:policy.bylaw'])
      expect(lines.slice(-2)).toEqual(['end_of_record', ''])
      expect(number('BRF:')).toBe(count('BRDA:'))
      expect(number('BRF:')).toBe(11)
      expect(number('BRH:')).toBe(lines.filter((line) => /^BRDA:.*,[1-9]\d*$/.test(line)).length)
      expect(number('BRH:')).toBe(4)
      expect(number('LF:')).toBe(count('DA:'))
      expect(number('LH:')).toBe(lines.filter((line) => /^DA:\d+,[1-9]/.test(line)).length)
      expect(lines).toContain('FN:5,pay')
      expect(lines).toContain('FNDA:2,pay')
    }))

  test('writes JSON with every point', () =>
    withPolicy(async (cwd) => {
      const { out } = await bylaw(['cover', '--format', 'json'], { cwd })
      const json = JSON.parse(out)
      expect({ ...json, clauses: json.clauses.length }).toEqual({
        version: 1,
        points: 11,
        hit: 4,
        percent: '36.3%',
        clauses: 1,
      })
      expect(json.clauses[0].covers[2]).toEqual({
        id: 'pay:tier:1',
        kind: 'tier',
        text: 'tier 1, from 0%',
        file: 'policy.bylaw',
        line: 8,
        hits: 1,
      })
    }))
})
