import type { Id, Plan } from '../../plan/plan.ts'
import type { Point, Points, Probe } from '../coverage/point.ts'
import { type Closure, type Slice, sliceOf } from './slice.ts'
import { valueOutput } from './value-output.ts'

/** How many columns a clause may stand on for what is tested in a value to be shown by the clause first. */
const largestClause = 150

/**
 * Where a point can be seen: in two clauses, its own first, else those that pay; and in the smallest of all. What is tested in
 * a value of a large policy is seen in the value itself first, which hangs on less.
 */
export function slicesFor(
  slices: readonly Slice[],
  value: Slice | undefined,
  point: Point,
  at: number,
): readonly Slice[] {
  const own = (slice: Slice) =>
    (slice.output.releases ?? slice.output.id) === point.owner.id || hasTable(slice, point) ? 0 : 1
  const pays = (slice: Slice) => (slice.output.is === 'pay' ? 0 : 1)
  const bySize = slices
    .filter((slice) => probesFor(slice, at).length > 0)
    .sort((a, b) => a.columns.size - b.columns.size)
  const [smallest] = bySize
  const isLarge = smallest !== undefined && smallest.columns.size > largestClause
  if (value && isLarge) return [value]
  const first = bySize.toSorted((a, b) => own(a) - own(b) || pays(a) - pays(b)).slice(0, isLarge ? 1 : 2)
  return [...new Set([...first, ...bySize.slice(0, 1)]), ...(value ? [value] : [])]
}

/** Whether a point is one of a table that stands in the text of a clause, as each of an authority does. */
function hasTable({ plan, output }: Slice, { owner }: Point): boolean {
  if (owner.is !== 'table') return false
  return plan.tables.some(({ id, label }) => label === owner.id && id.startsWith(`${output.id} `))
}

/** What a value that a point is tested in stands on, as if it were a clause: made once for each, when it is asked for. */
export function valueSlices(
  plan: Plan,
  points: Points,
  closure: Closure,
): (point: Point) => Slice | undefined {
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  const known = new Map<Id, Slice>()
  return ({ owner }) => {
    const column = owner.is === 'value' ? columns.get(owner.id) : undefined
    if (column?.label === undefined) return undefined
    const { id } = column
    const slice = known.get(id) ?? sliceOf(plan, points, valueOutput(column), closure)
    known.set(id, slice)
    return slice
  }
}

export function probesFor({ points }: Slice, point: number): readonly Probe[] {
  return points.probes.filter(({ outcomes }) => [...outcomes.values()].includes(point))
}

/** How many hundreds of columns a run works out. */
export function weightOf({ columns }: Slice): number {
  return Math.ceil(columns.size / 100)
}
