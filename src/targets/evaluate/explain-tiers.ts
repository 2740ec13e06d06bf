import { power10 } from '../../base/decimal.ts'
import type { Column, Expr, Id, IntType, PlanStep, Schedule, TierAmount } from '../../plan/plan.ts'
import { type Engine, need } from './engine.ts'
import { exactText } from './exact-text.ts'
import { formulaOfColumn, formulaOfName } from './formula.ts'
import type { Reader } from './formula-reader.ts'
import { shownColumn, shownExpr, shownValue } from './shown.ts'
import { partsOf } from './spans.ts'
import { integerFor } from './sub-expression.ts'
import type { Formula, Shown, TraceTiers } from './trace.ts'
import { numberOf } from './value.ts'
import { integerAt, stateAt } from './vector.ts'

type StepTiers = NonNullable<PlanStep['tiers']>

/** A column's number as a fraction of integers with the scale of its numerator; undefined where it has none. */
type Exact = { readonly n: bigint; readonly d: bigint; readonly scale: number; readonly type: IntType }

/** A schedule with this row's numbers: each band, the part of what earns that lies in it, and what that pays. */
export function traceTiers(reader: Reader, tiers: StepTiers): TraceTiers {
  const { engine, row } = reader
  const schedule = need(engine.model.schedules, tiers.schedule)
  for (const id of [tiers.by, tiers.of, tiers.base]) if (id !== undefined) note(reader, id)
  const reached = codeAt(engine, tiers.band, row)
  const measure = (id: Id): Formula => formulaOfName(reader, need(engine.model.columns, id))
  return {
    mode: schedule.mode,
    unit: schedule.type.unit,
    ...(reader.refs && {
      measures: { ...(tiers.of !== undefined && { of: measure(tiers.of) }), by: measure(tiers.by) },
    }),
    ...(tiers.of !== undefined && { of: shownColumn(engine, tiers.of, row) }),
    by: shownColumn(engine, tiers.by, row),
    bands: schedule.bands.map((_, index) => {
      const give = giveOf(reader, tiers, index)
      const slice = reached === undefined ? undefined : sliceOf(reader, tiers, schedule, index, reached)
      const pays = slice && give ? paid(slice, give) : undefined
      return {
        ...startOf(schedule, index),
        give: shownGive(reader, tiers, index),
        ...(slice && { slice: shownExact(slice) }),
        ...(pays && { pays: shownExact(pays) }),
        reached: index === reached,
      }
    }),
  }
}

/**
 * The schedule by which an indicator is scored: what was measured, and the band or the point reached. It pays points by
 * itself, so there are no slices.
 */
export function traceScore(reader: Reader, expr: Expr): TraceTiers | undefined {
  const tiers = tiersIn(expr)
  if (tiers === undefined) return undefined
  const { engine, domain, row } = reader
  const schedule = need(engine.model.schedules, tiers.schedule)
  const reached = integerFor(engine, domain, row, tiers.index)
  const points: IntType = { is: 'int', scale: tiers.giveScale, min: '0', max: '0', unit: 'points' }
  const n = tiers.by.n
  return {
    mode: schedule.mode,
    unit: schedule.type.unit,
    by:
      n.op === 'column'
        ? shownColumn(engine, n.column, row)
        : shownExpr(engine, domain, row, n, { ...schedule.type, scale: tiers.by.scale }),
    bands: schedule.bands.map((_, index) => {
      const give = tiers.gives[index]
      return {
        ...startOf(schedule, index),
        give: give === undefined ? { is: 'text', text: '' } : shownExpr(engine, domain, row, give, points),
        reached: reached === BigInt(index),
      }
    }),
  }
}

function tiersIn(expr: Expr): TierAmount | undefined {
  if (expr.op === 'tiers') return expr
  for (const part of partsOf(expr)) {
    const found = tiersIn(part)
    if (found !== undefined) return found
  }
  return undefined
}

function startOf(schedule: Schedule, index: number): { readonly from?: string; readonly over?: boolean } {
  const from = schedule.bands[index]?.from
  if (from === undefined) return {}
  return { from: exactText(BigInt(from.at), schedule.scale, 0), ...(!from.included && { over: true }) }
}

/** Measures with a name are explained among the values; others where they stand. */
function note(reader: Reader, id: Id): void {
  const column = need(reader.engine.model.columns, id)
  if (column.label === undefined) formulaOfColumn(reader, column)
  else reader.named(column, reader.row)
}

function codeAt(engine: Engine, id: Id, row: number): number | undefined {
  const vector = need(engine.columns, id)
  return stateAt(vector.states, row) === 0 ? Number(integerAt(vector, row)) : undefined
}

/** The row of a column that stands at this grain, or at that of constants. */
function rowIn(reader: Reader, column: Column): number {
  return column.grain === reader.domain.grain.id ? reader.row : 0
}

function exactAt(reader: Reader, id: Id): Exact | undefined {
  const { engine } = reader
  const column = need(engine.model.columns, id)
  const row = rowIn(reader, column)
  const vector = need(engine.columns, id)
  if (column.type.is !== 'int' || stateAt(vector.states, row) !== 0) return undefined
  const below = column.denominator === undefined ? undefined : need(engine.columns, column.denominator)
  const d = below === undefined ? 1n : integerAt(below, row)
  return { n: integerAt(vector, row), d, scale: column.type.scale, type: column.type }
}

function giveOf(reader: Reader, tiers: StepTiers, index: number): Exact | undefined {
  const id = tiers.gives[index]
  return id === undefined ? undefined : exactAt(reader, id)
}

function shownGive(reader: Reader, tiers: StepTiers, index: number): Shown {
  const id = tiers.gives[index]
  if (id === undefined) return { is: 'text', text: '' }
  return shownColumn(reader.engine, id, rowIn(reader, need(reader.engine.model.columns, id)))
}

/**
 * The part of what earns that a band's own rate is for: of a marginal band from its threshold to the next (or to the
 * whole of it), of a whole band everything up to there. Bands above the one reached, and those below the last whole one,
 * take no part; schedules that pay money or run in straight lines have no slices.
 */
function sliceOf(
  reader: Reader,
  tiers: StepTiers,
  schedule: Schedule,
  index: number,
  reached: number,
): Exact | undefined {
  if (schedule.pays || schedule.mode === 'linear' || tiers.of === undefined || index > reached)
    return undefined
  for (let j = index + 1; j <= reached; j++) if (schedule.bands[j]?.mode === 'whole') return undefined
  const earned = exactAt(reader, tiers.of)
  if (earned === undefined) return undefined
  const of = tiers.mirror && earned.n < 0n ? { ...earned, n: -earned.n } : earned
  const sign = of === earned ? 1n : -1n
  const end = index === reached ? of : thresholdAt(reader, tiers, schedule, index + 1, of.type)
  const whole = schedule.bands[index]?.mode === 'whole'
  const start = whole ? undefined : thresholdAt(reader, tiers, schedule, index, of.type)
  if (end === undefined) return undefined
  const slice = start === undefined ? end : minus(end, start)
  return { ...slice, n: slice.n * sign }
}

/** `threshold × base`; undefined for a band that begins at nothing, or at 0. */
function thresholdAt(
  reader: Reader,
  tiers: StepTiers,
  schedule: Schedule,
  index: number,
  type: IntType,
): Exact | undefined {
  const from = schedule.bands[index]?.from
  const base = tiers.base === undefined ? undefined : exactAt(reader, tiers.base)
  if (from === undefined || base === undefined) return undefined
  return { n: BigInt(from.at) * base.n, d: base.d, scale: schedule.scale + base.scale, type }
}

function minus(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale)
  const x = a.n * power10(scale - a.scale) * b.d
  const y = b.n * power10(scale - b.scale) * a.d
  return { n: x - y, d: a.d * b.d, scale, type: a.type }
}

function paid(slice: Exact, give: Exact): Exact {
  return { n: slice.n * give.n, d: slice.d * give.d, scale: slice.scale + give.scale, type: slice.type }
}

function shownExact({ n, d, scale, type }: Exact): Shown {
  return shownValue(numberOf(type.unit, type.currency, n, d, scale))
}
