import type { Decimal } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import { valueOfLiteral } from '../syntax/literal.ts'

/** A number literal's exact value, whatever its unit; undefined for a spelling that only another form can hold. */
export function literalNumber(literal: ast.Literal): Decimal | undefined {
  const value = valueOfLiteral(literal)
  return value && 'value' in value && typeof value.value === 'object' ? value.value : undefined
}

/** A date literal's day. */
export function literalDay(literal: ast.Literal | ast.DateLiteral): number | undefined {
  const value = valueOfLiteral(literal)
  return value?.is === 'date' ? value.day : undefined
}

/** A duration as whole days or whole months; undefined when it is neither (`1.5 months`). */
export function literalDuration(literal: ast.Literal): { count: number; of: 'days' | 'months' } | undefined {
  const value = valueOfLiteral(literal)
  if (value?.is !== 'duration' || value.count.scale !== 0) return undefined
  const count = Number(value.count.digits)
  return value.unit === 'days'
    ? { count, of: 'days' }
    : { count: value.unit === 'years' ? count * 12 : count, of: 'months' }
}
