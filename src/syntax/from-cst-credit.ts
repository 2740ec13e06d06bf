import { apply } from './apply.ts'
import type { CreditLine, CreditUse, CreditUses } from './ast.ts'
import { expressionFrom, operandFrom } from './from-cst-expressions.ts'
import { roundingFrom } from './from-cst-steps.ts'
import type * as cst from './generated/cst-types.ts'
import type { Keyword } from './keywords.ts'
import { commentsOf, hasNoBlock, statementSpan } from './lines.ts'
import { listWord, only, type Reading } from './reading.ts'
import type { Statement } from './structure.ts'

export const creditWords: readonly Keyword[] = [
  'split',
  'otherwise',
  'to',
  'hand-over',
  'overlay',
  'roll-up',
  'round',
]

/** One line of a credit. Undefined when a mistake was reported. */
export function creditLineFrom(statement: Statement, reading: Reading): CreditLine | undefined {
  const node = apply('creditLine', statement.tokens, reading)
  if (node === undefined || !hasNoBlock(statement, reading)) return undefined
  const { children } = node
  const common = { ...commentsOf(statement), span: statementSpan(statement, reading) }
  const read = (nodes: readonly cst.ExpressionCstNode[] | undefined) =>
    expressionFrom(only(nodes ?? []), reading)
  const uses = usesFrom(children.creditUses, reading)
  if (children.splitLine !== undefined) {
    const { By, portion, party, operand, creditUses } = only(children.splitLine).children
    return {
      is: 'split',
      of: read(portion),
      weights: By !== undefined,
      to: read(party),
      upTo: operandFrom(only(operand), reading),
      ...usesFrom(creditUses, reading),
      ...common,
    }
  }
  if (children.rollUpLine !== undefined) {
    const { expression, operand, creditUses } = only(children.rollUpLine).children
    return {
      is: 'roll-up',
      to: read(expression),
      ...(operand && { levels: operandFrom(only(operand), reading) }),
      ...usesFrom(creditUses, reading),
      ...common,
    }
  }
  if (children.rounding !== undefined) {
    const rounding = roundingFrom(only(children.rounding), reading)
    return { ...rounding, ...(children.party && { remainder: read(children.party) }), ...common }
  }
  const to = read(children.party)
  if (children.Otherwise !== undefined) return { is: 'otherwise', to, ...uses, ...common }
  const share = read(children.portion)
  if (children.HandOver !== undefined) {
    const { uses: rest } = usesFrom(children.creditRest, reading)
    return { is: 'hand-over', from: read(children.before), to, share, ...(rest && { rest }), ...common }
  }
  if (children.Overlay !== undefined) return { is: 'overlay', share, to, ...uses, ...common }
  return { is: 'to', to, share, ...uses, ...common }
}

function usesFrom(
  nodes: readonly (cst.CreditUsesCstNode | cst.CreditRestCstNode)[] | undefined,
  reading: Reading,
): { readonly uses?: CreditUses } {
  const words = nodes?.[0]?.children.creditUse
  if (words === undefined) return {}
  const uses = words.flatMap((word): CreditUse[] => {
    const use = listWord('use', only(word.children.Word), reading)
    return use === undefined ? [] : [use]
  })
  return { uses }
}
