import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sales } from '../review/cases/policy.ts'
import { bylaw, inFolder } from './harness.ts'

const reps = `id,name,quota\n${Array.from({ length: 30 }, (_, i) => `R${i + 1},Rep ${i + 1},80000.00\n`).join('')}`
const deals = `id,rep,closed,amount\n${Array.from({ length: 30 }, (_, i) => `D${i + 1},R${i + 1},2026-02-15,${(i + 1) * 1000}.00\n`).join('')}`
const cases = `cases:
  - name: the first quarter # as paid
    period: 2026-Q1
    data: data/
    golden: q1.golden.csv
    digest: none yet
`

function folder<T>(work: (dir: string) => Promise<T>, text = cases): Promise<T> {
  return inFolder((dir) => {
    mkdirSync(join(dir, 'data'))
    writeFileSync(join(dir, 'p.bylaw'), sales)
    writeFileSync(join(dir, 'data', 'reps.csv'), reps)
    writeFileSync(join(dir, 'data', 'deals.csv'), deals)
    writeFileSync(join(dir, 'p.cases.yaml'), text)
    return work(dir)
  })
}

describe('a whole quarter as a case', () => {
  test('is written by an update: all results, line by line, and their digest', async () => {
    await folder(async (dir) => {
      const before = await bylaw(['test'], { cwd: dir })
      expect(before.code).toBe(1)
      expect(before.out).toContain('there is no q1.golden.csv yet')
      const { code, err } = await bylaw(['test', '--update'], { cwd: dir })
      expect(err).toContain('results written: 2 (q1.golden.csv, p.cases.yaml)')
      expect(code).toBe(0)
      const golden = readFileSync(join(dir, 'q1.golden.csv'), 'utf8')
      expect(golden.split('\n').slice(0, 3)).toEqual([
        'clause,subject,item,period,result,value',
        'pay,R1,,2026-Q1,,60.00 EUR',
        'pay,R10,,2026-Q1,,600.00 EUR',
      ])
      expect(golden).toContain('class,R30,,2026-Q1,,B\nclass,R30,,2026-Q1,gift,false\n')
      const digest = createHash('sha256').update(golden).digest('hex')
      expect(readFileSync(join(dir, 'p.cases.yaml'), 'utf8')).toBe(cases.replace('none yet', digest))
      expect(await bylaw(['test'], { cwd: dir })).toMatchObject({ code: 0 })
    })
  })

  test('shows the first twenty lines that differ, the largest first', async () => {
    await folder(async (dir) => {
      await bylaw(['test', '--update'], { cwd: dir })
      writeFileSync(join(dir, 'p.bylaw'), sales.replace('6%', '5%'))
      const { code, out } = await bylaw(['test'], { cwd: dir })
      expect(code).toBe(1)
      expect(out).toContain('30 lines differ from q1.golden.csv, the largest first')
      const rows = out.split('\n').filter((line) => line.includes('→'))
      expect(rows).toHaveLength(20)
      expect(rows[0]?.trim()).toBe('pay R30 2026-Q1  1800.00 EUR → 1500.00 EUR  (-300)')
      expect(rows[19]).toContain('pay R11 2026-Q1')
      expect(out).toContain('… and 10 more')
    })
  })

  test('tells a line that is gone, one that is new, and a golden file that somebody edited', async () => {
    await folder(async (dir) => {
      await bylaw(['test', '--update'], { cwd: dir })
      writeFileSync(join(dir, 'data', 'reps.csv'), reps.replace('R30,Rep 30,80000.00', 'R31,Rep 31,'))
      const moved = await bylaw(['test'], { cwd: dir })
      expect(moved.out).toMatch(/pay R30 2026-Q1 +1800\.00 EUR → – +\(-1,800\)/u)
      expect(moved.out).toMatch(/pay R31 2026-Q1 +– → held BY801/u)
      expect(moved.out).toMatch(/\(unplaced\) Deal D30 +– → BY/u)
      writeFileSync(join(dir, 'data', 'reps.csv'), reps)
      const golden = join(dir, 'q1.golden.csv')
      writeFileSync(golden, readFileSync(golden, 'utf8').replace('60.00 EUR', '61.00 EUR'))
      const edited = await bylaw(['test'], { cwd: dir })
      expect(edited.out).toContain('is not the file that the digest is of')
    })
  })

  test('lies in the folder of the policy, also through links', async () => {
    await folder(
      async (dir) => {
        symlinkSync('/usr', join(dir, 'elsewhere'))
        expect(await bylaw(['test'], { cwd: dir })).toMatchObject({ code: 2 })
      },
      cases.replace('data/', 'elsewhere'),
    )
    await folder(
      async (dir) => {
        const { code, err } = await bylaw(['test'], { cwd: dir })
        expect(code).toBe(2)
        expect(err).toContain('p.cases.yaml:4:11')
      },
      cases.replace('data/', '../data'),
    )
    await folder(
      async (dir) => {
        expect(await bylaw(['test'], { cwd: dir })).toMatchObject({ code: 2 })
      },
      cases.replace('data/', 'data2'),
    )
  })

  test('may be expected to have more than its golden results', async () => {
    await folder(async (dir) => {
      await bylaw(['test', '--update'], { cwd: dir })
      const { code, out } = await bylaw(['test'], { cwd: dir })
      expect(out).toContain('1 case, all passed')
      expect(code).toBe(0)
    }, `${cases}    expect: { pay: { R1: 60.00 }, held: 0 }\n`)
  })
})

test('bylaw schema --cases prints the schema of files of cases, with the keys of a language', async () => {
  const { out } = await bylaw(['schema', '--cases', '--language', 'zh-Hans'])
  const schema = JSON.parse(out)
  expect(Object.keys(schema.properties)).toContain('案例')
  expect(Object.keys(schema.$defs.case.properties)).toContain('应得')
})
