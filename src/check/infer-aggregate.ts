import type * as ast from '../syntax/ast.ts'
import type { Aggregate, Grain, RecordSymbol, Typed } from './checked.ts'
import { broken, hint } from './constants.ts'
import { type CreditedCall, creditedCall, partType } from './credited.ts'
import { ofManyRows } from './currency.ts'
import { type Context, type Environment, infer } from './environment.ts'
import { checkWidth } from './infer-arithmetic.ts'
import { pathOf, recordNamed } from './infer-path.ts'
import { inferRows } from './infer-rows.ts'
import { inferPeriods } from './infer-window.ts'
import { asDay } from './local-day.ts'
import { declaredHead, declaredNames, pathsIn } from './names.ts'
import { isOfPeriods } from './of-periods.ts'
import { onlyPath } from './paths.ts'
import { describeGrain, ownDate, within } from './place.ts'
import { offeredParts } from './result-names.ts'
import { mostRows, sumRange } from './sum-range.ts'
import { describe, fixed, type NumberType, type Type, truth } from './types.ts'
import { windowOfRows } from './window-of-rows.ts'

type Call = Extract<ast.Expr, { is: 'call' }>
const functions = ['sum', 'count', 'avg', 'min', 'max', 'only', 'first', 'last', 'any', 'all'] as const
type Function = (typeof functions)[number]

export function isAggregate(name: string): name is Function {
  return (functions as readonly string[]).includes(name)
}

/** `sum(Receipt.amount where c, posting d, via p)`: the rows of one record that belong to this row and period. */
export function inferAggregate(context: Context, fn: Function, written: Call): Typed {
  const call = onItsDay(context, written)
  if ((fn === 'min' || fn === 'max') && call.args.length > 1) {
    context.env.report('BY418', {}, call.span)
    return broken(call.span)
  }
  if (isOfPeriods(context, call)) return inferPeriods(context, fn, call, truthOf)
  // What rows have in common is named from either side: it does not say which rows are counted.
  const named = call.args.map((arg) => windowOfRows(context, { ...call, args: [arg] })?.a ?? arg)
  const parts = [...named, call.where, call.posting].filter((e) => e !== undefined)
  const record = countedRecord(context, parts, call.span)
  if (!record) return broken(call.span)
  const source = sourceGrain(context, record, call)
  if (!source) return broken(call.span)
  const inner: Context = {
    env: context.env,
    grain: source,
    record,
    counting: true,
    ...(context.asOf && { asOf: context.asOf }),
    ...(context.over && { over: context.over }),
  }
  const [argument, ...extra] = call.args
  if (!argument || extra.length > 0) {
    context.env.report('BY212', { name: fn, expected: '1', found: String(call.args.length) }, call.span)
    return broken(call.span)
  }
  const over = windowOfRows(context, call)
  const counted = over?.a ?? argument
  const value = isBareRecord(counted, record) ? undefined : infer(inner, counted)
  const where = call.where && truthOf(inner, call.where)
  if (over && call.use !== undefined) {
    context.env.report('BY658', { record: record.id, use: call.use }, call.span)
    return broken(call.span)
  }
  if (over)
    return inferRows(context, fn, call, over, {
      record,
      inner,
      ...(value && { value }),
      ...(where && { where }),
    })
  const mayBeCredited = context.env.credits.size > 0 || call.use !== undefined
  const credited = mayBeCredited ? creditedCall(context, inner, record, call) : undefined
  if (credited === 'broken') return broken(call.span)
  const at = placement(context, inner, call, credited && { path: credited.path })
  if (!at) return broken(call.span)
  const shared = credited && fn === 'sum' ? credit(credited, value) : value
  const each = typeOf(context, fn, shared, call, record.id)
  // Of a row that is looked up nobody knows whether it is the one that holds the currency.
  const of = credited || at.row ? {} : context.grain
  const type = each && ofManyRows(context.env.report, each, of, at.path, call.span)
  if (!type) return broken(call.span)
  const own = fn === 'first' || fn === 'last' ? ownDate(inner) : undefined
  // Of two rows of one day, their times say which is first.
  const order = own?.is === 'local-day' ? own.a : own
  if ((fn === 'first' || fn === 'last') && !order)
    context.env.report('BY405', { record: record.id }, call.span)
  // A test given as the argument of `any`, `all`, `count` is what is tested, not what is added up.
  return {
    is: 'aggregate',
    fn,
    record: record.id,
    source,
    ...(value && { value }),
    ...(where && { where }),
    ...(order && { order }),
    ...(credited && { credited: credited.credited }),
    at,
    type,
    span: call.span,
  } satisfies Aggregate & { type: Type; span: ast.Expr['span'] }
}

/**
 * What a row's clause decides counts on the day that the clause is posted, where nothing else is written: of a penalty
 * what is asked of it too, of a decision what is counted.
 */
function onItsDay({ env }: Context, call: Call): Call {
  if (call.posting) return call
  const postingIn = (parts: readonly (ast.Expr | undefined)[], kinds: readonly string[]) =>
    parts
      .flatMap((e) => (e ? pathsIn(e) : []))
      .map(({ parts: [head] }) => env.declared.get(head?.text ?? ''))
      .flatMap((found) =>
        found && 'grain' in found && found.grain.posting && kinds.includes(found.kind)
          ? [found.grain.posting]
          : [],
      )[0]
  const posting =
    postingIn(call.args, ['penalty', 'decision', 'authority']) ?? postingIn([call.where], ['penalty'])
  return posting ? { ...call, posting } : call
}

/** A credited sum adds up parts of its value. */
function credit({ credit: by }: CreditedCall, value: Typed | undefined): Typed | undefined {
  return value?.type.is === 'number' ? { ...value, type: partType(by, value.type) } : value
}

export function truthOf(context: Context, expr: ast.Expr): Typed {
  const typed = infer(context, expr)
  if (typed.type.is === 'truth' || typed.type.is === 'error') return typed
  context.env.report('BY307', { found: describe(typed.type) }, expr.span)
  return { ...broken(expr.span), type: truth }
}

/** The one record that expressions name; its fields and values are what they read. */
export function countedRecord(
  context: Context,
  parts: readonly ast.Expr[],
  span: ast.Expr['span'],
): RecordSymbol | undefined {
  const { env } = context
  const paths = parts.flatMap(pathsIn)
  const heads = new Set(paths.map((p) => declaredHead(env.declared, p.parts)?.text ?? ''))
  const named = [...heads].filter((head) => env.records.has(head))
  const [record, ...more] = named.length > 0 ? named : recordsOfResults(env, heads)
  if (record === undefined && reportTarget(context, paths)) return undefined
  if (record === undefined || more.length > 0) {
    if (record !== undefined || !reportMisspelt(context, paths)) env.report('BY417', {}, span)
    return undefined
  }
  env.used.add(record)
  for (const {
    parts: [head],
  } of paths)
    if (head?.text === record) env.refer(head.span, { is: 'declared', name: record })
  return env.records.get(record)
}

/** Whether a target is named without a part that it has: what it has is offered; one that is broken has none. */
function reportTarget({ env }: Context, paths: ReturnType<typeof pathsIn>): boolean {
  const whole = paths
    .map((path) => path.parts[0])
    .find((head) => env.declared.get(head?.text ?? '')?.kind === 'target')
  if (!whole) return false
  env.used.add(whole.text)
  env.refer(whole.span, { is: 'declared', name: whole.text })
  const results = offeredParts(whole.text, env.declared.keys(), env.policy.language)
  if (results !== '') env.report('BY205', { name: whole.text, results }, whole.span)
  return true
}

/** Whether a name was reported that nothing bears: most likely the record's. */
function reportMisspelt({ env, record }: Context, paths: ReturnType<typeof pathsIn>): boolean {
  const heads = paths.map((path) => path.parts[0]).filter((head) => head !== undefined)
  const stray = heads.find(({ text }) => !env.declared.has(text) && !record?.fields.has(text))
  if (!stray) return false
  const near = env.nearest(stray.text, [...env.records.keys(), ...env.declared.keys()])
  const edits = near === undefined ? undefined : [{ span: stray.span, text: near }]
  env.report('BY201', { name: stray.text, near: hint(near) }, stray.span, edits && { edits })
  return true
}

/** `sum(pay)`: a result of each Order counts the orders, though their record is not named. */
function recordsOfResults(env: Environment, heads: ReadonlySet<string>): readonly string[] {
  const records = [...heads].flatMap((head) => {
    const declaration = env.declared.get(head)
    const record = declaration && recordNamed(declaration)
    return record !== undefined && env.records.has(record) ? [record] : []
  })
  return [...new Set(records)]
}

function isBareRecord(expr: ast.Expr, record: RecordSymbol): boolean {
  return expr.is === 'path' && expr.parts.length === 1 && expr.parts[0]?.text === record.id
}

/**
 * Rows alone when they have a date of their own (or no period is asked for); rows × periods when it is their values
 * that stand in time, or when they exist from one day to another.
 */
function sourceGrain(context: Context, record: RecordSymbol, call: Call): Grain | undefined {
  const { env, grain } = context
  const kinds = new Set<string>()
  for (const name of [...call.args, call.where].flatMap((e) => (e ? declaredNames(env, e) : []))) {
    if (!env.declared.has(name.text) || record.fields.has(name.text)) continue
    const definition = env.define(name.text, name, context.over)
    // A part of a target that is broken has been reported, and says nothing of the rows that it stands for.
    if (!definition && env.parts.has(name.text)) return undefined
    if (definition && 'scope' in definition && definition.scope.grain.period !== undefined) {
      kinds.add(definition.scope.grain.period)
    }
  }
  const rows: Grain = { record: record.id }
  if (call.posting || (record.posting && kinds.size === 0)) return rows
  if (grain.period === undefined) {
    if (kinds.size === 0) return rows
    env.report(
      'BY401',
      {
        name: record.id,
        grain: describeGrain({ record: record.id, period: [...kinds][0] ?? '' }),
        here: describeGrain(grain),
      },
      call.span,
    )
    return undefined
  }
  const finest = [...kinds].find((kind) => [...kinds].every((other) => within(env.periods, kind, other)))
  if (record.posting && finest !== undefined) return rows
  if (finest !== undefined) {
    if (within(env.periods, finest, grain.period)) return { record: record.id, period: finest }
    env.report(
      'BY401',
      {
        name: record.id,
        grain: describeGrain({ record: record.id, period: finest }),
        here: describeGrain(grain),
      },
      call.span,
    )
    return undefined
  }
  const dated = [...record.fields.values()].some(
    ({ type }) => type.is === 'date' || type.is === 'time' || type.is === 'period',
  )
  if (!record.exists && dated) {
    env.report('BY405', { record: record.id }, call.span)
    return undefined
  }
  return { record: record.id, period: grain.period }
}

/** How a counted row finds the row that it counts for. */
function placement(
  outer: Context,
  inner: Context,
  call: Call,
  credited: Subject | undefined,
): Aggregate['at'] | undefined {
  const subject = credited ?? subjectOf(outer, inner, call)
  if (!subject) return undefined
  if (outer.grain.period === undefined) return subject
  if (call.posting) {
    const date = asDay(infer(inner, call.posting))
    if (date.type.is === 'date') return { ...subject, period: { date } }
    if (date.type.is === 'period') return { ...subject, period: { period: date } }
    if (date.type.is !== 'error')
      outer.env.report('BY316', { expected: 'date', found: describe(date.type) }, call.posting.span)
    return undefined
  }
  if (inner.grain.period !== undefined) return { ...subject, period: 'own' }
  const own = ownDate(inner)
  if (!own) {
    outer.env.report('BY405', { record: inner.record?.id ?? '' }, call.span)
    return undefined
  }
  if (own.type.is === 'date') return { ...subject, period: { date: own } }
  if (own.type.is === 'period' && !within(outer.env.periods, own.type.kind, outer.grain.period)) {
    outer.env.report(
      'BY401',
      {
        name: inner.record?.id ?? '',
        grain: describeGrain({ period: own.type.kind }),
        here: describeGrain(outer.grain),
      },
      call.span,
    )
    return undefined
  }
  return { ...subject, period: { period: own } }
}

type Subject = Pick<Aggregate['at'], 'row' | 'path'>

/** The row that a row of another record belongs to: the one way to it, or the one that is written. */
export function subjectOf(
  outer: Context,
  inner: Context,
  call: Pick<Call, 'via' | 'span'>,
): Subject | undefined {
  if (call.via) return writtenPath(outer, inner, call.via)
  const target = outer.grain.record
  if (target === undefined || !inner.record || target === inner.record.id) return { path: [] }
  const path = onlyPath(outer.env, inner.record, target, call.span)
  return path && { path }
}

/**
 * `via order.rep`: references from the counted row, or any expression that names a row (a value of the row, a look-up);
 * from there on the one path to the record that this result is for.
 */
function writtenPath(outer: Context, inner: Context, via: ast.Expr): Subject | undefined {
  const typed = infer(inner, via)
  const { type } = typed
  if (type.is === 'error') return undefined
  const target = outer.grain.record
  const reached = type.is === 'ref' ? outer.env.records.get(type.record) : undefined
  if (!reached || target === undefined) {
    outer.env.report('BY402', { from: inner.record?.id ?? '', to: target ?? '' }, via.span)
    return undefined
  }
  const onward = reached.id === target ? [] : onlyPath(outer.env, reached, target, via.span)
  if (!onward) return undefined
  const from = pathOf(typed)
  return from && { ...from, path: [...from.path, ...onward] }
}

function typeOf(
  context: Context,
  fn: Function,
  value: Typed | undefined,
  call: Call,
  record: string,
): Type | undefined {
  const { report } = context.env
  const rows: Type = { is: 'ref', record }
  const counts: NumberType = { is: 'number', unit: 'count', range: { scale: 0, min: 0n, max: mostRows } }
  if (fn === 'count') {
    if (value && value.type.is !== 'truth' && value.type.is !== 'error' && value.type.is !== 'ref')
      report('BY307', { found: describe(value.type) }, call.span)
    return counts
  }
  if (fn === 'any' || fn === 'all') {
    // `any(Order where …)` asks whether there is one; that all rows are rows says nothing.
    const found = value?.type ?? (fn === 'all' ? rows : truth)
    if (found.is !== 'truth' && found.is !== 'error') report('BY307', { found: describe(found) }, call.span)
    return truth
  }
  if (!value || value.type.is === 'error') {
    if (!value) report('BY316', { expected: 'number', found: describe(rows) }, call.span)
    return undefined
  }
  if (fn === 'only' || fn === 'first' || fn === 'last') return value.type
  if ((fn === 'min' || fn === 'max') && (value.type.is === 'date' || value.type.is === 'time'))
    return value.type
  if (value.type.is !== 'number') {
    report('BY316', { expected: 'number', found: describe(value.type) }, call.span)
    return undefined
  }
  if (fn === 'min' || fn === 'max') return value.type
  const each = fixed(value.type)
  const total: NumberType = { ...each, range: sumRange(each) }
  return checkWidth(report, fn === 'sum' ? total : { ...total, over: counts.range }, call.span, value.type)
}
