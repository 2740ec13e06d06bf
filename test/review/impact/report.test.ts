import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/base/day.ts'
import { parseLimit } from '../../../src/review/impact/gates.ts'
import { style, styleHash } from '../../../src/review/impact/html-style.ts'
import type { Impact } from '../../../src/review/impact/impact.ts'
import { measureImpact } from '../../../src/review/impact/measure.ts'
import { impactHtml } from '../../../src/review/impact/to-html.ts'
import { impactJson } from '../../../src/review/impact/to-json.ts'
import { impactMarkdown } from '../../../src/review/impact/to-markdown.ts'
import type { DataSet } from '../../agree/data.ts'
import { rowsOnce, versionOf } from './whole.ts'

const quarter = { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 3, 31) ?? 0 }

const policy = (rate: string, approver: string) => `policy sales "Sales | pay <b> & \`more\` @all" {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep { id text key; name text; team text; boss Rep optional }
record Order { id text key; rep Rep; signed date posting; amount money }
commission pay "Pay of <reps>" for Rep per quarter {
  rate ${rate} of sum(Order.amount)
  round 0.01 half-up
}
decision checked for each Order {
  table unique {
    | amount           | => by        |
    | under 1_000 CNY  | "nobody"     |
    | from 1_000 CNY   | "${approver}" |
  }
}
`

function impactOf(people: number): Impact {
  const [before, after] = [
    versionOf('v1', policy('3%', 'someone')),
    versionOf('v2', policy('3.5%', 'Mei Zhang-7')),
  ]
  if (!before || !after) throw new Error('the policy has errors')
  const rows: DataSet = {
    Rep: Array.from({ length: people }, (_, i) => ({
      id: `KEY-${i}`,
      name: `Mei Zhang-${i}`,
      team: `team ${i % 40}`,
      boss: i % 9 === 0 ? null : 'KEY-0',
    })),
    Order: Array.from({ length: people }, (_, i) => ({
      id: `ORD-${i}`,
      rep: `KEY-${i}`,
      signed: '2026-02-03',
      amount: `${1000 + i}.00`,
    })),
  }
  return measureImpact({ before, after, rowsFor: rowsOnce(rows), span: quarter, period: '2026-Q1' })
}

const hidden = { language: 'en', names: false } as const

describe('a comment of a pull request', { timeout: 90_000 }, () => {
  const large = impactOf(10_000)

  test('of a change for 10,000 people it stays under 65,536 characters, the largest first, and says how many are left out', () => {
    for (const language of ['en', 'zh-Hans'] as const)
      for (const names of [true, false]) {
        const text = impactMarkdown(large, [], { language, names })
        expect(text.length).toBeLessThanOrEqual(65_536)
        expect(text.length).toBeGreaterThan(60_000)
        expect(text.split('\n')[0]).toBe('<!-- bylaw impact -->')
      }
    const text = impactMarkdown(large, [], hidden)
    const shown = [...text.matchAll(/\| person \d+ \| [^|]* \| [\d,.]+ \| [\d,.]+ \| \+([\d.]+) \|/gu)].map(
      (m) => BigInt((m[1] ?? '').replace('.', '')),
    )
    expect(shown.length).toBeGreaterThan(100)
    // 0.5% of 1,000 + i: the last of the 10,000 gains the most.
    expect(shown[0]).toBe(5500n)
    expect(shown).toEqual(shown.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)))
    expect(text).toContain(`${10_000 - shown.length} more are left out here.`)
  })

  test('nobody’s key or name is in it, nor that of an order, also where a result names somebody', () => {
    const text = impactMarkdown(large, [], hidden)
    expect(text).not.toMatch(/KEY-\d|Zhang|ORD-\d/u)
    const named = impactMarkdown(large, [], { language: 'en', names: true })
    expect(named).toMatch(/Mei Zhang-9999 \(KEY-9999\)/u)
    expect(impactJson(large, [], hidden)).not.toMatch(/KEY-\d|Zhang|ORD-\d/u)
    const page = impactHtml(large, [], hidden)
    expect(page).not.toMatch(/KEY-\d|Zhang|ORD-\d/u)
  })

  test('a person has the same number in every report of the same people', () => {
    const numberOf = (impact: Impact, key: string) =>
      impact.people.find(({ person }) => person.named.key === key)?.person.number
    expect(numberOf(large, 'KEY-42')).toBe(numberOf(impactOf(10_000), 'KEY-42'))
  })

  test('what a policy is called is never markup, a mention or a link', () => {
    const text = impactMarkdown(large, [], hidden)
    expect(text).toContain('Sales \\| pay &#60;b&#62; &#38; \\`more\\` @\u200Ball')
    expect(text).not.toContain('<b>')
  })
})

describe('keys that are plain numbers', () => {
  test('are not told either where they say who somebody’s superior is', () => {
    const text = (rate: string) =>
      policy(rate, 'nobody').replace('team text; ', '').replace('boss Rep optional', 'boss Rep')
    const [before, after] = [versionOf('v1', text('3%')), versionOf('v2', text('3.5%'))]
    if (!before || !after) throw new Error('the policy has errors')
    const ids = ['7770001', '7770002', '7770003', '7770004']
    const rows: DataSet = {
      Rep: ids.map((id, i) => ({ id, name: `N${i}`, boss: ids[i % 2] ?? '' })),
      Order: ids.map((rep, i) => ({ id: `O${i}`, rep, signed: '2026-02-03', amount: '1000.00' })),
    }
    const whole = rowsOnce(rows)
    const impact = measureImpact({
      before,
      after,
      rowsFor: whole,
      span: quarter,
      period: '2026-Q1',
      by: 'boss',
    })
    expect(impact.groups?.arePeople).toBe(true)
    expect(impactMarkdown(impact, [], hidden)).not.toContain('777000')
    expect(impactHtml(impact, [], hidden)).not.toContain('777000')
    expect(impactJson(impact, [], hidden)).not.toContain('777000')
  })
})

describe('the page', () => {
  const html = impactHtml(impactOf(40), [], { language: 'zh-Hans', names: true })

  test('its style is let in by its hash, and nothing else is: no script, nothing from elsewhere', () => {
    expect(styleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`)
    expect(html).toContain(`default-src 'none'; style-src '${styleHash}'`)
    expect(html).not.toMatch(/<script|\son\w+=|\sstyle=|javascript:/iu)
    expect(html.match(/https?:\/\/[^"]*/gu)?.filter((url) => url !== 'http://www.w3.org/2000/svg')).toEqual(
      [],
    )
    expect(html).not.toMatch(/\s(?:src|href)=/u)
  })

  test('what a policy says is text there, and never markup', () => {
    expect(html).not.toContain('<b>')
    expect(html).toContain('Sales | pay &#60;b&#62; &#38;')
  })

  test('each chart has its name and description, and its numbers in a table', () => {
    const charts = [...html.matchAll(/<svg[^>]*role="img"[^>]*aria-labelledby="([\w-]+) ([\w-]+)"/gu)]
    expect(charts.length).toBeGreaterThanOrEqual(2)
    for (const [, title, desc] of charts) {
      expect(html).toContain(`<title id="${title}">`)
      expect(html).toContain(`<desc id="${desc}">`)
    }
    expect(html.match(/<details><summary>/gu)).toHaveLength(charts.length)
    expect(new Set(charts.map(([, title]) => title)).size).toBe(charts.length)
  })
})

describe('limits', () => {
  test('amounts are read exactly, or not at all', () => {
    expect(parseLimit('50000')).toEqual({ is: 'amount', amount: { digits: 50_000n, scale: 0 } })
    expect(parseLimit('1,234.50 CNY')).toEqual({
      is: 'amount',
      amount: { digits: 123_450n, scale: 2 },
      currency: 'CNY',
    })
    expect(parseLimit('2.5%')).toEqual({ is: 'share', percent: { digits: 25n, scale: 1 } })
    for (const text of ['', 'much', '1.2.3', '12,34', '1e3', '-5', '5 dollars', '0x10', '１２'])
      expect(parseLimit(text), text).toBeUndefined()
  })
})
