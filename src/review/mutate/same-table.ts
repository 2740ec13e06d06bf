import { power10 } from '../../base/decimal.ts'
import type { DecisionTable, Id, Plan, TableInput } from '../../plan/plan.ts'
import { namesBetween } from '../difference/names.ts'
import { pairOf, type Stretch } from '../difference/table-cells.ts'
import { boxesOf } from '../difference/table-regions.ts'
import type { Piece } from './amounts.ts'
import { mayLieIn, type Numbers } from './same-test.ts'

/** Tells whether a table with other bounds chooses the same row for all that it may be asked there. */
export function tablesAlike(before: Plan, after: Plan, numbers: Numbers) {
  const names = namesBetween(before, after)
  const [old, next] = [before, after].map(({ tables }) => new Map(tables.map((one) => [one.id, one])))
  const known = new Map<string, boolean>()
  return (id: Id, asked: readonly TableInput[], row: number | undefined): boolean => {
    const key = JSON.stringify([id, asked, row])
    const found = known.get(key) ?? look(id, asked, row)
    known.set(key, found)
    return found
  }

  function look(id: Id, asked: readonly TableInput[], row: number | undefined): boolean {
    const [a, b] = [old?.get(id), next?.get(id)]
    // Of one row alone, as where every row that matches counts, each stands for itself.
    if (!a || !b || row !== undefined || !sameBesides(a, b)) return false
    // Of two rows that match at once the first and the last are others, which the order of the rows tells.
    return sameRows(a, b, asked) && (a.hit !== 'unique' || sameRows(turned(a), turned(b), asked))
  }

  function sameRows(a: DecisionTable, b: DecisionTable, asked: readonly TableInput[]): boolean {
    const both = asked.map((input) => [input, input] as const)
    const pair = pairOf(names, a, b, both, (input, stretch, scale) => {
      const one = asked[input]
      return one?.is !== 'number' || mayLieIn(numbers, one.value, [pieceOf(stretch, scale)], [])
    })
    return pair !== undefined && boxesOf(pair, (i, j) => i === j).length === 0
  }
}

function turned(table: DecisionTable): DecisionTable {
  return { ...table, rows: [...table.rows].reverse() }
}

/** A bound itself, or what lies between two of them. */
function pieceOf({ low, high }: Stretch, scale: number): Piece {
  const included = low !== undefined && low === high
  const end = (at: bigint) => ({ at: { n: at, d: power10(scale) }, included })
  return {
    ...(low !== undefined && { low: end(low) }),
    ...(high !== undefined && { high: end(high) }),
  }
}

/** Whether two tables differ at most in their tests. */
function sameBesides(a: DecisionTable, b: DecisionTable): boolean {
  return (
    a.hit === b.hit &&
    a.rows.length === b.rows.length &&
    (a.otherwise === undefined) === (b.otherwise === undefined) &&
    a.uncovered === b.uncovered &&
    a.conflict === b.conflict
  )
}
