import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { messageOf } from '../../../src/base/render.ts'
import { compile } from '../../../src/compile.ts'
import { loadFolder } from '../../../src/data/folder.ts'
import { readConfig } from '../../../src/data/read-config.ts'
import { type PersonCase, personCase } from '../../../src/review/cases/person-case.ts'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { askedPeriod } from '../../../src/targets/evaluate/asked-period.ts'
import { evaluate } from '../../../src/targets/evaluate/evaluate.ts'

const policies = join(import.meta.dirname, '../../../policies')

function ran(sample: string, period: string) {
  const folder = join(policies, sample)
  const names = readdirSync(folder).filter((name) => /\.bylaw(?:\.md)?$|\.csv$/u.test(name))
  const { plan } = compile(names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })))
  if (!plan) throw new Error('no plan')
  const settings = readdirSync(folder).includes('bylaw.yaml')
    ? readFileSync(join(folder, 'bylaw.yaml'), 'utf8')
    : undefined
  const config =
    settings === undefined ? undefined : readConfig(settings, 'bylaw.yaml', plan.relations).config
  const { rows } = loadFolder(plan, join(folder, 'data'), config)
  const asked = askedPeriod(plan, rows, period)
  if (!asked) throw new Error('no period')
  return {
    plan,
    rows,
    asked,
    results: evaluate(plan, rows, { span: { from: asked.from, until: asked.until } }),
  }
}

function made(run: ReturnType<typeof ran>, record: string, key: string): PersonCase {
  const making = personCase(run, { record, key }, new Set())
  for (;;) {
    const next = making.next()
    if (next.done) return next.value
  }
}

/** The case read again as a file of its own, and run. */
function again({ plan }: ReturnType<typeof ran>, text: string) {
  const { cases, found } = readCases(plan, [{ name: 'added.cases.yaml', text: `cases:\n${text}` }])
  expect(found.map((one) => messageOf(one, 'en'))).toEqual([])
  const [one] = cases
  if (!one || cases.length !== 1) throw new Error('one case')
  return { case: one, run: runCase(plan, one) }
}

test('a person is kept as a case with the rows that the results hang on, and no others', () => {
  const run = ran('first-commission', '2026-Q1')
  const found = made(run, 'Rep', 'R1')
  if (found.is !== 'case') throw new Error(found.why)
  const { case: one, run: ran1 } = again(run, found.text)
  expect(ran1.passed).toBe(true)
  // By the data: the deals of R1 that closed in the quarter, and nobody else.
  const deals = readFileSync(join(policies, 'first-commission/data/deals.csv'), 'utf8').trim().split(/\r?\n/u)
  const heads = (deals[0] ?? '').split(',')
  const own = deals.slice(1).flatMap((line) => {
    const cells = line.split(',')
    const at = (name: string) => cells[heads.indexOf(name)] ?? ''
    const counts = at('rep') === 'R1' && at('closed') >= '2026-01-01' && at('closed') <= '2026-03-31'
    return counts ? [at('id')] : []
  })
  expect(one.given.Deal?.map(({ id }) => id)).toEqual(own)
  expect(one.given.Rep?.map(({ id }) => id)).toEqual(['R1'])
})

test.each([
  ['tangyu-zh', '2026-Q2', '员工'],
  ['deductions-zh', '2026-03', '人员'],
] as const)('what is kept of anybody in %s passes as it was paid', (sample, period, record) => {
  const run = ran(sample, period)
  const rows = run.rows.get(record)
  let kept = 0
  for (const row of [0, Math.floor((rows?.count ?? 0) / 2), (rows?.count ?? 1) - 1]) {
    const found = made(run, record, rows?.name(row) ?? '')
    if (found.is !== 'case') {
      // Of a head nearly every row of the company counts.
      expect(['unknown', 'too-much']).toContain(found.why)
      continue
    }
    kept++
    const { run: ran1 } = again(run, found.text)
    expect([ran1.differences, ran1.passed]).toEqual([[], true])
  }
  expect(kept).toBeGreaterThan(0)
})

test('nobody is kept who is not there', () => {
  expect(made(ran('first-commission', '2026-Q1'), 'Rep', 'R99')).toEqual({ is: 'none', why: 'unknown' })
})
