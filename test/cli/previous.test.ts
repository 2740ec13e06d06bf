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
