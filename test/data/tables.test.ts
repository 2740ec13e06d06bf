import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableCsv, withCell, withCells, withoutRow, withRow } from '../../src/data/edit-table.ts'
import { csvOf, readTable, writeTable } from '../../src/data/read-table.ts'
import type { Table } from '../../src/data/table.ts'
import { pastedRows } from '../../src/data/table-csv.ts'
import { cells, load, said } from './loading.ts'
import { field, planOf, record, text } from './plans.ts'

const plan = planOf([record('Note', [field('id', text), field('words', text, true)])])

function table(text: string, name = 'notes.csv'): Table {
  const found = readTable(name, new TextEncoder().encode(text))
  if (!found) throw new Error('no table')
  return found
}
const written = (found: Table) => new TextDecoder().decode(writeTable(found))

describe('a data file as a table', () => {
  it('counts its rows as findings do, empty ones and broken quotation marks included', () => {
    const csv = 'id,words\nA,"a\nb"\n\nB,"x"y,z\nC,"open\nD,d\n'
    const rows = table(csv)
    expect(rows.rows.map((row) => row.cells)).toEqual([
      ['A', 'a\nb'],
      [''],
      ['B', '"x"y', 'z'],
      ['C', '"open'],
      ['D', 'd'],
    ])
    // Rows 4 and 5 of the file, counted from its headings: the same that the reader complains about.
    expect(said(load({ 'notes.csv': csv }, plan))).toEqual(['notes.csv:4 BY739', 'notes.csv:5 BY738'])
    expect(rows.first).toBe(2)
  })

  it('keeps every row as it was written but for those that are edited', () => {
    const before = 'id;words\r\n"A" ; "one" \r\nB;two\r\n'
    expect(written(withCell(table(before), 1, 1, 'zwei; drei'))).toBe(
      'id;words\r\n"A" ; "one" \r\nB;"zwei; drei"\r\n',
    )
    expect(written(withoutRow(table(before), 0))).toBe('id;words\r\nB;two\r\n')
    expect(written(withRow(table(before), 2))).toBe('id;words\r\n"A" ; "one" \r\nB;two\r\n;\r\n')
  })

  it('is the same table when a cell is given the text that it has', () => {
    const found = table('id,words\nA,one\n')
    expect(withCell(found, 0, 1, 'one')).toBe(found)
  })

  it('takes a block of cells, and grows where it reaches beyond the last row', () => {
    const found = withCells(table('id,words\nA,one\n'), 0, 0, [
      ['B', 'two'],
      ['C', 'three', 'beyond'],
    ])
    expect(written(found)).toBe('id,words\nB,two\nC,three\n')
  })

  it('reads what an edit writes as the same texts, whatever they are', () => {
    const cell = fc.stringMatching(/^[a-z"',;\t\n\r= 甲]*$/).map((one) => one.trim())
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const edited = withCells(table('id,words\n'), 0, 0, rows)
        expect(table(written(edited)).rows.map((row) => row.cells)).toEqual(rows)
      }),
    )
  })

  it('gives JSON rows as texts, an edited one without a binary float', () => {
    const json = '[{"id":"A","words":12.10},\n {"id":"B","words":["x"]},{"id":"C"}]'
    const found = table(json, 'notes.json')
    expect(found.headings).toEqual(['id', 'words'])
    expect(found.rows.map(({ cells: all, locked }) => [...all, locked === true])).toEqual([
      ['A', '12.10', false],
      ['B', '…', true],
      ['C', '', false],
    ])
    const after = withCell(withCell(found, 0, 0, 'A"1'), 1, 0, 'never')
    expect(written(after)).toBe(
      '[\n{ "id": "A\\"1", "words": "12.10" },\n{"id":"B","words":["x"]},\n{"id":"C"}\n]\n',
    )
    expect(cells(load({ 'notes.json': written(withCell(found, 2, 1, '7')) }, plan), 'Note', 'words')[2]).toBe(
      '7',
    )
  })

  it('gives JSONL rows by their lines, and one that is no JSON as it stands', () => {
    const found = table('{"id":"A"}\n\n{"id":\n{"id":"B"}\n', 'notes.jsonl')
    expect(found.rows.map((row) => row.cells)).toEqual([['A'], [], ['{"id":'], ['B']])
    expect(written(withCell(found, 3, 0, 'C'))).toBe('{"id":"A"}\n\n{"id":\n{ "id": "C" }\n')
  })

  it('becomes UTF-8 when a GB18030 file is edited', () => {
    const bytes = Uint8Array.from([
      0x69, 0x64, 0x2c, 0xb1, 0xe0, 0xba, 0xc5, 0x0a, 0x41, 0x2c, 0xcc, 0xc4, 0x0a,
    ])
    const found = readTable('notes.csv', bytes)
    expect(found?.headings).toEqual(['id', '编号'])
    expect(found && written(withCell(found, 0, 0, 'B'))).toBe('id,编号\nB,棠\n')
    expect(found && [...writeTable(found).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('is saved with numbers as numbers and nothing that a spreadsheet would run', () => {
    const found = withCells(table('id,words\n'), 0, 0, [
      ['-12.50', '=1+1'],
      ['+5%', '@x'],
      ['-a', '1,200.00'],
    ])
    expect(tableCsv(found)).toBe("\ufeffid,words\r\n-12.50,'=1+1\r\n+5%,'@x\r\n'-a,\"1,200.00\"\r\n")
  })

  it.each([
    ['nothing', ''],
    ['a file that is no text', 'a\0b'],
    ['JSON that breaks off', '[{"id":"A"'],
  ])('is none where there is %s', (_what, content) => {
    for (const name of ['a.csv', 'a.json'])
      if (!(name === 'a.csv' && content.startsWith('[')))
        expect(readTable(name, new TextEncoder().encode(content))).toBeUndefined()
  })
})

describe('what was pasted', () => {
  it('is a table with tabs, as spreadsheets give it', () => {
    expect(pastedRows('id\tamount, EUR\r\nA\t"two\nlines"\r\nB\t5" pipe\r\n')).toEqual([
      ['id', 'amount, EUR'],
      ['A', 'two\nlines'],
      ['B', '5" pipe'],
    ])
  })

  it('is CSV where its first line has no tab', () => {
    expect(pastedRows('\ufeffid,words\nA,"b,c"\n')).toEqual([
      ['id', 'words'],
      ['A', 'b,c'],
    ])
    expect(new TextDecoder().decode(csvOf([['a', 'b,c']]))).toBe('a,"b,c"\r\n')
  })
})
