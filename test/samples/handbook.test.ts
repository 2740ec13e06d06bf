import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { outlineOf } from '../../src/syntax/markdown.ts'
import { repository, runSample } from './run-sample.ts'

vi.setConfig({ testTimeout: 180_000 })

const folder = 'policies/handbook-zh'
const text = readFileSync(join(repository, folder, '销售业务管理制度.bylaw.md'), 'utf8')
const outline = outlineOf(text)

const digits = '零一二三四五六七八九'
/** 1 to 99 as articles are numbered: 十, 十二, 二十, 四十七. */
function chinese(n: number): string {
  const tens = Math.floor(n / 10)
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`
  return head + (n % 10 === 0 ? '' : digits.charAt(n % 10))
}

/** Each article's heading with what stands below it. */
const articles = outline.headings.flatMap((heading, i) => {
  const end = outline.headings[i + 1]?.from ?? text.length
  return heading.level === 3 ? [{ title: heading.text, body: text.slice(heading.from, end) }] : []
})

describe('the handbook', () => {
  test('has 14 chapters and 80 articles, in order, each with its title', () => {
    const chapters = outline.headings.filter(({ level }) => level === 2).map((h) => h.text.split(' ')[0])
    expect(chapters).toEqual(Array.from({ length: 14 }, (_, i) => `第${chinese(i + 1)}章`))
    expect(articles.map(({ title }) => title.split(' ')[0])).toEqual(
      Array.from({ length: 80 }, (_, i) => `第${chinese(i + 1)}条`),
    )
    expect(articles.filter(({ title }) => title.split(' ').length < 2)).toEqual([])
  })

  test('marks every article that is not executed, and executes every other', () => {
    const unclear = articles.filter(({ body }) => {
      const executed = body.includes('```bylaw')
      const marked = /^〔[^〕]+〕/mu.test(body)
      return !executed && !marked
    })
    expect(unclear.map(({ title }) => title)).toEqual([])
  })

  test('is free of findings but those on leaps that are meant, and holds on complete data what is not to be decided', () => {
    const run = runSample('handbook-zh', { from: '2026-01-01', until: '2026-12-31' })
    // The gate of article 47; the leaps of article 48.
    expect(run.diagnostics.map(({ code }) => code).sort()).toEqual(['BY516', 'BY517'])
    expect(run.loaded.problems).toEqual([])
    expect(run.results.unplaced).toEqual([])
    // What the situations leave undecided: a customer on both lists, two exceptions at once, a missing price or overdue.
    // Open time limits want to know what time it is, which this run is not told.
    const outputs: readonly { readonly is: string; readonly id: string }[] =
      run.results.engine.model.plan.outputs
    const limits = new Set(outputs.flatMap(({ is, id }) => (is === 'deadline' ? [id] : [])))
    const held = [...run.amounts].filter(
      ([line, amount]) => amount === 'held' && !/^\S+\./u.test(line) && !limits.has(line.split(' ')[0] ?? ''),
    )
    expect(held.map(([line]) => line).sort()).toEqual([
      '付款权限 PT-S36-101',
      '付款权限 PT-S36-99',
      '付款权限 PT-S36-X',
      '价格权限 Q-P33-8',
      '价格权限 Q-S12-1',
      '价格权限 Q-W7-8',
      '全年回访 C-S12 2026',
      '半年回访 C-S12 2026-H2',
      '发货放行 S-S19-X',
      '季度回访 C-S12 2026-Q3',
      '季度回访 C-S12 2026-Q4',
      '客户等级 C-S12 2026-Q3',
      '客户等级 C-S12 2026-Q4',
    ])
  })

  test('cites the chapter and the article of each rule', () => {
    const { plan } = runSample(
      'handbook-zh',
      { from: '2026-04-01', until: '2026-06-30' },
      join(repository, 'policies/handbook-zh/data'),
    ).results.engine.model
    const output = plan.outputs.find(({ id }) => id === '季度提成')
    expect(plan.origins.find(({ id }) => id === output?.origin)?.heading).toEqual([
      '第九章 提成与奖金',
      '第四十七条 季度提成',
    ])
  })
})
