/**
 * The functions of lodash that Chevrotain calls, as plain ones: lodash's own make a fifth of what a start costs. Each
 * does what Chevrotain asks of it, no more; the tests run with these as well.
 */
type Dictionary = { readonly [key: string]: unknown }
type Collection = readonly unknown[] | Dictionary | string | null | undefined
type Iteratee = string | ((value: unknown, key: string | number, all: unknown) => unknown)

const isList = (all: Collection): all is readonly unknown[] => Array.isArray(all)
const entriesOf = (all: Collection): readonly (readonly [string | number, unknown])[] =>
  isList(all) ? all.map((value, i) => [i, value] as const) : Object.entries(all ?? {})
const call = (how: Iteratee): ((value: unknown, key: string | number, all: unknown) => unknown) =>
  typeof how === 'function' ? how : (value) => (value as Dictionary | undefined)?.[how]

export const identity = <T>(value: T): T => value
export const noop = (): void => undefined
export const isUndefined = (value: unknown): boolean => value === undefined
export const isArray = Array.isArray
export const isString = (value: unknown): boolean => typeof value === 'string'
export const isFunction = (value: unknown): boolean => typeof value === 'function'
export const isRegExp = (value: unknown): boolean => value instanceof RegExp
export const isObject = (value: unknown): boolean =>
  value !== null && (typeof value === 'object' || typeof value === 'function')
export const isEmpty = (all: Collection): boolean =>
  all === null ||
  all === undefined ||
  (typeof all === 'string' || isList(all) ? all.length : Object.keys(all).length) === 0
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const has = (object: unknown, key: PropertyKey): boolean =>
  object !== null && object !== undefined && Object.hasOwn(object as object, key)
export const keys = (all: object): readonly string[] => Object.keys(all)
export const values = (all: Collection): readonly unknown[] => (isList(all) ? all : Object.values(all ?? {}))
export const assign = Object.assign
export const defaults = (target: object, ...from: readonly object[]): object => {
  const filled = target as { [key: string]: unknown }
  for (const one of from)
    for (const [key, value] of Object.entries(one)) if (filled[key] === undefined) filled[key] = value
  return target
}
export const pickBy = (object: object, how: (value: unknown, key: string) => boolean): object =>
  Object.fromEntries(Object.entries(object).filter(([key, value]) => how(value, key)))
export const clone = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice()
  if (typeof value !== 'object' || value === null) return value
  return Object.assign(Object.create(Object.getPrototypeOf(value)), value)
}

export const forEach = (all: Collection, how: Iteratee): Collection => {
  const run = call(how)
  if (isList(all)) {
    for (let i = 0; i < all.length; i++) if (run(all[i], i, all) === false) break
  } else
    for (const key of Object.keys(all ?? {})) if (run((all as Dictionary)[key], key, all) === false) break
  return all
}
export const map = (all: Collection, how: Iteratee): readonly unknown[] => {
  const run = call(how)
  return isList(all)
    ? all.map((value, i) => run(value, i, all))
    : entriesOf(all).map(([key, value]) => run(value, key, all))
}
export const filter = (all: Collection, how: Iteratee): readonly unknown[] => {
  const run = call(how)
  return entriesOf(all).flatMap(([key, value]) => (run(value, key, all) ? [value] : []))
}
export const reject = (all: Collection, how: Iteratee): readonly unknown[] => {
  const run = call(how)
  return filter(all, (value, key) => !run(value, key, all))
}
export const find = (all: Collection, how: Iteratee): unknown => {
  const run = call(how)
  return entriesOf(all).find(([key, value]) => run(value, key, all))?.[1]
}
export const some = (all: Collection, how: Iteratee): boolean => {
  const run = call(how)
  return entriesOf(all).some(([key, value]) => run(value, key, all))
}
export const every = (all: Collection, how: Iteratee): boolean => {
  const run = call(how)
  return entriesOf(all).every(([key, value]) => run(value, key, all))
}
export const reduce = (
  all: Collection,
  how: (so: unknown, value: unknown, key: string | number, all: unknown) => unknown,
  ...first: readonly unknown[]
): unknown => {
  const entries = entriesOf(all)
  const rest = first.length > 0 ? entries : entries.slice(1)
  const start = first.length > 0 ? first[0] : entries[0]?.[1]
  return rest.reduce((so, [key, value]) => how(so, value, key, all), start)
}
export const groupBy = (all: Collection, how: Iteratee): { [key: string]: unknown[] } => {
  const run = call(how)
  const groups: { [key: string]: unknown[] } = {}
  for (const [key, value] of entriesOf(all)) {
    const group = String(run(value, key, all))
    groups[group] = [...(groups[group] ?? []), value]
  }
  return groups
}
export const includes = (all: Collection, value: unknown): boolean =>
  typeof all === 'string' ? all.includes(String(value)) : values(all).includes(value)

export const first = (list: readonly unknown[] | undefined): unknown => list?.[0]
export const last = (list: readonly unknown[] | undefined): unknown => list?.at(-1)
export const drop = (list: readonly unknown[], count = 1): readonly unknown[] => list.slice(count)
export const dropRight = (list: readonly unknown[], count = 1): readonly unknown[] =>
  list.slice(0, Math.max(0, list.length - count))
export const compact = (list: readonly unknown[]): readonly unknown[] => list.filter(Boolean)
export const flatten = (list: readonly unknown[]): readonly unknown[] => list.flat()
export const flatMap = (all: Collection, how: Iteratee): readonly unknown[] => map(all, how).flat()
export const uniq = (list: readonly unknown[]): readonly unknown[] => [...new Set(list)]
export const difference = (
  list: readonly unknown[],
  ...others: readonly (readonly unknown[])[]
): readonly unknown[] => {
  const without = new Set(others.flat())
  return list.filter((value) => !without.has(value))
}
export const indexOf = (list: readonly unknown[], value: unknown): number => list.indexOf(value)
