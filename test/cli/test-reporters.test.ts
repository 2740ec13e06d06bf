import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sales } from '../review/cases/policy.ts'
import { bylaw, inFolder } from './harness.ts'

const cases = `period: 2026-Q1
given: { Rep: [ { id: R1, name: Ada, quota: 80000.00 } ] }
cases:
  - name: half & half
    given: { Deal: [ { id: D1, rep: R1, closed: 2026-02-15, amount: 50000.00 } ] }
    expect: { pay: 3000.00 }
  - name: 'nothing <sold> #1'
    expect: { pay: 0.01, sold: 5 }
`

async function run<T>(
  words: readonly string[],
  work: (found: {
    readonly code: number
    readonly out: string
    readonly err: string
    readonly dir: string
  }) => T,
  env: { readonly [name: string]: string } = {},
): Promise<T> {
  return inFolder(async (dir) => {
    writeFileSync(join(dir, 'p.bylaw'), sales)
    writeFileSync(join(dir, 'p.cases.yaml'), cases)
    const found = await bylaw(['test', ...words], { cwd: dir, env: { LANG: 'en_US.UTF-8', ...env } })
    return work({ ...found, dir })
  })
}

describe('bylaw test --reporter', () => {
  test('several reporters tell one run, into files and on the screen', async () => {
    await run(
      ['--reporter', 'pretty', '--reporter', 'junit=out/a.xml', '--reporter', 'tap=b.tap'],
      (found) => {
        expect(found.code).toBe(1)
        expect(found.out).toContain('2 cases: 1 passed, 1 failed')
        const xml = readFileSync(join(found.dir, 'out', 'a.xml'), 'utf8')
        expect(xml).toContain('<testsuites name="Sales" tests="2" failures="1" errors="0" time="0.000">')
        expect(xml).toContain(
          '<testcase name="half &amp; half" classname="p.cases.yaml" file="p.cases.yaml" line="4" time="0.000"/>',
        )
        expect(xml).toContain('<testcase name="nothing &lt;sold&gt; #1"')
        expect(xml.match(/<failure /gu)).toHaveLength(2)
        expect(xml.match(/<(?!\?)[^/>]*[^/>]>/gu)?.length).toBe(xml.match(/<\//gu)?.length)
        const tap = readFileSync(join(found.dir, 'b.tap'), 'utf8')
        expect(tap.split('\n').slice(0, 4)).toEqual([
          'TAP version 14',
          '1..2',
          'ok 1 - half & half',
          'not ok 2 - nothing <sold> \\#1',
        ])
      },
    )
  })

  test('json says of each difference where it is written and what came out', async () => {
    await run(['--reporter', 'json'], ({ out }) => {
      const report = JSON.parse(out)
      expect(report).toMatchObject({ version: 1, policy: 'Sales', passed: 1, failed: 1 })
      expect(report.cases[1].differences[0]).toMatchObject({
        about: 'pay of R1 2026-Q1',
        expected: '0.01',
        got: '0.00 EUR',
        off: '0.01 too little',
        at: { line: 8, column: 20 },
      })
      // Of a value with a name, its formula.
      expect(report.cases[1].differences[1].explanation).toContain('sum(Deal.amount)')
    })
  })

  test('github has the differences beside their lines', async () => {
    await run(['--reporter', 'github'], ({ out }) => {
      const [first, , last] = out.split('\n')
      expect(first).toContain(
        '::error file=p.cases.yaml,line=8,col=20,title=nothing <sold> #1::pay of R1 2026-Q1%0A',
      )
      expect(last).toBe('2 cases: 1 passed, 1 failed')
    })
  })

  test('only one reporter can have the screen, and an unknown one is refused', async () => {
    await run(['--reporter', 'tap', '--reporter', 'json'], ({ code, err }) => {
      expect(code).toBe(2)
      expect(err).toContain('json=FILE')
    })
    await run(['--reporter', 'junitt'], ({ code, err }) => {
      expect(code).toBe(2)
      expect(err).toContain('junit')
    })
    await run(['--reporter', 'junit='], ({ code, dir }) => {
      expect(code).toBe(2)
      expect(existsSync(join(dir, 'junit'))).toBe(false)
    })
  })
})

test('bylaw test --update is refused in CI, and writes nothing there', async () => {
  await run(
    ['--update'],
    ({ code, err, dir }) => {
      expect(code).toBe(2)
      expect(err).toContain('BY961')
      expect(readFileSync(join(dir, 'p.cases.yaml'), 'utf8')).toBe(cases)
    },
    { CI: 'true' },
  )
})

test('bylaw test --update writes what came out, and keeps the rest of the file as it is', async () => {
  await run(['--update'], ({ code, out, err, dir }) => {
    expect(err).toContain('results written: 2 (p.cases.yaml)')
    expect(out).toContain('2 cases, all passed')
    expect(code).toBe(0)
    expect(readFileSync(join(dir, 'p.cases.yaml'), 'utf8')).toBe(
      cases.replace('pay: 0.01, sold: 5', 'pay: 0.00, sold: 0.00'),
    )
  })
})

test('bylaw test --watch runs again when a file changes, until it is ended', async () => {
  await inFolder(async (dir) => {
    writeFileSync(join(dir, 'p.bylaw'), sales)
    writeFileSync(join(dir, 'p.cases.yaml'), cases)
    let end = () => {}
    const interrupted = new Promise<void>((done) => {
      end = done
    })
    const running = bylaw(['test', '--watch', '--reporter', 'tap=out.tap'], { cwd: dir, interrupted })
    const seen = (text: string) =>
      existsSync(join(dir, 'out.tap')) && readFileSync(join(dir, 'out.tap'), 'utf8').includes(text)
    const until = async (text: string) => {
      for (let i = 0; i < 400 && !seen(text); i++) await new Promise((done) => setTimeout(done, 25))
      expect(seen(text)).toBe(true)
    }
    await until('not ok 2')
    writeFileSync(join(dir, 'p.cases.yaml'), cases.replace('pay: 0.01, sold: 5', 'pay: 0.00'))
    await until('\nok 2')
    end()
    const { code, err } = await running
    expect(code).toBe(0)
    expect(err).toContain('Ctrl-C')
  })
})
