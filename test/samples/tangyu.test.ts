import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generate } from '../../policies/tangyu-zh/generator/generate.ts'
import { formatDecimal, formatGrouped } from '../../src/base/decimal.ts'
import { repository, runSample, type SampleRun } from './run-sample.ts'
import { type Expected, workOut } from './tangyu-oracle.ts'

const data = join(repository, 'policies/tangyu-zh/data')
const year = { from: '2026-01-01', until: '2026-12-31' }
const chinese = runSample('tangyu-zh', year)
const english = runSample('tangyu-en', year, data)
const oracle = workOut(data)
const readme = readFileSync(join(repository, 'policies/tangyu-zh/README.md'), 'utf8')

/** Chinese clause or value → its English twin. */
const twins = [
  ['季度提成', 'quarter_commission'],
  ['无目标提成', 'commission_without_quota'],
  ['绩效工资', 'performance_pay'],
  ['季度应发', 'quarter_pay'],
  ['评分卡', 'kpi'],
  ['评分卡.等次', 'kpi.level'],
  ['评分卡.系数', 'kpi.coefficient'],
  ['评分卡.完成率得分', 'kpi.attainment_score'],
  ['评分卡.毛利得分', 'kpi.margin_score'],
  ['评分卡.新客户得分', 'kpi.new_customer_score'],
  ['评分卡.逾期得分', 'kpi.overdue_score'],
  ['评分卡.满意得分', 'kpi.satisfied_score'],
  ['评分卡.行为得分', 'kpi.conduct_score'],
  ['评分卡.培训得分', 'kpi.training_score'],
] as const

describe('the sample company', () => {
  test('has policies and data without a finding, in Chinese and in English', () => {
    for (const run of [chinese, english]) {
      expect(run.diagnostics.map(({ code }) => code)).toEqual(['BY517'])
      expect(run.loaded.problems).toEqual([])
      expect(run.loaded.notes).toEqual([])
      expect(run.results.unplaced).toEqual([])
    }
  })

  test('pays every representative in every quarter what hand-written code works out, to the cent', () => {
    expect(oracle.size).toBe(206)
    for (const [key, expected] of oracle) {
      expect(paid(chinese, key), key).toEqual(printed(expected))
    }
  })

  test.each([1, 42, 20_260_401])(
    'pays what hand-written code works out on the data of seed %i too',
    (seed) => {
      const folder = mkdtempSync(join(tmpdir(), 'bylaw-samples-'))
      try {
        for (const [name, text] of generate(seed)) writeFileSync(join(folder, name), text)
        const run = runSample('tangyu-zh', year, folder)
        for (const [key, expected] of workOut(folder)) {
          expect(paid(run, key), key).toEqual(printed(expected))
        }
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )

  test('pays the same by the Chinese and the English policy, each indicator and level included', () => {
    expect(chinese.amounts.size).toBe(english.amounts.size)
    for (const [zh, en] of twins) {
      const translated = [...clause(chinese.amounts, zh)]
      expect(translated.length, zh).toBeGreaterThan(200)
      expect(new Map(translated), zh).toEqual(clause(english.amounts, en))
    }
    for (const [zh, en] of [
      ['折算额', 'credited'],
      ['折算回款', 'collected'],
      ['完成率', 'attainment'],
    ] as const) {
      expect(chinese.value(zh), zh).toEqual(english.value(en))
    }
  })

  test('is told in its README with the numbers that come out', () => {
    const second = [...clause(chinese.amounts, '季度应发')].filter(([key]) => key.endsWith('2026-Q2'))
    const amounts = second.map(([, amount]) => amount).filter((amount) => amount !== 'not applicable')
    const known = amounts.filter((amount) => amount !== 'held')
    const total = known.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n)
    expect(amounts).toHaveLength(52)
    expect(readme).toContain(
      `共 52 人：${known.length} 人算得出金额，合计应发 **${formatGrouped(total, 2)} 元**`,
    )
    const twin = readFileSync(join(repository, 'policies/tangyu-en/README.md'), 'utf8')
    expect(twin).toContain(`${known.length} are paid, **${formatGrouped(total, 2)} CNY** in all`)
  })
})

/** `clause subject period` → `subject period`. */
function clause(amounts: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string> {
  const own = [...amounts].filter(([key]) => key.startsWith(`${name} `))
  return new Map(own.map(([key, amount]) => [key.slice(name.length + 1), amount]))
}

function paid(run: SampleRun, key: string): object {
  const amount = (name: string) => run.amounts.get(`${name} ${key}`)
  const withQuota = amount('季度提成')
  return {
    commission: withQuota === 'not applicable' ? amount('无目标提成') : withQuota,
    score: amount('评分卡'),
    performancePay: amount('绩效工资'),
    total: amount('季度应发'),
  }
}

function printed(expected: Expected): object {
  const text = (amount: bigint | 'held') => (amount === 'held' ? 'held' : formatDecimal(amount, 2))
  return {
    commission: text(expected.commission),
    score: expected.score === undefined ? 'not applicable' : text(expected.score),
    performancePay: text(expected.performancePay),
    total: text(expected.total),
  }
}
