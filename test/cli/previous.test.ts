import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy draws { language en; currency USD; effective from 2026-01-01 until open }
record Rep { id text key }
record Sale { rep Rep; signed date posting; amount money }
commission draw for Rep per quarter { start sum(Sale.amount); floor 1_000 USD carried; round 0.01 half-up }
`
// Owed after each quarter: 400, 0; what is paid: 1,000, then 2,000 less 400.
const sales = 'rep,signed,amount\nA,2026-01-10,600\nA,2026-05-10,2000\n'

const inDraws = <T>(work: (cwd: string) => Promise<T>): Promise<T> =>
  inFolder(async (cwd) => {
    mkdirSync(join(cwd, 'data'))
    writeFileSync(join(cwd, 'draws.bylaw'), policy)
    writeFileSync(join(cwd, 'data/Rep.csv'), 'id\nA\n')
    writeFileSync(join(cwd, 'data/Sale.csv'), sales)
    return work(cwd)
  })

describe('--previous', () => {
  test('begins with what the results of the period before say', () =>
    inDraws(async (cwd) => {
      await bylaw(['run', '--period', '2026-Q1', '--out', 'q1'], { cwd })
      const results = JSON.parse(readFileSync(join(cwd, 'q1/results.json'), 'utf8'))
      expect(results.balances).toEqual([
        { of: 'draw.owed', subject: 'A', value: '400.00', until: '2026-03-31' },
      ])
      // The orders of the first quarter are no longer needed.
      writeFileSync(join(cwd, 'data/Sale.csv'), sales.replace('A,2026-01-10,600\n', ''))
      const { code, out } = await bylaw(
        ['run', '--period', '2026-Q2', '--previous', 'q1/results.json', '--format', 'csv'],
        { cwd },
      )
      expect(code).toBe(0)
      expect(out).toContain('1600.00')
    }))

  test('of bylaw impact: both versions begin with what was left, and without it as if each had always been in force', () =>
    inDraws(async (cwd) => {
      await bylaw(['run', '--period', '2026-Q1', '--out', 'q1'], { cwd })
      mkdirSync(join(cwd, 'new'))
      writeFileSync(join(cwd, 'new/draws.bylaw'), policy.replace('1_000', '1_200'))
      const totals = async (more: readonly string[]) => {
        const asked = [
          'impact',
          'draws.bylaw',
          'new',
          '--period',
          '2026-Q2',
          '--data',
          'data',
          '--format',
          'json',
        ]
        const { out, err } = await bylaw([...asked, ...more], { cwd })
        expect(err).toBe('')
        const [total] = JSON.parse(out).totals
        return [total.before, total.after]
      }
      // A floor of 1,200 had left 600 to recover of the 2,000, and not 400.
      expect(await totals([])).toEqual(['1600.00', '1400.00'])
      expect(await totals(['--previous', 'q1/results.json'])).toEqual(['1600.00', '1600.00'])
      const late = await bylaw(
        [
          'impact',
          'draws.bylaw',
          'new',
          '--period',
          '2026-Q1',
          '--data',
          'data',
          '--previous',
          'q1/results.json',
        ],
        { cwd },
      )
      expect([late.code, late.err.includes('BY925')]).toEqual([2, true])
    }))

  test('writes the same results whatever the order of the rows', () =>
    inDraws(async (cwd) => {
      const results = async (people: readonly string[]) => {
        writeFileSync(join(cwd, 'data/Rep.csv'), ['id', ...people, ''].join('\n'))
        await bylaw(['run', '--period', '2026-Q1', '--out', 'out'], { cwd })
        return readFileSync(join(cwd, 'out/results.json'), 'utf8')
      }
      const one = await results(['A', 'B', 'C'])
      expect(JSON.parse(one).balances).toHaveLength(3)
      expect(await results(['C', 'A', 'B'])).toBe(one)
    }))

  test('refuses what is no results file, another policy’s, or of a later time', () =>
    inDraws(async (cwd) => {
      await bylaw(['run', '--period', '2026-Q1', '--out', 'q1'], { cwd })
      const asked = (file: string, period = '2026-Q2') =>
        bylaw(['run', '--period', period, '--previous', file], { cwd })
      expect((await asked('draws.bylaw')).err).toContain('BY923')
      expect((await asked('nowhere.json')).err).toContain('BY923')
      expect((await asked('q1/results.json', '2026-Q1')).err).toContain('BY925')
      const text = readFileSync(join(cwd, 'q1/results.json'), 'utf8')
      writeFileSync(join(cwd, 'other.json'), text.replace('"id": "draws"', '"id": "quotas"'))
      const other = await asked('other.json')
      expect([other.code, other.err.includes('BY924')]).toEqual([2, true])
      writeFileSync(join(cwd, 'number.json'), text.replace(/"400.00"(?=,\s*"until")/, '400.00'))
      expect((await asked('number.json')).err).toContain('BY923')
      writeFileSync(join(cwd, 'renamed.json'), text.replace('"draw.owed"', '"advance.owed"'))
      expect((await asked('renamed.json')).err).toContain('BY926')
      writeFileSync(join(cwd, 'bom.json'), `\ufeff${text}`)
      expect((await asked('bom.json')).code).toBe(0)
    }))
})

const holdback = `policy kept { language en; currency USD; effective from 2026-01-01 until open }
record Rep { id text key }
record Sale { rep Rep; signed date posting; amount money }
commission earned for Rep per quarter { rate 10% of sum(Sale.amount); cap 500 USD carried; round 0.01 half-up }
value kept_back for Rep per quarter = (earned * 20%) rounded half-up to 0.01
value account for Rep per quarter starts 0 USD = (account in previous quarter) + kept_back
clawback holdback for Rep per quarter { start kept_back; round 0.01 half-up }
bonus returned for Rep per year { start sum(Rep.kept_back); round 0.01 half-up }
payout pay for Rep per quarter { add earned; take holdback }
`
// Earned 600, 300, 0, 900, at most 500 a quarter: 500, 400, 0, 500 are paid; of each a fifth is kept, 280 in all.
const deals =
  'rep,signed,amount\nA,2026-01-10,6000\nA,2026-05-10,3000\nA,2026-11-10,9000\nB,2026-02-10,1000\n'

test('quarters run in turn pay what the year pays, also what a year pays of its quarters', () =>
  inFolder(async (cwd) => {
    mkdirSync(join(cwd, 'data'))
    writeFileSync(join(cwd, 'kept.bylaw'), holdback)
    writeFileSync(join(cwd, 'data/Rep.csv'), 'id\nA\nB\n')
    writeFileSync(join(cwd, 'data/Sale.csv'), deals)
    const linesOf = async (period: string, more: readonly string[] = []) => {
      const { code } = await bylaw(['run', '--period', period, '--out', period, ...more], { cwd })
      expect(code).toBe(0)
      return JSON.parse(readFileSync(join(cwd, period, 'results.json'), 'utf8')).lines
    }
    const inTurn: unknown[] = []
    for (const n of [1, 2, 3, 4]) {
      const previous = n === 1 ? [] : ['--previous', `2026-Q${n - 1}/results.json`]
      inTurn.push(...(await linesOf(`2026-Q${n}`, previous)))
    }
    const sorted = (lines: readonly unknown[]) => lines.map((line) => JSON.stringify(line)).sort()
    const year = await linesOf('2026')
    expect(sorted(inTurn)).toEqual(sorted(year))
    const csv = readFileSync(join(cwd, '2026-Q4', 'lines.csv'), 'utf8')
    expect(csv).toMatch(/^returned,,A,,2026,,,280\.00,/mu)
    expect(csv).toMatch(/^returned,,B,,2026,,,20\.00,/mu)
  }))

const again = `policy again { language en; currency USD; effective from 2026-01-01 until open }
record Rep { id text key }
record Sale { id text key; rep Rep; signed date posting; amount money }
record Refund { sale Sale; refunded date posting; amount money }
value sold for Rep per quarter = sum(Sale.amount)
value amended for Rep per quarter = sold - sum(Refund.amount, posting sale.signed)
value over for Rep per quarter = pay - (pay with sold replaced by amended)
commission pay for Rep per quarter { rate 10% of sold; cap 100 USD carried; round 0.01 half-up }
clawback claim for Rep per quarter {
  start if first_day() > 2026-01-01 then over in previous quarter else 0 USD
  round 0.01 half-up
}
payout net for Rep per quarter { add pay; take claim }
`

test('what is worked out again with later data is not taken from results that could not know them', () =>
  inFolder(async (cwd) => {
    mkdirSync(join(cwd, 'data'))
    writeFileSync(join(cwd, 'again.bylaw'), again)
    writeFileSync(join(cwd, 'data/Rep.csv'), 'id\nA\n')
    writeFileSync(
      join(cwd, 'data/Sale.csv'),
      'id,rep,signed,amount\nS1,A,2026-01-10,500\nS2,A,2026-05-10,800\n',
    )
    writeFileSync(join(cwd, 'data/Refund.csv'), 'sale,refunded,amount\n')
    await bylaw(['run', '--period', '2026-Q1', '--out', 'q1'], { cwd })
    await bylaw(['run', '--period', '2026-Q2', '--previous', 'q1/results.json', '--out', 'q2'], { cwd })
    writeFileSync(join(cwd, 'data/Refund.csv'), 'sale,refunded,amount\nS2,2026-07-10,200\n')
    // 10 % of the 200 that came back is claimed from nothing: −20.00.
    const alone = await bylaw(['run', '--period', '2026-Q3', '--format', 'csv'], { cwd })
    expect(alone.out).toMatch(/^A,.*-20\.00/mu)
    const chained = await bylaw(['run', '--period', '2026-Q3', '--previous', 'q2/results.json'], { cwd })
    expect([chained.code, chained.out.includes('the results of the period before')]).toEqual([1, true])
  }))
