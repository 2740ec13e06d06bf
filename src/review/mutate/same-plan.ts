import { sameData } from '../../base/same-data.ts'
import type { Column, Id, Output, Plan } from '../../plan/plan.ts'
import { gridsOf } from './grids.ts'
import { isPartKey, partsIn } from './meaning.ts'
import { sameWhereApart } from './outcomes.ts'
import { textsOf } from './pruned-plan.ts'
import { rangesOf } from './ranges.ts'
import type { Apart, Numbers } from './same-test.ts'
import { type Known, type Moved, movedBetween } from './same-value.ts'

/**
 * Tells of a changed plan whether it comes to the same as the first, whatever the data: its comparisons, bounds and limits
 * are others only where nothing lies between. False where that cannot be told. What is held, and why, counts as well.
 */
export function sameAs(before: Plan): (after: Plan) => boolean {
  let numbers: Numbers | undefined
  let sameWhere: ReturnType<typeof sameWhereApart> | undefined
  const parts = partsIn(before)
  const columns = new Set(before.columns.map(({ id }) => id))
  const besides = besidesOf(before)
  const { clocks, checks, grains, derived, targets } = before
  const named = new Set(textsOf([besides.outputs, clocks, checks, grains, derived, targets]))
  return (after) => {
    if (!sameData(besides, besidesOf(after)) || !sameColumns(before, after)) return false
    const others = new Set<string>()
    const next = partsIn(after)
    if (next.size !== parts.size || [...parts.keys()].some((name) => !next.has(name))) return false
    for (const [name, part] of parts) if (!sameData(part, next.get(name))) others.add(name)
    const moves = new Map<Id, Moved>()
    numbers ??= { ranges: rangesOf(before), grids: gridsOf(before) }
    const aparts = new Map<Id, Apart>()
    const known: Known = {
      moved: (id) => (moves.has(id) ? moves.get(id) : columns.has(id) ? 0 : undefined),
      apart: (id) => aparts.get(id),
      isOther: (node) => touches(node, others, moves),
    }
    const { moved, apart } = movedBetween(before, after, numbers, known, (...asked) => {
      sameWhere ??= sameWhereApart(before, { ranges: rangesOf(before, 'through'), grids: gridsOf(before) })
      return sameWhere(...asked)
    })
    for (const [i, column] of before.columns.entries()) {
      const other = after.columns[i] ?? column
      const same = column === other || sameData(column.expr, other.expr)
      if (same && !touches(column.expr, others, moves)) {
        if (isSeen(column) && !sameType(column, other)) return false
        continue
      }
      const places = moved(column.expr, other.expr)
      const where = places === undefined && !isSeen(column) ? apart(column.expr, other.expr) : undefined
      if (where) {
        // Whoever reads it must come to the same there.
        moves.set(column.id, undefined)
        aparts.set(column.id, where)
        continue
      }
      if (places === undefined) return false
      const stays = places === 0 || places === 'any'
      if (isSeen(column) && !(stays && sameType(column, other))) return false
      if (!stays) moves.set(column.id, places)
    }
    return true
  }

  /** Whether it may be looked at as it stands: by a case, by what is no column, or by an earlier period of its own. */
  function isSeen({ id, label, recurrence }: Column): boolean {
    return label !== undefined || recurrence !== undefined || named.has(id)
  }
}

/** All of a plan but its columns, the tables and schedules that they ask, and where anything was written. */
function besidesOf(plan: Plan) {
  const { columns: _, tables: __, schedules: ___, origins: ____, outputs, ...rest } = plan
  return { ...rest, outputs: outputs.map(({ steps: _steps, ...output }: Output) => output) }
}

/** The same names, for the same rows, in the same order. */
function sameColumns({ columns: a }: Plan, { columns: b }: Plan): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, grain, denominator, recurrence, label, again }, i) => {
      const other = b[i]
      return (
        other?.id === id &&
        other.grain === grain &&
        other.denominator === denominator &&
        other.recurrence === recurrence &&
        other.label === label &&
        other.again === again
      )
    })
  )
}

/** How large it can be is no part of what it is. */
function sameType({ type: a }: Column, { type: b }: Column): boolean {
  const plain = (type: Column['type']) => (type.is === 'int' ? { ...type, min: '', max: '' } : type)
  return a === b || sameData(plain(a), plain(b))
}

/** Whether a part of a plan names a table or a schedule that is another, or a column that has been moved. */
function touches(node: unknown, others: ReadonlySet<string>, moves: ReadonlyMap<Id, Moved>): boolean {
  if (others.size === 0 && moves.size === 0) return false
  const look = (inner: unknown, key: string): boolean => {
    if (typeof inner === 'string') return isPartKey(key) ? others.has(`${key} ${inner}`) : moves.has(inner)
    if (typeof inner !== 'object' || inner === null) return false
    return Object.entries(inner).some(([name, value]) => look(value, Array.isArray(inner) ? key : name))
  }
  return look(node, '')
}
