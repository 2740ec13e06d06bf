import type { Day } from '../../base/day.ts'
import type { Instant } from '../../base/local-time.ts'
import type { Period } from '../../calendar/periods.ts'
import type {
  Column,
  DecisionTable,
  Derived,
  Expr,
  Field,
  Grain,
  Id,
  Origin,
  Pairs,
  PeriodKind,
  Plan,
  Reason,
  Relation,
  Schedule,
} from '../../plan/plan.ts'
import type { RelationRows, Rows } from '../../plan/rows.ts'
import { derivedRelations } from './derived.ts'
import { pairRelations } from './pairs.ts'
import type { Range, Vector } from './vector.ts'

/** A plan's parts by their names. */
export type Model = {
  readonly plan: Plan
  readonly relations: ReadonlyMap<Id, Relation>
  readonly derived: ReadonlyMap<Id, Derived>
  readonly pairs: ReadonlyMap<Id, Pairs>
  readonly fields: ReadonlyMap<Id, ReadonlyMap<Id, Field>>
  readonly grains: ReadonlyMap<Id, Grain>
  readonly columns: ReadonlyMap<Id, Column>
  readonly tables: ReadonlyMap<Id, DecisionTable>
  readonly schedules: ReadonlyMap<Id, Schedule>
  readonly kinds: ReadonlyMap<Id, PeriodKind>
  readonly reasons: ReadonlyMap<number, Reason>
  readonly origins: ReadonlyMap<Id, Origin>
}

/** The periods of one kind in a run, ascending; `at` gives the index of the one that holds a day, or −1. */
export type Periods = {
  readonly kind: PeriodKind
  readonly list: readonly Period[]
  readonly at: (day: number) => number
}

/** The rows that a grain has in a run: row `subject × periods + period`. */
export type Domain = {
  readonly grain: Grain
  readonly count: number
  readonly relation?: RelationRows
  readonly periods?: Periods
}

/** A row of a record that belongs to nobody, since the reference that says whose it is is missing or bad. */
export type Unplaced = {
  readonly relation: Id
  readonly row: number
  /** The state of the reference. */
  readonly state: number
  /** The day on which it would count, where that is known. */
  readonly day?: number
}

/** Values for every row of a grain, and what they can be. Of a field: checked, its cells' states those of the plan. */
export type Stored = { readonly vector: Vector; readonly range: Range }

/**
 * Where each row of a finer grain belongs. A group is a row of the coarser grain; when the aggregate names only one of
 * its two keys, all rows that share that key.
 */
export type Grouping = {
  readonly count: number
  readonly groups: Int32Array
  /** The rows whose group is `unknown`, ascending. */
  readonly loose: readonly Loose[]
  readonly groupOf: (row: number) => number
  /** The groups of one subject; all groups where it is not known whose the row is. */
  readonly groupsOf: (subject: number | undefined) => { readonly from: number; readonly until: number }
  /** The rows of each group, ascending: made when first asked for, kept for the next. */
  readonly rowsOf: (group: number) => Int32Array
}

/** A row whose period is not known, or (without `subject`) of which it is not known whose it is. */
export type Loose = {
  readonly row: number
  readonly state: number
  readonly subject?: number
  readonly unplaced: boolean
  readonly day?: number
}

/**
 * Which rows are counted, and where. `groups` is the group of every row that counts, `nowhere` for the others;
 * `held` the state that a group is held with by some of its rows.
 */
export type Counted = {
  readonly grouping: Grouping
  readonly groups: Int32Array
  readonly held: Uint16Array
}

/**
 * How things that go on from period to period stood in an earlier run, by the column that carries them, the last day of
 * a period and the subject's key: as text (see balances.ts), null where that was held. `until` is the latest of the days.
 */
export type Opening = ReadonlyMap<
  Id,
  { readonly until: Day; readonly periods: ReadonlyMap<Day, ReadonlyMap<string, string | null>> }
>

/**
 * Which row of a record is in force on which day: for each different keys, the days of their rows cut into stretches on
 * which the answer is the same, ascending. `group` gives the keys' number, −1 where no row has them.
 */
export type InForceIndex = {
  readonly group: (key: readonly (number | string)[]) => number
  /** The stretch that holds a day, −1 before the first. */
  readonly stretch: (group: number, day: number) => number
  /** The row of a stretch, or −1. */
  readonly rows: Int32Array
  readonly several: Uint8Array
  readonly reversed: Uint8Array
  /** The largest state of a day that is not known, of the rows that may be in force. */
  readonly unknown: Uint16Array
}

/** A run: the plan, the rows, and what has been computed of it. */
export type Engine = {
  readonly model: Model
  readonly rows: Rows
  readonly opening: Opening
  /** The instant that the run was told. */
  readonly now?: Instant | undefined
  readonly domains: ReadonlyMap<Id, Domain>
  readonly columns: Map<Id, Vector>
  readonly aggregates: Map<Expr, Stored>
  readonly fields: Map<string, Stored>
  readonly groupings: Map<string, Grouping>
  /** Of each record that is in force for a time, which row is so on which day. */
  readonly inForce: Map<Id, InForceIndex>
  readonly unplaced: Map<string, Unplaced>
}

function byId<T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(items.map((item) => [item.id, item]))
}

export function modelOf(plan: Plan): Model {
  const known = models.get(plan) ?? made(plan)
  models.set(plan, known)
  return known
}

/** A plan is run many times, on each case: its parts are laid out once. */
const models = new WeakMap<Plan, Model>()

function made(plan: Plan): Model {
  const relations = [...plan.relations, ...derivedRelations(plan), ...pairRelations(plan)]
  let origins: Model['origins'] | undefined
  return {
    plan,
    relations: byId(relations),
    derived: byId(plan.derived),
    pairs: byId(plan.pairs ?? []),
    fields: new Map(relations.map((r) => [r.id, byId(r.fields)])),
    grains: byId(plan.grains),
    columns: byId(plan.columns),
    tables: byId(plan.tables),
    schedules: byId(plan.schedules),
    kinds: byId(plan.periods),
    reasons: new Map(plan.reasons.map((r) => [r.state, r])),
    // Asked for only where something is explained.
    get origins() {
      origins ??= byId(plan.origins)
      return origins
    },
  }
}

/** What a plan names must be there: anything else is a mistake of ours, not of a user. */
export function need<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const found = map.get(key)
  if (found === undefined) throw new Error(`the plan has no ${String(key)}`)
  return found
}

/** The relation that a chain of references leads to. */
export function relationAt(model: Model, from: Id, path: readonly Id[]): Id {
  let relation = from
  for (const id of path) {
    const type = need(need(model.fields, relation), id).type
    if (type.is !== 'ref') throw new Error(`${relation}.${id} is no reference`)
    relation = type.relation
  }
  return relation
}
