import type { Parameter, Typed } from '../../check/checked.ts'
import { constantsOver, type Read, sameAmount } from './limit-constants.ts'
import type { Names } from './names.ts'

/** Which parts of two checked programs are written to mean the same, but for names that are others. */
export type Alike = (old: unknown, next: unknown) => boolean

/**
 * `asked` is told of two definitions of one kind that are read in the same place, so that what they are made of is compared
 * as well: a value whose name is gone is then the one that stands there now.
 */
export function alikeBy(
  old: Read,
  next: Read,
  names: Names,
  asked: (old: string, next: string) => void,
): Alike {
  const renamed = new Set(
    names.renamed().flatMap(([a, b]) => {
      const [x, y] = [a.split('.').at(-1), b.split('.').at(-1)]
      return [`${a} ${b}`, `${x} ${y}`]
    }),
  )
  const word = (a: string, b: string) => a === b || renamed.has(`${a} ${b}`) || names.text(a, b)
  const definition = (a: string, b: string): boolean => {
    const [x, y] = [old.definitions.get(a), next.definitions.get(b)]
    const known = a === b || (!old.definitions.has(b) && !next.definitions.has(a) && x?.kind === y?.kind)
    if (known && x && y) asked(a, b)
    return known
  }
  const alike: Alike = (a, b) => {
    if (typeof a === 'string' && typeof b === 'string') return word(a, b)
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
    if (isTyped(a) && isTyped(b)) {
      const [x, y] = [numberOf(old, a), numberOf(next, b)]
      if (x && y && a.is !== 'parameter' && b.is !== 'parameter') return sameAmount(x, y)
      if (a.is === 'parameter' && b.is === 'parameter' && !sameParameter(a.of, b.of, alike)) return false
    }
    if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false
    const [x, y]: readonly Parts[] = [{ ...a }, { ...b }]
    if (!x || !y) return false
    const keys = new Set([...Object.keys(x), ...Object.keys(y)])
    for (const key of keys) {
      if (skipped.has(key)) continue
      const [one, other] = [x[key], y[key]]
      // A table is told by where it gives something else.
      if (key === 'of' && isNamed(one) && isNamed(other)) continue
      if ((key === 'of' || key === 'clause') && typeof one === 'string' && typeof other === 'string') {
        if (!definition(one, other)) return false
      } else if (!alike(one, other)) return false
    }
    return true
  }
  return alike
}

type Parts = { readonly [part: string]: unknown }

/** Where something stands, how it is written, and how wide an engine keeps it. */
const skipped = new Set(['span', 'literal', 'type', 'product', 'title'])

export function isTyped(part: unknown): part is Typed {
  return typeof part === 'object' && part !== null && 'is' in part && 'type' in part && 'span' in part
}

function isNamed(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'kind' in part && 'id' in part
}

function numberOf(read: Read, typed: Typed) {
  if (typed.is !== 'const') return undefined
  return constantsOver(read, typed)?.[0]
}

/** Of the same name, or with the same values: those with several values are told as tables are. */
function sameParameter(a: Parameter, b: Parameter, alike: Alike): boolean {
  const several = a.keys.length + b.keys.length > 0
  if (several && a.id === b.id) return true
  return (
    a.rows.length === b.rows.length &&
    a.rows.every((row, i) => {
      const other = b.rows[i]
      return row.from === other?.from && row.until === other?.until && alike(row.value, other?.value)
    })
  )
}
