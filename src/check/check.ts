import { entryOf } from '../base/codes.ts'
import { collector, type Diagnostic, type Report } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import { unreachable } from '../base/unreachable.ts'
import type { Calendars, WorkCalendar, Zone, Zones } from '../base/work-calendar.ts'
import type * as ast from '../syntax/ast.ts'
import { checkAuthority } from './authority.ts'
import { checkCalendars } from './calendar.ts'
import type { RecordSymbol, WindowKind } from './checked.ts'
import { longestCircle, references } from './circles.ts'
import type { Checked, Definition } from './clauses.ts'
import { checkCommission } from './commission.ts'
import { checkCredit, creditsOf } from './credit.ts'
import { checkDecision } from './decision.ts'
import { dependencyOrder } from './dependency-order.ts'
import type { Environment, Nearest, Over } from './environment.ts'
import { inferExpression } from './infer.ts'
import { concerning, instanceId, instanceTitle, isInstance } from './instances.ts'
import { checkLaw } from './law.ts'
import { checkParameter } from './parameter.ts'
import { checkPayout } from './payout.ts'
import { checkPenalty } from './penalty.ts'
import { checkPeriods, checkPolicy } from './policy.ts'
import { checkRecord, reportGiven } from './record.ts'
import type { Reference } from './referents.ts'
import { rules } from './rules/rules.ts'
import { checkScorecard } from './scorecard.ts'
import { checkSla } from './sla.ts'
import { checkTable } from './table.ts'
import { checkTarget } from './target.ts'
import { targetParts } from './target-parts.ts'
import { checkValue } from './value.ts'

/**
 * Gives every name, expression and clause its meaning, and says what is wrong. `checked` holds everything that is
 * sound, also when there are findings; run it only when none of them is an error.
 */
export function check(
  program: ast.Program,
  calendars: Calendars = () => undefined,
  zones: Zones = () => undefined,
): { checked: Checked; diagnostics: readonly Diagnostic[]; references: readonly Reference[] } {
  const { found, report } = collector()
  const referred: Reference[] = []
  const { policy, lines } = checkPolicy(report, program)
  const periods = new Map(checkPeriods(report, lines, policy))
  const declared = declarations(report, program)
  const near = suggestions()
  const records = checkRecords(report, declared, periods, near, policy)
  const { order, define, defined, reportCircles } = definitions()
  const targets = targetParts([...declared.values()], { report, periods, records, policy, nearest: near })
  const named = new Map([
    ...[...declared].filter(([, d]) => d.kind !== 'record' && d.kind !== 'policy' && d.kind !== 'calendar'),
    ...targets.declared,
  ])
  const calendarOf = checkCalendars([...declared.values()], { report, calendars, zones })
  const calendar = policy.calendar === undefined ? undefined : calendarOf(policy.calendar)
  const calendarLine = lines.find((line) => line.is === 'calendar')
  const written = calendarLine?.is === 'calendar' ? calendarLine.calendar : undefined
  const zone = zoneOf(report, records, calendar)
  const env: Environment = {
    report,
    ...(calendar ? { calendar } : written && { unknownCalendar: written }),
    ...(zone && { zone }),
    calendarOf,
    policy,
    periods,
    records,
    declared: named,
    credits: creditsOf(report, named),
    parts: targets.parts,
    define: (name, from, over) => define(env, name, from, over),
    windowsOf: (of, window) => {
      const id = windowId(of, window)
      periods.set(id, { id, is: 'window', of, window })
      return id
    },
    defined,
    refer: (span, to) => {
      referred.push({ span, to })
    },
    used: new Set(),
    nearest: near,
    infer: inferExpression,
  }
  for (const name of dependencyOrder(named)) env.define(name.text, name)
  reportCircles(env)
  const checked: Checked = {
    policy,
    periods,
    records,
    order,
    ...(calendar && { calendar }),
    ...(zone && { zone }),
  }
  // A notice is no mistake: what a design leads to is said beside it.
  const sound = found.every(({ code }) => entryOf(code).severity === 'notice')
  // What is only read otherwise was judged where it stands.
  const judged = { ...checked, order: order.filter(({ id, kind }) => kind === 'value' || !isInstance(id)) }
  for (const rule of rules) rule({ program, checked: judged, env, report, sound })
  return { checked, diagnostics: found, references: referred }
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

function windowId(of: string, window: WindowKind): string {
  return window.is === 'last' ? `${of}<${window.count}-${window.kind}` : `${of}<${window.kind}`
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
  report: Report,
  declared: ReadonlyMap<string, ast.Declaration>,
  periods: Checked['periods'],
  near: Nearest,
  { currency, language }: Checked['policy'],
): ReadonlyMap<string, RecordSymbol> {
  const nodes = [...declared.values()].filter((d): d is ast.RecordDeclaration => d.kind === 'record')
  const names = {
    report,
    records: new Set(nodes.map((n) => n.name.text)),
    periods,
    nearest: near,
    language,
    ...(currency !== undefined && { currency }),
  }
  return new Map(nodes.map((node) => [node.name.text, checkRecord(names, node)]))
}

/** Suggestions for misspelt names: for as many as anybody reads, since each compares a word with every name. */
function suggestions(): Nearest {
  let left = 50
  return (word, names) => (left-- > 0 ? nearest(word, names) : undefined)
}

/** Definitions are worked out when they are first asked for, so that order in the file does not matter. */
function definitions(): {
  order: Definition[]
  define: (env: Environment, name: string, from: ast.Name, over?: Over) => Definition | undefined
  defined: (id: string) => Definition | undefined
  reportCircles: (env: Environment) => void
} {
  const done = new Map<string, Definition | undefined>()
  const open: string[] = []
  const order: Definition[] = []
  const told = new Set<string>()
  /** What is wrong with a definition is so however it is read: each mistake is told once. */
  const once =
    (report: Report): Report =>
    (code, args, span, more) => {
      const key = `${code} ${span?.source} ${span?.from} ${span?.to}`
      if (told.has(key)) return
      told.add(key)
      report(code, args, span, more)
    }
  const referred = references()
  let cut = false
  let circular = false
  const define = (env: Environment, name: string, from: ast.Name, asked?: Over): Definition | undefined => {
    const put = asked?.puts?.findLast((one) => one.replaced === name)
    // What stands in its place is read as it stands: what it replaces is in it what it always was.
    if (put)
      return define(env, put.by, from, { ...asked, puts: asked?.puts?.filter((one) => one !== put) ?? [] })
    const declaration = env.declared.get(name)
    if (declaration && !env.parts.has(name)) env.refer(from.span, { is: 'declared', name })
    const over = declaration && asked && concerning(env, declaration, asked)
    const id = over ? instanceId(name, over) : name
    const asking = open.at(-1)
    if (asking !== undefined) {
      env.used.add(name).add(id)
      referred.add(asking, id, from.span)
    }
    if (done.has(id)) return done.get(id)
    if (open.includes(id)) {
      circular = true
      return undefined
    }
    if (!declaration) return undefined
    if (open.length >= longestCircle) {
      if (!cut) env.report('BY406', { path: [...open.slice(0, 3), '…', name].join(' → ') }, from.span)
      cut = true
      return undefined
    }
    open.push(id)
    const definition = over
      ? checkInstance({ ...env, report: once(env.report) }, declaration, over, from)
      : checkDeclaration(env, declaration)
    open.pop()
    done.set(id, definition)
    if (definition) order.push(definition)
    return definition
  }
  return {
    order,
    define,
    defined: (id) => done.get(id),
    reportCircles: (env) => circular && referred.reportCircles(env),
  }
}

/** A declaration as it is read over windows, or with other values in place of some it reads. */
function checkInstance(
  env: Environment,
  declaration: ast.Declaration,
  over: Over,
  from: ast.Name,
): Definition | undefined {
  if (declaration.kind === 'value') return checkValue(env, declaration, over)
  const { name } = declaration
  const title = instanceTitle(declaration.title ?? name.text, over)
  const renamed = { name: { ...name, text: instanceId(name.text, over) }, title }
  switch (declaration.kind) {
    case 'commission':
      return checkCommission(env, { ...declaration, ...renamed }, over)
    case 'scorecard':
      return checkScorecard(env, { ...declaration, ...renamed }, over)
    case 'decision':
      return checkDecision(env, { ...declaration, ...renamed }, over)
    default:
      env.report('BY487', { name: name.text }, from.span)
      return undefined
  }
}

function checkDeclaration(env: Environment, declaration: ast.Declaration): Definition | undefined {
  if ('grain' in declaration && declaration.grain.toDate && declaration.kind !== 'commission') {
    env.report('BY461', { name: declaration.name.text }, declaration.grain.span)
    return undefined
  }
  switch (declaration.kind) {
    case 'parameter':
      return checkParameter(env, declaration)
    case 'value':
      return checkValue(env, declaration)
    case 'table':
      return checkTable(env, declaration)
    case 'commission':
      return checkCommission(env, declaration)
    case 'scorecard':
      return checkScorecard(env, declaration)
    case 'sla':
      return checkSla(env, declaration)
    case 'decision':
      return checkDecision(env, declaration)
    case 'authority':
      return checkAuthority(env, declaration)
    case 'penalty':
      return checkPenalty(env, declaration)
    case 'law':
      return checkLaw(env, declaration)
    case 'payout':
      return checkPayout(env, declaration)
    case 'credit':
      return checkCredit(env, declaration)
    case 'target':
      return checkTarget(env, declaration)
    case 'policy':
    case 'record':
    case 'calendar':
      return undefined
    default:
      return unreachable(declaration)
  }
}
