import type { Expr, Id, Origin, Type } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { exactText } from './exact-text.ts'
import { vectorFor } from './sub-expression.ts'
import type { Place, Shown } from './trace.ts'
import { failure, type Value, valueAt, valueFrom } from './value.ts'
import { integerAt, stateAt } from './vector.ts'
import { why, whyExpr } from './why.ts'

/** A column's value at a row, as explanations carry it. */
export function shownColumn(engine: Engine, id: Id, row: number): Shown {
  const value = valueAt(engine, id, row)
  return isFailure(value) ? { is: value.is, reason: why(engine, id, row) } : shownValue(value)
}

/** The value of an expression at a row, as one of this type. */
export function shownExpr(engine: Engine, domain: Domain, row: number, expr: Expr, type: Type): Shown {
  const vector = vectorFor(engine, domain, row, expr)
  const state = stateAt(vector.states, 0)
  if (state !== 0) {
    const { is } = failure(engine, state)
    return { is: is === 'not-applicable' ? is : 'held', reason: whyExpr(engine, domain, row, expr, state) }
  }
  if (vector.is === 'text') return { is: 'text', text: vector.values[0] ?? '' }
  return shownValue(valueFrom(engine, type, integerAt(vector, 0), undefined))
}

type Failure = Extract<Value, { is: 'held' | 'not-applicable' }>

function isFailure(value: Value): value is Failure {
  return value.is === 'held' || value.is === 'not-applicable'
}

/** A value that is there. */
export function shownValue(value: Exclude<Value, Failure> | Value): Shown {
  switch (value.is) {
    case 'number': {
      const text = exactText(value.digits, value.scale, value.unit === 'money' ? 2 : 0)
      return {
        is: 'number',
        text,
        unit: value.unit,
        ...(value.currency !== undefined && { currency: value.currency }),
        ...(value.rounded && { rounded: true }),
      }
    }
    case 'held':
    case 'not-applicable':
      return { is: value.is, reason: { code: value.reason.code, args: value.reason.args } }
    default:
      return { is: value.is, text: value.text }
  }
}

/** Where something was written. */
export function placeOf(engine: Engine, id: Id): Place {
  const origin: Origin = need(engine.model.origins, id)
  return { file: origin.file, line: origin.line, heading: origin.heading }
}

/** The quotient of an expression and a whole number, at a row. */
export function shownQuotient(
  engine: Engine,
  domain: Domain,
  row: number,
  n: Expr,
  d: bigint,
  type: Type,
): Shown {
  const top = vectorFor(engine, domain, row, n)
  if (top.is === 'text' || stateAt(top.states, 0) !== 0) return shownExpr(engine, domain, row, n, type)
  return shownValue(valueFrom(engine, type, integerAt(top, 0), d))
}
