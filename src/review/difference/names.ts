import type { Field, Id, Plan, Relation, Type } from '../../plan/plan.ts'

/**
 * Which name of the new version stands for which of the old. A name that both versions have means the same thing in
 * both; one that only one of them has may be another's new name, which the use of it shows.
 */
export type Names = {
  readonly relation: (old: Id, next: Id) => boolean
  readonly field: (
    old: readonly [relation: Id, field: Id],
    next: readonly [relation: Id, field: Id],
  ) => boolean
  /** A text that data has: only a translation has others for it. */
  readonly text: (old: string, next: string) => boolean
  readonly oldText: (next: string) => string
  readonly newText: (old: string) => string
  /** The word of a new list that stands for one of the old; undefined where none does. */
  readonly word: (old: readonly string[], next: readonly string[], word: string) => string | undefined
  /** The new name of a record, a field, as far as it is known. */
  readonly newRelation: (old: Id) => Id | undefined
  readonly newField: (oldRelation: Id, field: Id) => Id | undefined
  /** Everything paired under a name that is not its own. */
  readonly renamed: () => readonly (readonly [old: string, next: string])[]
  /** What was paired since a mark is taken back. */
  readonly mark: () => number
  readonly undo: (mark: number) => void
}

export function namesBetween(old: Plan, next: Plan): Names {
  const there = new Map(old.relations.map((relation) => [relation.id, relation]))
  const here = new Map(next.relations.map((relation) => [relation.id, relation]))
  const forth = new Map<string, string>()
  const back = new Map<string, string>()
  const trail: string[] = []

  const pair = (a: string, b: string, known: boolean): boolean => {
    if (known) return false
    if (forth.has(a) || back.has(b)) return forth.get(a) === b && back.get(b) === a
    forth.set(a, b)
    back.set(b, a)
    trail.push(a)
    return true
  }
  // A word that a result shows, or data has, is no name: another word is another result, but in another language.
  const translated = old.policy.language !== next.policy.language
  const [textsThere, textsHere] = translated ? [textsOf(old), textsOf(next)] : [none, none]
  const fieldOf = (relation: Relation | undefined, id: Id): Field | undefined =>
    relation?.fields.find((field) => field.id === id)
  const names: Names = {
    relation: (a, b) => a === b || pair(a, b, here.has(a) || there.has(b)),
    field: ([ra, a], [rb, b]) => {
      if (!names.relation(ra, rb)) return false
      if (a === b) return true
      const known = fieldOf(here.get(rb), a) ?? fieldOf(there.get(ra), b)
      return pair(`${ra}.${a}`, `${rb}.${b}`, known !== undefined)
    },
    text: (a, b) =>
      a === b || (translated && pair(`“${a}”`, `“${b}”`, textsHere.has(a) || textsThere.has(b))),
    oldText: (b) => back.get(`“${b}”`)?.slice(1, -1) ?? b,
    newText: (a) => forth.get(`“${a}”`)?.slice(1, -1) ?? a,
    word: (a, b, word) => (translated || b.includes(word) ? wordIn(a, b, word) : undefined),
    newRelation: (a) => forth.get(a) ?? (here.has(a) ? a : undefined),
    newField: (ra, a) => {
      const rb = names.newRelation(ra)
      const own = rb !== undefined && fieldOf(here.get(rb), a) ? a : undefined
      return forth.get(`${ra}.${a}`)?.slice((rb?.length ?? 0) + 1) ?? own
    },
    renamed: () => trail.flatMap((a) => [[a, forth.get(a) ?? a] as const]),
    mark: () => trail.length,
    undo: (mark) => {
      for (const a of trail.splice(mark)) {
        back.delete(forth.get(a) ?? '')
        forth.delete(a)
      }
    },
  }
  return names
}

const none: ReadonlySet<string> = new Set()

/** Every text that a plan compares data with, or gives. */
function textsOf(plan: Plan): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if ('op' in part && part.op === 'const' && 'value' in part && typeof part.value === 'string')
      found.add(part.value)
    for (const inner of Object.values(part)) walk(inner)
  }
  walk(plan.columns)
  for (const { inputs, rows } of plan.tables)
    for (const { tests } of rows)
      for (const [i, test] of tests.entries())
        if (inputs[i]?.type.is === 'text' && (test.is === 'in' || test.is === 'not-in'))
          for (const value of test.values) found.add(String(value))
  return found
}

/**
 * The word of a new list that stands for one of the old: itself, where both lists have it. Words that only one list has
 * are paired by their order, where there are as many of them.
 */
function wordIn(old: readonly string[], next: readonly string[], word: string): string | undefined {
  if (next.includes(word)) return word
  const gone = old.filter((one) => !next.includes(one))
  const come = next.filter((one) => !old.includes(one))
  return gone.length === come.length ? come[gone.indexOf(word)] : undefined
}

/** Types that hold the same values: how wide an engine keeps a column says nothing about what it means. */
export function sameType(names: Names, a: Type, b: Type): boolean {
  switch (a.is) {
    case 'int':
      return (
        b.is === 'int' &&
        a.scale === b.scale &&
        a.unit === b.unit &&
        a.currency === b.currency &&
        (a.currencyIn === undefined) === (b.currencyIn === undefined)
      )
    case 'enum':
      return (
        b.is === 'enum' &&
        a.values.length === b.values.length &&
        a.values.every((word) => names.word(a.values, b.values, word) !== undefined)
      )
    case 'ref':
      return b.is === 'ref' && names.relation(a.relation, b.relation)
    case 'period':
    case 'date':
    case 'time':
    case 'text':
    case 'truth':
      return a.is === b.is
  }
}
