import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NumberField, readNumber, type ShareStyle } from '../../src/data/cell-number.ts'
import type { IntType } from '../../src/plan/plan.ts'
import { cells, load, said } from './loading.ts'
import { count, field, money, percent, planOf, priceRatio, record, text } from './plans.ts'

function read(type: IntType, style: ShareStyle = 'signed') {
  const number: NumberField = { name: 'x', type, style }
  return (written: string) => {
    const reading = readNumber(number, written)
    return 'value' in reading ? String(reading.value) : reading.fault.code
  }
}

describe('money', () => {
  const cents = read(money)
  it.each([
    ['1234.50', '123450'],
    ['1234.5', '123450'],
    ['-1234.5', '-123450'],
    ['+7', '700'],
    ['.5', '50'],
    ['28000.0000', '2800000'],
    ['1,234.50', '123450'],
    ['1,234,567', '123456700'],
    ['１，２３４．５０', '123450'],
    ['－12', '-1200'],
    ['−12', '-1200'],
    ['¥1,234.50', '123450'],
    ['￥12', '1200'],
    ['-¥12', '-1200'],
    ['12元', '1200'],
    ['CNY 12', '1200'],
    ['12 cny', '1200'],
    ['007', '700'],
    ['0', '0'],
    ['-0', '0'],
  ])('reads %s exactly', (written, expected) => {
    expect(cents(written)).toBe(expected)
  })

  it.each([
    ['abc', 'BY702'],
    ['NaN', 'BY702'],
    ['Infinity', 'BY702'],
    ['-', 'BY702'],
    ['.', 'BY702'],
    ['5.', 'BY702'],
    ['1.2.3', 'BY702'],
    ['--5', 'BY702'],
    ['0x10', 'BY702'],
    ['12%', 'BY702'],
    ['=1+1', 'BY702'],
    ['1 234', 'BY702'],
    ['0.105', 'BY703'],
    ['-0.001', 'BY703'],
    ['99999999999999', 'BY704'],
    ['-99999999999999', 'BY704'],
    ['$5', 'BY705'],
    ['5 USD', 'BY705'],
    ['€5', 'BY705'],
    ['(1,234.00)', 'BY706'],
    ['1,23', 'BY707'],
    ['1234,567', 'BY707'],
    ['1.000,00', 'BY707'],
    ['1.234,5', 'BY707'],
    [',50', 'BY707'],
    ['1,234,5.0', 'BY707'],
    ['1e400', 'BY708'],
    ['1E+05', 'BY708'],
    ['1.5e3', 'BY708'],
  ])('refuses %s', (written, code) => {
    expect(cents(written)).toBe(code)
  })

  it('refuses a million digits at once', () => {
    expect(cents('9'.repeat(1_000_000))).toBe('BY704')
    expect(cents(`0.${'0'.repeat(1_000_000)}1`)).toBe('BY703')
  })
})

describe('shares', () => {
  it('reads percent and per mille with their sign', () => {
    expect(['12%', '12.34%', '３‰', '-5 %', '0', '0.00'].map(read(percent))).toEqual([
      '1200',
      '1234',
      '30',
      '-500',
      '0',
      '0',
    ])
  })

  it('does not guess what a bare number means', () => {
    expect(['0.12', '12', '1'].map(read(percent))).toEqual(['BY709', 'BY709', 'BY709'])
    expect(['0.8', '80', '8'].map(read(priceRatio))).toEqual(['BY710', 'BY710', 'BY710'])
  })

  it('reads bare numbers as the settings say, and signed ones all the same', () => {
    expect(['0.12', '12%'].map(read(percent, 'fraction'))).toEqual(['1200', '1200'])
    expect(['12', '12%'].map(read(percent, 'percent'))).toEqual(['1200', '1200'])
    expect(['8', '8.5', '8折', '80%'].map(read(priceRatio, 'zhe'))).toEqual(['800', '850', '800', '800'])
  })

  it('reads 折 as tenths with one digit and as hundredths with two', () => {
    expect(['8折', '8.5折', '85折', '9.5 折', '0折'].map(read(priceRatio))).toEqual([
      '800',
      '850',
      '850',
      '950',
      '0',
    ])
    expect(['10折', '8.55折', '855折', '05折'].map(read(priceRatio))).toEqual(Array(4).fill('BY710'))
  })

  it('says more decimals than the field holds, never rounding', () => {
    expect(['0.001%', '0.12345'].map(read(percent, 'fraction'))).toEqual(['BY703', 'BY703'])
  })
})

describe('a numeric column', () => {
  const wide: IntType = { ...money, min: `-${'9'.repeat(30)}`, max: '9'.repeat(30) }
  const types = { money, percent, priceRatio, count, wide }

  /** What people and programs write, most of it nearly a number. */
  const written = fc.oneof(
    fc.stringMatching(/^[+-]?\d{1,20}(\.\d{1,8})?[%‰折]?$/),
    fc.stringMatching(/^-?\d{1,3}(,\d{3}){0,3}(\.\d{1,3})?$/),
    fc.stringMatching(/^[-+0-9.,%e()¥]{1,12}$/),
  )

  it('gives what the careful reader gives, for every spelling, type and style', () => {
    const styles = fc.constantFrom<ShareStyle>('signed', 'fraction', 'percent')
    const type = fc.constantFrom(...Object.values(types))
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 20 }), type, styles, (texts, type, style) => {
        const plan = planOf([record('N', [field('id', text), field('x', type)])])
        const csv = `id,x\n${texts.map((t, n) => `${n},"${t}"\n`).join('')}`
        const columns = new Map(style === 'signed' ? [] : [['x', { style }] as const])
        const config = { records: new Map([['N', { files: [], columns, where: [] }]]) }
        const expected = texts.map((t) => {
          const reading = readNumber({ name: 'x', type, style }, t)
          return 'value' in reading ? String(reading.value) : 'bad'
        })
        expect(cells(load({ 'n.csv': csv }, plan, config), 'N', 'x')).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('holds what passes 64 bits, to its last digit', () => {
    const plan = planOf([record('N', [field('id', text), field('x', wide)])])
    const loaded = load(
      { 'n.csv': 'id,x\n1,9999999999999999999999999999.99\n2,-12345678901234567890.05\n3,\n' },
      plan,
    )
    expect(cells(loaded, 'N', 'x')).toEqual(['9'.repeat(30), '-1234567890123456789005', 'missing'])
    expect(said(loaded)).toEqual(['n.csv:4 x BY701'])
  })

  it('holds the ends of 64 bits and refuses what is one beyond', () => {
    const full: IntType = { ...count, min: String(-(2n ** 63n)), max: String(2n ** 63n - 1n) }
    const plan = planOf([record('N', [field('id', text), field('x', full)])])
    const csv =
      'id,x\n1,9223372036854775807\n2,-9223372036854775808\n3,9223372036854775808\n4,999999999999999\n'
    expect(cells(load({ 'n.csv': csv }, plan), 'N', 'x')).toEqual([
      '9223372036854775807',
      '-9223372036854775808',
      'bad',
      '999999999999999',
    ])
  })
})
