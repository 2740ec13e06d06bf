import type { Named } from '../../targets/evaluate/results.ts'
import { compareText } from '../../targets/evaluate/row-key.ts'
import type { Person } from './impact.ts'
import type { RunLines } from './run-lines.ts'

/** Everybody in either run, numbered by their keys: the same people have the same numbers in every report. */
export function peopleOf(...runs: readonly RunLines[]): {
  readonly person: (named: Named) => Person
  readonly all: readonly Person[]
} {
  const known = new Map<string, Named>()
  const seen = new WeakSet<Named>()
  const see = (named: Named | undefined): void => {
    if (named === undefined || seen.has(named)) return
    seen.add(named)
    const key = keyOf(named)
    if (!known.has(key)) known.set(key, named)
  }
  for (const { lines } of runs)
    for (const list of lines.values()) for (const { subject } of list) see(subject)
  // All rows of their record, also those without a line in this period: a number stays the same from one to the next.
  for (const record of new Set([...known.values()].map((named) => named.record)))
    for (const { results } of runs) {
      const rows = results.engine.rows.get(record)
      for (let row = 0; rows && row < rows.count; row++) {
        const key = `${record}\n${rows.name(row)}`
        if (!known.has(key)) known.set(key, { record, row, key: rows.name(row) })
      }
    }
  const order = [...known.keys()].sort(compareText)
  const numbers = new Map(order.map((key, i) => [key, i + 1]))
  const made = new Map<string, Person>()
  const person = (named: Named): Person => {
    const key = keyOf(named)
    const one = made.get(key) ?? { named, number: numbers.get(key) ?? 0 }
    made.set(key, one)
    return one
  }
  return { person, all: [...known.values()].map(person) }
}

function keyOf({ record, key }: Named): string {
  return `${record}\n${key}`
}
