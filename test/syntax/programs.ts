import fc from 'fast-check'
import type { Cell, CellBound, Expr, Name, Remainder, Row, Window } from '../../src/syntax/ast.ts'

const span = { source: 'a', from: 0, to: 0 }
const at = <T extends object>(node: T): T & { span: typeof span } => ({ ...node, span })

/** Names: ordinary ones, Chinese ones, contextual keywords, and what prototypes have. */
const words = [
  'a',
  'b1',
  '金额',
  '完成率',
  'of',
  'by',
  'rate',
  'from',
  'when',
  'period',
  '提成',
  'constructor',
  '__proto__',
  'CNY',
]
export const name: fc.Arbitrary<Name> = fc.constantFrom(...words).map((text) => at({ text }))

const literal: fc.Arbitrary<Expr> = fc.oneof(
  fc.constantFrom('0', '200_000', '1.5亿', '0.01').map((spelling): Expr => at({ is: 'number', spelling })),
  fc.constantFrom('12%', '3‰').map((spelling): Expr => at({ is: 'percent', spelling })),
  fc.constant<Expr>(at({ is: 'price-ratio', spelling: '85折' })),
  fc.constantFrom<Expr>(
    at({ is: 'money', spelling: '500 CNY', currency: 'CNY' }),
    at({ is: 'money', spelling: '20万元', currency: 'CNY' }),
  ),
  fc.constantFrom('2026-01-31', '2026年1月1日').map((spelling): Expr => at({ is: 'date', spelling })),
  fc
    .constantFrom('2026-01-31 17:00', '2026年1月1日 8:00:30')
    .map((spelling): Expr => at({ is: 'time', spelling })),
  fc.constantFrom('18:00', '24:00', '9:00:01').map((spelling): Expr => at({ is: 'clock', spelling })),
  fc.constant<Expr>(at({ is: 'path', parts: [at({ text: 'now' })] })),
  fc
    .tuple(
      fc.constantFrom('1', '90', '5.5'),
      fc.constantFrom(
        'days',
        'months',
        'years',
        'weeks',
        'hours',
        'minutes',
        'seconds',
        'working-days',
        'working-hours',
        'working-minutes',
      ),
    )
    .map(([spelling, unit]): Expr => at({ is: 'duration', spelling, unit })),
  fc.string({ maxLength: 6 }).map((value): Expr => at({ is: 'text', value: value.replace(/[\r\n]/g, ' ') })),
  fc.boolean().map((value): Expr => at({ is: 'truth', value })),
  fc.constant<Expr>(at({ is: 'missing' })),
)

const field = (text: string): Expr => at({ is: 'path', parts: [at({ text })] })
const window: fc.Arbitrary<Window> = fc.constantFrom<Window>(
  { is: 'so-far' },
  { is: 'so-far', within: [field('order')] },
  {
    is: 'last',
    length: at({ is: 'duration', spelling: '90', unit: 'days' }),
    within: [field('person'), field('code')],
  },
  { is: 'last', length: at({ is: 'duration', spelling: '3', unit: 'months' }) },
  { is: 'last', length: at({ is: 'number', spelling: '4' }), kind: at({ text: 'quarter' }) },
  { is: 'to-date', kind: 'year' },
  { is: 'previous', kind: at({ text: 'quarter' }) },
  { is: 'to-date', kind: 'half-year' },
)

const path: fc.Arbitrary<Expr> = fc
  .array(name, { minLength: 1, maxLength: 3 })
  .map((parts): Expr => at({ is: 'path', parts }))

const remainder = (e: fc.Arbitrary<Expr>): fc.Arbitrary<Remainder> =>
  fc
    .tuple(
      fc.option(e, { nil: undefined }),
      fc.constantFrom('largest', 'first', 'last'),
      fc.option(e, { nil: undefined }),
    )
    .map(([unit, to, by]) => ({ to, ...(unit && { unit }), ...(by && { by }) }))

const { expression: anyExpression } = fc.letrec<{ expression: Expr }>((tie) => {
  const e = tie('expression')
  const some = fc.array(e, { minLength: 1, maxLength: 3 })
  const option = fc.option(e, { nil: undefined })
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literal,
      fc.array(name, { minLength: 1, maxLength: 3 }).map((parts): Expr => at({ is: 'path', parts })),
      fc
        .tuple(
          fc.constantFrom('sum', 'any', 'lateness', '矩阵').map((text) => at({ text })),
          fc.array(e, { maxLength: 2 }),
          option,
          option,
          option,
          fc.array(name, { maxLength: 3 }),
          fc.constantFrom(undefined, undefined, 'quota', 'pay'),
        )
        .map(
          ([callee, args, where, posting, via, [output, ...more], use]): Expr =>
            at({
              is: 'call',
              callee,
              args,
              ...(where && { where }),
              ...(posting && { posting }),
              ...(via && { via }),
              ...(use && { use }),
              // `any` is no table: it has one output.
              ...(output && callee.text !== 'any' && { output }),
              ...(more.length > 0 && callee.text !== 'any' && { more }),
            }),
        ),
      e.map((a): Expr => at({ is: 'negative', a })),
      e.map((a): Expr => at({ is: 'not', a })),
      e.map((a): Expr => at({ is: 'parens', a })),
      fc
        .tuple(fc.constantFrom('+', '-', '*', '/', '=', '<>', '<', '<=', '>', '>=', 'and', 'or'), e, e)
        .map(([op, a, b]): Expr => at({ is: 'binary', op, a, b })),
      fc.tuple(e, e, e).map(([when, yes, otherwise]): Expr => at({ is: 'if', when, then: yes, otherwise })),
      fc.tuple(e, e).map(([a, b]): Expr => at({ is: 'if-missing', a, b })),
      fc
        .tuple(e, fc.constantFrom('missing', 'present', 'applicable', 'not-applicable'))
        .map(([a, test]): Expr => at({ is: 'state', a, test })),
      fc.tuple(e, fc.boolean(), some).map(([a, negated, items]): Expr => at({ is: 'in', a, negated, items })),
      fc
        .tuple(fc.constantFrom('larger', 'smaller'), some)
        .map(([which, items]): Expr => at({ is: 'pick', which, items })),
      fc.tuple(e, e, e).map(([a, low, high]): Expr => at({ is: 'clamp', a, low, high })),
      fc
        .tuple(e, fc.option(path, { nil: undefined }))
        .map(([a, within]): Expr => at({ is: 'rank', a, ...(within && { within }) })),
      fc
        .tuple(e, e, fc.option(path, { nil: undefined }), fc.option(remainder(e), { nil: undefined }))
        .map(
          ([pool, by, within, rest]): Expr =>
            at({ is: 'share', pool, by, ...(within && { within }), ...(rest && { remainder: rest }) }),
        ),
      fc
        .tuple(e, fc.constantFrom('calendar-days', 'working-days', 'months', 'mid-month'))
        .map(([a, by]): Expr => at({ is: 'prorated', a, by })),
      fc.tuple(path, name).map(([row, by]): Expr => at({ is: 'paid-on', at: row, by })),
      fc.tuple(e, name, name).map(([a, replaced, by]): Expr => at({ is: 'with', a, replaced, by })),
      fc.tuple(e, window).map(([a, over]): Expr => at({ is: 'window', a, window: over })),
      fc.tuple(e, e).map(([a, day]): Expr => at({ is: 'as-of', a, day })),
      fc
        .tuple(e, fc.constantFrom('quarter', 'month'), e)
        .map(([a, kind, day]): Expr => at({ is: 'in-period', a, kind: at({ text: kind }), day })),
      fc
        .tuple(e, fc.constantFrom('half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor'), e)
        .map(([a, mode, to]): Expr => at({ is: 'rounded', a, mode, to })),
    ),
  }
})
export const expression = anyExpression

const words2: fc.Arbitrary<CellBound['spelled']> = fc.constantFrom('words', 'sign')
const bound = fc
  .tuple(expression, fc.boolean(), words2)
  .map(([e, included, spelled]): CellBound => ({ at: e, included, spelled }))

/** Cells of a decision table. */
export const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant<Cell>(at({ is: 'any' })),
  fc.constant<Cell>(at({ is: 'open' })),
  fc.string({ maxLength: 5 }).map((why): Cell => at({ is: 'not-decided', why: why.replace(/[\r\n]/g, ' ') })),
  fc
    .tuple(
      fc.boolean(),
      fc.array(
        fc.oneof(
          expression.map((value) => at({ is: 'value' as const, value })),
          bound.map((low) => at({ is: 'range' as const, low })),
          bound.map((high) => at({ is: 'range' as const, high })),
          fc.tuple(bound, bound).map(([low, high]) => at({ is: 'range' as const, low, high })),
          fc.tuple(expression, expression).map(([low, high]) =>
            at({
              is: 'range' as const,
              low: { at: low, included: true, spelled: 'dots' as const },
              high: { at: high, included: true, spelled: 'dots' as const },
            }),
          ),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([negated, items]): Cell => at({ is: 'tests', negated, items })),
)

export const row: fc.Arbitrary<Row> = fc.tuple(cell, cell).map((cells): Row => at({ cells }))
