import type { Code } from '../base/codes.ts'
import { spellResult } from '../check/result-names.ts'
import type * as clauses from '../check/sla-clause.ts'
import type { Type } from '../check/types.ts'
import { type Builder, planType, type Site } from './builder.ts'
import { addColumn, columnOf } from './columns.ts'
import { column } from './expressions.ts'
import { guarded } from './lower-scope.ts'
import { lower } from './lowered.ts'
import type { Clock, ClockEvents, ClockPart, Expr, Id } from './plan.ts'
import { rowPlace } from './row-place.ts'

/** A time limit as a clock, with a column for each thing that it shows. */
export function lowerSla(builder: Builder, clause: clauses.Sla): void {
  const { grain } = clause.scope
  const site: Site = { builder, grain, owner: clause.id }
  builder.calendar(clause.calendar)
  const clock = clockOf(site, clause)
  builder.clocks.push(clock)
  const shown = [...clause.results].map(([name, type], i) => {
    const { language } = builder.checked.policy
    const title = clause.title ?? clause.id
    const part = spellResult(name, language)
    const label = i === 0 ? title : language === 'en' ? `${title}: ${part}` : `${title}：${part}`
    const expr = resultOf(site, clause, clock.id, name, type)
    const own: Site = { ...site, owner: `${clause.id}.${name}` }
    const stored = addColumn(own, guarded(own, clause, { n: expr }), type, clause.span, undefined, label)
    builder.results.set(`${clause.id}.${name}`, { ...stored, grain, type })
    return { label: name, column: stored.column }
  })
  const [state, ...also] = shown
  if (!state) throw new Error(`${clause.id} shows nothing`)
  const wrong = [
    ['BY775', clock.states.beforeStart],
    ['BY776', clock.states.order],
    ['BY777', clock.states.twice],
  ] as const satisfies readonly (readonly [Code, number])[]
  for (const [code, at] of wrong)
    builder.checks.push({ column: state.column, state: at, code, args: { name: clause.title ?? clause.id } })
  builder.outputs.push({
    id: clause.id,
    ...(clause.title !== undefined && { title: clause.title }),
    is: 'deadline',
    label: 'sla',
    grain: builder.grain(grain),
    column: state.column,
    ...rowPlace(site, clause.scope),
    listed: false,
    steps: [],
    also,
    origin: builder.origin(clause.span),
  })
}

const parts: ReadonlySet<string> = new Set<ClockPart>([
  'due',
  'warning',
  'stopped',
  'breached',
  'state',
  'steps',
  'elapsed',
  'late',
])

function resultOf(site: Site, clause: clauses.Sla, clock: Id, name: string, type: Type): Expr {
  if (isPart(name)) return { op: 'clock', clock, part: name }
  // Who was told last: nobody before the first step.
  const { builder } = site
  const level = builder.results.get(`${clause.id}.steps`)
  if (!level) throw new Error(`${clause.id} has no level`)
  const args = { name: clause.title ?? clause.id }
  const state = builder.reason({ class: 'missing', code: 'BY873', args, origin: clause.span })
  const told = clause.escalations.map(({ to }): Expr => {
    if (to.is !== 'const') return lower(site, to).n
    return { op: 'const', value: String(to.value), type: planType(type) }
  })
  return { op: 'pick', index: column(level.column), items: [{ op: 'fail', state }, ...told] }
}

function isPart(name: string): name is ClockPart {
  return parts.has(name)
}

function clockOf(site: Site, clause: clauses.Sla): Clock {
  const { builder, grain } = site
  const name = clause.title ?? clause.id
  const reason = (code: Code, more: { readonly [name: string]: string } = {}): number =>
    builder.reason({ class: classOf(code), code, args: { name, ...more }, origin: clause.span })
  const log = (problem: string): number =>
    builder.reason({ class: 'bad-input', code: 'BY874', args: { name, problem }, origin: clause.span })
  const { chosen, extend, warn } = clause
  return {
    id: clause.id,
    grain: builder.grain(grain),
    calendar: clause.calendar.id,
    start: columnOf(site, clause.start, 'start').column,
    events: clause.events.map((event, i) => eventsOf(site, event, i)),
    allowances: clause.allowances.map(({ span: _, ...allowance }) => allowance),
    ...(chosen && { chosen: columnOf(site, chosen, 'chosen').column }),
    ...(warn && { warn: warningOf(builder, warn) }),
    ...(extend && {
      extend: { by: extend.by, ...(extend.most && { most: columnOf(site, extend.most, 'most').column }) },
    }),
    escalations: clause.escalations.map(({ when, by, span }) => ({
      when,
      ...(by && { by }),
      origin: builder.origin(span),
    })),
    states: {
      standing: reason('BY870'),
      unknown: reason('BY871', { calendar: clause.calendar.id }),
      open: reason('BY872'),
      untold: reason('BY875'),
      beforeStart: log('before-start'),
      order: log('order'),
      twice: log('twice'),
    },
  }
}

function warningOf(
  builder: Builder,
  { span, ...warn }: NonNullable<clauses.Sla['warn']>,
): NonNullable<Clock['warn']> {
  return { ...warn, origin: builder.origin(span) }
}

/** Who has not stopped yet may be asked with `missing`. */
function classOf(code: Code): 'missing' | 'undefined' {
  return code === 'BY872' ? 'missing' : 'undefined'
}

function eventsOf(site: Site, event: clauses.SlaEvent, index: number): ClockEvents {
  const { builder } = site
  const source = event.rows?.source ?? event.like?.source ?? site.grain
  const there: Site = { builder, grain: source, owner: `${site.owner}.${event.is}${index + 1}` }
  const add = (part: string, typed: clauses.SlaEvent['time']): Id => columnOf(there, typed, part).column
  const here = (part: string, typed: clauses.SlaEvent['time']): Id =>
    columnOf({ ...there, grain: site.grain }, typed, part).column
  const start = event.rows?.at.row
  return {
    is: event.is,
    source: builder.grain(source),
    time: add('time', event.time),
    ...(event.until && { until: add('until', event.until) }),
    ...(event.where && { where: add('where', event.where) }),
    ...(event.rows && {
      at: { ...(start && { row: add('via', start) }), path: event.rows.at.path },
    }),
    ...(event.next && { next: event.next.map((one, i) => add(`like${i + 1}`, one)) }),
    ...(event.like && {
      like: {
        theirs: event.like.pairs.map(({ theirs }, i) => add(`theirs${i + 1}`, theirs)),
        own: event.like.pairs.map(({ own }, i) => here(`own${i + 1}`, own)),
      },
    }),
  }
}
