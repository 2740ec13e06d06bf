import type { Column, Expr, Id, Schedule, Type } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { columnNamed, shownBound } from './constants.ts'
import type { Gathering } from './gather.ts'
import type { Condition } from './point.ts'
import { addBoundary } from './table-points.ts'

type Band = Extract<Expr, { op: 'band' }>

/** Every band of every schedule, and the thresholds between them. */
export function addTiers(into: Gathering, conditions: (origin: string) => readonly Condition[]): void {
  for (const column of into.plan.columns)
    for (const expr of bandsIn(column.expr)) addBands(into, column, expr, conditions)
}

function bandsIn(expr: Expr): readonly Band[] {
  const inside = partsOf(expr).flatMap(bandsIn)
  return expr.op === 'band' ? [expr, ...inside] : inside
}

function addBands(
  into: Gathering,
  column: Column,
  expr: Band,
  conditions: (origin: string) => readonly Condition[],
): void {
  const schedule = into.plan.schedules.find(({ id }) => id === expr.schedule)
  if (!schedule) return
  const under = conditions(schedule.origin)
  into.add({
    grain: column.grain,
    look: { is: 'code', expr },
    under,
    points: schedule.bands.map((band, i) => ({
      outcomes: [String(i)],
      name: `tier:${i + 1}`,
      origin: band.origin,
      within: schedule.origin,
      what: {
        is: 'tier',
        tier: i + 1,
        ...(band.from && { from: shownBound(boundOf(schedule, band.from.at), schedule.type) }),
        over: band.from?.included === false,
      },
    })),
  })
  const measured = into.plan.outputs.flatMap(({ steps }) =>
    steps.flatMap(({ tiers }) => (tiers?.schedule === schedule.id ? [tiers.by] : [])),
  )[0]
  const of = labelOf(into, measured, expr)
  for (const [i, band] of schedule.bands.entries()) {
    if (!band.from) continue
    const bound = boundOf(schedule, band.from.at)
    addBoundary(into, {
      grain: column.grain,
      under,
      value: expr.by,
      bound,
      type: measureType(schedule),
      mirror: expr.mirror,
      of,
      origin: band.origin,
      within: schedule.origin,
      name: `boundary:${of}`,
      // What is negative earns as its absolute value does, and a line goes on below its first point.
      ...(i === 0 && (expr.mirror || schedule.mode === 'linear') && { without: 'below' }),
    })
  }
}

function boundOf(schedule: Schedule, at: string) {
  return { n: BigInt(at), d: 1n, scale: schedule.scale }
}

/** Of a share the thresholds are written in percent; the range of the schedule's type is that of its integers. */
function measureType({ type }: Schedule): Type {
  return { ...type, scale: 0, min: `-${'9'.repeat(38)}`, max: '9'.repeat(38) }
}

function labelOf(into: Gathering, measured: Id | undefined, { by }: Band): string {
  const id = measured ?? (by.n.op === 'column' ? by.n.column : undefined)
  const column = id === undefined ? undefined : columnNamed(into.plan, id)
  return column?.label ?? (column ? into.textOf(column.origin) : '')
}
