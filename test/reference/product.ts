import { multiply } from './rational.ts'
import { addend, exact, fraction, isQuotient, numberOf, type Value } from './value.ts'

/** A product stays a fraction when one side is; two quotients are fixed first. */
export function product(a: Value, b: Value): Value {
  if (isQuotient(a) && isQuotient(b)) return exact(multiply(addend(a), addend(b)))
  const value = multiply(numberOf(a), numberOf(b))
  return isQuotient(a) || isQuotient(b) ? fraction(value) : exact(value)
}
