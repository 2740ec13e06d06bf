import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { File } from '../../src/syntax/ast.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { chinese } from './chinese-sample.ts'
import { english } from './samples.ts'
import { withoutSpans } from './strip.ts'

function read(text: string): File {
  const { file, diagnostics } = parse({ name: 'a.bylaw', text })
  expect(diagnostics).toEqual([])
  return file
}

const policies = readdirSync('policies', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.bylaw'))
  .map((name): [string, string] => [name, readFileSync(`policies/${name}`, 'utf8')])

describe.each([['the whole syntax', english], ['a Chinese policy', chinese], ...policies])(
  '%s',
  (_, text) => {
    test('prints to a text of the same meaning', () => {
      const file = read(text)
      expect(withoutSpans(read(print(file)))).toEqual(withoutSpans(file))
    })

    test('prints the same when it was printed before', () => {
      const once = print(read(text))
      expect(print(read(once))).toBe(once)
    })

    test('comes back from both Chinese scripts unchanged', () => {
      const file = read(text)
      const hans = read(print(file, 'zh-Hans'))
      const hant = read(print(hans, 'zh-Hant'))
      expect(print(hant, file.language)).toBe(print(file))
      expect(withoutSpans(read(print(hant, file.language)))).toEqual(withoutSpans(file))
    })
  },
)
