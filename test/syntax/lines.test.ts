import { describe, expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { withoutSpans } from './strip.ts'

function read(text: string) {
  const { file, diagnostics } = parse({ name: 'a', text })
  return { file, codes: diagnostics.map((diagnostic) => diagnostic.code) }
}

describe('a line ends a statement', () => {
  test.each([
    ['unless it ends with an operator', 'value x = 1 +\n  2'],
    ['unless the next begins with an operator', 'value x = 1\n  + 2'],
    ['unless it ends with a comma', 'value x = max(1,\n  2)'],
    ['unless a bracket is open', 'value x = sum(a.b\n  where a.c\n  , posting a.d)'],
    ['unless the next begins with an opening bracket', 'record R\n{\n  id text\n}'],
    ['unless it goes on with then and else', 'value x = if a\n  then 1\n  else 2'],
    ['also across comments and blank lines', 'value x = 1\n\n  # why\n  + 2'],
  ])('%s', (_, text) => {
    const { file, codes } = read(text)
    expect(codes).toEqual([])
    expect(file.declarations).toHaveLength(1)
  })

  test('but not when a new declaration begins at the margin', () => {
    const { file, codes } = read('value x = 1 +\nvalue y = 2\n')
    expect(codes).toEqual(['BY104'])
    expect(file.declarations.map(({ name }) => name.text)).toEqual(['y'])
  })
})

describe('words of the language are names where they can be', () => {
  test.each([
    'record of { by text key; from date; until date optional; period quarter; rate percent; 金额 money; table text; value text }',
    'value rate for each Order = order.from + of + by + to + per + cap + value',
    'value x = sum(where.posting where via.where, posting posting, via where)',
    'commission gate for Rep per quarter {\n  gate gate >= 40%\n  rate rate of rate when when > 1\n}',
    'record R { exists text; key text key; optional text optional; posting date posting }',
    'record __proto__ { constructor text key; toString text }',
    'table t {\n  | from | over | => rate |\n  | A | - | 1 |\n}',
  ])('%s', (text) => {
    const { file, codes } = read(text)
    expect(codes).toEqual([])
    const again = read(print(file))
    expect(again.codes).toEqual([])
    expect(withoutSpans(again.file)).toEqual(withoutSpans(file))
  })
})

describe('the = that defines', () => {
  test.each([
    ['value x for each Deal where kind = new = amount', 'where', 'kind = new'],
    ['value x for each Deal where paid = amount', 'where', 'paid'],
    ['value x for each Deal where kind = new = if a = b then 1 else 2', 'where', 'kind = new'],
    ['value x for Rep where kind = new per quarter = a = b', 'where', 'kind = new'],
    ['value x = kind = new', 'value', 'kind = new'],
  ])('%s', (text, part, expected) => {
    const { file, codes } = read(text)
    expect(codes).toEqual([])
    const declaration = file.declarations[0]
    if (declaration?.kind !== 'value') throw new Error('no value')
    const span = part === 'where' ? declaration.grain.where?.span : declaration.value.span
    expect(text.slice(span?.from, span?.to)).toBe(expected)
  })
})

test('every span covers what its node was read from', () => {
  const text = 'commission c for Rep per quarter {\n  gate 完成率 >= 40%\n  cap 20万元 lost\n}\n'
  const { file } = read(text)
  const declaration = file.declarations[0]
  if (declaration?.kind !== 'commission') throw new Error('no commission')
  const part = ({ span }: { span: { from: number; to: number } }) => text.slice(span.from, span.to)
  expect(part(declaration)).toBe(text.trimEnd())
  expect(part(declaration.name)).toBe('c')
  expect(part(declaration.grain)).toBe('for Rep per quarter')
  expect(declaration.steps.map(part)).toEqual(['gate 完成率 >= 40%', 'cap 20万元 lost'])
})

test('the names that a mistake hides are told to the passes that follow', () => {
  const { file } = read('value a = 1 +\nrecord R {\n  good text\n  bad\n}\nrecord S { id text }\n')
  expect(file.broken?.map(({ text }) => text)).toEqual(['a', 'bad', 'R'])
})
