import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Declaration, Expr, File, Row } from '../../src/syntax/ast.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { declarations } from './declarations.ts'
import { expression, row } from './programs.ts'

const span = { source: 'a', from: 0, to: 0 }
const numRuns = Number(process.env.RUNS ?? 150)

function fileOf(...declarations: Declaration[]): File {
  return { source: 'a', language: 'en', declarations, trailing: [] }
}

/** Without spans, and without the brackets that a tree from elsewhere than text needs in print. */
function meaning(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(meaning)
  if (typeof node !== 'object' || node === null) return node
  if ('is' in node && node.is === 'parens' && 'a' in node) return meaning(node.a)
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'span')
      .map(([key, value]) => [key, meaning(value)]),
  )
}

function comesBack(file: File): void {
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    const text = print(file, language)
    const again = parse({ name: 'a', text })
    expect(again.diagnostics, text).toEqual([])
    expect(meaning(again.file.declarations), text).toEqual(meaning(file.declarations))
    expect(print(again.file, language)).toBe(text)
  }
}

const named = { name: { text: 'x', span }, span }

test('an expression of any shape is printed so that it reads back', () => {
  fc.assert(
    fc.property(expression, (value: Expr) =>
      comesBack(fileOf({ kind: 'value', ...named, grain: { span }, value })),
    ),
    { numRuns },
  )
})

test('a definition behind a where is printed so that it reads back', () => {
  fc.assert(
    fc.property(expression, expression, (where: Expr, value: Expr) => {
      const each = { text: 'Deal', span }
      comesBack(fileOf({ kind: 'value', ...named, grain: { each, where, span }, value }))
    }),
    { numRuns },
  )
})

test('steps with any expressions are printed so that they read back', () => {
  fc.assert(
    fc.property(expression, expression, expression, (a: Expr, b: Expr, when: Expr) =>
      comesBack(
        fileOf(
          {
            kind: 'commission',
            label: 'bonus',
            ...named,
            grain: { subject: { text: 'Rep', span }, per: { text: 'quarter', span }, span },
            steps: [
              { is: 'gate', test: a, span },
              { is: 'rate', rate: a, of: b, when, span },
              { is: 'plus', amount: a, when, span },
              { is: 'cap', at: b, excess: 'lost', when, span },
              { is: 'round', to: a, mode: 'up', when, span },
            ],
          },
          {
            kind: 'payout',
            ...named,
            grain: { span },
            steps: [{ is: 'add', best: true, clauses: [a, b], span }],
          },
        ),
      ),
    ),
    { numRuns },
  )
})

test.each(Object.entries(declarations))(
  'a %s with any expressions in its places is printed so that it reads back',
  (_, declaration) => {
    fc.assert(
      fc.property(declaration, (made) => comesBack(fileOf(made))),
      { numRuns },
    )
  },
)

test('rows with any cells are printed so that they read back', () => {
  const heading = (text: string, output: boolean) => ({
    output,
    value: { is: 'path' as const, parts: [{ text, span }], span },
    span,
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows: Row[]) =>
      comesBack(
        fileOf({
          kind: 'table',
          ...named,
          hit: 'first',
          table: { headings: [heading('a', false), heading('b', true)], rows, span },
        }),
      ),
    ),
    { numRuns },
  )
})
