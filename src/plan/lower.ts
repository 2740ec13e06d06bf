import type { Source, Span } from '../base/span.ts'
import { unreachable } from '../base/unreachable.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { isInstance } from '../check/instances.ts'
import { labels } from '../check/record.ts'
import { type Builder, type Lower, type Lowered, newBuilder, planType, type Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { isWritten } from './is-written.ts'
import { type Lowering, stepsOf } from './lower-again.ts'
import { lowerCommission } from './lower-commission.ts'
import { lowerCredit } from './lower-credit.ts'
import { lowerDecision } from './lower-decision.ts'
import { lowerExpression } from './lower-expression.ts'
import { inForceOf } from './lower-in-force.ts'
import { bounded } from './lower-past.ts'
import { lowerPayout } from './lower-payout.ts'
import { guarded } from './lower-scope.ts'
import { lowerScorecard } from './lower-scorecard.ts'
import { lowerSla } from './lower-sla.ts'
import { lowerTarget } from './lower-target.ts'
import { convert } from './lowered.ts'
import { pickedPart } from './picked-part.ts'
import type { PeriodKind, PlainPeriodKind, Plan, Relation, WrittenPart } from './plan.ts'

type Options = {
  readonly written?: boolean
  /** Where the places of the program stand in the sources, where these are not its own. */
  readonly place?: (span: Span) => Span
  readonly earlier?: Lowering
}

/**
 * The plan of a checked program without errors. `sources` give the lines that explanations cite; `written`: with the
 * tests and choices of the text, for who asks which of them a run meets.
 */
export function lower(
  program: clauses.Checked,
  sources: readonly Source[],
  options: { readonly written?: boolean } = {},
): Plan {
  return lowerWith(program, sources, options).plan
}

/** The same, with what the next plan need not lower again; given the `earlier` one, what it left is taken. */
export function lowerAgain(
  program: clauses.Checked,
  sources: readonly Source[],
  place: (span: Span) => Span,
  earlier: Lowering | undefined,
): { readonly plan: Plan; readonly lowering: Lowering } {
  return lowerWith(program, sources, { place, ...(earlier && { earlier }) })
}

function lowerWith(
  program: clauses.Checked,
  sources: readonly Source[],
  { written = false, place = (span) => span, earlier }: Options,
): { readonly plan: Plan; readonly lowering: Lowering } {
  const parts: WrittenPart[] = []
  const builder = newBuilder(program, sources, written ? noting(parts) : lowerExpression, place)
  builder.grain({})
  const { step, lowering } = stepsOf(builder, program, earlier)
  step(program.records, () => {
    for (const record of program.records.values()) builder.relations.push(relationOf(builder, record))
  })
  for (const definition of program.order) {
    const lowerOne = () => {
      const outputs = builder.outputs.length
      lowerDefinition(builder, definition)
      // What is only read by others is a result that nobody is told or paid.
      if (isInstance(definition.id)) builder.outputs.splice(outputs)
    }
    // A payout marks the outputs that it lists.
    step(definition, lowerOne, definition.kind === 'payout')
  }
  return { plan: planOf(builder, written ? parts : undefined), lowering }
}

function planOf(builder: Builder, written: readonly WrittenPart[] | undefined): Plan {
  const program = builder.checked
  const { policy } = program
  return {
    version: 1,
    policy: {
      id: policy.id,
      ...(policy.title !== undefined && { title: policy.title }),
      language: policy.language,
      ...(policy.currency !== undefined && { currency: policy.currency }),
      ...(policy.from !== undefined && { from: policy.from }),
      ...(policy.until !== undefined && { until: policy.until }),
      ...(policy.history !== undefined && { history: policy.history }),
    },
    periods: [...program.periods.values()].map((kind) => periodKind(program, kind)),
    relations: builder.relations,
    derived: builder.derived,
    ...(builder.pairs.length > 0 && { pairs: builder.pairs }),
    grains: builder.grains,
    tables: builder.tables,
    schedules: builder.schedules,
    ...(builder.clocks.length > 0 && { clocks: builder.clocks }),
    columns: builder.columns,
    outputs: builder.outputs,
    ...(program.zone && hasTimes(builder) && { zone: program.zone }),
    ...(builder.calendars.length > 0 && { calendars: builder.calendars }),
    ...(builder.targets.length > 0 && { targets: builder.targets }),
    ...(written && { written }),
    reasons: builder.reasons,
    origins: builder.originsIn(),
    checks: builder.checks,
  }
}

/** Lowers, and keeps each test and choice that is lowered on the way, the inner ones first. */
function noting(parts: WrittenPart[]): Lower {
  return (site, typed) => {
    const lowered = lowerExpression(site, typed)
    const { is, span } = typed
    if (is === 'pick' && isWritten(typed)) {
      const part = pickedPart(site, typed, lowered.n, parts.at(-1))
      if (part) parts.push(part)
    }
    const asks = is === 'compare' || is === 'same' || is === 'state' || is === 'if' || is === 'if-missing'
    if (asks && isWritten(typed))
      parts.push({
        is,
        grain: site.builder.grain(site.grain),
        expr: lowered.n,
        origin: site.builder.origin(span),
      })
    return lowered
  }
}

/** Only a policy with times carries the zone. */
function hasTimes({ checked, columns }: Builder): boolean {
  const records = [...checked.records.values()]
  if (records.some(({ fields }) => [...fields.values()].some(({ type }) => type.is === 'time'))) return true
  return /"op":"(?:now|instant|local-day|add-working)"|"is":"time"/.test(JSON.stringify(columns))
}

function lowerDefinition(builder: Builder, definition: clauses.Definition): void {
  switch (definition.kind) {
    case 'value':
      lowerValue(builder, definition)
      return
    case 'commission':
      lowerCommission(builder, definition)
      return
    case 'scorecard':
      lowerScorecard(builder, definition)
      return
    case 'decision':
      lowerDecision(builder, definition)
      return
    case 'sla':
      lowerSla(builder, definition)
      return
    case 'payout':
      lowerPayout(builder, definition)
      return
    case 'credit':
      lowerCredit(builder, definition)
      return
    case 'target':
      lowerTarget(builder, definition)
      return
    case 'parameter':
    case 'table':
    case 'law':
      // Lowered where they are used: only then is it known which inputs they read.
      return
    default:
      unreachable(definition)
  }
}

function lowerValue(builder: Builder, value: checked.Value): void {
  const { grain } = value.scope
  const site = { builder, grain, owner: value.id }
  const { past } = value
  const name = value.title ?? value.id
  const stored = past
    ? builder.recurring(value.id, () =>
        addColumn(site, carriedOn(site, value), value.type, value.span, undefined, name),
      )
    : addColumn(
        site,
        guarded(site, value, builder.lower(site, value.value)),
        value.type,
        value.span,
        undefined,
        name,
      )
  builder.results.set(`${value.id}.value`, { ...stored, grain, type: value.type })
}

/** What a value that reads its own past is in each period, within the bounds that its type can hold. */
function carriedOn(site: Site, value: checked.Value): Lowered {
  const next = convert(site.builder.lower(site, value.value), value.value.type, value.type)
  const kept =
    value.type.is === 'number' ? { n: bounded(site, next.n, value.type, value.id, value.span) } : next
  return guarded(site, value, kept)
}

function relationOf(builder: Builder, record: checked.RecordSymbol): Relation {
  const fields = [...record.fields.values()]
  const label = labels.find((id) => record.fields.get(id)?.type.is === 'text')
  return {
    id: record.id,
    ...(record.title !== undefined && { title: record.title }),
    ...(record.key !== undefined && { key: record.key }),
    ...(label !== undefined && { label }),
    fields: fields.map((field) => {
      const args = { record: record.id, field: field.id }
      return {
        id: field.id,
        type: planType(field.type),
        optional: field.optional,
        missing: builder.reason({ class: 'missing', code: 'BY801', args, origin: field.span }),
        bad: builder.reason({ class: 'bad-input', code: 'BY802', args, origin: field.span }),
      }
    }),
    ...inForceOf(record),
    origin: builder.origin(record.span),
  }
}

function periodKind(program: clauses.Checked, kind: checked.PeriodKind): PeriodKind {
  if (kind.is !== 'window') return plainKind(program, kind)
  const named = (id: string): PlainPeriodKind => {
    const found = program.periods.get(id)
    if (!found || found.is === 'window') throw new Error(`no plain periods ${id}`)
    return plainKind(program, found)
  }
  const { window } = kind
  return { id: kind.id, is: 'window', of: named(kind.of), window: { ...window, kind: named(window.kind) } }
}

function plainKind(
  program: clauses.Checked,
  kind: Exclude<checked.PeriodKind, { is: 'window' }>,
): PlainPeriodKind {
  if (kind.is === 'bounds') return kind
  const { month, day } = program.policy.yearStarts
  return { id: kind.id, is: 'months', months: kind.months, startMonth: month, startDay: day }
}
