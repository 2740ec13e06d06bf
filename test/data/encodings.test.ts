import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/data/read-config.ts'
import { cells, load, said } from './loading.ts'
import { field, planOf, record, text } from './plans.ts'

const plan = planOf([record('客户', [field('编号', text), field('名称', text)])])
const csv = '编号,名称\r\nC1,华东化工\r\nC2,棠屿\r\n'

/** The bytes that Excel in Chinese Windows writes for `csv`, from the GB 18030 code table. */
const gb18030 = Uint8Array.from([
  0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x43, 0x31, 0x2c, 0xbb, 0xaa, 0xb6, 0xab,
  0xbb, 0xaf, 0xb9, 0xa4, 0x0d, 0x0a, 0x43, 0x32, 0x2c, 0xcc, 0xc4, 0xd3, 0xec, 0x0d, 0x0a,
])
const utf16 = (bigEndian: boolean) => {
  const units = [0xfeff, ...Array.from({ length: csv.length }, (_, i) => csv.charCodeAt(i))]
  return Uint8Array.from(units.flatMap((u) => (bigEndian ? [u >> 8, u & 255] : [u & 255, u >> 8])))
}
const names = (bytes: Uint8Array | string, yaml = '') => {
  const { config } = readConfig(yaml, 'bylaw.yaml', plan.relations)
  const loaded = load({ '客户.csv': bytes }, plan, config)
  return said(loaded).length > 0 ? said(loaded) : cells(loaded, '客户', '名称')
}

describe('a file in Chinese', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(csv)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${csv}`)],
    ['GB18030', gb18030],
    ['UTF-16 little-endian', utf16(false)],
    ['UTF-16 big-endian', utf16(true)],
  ])('is read in %s without being told', (_, bytes) => {
    expect(names(bytes)).toEqual(['华东化工', '棠屿'])
  })

  it('is read as bylaw.yaml says, and told so when it is not', () => {
    expect(names(gb18030, 'data: { 客户: { encoding: GBK } }')).toEqual(['华东化工', '棠屿'])
    expect(names(gb18030, 'data: { 客户: { encoding: utf-8 } }')).toEqual(['客户.csv BY747'])
  })

  it('in no encoding we know is refused, never read with replaced characters', () => {
    expect(names(Uint8Array.from([0x61, 0x2c, 0x62, 0x0a, 0xff, 0xff, 0x2c, 0x80, 0x0a]))).toEqual([
      '客户.csv BY732',
    ])
  })

  it('of two-byte units without a mark, or a workbook, is no text', () => {
    expect(names(utf16(false).subarray(2))).toEqual(['客户.csv BY733'])
    expect(names(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual(['客户.csv BY733'])
  })

  it('is checked to its last byte, also where a character lies across two pieces', () => {
    const long = new TextEncoder().encode(`编号,名称\n${'C,'.padEnd(2_500_000, '华')}\n`)
    expect(names(long)[0]?.length).toBe(2_499_998)
    expect(names(long.slice(0, -2))).toEqual(['客户.csv BY732'])
  })
})
