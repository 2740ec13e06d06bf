import type { RowObject } from '../../data/from-objects.ts'
import type { Value } from '../../targets/evaluate/value.ts'
import type { World as CaseWorld } from '../suggest/world.ts'
import { aimed } from './aim.ts'
import { type Along, alongCell } from './along.ts'
import { worldOf } from './case-worlds.ts'
import { sequence } from './chance.ts'
import { choicesOf, type Pool } from './choices.ts'
import { companyRows } from './company.ts'
import type { Schema, SharedRecord } from './schema.ts'
import { simpler, withoutIdleRows } from './simpler.ts'
import { type Differing, differing, type Trial } from './trial.ts'
import { variedWorlds } from './varied.ts'
import { type Choices, drawWorld, rowsOf, type World, worldCost } from './worlds.ts'

/** Rows on which the two versions of a clause give different results, as few and as simple as were found. */
export type Example = {
  readonly rows: { readonly old: Data; readonly next: Data }
  readonly span: { readonly from: number; readonly until: number }
  readonly now: number
  readonly found: Differing
  readonly world: World
  /** As it was found, before it was made simpler: there is more in it for other clauses. */
  readonly begun: World
  /** For which values of one of its cells they differ: the example has the smallest of them. */
  readonly along?: Along
}
export type Data = { readonly [record: string]: readonly RowObject[] }

/**
 * How many worlds are tried at once, how often, and how often one by one; how many at most to say for which values of a
 * cell the versions differ; and how many trials are made for what only several cells reach together.
 */
export type Effort = {
  readonly together: number
  readonly rounds: number
  readonly alone: number
  readonly along: number
  readonly climbs: number
  /** What the rows say is left as it was found, as in the case that they are of. */
  readonly asFound?: true
}

/** What is tried before anything is made up. */
export type Beginnings = {
  /** What was found for other clauses, and the same before it was made simpler. */
  readonly known: readonly World[]
  readonly begun: readonly World[]
  /** The rows of cases about the clause, worked out where nothing else was found. */
  readonly cases: () => readonly CaseWorld[]
}

/** That none was found does not say that there is none: no data reached what changed, or what did gave the same. */
export type NotFound = 'not-reached' | 'same-there'

export function findExample(
  trial: Trial,
  pool: Pool,
  from: Beginnings,
  effort: Effort,
  same: (old: string, next: string) => boolean,
): Example | NotFound {
  const { known } = from
  const choices: Choices = new Map(
    trial.schema.flatMap((record) => {
      const from = record.old?.inForce?.from ?? record.next?.inForce?.from
      const long = standsByItself(trial.schema, record)
      return record.fields.map(
        (field) => [field, choicesOf(field, pool, long || from === field.key)] as const,
      )
    }),
  )
  const drawn =
    fromKnown(trial, choices, known) ??
    fromKnown(trial, choices, from.begun) ??
    (effort.rounds === 0 ? undefined : together(trial, choices, known, { ...effort, rounds: 1 })) ??
    fromCases(trial, choices, from)
  if (!drawn && effort.rounds === 0) return 'same-there'
  const aimedTo = drawn ? undefined : aimedAt(trial, choices, from, effort, same)
  const found =
    drawn ?? aimedTo?.world ?? together(trial, choices, known, effort, 2) ?? alone(trial, choices, effort)
  if (!found) return aimedTo?.reached ? 'same-there' : 'not-reached'
  const shorter = aroundIt(trial, found)
  const simple = effort.asFound ? withoutIdleRows(shorter, found) : simpler(shorter, choices, found)
  const cell = alongCell(shorter, choices, simple, effort.along)
  const world = cell?.world ?? simple
  const [first] = inOrder(differing(shorter, [world]))
  if (!first) return 'same-there'
  const data = (side: 'old' | 'next'): Data =>
    Object.fromEntries(rowsOf(trial.schema, world, side, trial.names, () => ''))
  return {
    rows: { old: data('old'), next: data('next') },
    span: shorter.span,
    now: trial.now,
    found: first,
    world,
    begun: found,
    ...(cell && { along: cell.along }),
  }
}

/** The days of the period for which the versions differ: making it simpler need not run the rest of the year. */
function aroundIt(trial: Trial, world: World): Trial {
  const [first] = inOrder(differing(trial, [world]))
  const period = (first?.next ?? first?.old)?.period
  if (!period || period.end - 1 > trial.span.until) return trial
  const shorter = { ...trial, span: { from: period.end - 1, until: period.end - 1 } }
  return differing(shorter, [world]).length > 0 ? shorter : trial
}

/** People, customers, products: others lead to them and they to nobody, so they were there before. */
function standsByItself(schema: Schema, { key, fields }: SharedRecord): boolean {
  const leads = fields.some((field) => field.target !== undefined && field.target !== key && !field.optional)
  return !leads && schema.some((other) => other.fields.some(({ target }) => target === key))
}

/** What was found for other clauses, with rows of all kinds for what they do not read, and with other values. */
function fromKnown(trial: Trial, choices: Choices, known: readonly World[]): World | undefined {
  if (known.length === 0) return undefined
  const draw = sequence(5)
  const common = companyRows(trial.schema, choices, draw)
  const worlds = known.slice(-6).flatMap((world) => {
    const whole = drawWorld(trial.schema, choices, draw, new Map([...common, ...world]))
    const others = Array.from({ length: 8 }, () =>
      drawWorld(trial.schema, choices, draw, new Map([...common, ...world])),
    )
    return [whole, ...others, ...variedWorlds(trial.schema, choices, whole, draw, 24)]
  })
  return surely(trial, worlds)
}

/** The rows of cases about the clause, many of which stand at a boundary, and some with other values in a few cells. */
function fromCases(trial: Trial, choices: Choices, from: Beginnings): World | undefined {
  const cases = trial.names.renamed().length > 0 ? [] : from.cases()
  if (cases.length === 0) return undefined
  const draw = sequence(9)
  const worlds = cases.map((world) => worldOf(trial, choices, world))
  const least = worlds.toSorted((a, b) => worldCost(a) - worldCost(b))
  const varied = least
    .slice(0, mostCasesVaried)
    .flatMap((world) => variedWorlds(trial.schema, choices, world, draw, 16))
  return surely(trial, least) ?? surely(trial, varied)
}

const mostCasesVaried = 8

/** The first of many that differs when it is alone. */
function surely(trial: Trial, worlds: readonly World[]): World | undefined {
  const hits = inOrder(differing(trial, worlds)).flatMap(({ world }) => worlds[world] ?? [])
  return hits.slice(0, 12).find((world) => differing(trial, [world]).length > 0)
}

/** Many worlds in one run: a world that differs there is looked at alone, since others may have had a part in it. */
function together(
  trial: Trial,
  choices: Choices,
  known: readonly World[],
  effort: Effort,
  first = 1,
): World | undefined {
  for (let round = first; round <= effort.rounds; round++) {
    const draw = sequence(round)
    const common = companyRows(trial.schema, choices, draw)
    const worlds = Array.from({ length: effort.together }, (_, i) => {
      const begun = i % 3 === 0 ? known[draw.below(known.length)] : undefined
      return drawWorld(trial.schema, choices, draw, new Map([...(begun ?? []), ...common]))
    })
    const hits = inOrder(differing(trial, worlds)).flatMap(({ world }) => worlds[world] ?? [])
    const best = hits.slice(0, 20).sort((a, b) => worldCost(a) - worldCost(b))
    const sure = best.find((world) => differing(trial, [world]).length > 0)
    if (sure) return sure
  }
  return undefined
}

/** Each alone, since they are few; between them some with other values beside what was aimed at. */
function aimedAt(
  trial: Trial,
  choices: Choices,
  { known, cases }: Beginnings,
  effort: Effort,
  same: (old: string, next: string) => boolean,
): { readonly world?: World; readonly reached: boolean } {
  const draw = sequence(3)
  const beside = (world: World): World | undefined => {
    return surely(trial, variedWorlds(trial.schema, choices, world, draw, 200))
  }
  let missed = 0
  for (const world of aimed(trial, choices, known, cases(), effort.climbs, same)) {
    if (differing(trial, [world]).length > 0) return { world, reached: true }
    const found = missed % varyEach === 0 && missed < mostVaried * varyEach ? beside(world) : undefined
    if (found) return { world: found, reached: true }
    missed++
  }
  const [world] = missed === 0 ? known.slice(-1).map(beside) : []
  return { ...(world && { world }), reached: missed > 0 }
}

const varyEach = 3
const mostVaried = 5

/** One by one: what the rows of a company have together cannot be tried side by side. */
function alone(trial: Trial, choices: Choices, effort: Effort): World | undefined {
  const draw = sequence(7)
  for (let i = 0; i < effort.alone; i++) {
    const common = companyRows(trial.schema, choices, draw)
    const world = drawWorld(trial.schema, choices, draw, common)
    if (differing(trial, [world]).length > 0) return world
  }
  return undefined
}

/** Results that both versions decide come first: they say most. Last come parts of what is held. */
function inOrder(found: readonly Differing[]): readonly Differing[] {
  const isOpen = (value: Value | undefined) => !value || value.is === 'held' || value.is === 'not-applicable'
  const rank = ({ old, next, parts }: Differing): number => {
    const values = parts.flatMap((part) => [part.old, part.next])
    const open = values.filter(isOpen)
    const within = isOpen(old?.value) && isOpen(next?.value) ? 4 : 0
    return within + (old && next ? 0 : 2) + (open.length === 0 ? 0 : open.length < values.length ? 1 : 2)
  }
  return [...found].sort((a, b) => rank(a) - rank(b))
}
