import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generateHandbook } from '../../../policies/handbook-zh/generator/generate.ts'
import { committedSeed } from '../../../policies/tangyu-zh/generator/generate.ts'
import { repository, runSample } from '../run-sample.ts'
import { settle } from './commission.ts'
import { comparisons, decimal } from './comparisons.ts'
import { sum } from './exact.ts'
import { newCustomerBonuses } from './group-pay.ts'
import { workOutHandbook } from './oracle.ts'

const folder = join(repository, 'policies/handbook-zh/data')
const known = workOutHandbook(folder)
const executed = comparisons.filter((c) => c.executed)
const run =
  executed.length > 0
    ? runSample('handbook-zh', { from: '2026-01-01', until: '2026-12-31' }, folder)
    : undefined

/** What the policy says, without what does not apply; `12.50` is 12.5, and nothing is the same as 0. */
function said(result: string, kind: 'amount' | 'value'): ReadonlyMap<string, string> {
  if (!run) return new Map()
  const all = kind === 'value' ? run.value(result) : clause(run.amounts, result)
  // Values reach back as far as the data do; what is compared is the year.
  const year = [...all].filter(([key]) => !/ (?!2026)\d{4}/.test(key))
  return nonZero(new Map(year.map(([key, text]) => [key, plain(text)])))
}

function clause(amounts: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string> {
  const own = [...amounts].filter(([key]) => key.startsWith(`${name} `))
  return new Map(own.map(([key, amount]) => [key.slice(name.length + 1), amount]))
}

function plain(text: string): string {
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text
}

function nonZero(all: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...all].filter(([, text]) => !['0', 'not applicable', 'false'].includes(text)).sort())
}

describe('the handbook pays what hand-written code works out from its prose', () => {
  test.each(executed)('article $article: $result', ({ result, kind, expected }) => {
    expect(said(result, kind)).toEqual(nonZero(expected(known)))
  })

  test('in each of its articles there is something to compare, and no name twice', () => {
    for (const { result, expected } of comparisons) {
      expect(nonZero(expected(known)).size, result).toBeGreaterThan(0)
    }
    expect(new Set(comparisons.map((c) => c.result)).size).toBe(comparisons.length)
  })

  test('and the README of the data says the totals', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    for (const result of ['季度提成', '绩效工资', '管理提成', '团队奖金']) {
      const amounts = comparisons.find((c) => c.result === result)?.expected(known) ?? new Map()
      const second = [...amounts].filter(([key]) => key.endsWith('2026-Q2')).map(([, text]) => cents(text))
      expect(readme, result).toContain(`| ${result} | ${grouped(sum(second, (c) => c))} |`)
    }
    const won = newCustomerBonuses(known).filter((b) => b.quarter === '2026-Q2')
    expect(readme).toContain(`| 新客户奖 | ${grouped(sum(won, (b) => b.pays))} |`)
    const paid = known.data.people.flatMap((p) => settle(known, p).filter((s) => s.quarter === 2))
    expect(readme).toContain(`| 提成实发 | ${grouped(sum(paid, (s) => s.paid))} |`)
  })
})

/** S06 and S03: what a missing cell and shares of 99 % hold, and what they leave alone. */
const heldLines: readonly (readonly [result: string, key: string, held: boolean])[] = [
  ['评分卡', 'NC-R1 2026-Q2', true], // no margin
  ['绩效工资', 'NC-R1 2026-Q2', true],
  ['季度提成', 'NC-R1 2026-Q2', false],
  ['季度提成', 'SW-R1 2026-Q2', true], // no due date
  ['评分卡', 'SW-R1 2026-Q2', true],
  ['季度提成', 'SW-R1 2026-Q3', false],
  ['管理提成', 'SW-M 2026-Q2', true],
  ['季度提成', 'EX-R1 2026-Q4', true], // no rate in December
  ['季度提成', 'EX-R5 2026-Q3', true], // shares of 99 %
  ['季度提成', 'EX-R5 2026-Q4', false],
  ['总监年度奖', 'DIR 2026', true],
]

describe('on data with something missing, the handbook', () => {
  const names = new Set(executed.map((c) => c.result))
  const lines = heldLines.filter(([result]) => names.has(result))
  const amounts = lines.length > 0 ? incompleteAmounts() : new Map<string, string>()

  test.each(lines)('%s of %s: held is %s', (result, key, held) => {
    expect(amounts.get(`${result} ${key}`) === 'held').toBe(held)
  })

  test('is asked for results that the table of comparisons knows', () => {
    const known = new Set(comparisons.map((c) => c.result))
    expect(heldLines.filter(([result]) => !known.has(result))).toEqual([])
  })
})

function incompleteAmounts(): ReadonlyMap<string, string> {
  const incomplete = mkdtempSync(join(tmpdir(), 'bylaw-incomplete-'))
  try {
    for (const [name, text] of generateHandbook(committedSeed, 'incomplete')) {
      writeFileSync(join(incomplete, name), text)
    }
    return runSample('handbook-zh', { from: '2026-01-01', until: '2026-12-31' }, incomplete).amounts
  } finally {
    rmSync(incomplete, { recursive: true })
  }
}

/** 12.5 → 1250n */
function cents(text: string): bigint {
  const [whole = '0', rest = ''] = text.split('.')
  return BigInt(whole + rest.padEnd(2, '0'))
}

/** 123456789n → 1,234,567.89 */
function grouped(amount: bigint): string {
  const [whole = '', rest = ''] = decimal(amount).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest.padEnd(2, '0')}`
}
