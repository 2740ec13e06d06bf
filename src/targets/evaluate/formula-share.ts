import type { Expr, Id } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { text } from './formula-parts.ts'
import { sharingAt } from './share.ts'
import { shownValue } from './shown.ts'
import type { Formula } from './trace.ts'
import { valueFrom } from './value.ts'

type Place = {
  readonly engine: Engine
  readonly domain: Domain
  readonly row: number
  readonly symbolic?: boolean
}

/** Pool, weight and the sum of the weights; the unit of the parts, and who takes what is left, with what was left here. */
export function formulaOfShare(
  { engine, domain, row, symbolic }: Place,
  expr: Extract<Expr, { op: 'share' }>,
  part: (id: Id) => Formula,
): Formula {
  const number = (digits: bigint, id: Id): Formula => {
    const { type } = need(engine.model.columns, id)
    return { is: 'value', value: shownValue(valueFrom(engine, type, digits, undefined)) }
  }
  const at = symbolic ? undefined : sharingAt(engine, domain, expr, row)
  const args = [part(expr.pool), part(expr.weight)]
  if (at) args.push(number(at.total, expr.weight))
  const { remainder } = expr
  if (!remainder) return { is: 'apply', op: 'share', args }
  const left = at ? [number(at.left, expr.pool)] : []
  const unit = number(BigInt(remainder.unit), expr.pool)
  return { is: 'apply', op: 'share-in-units', args: [unit, text(remainder.to), ...left, ...args] }
}
