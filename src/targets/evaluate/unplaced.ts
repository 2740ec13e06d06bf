import type { Expr } from '../../plan/plan.ts'
import type { Domain, Engine, Unplaced } from './engine.ts'
import { partsOf } from './spans.ts'

/** Whether working out an expression looks for the place of rows, and notes those that have none. */
export function looksForPlaces(expr: Expr): boolean {
  const known = looking.get(expr) ?? (placing.has(expr.op) || partsOf(expr).some(looksForPlaces))
  looking.set(expr, known)
  return known
}

const placing: ReadonlySet<Expr['op']> = new Set(['aggregate', 'rolling', 'clock', 'in-force'])
const looking = new WeakMap<Expr, boolean>()

/** Notes a row of a record of which nobody knows where it belongs: the run says so once, with the first reason. */
export function noteUnplaced(engine: Engine, unplaced: Unplaced): void {
  const key = JSON.stringify([unplaced.relation, unplaced.row])
  if (!engine.unplaced.has(key)) engine.unplaced.set(key, unplaced)
}

/** The same for a row of a grain. */
export function noteUnplacedAt(
  engine: Engine,
  { grain, periods }: Domain,
  { row: at, state, day }: Omit<Unplaced, 'relation'>,
): void {
  const own = grain.relation
  if (own === undefined) return
  const made = engine.model.derived.get(own)
  const subject = Math.floor(at / (periods?.list.length ?? 1))
  // A share of too many that names nobody: the row is reported already, and its lines belong to nobody.
  if (engine.model.pairs.has(own)) return
  // A line of a row that belongs to nobody: the row itself is what somebody must mend.
  const relation = made?.of ?? own
  const row = made === undefined ? subject : Math.floor(subject / made.lines.length)
  noteUnplaced(engine, { relation, row, state, ...(day !== undefined && { day }) })
}
