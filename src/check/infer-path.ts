import { formatDay } from '../base/day.ts'
import type { Span } from '../base/span.ts'
import { cover } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import type { Parameter, Place, Typed, Value } from './checked.ts'
import { resultsOf } from './clause-results.ts'
import type { Clause, Decision } from './clauses.ts'
import { broken, hint } from './constants.ts'
import { currencyText, isOfRow, seenThrough } from './currency.ts'
import type { Context } from './environment.ts'
import { inferNow } from './infer-time.ts'
import { declaredHead, isSelf } from './names.ts'
import { isPeriodStart } from './periods.ts'
import { ownDate, placeOf } from './place.ts'
import { multiply } from './range.ts'
import { offeredParts, resultNamed, spellResult } from './result-names.ts'
import { date, type NumberType, type Type } from './types.ts'
import { reportResult, reportUnknown } from './unknown-names.ts'

/** Whether a name means something here besides a value of a list. */
export function isKnownName(context: Context, name: string): boolean {
  const { env, record } = context
  return (
    context.locals?.has(name) === true ||
    record?.fields.has(name) === true ||
    env.declared.has(name) ||
    (record !== undefined && isSelf(record, name))
  )
}

/** `x`, `rep.manager.name`, `kpi.score`, and within an aggregate `Receipt.amount`. */
export function inferPath(context: Context, path: Extract<ast.Expr, { is: 'path' }>): Typed {
  const [head, ...rest] = path.parts
  if (!head) return broken(path.span)
  const local = context.locals?.get(head.text)
  if (local) {
    referLocal(context, local, head)
    return follow(context, local, rest, head.span)
  }
  const field = context.record?.fields.get(head.text)
  if (field && context.record) {
    const typed: Typed = {
      is: 'field',
      path: [],
      record: context.record.id,
      field: field.id,
      type: seenFrom(context, field.type, []),
      span: head.span,
    }
    context.env.used.add(`${context.record.id}.${field.id}`)
    context.env.refer(head.span, { is: 'field', record: context.record.id, name: field.id })
    return follow(context, typed, rest, head.span)
  }
  if (context.record && isSelf(context.record, head.text)) {
    const row: Typed = {
      is: 'row',
      path: [],
      record: context.record.id,
      type: { is: 'ref', record: context.record.id },
      span: head.span,
    }
    context.env.refer(head.span, { is: 'declared', name: context.record.id })
    return follow(context, row, rest, head.span)
  }
  if (context.env.declared.has(head.text)) return inferDeclared(context, head, rest)
  if (head.text === 'now' && rest.length === 0) return inferNow(context, head.span)
  reportUnknown(context, head)
  return broken(path.span)
}

/** What only this place knows: a result of the clause itself, or the row that a record's name stands for here. */
function referLocal({ env }: Context, local: Typed, head: ast.Name): void {
  const record = local.type.is === 'ref' ? env.records.get(local.type.record) : undefined
  if (record && isSelf(record, head.text)) env.refer(head.span, { is: 'declared', name: record.id })
  else if (local.is === 'result') env.refer(head.span, { is: 'result', of: local.of, name: local.result })
}

/** Fields of the rows that references lead to, and values of those rows. */
export function follow(context: Context, start: Typed, parts: readonly ast.Name[], from: Span): Typed {
  let typed = start
  for (const [i, part] of parts.entries()) {
    const span = cover(from, part.span)
    const record = typed.type.is === 'ref' ? context.env.records.get(typed.type.record) : undefined
    const steps = pathOf(typed)
    if (!record || !steps) {
      if (typed.type.is !== 'error')
        context.env.report(
          'BY203',
          { name: spelled(start, parts, part), part: part.text, near: '' },
          part.span,
        )
      return broken(span)
    }
    const field = record.fields.get(part.text)
    if (field) {
      context.env.used.add(`${record.id}.${field.id}`)
      context.env.refer(part.span, { is: 'field', record: record.id, name: field.id })
      if (steps.row && reportCurrencyOfRow(context, field.type, span)) return broken(span)
      const type = seenFrom(context, field.type, steps.path)
      typed = { is: 'field', ...steps, record: record.id, field: field.id, type, span }
      continue
    }
    const whole = declaredHead(context.env.declared, parts.slice(i)) ?? part
    if (isResultOf(context, whole.text, record.id)) {
      const found = context.env.define(whole.text, whole, context.over)
      if (!found || !('scope' in found) || found.scope.grain.record !== record.id) return broken(span)
      if (found.kind !== 'value') return clauseResult(context, found, part, parts.slice(i + 1), steps)
      typed = resultAt(context, found, 'value', found.type, span, steps)
      if (whole === part) continue
      referPart(context, part, parts[i + 1])
      return follow(context, typed, parts.slice(i + 2), span)
    }
    const near = context.env.nearest(part.text, record.fields.keys())
    const edits = near === undefined ? undefined : [{ span: part.span, text: near }]
    context.env.report(
      'BY203',
      { name: record.id, part: part.text, near: hint(near) },
      part.span,
      edits && { edits },
    )
    return broken(span)
  }
  return typed
}

/**
 * The type of what stands in the row that references lead to: its currency may be that row's own, and
 * `money per month` read for a month is an amount like any other.
 */
function seenFrom({ env, grain }: Context, type: Type, path: readonly string[]): Type {
  if (type.is !== 'number') return type
  const seen = seenThrough(type, path)
  if (isOfRow(seen.currency)) env.used.add(`${seen.currency.record}.${seen.currency.field}`)
  if (seen.per === undefined || seen.per !== grain.period) return seen
  const { per: _, ...amount } = seen
  return amount
}

/** The currency that stands in a row which was looked up is not known to be that of any other amount. */
function reportCurrencyOfRow({ env }: Context, type: Type, span: Span): boolean {
  if (type.is !== 'number' || !isOfRow(type.currency)) return false
  env.report('BY479', { field: currencyText(type.currency) }, span)
  return true
}

/** Asked of the tree, not of the definition: a value of another record must not look like a circle. */
function isResultOf(context: Context, name: string, record: string): boolean {
  const declaration = context.env.declared.get(name)
  return declaration !== undefined && recordNamed(declaration) === record
}

/** The record that a declaration gives results for. */
export function recordNamed(declaration: ast.Declaration): string | undefined {
  return 'grain' in declaration ? (declaration.grain.each ?? declaration.grain.subject)?.text : undefined
}

/** The references followed so far, when what was reached is a row: from this row, or from one that was found otherwise. */
export function pathOf(typed: Typed): Pick<Place, 'row' | 'path'> | undefined {
  if (typed.is === 'row') return { path: typed.path }
  if (typed.type.is !== 'ref') return undefined
  if (typed.is !== 'field') return { row: typed, path: [] }
  return { ...(typed.row && { row: typed.row }), path: [...typed.path, typed.field] }
}

function spelled(start: Typed, parts: readonly ast.Name[], until: ast.Name): string {
  const before = parts.slice(0, parts.indexOf(until)).map((p) => p.text)
  return [start.is === 'field' ? start.field : start.is === 'row' ? start.record : '…', ...before].join('.')
}

function inferDeclared(context: Context, head: ast.Name, rest: readonly ast.Name[]): Typed {
  if (context.env.declared.get(head.text)?.kind === 'target') return inferTarget(context, head, rest)
  const definition = context.env.define(head.text, head, context.over)
  if (!definition) return broken(head.span)
  switch (definition.kind) {
    case 'value':
      return follow(
        context,
        resultAt(context, definition, 'value', definition.type, head.span),
        rest,
        head.span,
      )
    case 'parameter':
      return inferParameter(context, definition, [], head.span)
    case 'target':
      return broken(head.span)
    case 'table':
      context.env.report(
        'BY212',
        { name: head.text, expected: String(definition.inputs.length), found: '0' },
        head.span,
      )
      return broken(head.span)
    case 'law':
      context.env.report('BY592', { name: head.text }, head.span)
      return broken(head.span)
    case 'credit':
      context.env.report('BY663', { name: head.text }, head.span)
      return broken(head.span)
    default:
      return clauseResult(context, definition, head, rest)
  }
}

/** `plan.team_year`: a result of a target stands under its whole name. */
function inferTarget(context: Context, head: ast.Name, rest: readonly ast.Name[]): Typed {
  const { env } = context
  const whole = declaredHead(env.declared, [head, ...rest])
  env.used.add(head.text)
  if (whole && whole !== head) {
    referPart(context, head, rest[0])
    return inferDeclared(context, whole, rest.slice(1))
  }
  env.refer(head.span, { is: 'declared', name: head.text })
  const results = offeredParts(head.text, env.declared.keys(), env.policy.language)
  // A target that does not hold together has been reported, and has no results.
  if (results === '') return broken(head.span)
  env.report('BY205', { name: head.text, results }, head.span)
  return broken(head.span)
}

function referPart({ env }: Context, target: ast.Name, part: ast.Name | undefined): void {
  env.refer(target.span, { is: 'declared', name: target.text })
  if (part) env.refer(part.span, { is: 'result', of: target.text, name: part.text })
}

/** A clause with one result is that result, and a clause that pays is what it pays: `pay` is `pay.amount`. */
function clauseResult(
  context: Context,
  clause: Clause,
  head: ast.Name,
  rest: readonly ast.Name[],
  from?: Pick<Place, 'row' | 'path'>,
): Typed {
  const results = resultsOf(clause)
  const [wanted, ...more] = rest
  const result = wanted
    ? resultNamed(results, wanted.text)
    : results.size === 1 || 'steps' in clause
      ? [...results.keys()][0]
      : undefined
  const type = result === undefined ? undefined : results.get(result)
  if (result === undefined || !type || more.length > 0) {
    const { language } = context.env.policy
    const choices = [...results.keys()]
      .map((name) => `${head.text}.${spellResult(name, language)}`)
      .join(', ')
    if (wanted && result === undefined) reportResult(context, head, wanted, [...results.keys()], choices)
    else context.env.report('BY205', { name: head.text, results: choices }, head.span)
    return broken(head.span)
  }
  if (wanted) context.env.refer(wanted.span, { is: 'result', of: head.text, name: result })
  return resultAt(context, clause, result, type, cover(head.span, (wanted ?? head).span), from)
}

/** A result of a definition, read from here; reported when its grain cannot be reached. */
export function resultAt(
  context: Context,
  definition: Value | Clause,
  result: string,
  type: Type,
  span: Span,
  from?: Pick<Place, 'row' | 'path'>,
): Typed {
  const target = definition.scope.grain
  const here = context.grain
  const { day } = context
  if (day && target.period !== undefined) {
    day.onRead()
    if (day.period !== undefined && day.period !== target.period) {
      context.env.report('BY475', { name: definition.id, period: day.period }, span)
      return broken(span)
    }
  }
  const moved = day !== undefined && target.period !== undefined
  const read = { is: 'result', of: definition.id, result, grain: target, span } as const
  if (!from && !moved && target.record === here.record && target.period === here.period)
    return { ...read, type: seenFrom(context, type, []) }
  if (from?.row && reportCurrencyOfRow(context, type, span)) return broken(span)
  const at = placeOf(context, definition.id, target, span, from)
  if (!at) return broken(span)
  const base = { ...read, type: seenFrom(context, type, at.path) } as const
  const delay = definition.kind === 'decision' ? definition.delay : undefined
  return { ...base, at: delay ? delayed(at, delay) : at }
}

/** What is in force on a day was decided so much earlier; in a finer period, its first day counts. */
function delayed(at: Place, { count, of }: NonNullable<Decision['delay']>): Place {
  const { period } = at
  if (period === undefined || (period !== 'own' && 'period' in period)) return at
  const span = period === 'own' ? undefined : period.date.span
  const none: Span = span ?? { source: '', from: 0, to: 0 }
  const a: Typed =
    period === 'own' ? { is: 'period-day', which: 'first', type: date, span: none } : period.date
  const by: Typed = { is: 'const', value: -count, type: { is: 'duration', of }, span: none }
  return {
    ...at,
    period: {
      ...(period !== 'own' && period),
      date: { is: 'date-add', a, months: of === 'months', by, type: date, span: none },
    },
  }
}

/** A parameter's value, on the row's own date or the period's day when it is dated. */
export function inferParameter(
  context: Context,
  parameter: Parameter,
  keys: readonly Typed[],
  span: Span,
): Typed {
  const { report } = context.env
  if (keys.length !== parameter.keys.length) {
    const expected = String(parameter.keys.length)
    report('BY212', { name: parameter.id, expected, found: String(keys.length) }, span)
    return broken(span)
  }
  const base = { is: 'parameter', of: parameter, keys, type: parameter.type, span } as const
  if (!parameter.dated) return base
  const at = dayFor(context, parameter, span)
  if (at !== 'averaged') return at ? { ...base, at } : broken(span)
  if (parameter.keys.length === 0 && parameter.type.is === 'number')
    return { ...base, at, type: averagedType(parameter.type) }
  report('BY407', { name: parameter.id, period: context.grain.period ?? '', day: '' }, span)
  return broken(span)
}

/** Value × days over days: a fraction whose denominator is the length of the period. */
function averagedType(type: NumberType): NumberType {
  const days = { scale: 0, min: 0n, max: 4_000_000n }
  return { ...type, range: multiply(type.range, days), over: { ...days, min: 1n } }
}

/** Which day counts for something dated: the row's own, or that of the period in which nothing changes. */
export function dayFor(
  context: Context,
  parameter: { readonly id: string; readonly rows: readonly { readonly from?: number }[] },
  span: Span,
): Extract<Typed, { is: 'parameter' }>['at'] {
  const { env, grain, asOf, record, day } = context
  if (day) {
    day.onRead()
    if (day.period === undefined) return { date: day.date }
    env.report('BY475', { name: parameter.id, period: day.period }, span)
    return undefined
  }
  if (grain.period === undefined) {
    const own = ownDate(context)
    if (own?.type.is === 'date') return { date: own }
    if (own?.type.is === 'error') return undefined
    const dated = [...(record?.fields.values() ?? [])].some(
      ({ type }) => type.is === 'date' || type.is === 'time',
    )
    if (record && dated && !record.exists) env.report('BY405', { record: record.id }, span)
    else env.report('BY408', { name: parameter.id }, span)
    return undefined
  }
  if (asOf) return asOf
  const kind = env.periods.get(grain.period)
  if (kind?.is === 'window') {
    const changes = parameter.rows.find(({ from }) => from !== undefined && !startsPolicy(context, from))
    if (!changes?.from) return 'first-day'
    env.report('BY407', { name: parameter.id, period: kind.of, day: formatDay(changes.from) }, span)
    return undefined
  }
  const inside = parameter.rows.find(
    (row) => row.from !== undefined && kind && !startsPeriod(context, kind.id, row.from),
  )
  if (!inside?.from) return 'first-day'
  env.report('BY407', { name: parameter.id, period: grain.period, day: formatDay(inside.from) }, span)
  return undefined
}

/** A change on or before the first day of the data never falls inside a period that is worked out. */
function startsPolicy({ env }: Context, day: number): boolean {
  const begins = env.policy.history ?? env.policy.from
  return begins !== undefined && day <= begins
}

function startsPeriod(context: Context, kind: string, day: number): boolean {
  const { policy, periods } = context.env
  if (startsPolicy(context, day)) return true
  return isPeriodStart(periods, policy, kind, day)
}
