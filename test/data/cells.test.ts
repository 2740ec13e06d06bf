import { describe, expect, it } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { cells, load, said } from './loading.ts'
import { date, field, money, percent, planOf, record, sales, text, truth } from './plans.ts'

const reps = 'id,name,role,manager\nR-1,Ann,rep,R-3\nR-2,Bo,senior,R-3\nR-3,Cy,manager,\n'
const order = (row: string) =>
  load({ 'reps.csv': reps, 'orders.csv': `id,rep,signed,amount,discount,paid\n${row}\n` })

describe('a bad cell', () => {
  it.each([
    ['text in a money column', 'O-1,R-1,2026-01-31,twelve,,yes', 'amount', 'BY702'],
    ['NaN', 'O-1,R-1,2026-01-31,NaN,,yes', 'amount', 'BY702'],
    ['a formula', 'O-1,R-1,2026-01-31,=1+1,,yes', 'amount', 'BY702'],
    ['three decimals in a two-digit column', 'O-1,R-1,2026-01-31,0.105,,yes', 'amount', 'BY703'],
    ['an amount beyond the range', 'O-1,R-1,2026-01-31,99999999999999,,yes', 'amount', 'BY704'],
    ['1e400', 'O-1,R-1,2026-01-31,1e400,,yes', 'amount', 'BY708'],
    ['another currency', 'O-1,R-1,2026-01-31,USD 5,,yes', 'amount', 'BY705'],
    ['a negative in brackets', 'O-1,R-1,2026-01-31,(5.00),,yes', 'amount', 'BY706'],
    ['a share without its sign', 'O-1,R-1,2026-01-31,5,12,yes', 'discount', 'BY709'],
    ['2026-02-30', 'O-1,R-1,2026-02-30,5,,yes', 'signed', 'BY712'],
    ['a date as an American writes it', 'O-1,R-1,1/31/2026,5,,yes', 'signed', 'BY711'],
    ['a day number of a spreadsheet', 'O-1,R-1,46053,5,,yes', 'signed', 'BY711'],
    ['a date with a time', 'O-1,R-1,2026-01-31 18:00,5,,yes', 'signed', 'BY713'],
    ['a word that is neither yes nor no', 'O-1,R-1,2026-01-31,5,,perhaps', 'paid', 'BY717'],
    ['a reference to a row that is not there', 'O-1,X-77,2026-01-31,5,,yes', 'rep', 'BY719'],
    ['a reference that is nearly right', 'O-1,R1,2026-01-31,5,,yes', 'rep', 'BY720'],
  ])('%s is reported with file, row and column, and holds only itself', (_, row, column, code) => {
    const loaded = order(row)
    expect(said(loaded)).toEqual([`orders.csv:2 ${column} ${code}`])
    for (const id of ['id', 'rep', 'signed', 'amount', 'discount', 'paid']) {
      const [cell] = cells(loaded, 'Order', id)
      if (id === column) expect(cell).toBe('bad')
      else expect(cell).not.toBe('bad')
    }
    expect(loaded.problems[0]).toMatchObject({ relation: 'Order', row: 0, field: column })
  })

  it('names the column as the file does', () => {
    const loaded = load({
      'reps.csv': reps,
      'orders.csv': 'ID,Rep,SIGNED,Amount,discount,paid\nO-1,R-1,x,5,,yes\n',
    })
    expect(said(loaded)).toEqual(['orders.csv:2 SIGNED BY711'])
  })

  it('is quoted on one short line, whatever it holds', () => {
    const loaded = order(`O-1,R-1,2026-01-31,"\u001b[31m${'x\n'.repeat(500)}",,yes`)
    const quoted = loaded.problems[0]?.diagnostic.args.text ?? ''
    expect([...quoted].length).toBe(40)
    expect(quoted).toMatch(/^\ufffd\[31mx\ufffdx.*…$/)
  })

  it('that is an unknown value says which one was probably meant', () => {
    const loaded = load({
      'reps.csv': reps.replace('senior', 'seniour'),
      'orders.csv': 'id,rep,signed,amount,paid\n',
    })
    expect(loaded.problems[0]?.diagnostic).toMatchObject({
      code: 'BY715',
      args: { text: 'seniour', suggestion: 'senior', values: 'rep, senior, manager' },
      cell: { file: 'reps.csv', row: 3, column: 'role' },
    })
  })
})

describe('an empty cell', () => {
  it('is missing; where the field is required, that is said', () => {
    const loaded = order('O-1,,,,,')
    expect(said(loaded)).toEqual([
      'orders.csv:2 rep BY701',
      'orders.csv:2 signed BY701',
      'orders.csv:2 amount BY701',
      'orders.csv:2 paid BY701',
    ])
    expect(['rep', 'signed', 'amount', 'discount', 'paid'].map((f) => cells(loaded, 'Order', f)[0])).toEqual(
      Array(5).fill('missing'),
    )
  })
})

describe('a date', () => {
  it('is read in the spellings that name year, month and day in this order', () => {
    const plan = planOf([record('D', [field('id', text), field('day', date)])])
    const written = ['2026-01-31', '2026/1/31', '2026.1.31', '2026年1月31日', '２０２６－０１－３１']
    const times = ['2026-01-31T00:00:00', '2026-01-31 00:00', '2026-01-31 0:00:00.000']
    const csv = `id,day\n${[...written, ...times].map((d, n) => `${n},${d}\n`).join('')}`
    const day = String(parseDay('2026-01-31'))
    expect(cells(load({ 'd.csv': csv }, plan), 'D', 'day')).toEqual(Array(8).fill(day))
  })

  it('with a time zone is refused, also at midnight', () => {
    const plan = planOf([record('D', [field('id', text), field('day', date)])])
    const loaded = load({ 'd.csv': 'id,day\n1,2026-01-31T00:00:00Z\n2,2026-01-31T00:00:00+08:00\n' }, plan)
    expect(said(loaded)).toEqual(['d.csv:2 day BY713', 'd.csv:3 day BY713'])
  })
})

describe('yes and no', () => {
  it('are read in each of their spellings and in no other', () => {
    const plan = planOf([record('T', [field('id', text), field('x', truth)])])
    const words = ['true', 'FALSE', 'Yes', 'no', '是', '否', '1', '0', 'Y', 'n', 'ok', '2', '对']
    const loaded = load({ 't.csv': `id,x\n${words.map((w, n) => `${n},${w}\n`).join('')}` }, plan)
    expect(cells(loaded, 'T', 'x')).toEqual([
      '1',
      '0',
      '1',
      '0',
      '1',
      '0',
      '1',
      '0',
      '1',
      '0',
      'bad',
      'bad',
      'bad',
    ])
  })
})

describe('a period', () => {
  const plan = planOf([record('Q', [field('id', text), field('p', { is: 'period', kind: 'quarter' })])])

  it('is named by its key, by words, or by the date of its first day', () => {
    const loaded = load({ 'q.csv': 'id,p\n1,2026-Q2\n2,2026年第2季度\n3,2026-04-01\n' }, plan)
    expect(cells(loaded, 'Q', 'p')).toEqual(Array(3).fill(String(parseDay('2026-04-01'))))
  })

  it('of another kind, or that does not exist, is refused', () => {
    const loaded = load({ 'q.csv': 'id,p\n1,2026-Q5\n2,2026-04\n3,2026-04-02\n' }, plan)
    expect(said(loaded)).toEqual(['q.csv:2 p BY714', 'q.csv:3 p BY714', 'q.csv:4 p BY714'])
  })
})

describe('a key', () => {
  it('that names two rows makes both bad, and every reference to it, and no other', () => {
    const loaded = load({
      'reps.csv': `${reps}R-2,Bo again,rep,R-1\n`,
      'orders.csv':
        'id,rep,signed,amount,discount,paid\nO-1,R-2,2026-01-31,5,,yes\nO-2,R-1,2026-01-31,5,,yes\n',
    })
    expect(said(loaded)).toEqual(['reps.csv:3 id BY718', 'reps.csv:5 id BY718', 'orders.csv:2 rep BY721'])
    expect(loaded.problems[0]?.diagnostic.args.other).toBe('reps.csv:5')
    expect(cells(loaded, 'Rep', 'id')).toEqual(['R-1', 'bad', 'R-3', 'bad'])
    expect(cells(loaded, 'Order', 'rep')).toEqual(['bad', '0'])
  })

  it('may be referred to from its own record, before its row', () => {
    expect(cells(order('O-1,R-1,2026-01-31,5,,yes'), 'Rep', 'manager')).toEqual(['2', '2', 'missing'])
  })

  it('that is a number is the same however it is written', () => {
    const plan = planOf([
      record('Rate', [field('step', { ...percent, unit: 'number' })]),
      record('Use', [field('id', text), field('rate', { is: 'ref', relation: 'Rate' })]),
    ])
    const loaded = load({ 'rate.csv': 'step\n1.50\n2\n', 'use.csv': 'id,rate\na,1.5\nb,2.0\nc,3\n' }, plan)
    expect(cells(loaded, 'Use', 'rate')).toEqual(['0', '1', 'bad'])
  })

  it('names its row; a record without one is named by the place', () => {
    const plan = planOf([{ id: 'Note', fields: [field('x', text)], origin: 'o' }])
    expect(load({ 'notes.csv': 'x\na\nb\n' }, plan).rows.get('Note')?.name(1)).toBe('notes.csv:3')
    expect(order('O-9,R-1,2026-01-31,5,,yes').rows.get('Order')?.name(0)).toBe('O-9')
  })
})

describe('rows given as objects', () => {
  it('are read by the same rules', () => {
    const loaded = rowsFromObjects(sales, {
      Rep: [{ id: 'R-1', name: 'Ann', role: 'rep', manager: null }],
      Order: [
        { id: 'O-1', rep: 'R-1', signed: '2026-01-31', amount: '1,234.50', discount: '5%', paid: true },
        { id: 'O-2', rep: 'R-1', signed: '2026-01-31', amount: 12.5, discount: '5', paid: 'no' },
      ],
    })
    expect(cells(loaded, 'Order', 'amount')).toEqual(['123450', 'bad'])
    expect(said(loaded)).toEqual(['Order:2 amount BY784', 'Order:2 discount BY709'])
  })

  it('with a name that the policy does not know are told so', () => {
    const loaded = rowsFromObjects(sales, {
      Rep: [{ id: 'R-1', name: 'Ann', role: 'rep', salery: '1' }],
      Reps: [],
    })
    expect(said(loaded)).toEqual(['Rep BY753', 'Reps BY752'])
  })

  it('may be as many as memory holds', () => {
    const rows = Array.from({ length: 5000 }, (_, n) => ({ id: `R-${n}`, name: 'x', role: 'rep' }))
    const loaded = rowsFromObjects(
      planOf([
        record('Rep', [
          field('id', text),
          field('name', text),
          field('role', text),
          field('pay', money, true),
        ]),
      ]),
      { Rep: rows },
    )
    expect([
      loaded.rows.get('Rep')?.count,
      cells(loaded, 'Rep', 'id')[4999],
      cells(loaded, 'Rep', 'pay')[4999],
    ]).toEqual([5000, 'R-4999', 'missing'])
  })
})

describe('money whose currency stands beside it', () => {
  const currency = { is: 'enum', values: ['CNY', 'JPY', 'KWD'] } as const
  const plan = (scale: number) =>
    planOf([
      record('Receipt', [
        field('id', text),
        field('currency', currency),
        field('net', {
          is: 'int',
          scale,
          min: '-1000000000',
          max: '1000000000',
          unit: 'money',
          currencyIn: { path: [], relation: 'Receipt', field: 'currency' },
        }),
      ]),
    ])
  const rows = [
    '1,CNY,1.25',
    '2,CNY,1.255',
    '3,JPY,1',
    '4,JPY,1.5',
    '5,KWD,1.255',
    '6,pounds,1.255',
    '7,JPY,',
  ]
  const file = { 'receipt.csv': ['id,currency,net', ...rows].join('\n') }

  it('has no more digits than that currency', () => {
    const loaded = load(file, plan(3))
    expect(said(loaded)).toEqual([
      'receipt.csv:3 net BY703',
      'receipt.csv:5 net BY703',
      'receipt.csv:7 currency BY716',
      'receipt.csv:8 net BY701',
    ])
    expect(cells(loaded, 'Receipt', 'net')).toEqual(['1250', 'bad', '1000', 'bad', '1255', '1255', 'missing'])
  })

  it('has as many as its field says where that is finer than any currency', () => {
    expect(said(load(file, plan(4)))).toEqual(['receipt.csv:7 currency BY716', 'receipt.csv:8 net BY701'])
  })
})
