import type { Column, Id, Output, Plan, Relation } from '../../plan/plan.ts'
import type { Owner, Points, Probe } from '../coverage/point.ts'
import { allRead } from './all-read.ts'
import type { Used } from './used-fields.ts'

/** What one clause stands on: a plan that is run much faster than the whole. */
export type Slice = {
  readonly output: Output
  readonly plan: Plan
  readonly columns: ReadonlySet<Id>
  /** Of an authority, and of what reads one: itself. */
  readonly authority?: Authority
  /** The points that can be seen in it; those of the whole policy keep their places. */
  readonly points: Points
}

/** Of a clause that stands on more columns than these each run takes so long that less is tried. */
export const manyColumns = 200

export function isLarge({ columns }: Pick<Slice, 'columns'>): boolean {
  return columns.size > manyColumns
}

/** An authority. `level`: how high a request goes; `verdict`: whether it may be, first; `ranks`: from the lowest on. */
export type Authority = {
  readonly output: Output
  readonly level: Id
  readonly verdict: Id
  readonly ranks: readonly string[]
}

/** Which columns each column reads, itself and all below it. */
export type Closure = (ids: readonly Id[]) => ReadonlySet<Id>

export function closureOf(plan: Plan): Closure {
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  const clocks = new Map((plan.clocks ?? []).map((clock) => [clock.id, clock]))
  const together = new Map<Id, Id[]>()
  for (const { id, recurrence } of plan.columns)
    if (recurrence !== undefined) together.set(recurrence, [...(together.get(recurrence) ?? []), id])
  const places = new Map(plan.columns.map(({ id }, i) => [id, i]))
  const placeOf = (id: Id) => places.get(id) ?? 0
  const direct = new Map<Id, readonly Id[]>()
  const readsOf = (column: Column): readonly Id[] => {
    const known = direct.get(column.id)
    if (known) return known
    const group = column.recurrence === undefined ? [] : (together.get(column.recurrence) ?? [])
    const found = new Set<Id>(group)
    // What a column reads stands before it: a word that a later one is called by is no name of it.
    const last = Math.max(...[column.id, ...group].map(placeOf))
    const visit = (node: unknown): void => {
      for (const text of textsIn(node)) {
        if (columns.has(text) && placeOf(text) <= last) found.add(text)
        const clock = clocks.get(text)
        if (clock) for (const inner of textsIn(clock)) if (columns.has(inner)) found.add(inner)
      }
    }
    visit(column.expr)
    if (column.denominator !== undefined) found.add(column.denominator)
    const relation = plan.grains.find(({ id }) => id === column.grain)?.relation
    const derived = plan.derived.find(({ id }) => id === relation)
    if (derived) found.add(derived.share)
    direct.set(column.id, [...found])
    return [...found]
  }
  return (ids) =>
    allRead(
      ids.filter((id) => columns.has(id)),
      (id) => {
        const column = columns.get(id)
        return column ? readsOf(column) : []
      },
    )
}

/** Every text in a value: names of columns among them. */
function textsIn(node: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting: unknown[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') found.add(next)
    else if (typeof next === 'object' && next !== null) waiting.push(...Object.values(next))
  }
  return found
}

const texts = new WeakMap<Column, ReadonlySet<string>>()

function textsOf(column: Column): ReadonlySet<string> {
  const found = texts.get(column) ?? textsIn(column.expr)
  texts.set(column, found)
  return found
}

/** The plan of some clauses alone. */
export function sliceOf(plan: Plan, points: Points, output: Output, closure: Closure): Slice {
  const own = closure([
    output.column,
    ...output.also.map(({ column }) => column),
    ...output.steps.flatMap((step) => [
      step.column,
      ...(step.when === undefined ? [] : [step.when]),
      ...(step.operand === undefined ? [] : [step.operand]),
    ]),
    ...(output.payee ? [output.payee.column] : []),
    ...(output.posting === undefined ? [] : [output.posting]),
  ])
  // Of what reads an approval it is asked, too, what becomes of a request.
  const authority = authorityIn(plan, own)
  const columns = authority ? closure([...own, authority.level, authority.verdict]) : own
  const kept = plan.columns.filter(({ id }) => columns.has(id))
  // A sum over rows that nothing else is worked out of asks for their grain, too.
  const grains = new Set(kept.map(({ grain }) => grain))
  const read = new Set(kept.flatMap((column) => [...textsOf(column)]))
  return {
    output,
    columns,
    ...(authority && { authority }),
    plan: {
      ...plan,
      columns: kept,
      outputs: [output],
      checks: [],
      derived: plan.derived.filter(({ share }) => columns.has(share)),
      grains: plan.grains.filter(({ id }) => grains.has(id) || read.has(id)),
      ...(plan.clocks && { clocks: plan.clocks.filter(({ id }) => read.has(id)) }),
    },
    points: {
      points: points.points,
      probes: points.probes.flatMap((probe) =>
        isIn(plan, probe, columns, grains) ? (probeIn(plan, points, probe, output, columns) ?? []) : [],
      ),
    },
  }
}

function authorityIn({ outputs, columns }: Plan, read: ReadonlySet<Id>): Authority | undefined {
  const output = outputs.find(
    ({ label, column, also }) =>
      label === 'authority' && [column, ...also.map((one) => one.column)].some((id) => read.has(id)),
  )
  const named = (name: string) => output?.also.find(({ label }) => label === name)?.column
  const [level, verdict] = [named('level'), named('verdict') ?? output?.column]
  const type = columns.find(({ id }) => id === level)?.type
  return output && level !== undefined && verdict !== undefined && type?.is === 'enum'
    ? { output, level, verdict, ranks: type.values }
    : undefined
}

/** A probe with the points that a slice has something to say about; undefined where there are none. */
function probeIn(
  plan: Plan,
  points: Points,
  probe: Probe,
  output: Output,
  columns: ReadonlySet<Id>,
): Probe | undefined {
  const outcomes = new Map(
    [...probe.outcomes].filter(([, at]) => {
      const owner = points.points[at]?.owner
      return owner !== undefined && isAbout(plan, owner, output, columns)
    }),
  )
  return outcomes.size > 0 ? { ...probe, outcomes } : undefined
}

/** Whether what owns a point is the clause itself, or something that it reads. */
function isAbout(plan: Plan, owner: Owner, output: Output, columns: ReadonlySet<Id>): boolean {
  switch (owner.is) {
    case 'value':
      return columns.has(owner.id)
    case 'table':
      return (readersOf(plan).get(owner.id) ?? []).some((id) => columns.has(id))
    case 'other':
      return true
    default:
      return plan.outputs.some(
        (one) => (one.releases ?? one.id) === owner.id && (one.id === output.id || columns.has(one.column)),
      )
  }
}

const readers = new WeakMap<Plan, ReadonlyMap<string, readonly Id[]>>()

/** The columns that look into a table, by its label. */
function readersOf(plan: Plan): ReadonlyMap<string, readonly Id[]> {
  const known = readers.get(plan)
  if (known) return known
  const labels = new Map(plan.tables.map(({ id, label }) => [id, label]))
  const found = new Map<string, Id[]>()
  for (const column of plan.columns)
    for (const text of textsOf(column)) {
      const label = labels.get(text)
      if (label !== undefined) found.set(label, [...(found.get(label) ?? []), column.id])
    }
  readers.set(plan, found)
  return found
}

function isIn(plan: Plan, probe: Probe, columns: ReadonlySet<Id>, grains: ReadonlySet<Id>): boolean {
  return grains.has(probe.grain) && columnsRead(plan, probe).every((id) => columns.has(id))
}

const named = new WeakMap<Plan, ReadonlySet<Id>>()

/** The columns that a probe itself names. */
export function columnsRead(plan: Plan, { look, under }: Probe): readonly Id[] {
  const ids = named.get(plan) ?? new Set(plan.columns.map(({ id }) => id))
  named.set(plan, ids)
  const read = mentioned.get(under)
  if (read?.plan === plan) return read.columns
  const columns = [...textsIn([look, under])].filter((text) => ids.has(text))
  mentioned.set(under, { plan, columns })
  return columns
}

/** The columns of a probe, by the list of its conditions: a list of its own, shared with its parts in slices. */
const mentioned = new WeakMap<Probe['under'], { readonly plan: Plan; readonly columns: readonly Id[] }>()

/** The records of a slice, with what is read of them alone: every run of it is made without the others. */
export function withRecordsOf(plan: Plan, { fields }: Used): Plan {
  const relations = plan.relations.flatMap((relation): readonly Relation[] => {
    const read = fields.get(relation.id)
    if (!read) return []
    const { inForce, label, ...rest } = relation
    const days = inForce && [inForce.from, inForce.until, ...inForce.by]
    const kept = days?.every((id) => id === undefined || read.has(id)) === true
    return [
      {
        ...rest,
        fields: relation.fields.filter(({ id }) => read.has(id) || id === relation.key),
        ...(inForce && kept && { inForce }),
        ...(label !== undefined && read.has(label) && { label }),
      },
    ]
  })
  const there = new Set(relations.map(({ id }) => id))
  const pairs = plan.pairs?.filter((one) => there.has(one.of) && there.has(one.with))
  for (const { id, of } of plan.derived) if (there.has(of)) there.add(id)
  for (const { id } of pairs ?? []) there.add(id)
  const grains = plan.grains.filter(({ relation }) => relation === undefined || there.has(relation))
  return { ...plan, relations, grains, ...(pairs && { pairs }) }
}
