import { describe, expect, it } from 'vitest'
import { matchColumns, matchRecord } from '../../src/data/match-columns.ts'
import { readConfig } from '../../src/data/read-config.ts'
import { guessStyle } from '../../src/data/share-style.ts'
import { sheetNumber, sheetTime } from '../../src/data/sheet-text.ts'
import { writeConfig } from '../../src/data/write-config.ts'
import { initialsOf } from '../../src/editor/pinyin.ts'
import { cells, load } from './loading.ts'
import { date, field, money, percent, planOf, priceRatio, record, text } from './plans.ts'

const order = record('订单', [
  field('编号', text),
  field('签约日', date),
  field('合同额', money),
  field('折扣', percent, true),
])
const rep = record('Rep', [field('id', text), field('sales_region', text), field('quota', money)])

describe('which column is which field', () => {
  it.each([
    [['编号', '签约日', '合同额'], '编号=编号 same, 签约日=签约日 same, 合同额=合同额 same'],
    [['合同额（元）', '编号'], '编号=编号 same, 合同额=合同额（元） bracket'],
    [['bh', 'qyr', 'hte'], '编号=bh initials, 签约日=qyr initials, 合同额=hte initials'],
    [['签约日期', '合同金额'], '签约日=签约日期 near, 合同额=合同金额 near'],
    [['x', ''], ''],
  ])('is seen from the headings %j', (headings, expected) => {
    const found = matchColumns(order, headings, initialsOf)
    expect(found.map(({ field: id, heading, how }) => `${id}=${heading} ${how}`).join(', ')).toBe(expected)
  })

  it('does not mind case, blanks and underscores', () => {
    expect(matchColumns(rep, ['ID', 'Sales Region', 'Qouta'], initialsOf).map(({ how }) => how)).toEqual([
      'same',
      'same',
      'near',
    ])
  })

  it('tells the record by the file, else by the headings, else not at all', () => {
    const all = [rep, order]
    expect(matchRecord(all, '2026 订单 (2).csv', ['编号', 'x'], initialsOf)).toBe('订单')
    expect(matchRecord(all, 'export.csv', ['编号', '签约日', '合同额'], initialsOf)).toBe('订单')
    expect(matchRecord(all, 'reps.csv', ['a', 'b'], initialsOf)).toBe('Rep')
    expect(matchRecord(all, 'export.csv', ['a', 'b'], initialsOf)).toBeUndefined()
  })
})

describe('how bare numbers of a share are meant', () => {
  it.each([
    [['0.12', '1', '0'], 'fraction'],
    [['12', '5.5'], 'percent'],
    [['12%', ''], undefined],
    [['0', '0.0'], undefined],
  ])('is guessed from %j', (found, expected) => {
    expect(guessStyle(field('d', percent), found)).toBe(expected)
    expect(guessStyle(field('d', money), found)).toBeUndefined()
  })

  it('is a part of the price where all are below one', () => {
    expect(guessStyle(field('d', priceRatio), ['0.85', '.9'])).toBe('fraction')
  })
})

describe('a cell of a spreadsheet', () => {
  // The left side is what Excel writes for the right side: 17 digits of the nearest binary float.
  it.each([
    ['4.3499999999999996', '4.35'],
    ['1234.5599999999999', '1234.56'],
    ['0.1', '0.1'],
    ['100', '100'],
    ['-0.07', '-0.07'],
    ['440101199001011234', '440101199001011234'],
    ['1.0000000000000001E-5', '0.00001'],
    ['1.5E+22', '15000000000000000000000'],
    ['', ''],
    ['NaN', 'NaN'],
  ])('that says %s is %s', (written, expected) => {
    expect(sheetNumber(written)).toBe(expected)
  })

  it('with a date is that day, and says its time only where it has one', () => {
    expect(sheetTime(Date.UTC(2026, 2, 31))).toBe('2026-03-31')
    expect(sheetTime(Date.UTC(2026, 2, 31, 9, 30))).toBe('2026-03-31 09:30')
    // A float of days: one millisecond before the second that was meant.
    expect(sheetTime(Date.UTC(2026, 2, 31, 9, 30, 15) - 1)).toBe('2026-03-31 09:30:15')
    expect(sheetTime(Date.UTC(2026, 2, 31) - 1)).toBe('2026-03-31')
  })
})

describe('the mapping in bylaw.yaml', () => {
  const plan = planOf([order])
  const source = {
    files: ['五月.csv'],
    where: [],
    columns: new Map([
      ['编号', { heading: '编号' }],
      ['签约日', { heading: '日期' }],
      ['合同额', { heading: '金额: 元' }],
      ['折扣', { heading: '折扣', style: 'percent' as const }],
    ]),
  }
  const headings = ['编号', '日期', '金额: 元', '折扣']

  it('is read by the product as it was meant', () => {
    const yaml = writeConfig('', order, source, headings) ?? ''
    const { config, found } = readConfig(yaml, 'bylaw.yaml', plan.relations)
    expect(found).toEqual([])
    const csv = '编号,日期,金额: 元,折扣\nA,2026-05-01,12.50,5\n'
    const loaded = load({ '五月.csv': csv }, plan, config)
    expect(loaded.problems).toEqual([])
    expect(['编号', '签约日', '合同额', '折扣'].map((id) => cells(loaded, '订单', id)[0])).toEqual([
      'A',
      '20574',
      '1250',
      '500',
    ])
  })

  it('does not mention a column that has its field’s own name', () => {
    expect(writeConfig('', order, source, headings)).toBe(
      'data:\n  订单:\n    file: 五月.csv\n    columns:\n      签约日: 日期\n      合同额: "金额: 元"\n      折扣:\n        as: percent\n',
    )
  })

  it('leaves comments, other records and what `where` says', () => {
    const before =
      '# Of the branch\ndata:\n  rep: { file: r.csv }\n  订单:\n    file: old.csv\n    encoding: gbk\n    where: { 编号: present } # no drafts\n'
    expect(
      writeConfig(
        before,
        order,
        { files: ['new.csv'], columns: new Map(), where: [{ heading: '编号', accept: 'present' }] },
        headings,
      ),
    ).toBe(
      '# Of the branch\ndata:\n  rep: { file: r.csv }\n  订单:\n    file: new.csv\n    where: { 编号: present } # no drafts\n',
    )
  })

  it('drops a test of a column that the new file does not have', () => {
    const before = 'data:\n  订单:\n    where: { 状态: [有效] }\n'
    const { where } = readConfig(before, 'bylaw.yaml', plan.relations).config.records.get('订单') ?? {
      where: [],
    }
    expect(where).toHaveLength(1)
    expect(writeConfig(before, order, { files: ['a.csv'], columns: new Map(), where }, headings)).toBe(
      'data:\n  订单:\n    file: a.csv\n',
    )
  })

  it('is not written into a text that is no such file', () => {
    expect(writeConfig('data: [', order, source, headings)).toBeUndefined()
    expect(writeConfig('data: 5', order, source, headings)).toBeUndefined()
    expect(writeConfig('- a', order, source, headings)).toBeUndefined()
  })
})
