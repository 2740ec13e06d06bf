import type { Span } from '../base/span.ts'
import type { Typed } from './checked.ts'
import { number, type Type, truth } from './types.ts'

// Checked expressions that are put together and written by nobody, each form once.

const small: Type = number('count', { scale: 0, min: 0n, max: 1000n })

export function wholeNumber(value: number, span: Span): Typed {
  return { is: 'const', value: BigInt(value), type: small, span }
}

export function wordOf(value: string, type: Type, span: Span): Typed {
  return { is: 'const', value, type, span }
}

export function truthOfForm(value: boolean, span: Span): Typed {
  return { is: 'const', value, type: truth, span }
}

export function whenForm(when: Typed, then: Typed, otherwise: Typed): Typed {
  const type = then.is === 'none' ? otherwise.type : then.type
  return { is: 'if', when, then, otherwise, type, span: when.span }
}

export function anyForm(all: readonly Typed[], span: Span): Typed {
  return all.length === 0
    ? truthOfForm(false, span)
    : all.reduce((a, b): Typed => ({ is: 'or', a, b, type: truth, span }))
}

export function allForm(all: readonly Typed[], span: Span): Typed {
  return all.length === 0
    ? truthOfForm(true, span)
    : all.reduce((a, b): Typed => ({ is: 'and', a, b, type: truth, span }))
}

export function notForm(a: Typed): Typed {
  return { is: 'not', a, type: truth, span: a.span }
}

export function compareForm(a: Typed, op: '<' | '<=' | '=' | '>=' | '>', b: Typed): Typed {
  return { is: 'compare', op, a, b, type: truth, span: a.span }
}

export function sameForm(a: Typed, b: Typed, negated = false): Typed {
  return { is: 'same', negated, a, b, type: truth, span: a.span }
}

export function isMissing(a: Typed): Typed {
  return { is: 'state', test: 'missing', a, type: truth, span: a.span }
}

/** No value: missing, or its clause is not for this row. */
export function isAbsent(a: Typed): Typed {
  return anyForm(
    [{ is: 'state', test: 'not-applicable', a, type: truth, span: a.span }, isMissing(a)],
    a.span,
  )
}

export function extremeForm(which: 'larger' | 'smaller', items: readonly Typed[]): Typed {
  return items.reduce((a, b): Typed => ({ is: 'pick', which, a, b, type: small, span: a.span }))
}
