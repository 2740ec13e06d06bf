import { unreachable } from '../../src/base/unreachable.ts'
import { compare } from './rational.ts'
import { numberOf, type Value } from './value.ts'

/** Negative, zero or positive; numbers and dates alone have an order. */
export function order(a: Value, b: Value): number {
  if (a.is === 'period' && b.is === 'period') return a.period.start - b.period.start
  if (a.is === 'instant' && b.is === 'instant') return a.at < b.at ? -1 : a.at > b.at ? 1 : 0
  return a.is === 'day' && b.is === 'day' ? a.day - b.day : compare(numberOf(a), numberOf(b))
}

export function equal(a: Value, b: Value): boolean {
  switch (a.is) {
    case 'number':
    case 'day':
    case 'instant':
      return order(a, b) === 0
    case 'truth':
      return b.is === 'truth' && a.value === b.value
    case 'row':
      return b.is === 'row' && a.record === b.record && a.row === b.row
    case 'period':
      return b.is === 'period' && a.period.kind === b.period.kind && a.period.start === b.period.start
    case 'text':
    case 'word':
      return (b.is === 'text' || b.is === 'word') && a.text === b.text
    case 'clock':
      return b.is === 'clock' && a.seconds === b.seconds
    case 'length':
      return b.is === 'length' && compare(a.count, b.count) === 0 && a.unit === b.unit
    default:
      return unreachable(a)
  }
}
