import type { Cell, Table, TierMode } from '../../src/syntax/ast.ts'
import { given } from './decision-table.ts'
import { compare, type Rational } from './rational.ts'
import { held, numberOf, present, type Result, type Value } from './value.ts'
import { headingMeaning } from './word.ts'
import type { Scope, World } from './world.ts'

/** One row of a tier table. `low` absent: from below everything. */
export type Band = {
  readonly low?: { readonly at: Rational; readonly included: boolean }
  readonly high?: { readonly at: Rational; readonly included: boolean }
  readonly give: Result<Value>
  readonly mode?: TierMode
}
export type Schedule = { readonly pays: boolean; readonly bands: readonly Band[] }

function headingWord(table: Table, column: number): string {
  const value = table.headings[column]?.value
  return value?.is === 'path' ? headingMeaning(value.parts[0]?.text ?? '') : ''
}

function bounds(
  world: World,
  cell: Cell | undefined,
  first: string,
  scope: Scope,
): Pick<Band, 'low' | 'high'> {
  if (!cell || cell.is === 'any') return {}
  const item = cell.is === 'tests' ? cell.items[0] : undefined
  const at = (value: Parameters<World['evaluate']>[0]) => {
    const result = world.evaluate(value, scope)
    if (result.is !== 'present') throw new Error('a threshold is a plain number')
    return numberOf(result.value)
  }
  if (item?.is === 'value') return { low: { at: at(item.value), included: first !== 'over' } }
  if (item?.is !== 'range') throw new Error('a tier row says where it begins')
  return {
    ...(item.low && { low: { at: at(item.low.at), included: item.low.included } }),
    ...(item.high && { high: { at: at(item.high.at), included: item.high.included } }),
  }
}

/** Reads a tier table: `from` | `over` | `at` | ranges, then `rate` or `pays`, then perhaps `mode`. */
export function scheduleOf(world: World, table: Table, scope: Scope): Schedule {
  const first = headingWord(table, 0)
  const bands = table.rows.map((row): Band => {
    const mode = row.cells[2]
    return {
      ...bounds(world, row.cells[0], first, scope),
      give: given(world, row.cells[1], scope),
      ...(mode?.is === 'mode' && { mode: mode.mode }),
    }
  })
  return { pays: headingWord(table, 1) !== 'rate', bands }
}

/** The band that a value reaches: the last one that begins at or below it, and has not ended before it. */
export function bandAt(schedule: Schedule, by: Rational): Result<number> {
  const index = schedule.bands.findLastIndex(({ low }) => {
    if (!low) return true
    const place = compare(by, low.at)
    return low.included ? place >= 0 : place > 0
  })
  const high = schedule.bands[index]?.high
  if (index < 0) return held('below the first row')
  if (high && (high.included ? compare(by, high.at) > 0 : compare(by, high.at) >= 0)) {
    return held('in no row')
  }
  return present(index)
}
