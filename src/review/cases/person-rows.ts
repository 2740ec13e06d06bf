import type { Id, Plan } from '../../plan/plan.ts'
import { cellState, type Rows } from '../../plan/rows.ts'

/** Rows of records, by their places. */
export type Chosen = ReadonlyMap<Id, ReadonlySet<number>>

type Ref = { readonly from: Id; readonly field: Id; readonly to: Id }

/** Records with so few rows that lead to no other are taken whole: prices, rates, limits. */
const fewRows = 60

/** Of records with no more rows all of them may count: a total is broken down among all seats of a team. */
const fewBeside = 150

/**
 * Sets of rows among which those stand that one row's results hang on, the smallest first: what leads to it and what all of
 * that refers to; these with all short lists; then what leads to any row that it refers to itself; then everything.
 */
export function rowsAround(plan: Plan, rows: Rows, record: Id, row: number): readonly Chosen[] {
  const refs = refsOf(plan)
  const only = new Map([[record, new Set([row])]])
  const own = outward(plan, rows, refs, inward(rows, refs, only))
  const short = plan.relations.filter(({ id }) => (rows.get(id)?.count ?? 0) <= fewBeside)
  const listed = short.map(({ id }): [Id, Set<number>] => [
    id,
    new Set([...places(rows, id), ...(own.get(id) ?? [])]),
  ])
  const withLists = outward(plan, rows, refs, new Map([...own, ...listed]))
  const beside = outward(plan, rows, refs, inward(rows, refs, forward(rows, refs, only)))
  const all = new Map(plan.relations.map(({ id }) => [id, new Set(places(rows, id))]))
  return [own, withLists, beside, all]
}

/** The rows that lead to one, at whatever distance, and that one itself. */
export function rowsLeadingTo(plan: Plan, rows: Rows, record: Id, row: number): Chosen {
  return inward(rows, refsOf(plan), new Map([[record, new Set([row])]]))
}

function refsOf({ relations }: Plan): readonly Ref[] {
  return relations.flatMap(({ id, fields }) =>
    fields.flatMap((field): Ref[] =>
      field.type.is === 'ref' ? [{ from: id, field: field.id, to: field.type.relation }] : [],
    ),
  )
}

function places(rows: Rows, id: Id): readonly number[] {
  return Array.from({ length: rows.get(id)?.count ?? 0 }, (_, i) => i)
}

function copyOf(chosen: Chosen): Map<Id, Set<number>> {
  return new Map([...chosen].map(([id, set]) => [id, new Set(set)]))
}

function referred(rows: Rows, { from, field }: Ref, row: number): number | undefined {
  const column = rows.get(from)?.fields.get(field)
  if (column?.is !== 'code' || (column.states?.[row] ?? cellState.present) !== cellState.present)
    return undefined
  return column.values[row]
}

/** With every row that leads to one of them. */
function inward(rows: Rows, refs: readonly Ref[], chosen: Chosen): Chosen {
  const found = copyOf(chosen)
  for (let grew = true; grew; ) {
    grew = false
    for (const ref of refs) {
      const wanted = found.get(ref.to)
      if (!wanted) continue
      const own = found.get(ref.from) ?? new Set()
      for (const row of places(rows, ref.from)) {
        const to = own.has(row) ? undefined : referred(rows, ref, row)
        if (to === undefined || !wanted.has(to)) continue
        own.add(row)
        grew = true
      }
      if (own.size > 0) found.set(ref.from, own)
    }
  }
  return found
}

/** With every row that they refer to. */
function forward(rows: Rows, refs: readonly Ref[], chosen: Chosen): Chosen {
  const found = copyOf(chosen)
  for (let grew = true; grew; ) {
    grew = false
    for (const ref of refs)
      for (const row of found.get(ref.from) ?? []) {
        const to = referred(rows, ref, row)
        const there = found.get(ref.to) ?? new Set()
        if (to === undefined || there.has(to)) continue
        found.set(ref.to, there.add(to))
        grew = true
      }
  }
  return found
}

/** With what they refer to, and what holds for them without being theirs: rows in force for these, and short lists. */
function outward(plan: Plan, rows: Rows, refs: readonly Ref[], chosen: Chosen): Chosen {
  const known = forward(rows, refs, chosen)
  const found = copyOf(known)
  for (const { id, inForce } of plan.relations) {
    const own = refs.filter(({ from }) => from === id)
    const all = places(rows, id)
    if (own.length > 0 ? inForce === undefined : all.length > fewRows) continue
    const held = all.filter((row) =>
      own.every((ref) => {
        const to = referred(rows, ref, row)
        return to === undefined || known.get(ref.to)?.has(to) === true
      }),
    )
    if (held.length > 0) found.set(id, new Set([...(found.get(id) ?? []), ...held]))
  }
  return found
}
