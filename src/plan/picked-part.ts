import type { Typed } from '../check/checked.ts'
import type { Site } from './builder.ts'
import type { Expr, PickedPart, WrittenPart } from './plan.ts'

/**
 * The choice of the larger or smaller of two as it was written. `before`: the part that was noted last, which of three or
 * more is the choice among the others.
 */
export function pickedPart(
  { builder, grain }: Site,
  { a, b, which, type, span }: Extract<Typed, { is: 'pick' }>,
  expr: Expr,
  before: WrittenPart | undefined,
): PickedPart | undefined {
  const sides = sidesOf(expr, type.is === 'number' ? type.range.scale : 0)
  if (!sides) return undefined
  const origin = builder.origin(span)
  const chain = a.is === 'pick' && a.span.source === span.source && a.span.from === span.from
  const inner = chain && before?.is === 'pick' && before.origin === origin ? before : undefined
  return {
    is: 'pick',
    grain: builder.grain(grain),
    expr,
    origin,
    which,
    a: { value: sides.a, origin: builder.origin(a.span) },
    b: { value: sides.b, origin: builder.origin(b.span) },
    ...(inner && { inner }),
  }
}

/** Of fractions the choice is an `if`. */
function sidesOf(expr: Expr, scale: number) {
  if (expr.op === 'max' || expr.op === 'min') return { a: { n: expr.a, scale }, b: { n: expr.b, scale } }
  const test = expr.op === 'choose' ? expr.cases[0]?.when : undefined
  return test?.op === 'compare' ? { a: test.a, b: test.b } : undefined
}
