import { describe, expect, it } from 'vitest'
import { cells, load, said } from './loading.ts'
import { field, planOf, record, text } from './plans.ts'

const plan = planOf([record('Item', [field('id', text), field('note', text, true)])])
const notes = (csv: string) => {
  const loaded = load({ 'items.csv': csv }, plan)
  return { notes: cells(loaded, 'Item', 'note'), ids: cells(loaded, 'Item', 'id'), said: said(loaded) }
}

describe('a CSV file', () => {
  it('is read with LF, CRLF and CR line ends, with and without one at the end', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const last of ['', end]) {
        const read = notes(`id,note${end}1,a${end}2,b${last}`)
        expect(read).toEqual({ ids: ['1', '2'], notes: ['a', 'b'], said: [] })
      }
    }
  })

  it('keeps commas, doubled quotation marks and line ends inside quotation marks', () => {
    const read = notes('id,note\n1,"a, ""b""\r\nc"\n2,""""\n3,""\n')
    expect(read.notes).toEqual(['a, "b"\r\nc', '"', 'missing'])
    expect(read.said).toEqual([])
  })

  it('takes a quotation mark inside an unquoted cell as it is', () => {
    expect(notes('id,note\n1,5" pipe\n').notes).toEqual(['5" pipe'])
  })

  it('drops blanks around cells and headings, also the wide blank', () => {
    const read = notes(' id , note \n 1 ,\u3000a b\u3000\n\t2\t, "c" \n3,\u00a0d\u00a0\n')
    expect(read).toEqual({ ids: ['1', '2', '3'], notes: ['a b', 'c', 'd'], said: [] })
  })

  it('reads cells separated by semicolons or tabs when the headings are', () => {
    expect(notes('id;note\n1;a,b\n').notes).toEqual(['a,b'])
    expect(notes('id\tnote\n1\ta;b\n').notes).toEqual(['a;b'])
  })

  it('counts rows as a spreadsheet does, over line ends in cells and empty rows', () => {
    const loaded = load({ 'items.csv': 'id,note\n1,"two\nlines"\n\n,\n2,x,y\n3,c\n' }, plan)
    expect(said(loaded)).toEqual(['items.csv:5 BY740'])
    expect(loaded.rows.get('Item')?.place(2)).toEqual({ file: 'items.csv', line: 6 })
    expect(loaded.notes.map((n) => [n.code, n.args.count])).toEqual([['BY743', '2']])
  })

  it('holds the whole of a row with too few or too many cells, and reads the others', () => {
    const read = notes('id,note\n1,1,234.50\n2\n3,c\n')
    expect(read).toEqual({
      ids: ['bad', 'bad', '3'],
      notes: ['bad', 'bad', 'c'],
      said: ['items.csv:2 BY740', 'items.csv:3 BY740'],
    })
  })

  it('names the row where a quotation mark opens that never closes, and reads the rows after it', () => {
    const read = notes('id,note\n1,a\n2,"b\n3,c\n4,d\n')
    expect(read.said).toEqual(['items.csv:3 BY738'])
    expect(read.ids).toEqual(['1', 'bad', '3', '4'])
  })

  it('names the row where a quotation mark closes too late', () => {
    const read = notes('id,note\n1,"a\n2,b\n3,"c"\n4,d\n')
    expect(read.said).toEqual(['items.csv:2 BY739'])
    expect(read.ids).toEqual(['bad', '2', '3', '4'])
  })

  it('may have columns in any order, and columns that nobody asks for', () => {
    const read = notes('x,note,y,id\n8,a,9,1\n')
    expect(read).toEqual({ ids: ['1'], notes: ['a'], said: [] })
  })

  it('finds its columns whatever their case, blanks and underscores', () => {
    expect(notes('ID,Note\n1,a\n').notes).toEqual(['a'])
    const camel = planOf([record('Item', [field('salesPersonId', text)])])
    expect(said(load({ 'item.csv': 'Sales Person_ID\n1\n' }, camel))).toEqual([])
  })

  it('whose headings are full-width is read, but not with full-width separators', () => {
    expect(notes('ｉｄ,Ｎｏｔｅ\n1,a\n').notes).toEqual(['a'])
    expect(notes('ｉｄ，ｎｏｔｅ\n1，a\n').said).toEqual(['items.csv:1 BY729'])
  })

  it('prefers the column whose name is exact', () => {
    expect(notes('ID,id,note\nX,1,a\n').ids).toEqual(['1'])
  })

  it('says so when two columns have the name of a field, and guesses neither', () => {
    const read = notes('id,note,note\n1,a,b\n')
    expect(read.said).toEqual(['items.csv BY737'])
    expect(read.notes).toEqual(['bad'])
  })

  it('says so when a required column is not there, with the headings it has', () => {
    const loaded = load({ 'items.csv': 'number,note\n1,a\n' }, plan)
    expect(said(loaded)).toEqual(['items.csv BY735'])
    expect(loaded.problems[0]?.diagnostic.args.columns).toBe('number, note')
    expect(cells(loaded, 'Item', 'id')).toEqual(['bad'])
  })

  it('warns when the column of an optional field is not there', () => {
    const loaded = load({ 'items.csv': 'id\n1\n' }, plan)
    expect(said(loaded)).toEqual(['items.csv BY736'])
    expect(cells(loaded, 'Item', 'note')).toEqual(['missing'])
  })

  it('without headings, or without anything, is refused', () => {
    for (const csv of ['', '\n\n', '\ufeff']) {
      const loaded = load({ 'items.csv': csv }, plan)
      expect(said(loaded)).toEqual(['items.csv BY734'])
      expect(loaded.unreadable).toEqual(['Item'])
    }
  })

  it('with headings and no rows has no rows', () => {
    const loaded = load({ 'items.csv': 'id,note' }, plan)
    expect([said(loaded), loaded.rows.get('Item')?.count, loaded.unreadable]).toEqual([[], 0, []])
  })

  it('with a NUL byte is no text', () => {
    expect(notes('id,note\n1,a\u0000b\n').said).toEqual(['items.csv BY733'])
  })

  it('takes names of JavaScript objects as any other', () => {
    const odd = planOf([record('constructor', [field('__proto__', text), field('toString', text)])])
    const loaded = load({ 'constructor.csv': '__proto__,toString\nhasOwnProperty,__proto__\n' }, odd)
    expect(said(loaded)).toEqual([])
    expect(cells(loaded, 'constructor', '__proto__')).toEqual(['hasOwnProperty'])
  })

  it('keeps a list of a thousand problems of a kind, and says how many more there are', () => {
    const rows = Array.from({ length: 13_345 }, (_, n) => `${n},x,y\n`).join('')
    const loaded = load({ 'items.csv': `id,note\n${rows}` }, plan)
    expect(loaded.problems.length).toBe(1000)
    expect(loaded.notes).toMatchObject([{ code: 'BY741', args: { count: '12345', kind: 'BY740' } }])
    expect(new Set(cells(loaded, 'Item', 'id'))).toEqual(new Set(['bad']))
  })
})
