import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/base/catalogue.ts'
import type { DataConfig } from '../../src/data/data-config.ts'
import { readConfig } from '../../src/data/read-config.ts'
import { plainCell, textCell, writeCsv } from '../../src/data/write-csv.ts'
import { cells, everything, load, said } from './loading.ts'
import { field, planOf, record, sales, text } from './plans.ts'

/** Bytes that a hostile or broken file may hold: raw ones, and pieces of nearly valid files. */
const pieces = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 20 }).map((bytes) => [...bytes]),
      fc
        .constantFrom(
          'id,rep,signed,amount,discount,paid\n',
          '"',
          '""',
          ',',
          '\r',
          '\n',
          'R-1',
          '1e400',
          '[{"id":',
          '}]',
          '\\u',
          '__proto__',
          '5%',
          '\ufeff',
        )
        .map((piece) => [...new TextEncoder().encode(piece)]),
    ),
    { maxLength: 30 },
  )
  .map((parts) => Uint8Array.from(parts.flat()))

describe('any bytes at all', () => {
  it.each(['reps.csv', 'reps.json', 'reps.jsonl'])(
    'in %s end in rows and messages of the catalogue',
    (name) => {
      fc.assert(
        fc.property(pieces, (bytes) => {
          const loaded = load({ [name]: bytes, 'orders.csv': bytes })
          for (const { diagnostic } of loaded.problems) expect(catalogue).toHaveProperty(diagnostic.code)
          for (const rows of loaded.rows.values()) {
            for (const column of rows.fields.values()) {
              expect(column.values.length).toBe(rows.count)
              if (column.states) expect(column.states.length).toBe(rows.count)
            }
          }
        }),
        { numRuns: 300 },
      )
    },
  )

  it('in bylaw.yaml end in messages', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-:{}[\]&*!|>'"#% \na-z]*$/)), (yaml) => {
        for (const d of readConfig(yaml, 'bylaw.yaml', sales.relations).found)
          expect(catalogue).toHaveProperty(d.code)
      }),
      { numRuns: 300 },
    )
  })
})

const order = fc.record({
  rep: fc.constantFrom('R-1', 'R-2', 'R-3', 'R-9', ''),
  day: fc.constantFrom('2026-01-31', '2026/2/1', '2026-02-30', 'soon', ''),
  amount: fc.constantFrom('5', '1234.50', '0.105', '-7', 'x', ''),
  share: fc.constantFrom('5%', '3‰', '5', ''),
  paid: fc.constantFrom('yes', '否', 'maybe', ''),
})
const reps = 'id,name,role,manager\nR-1,Ann,rep,R-2\nR-2,Bo,senior,\nR-3,Cy,manager,\n'
const head = 'id,rep,signed,amount,discount,paid\n'
const csv = (lines: readonly string[]) => `${head}${lines.map((line) => `${line}\n`).join('')}`

describe('how rows are spread over files', () => {
  it('changes nothing but their places', () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 30 }), fc.nat(30), (orders, cut) => {
        const lines = orders.map((o, n) => `O-${n},${o.rep},${o.day},${o.amount},${o.share},${o.paid}`)
        const config = (files: readonly string[]): DataConfig => ({
          records: new Map([['Order', { files, columns: new Map(), where: [] }]]),
        })
        const whole = load({ 'reps.csv': reps, 'a.csv': csv(lines) }, sales, config(['a.csv']))
        const split = load(
          { 'reps.csv': reps, 'a.csv': csv(lines.slice(0, cut)), 'b.csv': csv(lines.slice(cut)) },
          sales,
          config(['a.csv', 'b.csv']),
        )
        expect(everything(split)).toEqual(everything(whole))
        const codes = (loaded: typeof whole) =>
          loaded.problems.map((p) => `${p.row} ${p.field} ${p.diagnostic.code}`)
        expect([...codes(split)].sort()).toEqual([...codes(whole)].sort())
      }),
    )
  })

  it('and in which order, changes no row: references go by key', () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 30 }), fc.integer(), (orders, seed) => {
        const lines = orders.map((o, n) => `O-${n},${o.rep},${o.day},${o.amount},${o.share},${o.paid}`)
        const shuffled = lines
          .map((line, n) => ({ line, at: Math.imul(n + 1, seed | 1) >>> 0 }))
          .sort((a, b) => a.at - b.at)
          .map((one) => one.line)
        const byKey = (list: readonly string[]) => {
          const loaded = load({ 'reps.csv': reps, 'orders.csv': csv(list) })
          const rows = loaded.rows.get('Order')
          return new Map(
            Array.from({ length: rows?.count ?? 0 }, (_, row) => [
              rows?.name(row),
              ['rep', 'signed', 'amount', 'discount', 'paid'].map((f) => cells(loaded, 'Order', f)[row]),
            ]),
          )
        }
        const before = byKey(lines)
        const after = byKey(shuffled)
        expect(after.size).toBe(before.size)
        for (const [key, row] of before) expect(after.get(key)).toEqual(row)
      }),
    )
  })
})

describe('quotation marks around every cell', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '2026-01-31',
      '2026-02-30',
      '2026-1-5',
      '2026-01-31 ',
      '\u3000R-1',
      'R-1\u00a0',
      'R-2',
      '是',
      'no',
      '',
    ),
    fc.constantFrom('5', '-1234.50', '0.105', '12%', '1e400', '99999999999999', '-', 'x', '７', ' 8'),
    fc.string({ unit: 'grapheme', maxLength: 8 }).filter((s) => !/[",\r\n]/.test(s) && !s.includes('\u0000')),
  )
  const rows = fc.array(fc.tuple(cell, cell, cell, cell, cell, cell), { maxLength: 25 })

  it('change nothing, although plain cells are read another way', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, end, last) => {
        const file = (mark: string) =>
          [head.trim(), ...rows.map((row) => row.map((c) => `${mark}${c}${mark}`).join(','))].join(end) +
          (last ? end : '')
        const plain = load({ 'reps.csv': reps, 'orders.csv': file('') })
        const marked = load({ 'reps.csv': reps, 'orders.csv': file('"') })
        expect(everything(plain)).toEqual(everything(marked))
        expect(plain.problems).toEqual(marked.problems)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an empty row before the others', () => {
  const plain = fc.constantFrom(
    '2026-01-31',
    '2026-02-30',
    'R-1',
    'R-2',
    '5',
    '-1234.50',
    '12%',
    'yes',
    '否',
    '',
    'é',
    '５',
  )
  const odd = fc.constantFrom(
    '"R-1"',
    '"a""b"',
    '"x',
    ' R-1 ',
    '"2026-01-31"',
    '"1,234.50"',
    '\u3000',
    '"\n"',
    '5"',
    '""',
    '"a"b',
    '\u00a0',
  )
  const cell = fc.oneof({ arbitrary: plain, weight: 40 }, { arbitrary: odd, weight: 1 })
  const row = fc.record({
    cells: fc.oneof(
      { arbitrary: fc.array(cell, { minLength: 6, maxLength: 6 }), weight: 30 },
      { arbitrary: fc.array(cell, { maxLength: 8 }), weight: 1 },
    ),
    end: fc.oneof(
      { arbitrary: fc.constant('\n'), weight: 20 },
      { arbitrary: fc.constantFrom('\r\n', '\r'), weight: 1 },
    ),
  })

  it('changes only the numbers of the rows, although rows without anything unusual are read in blocks', () => {
    const times = fc.constantFrom(1, 1, 1, 400)
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom(',', ';', '\t'),
        times,
        (rows, sign, times) => {
          const body = rows.map(({ cells, end }) => `${cells.join(sign)}${end}`).join('')
          const file = (before: string) => `${head.replaceAll(',', sign)}${before}${body.repeat(times)}`
          const blocks = load({ 'reps.csv': reps, 'orders.csv': file('') })
          const single = load({ 'reps.csv': reps, 'orders.csv': file('\n') })
          expect(everything(single)).toEqual(everything(blocks))
          const places = (loaded: typeof blocks, shift: number) =>
            loaded.problems.map(({ diagnostic: d }) => [d.code, (d.cell?.row ?? 0) + shift, d.cell?.column])
          if (times === 1) expect(places(single, 0)).toEqual(places(blocks, 1))
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('a result written as CSV', () => {
  const plan = planOf([record('R', [field('id', text), field('x', text, true)])])

  it('is read back as it was', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter((s) => s === s.trim() && !s.includes('\u0000') && !s.startsWith('\ufeff'))
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), fc.constantFrom('\n', '\r\n'), (texts, lineEnd) => {
        const rows = texts.map((t, n) => [plainCell(String(n)), plainCell(t)])
        const loaded = load({ 'r.csv': writeCsv(['id', 'x'], rows, { lineEnd }) }, plan)
        expect(said(loaded)).toEqual([])
        expect(cells(loaded, 'R', 'x')).toEqual(texts.map((t) => (t === '' ? 'missing' : t)))
      }),
    )
  })

  it('begins with a mark and ends its lines with CRLF', () => {
    expect(writeCsv(['a', 'b'], [[textCell('x,y'), plainCell('-12.50')]])).toBe(
      '\ufeffa,b\r\n"x,y",-12.50\r\n',
    )
    expect(writeCsv(['a'], [], { mark: false, lineEnd: '\n' })).toBe('a\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '=HYPERLINK("http://x")'])(
    'keeps a spreadsheet from running %s when it is a name',
    (name) => {
      const [, row = ''] = writeCsv(['a'], [[textCell(name)]], { mark: false }).split('a\r\n')
      expect(row.replace(/^"/, '')).toMatch(/^'/)
      expect(writeCsv([name], [], { mark: false }).replace(/^"/, '')).toMatch(/^'/)
    },
  )

  it('leaves numbers numbers', () => {
    expect(writeCsv(['a'], [[plainCell('-5.00')]], { mark: false })).toBe('a\r\n-5.00\r\n')
  })
})
