import { describe, expect, test } from 'vitest'
import { formatDecimal } from '../../src/base/decimal.ts'
import type { Expr } from '../../src/syntax/ast.ts'
import { valueOfLiteral } from '../../src/syntax/literal.ts'
import { parse } from '../../src/syntax/parse.ts'

function read(text: string): Expr {
  const { file, diagnostics } = parse({ name: 'a', text: `parameter x = ${text}` })
  expect(diagnostics).toEqual([])
  const declaration = file.declarations[0]
  if (declaration?.kind !== 'parameter' || declaration.is.is !== 'constant') throw new Error('no parameter')
  return declaration.is.value
}

/** Kind, exact value and unit, as text. */
function worth(text: string): string {
  const expression = read(text)
  if (!('spelling' in expression)) return expression.is
  const value = valueOfLiteral(expression)
  switch (value?.is) {
    case 'number':
    case 'percent':
    case 'price-ratio':
      return `${value.is} ${formatDecimal(value.value.digits, value.value.scale)}`
    case 'money':
      return `${value.currency} ${formatDecimal(value.value.digits, value.value.scale)}`
    case 'date':
      return `day ${value.day}`
    case 'duration':
      return `${formatDecimal(value.count.digits, value.count.scale)} ${value.unit}`
    default:
      return 'nothing'
  }
}

describe('a literal is worth exactly what it says', () => {
  test.each([
    ['200000', 'number 200000'],
    ['200_000', 'number 200000'],
    ['1.50', 'number 1.50'],
    ['20万', 'number 200000'],
    ['1.5亿', 'number 150000000'],
    ['1.23456万', 'number 12345.6'],
    ['2.5萬', 'number 25000'],
    ['3千', 'number 3000'],
    ['1万亿', 'number 1000000000000'],
    ['12%', 'percent 0.12'],
    ['3.5 %', 'percent 0.035'],
    ['３．５％', 'percent 0.035'],
    ['3‰', 'percent 0.003'],
    ['8折', 'price-ratio 0.8'],
    ['8.5折', 'price-ratio 0.85'],
    ['85折', 'price-ratio 0.85'],
    ['500 CNY', 'CNY 500'],
    ['500CNY', 'CNY 500'],
    ['0.5 USD', 'USD 0.5'],
    ['500元', 'CNY 500'],
    ['20万元', 'CNY 200000'],
    ['20 万元', 'CNY 200000'],
    ['20万 USD', 'USD 200000'],
    // 2026-01-01 is 56 years of 365 days and 14 leap days after 1970-01-01.
    ['2026-01-01', 'day 20454'],
    ['2026年1月1日', 'day 20454'],
    ['２０２６年１月１日', 'day 20454'],
    ['3 days', '3 days'],
    ['1 day', '1 days'],
    ['90天', '90 days'],
    ['2 months', '2 months'],
    ['2个月', '2 months'],
    ['1年', '1 years'],
  ])('%s', (text, expected) => {
    expect(worth(text)).toBe(expected)
  })
})

describe('what is no literal is reported, never read as something else', () => {
  test.each([
    ['1e400', 'BY134'],
    ['12a', 'BY134'],
    ['1.2.3', 'BY134'],
    ['500块', 'BY134'],
    ['.5', 'BY134'],
    ['1,000', 'BY133'],
    ['1，000', 'BY133'],
    ['1,000,000.50 CNY', 'BY133'],
    ['2026-02-30', 'BY130'],
    ['2026年2月30日', 'BY130'],
    ['2026-13-01', 'BY130'],
    ['2026-01', 'BY131'],
    ['04-01', 'BY131'],
    ['100-50', 'BY131'],
    ['1-2-3-4', 'BY131'],
    ['2026/1/1', 'BY132'],
    ['8.55折', 'BY136'],
    ['123折', 'BY136'],
    ['10折', 'BY136'],
    ['0折', 'BY136'],
    [`${'9'.repeat(38)}`, 'BY135'],
    ['¥500', 'BY126'],
  ])('%s', (text, code) => {
    const { diagnostics } = parse({ name: 'a', text: `parameter x = ${text}` })
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code])
  })
})

test('a literal that did not come from text may be worth nothing', () => {
  expect(valueOfLiteral({ is: 'number', spelling: 'NaN' })).toBeUndefined()
  expect(valueOfLiteral({ is: 'number', spelling: '' })).toBeUndefined()
  expect(valueOfLiteral({ is: 'date', spelling: '2026-02-30' })).toBeUndefined()
})
