import type { Language } from '../base/language.ts'
import type { WorkCalendar } from '../base/work-calendar.ts'
import type * as ast from '../syntax/ast.ts'
import { keywords, spellWord } from '../syntax/keywords.ts'
import { clockSeconds } from '../syntax/literal.ts'
import { printExpression } from '../syntax/print-expressions.ts'
import { type Context, type Environment, infer } from './environment.ts'
import { hasZone } from './infer-time.ts'
import { scopeOf } from './scope.ts'
import { slaAllowances } from './sla-allowances.ts'
import type { Sla, SlaEvent, SlaSpan, SlaWarning } from './sla-clause.ts'
import { escalatedTo, escalationsOf } from './sla-escalations.ts'
import { asTime, slaEvent } from './sla-events.ts'
import { slaLength } from './sla-length.ts'
import { type Type, time, truth } from './types.ts'

type Line<K extends ast.SlaLine['is']> = Extract<ast.SlaLine, { is: K }>

/** What a clock can show of a row, in the order in which it goes on. */
const slaStates = ['waiting', 'running', 'warned', 'paused', 'breached', 'met', 'late'] as const

/** A time limit: from when it runs, what happens to the clock, how long it may take, and who is told. */
export function checkSla(env: Environment, node: ast.SlaDeclaration): Sla | undefined {
  const scoped = scopeOf(env, node.grain)
  if (!scoped) return undefined
  const { context, scope } = scoped
  const name = node.name.text
  if (scope.grain.record === undefined || scope.grain.period !== undefined) {
    env.report('BY563', { name }, node.grain.span)
    return undefined
  }
  const line = <K extends ast.SlaLine['is']>(is: K) => node.lines.find((one): one is Line<K> => one.is === is)
  const [startLine, within] = [line('start'), line('within')]
  const lacking = !startLine ? 'start' : !within ? 'within' : undefined
  if (!startLine || !within) {
    env.report('BY560', { name, part: lacking ?? '' }, node.name.span)
    return undefined
  }
  const calendar = calendarFor(env, line('calendar'), node)
  const begin = infer(context, startLine.at)
  const start = asTime(context, begin, startLine.clock ? (clockSeconds(startLine.clock.spelling) ?? 0) : 0)
  const inside: Context = { ...context, locals: new Map(startWords.map((word) => [word, begin])) }
  const events = node.lines.flatMap((one) => (isEvent(one) ? [slaEvent(context, one)] : []))
  const allowed = slaAllowances(context, node, within, begin.type.is === 'date' && !startLine.clock)
  const extendLine = line('extend')
  const extend = extendLine && extension(inside, extendLine, within)
  const warnLine = line('warn')
  const warn = warnLine && warningOf(env, warnLine, allowed?.allowances ?? [])
  const escalations = escalationsOf(context, node)
  const sound = events.filter((one): one is SlaEvent => one !== undefined)
  if (!calendar || !start || !allowed || !escalations || sound.length < events.length) return undefined
  if ((extendLine && !extend) || (warnLine && !warn)) return undefined
  const spans: readonly SlaSpan[] = [
    ...allowed.allowances,
    ...(extend ? [extend.by] : []),
    ...(warn?.is === 'before' ? [warn.by] : []),
    ...escalations.flatMap(({ by }) => by ?? []),
  ]
  if (!calendar.hours && spans.some(({ unit }) => unit.startsWith('working'))) {
    env.report('BY564', { name: calendar.id }, node.name.span)
    return undefined
  }
  return {
    kind: 'sla',
    id: name,
    ...(node.title !== undefined && { title: node.title }),
    scope,
    start,
    events: sound,
    ...allowed,
    ...(warn && warnLine && { warn: { ...warn, span: warnLine.span } }),
    ...(extend && { extend }),
    escalations,
    results: resultsOf(env.policy.language, warn !== undefined, escalations),
    calendar,
    span: node.name.span,
  }
}

/** Within `at most`, the start is known by its word. */
const startWords: readonly string[] = keywords.start.flatMap((spellings) => spellings.split('|'))

function isEvent(line: ast.SlaLine): line is Parameters<typeof slaEvent>[1] {
  return ['stop', 'pause', 'resume', 'reset', 'extend', 'suspend'].includes(line.is)
}

/** The calendar that it counts by: the one that it names, else the policy's. */
function calendarFor(
  env: Environment,
  line: Line<'calendar'> | undefined,
  node: ast.SlaDeclaration,
): WorkCalendar | undefined {
  const found = line ? env.calendarOf(line.calendar.text) : env.calendar
  if (line && !found) env.report('BY488', { name: line.calendar.text }, line.calendar.span)
  // Without a calendar of the policy the times themselves have no zone, and their record has said so.
  if (found && !found.zone) env.report('BY558', { name: found.id, part: 'zone' }, node.name.span)
  // Its days become times where the policy's are, whatever calendar it counts by.
  return found?.zone && hasZone(env, line?.calendar.span ?? node.name.span) ? found : undefined
}

function extension(
  inside: Context,
  line: Line<'extend'>,
  within: Line<'within'>,
): NonNullable<Sla['extend']> | undefined {
  const by = slaLength(inside.env, line.by)
  if (!line.most) return by && { by }
  // A last day counts in full, or up to the hour at which days end.
  const clock = within.clock ? clockSeconds(within.clock.spelling) : undefined
  const most = asTime(inside, infer(inside, line.most), clock ?? 86_400)
  return by && most && { by, most }
}

/** Some of a number of days is no time: what is counted in days is warned of so many days before. */
function warningOf(
  env: Environment,
  { at, value }: Line<'warn'>,
  allowances: readonly SlaSpan[],
): SlaWarning | undefined {
  if (at === 'before') {
    const by = slaLength(env, value)
    return by && { is: 'before', by }
  }
  const share = value.is === 'percent' ? infer({ env, grain: {} }, value) : undefined
  const part = share?.is === 'const' && typeof share.value === 'bigint' ? Number(share.value) : 0
  const of = share?.type.is === 'number' ? 10 ** share.type.range.scale : 1
  const days = allowances.some(({ unit }) => unit === 'days' || unit === 'working-days')
  if (part > 0 && part < of && !days) return { is: 'share', part, of }
  env.report('BY562', { written: printExpression(value, env.policy.language) }, value.span)
  return undefined
}

function resultsOf(language: Language, warns: boolean, escalations: Sla['escalations']): Sla['results'] {
  const count = (max: bigint): Type => ({ is: 'number', unit: 'count', range: { scale: 0, min: 0n, max } })
  const seconds = count(10_000_000_000n)
  const to = escalatedTo(escalations)
  return new Map<string, Type>([
    ['state', { is: 'enum', values: slaStates.map((word) => spellWord('clock', word, language)) }],
    ['due', time],
    ...(warns ? [['warning', time] as const] : []),
    ['stopped', time],
    ['breached', truth],
    ...(to ? [['steps', count(BigInt(escalations.length))] as const, ['escalated', to] as const] : []),
    ['elapsed', seconds],
    ['late', seconds],
  ])
}
