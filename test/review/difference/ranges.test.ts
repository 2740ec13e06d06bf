import { describe, expect, test } from 'vitest'
import type { Language } from '../../../src/base/language.ts'
import { plain } from '../../../src/base/render-paint.ts'
import { diffMarkdown } from '../../../src/cli/diff-markdown.ts'
import { type DifferenceReport, differenceReport } from '../../../src/review/difference/report.ts'
import { diffText } from '../../../src/review/difference/text.ts'
import { version } from './versions.ts'

function reportOf(old: string, next: string): DifferenceReport {
  const [a, b] = [old, next].map((text) => {
    const sources = [{ name: 'p.bylaw', text }]
    return { ...version(sources), sources }
  })
  if (!a || !b) throw new Error('no versions')
  return differenceReport(a, b, 'en')
}

const tiers = (heading: string, second: string, rate = '5%') =>
  `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; quota money from 1 CNY }
record Deal { id text key; rep Rep; closed date posting; amount money from 0 CNY up to 2_000 CNY }
value sold for Rep per month = sum(Deal.amount)
value reached for Rep per month = sold / quota
commission pay for Rep per month {
  tiers whole of sold by reached {
    | ${heading} | rate |
    | 0%   | 1%   |
    | ${second} | ${rate} |
    | 120% | 6%   |
  }
  round 0.01 half-up
}
`

const told = (report: DifferenceReport, language: Language) =>
  diffText(report, language, plain)
    .split('\n')
    .filter((line) => /^ {2}(?:tiers|阶梯|階梯)/.test(line))
    .map((line) => line.trim())

describe('a range is said as a row of the policy would say it', { timeout: 60_000 }, () => {
  const paysMore = reportOf(tiers('over', '80%'), tiers('over', '80%', '5.5%'))

  test.each([
    ['en', 'tiers: over 80% up to 120%: pays more'],
    ['zh-Hans', '阶梯：超过 80% 至多 120%：多付'],
    ['zh-Hant', '階梯：超過 80% 至多 120%：多付'],
  ] as const)('over and up to where its tiers are written so: %s', (language, text) => {
    const [line, ...others] = told(paysMore, language)
    expect([line?.slice(0, text.length), others]).toEqual([text, []])
  })

  test('the same in Markdown, and in JSON', () => {
    expect(diffMarkdown(paysMore, 'en')).toContain('* `tiers: over 80% up to 120%: pays more')
    const [stretch] = paysMore.clauses[0]?.tiers[0]?.stretches ?? []
    expect([stretch?.low, stretch?.high]).toEqual([
      { at: '80%', included: false },
      { at: '120%', included: true },
    ])
  })

  test('from and to under where they are written so', () => {
    const [line] = told(reportOf(tiers('from', '80%'), tiers('from', '80%', '5.5%')), 'en')
    expect(line).toMatch(/^tiers: from 80% to under 120%: pays more/)
  })

  test('at the amounts themselves where the versions differ in from and over alone', () => {
    // Right at 80% one pays 1 % and the other 5 %; right at 120% 5 % and 6 %; at 0 nothing.
    const lines = told(reportOf(tiers('from', '80%'), tiers('over', '80%')), 'en')
    expect(lines).toEqual([
      'tiers: 80%: pays less, by 3.2% of the base',
      'tiers: 120%: pays less, by 1.2% of the base',
    ])
  })

  test('between two rows of which only one was moved', () => {
    const lines = told(reportOf(tiers('over', '80%'), tiers('from', '90%')), 'zh-Hans')
    expect(lines.map((line) => line.split('：')[1])).toEqual(['超过 80% 到 低于 90%', '120%'])
  })

  test('of a cell of the example: over a round amount, and not a cent from it', () => {
    const capped = (cap: string) =>
      `${tiers('from', '80%').replace(/ {2}tiers[^}]*\}\n/, `  start sold\n  cap ${cap} CNY lost\n`)}`
    const text = diffText(reportOf(capped('60'), capped('50')), 'en', plain)
    expect(text).toContain('    over 50.00: ')
    expect(text).not.toContain('    from 50.01')
  })

  test('of a row of which more hangs on data than what chooses it', () => {
    const drawn = (heading: string) => tiers(heading, '80%').replace('| 5% |', '| sold / 40_000 CNY |')
    const text = diffText(reportOf(drawn('from'), drawn('over')), 'zh-Hant', plain)
    expect(text).toContain('第 2 行 自 80% → 超過 80%')
  })
})
