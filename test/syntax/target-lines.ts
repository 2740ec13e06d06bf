import fc from 'fast-check'
import type { Remainder, Table, TargetLine } from '../../src/syntax/ast.ts'
import { at, sometimes } from './nodes.ts'
import { expression, name, row } from './programs.ts'

const amounts: fc.Arbitrary<Table> = fc.array(row, { minLength: 1, maxLength: 2 }).map((rows) => {
  const heading = (text: string) =>
    at({ output: false, value: at({ is: 'path' as const, parts: [at({ text })] }) })
  return at({ headings: [heading('a'), heading('b')], rows })
})
const unitOf = sometimes(expression)
const remainder: fc.Arbitrary<Remainder> = fc
  .tuple(unitOf, fc.constantFrom('largest', 'first', 'last'), sometimes(expression))
  .map(([unit, to, by]) => ({ to, ...(unit && { unit }), ...(by && { by }) }))
const whose = fc.constantFrom('Team', 'quarter', 'month').map((text) => at({ text }))
const day = at({ is: 'date' as const, spelling: '2026-07-01' })
export const targetLine: fc.Arbitrary<TargetLine> = fc.oneof(
  expression.map((of): TargetLine => at({ is: 'total', value: of, per: at({ text: 'year' }) })),
  fc.tuple(name, whose, sometimes(expression), sometimes(remainder), sometimes(amounts)).map(
    ([part, by, weight, rest, table]): TargetLine =>
      at({
        is: 'parts',
        name: part,
        by,
        ...(weight && { weight }),
        ...(rest && { remainder: rest }),
        ...(table && { table }),
      }),
  ),
  fc.tuple(name, whose, sometimes(expression), unitOf, name, sometimes(name)).map(
    ([part, by, weight, unit, kept, of]): TargetLine =>
      at({
        is: 'assigned',
        name: part,
        by,
        ...(weight && { weight }),
        ...(unit && { remainder: { unit, to: 'last' as const } }),
        reserve: { name: kept, ...(of && { by: of }) },
      }),
  ),
  fc.tuple(fc.constantFrom('keeps', 'moves'), sometimes(expression), sometimes(amounts), fc.boolean()).map(
    ([total, amount, table, titled]): TargetLine =>
      at({
        is: 'change',
        ...(titled && { title: 'to the south' }),
        from: day,
        ...(amount && { amount: { is: 'plus' as const, value: amount } }),
        total,
        ...(table && { table }),
      }),
  ),
)
