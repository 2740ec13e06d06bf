import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { bylaw } from '../cli/harness.ts'
import { documentOf, marksOf, proseOf, shapeOf, tablesOf, tokensOf } from './document-tokens.ts'
import { repository, runSample } from './run-sample.ts'

// The year of the handbook has more than 40,000 lines.
vi.setConfig({ testTimeout: 180_000 })

const read = (path: string) => readFileSync(join(repository, 'policies', path), 'utf8')
const texts = {
  zh: read('handbook-zh/销售业务管理制度.bylaw.md'),
  en: read('handbook-en/sales-policy.bylaw.md'),
}
const zh = documentOf(texts.zh)
const en = documentOf(texts.en)
const pairs = zh.articles.map((article, i) => [article, en.articles[i] ?? { title: '', body: '' }] as const)

/** What stands where the program does not execute a clause. */
const marks: Record<string, string> = {
  '〔文字条款〕': '[Text only]',
  '〔规则见第十三条〕': '[Rules in Article 13]',
  '〔规则见第…条〕': '[Rules in Article …]',
  '〔待执行：流程〕': '[Not yet executed: process]',
  '〔待执行：校验〕': '[Not yet executed: data checks]',
  '〔待执行：报表〕': '[Not yet executed: reports]',
}

/** The words of results; of several, the order is each language's own. */
const words: Record<string, string> = {
  无: 'none',
  nobody: 'none',
  警告: 'warning',
  记过: 'demerit',
  复核: 'review',
  允许: 'allow',
  审批: 'approval',
  拒绝: 'refuse',
  单批: 'alone',
  会签: 'all',
  依次: 'turn',
  业务代表: 'rep',
  高级业务代表: 'senior',
  区域经理: 'manager',
  销售总监: 'director',
  总经理: 'general_manager',
  财务: 'finance',
  法务: 'legal',
  未起算: 'waiting',
  计时中: 'running',
  已预警: 'warned',
  已暂停: 'paused',
  已超时: 'breached',
  按时: 'met',
  超时完成: 'late',
  无需: 'unneeded',
  及时: 'timely',
  补批: 'late',
  变更: 'changed',
  过期: 'expired',
  未批: 'none',
  改派: 'reassigned',
  负责人: 'owner',
  双方: 'both',
  去留决定: 'continuation',
  调查: 'inquiry',
  上一级: 'next_rank',
  停止发货: 'no_shipment',
  律师函: 'legal_letter',
  诉讼决定: 'lawsuit',
  警告并回购: 'warning and buy-back',
  扣保证金: 'deduction',
  终止合作: 'end of the contract',
  留用: 'keep',
  退回或者上交: 'return_it',
}
const inEnglish = (amount: string) =>
  amount
    .split(/、|, /u)
    .map((word) => words[word] ?? word)
    .sort()
    .join(' ')

describe('the handbook in Chinese and in English', () => {
  test('has the same 14 chapters and 80 articles', () => {
    expect(en.chapters.map((c) => c.match(/^Chapter \d+ \S/u) !== null)).toEqual(Array(14).fill(true))
    expect(en.articles.slice(1).map(({ title }) => title.match(/^Article (\d+) \S/u)?.[1])).toEqual(
      Array.from({ length: 80 }, (_, i) => String(i + 1)),
    )
    expect(zh.chapters.length).toBe(14)
    expect(zh.articles.length).toBe(81)
  })

  test.each(pairs)('$title: the same numbers, dates, codes and references', (chinese, english) => {
    expect(tokensOf(english.body)).toEqual(tokensOf(chinese.body))
  })

  test.each(pairs)('$title: the same paragraphs, lists, tables and blocks of rules', (chinese, english) => {
    const { paragraphs } = shapeOf(chinese.body)
    expect(paragraphs).toEqual(paragraphs.map((_, i) => i + 1))
    expect(shapeOf(english.body)).toEqual(shapeOf(chinese.body))
    expect(tablesOf(english.body)).toEqual(tablesOf(chinese.body))
  })

  test.each(pairs)('$title: the same marks of what is not executed', (chinese, english) => {
    expect(marksOf(english.body)).toEqual(
      marksOf(chinese.body).map((mark) => marks[mark] ?? `unknown ${mark}`),
    )
  })

  test('writes quantities in digits, so that the numbers above are all there are', () => {
    for (const { title, body } of zh.articles)
      expect([
        title,
        proseOf(body).match(
          /(?<!第[十]?)[三四五六七八九十]+ ?(?:个|次|年|日|家|人|名|季|级|档|份|项|处|元)/gu,
        ),
      ]).toEqual([title, null])
    for (const { title, body } of en.articles)
      expect([
        title,
        proseOf(body).match(/\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|half of)\b/giu),
      ]).toEqual([title, null])
  })

  test('is laid out as `bylaw fmt` lays it out', async () => {
    const cwd = repository
    const folders = ['policies/handbook-zh', 'policies/handbook-en']
    expect((await bylaw(['fmt', '--check', ...folders], { cwd })).code).toBe(0)
  })

  test('explains an amount by the same chapter and article', async () => {
    const cwd = repository
    const asked = ['--data', 'policies/handbook-zh/data', '--period', '2026-Q2', '--subject', 'EC1-R7']
    const english = await bylaw(['explain', 'policies/handbook-en', ...asked], { cwd })
    const chinese = await bylaw(['explain', 'policies/handbook-zh', ...asked], { cwd })
    expect(english.out).toContain('Chapter 9 Commission and bonuses › Article 54 Draw of joiners')
    expect(english.out).toContain('5  take   Recovery of the draw: 1,768.00')
    expect(chinese.out).toContain('第九章 提成与奖金 › 第五十四条 新人预支')
    expect(chinese.out).toContain('5  扣减  预支收回：1,768.00')
  })

  test('is the same declarations in the same articles', () => {
    const kinds = (text: string, name: string) =>
      parse({ name, text }).file.declarations.map(({ kind }) => kind)
    expect(kinds(texts.en, 'en.bylaw.md')).toEqual(kinds(texts.zh, 'zh.bylaw.md'))
  })

  test('gives the same results, line by line', () => {
    const data = join(repository, 'policies/handbook-zh/data')
    const year = { from: '2026-01-01', until: '2026-12-31' }
    const [chinese, english] = ['handbook-zh', 'handbook-en'].map((name) => runSample(name, year, data))
    expect(english?.diagnostics.map(({ code }) => code)).toEqual(chinese?.diagnostics.map(({ code }) => code))
    // The lines come in the order of the declarations, so that only the names and the words differ.
    const amounts = (run = chinese) =>
      [...(run?.amounts ?? [])].map(
        ([line, amount]) =>
          `${line.replace(/^\S+ /u, '').replace(', 保留部分,', ', rest,')} ${inEnglish(amount)}`,
      )
    const [first, second] = [amounts(english), amounts(chinese)]
    expect(first.length).toBeGreaterThan(1000)
    // Not one comparison of some 40,000 lines: what differs is shown alone.
    expect(first.flatMap((line, i) => (line === second[i] ? [] : [[line, second[i]]])).slice(0, 20)).toEqual(
      [],
    )
    expect(first.length).toBe(second.length)
  })
})
