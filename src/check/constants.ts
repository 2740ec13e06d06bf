import type { Span } from '../base/span.ts'
import type { Typed } from './checked.ts'
import type { Currency } from './currency.ts'
import { exactly } from './range.ts'
import { failed, type NumberType, number, type Unit } from './types.ts'

/** An expression that was already reported: it fits wherever it stands. */
export function broken(span: Span): Typed {
  return { is: 'const', value: 0n, type: failed, span }
}

/** What follows an unknown name in a message, in any language: the name that may have been meant. */
export function hint(near: string | undefined): string {
  return near ?? ''
}

/** A number that the checker itself needs (0 of a currency, 100 points). */
export function constant(digits: bigint, scale: number, unit: Unit, span: Span, currency?: Currency): Typed {
  return { is: 'const', value: digits, type: number(unit, exactly(digits, scale), currency), span }
}

/** A constant number's exact value: a literal, or a parameter that is not dated. */
export function constantOf(typed: Typed): { digits: bigint; scale: number; type: NumberType } | undefined {
  if (typed.is === 'parameter' && typed.keys.length === 0 && !typed.of.dated) {
    const row = typed.of.rows[0]
    return row && constantOf(row.value)
  }
  if (typed.is !== 'const' || typed.type.is !== 'number' || typeof typed.value !== 'bigint') return undefined
  return { digits: typed.value, scale: typed.type.range.scale, type: typed.type }
}

/** Whether two checked expressions mean the same, whatever their places in the text. */
export function sameMeaning(a: Typed, b: Typed): boolean {
  return alike(a, b)
}

/** Plain data with the same parts, but for where it stands and how it is written. All of its keys are its own. */
function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const x: Parts = { ...a }
  const y: Parts = { ...b }
  if (x.is !== y.is) return false
  for (const key in x) if (!isForm(key) && !alike(x[key], y[key])) return false
  for (const key in y) if (!isForm(key) && x[key] === undefined && y[key] !== undefined) return false
  return true
}

type Parts = { readonly [part: string]: unknown }

function isForm(key: string): boolean {
  return key === 'span' || key === 'literal'
}
