import type * as ast from '../syntax/ast.ts'
import type { RecordSymbol, Rolling, Typed } from './checked.ts'
import { broken } from './constants.ts'
import { currencyText, isOfRow, ofManyRows } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { checkWidth } from './infer-arithmetic.ts'
import { literalDuration } from './literals.ts'
import { asDay } from './local-day.ts'
import { describeGrain, ownDate } from './place.ts'
import { mostRows, sumRange } from './sum-range.ts'
import { alike, describe, fixed, type NumberType, type Type, truth } from './types.ts'

type Call = Extract<ast.Expr, { is: 'call' }>
type WindowExpr = Extract<ast.Expr, { is: 'window' }>
type Parts = {
  readonly record: RecordSymbol
  readonly inner: Context
  readonly value?: Typed
  readonly where?: Typed
}

/** Rows of a record up to a row's own day: those before it in the same order, order by order. */
export function inferRows(context: Context, fn: string, call: Call, over: WindowExpr, parts: Parts): Typed {
  const { env, grain } = context
  const { record, inner, value, where } = parts
  if (grain.record === undefined || grain.period !== undefined || !context.record) {
    env.report('BY480', { here: describeGrain(grain) }, over.span)
    return broken(call.span)
  }
  const found = kindOf(fn)
  if (!found || call.via) {
    env.report('BY481', {}, call.span)
    return broken(call.span)
  }
  const window = windowMeant(context, over)
  const within = groupsOf(context, inner, 'within' in over.window ? over.window.within : undefined)
  const at = datesOf(context, inner, call)
  const each = window && typeOf(context, found, value, call)
  const type = each && within && inOneCurrency(context, each, within, call)
  if (!window || !within || !at || !type) return broken(call.span)
  const rolling: Rolling = {
    is: 'rolling',
    fn: found,
    record: record.id,
    source: inner.grain,
    ...(value && { value }),
    ...(where && { where }),
    within,
    at: { theirs: at.theirs, own: at.own },
    ...(at.moment && { moment: at.moment }),
    window,
  }
  return { ...rolling, type, span: call.span }
}

function kindOf(fn: string): Rolling['fn'] | undefined {
  const kinds = ['sum', 'count', 'avg', 'min', 'max', 'any', 'all'] as const
  return kinds.find((kind) => kind === fn)
}

const mostDays = 40_000
const mostMonths = 1_200

function windowMeant({ env }: Context, { window }: WindowExpr): Rolling['window'] | undefined {
  if (window.is === 'so-far') return { is: 'running' }
  const length =
    window.is === 'last' && window.length.is === 'duration' ? literalDuration(window.length) : undefined
  const most = length?.of === 'days' ? mostDays : mostMonths
  if (length && length.count >= 1 && length.count <= most) return { is: length.of, count: length.count }
  env.report('BY482', {}, window.is === 'last' ? window.length.span : undefined)
  return undefined
}

/** What rows have in common with this one: read at each of them, and here. */
export function groupsOf(
  context: Context,
  inner: Context,
  written: readonly ast.Expr[] = [],
): Rolling['within'] | undefined {
  const groups = written.map((expr) => {
    const theirs = infer(inner, expr)
    const own = infer(context, expr)
    if (theirs.type.is === 'error' || own.type.is === 'error') return undefined
    if (canGroup(theirs.type) && alike(theirs.type, own.type)) return { theirs, own }
    context.env.report('BY483', { found: describe(theirs.type), here: describe(own.type) }, expr.span)
    return undefined
  })
  const known = groups.filter((group) => group !== undefined)
  return known.length === written.length ? known : undefined
}

/** Amounts in the currencies of their rows come together where those have the currency in common. */
function inOneCurrency(
  { env }: Context,
  type: Type,
  within: Rolling['within'],
  { span }: Call,
): Type | undefined {
  if (type.is !== 'number' || !isOfRow(type.currency)) return type
  const text = currencyText(type.currency)
  const group = within.find(
    ({ theirs }) => theirs.is === 'field' && !theirs.row && [...theirs.path, theirs.field].join('.') === text,
  )
  if (group?.own.is !== 'field' || group.own.row) return ofManyRows(env.report, type, {}, [], span)
  const { path, record, field } = group.own
  return { ...type, currency: { ...type.currency, path, record, field } }
}

function canGroup(type: Type): boolean {
  if (type.is === 'time') return false
  return type.is !== 'number' || (type.over === undefined && type.unit === 'count')
}

/** The day of a row that is counted, and of this row: the last day that counts. Of one record it is the same date. */
function datesOf(
  context: Context,
  inner: Context,
  call: Call,
): (Rolling['at'] & Pick<Rolling, 'moment'>) | undefined {
  const same = inner.record?.id === context.record?.id
  const { date: _, ...bare } = context
  const when = call.posting ? infer(inner, call.posting) : ownDate(inner)
  const theirs = asDay(when)
  const ours = !same ? ownDate(context) : call.posting ? infer(bare, call.posting) : ownDate(bare)
  const own = asDay(ours)
  if (theirs?.type.is === 'error' || own?.type.is === 'error') return undefined
  const [at, until] = [momentOf(when), momentOf(ours)]
  if (theirs?.type.is === 'date' && own?.type.is === 'date')
    return { theirs, own, ...(at && until && { moment: { theirs: at, own: until } }) }
  const lacking = theirs?.type.is === 'date' ? context.record : inner.record
  context.env.report('BY405', { record: lacking?.id ?? '' }, call.span)
  return undefined
}

/** A record's own date is read as a day: behind it may stand a time. */
function momentOf(when: Typed | undefined): Typed | undefined {
  const moment = when?.is === 'local-day' ? when.a : when
  return moment?.type.is === 'time' ? moment : undefined
}

function typeOf(context: Context, fn: Rolling['fn'], value: Typed | undefined, call: Call): Type | undefined {
  const { report } = context.env
  const counts: NumberType = { is: 'number', unit: 'count', range: { scale: 0, min: 0n, max: mostRows } }
  const test = value === undefined || value.type.is === 'truth'
  switch (fn) {
    case 'count':
    case 'any':
    case 'all':
      if (!test && value.type.is !== 'error' && !(fn === 'count' && value.type.is === 'ref'))
        report('BY307', { found: describe(value.type) }, call.span)
      return fn === 'count' ? counts : truth
    case 'min':
    case 'max':
      if (value?.type.is === 'date' || value?.type.is === 'time') return value.type
      if (value?.type.is === 'number') return fixed(value.type)
      break
    case 'sum':
    case 'avg': {
      if (value?.type.is !== 'number') break
      const each = fixed(value.type)
      const total: NumberType = { ...each, range: sumRange(each) }
      const whole = fn === 'sum' ? total : { ...total, over: counts.range }
      return checkWidth(report, whole, call.span, value.type)
    }
  }
  if (value?.type.is !== 'error')
    report('BY316', { expected: 'number', found: value ? describe(value.type) : fn }, call.span)
  return undefined
}
