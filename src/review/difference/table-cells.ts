import { power10 } from '../../base/decimal.ts'
import type { Bound, DecisionTable, TableInput, Test, Type } from '../../plan/plan.ts'
import type { Names } from './names.ts'

/**
 * Two decision tables over the same inputs. The values of an input fall into classes between which no cell of either
 * can tell; what is not known is a class too, since tables differ in what they then still decide.
 */
export type Classes = {
  readonly label: string
  readonly type: Type
  /** Of numbers: the places of `at`, and the distance between two values; absent where they lie anywhere. */
  readonly scale: number
  readonly step?: bigint
  readonly list: readonly Class[]
}
export type Class =
  | { readonly is: 'word'; readonly word: string }
  /** Any word that no cell names. */
  | { readonly is: 'other' }
  /** A bound (`low` and `high` are the same), or what lies between two. */
  | { readonly is: 'stretch'; readonly low?: bigint; readonly high?: bigint }
  | { readonly is: 'unknown' }

/** Row `row` of either table lets a class through, surely, or perhaps since it asks for what is not known. */
type Passes = 'yes' | 'maybe' | 'no'

export type Pair = {
  readonly classes: readonly Classes[]
  readonly old: Side
  readonly next: Side
}
type Side = {
  readonly table: DecisionTable
  readonly passes: (row: number, input: number, at: number) => Passes
}

/** Undefined where the two do not ask for the same. `may`: whether an input may lie in a class, where more is known of it. */
export function pairOf(
  names: Names,
  a: DecisionTable,
  b: DecisionTable,
  asked: readonly (readonly [TableInput | undefined, TableInput | undefined])[],
  may?: (input: number, stretch: Stretch, scale: number) => boolean,
): Pair | undefined {
  if (a.inputs.length !== b.inputs.length || a.hit === 'every' || b.hit === 'every') return undefined
  const classes: Classes[] = []
  for (const [i, { label, type }] of a.inputs.entries()) {
    const other = b.inputs[i]?.type
    if (other === undefined || other.is !== type.is) return undefined
    const tests = [a.rows.map(testAt(i)), b.rows.map(testAt(i))] as const
    const all = classesOf(names, label, type, other, ...tests, asked[i])
    const met = (one: Class) => one.is !== 'stretch' || !may || may(i, one, all.scale)
    classes.push({ ...all, list: all.list.filter(met) })
  }
  return { classes, old: sideOf(names, a, classes, 0), next: sideOf(names, b, classes, 1) }
}

const testAt =
  (input: number) =>
  ({ tests }: DecisionTable['rows'][number]): Test =>
    tests[input] ?? { is: 'any' }

function classesOf(
  names: Names,
  label: string,
  type: Type,
  other: Type,
  old: readonly Test[],
  next: readonly Test[],
  asked: readonly (TableInput | undefined)[] = [],
): Classes {
  const unknown: Class = { is: 'unknown' }
  if (type.is === 'int' || type.is === 'date' || type.is === 'time') {
    const places = type.is === 'int' ? [type.scale, other.is === 'int' ? other.scale : 0] : [0]
    const given = asked.map((input) => stepOf(input, type))
    const scale = Math.max(...places, ...given.map((places) => places ?? 0))
    const known = given.length > 0 && given.every((places) => places !== undefined)
    const step = known ? power10(scale - Math.max(...given.map((places) => places ?? 0))) : undefined
    const points = [
      ...pointsOf(old, scale - (places[0] ?? 0)),
      ...pointsOf(next, scale - (places.at(-1) ?? 0)),
    ]
    const list = stretchesOf([...new Set(points)].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)))
    const inside = list.filter((one) => step === undefined || hasValue(one, step))
    return { label, type, scale, ...(step !== undefined && { step }), list: [...inside, unknown] }
  }
  const words = wordsOf(names, type, other, old, next)
  const rest: readonly Class[] = type.is === 'enum' || type.is === 'truth' ? [] : [{ is: 'other' }]
  const list = words.map((word): Class => ({ is: 'word', word }))
  return { label, type, scale: 0, list: [...list, ...rest, unknown] }
}

/** To how many places the values of an input are exact; undefined for a quotient. */
function stepOf(input: TableInput | undefined, type: Type): number | undefined {
  if (type.is !== 'int') return 0
  return input?.is === 'number' && input.value.d === undefined ? input.value.scale : undefined
}

function pointsOf(tests: readonly Test[], finer: number): readonly bigint[] {
  const bounds = tests.flatMap((test) => (test.is === 'range' ? test.ranges : []))
  return bounds.flatMap(({ low, high }) =>
    [low, high].flatMap((bound) => (bound ? [BigInt(bound.at) * power10(finer)] : [])),
  )
}

function stretchesOf(points: readonly bigint[]): readonly Extract<Class, { is: 'stretch' }>[] {
  const last = points.at(-1)
  return [
    ...points.flatMap((at, i) => {
      const before = points[i - 1]
      const below = { is: 'stretch' as const, ...(before !== undefined && { low: before }), high: at }
      return [below, { is: 'stretch' as const, low: at, high: at }]
    }),
    { is: 'stretch' as const, ...(last !== undefined && { low: last }) },
  ]
}

function hasValue({ low, high }: { low?: bigint; high?: bigint }, step: bigint): boolean {
  if (low === undefined || high === undefined) return true
  return low === high ? low % step === 0n : nextAbove(low, step) < high
}

/** The first multiple of the step above a place. */
function nextAbove(at: bigint, step: bigint): bigint {
  return at - (((at % step) + step) % step) + step
}

function wordsOf(
  names: Names,
  type: Type,
  other: Type,
  old: readonly Test[],
  next: readonly Test[],
): readonly string[] {
  if (type.is === 'truth') return ['true', 'false']
  if (type.is === 'enum') {
    const come = other.is === 'enum' ? other.values.map((word) => inOld(names, type, other, word)) : []
    return [...new Set([...type.values, ...come])]
  }
  const namedBy = (tests: readonly Test[]) =>
    tests.flatMap((test) => (test.is === 'in' || test.is === 'not-in' ? test.values.map(String) : []))
  const come = namedBy(next).map((word) => inOld(names, type, other, word))
  return [...new Set([...namedBy(old), ...come])]
}

/** A word of the new list as the old one has it; itself where the old one has none for it. */
function inOld(names: Names, old: Type, next: Type, word: string): string {
  if (old.is === 'text') return names.oldText(word)
  if (old.is !== 'enum' || next.is !== 'enum') return word
  return names.word(next.values, old.values, word) ?? word
}

function sideOf(names: Names, table: DecisionTable, classes: readonly Classes[], which: 0 | 1): Side {
  const known = new Map<string, readonly Passes[]>()
  const of = (row: number, input: number): readonly Passes[] => {
    const key = `${row} ${input}`
    const found = known.get(key)
    if (found !== undefined) return found
    const column = classes[input]
    const own = table.inputs[input]?.type
    const test = table.rows[row]?.tests[input] ?? { is: 'any' as const }
    const passes =
      column && own ? column.list.map((one) => passesClass(names, test, one, column, own, which)) : []
    known.set(key, passes)
    return passes
  }
  return { table, passes: (row, input, at) => of(row, input)[at] ?? 'no' }
}

function passesClass(names: Names, test: Test, one: Class, column: Classes, own: Type, which: 0 | 1): Passes {
  if (test.is === 'any') return 'yes'
  if (one.is === 'unknown') return 'maybe'
  if (test.is === 'range') {
    if (one.is !== 'stretch') return 'no'
    const finer = column.scale - (own.is === 'int' ? own.scale : 0)
    const inside = test.ranges.some(({ low, high }) => above(one, low, finer) && below(one, high, finer))
    return inside !== test.negated ? 'yes' : 'no'
  }
  const words = test.values.map((word) =>
    which === 1 ? inOld(names, column.type, own, String(word)) : String(word),
  )
  const named = one.is === 'word' && words.includes(one.word)
  return named === (test.is === 'in') ? 'yes' : 'no'
}

export type Stretch = Extract<Class, { is: 'stretch' }>

function above({ low, high }: Stretch, bound: Bound | undefined, finer: number): boolean {
  if (bound === undefined) return true
  const at = BigInt(bound.at) * power10(finer)
  if (low === undefined) return false
  return low === high && low === at ? bound.included : low >= at
}

function below({ low, high }: Stretch, bound: Bound | undefined, finer: number): boolean {
  if (bound === undefined) return true
  const at = BigInt(bound.at) * power10(finer)
  if (high === undefined) return false
  return low === high && high === at ? bound.included : high <= at
}
