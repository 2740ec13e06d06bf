import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/base/catalogue.ts'
import { fill } from '../../src/base/codes.ts'
import { readConfig } from '../../src/data/read-config.ts'
import { cells, load, said } from './loading.ts'
import { date, field, money, percent, planOf, record, ref, sales, text } from './plans.ts'

const read = (yaml: string) => readConfig(yaml, 'bylaw.yaml', sales.relations)
const found = (yaml: string) =>
  read(yaml).found.map((d) => `${d.code} ${yaml.slice(d.span?.from ?? 0, d.span?.to ?? 0)}`)

describe('bylaw.yaml', () => {
  it('maps records to files and fields to columns', () => {
    const { config, found } = read(`data:
  Rep: { file: 人员.csv, columns: { id: 工号, name: 姓名, role: 岗位 } }
  Order:
    file: [north.csv, south.csv]
    columns:
      id: OrderNo
      discount: { column: 折扣, as: fraction }
    where: { Status: [done, 5], rep: present }
`)
    expect(found).toEqual([])
    const head = 'OrderNo,rep,signed,amount,折扣,paid,Status\n'
    const loaded = load(
      {
        '人员.csv': '工号,姓名,岗位,manager\nR-1,安,rep,\n',
        'north.csv': `${head}1,R-1,2026-01-01,5,0.12,yes,done\n2,,2026-01-01,5,0.12,yes,done\n`,
        'south.csv': `${head}3,R-1,2026-01-01,bad,0.12,yes,open\n4,R-1,2026-01-01,5,12%,yes,5\n`,
      },
      sales,
      config,
    )
    expect(said(loaded)).toEqual([])
    expect(cells(loaded, 'Order', 'id')).toEqual(['1', '4'])
    expect(cells(loaded, 'Order', 'discount')).toEqual(['1200', '1200'])
    expect(loaded.notes.map((n) => [n.code, n.cell?.file, n.args.count])).toEqual([
      ['BY742', 'north.csv', '1'],
      ['BY742', 'south.csv', '1'],
    ])
    expect(loaded.rows.get('Order')?.place(1)).toEqual({ file: 'south.csv', line: 3 })
  })

  it('may be empty', () => {
    expect([...read('').config.records, ...read('data:').config.records]).toEqual([])
    expect([found(''), found('data:\n'), found('# nothing\n')]).toEqual([[], [], []])
  })

  it.each([
    ['date: 5', 'BY751 date'],
    ['- data', 'BY754 - data'],
    ['data: orders.csv', 'BY754 orders.csv'],
    ['data: { Oder: { file: a.csv } }', 'BY752 Oder'],
    ['data: { Order: { path: a.csv } }', 'BY751 path'],
    ['data: { Order: { file: { a: b } } }', 'BY754 { a: b }'],
    ['data: { Order: { file: ../a.csv } }', 'BY748 ../a.csv'],
    ['data: { Order: { file: /etc/passwd } }', 'BY748 /etc/passwd'],
    ['data: { Order: { file: a/../../b.csv } }', 'BY748 a/../../b.csv'],
    ['data: { Order: { file: "C:\\\\a.csv" } }', 'BY748 "C:\\\\a.csv"'],
    ['data: { Order: { encoding: latin9 } }', 'BY754 latin9'],
    ['data: { Order: { columns: { amuont: x } } }', 'BY753 amuont'],
    ['data: { Order: { columns: { amount: { column: x, as: fraction } } } }', 'BY755 as'],
    ['data: { Order: { columns: { discount: { as: zhe } } } }', 'BY754 zhe'],
    ['data: { Order: { columns: { discount: { is: percent } } } }', 'BY751 is'],
    ['data: { Order: { where: { a: [] } } }', 'BY754 []'],
    ['data: { Order: { where: { a: absent } } }', 'BY754 absent'],
    ['data: { Order: [', 'BY750 '],
    ['data: 1\ndata: 2', 'BY750 d'],
  ])('%s is reported at its place', (yaml, expected) => {
    expect(found(yaml).map((line) => line.slice(0, expected.length))).toContain(expected)
  })

  it('with aliases that multiply is refused', () => {
    const lines = Array.from(
      { length: 12 },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(',')}]`,
    )
    expect(found(`a0: &a0 [x]\n${lines.join('\n')}\n`).map((line) => line.slice(0, 5))).toEqual(['BY757'])
  })

  it('of any depth or size ends in a message', () => {
    expect(read('['.repeat(100_000)).found.length).toBeGreaterThan(0)
    expect(read('a: '.repeat(10_000)).found.length).toBeGreaterThan(0)
    expect(read('x'.repeat(2_000_000)).found.length).toBe(1)
  })

  it('takes __proto__ and constructor as any other name', () => {
    expect(found('__proto__: 1')).toEqual(['BY751 __proto__'])
    expect(found('data: { constructor: { file: a.csv } }')).toEqual(['BY752 constructor'])
  })

  it('that tests a column which is not there is told so', () => {
    const { config } = read('data: { Order: { where: { Satus: present } } }')
    const files = { 'reps.csv': 'id,name,role\n', 'orders.csv': 'id,rep,signed,amount,paid,Status\n' }
    expect(said(load(files, sales, config))).toContain('orders.csv BY756')
  })
})

describe('the files of a record', () => {
  const one = (id: string) => planOf([record(id, [field('id', text)])])
  it.each([
    ['Order', 'order.csv'],
    ['Order', 'Orders.CSV'],
    ['SalesOrder', 'sales_order.csv'],
    ['SalesOrder', 'sales-orders.jsonl'],
    ['sales_order', 'SalesOrder.csv'],
    ['Company', 'companies.csv'],
    ['Bonus', 'bonuses.csv'],
    ['业务员', '业务员.csv'],
  ])('are found by its name: %s in %s', (id, file) => {
    const body = file.endsWith('l') ? '{"id":"1"}' : 'id\n1\n'
    expect(cells(load({ [file]: body }, one(id)), id, 'id')).toEqual(['1'])
  })

  it('must be there for every record that the policy needs', () => {
    const loaded = load({ 'reps.csv': 'id,name,role,manager\n' })
    expect(loaded.problems.map((p) => [p.diagnostic.code, p.relation, p.diagnostic.args.names])).toEqual([
      ['BY730', 'Order', 'order.csv, order.json, order.jsonl'],
    ])
    expect(loaded.unreadable).toEqual(['Order'])
  })

  it('must be one, unless bylaw.yaml lists several', () => {
    const loaded = load({ 'order.csv': 'id\n', 'orders.csv': 'id\n' }, one('Order'))
    expect(said(loaded)).toEqual(['Order BY744'])
  })

  it('that bylaw.yaml names must be there', () => {
    const { config } = read('data: { Order: { file: odrers.csv } }')
    const loaded = load({ 'orders.csv': 'id\n', 'reps.csv': 'id,name,role,manager\n' }, sales, config)
    expect(said(loaded)).toEqual(['odrers.csv BY731'])
    expect(loaded.problems[0]?.diagnostic.args.names).toBe('orders.csv, reps.csv')
  })

  it('of another kind are refused', () => {
    const { config } = readConfig(
      'data: { Order: { file: orders.xlsx } }',
      'bylaw.yaml',
      one('Order').relations,
    )
    expect(said(load({ 'orders.xlsx': 'PK' }, one('Order'), config))).toEqual(['orders.xlsx BY745'])
  })

  it('are not needed for records and fields that nothing reads', () => {
    const plan = planOf([
      record('Order', [field('id', text), field('rep', ref('Rep')), field('at', date)]),
      record('Rep', [field('id', text)]),
    ])
    const needsId = { ...plan, grains: [], columns: plan.columns.filter((c) => c.id === 'Order.id') }
    const loaded = load({ 'orders.csv': 'id\n1\n' }, needsId)
    expect([said(loaded), loaded.unreadable, cells(loaded, 'Order', 'at')]).toEqual([[], [], ['missing']])
  })
})

describe('messages about data', () => {
  it('have their words in three languages, with the same blanks to fill', () => {
    const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
    for (const [code, entry] of Object.entries(catalogue)) {
      if (!code.startsWith('BY7')) continue
      for (const part of [entry.title, entry.message, entry.help]) {
        for (const words of [part['zh-Hans'], part['zh-Hant']]) {
          expect(words, code).not.toBe('')
          const known = [...blanks(entry.message.en), ...blanks(entry.help.en)]
          for (const blank of blanks(words)) expect(known, code).toContain(blank)
        }
      }
    }
  })

  it('read as sentences once filled', () => {
    const loaded = load(
      { 'n.csv': 'id,rate\n1,12\n' },
      planOf([record('N', [field('id', text), field('rate', percent), field('x', money, true)])]),
    )
    const problem = loaded.problems.find((p) => p.diagnostic.code === 'BY709')?.diagnostic
    expect(problem && fill(catalogue.BY709.message, 'en', problem.args)).toBe(
      '“12” could be a fraction or a percentage',
    )
    expect(problem && fill(catalogue.BY709.message, 'zh-Hans', problem.args)).toBe(
      '无法判断“12”是小数还是百分数',
    )
  })
})
