import type { Source } from '../../base/span.ts'
import type { Expr, Id, Origin, Output, Plan } from '../../plan/plan.ts'
import type { Place } from '../../targets/evaluate/trace.ts'
import { columnNamed } from './constants.ts'
import type { Condition, Look, Owner, Point, Points, What } from './point.ts'
import { type Reached, reachedParts } from './reached.ts'

/** The list of points while it grows: what each part of it needs to know of the plan. */
export type Gathering = {
  readonly plan: Plan
  readonly origins: ReadonlyMap<Id, Origin>
  readonly reached: Reached
  /** The clause, value or table that an origin stands in. */
  readonly ownerAt: (origin: Id) => Owner
  /** What stands at an origin in the texts, on one line. */
  readonly textOf: (origin: Id) => string
  /** Whether a whole block of lines stands there: a step with its rows, an indicator. */
  readonly isBlock: (origin: Id) => boolean
  /** What an indicator of a scorecard that stands there is called. */
  readonly indicatorAt: (origin: Id) => string | undefined
  /** Adds a point, or finds the one of this name and place, and says how it is hit. */
  readonly add: (seen: Seen) => void
}

/** Outcomes of one look, each with the point that it hits. */
export type Seen = {
  readonly grain: Id
  readonly look: Look
  readonly under?: readonly Condition[]
  readonly points: readonly {
    readonly outcomes: readonly string[]
    readonly name: string
    readonly origin: Id
    readonly what: What
    /** What owns the point, where its origin does not say it: a clause, or what another origin stands in. */
    readonly of?: Output
    readonly within?: Id
  }[]
}

export function gathering(
  plan: Plan,
  sources: readonly Source[],
): { readonly into: Gathering; readonly all: () => Points } {
  const origins = new Map(plan.origins.map((origin) => [origin.id, origin]))
  const texts = new Map(sources.map(({ name, text }) => [name, text]))
  const owners = ownersOf(plan, origins)
  const points: Point[] = []
  const probes: Points['probes'][number][] = []
  const known = new Map<string, number>()
  const taken = new Set<string>()

  const pointAt = (seen: Seen['points'][number]): number => {
    const origin = origins.get(seen.origin)
    const owner = seen.of ? owners.of(seen.of) : owners.at(origins.get(seen.within ?? seen.origin))
    const key = JSON.stringify([owner.id, seen.name, origin?.file, origin?.from, origin?.to])
    const found = known.get(key)
    if (found !== undefined) return found
    let id = `${owner.id}:${seen.name}`
    for (let n = 2; taken.has(id); n++) id = `${owner.id}:${seen.name}~${n}`
    taken.add(id)
    known.set(key, points.length)
    points.push({ id, owner, place: placeOf(origin), what: seen.what })
    return points.length - 1
  }
  const add = (seen: Seen): void => {
    const outcomes = new Map<string, number>()
    for (const point of seen.points) {
      const at = pointAt(point)
      for (const outcome of point.outcomes) outcomes.set(outcome, at)
    }
    const under = (seen.under ?? []).filter((one) => isOfGrain(plan, one, seen.grain))
    probes.push({ grain: seen.grain, look: seen.look, under, outcomes })
  }
  const written = (id: Id): string => {
    const origin = origins.get(id)
    return (origin && texts.get(origin.file)?.slice(origin.from, origin.to)) ?? ''
  }
  const textOf = (id: Id): string => {
    const text = written(id)
    return shortened(text.replace(/\s+/gu, ' ').trim())
  }
  return {
    into: {
      plan,
      origins,
      reached: reachedParts(plan),
      ownerAt: (id) => owners.at(origins.get(id)),
      textOf,
      isBlock: (id) => /\n/u.test(written(id).trim()) && /[{|]|^\s*[\p{L}\p{N} _]+:\s/mu.test(written(id)),
      indicatorAt: (id) =>
        plan.outputs
          .flatMap(({ steps }) => steps)
          .find((step) => step.is === 'indicator' && step.origin === id)?.label,
      add,
    },
    all: () => sorted({ points, probes }),
  }
}

const longest = 72

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text
}

function placeOf(origin: Origin | undefined): Place {
  return { file: origin?.file ?? '', line: origin?.line ?? 0, heading: origin?.heading ?? [] }
}

/** What an origin stands in: the clause, value or table that was begun last before it. */
function ownersOf(plan: Plan, origins: ReadonlyMap<Id, Origin>) {
  const outputs = new Map<Id, Owner>()
  const begun = new Map<string, { readonly from: number; readonly owner: Owner }[]>()
  const keep = (id: Id, owner: Omit<Owner, 'place'>): Owner => {
    const origin = origins.get(id)
    const made = { ...owner, place: placeOf(origin) }
    const list = begun.get(origin?.file ?? '') ?? []
    begun.set(origin?.file ?? '', list)
    if (origin) list.push({ from: origin.from, owner: made })
    return made
  }
  const other = (origin: Origin | undefined): Owner => ({
    id: plan.policy.id,
    is: 'other',
    place: placeOf(origin),
  })
  for (const { id, title, releases, origin, label } of plan.outputs) {
    const clause = releases ?? id
    if (outputs.has(clause)) continue
    const named = releases === undefined && title !== undefined ? { title } : {}
    outputs.set(clause, keep(origin, { id: clause, ...named, is: label }))
  }
  // The table of a clause has its name.
  for (const { id, label, origin } of plan.tables)
    if (!outputs.has(id.replace(/~\d+$/u, ''))) keep(origin, { id: label, is: 'table' })
  for (const column of plan.columns)
    if (column.label !== undefined && !column.id.includes('.') && !outputs.has(column.id))
      keep(column.origin, { id: column.id, title: column.label, is: 'value' })
  for (const relation of plan.relations) keep(relation.origin, { id: relation.id, is: 'other' })
  for (const list of begun.values()) list.sort((a, b) => a.from - b.from)
  return {
    of: (output: Output): Owner => outputs.get(output.releases ?? output.id) ?? other(undefined),
    at: (origin: Origin | undefined): Owner =>
      (origin && begun.get(origin.file)?.findLast(({ from }) => from <= origin.from)?.owner) ?? other(origin),
  }
}

/** In the order of the files and the lines of the owners, then of the points: as the policy reads. */
function sorted({ points, probes }: Points): Points {
  const order = points.map((_, i) => i)
  const place = (a: Place, b: Place) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)
  const at = (i: number): Point => {
    const point = points[i]
    if (!point) throw new Error(`no point ${i}`)
    return point
  }
  const ids = new Map<Id, number>()
  for (const { owner } of points) if (!ids.has(owner.id)) ids.set(owner.id, ids.size)
  order.sort((a, b) => {
    const x = at(a)
    const y = at(b)
    return (
      place(x.owner.place, y.owner.place) ||
      (ids.get(x.owner.id) ?? 0) - (ids.get(y.owner.id) ?? 0) ||
      place(x.place, y.place) ||
      a - b
    )
  })
  const now = new Map(order.map((old, i) => [old, i]))
  return {
    points: order.map(at),
    probes: probes.map((probe) => ({
      ...probe,
      outcomes: new Map([...probe.outcomes].map(([outcome, old]) => [outcome, now.get(old) ?? old])),
    })),
  }
}

/** A clause that is paid year to date, and what it reads of its rows, are worked out at grains of their own. */
function isOfGrain(plan: Plan, condition: Condition, grain: Id): boolean {
  if (condition.is === 'applies') return columnNamed(plan, condition.column)?.grain === grain
  const { expr } = condition
  return expr.op !== 'column' || columnNamed(plan, expr.column)?.grain === grain
}

export function isTrue(expr: Expr, holds = true): Condition {
  return { is: 'truth', expr, holds }
}
