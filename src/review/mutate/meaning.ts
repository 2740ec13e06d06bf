import type { Column, Id, Output, Plan } from '../../plan/plan.ts'
import { plainKeys, shownKeys } from '../../targets/evaluate/signatures.ts'
import { isStateKey } from './apart.ts'
import { isTree } from './tree.ts'

/** What a column may name beside columns. */
export type Part = { readonly id: Id }
export type PartKey = 'table' | 'schedule' | 'clock'
export type PartMap = ReadonlyMap<string, Part>

export function isPartKey(key: string): key is PartKey {
  return key === 'table' || key === 'schedule' || key === 'clock'
}

/** The tables, schedules and clocks of a plan, by what they are and their names. */
export function partsIn({ tables, schedules, clocks = [] }: Plan): PartMap {
  const entries = (key: PartKey, all: readonly Part[]) =>
    all.map((part) => [`${key} ${part.id}`, part] as const)
  return new Map([
    ...entries('table', tables),
    ...entries('schedule', schedules),
    ...entries('clock', clocks),
  ])
}

/** What a column works out, without its name and what only readers see. How large it can be is no part of that. */
export function meaningOf({ grain, type, expr, denominator, recurrence, again }: Column): string {
  const plain = type.is === 'int' ? { ...type, min: '', max: '' } : type
  return plainText([grain, plain, expr, denominator, recurrence, again])
}

/** What an output says; which steps lead to it is for readers. */
export function outputText(output: Output | undefined): string {
  return output ? plainText({ ...output, steps: [] }) : ''
}

export function plainText(node: unknown): string {
  return JSON.stringify(node, (key, value: unknown) => (shownKeys.has(key) ? undefined : value))
}

/** Every name in a column that may be that of another column, also in the tables that it asks. */
export function namesRead(column: Column, parts: PartMap): readonly Id[] {
  const known = read.get(column)
  if (known) return known
  const found = new Set<Id>()
  const asked = new Set<string>()
  const walk = (node: unknown, key: string): void => {
    if (typeof node === 'string') {
      if (isPartKey(key)) {
        const name = `${key} ${node}`
        if (asked.has(name)) return
        asked.add(name)
        walk(parts.get(name), '')
      } else if (!plainKeys.has(key)) found.add(node)
    } else if (Array.isArray(node)) for (const item of node) walk(item, key)
    else if (isTree(node)) for (const [name, value] of Object.entries(node)) walk(value, name)
  }
  walk([column.expr, column.denominator], '')
  const names = [...found]
  read.set(column, names)
  return names
}

const read = new WeakMap<Column, readonly Id[]>()

/** Whether parts of two plans say the same, each with its own states; what only readers see does not count. */
export function sameUnder(
  states: ReadonlyMap<number, number>,
  others: ReadonlyMap<number, number>,
): (node: unknown, other: unknown) => boolean {
  const same = (a: unknown, b: unknown, key: string): boolean => {
    if (typeof a === 'number' && typeof b === 'number' && isStateKey(key))
      return (states.get(a) ?? a) === (others.get(b) ?? b)
    if (a === b) return true
    if (Array.isArray(a))
      return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i], key))
    if (!isTree(a) || !isTree(b)) return false
    for (const name in a) if (!shownKeys.has(name) && !same(a[name], b[name], name)) return false
    for (const name in b) if (a[name] === undefined && b[name] !== undefined) return false
    return true
  }
  return (node, other) => same(node, other, '')
}

/** Copies a part of a plan with other names and states. What is written out is itself: a name in it is no column. */
export function moving(
  states: ReadonlyMap<number, number>,
  name: (id: Id, key: string) => Id,
): (node: unknown, key: string) => unknown {
  const move = (node: unknown, key: string): unknown => {
    if (typeof node === 'string') return plainKeys.has(key) || shownKeys.has(key) ? node : name(node, key)
    if (typeof node === 'number') return isStateKey(key) ? (states.get(node) ?? node) : node
    if (Array.isArray(node)) return node.map((item: unknown) => move(item, key))
    if (!isTree(node) || node.op === 'const') return node
    return Object.fromEntries(Object.entries(node).map(([own, value]) => [own, move(value, own)]))
  }
  return move
}
