import type { Report } from '../base/diagnostic.ts'
import { sameData } from '../base/same-data.ts'
import type { Calendars, WorkCalendar, Zone, Zones } from '../base/work-calendar.ts'
import type * as ast from '../syntax/ast.ts'
import { checkCalendars } from './calendar.ts'
import type { PeriodKind, Policy, RecordSymbol, Typed } from './checked.ts'
import { creditsOf } from './credits-of.ts'
import type { Context, Environment, Nearest } from './environment.ts'
import { checkPeriods, checkPolicy } from './policy.ts'
import { isList, type Quiet, quietly } from './quietly.ts'
import { checkRecord, reportGiven } from './record.ts'
import { targetParts } from './target-parts.ts'

/**
 * What every definition may look at without anybody noting it: the policy itself, its data, calendars, credits and targets.
 * Where it changes, everything is worked out again.
 */
export type World = {
  readonly policy: Policy
  readonly periods: ReadonlyMap<string, PeriodKind>
  readonly records: ReadonlyMap<string, RecordSymbol>
  readonly calendarOf: Calendars
  readonly calendar?: WorkCalendar
  /** The calendar that the policy names. */
  readonly written?: ast.Name
  readonly zone?: Zone
  readonly credits: Environment['credits']
  /** Everything under a name but records, calendars and the policy. */
  readonly named: ReadonlyMap<string, ast.Declaration>
  readonly parts: ReadonlyMap<string, (context: Context) => Typed>
  /** The declarations that calendars and targets come from. */
  readonly calendars: readonly ast.Declaration[]
  readonly targets: readonly ast.Declaration[]
  readonly declaredParts: ReadonlyMap<string, ast.Declaration>
  /** What need not be worked out again, as long as it is made of the same. */
  readonly quiet: {
    readonly records?: Quiet<ReadonlyMap<string, RecordSymbol>>
    readonly parts?: Quiet<ReturnType<typeof targetParts>>
    readonly calendars?: Quiet<Calendars>
  }
}

/** The world of a program. What is as it was `before` is the very same. */
export function worldOf(
  program: ast.Program,
  report: Report,
  near: Nearest,
  known: { readonly calendars: Calendars; readonly zones: Zones },
  before?: World,
): World {
  const { policy: read, lines } = checkPolicy(report, program)
  const policy = same(before?.policy, read)
  const periods = same(before?.periods, new Map(checkPeriods(report, lines, policy)))
  const declared = declarations(report, program)
  const all = [...declared.values()]
  const asking = { report, nearest: near }
  const nodes = all.filter((d): d is ast.RecordDeclaration => d.kind === 'record')
  const readRecords = quietly(before?.quiet.records, [policy, periods, ...nodes], asking, (now) =>
    settled(before?.records, checkRecords(nodes, periods, now, policy)),
  )
  const { made: records } = readRecords
  const targets = all.filter(({ kind }) => kind === 'target')
  const calendars = all.filter(({ kind }) => kind === 'calendar')
  const isAsBefore = before?.policy === policy && before.periods === periods && before.records === records
  const readParts = quietly(before?.quiet.parts, [policy, periods, records, ...targets], asking, (now) =>
    targetParts(targets, { ...now, periods, records, policy }),
  )
  const keptParts = isAsBefore && isList(before.targets, targets)
  const parts = keptParts ? before.parts : readParts.made.parts
  const declaredParts = keptParts ? before.declaredParts : readParts.made.declared
  const named = new Map([
    ...[...declared].filter(([, d]) => d.kind !== 'record' && d.kind !== 'policy' && d.kind !== 'calendar'),
    ...declaredParts,
  ])
  const readCalendars = quietly(
    before?.quiet.calendars,
    [known.calendars, known.zones, ...calendars],
    asking,
    (now) => checkCalendars(calendars, { report: now.report, ...known }),
  )
  const calendarOf = before && isList(before.calendars, calendars) ? before.calendarOf : readCalendars.made
  const calendar = policy.calendar === undefined ? undefined : calendarOf(policy.calendar)
  const calendarLine = lines.find((line) => line.is === 'calendar')
  const written = calendarLine?.is === 'calendar' ? calendarLine.calendar : undefined
  if (written && !calendar) report('BY488', { name: written.text }, written.span)
  const zone = written && !calendar ? undefined : zoneOf(report, records, calendar)
  return {
    policy,
    periods,
    records,
    calendarOf,
    ...(calendar && { calendar }),
    ...(written && { written }),
    ...(zone && { zone }),
    credits: settled(before?.credits, creditsOf(report, named)),
    named,
    parts,
    calendars,
    targets,
    declaredParts,
    quiet: {
      ...(readRecords.quiet && { records: readRecords.quiet }),
      ...(readParts.quiet && { parts: readParts.quiet }),
      ...(readCalendars.quiet && { calendars: readCalendars.quiet }),
    },
  }
}

/** Whether definitions see the same in both: all but what is declared, which they look up by name. */
export function isSame(a: World, b: World): boolean {
  return (
    a.policy === b.policy &&
    a.periods === b.periods &&
    a.records === b.records &&
    a.calendarOf === b.calendarOf &&
    a.calendar === b.calendar &&
    a.written === b.written &&
    a.zone === b.zone &&
    a.credits === b.credits &&
    a.parts === b.parts
  )
}

function same<T>(before: T | undefined, now: T): T {
  return before !== undefined && sameData(before, now) ? before : now
}

/** A map whose values are those from before where they are the same data; itself the one from before where all are. */
function settled<T>(
  before: ReadonlyMap<string, T> | undefined,
  now: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  if (!before) return now
  const values = new Map([...now].map(([name, value]) => [name, same(before.get(name), value)]))
  const isBefore =
    isList([...before.keys()], [...values.keys()]) && isList([...before.values()], [...values.values()])
  return isBefore ? before : values
}

/** Where the policy's times are; asked for in vain by the first field that holds one. */
function zoneOf(
  report: Report,
  records: ReadonlyMap<string, RecordSymbol>,
  calendar: WorkCalendar | undefined,
): Zone | undefined {
  const zone = calendar?.zone
  const fields = zone ? [] : [...records.values()].flatMap((record) => [...record.fields.values()])
  const first = fields.find(({ type }) => type.is === 'time')
  if (first) report('BY325', {}, first.span)
  return zone
}

/** Everything by its name; the second of a name is reported and left out. */
function declarations(report: Report, program: ast.Program): ReadonlyMap<string, ast.Declaration> {
  const byName = new Map<string, ast.Declaration>()
  for (const file of program.files) {
    for (const declaration of file.declarations) {
      const { text, span } = declaration.name
      const first = byName.get(text)
      if (declaration.kind === 'policy') continue
      reportGiven(report, declaration.name)
      if (first) report('BY202', { name: text }, span, { related: [{ span: first.name.span, note: text }] })
      else byName.set(text, declaration)
    }
  }
  return byName
}

function checkRecords(
  nodes: readonly ast.RecordDeclaration[],
  periods: World['periods'],
  asking: { readonly report: Report; readonly nearest: Nearest },
  { currency, language }: Policy,
): ReadonlyMap<string, RecordSymbol> {
  const names = {
    ...asking,
    records: new Set(nodes.map((n) => n.name.text)),
    periods,
    language,
    ...(currency !== undefined && { currency }),
  }
  return new Map(nodes.map((node) => [node.name.text, checkRecord(names, node)]))
}
