import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse.ts'
import { messageOf } from '../../src/base/render.ts'

const head = (
  language: string,
) => `policy p { language ${language}; currency CNY; effective from 2026-01-01 until open }
record Client { id text key; branch text }
record Rep { id text key; goal money }
record Order { id text key; rep Rep; client Client; signed date posting; amount money up to 1亿; note text }
record Receipt { id text key; order Order; received date posting; paid money up to 1亿 }
record Visit { id text key; rep Rep; other Rep; seen date posting; cost money up to 1亿 }
`

/** The findings on an unknown name: what each says, and its mend. */
function unknown(text: string, language = 'en') {
  const { diagnostics } = analyse([{ name: 'p.bylaw', text: `${head(language)}${text}\n` }])
  return diagnostics
    .filter(({ code }) => code === 'BY201')
    .map((found) => [messageOf(found, 'en'), found.edits?.map((edit) => edit.text)])
}

describe('a field that stands in another record is said as it is written here', () => {
  test.each([
    ['value a for each Receipt = amount * 2', 'amount', 'order.amount'],
    ['value a for each Receipt = if branch = "north" then paid else 0 CNY', 'branch', 'order.client.branch'],
    ['value a for each Receipt = goal', 'goal', 'order.rep.goal'],
    [
      'bonus b for Rep per quarter {\n  rate 3% of amount\n  round 0.01 half-up\n}',
      'amount',
      'sum(Order.amount)',
    ],
    ['value a for Rep per quarter = paid', 'paid', 'sum(Receipt.paid)'],
  ])('%s', (text, name, near) => {
    expect(unknown(text)).toEqual([[`nothing here is called \`${name}\`. Did you mean \`${near}\`?`, [near]]])
  })

  test('but not where two references lead to it, where it is no number, or where nothing does', () => {
    expect(unknown('value a for each Visit = goal')).toEqual([['nothing here is called `goal`', undefined]])
    expect(unknown('value a for Rep per quarter = note')).toEqual([
      ['nothing here is called `note`', undefined],
    ])
    expect(unknown('value a for Client per quarter = cost')).toEqual([
      ['nothing here is called `cost`', undefined],
    ])
  })

  test('the same name in two places that are mended differently is said twice', () => {
    const text =
      'value a for each Receipt = amount * 2\nvalue b for Rep per quarter = amount\nvalue c for each Receipt = amount * 3'
    expect(unknown(text).map(([, edits]) => edits)).toEqual([['order.amount'], ['sum(Order.amount)']])
  })
})
