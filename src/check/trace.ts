import type * as ast from '../syntax/ast.ts'
import type { WindowKind } from './checked.ts'
import type { Definition } from './clauses.ts'
import type { Over } from './environment.ts'
import type { Reference } from './referents.ts'

/**
 * What a definition was worked out from: every answer that it was given on the way, and what it left behind. Where all
 * answers are the same again, asked in the same order, the definition is the same, and need not be worked out.
 */
export type Trace = {
  readonly declaration: ast.Declaration
  readonly over?: Over
  readonly definition: Definition | undefined
  /** Something was said of it: it is worked out each time, and says so again. */
  readonly said: boolean
  /** How many suggestions for misspelt names it asked for, which are not without end. */
  readonly suggestions: number
  /** Declarations by the names that it looked up: what it found there, and whether it found anything. */
  readonly declared: ReadonlyMap<string, ast.Declaration | undefined>
  readonly has: ReadonlyMap<string, boolean>
  /** All names in their order, where it went through them. */
  readonly names?: string
  readonly roles?: string
  /** What it asked for that others work out, in the order in which it did. */
  readonly asked: readonly Asked[]
  readonly used: readonly string[]
  readonly references: readonly Reference[]
}
export type Asked =
  | {
      readonly is: 'define'
      readonly name: string
      readonly from: ast.Name
      readonly over?: Over
      readonly found: Definition | undefined
    }
  | { readonly is: 'defined'; readonly id: string; readonly found: Definition | undefined }
  | { readonly is: 'windows'; readonly of: string; readonly window: WindowKind; readonly found: string }

/** A trace while it grows. `broken`: it went through something that no later run could compare. */
export type Growing = {
  said: boolean
  suggestions: number
  names?: string
  roles?: string
  broken: boolean
  readonly declared: Map<string, ast.Declaration | undefined>
  readonly has: Map<string, boolean>
  readonly asked: Asked[]
  readonly used: Set<string>
  readonly references: Reference[]
}

export function growing(): Growing {
  return {
    said: false,
    suggestions: 0,
    broken: false,
    declared: new Map(),
    has: new Map(),
    asked: [],
    used: new Set(),
    references: [],
  }
}

/** Declarations by their names, which note in a growing trace what is asked of them. */
export function watched(
  declared: ReadonlyMap<string, ast.Declaration>,
  top: () => Growing | undefined,
): ReadonlyMap<string, ast.Declaration> {
  const all = (): ReadonlyMap<string, ast.Declaration> => {
    const now = top()
    if (now) now.broken = true
    return declared
  }
  const map: ReadonlyMap<string, ast.Declaration> = {
    get size() {
      return all().size
    },
    get: (name) => {
      const found = declared.get(name)
      top()?.declared.set(name, found)
      return found
    },
    has: (name) => {
      const found = declared.has(name)
      top()?.has.set(name, found)
      return found
    },
    keys: () => {
      const now = top()
      if (now) now.names ??= namesOf(declared)
      return declared.keys()
    },
    values: () => all().values(),
    entries: () => all().entries(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
    forEach: (each) => {
      for (const [key, value] of all()) each(value, key, map)
    },
  }
  return map
}

/** Whether all that a trace found among the declarations is there again. */
export function findsAgain(
  { declared, has, names }: Trace,
  now: ReadonlyMap<string, ast.Declaration>,
): boolean {
  for (const [name, found] of declared) if (now.get(name) !== found) return false
  for (const [name, found] of has) if (now.has(name) !== found) return false
  return names === undefined || names === namesOf(now)
}

const known = new WeakMap<ReadonlyMap<string, unknown>, string>()

function namesOf(declared: ReadonlyMap<string, ast.Declaration>): string {
  const before = known.get(declared)
  if (before !== undefined) return before
  const names = JSON.stringify([...declared.keys()])
  known.set(declared, names)
  return names
}
