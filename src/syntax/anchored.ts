import type { Span } from '../base/span.ts'
import type { Declaration, Program } from './ast.ts'
import { type Standing, standingIn } from './standing.ts'

/**
 * Declarations with places of their own, which do not change while the text above them does: each counts in a source that
 * no file is called like. What is worked out from such a tree stays as it is when the declaration only moves.
 */
export type Anchored = {
  readonly program: Program
  /** Where a place of an anchored declaration stands in the texts now. Any other place is itself. */
  readonly place: (span: Span) => Span
  readonly anchors: Anchors
}
/** What the next version of the program finds its declarations among. */
export type Anchors = { readonly made: number; readonly known: ReadonlyMap<string, readonly Anchor[]> }
type Anchor = {
  /** With places of its own. */
  readonly own: Declaration
  /** As it stood in the texts last, and how far that was from its own places. */
  readonly stood: Standing
  readonly by: number
}

export const noAnchors: Anchors = { made: 0, known: new Map() }

/** The declarations of a program, those that were there before as the very same objects. */
export function anchored(program: Program, { made, known }: Anchors): Anchored {
  let count = made
  const now = new Map<string, Anchor[]>()
  const places = new Map<string, { readonly source: string; readonly by: number }>()
  const anchor = (standing: Standing): Declaration => {
    const { declaration } = standing
    const { kind, name, span } = declaration
    const key = `${span.source}\n${kind}\n${name.text}`
    // What is written twice stands in two places.
    const candidates = known.get(key)?.filter((before) => !places.has(before.own.span.source)) ?? []
    const found = candidates.flatMap((before) => again(before, standing) ?? [])[0]
    const made = found ?? {
      own: renamed(declaration, span.source, `${span.source}\0${++count}`),
      by: standing.by,
    }
    const { own, by } = made
    places.set(own.span.source, { source: span.source, by })
    const of = now.get(key) ?? []
    now.set(key, of)
    of.push({ own, by, stood: standing })
    return own
  }
  const files = program.files.map((file) => {
    const { source, language, leading, trailing, broken } = file
    const declarations = standingIn(file).map(anchor)
    return {
      source,
      language,
      ...(leading && { leading }),
      declarations,
      trailing,
      ...(broken && { broken }),
    }
  })
  return {
    program: { ...program, files },
    place: (span) => {
      const at = places.get(span.source)
      return at ? { source: at.source, from: span.from + at.by, to: span.to + at.by } : span
    },
    anchors: { made: count, known: now },
  }
}

/** A known declaration, where this is the same one, moved as a whole or not at all. */
function again({ own, stood, by }: Anchor, now: Standing): Pick<Anchor, 'own' | 'by'> | undefined {
  const further = now.by - stood.by
  const { declaration: before } = stood
  const { declaration } = now
  if (before === declaration) return { own, by: by + further }
  const moved = declaration.span.from - before.span.from
  return isMoved(before, declaration, declaration.span.source, moved)
    ? { own, by: by + moved + further }
    : undefined
}

/** Whether a tree is another one, but for its places in `source`, which lie `by` characters further on. Both are plain JSON. */
function isMoved(a: unknown, b: unknown, source: string, by: number): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (a === b && by === 0) return true
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    for (let i = 0; i < a.length; i++) if (!isMoved(a[i], b[i], source, by)) return false
    return true
  }
  const x = a as Parts
  const y = b as Parts
  const isHere = x.source === source
  let count = 0
  for (const key in x) {
    count++
    const [one, other] = [x[key], y[key]]
    const isPlace = isHere && typeof one === 'number' && (key === 'from' || key === 'to')
    if (isPlace ? one + by !== other : !isMoved(one, other, source, by)) return false
    if (other === undefined && !(key in y)) return false
  }
  for (const _ in y) count--
  return count === 0
}

type Parts = { readonly [part: string]: unknown }

/** A tree whose places lie in a source of another name. */
function renamed(node: Declaration, source: string, name: string): Declaration {
  return renamedIn(node, source, name) as Declaration
}

function renamedIn(node: unknown, source: string, name: string): unknown {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map((item: unknown) => renamedIn(item, source, name))
  const copy: { [key: string]: unknown } = { ...node }
  for (const key in copy) {
    const value = copy[key]
    if (typeof value === 'object') copy[key] = renamedIn(value, source, name)
    else if (key === 'source' && value === source && typeof copy.from === 'number') copy[key] = name
  }
  return copy
}

/** Data whose places are looked up: what has none is itself, and what was one thing is one thing still. */
export function placed<T>(data: T, place: (span: Span) => Span): T {
  const known = new Map<object, unknown>()
  const visit = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node
    const before = known.get(node)
    if (before !== undefined) return before
    const made = isSpan(node) ? place(node) : withParts(node, visit)
    known.set(node, made)
    return made
  }
  return visit(data) as T
}

function isSpan(node: object): node is Span {
  return 'source' in node && 'from' in node && 'to' in node && typeof node.from === 'number'
}

function withParts(node: object, visit: (part: unknown) => unknown): unknown {
  if (Array.isArray(node)) {
    const list: unknown[] = node.map(visit)
    return list.some((item, i) => item !== node[i]) ? list : node
  }
  if (node instanceof Map) return new Map([...node].map(([key, value]) => [key, visit(value)]))
  const copy: { [key: string]: unknown } = { ...node }
  let changed = false
  for (const key in copy) {
    const part = copy[key]
    const next = visit(part)
    if (next === part) continue
    copy[key] = next
    changed = true
  }
  return changed ? copy : node
}
