import { type CompareOperator, turned } from '../base/comparison.ts'
import { power10 } from '../base/decimal.ts'
import type { Span } from '../base/span.ts'
import type { Typed } from './checked.ts'
import { constantOf } from './constants.ts'
import type { Context, Environment } from './environment.ts'
import { showPoint } from './geometry.ts'
import type { NumberType } from './types.ts'

/** What a comparison says by itself: that it never holds, or that a quotient in it lost its last places before. */
export function reportDecided(context: Context, op: CompareOperator, a: Typed, b: Typed, span: Span): void {
  // Over a window the same comparison is looked at again.
  if (context.over) return
  if (!reportNever(context.env, op, a, b, span)) reportNever(context.env, turned[op], b, a, span)
  if (op !== '<>' && [a, b].some((side) => losesPlaces(context.env, side)))
    context.env.report('BY526', {}, span)
}

/** Whether a number compared with a constant lies beyond it whatever the data are: a bar that nobody reaches. */
function reportNever({ report }: Environment, op: CompareOperator, a: Typed, b: Typed, span: Span): boolean {
  const bar = constantOf(b)
  const { type } = a
  if (!bar || constantOf(a) || type.is !== 'number' || type.over || op === '<>') return false
  const scale = Math.max(bar.scale, type.range.scale)
  const at = bar.digits * power10(scale - bar.scale)
  const [least, most] = [type.range.min, type.range.max].map((end) => end * power10(scale - type.range.scale))
  if (least === undefined || most === undefined) return false
  const short = op === '>' ? most <= at : op === '>=' || op === '=' ? most < at : false
  const long = op === '<' ? least >= at : op === '<=' || op === '=' ? least > at : false
  if (!short && !long) return false
  const bound = showPoint(short ? type.range.max : type.range.min, type)
  report('BY525', { bound: `${short ? '≤' : '≥'} ${bound}` }, span)
  return true
}

/** How far definitions are followed for a quotient that was fixed within them. */
const deepest = 4

/**
 * Whether a quotient was fixed to its places before the number came about: added to another, multiplied by a second
 * quotient, or summed over rows. Then one cent short may show as no cent at all.
 */
export function losesPlaces(env: Environment, typed: Typed, depth = 0): boolean {
  const isQuotient = ({ type }: Typed) => type.is === 'number' && (type as NumberType).over !== undefined
  const within = (...parts: readonly Typed[]) => parts.some((part) => losesPlaces(env, part, depth))
  switch (typed.is) {
    case 'arithmetic': {
      const { op, a, b } = typed
      const sums = op === '+' || op === '-'
      if (sums ? isQuotient(a) || isQuotient(b) : isQuotient(a) && isQuotient(b)) return true
      return within(a, b)
    }
    case 'aggregate':
      return (
        (typed.fn === 'sum' || typed.fn === 'avg') && typed.value !== undefined && isQuotient(typed.value)
      )
    case 'negative':
    case 'absolute':
      return within(typed.a)
    case 'result': {
      const definition = depth < deepest ? env.defined(typed.of) : undefined
      return definition?.kind === 'value' && losesPlaces(env, definition.value, depth + 1)
    }
    default:
      return false
  }
}
