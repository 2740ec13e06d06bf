import { describe, expect, it } from 'vitest'
import { cells, load, said } from './loading.ts'
import { count, field, money, planOf, record, text } from './plans.ts'

const plan = planOf([record('Item', [field('id', text), field('amount', money, true)])])
const json = (body: string) => load({ 'items.json': body }, plan)

describe('a JSON file', () => {
  it('is a list of objects, or an object whose records are that list', () => {
    for (const body of [
      '[{"id": "1", "amount": "1234.50"}, {"id": "2", "amount": null}]',
      '\ufeff{"about": {"x": [1, {}]}, "records": [{"id": "1", "amount": "1,234.50"}, {"id": "2"}]}',
    ]) {
      const loaded = json(body)
      expect(said(loaded)).toEqual([])
      expect(cells(loaded, 'Item', 'amount')).toEqual(['123450', 'missing'])
    }
  })

  it('may hold whole numbers, but money as text', () => {
    const loaded = json('[{"id": 7, "amount": 12}, {"id": "2", "amount": 0.105}, {"id": "3", "amount": 1e2}]')
    expect(cells(loaded, 'Item', 'id')).toEqual(['7', '2', '3'])
    expect(cells(loaded, 'Item', 'amount')).toEqual(['1200', 'bad', 'bad'])
    expect(said(loaded)).toEqual(['items.json:2 amount BY784', 'items.json:3 amount BY784'])
  })

  it('loses no digit of a long whole number', () => {
    const big = planOf([
      record('Item', [field('id', text), field('n', { ...count, max: '99999999999999999999' })]),
    ])
    const loaded = load({ 'items.json': '[{"id":"1","n":9007199254740993}]' }, big)
    expect(cells(loaded, 'Item', 'n')).toEqual(['9007199254740993'])
  })

  it('reads escapes', () => {
    expect(cells(json('[{"id":"\\u4e1a\\u52a1\\n\\"a\\""}]'), 'Item', 'id')).toEqual(['业务\n"a"'])
  })

  it('is told where it stops being JSON', () => {
    const loaded = json('[\n {"id": "1"},\n {"id": }\n]')
    expect(said(loaded)).toEqual(['items.json BY780'])
    expect(loaded.problems[0]?.diagnostic.args).toMatchObject({ line: '3', at: '9' })
    expect(loaded.unreadable).toEqual(['Item'])
  })

  it.each([
    ['', 'BY781'],
    ['{}', 'BY781'],
    ['"x"', 'BY781'],
    ['{"records": 5}', 'BY781'],
    ['[', 'BY780'],
    ['[{"id":"1"},]', 'BY780'],
    ['[{"id":"1"}] x', 'BY780'],
    ['[{"id":01}]', 'BY780'],
    ["[{'id':1}]", 'BY780'],
    ['[{"id":"a\nb"}]', 'BY780'],
    ['[{"id":"\\x"}]', 'BY780'],
    ['[{"id":NaN}]', 'BY780'],
  ])('that is %s is refused', (body, code) => {
    expect(said(json(body))).toEqual([`items.json ${code}`])
  })

  it('in which no row names a required field holds that field, and says so once', () => {
    const loaded = json('[{"ID": "1", "x": 5}, {"iD": "2"}]')
    expect(said(loaded)).toEqual(['items.json BY736'])
    expect(cells(loaded, 'Item', 'id')).toEqual(['1', '2'])
    const other = json('[{"number": "1", "amount": "5"}, {"amount": "6"}]')
    expect(said(other)).toEqual(['items.json BY735'])
    expect(cells(other, 'Item', 'id')).toEqual(['bad', 'bad'])
    expect(cells(other, 'Item', 'amount')).toEqual(['500', '600'])
  })

  it('with a row that is no object, a cell that is a list, or a name given twice holds these alone', () => {
    const loaded = json('[5, {"id": ["a"], "amount": "1"}, {"id": "3", "id": "4"}, {"id": "5"}]')
    expect(said(loaded)).toEqual(['items.json:1 BY782', 'items.json:2 id BY783', 'items.json:3 id BY785'])
    expect(cells(loaded, 'Item', 'id')).toEqual(['bad', 'bad', 'bad', '5'])
  })

  it('takes __proto__ as any other name, and nests as deep as it likes where nobody looks', () => {
    const deep = `${'['.repeat(150)}${']'.repeat(150)}`
    const loaded = json(`[{"__proto__": {"amount": "5"}, "id": "1", "x": ${deep}}]`)
    expect(said(loaded)).toEqual(['items.json BY736'])
    expect(cells(loaded, 'Item', 'amount')).toEqual(['missing'])
    expect(Object.hasOwn(Object.prototype, 'amount')).toBe(false)
  })

  it('of a million brackets ends in a message', () => {
    expect(said(json('['.repeat(1_000_000)))).toEqual(['items.json BY780'])
    expect(said(json(`[{"x":${'{"a":'.repeat(1_000_000)}`))).toEqual(['items.json BY780'])
  })
})

describe('a JSONL file', () => {
  it('has one row a line; a broken line holds its own row', () => {
    const loaded = load({ 'items.jsonl': '{"id":"1"}\r\n\n{"id":"2"\n{"id":"3","amount":"5"}\n' }, plan)
    expect(said(loaded)).toEqual(['items.jsonl:3 BY780'])
    expect(cells(loaded, 'Item', 'id')).toEqual(['1', 'bad', '3'])
    expect(loaded.rows.get('Item')?.place(2)).toEqual({ file: 'items.jsonl', line: 4 })
  })
})
