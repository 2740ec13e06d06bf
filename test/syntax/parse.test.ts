import { expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { chinese } from './chinese-sample.ts'
import { english } from './samples.ts'

test('the whole syntax is read without a mistake', () => {
  const { diagnostics, file } = parse({ name: 'a.bylaw', text: english })
  expect(diagnostics.map((d) => [d.code, d.args, english.slice(d.span?.from, d.span?.to)])).toEqual([])
  expect(file.declarations).toHaveLength(43)
})

test('a Chinese policy is read', () => {
  const { diagnostics, file } = parse({ name: 'a.bylaw', text: chinese })
  expect(diagnostics).toEqual([])
  expect(file.declarations).toHaveLength(9)
})

test('comments alone stand at the end of a file, whatever blank lines are between them', () => {
  const { file } = parse({ name: 'a.bylaw', text: '# c\n \n' })
  expect(file.leading).toBeUndefined()
  expect(file.trailing).toEqual(['c'])
})
