import fc from 'fast-check'
import type { AuthorityLine, Cell, Row, Signer, Verdict } from '../../src/syntax/ast.ts'
import { cell, expression, name } from './programs.ts'

const span = { source: 'a', from: 0, to: 0 }
const at = <T extends object>(node: T): T & { span: typeof span } => ({ ...node, span })
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const names = fc.array(name, { minLength: 1, maxLength: 3 })

const why = fc.string({ maxLength: 5 }).map((text) => text.replace(/[\r\n]/g, ' '))
const person: fc.Arbitrary<Signer> = fc
  .array(name, { minLength: 2, maxLength: 3 })
  .map((parts) =>
    at({ text: parts.map(({ text }) => text).join('.'), path: at({ is: 'path' as const, parts }) }),
  )
const signers = fc.array(fc.oneof(name, name, person), { minLength: 1, maxLength: 3 })
const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.constantFrom('allow', 'refuse').map((is): Verdict => ({ is })),
  why.map((text): Verdict => ({ is: 'not-decided', why: text })),
  fc
    .tuple(sometimes(fc.constantFrom('all', 'one', 'in-turn')), signers)
    .map(([how, roles]): Verdict => ({ is: 'approval', ...(how && { how }), roles })),
)
const verdictCell: fc.Arbitrary<Cell> = verdict.map(
  (one): Cell => at(one.is === 'not-decided' ? one : { is: 'verdict', verdict: one }),
)
const row = (last: fc.Arbitrary<Cell>): fc.Arbitrary<Row> =>
  fc.tuple(cell, last).map((cells): Row => at({ cells }))
const table = (last: fc.Arbitrary<Cell>) =>
  fc
    .tuple(expression, name, fc.array(row(last), { minLength: 1, maxLength: 2 }))
    .map(([value, output, rows]) => {
      const path = at({ is: 'path' as const, parts: [output] })
      return at({ headings: [at({ output: false, value }), at({ output: true, value: path })], rows })
    })
const title = sometimes(why).map((text) => (text === undefined ? {} : { title: text }))

/** Any line of an authority. */
export const authorityLine: fc.Arbitrary<AuthorityLine> = fc.oneof(
  fc
    .tuple(names, sometimes(expression))
    .map(([ranks, by]): AuthorityLine => at({ is: 'ranks', ranks, ...(by && { by }) })),
  names.map((roles): AuthorityLine => at({ is: 'countersigners', roles })),
  expression.map((by): AuthorityLine => at({ is: 'asked-by', by })),
  expression.map((of): AuthorityLine => at({ is: 'superior', of })),
  fc
    .tuple(name, sometimes(name))
    .map(([upTo, others]): AuthorityLine => at({ is: 'own', upTo, ...(others && { others }) })),
  fc
    .tuple(title, fc.constantFrom('unique', 'first'), sometimes(expression), table(verdictCell))
    .map(
      ([named, hit, valid, rows]): AuthorityLine =>
        at({ is: 'table', ...named, hit, ...(valid && { valid }), table: rows }),
    ),
  fc
    .tuple(
      title,
      expression,
      fc.constantFrom('up-to', 'at-least'),
      sometimes(expression),
      sometimes(verdict),
      sometimes(expression),
      table(cell),
    )
    .map(
      ([named, of, way, alone, above, valid, rows]): AuthorityLine =>
        at({
          is: 'limit',
          ...named,
          of,
          way,
          ...(alone && { alone }),
          ...(above && { above }),
          ...(valid && { valid }),
          table: rows,
        }),
    ),
  expression.map((by): AuthorityLine => at({ is: 'substitute', by })),
  fc
    .tuple(expression, expression, expression, sometimes(expression), sometimes(expression))
    .map(
      ([by, of, on, needed, valid]): AuthorityLine =>
        at({ is: 'approved-by', by, of, on, ...(needed && { needed }), ...(valid && { valid }) }),
    ),
  fc
    .tuple(fc.constantFrom('late-when', 'again-when'), expression)
    .map(([is, test]): AuthorityLine => at({ is, test })),
)
