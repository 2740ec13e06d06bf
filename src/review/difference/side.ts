import type {
  Column,
  DecisionTable,
  Derived,
  Expr,
  Id,
  Pairs,
  PeriodKind,
  Plan,
  Relation,
  Schedule,
} from '../../plan/plan.ts'
import { derivedRelations } from '../../targets/evaluate/derived.ts'
import { shapesOf } from './shapes.ts'

/** One of two plans that are compared, its parts by their names. */
export type Side = {
  readonly plan: Plan
  readonly columns: ReadonlyMap<Id, Column>
  readonly grains: ReadonlyMap<Id, Plan['grains'][number]>
  readonly relations: ReadonlyMap<Id, Relation>
  readonly derived: ReadonlyMap<Id, Derived>
  readonly pairs: ReadonlyMap<Id, Pairs>
  readonly tables: ReadonlyMap<Id, DecisionTable>
  readonly schedules: ReadonlyMap<Id, Schedule>
  readonly kinds: ReadonlyMap<Id, PeriodKind>
  readonly reasons: ReadonlyMap<number, string>
  readonly shape: (expr: unknown) => string
}

export function sideOf(plan: Plan): Side {
  const byId = <T extends { readonly id: Id }>(items: readonly T[]) =>
    new Map(items.map((item) => [item.id, item]))
  return {
    plan,
    columns: byId(plan.columns),
    grains: byId(plan.grains),
    relations: byId([...plan.relations, ...derivedRelations(plan)]),
    derived: byId(plan.derived),
    pairs: byId(plan.pairs ?? []),
    tables: byId(plan.tables),
    schedules: byId(plan.schedules),
    kinds: byId(plan.periods),
    reasons: new Map(plan.reasons.map((r) => [r.state, `${r.is} ${r.class} ${r.code}`])),
    shape: shapesOf(plan),
  }
}

/** Rows that are in no file. */
export function isMade({ derived, pairs }: Side, relation: Id): boolean {
  return derived.has(relation) || pairs.has(relation)
}

/** Where a reference of a relation leads. */
export function targetOf(side: Side, relation: Id, field: Id): Id | undefined {
  const pairs = side.pairs.get(relation)
  if (pairs) return field === 'row' ? pairs.of : field === 'with' ? pairs.with : undefined
  const derived = side.derived.get(relation)
  if (derived) return field === 'row' ? derived.of : undefined
  const type = side.relations.get(relation)?.fields.find(({ id }) => id === field)?.type
  return type?.is === 'ref' ? type.relation : undefined
}

/** The relation of the rows that a column names. */
export function refOf(side: Side, column: Id): Id | undefined {
  const type = side.columns.get(column)?.type
  return type?.is === 'ref' ? type.relation : undefined
}

/** The table that an index was looked up in, where it stands in a column of its own. */
export function asked(side: Side, index: Expr): Extract<Expr, { op: 'table' }> | undefined {
  const expr = index.op === 'column' ? side.columns.get(index.column)?.expr : index
  return expr?.op === 'table' && expr.row === undefined ? expr : undefined
}
