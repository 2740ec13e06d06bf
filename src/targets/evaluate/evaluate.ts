import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Instant } from '../../base/local-time.ts'
import type { Column, Id, Plan } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import { compile } from './compile.ts'
import { dataProblems } from './data-checks.ts'
import { withDerived } from './derived.ts'
import { domainsOf } from './domain.ts'
import { type Engine, modelOf, need, type Opening, type Unplaced } from './engine.ts'
import { computeRecurrence, recurrencesOf } from './recurrence.ts'
import { compareText } from './row-key.ts'
import { sameColumns, sameFields } from './same-columns.ts'
import type { Span } from './spans.ts'
import { formOf, store } from './stored.ts'
import { looksForPlaces } from './unplaced.ts'
import type { Vector } from './vector.ts'

export type EvaluateOptions = {
  /** The days whose periods are wanted, both included. Periods that these read are added. */
  readonly span: Span
  /** How things stood at the end of the run before: what goes on from period to period begins with that. */
  readonly opening?: Opening
  /** What `now` is: seconds since 1970-01-01T00:00Z. Without it, what reads it is held. */
  readonly now?: Instant
  /** Another plan's run on the same rows: what means the same in both is taken from there. */
  readonly earlier?: Results
  /** Called after each column. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Every column of a plan for every row of its grain, and what could not be placed. */
export type Results = {
  readonly engine: Engine
  readonly span: Span
  /** Rows that belong to nobody: the run is incomplete. In the order of their records and keys. */
  readonly unplaced: readonly Unplaced[]
  /** Rows that no result can be built on. */
  readonly problems: readonly Diagnostic[]
  /** The columns that were taken from the earlier run, and which column of it they are. */
  readonly taken: ReadonlyMap<Id, Id>
}

/** Rows that are computed at once: their intermediate values stay in the processor's cache. */
const blockRows = 2048

/** Runs a plan on rows. Exact, pure, and the same whatever order the rows come in. */
export function evaluate(plan: Plan, given: Rows, options: EvaluateOptions): Results {
  const model = modelOf(plan)
  const rows = withDerived(plan, given)
  const blank: Engine = {
    model,
    rows,
    opening: options.opening ?? new Map(),
    ...(options.now !== undefined && { now: options.now }),
    domains: new Map(),
    columns: new Map(),
    aggregates: new Map(),
    fields: new Map(),
    groupings: new Map(),
    inForce: new Map(),
    unplaced: new Map(),
  }
  const earlier = options.earlier?.engine
  const ready = earlier && sameFields(earlier, blank) ? { ...blank, fields: earlier.fields } : blank
  const engine: Engine = { ...ready, domains: domainsOf(ready, options.span, options.earlier) }
  const taken = earlier ? sameColumns(earlier, engine) : new Map<Id, never>()
  const recurrences = recurrencesOf(plan)
  for (const [index, column] of plan.columns.entries()) {
    const known = taken.get(column.id)
    if (known) engine.columns.set(column.id, known.vector)
    else if (column.recurrence === undefined) computeColumn(engine, column)
    else if (recurrences.get(column.recurrence)?.at(-1) === column)
      computeRecurrence(engine, recurrences.get(column.recurrence) ?? [])
    options.onProgress?.(index + 1, plan.columns.length)
  }
  return {
    engine,
    span: options.span,
    unplaced: sortedUnplaced(engine),
    problems: dataProblems(engine),
    taken: new Map([...taken].map(([id, { of }]) => [id, of])),
  }
}

/** Works out one column, all before it being there. */
export function computeColumn(engine: Engine, column: Column): void {
  const domain = need(engine.domains, column.grain)
  // Of no rows nothing is worked out, but rows of others may still be nobody's.
  if (domain.count === 0 && !looksForPlaces(column.expr)) {
    engine.columns.set(column.id, nothing[formOf(column.type)])
    return
  }
  const block = Math.max(1, Math.min(blockRows, domain.count))
  const node = compile(engine, domain, block, column.expr)
  engine.columns.set(column.id, store(node, column.type, domain.count, block))
}

const nothing: { readonly [form in Vector['is']]: Vector } = {
  code: { is: 'code', values: new Int32Array(0), states: undefined },
  int: { is: 'int', values: new BigInt64Array(0), states: undefined },
  big: { is: 'big', values: [], states: undefined },
  text: { is: 'text', values: [], states: undefined },
}

export function sortedUnplaced(engine: Engine): readonly Unplaced[] {
  const name = (u: Unplaced): string => need(engine.rows, u.relation).name(u.row)
  return [...engine.unplaced.values()].sort(
    (a, b) => compareText(a.relation, b.relation) || compareText(name(a), name(b)) || a.row - b.row,
  )
}
