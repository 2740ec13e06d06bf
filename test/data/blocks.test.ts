import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DataConfig } from '../../src/data/data-config.ts'
import { cells, everything, load, said } from './loading.ts'

const reps = 'id,name,role,manager\nR1,Ann,rep,\nR2,Bo,senior,R1\n'
const heading = 'id,rep,signed,amount,discount,paid,mark'
/** Every row passes; asking for it makes the reader go row by row instead of block by block. */
const rowByRow: DataConfig = {
  records: new Map([
    ['Order', { files: [], columns: new Map(), where: [{ heading: 'mark', accept: ['x'] }] }],
  ]),
}

function both(orders: string) {
  const files = { 'reps.csv': reps, 'orders.csv': orders }
  return { blocks: load(files), rows: load(files, undefined, rowByRow) }
}

/** Whatever is read block by block is what is read row by row, with the same problems in the same order. */
function expectAlike(orders: string): void {
  const { blocks, rows } = both(orders)
  expect(everything(blocks)).toEqual(everything(rows))
  expect(said(blocks)).toEqual(said(rows))
}

/** Cells that a block may hold, right or wrong, and those for which the whole block is read row by row. */
const blockCells = [
  'R1',
  'R2',
  'R9',
  'O-1',
  'O-2',
  '2026-04-01',
  '2026-02-30',
  '1899-12-31',
  '2026-4-1',
  '12.50',
  '-7',
  '1.005',
  '12%',
  '"1,234.50"',
  '9999999999999.99',
  '90071992547409.93',
  'yes',
  'no',
  '',
  'R1 ',
  '\u3000R1\u3000',
  'R1\u00a0',
  '"R1"',
  '" R1 "',
  '"two\nlines"',
  'a"b',
  '张三',
  '"张, 三"',
  'x',
]
const oddCells = [' ', ' R1', '"a ""b"" c"', '  "R1,R2"']

function rowOf(cells: readonly string[], ragged: number): fc.Arbitrary<string> {
  const cell = fc.constantFrom(...cells)
  return fc.oneof(
    {
      weight: 20,
      arbitrary: fc.array(cell, { minLength: 6, maxLength: 6 }).map((c) => [...c, 'x'].join(',')),
    },
    { weight: ragged, arbitrary: fc.array(cell, { maxLength: 9 }).map((c) => [...c, 'x'].join(',')) },
  )
}

describe('a CSV file that is read block by block', () => {
  for (const [what, row] of [
    ['where every row has its cells', rowOf(blockCells, 0)],
    ['where some rows are ragged or oddly quoted', rowOf([...blockCells, ...oddCells], 1)],
  ] as const) {
    it(`gives the rows and problems that reading row by row gives, ${what}`, () => {
      const end = fc.constantFrom('\n', '\r\n', '\r')
      fc.assert(
        fc.property(fc.array(row, { maxLength: 40 }), end, fc.boolean(), (rows, lineEnd, closed) => {
          expectAlike([heading, ...rows].join(lineEnd) + (closed ? lineEnd : ''))
        }),
        { numRuns: 500 },
      )
    })
  }

  it('counts ragged and empty rows among plain ones at their own places', () => {
    const plain = Array.from({ length: 5000 }, (_, i) => `O-${i},R1,2026-04-01,${i}.00,,yes,x`)
    plain[1700] = 'O-1700,R1'
    plain[3300] = ''
    plain[4100] = 'O-4100,R1,2026-04-01,many,,yes,x'
    const loaded = load({ 'reps.csv': reps, 'orders.csv': `${[heading, ...plain].join('\n')}\n` })
    expect(said(loaded)).toEqual(['orders.csv:1702 BY740', 'orders.csv:4102 amount BY702'])
    expect(loaded.rows.get('Order')?.count).toBe(4999)
    expect(cells(loaded, 'Order', 'amount')[4998]).toBe('499900')
    expect(loaded.rows.get('Order')?.place(4998)).toEqual({ file: 'orders.csv', line: 5001 })
  })

  it('reads a cell that is longer than a block', () => {
    const long = 'n'.repeat(200_000)
    const loaded = load({
      'reps.csv': `id,name,role,manager\nR1,${long},rep,\nR2,Bo,rep,R1\n`,
      'orders.csv': heading,
    })
    expect(cells(loaded, 'Rep', 'name')).toEqual([long, 'Bo'])
  })
})

describe('keys', () => {
  const keyed = (ids: readonly string[]) =>
    load({
      'reps.csv': `id,name,role,manager\n${ids.map((id) => `${id},N,rep,\n`).join('')}`,
      'orders.csv': heading,
    })

  it('are found in whatever order they stand, up to the first that is not greater than the one before', () => {
    const ids = Array.from({ length: 3000 }, (_, i) => `K${String((i * 7919) % 3000).padStart(4, '0')}`)
    for (const order of [ids, ids.toSorted(), ids.toSorted().reverse(), [...ids.toSorted(), 'A', 'K']]) {
      const loaded = keyed(order)
      expect(said(loaded)).toEqual([])
      expect(cells(loaded, 'Rep', 'id')).toEqual(order)
    }
  })

  it('that stand twice are reported, next to each other or far apart', () => {
    expect(said(keyed(['A', 'B', 'B', 'C']))).toEqual(['reps.csv:3 id BY718', 'reps.csv:4 id BY718'])
    expect(said(keyed(['A', 'B', 'C', 'A']))).toEqual(['reps.csv:2 id BY718', 'reps.csv:5 id BY718'])
  })

  it('are told apart at every length, also where one begins as the other', () => {
    const ids = [
      '1',
      '12',
      '123',
      '1234',
      '12345',
      '1234567',
      '12345678',
      '123456789',
      '12345x789',
      '12346789',
    ]
    for (const order of [ids, ids.toReversed()]) expect(cells(keyed(order), 'Rep', 'id')).toEqual(order)
  })
})

describe('dates', () => {
  it('near the ends of what is looked up by its digits are the same days as elsewhere', () => {
    const days = ['1899-12-31', '1900-01-01', '2155-12-31', '2156-01-01', '2024-02-29']
    const rows = days.map((day, i) => `O-${i},R1,${day},1,,yes,x`)
    const loaded = load({ 'reps.csv': reps, 'orders.csv': `${[heading, ...rows].join('\n')}\n` })
    expect(said(loaded)).toEqual([])
    // Days since 1970-01-01, by the calendar of another program (`date -d`).
    expect(cells(loaded, 'Order', 'signed')).toEqual(['-25568', '-25567', '67934', '67935', '19782'])
  })

  it('that do not exist are bad, however well they are written', () => {
    const days = [
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-01-32',
      '2026-1a-01',
      '202:-01-01',
    ]
    const rows = days.map((day, i) => `O-${i},R1,${day},1,,yes,x`)
    const loaded = load({ 'reps.csv': reps, 'orders.csv': `${[heading, ...rows].join('\n')}\n` })
    expect(cells(loaded, 'Order', 'signed')).toEqual(days.map(() => 'bad'))
  })
})
