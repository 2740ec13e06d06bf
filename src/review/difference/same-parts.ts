import type { PeriodKind, Test, Type } from '../../plan/plan.ts'
import type { Names } from './names.ts'

/** Two cells of a table that let the same through. */
export function sameTest(names: Names, a: Test, b: Test, x: Type, y: Type): boolean {
  if (a.is === 'range' || a.is === 'any' || b.is === 'range' || b.is === 'any') return plainAlike(a, b)
  if (a.is !== b.is || a.values.length !== b.values.length) return false
  return a.values.every((value, i) => {
    if (x.is === 'text') return names.text(String(value), String(b.values[i]))
    const word = x.is === 'enum' && y.is === 'enum' ? names.word(x.values, y.values, String(value)) : value
    return word !== undefined && b.values.includes(word)
  })
}

/** Periods that begin and end on the same days, whatever they are called. */
export function sameKind(a: PeriodKind | undefined, b: PeriodKind | undefined): boolean {
  if (!a || !b || a.is !== b.is) return false
  if (a.is === 'bounds' && b.is === 'bounds')
    return (
      a.bounds.length === b.bounds.length &&
      a.bounds.every(({ start, end }, i) => start === b.bounds[i]?.start && end === b.bounds[i]?.end)
    )
  if (a.is === 'window' && b.is === 'window') {
    const counts = a.window.is === 'last' && b.window.is === 'last' ? a.window.count === b.window.count : true
    return (
      sameKind(a.of, b.of) && a.window.is === b.window.is && counts && sameKind(a.window.kind, b.window.kind)
    )
  }
  return plainAlike({ ...a, id: '' }, { ...b, id: '' })
}

/** Plain data with the same parts. */
export function plainAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
