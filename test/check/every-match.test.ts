import { describe, expect, test } from 'vitest'
import { explained } from '../explained.ts'
import { findings, run } from '../run-policy.ts'

/** Worked by hand: every extra that an order meets counts, the largest limit holds. */
const policy = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; name text }
record Order {
  id text key
  rep Rep
  signed date posting
  amount money up to 1亿
  kind one of fresh, again
  discount percent optional
}
table extras "Extras" every match {
  | amount           | kind  | discount | => sum(points) | => max(share) | => min(days) |
  | from 100_000 CNY | -     | -        | 5              | 2%            | 30           |
  | from 500_000 CNY | -     | -        | 3              | 4%            | 60           |
  | -                | fresh | -        | 2.5            | 1%            | 45           |
  | -                | -     | over 10% | -4             | 3%            | 90           |
  | otherwise        | -     | -        | 0              | 0.5%          | 15           |
}
decision extra for each Order {
  gives points = extras(amount, kind, discount).points
  gives share = extras(amount, kind, discount).share
  gives days = extras(amount, kind, discount).days
}
bonus pay for each Order {
  start 10 CNY
  plus extras(amount, kind, discount).points * 2 CNY
  round 0.01 half-up
}
`
const order = (id: string, amount: string, kind: string, discount?: string) => ({
  id,
  rep: 'A',
  signed: '2026-02-10',
  amount,
  kind,
  ...(discount !== undefined && { discount }),
})
const data = {
  Rep: [{ id: 'A', name: 'Ann' }],
  Order: [
    order('1', '500000', 'fresh', '5%'),
    order('2', '100000', 'again', '11%'),
    order('3', '99999.99', 'again', '10%'),
    order('4', '10', 'fresh'),
  ],
}

describe('a table of which every row that matches counts', () => {
  const found = run(policy, data, '2026-01-01', '2026-03-31')
  test('sums what they give, or takes the most or the least of it', () => {
    // 5 + 3 + 2.5; 5 - 4.
    expect(found.get('extra 1')).toBe('10.5')
    expect(found.get('extra 1 share')).toBe('0.040')
    expect(found.get('extra 1 days')).toBe('30')
    expect(found.get('extra 2')).toBe('1.0')
    expect(found.get('extra 2 share')).toBe('0.030')
    expect(found.get('extra 2 days')).toBe('30')
  })

  test('takes the row for the rest when none matches', () => {
    expect(found.get('extra 3')).toBe('0.0')
    expect(found.get('extra 3 share')).toBe('0.005')
    expect(found.get('extra 3 days')).toBe('15')
  })

  test('is held where a row may match and may not', () => {
    expect(found.get('extra 4')).toBe('held BY801')
  })

  test('is explained with every row that matched and what they give together', () => {
    const asked = { output: 'pay', row: 0, day: '2026-02-10' } as const
    const english = explained(policy, data, { ...asked, language: 'en' })
    // Lines 13 to 15 hold its first three rows.
    expect(english.match(/▸ line \d+/g)).toEqual(['▸ line 13', '▸ line 14', '▸ line 15'])
    expect(english).toContain('Extras = 10.5')
    expect(english).toContain('line 16 asks for discount > 10%')
    const chinese = explained(policy, data, { ...asked, language: 'zh-Hans' })
    expect(chinese).toContain('▸ 第 15 行符合')
  })

  test('is proved complete too, and may overlap', () => {
    expect(findings(policy)).toEqual([])
    expect(findings(policy.replace(/ {2}\| otherwise.*\n/, ''))).toContain('BY508')
  })
})

describe('a table that lists what every row that matches gives', () => {
  const listing = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; name text }
record Order {
  id text key
  rep Rep
  signed date posting
  amount money
  discount percent optional
}
table notes "Notes" every match {
  | amount           | discount | => list(measure)                | => sum(points) |
  | from 100_000 CNY | -        | "second signature"              | 1              |
  | -                | over 5%  | report                          | 2              |
  | -                | over 10% | "second signature"              | 3              |
  | under 1 CNY      | -        | not decided "is it a free item?" | 0              |
  | otherwise        | -        | none                            | 0              |
}
decision note for each Order {
  gives measure = notes(amount, discount).measure
  gives signed_twice = notes(amount, discount).measure = "second signature, report"
}
bonus pay for each Order {
  start 10 CNY
  plus notes(amount, discount).points * 2 CNY when notes(amount, discount).measure <> "none"
  round 0.01 half-up
}
`
  const rows = {
    Rep: [{ id: 'A', name: 'Ann' }],
    Order: [
      order('1', '100000', 'x', '11%'),
      order('2', '10', 'x', '6%'),
      order('3', '10', 'x', '5%'),
      order('4', '0.99', 'x', '6%'),
      order('5', '100000', 'x'),
    ].map(({ kind: _, ...row }) => row),
  }
  const found = run(listing, rows, '2026-01-01', '2026-03-31')

  test('gives them as one text, each once, in the order of the table', () => {
    expect(found.get('note 1')).toBe('second signature, report')
    expect(found.get('note 1 signed_twice')).toBe('true')
    expect(found.get('note 2')).toBe('report')
    expect(found.get('note 2 signed_twice')).toBe('false')
    expect(found.get('note 3')).toBe('none')
    // 10 + (1 + 2 + 3) × 2; the row for the rest is no measure.
    expect(found.get('pay 1')).toBe('22.00')
    expect(found.get('pay 3')).toBe('10.00')
  })

  test('is held where a row that matches is not decided, and where a row may match', () => {
    expect(found.get('note 4')).toBe('held BY814')
    expect(found.get('note 5')).toBe('held BY801')
  })

  test('says which rows these were', () => {
    const english = explained(listing, rows, { output: 'note', row: 0, day: '2026-02-10', language: 'en' })
    expect(english).toContain('second signature, report')
    expect(english.match(/▸ line \d+/g)).toEqual(['▸ line 12', '▸ line 13', '▸ line 14'])
    const chinese = explained(listing, rows, {
      output: 'note',
      row: 0,
      day: '2026-02-10',
      language: 'zh-Hans',
    })
    expect(chinese).toContain('▸ 第 13 行符合')
  })
})

test('a table that gives a quotient beside a number keeps the places of both', () => {
  const text = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Order { id text key; signed date posting; kind one of fresh, again }
parameter bonus = 10
table extra {
  | kind  | => factor |
  | fresh | 1         |
  | again | bonus / 3 |
}
bonus pay for each Order {
  start extra(kind) * 100 CNY
  round 0.01 half-up
}
`
  const found = run(
    text,
    { Order: [{ id: '1', signed: '2026-02-10', kind: 'again' }] },
    '2026-01-01',
    '2026-03-31',
  )
  // 10 / 3 × 100.
  expect(found.get('pay 1')).toBe('333.33')
})
