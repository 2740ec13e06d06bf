import { cover } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import type { FieldSymbol, RecordSymbol, Typed } from './checked.ts'
import { broken } from './constants.ts'
import { type Context, infer } from './environment.ts'
import { inferAs } from './infer-compare.ts'
import { follow } from './infer-path.ts'
import { describeGrain, ownDate } from './place.ts'
import { date, describe, type Type } from './types.ts'

type Call = Extract<ast.Expr, { is: 'call' }>

/** `Assignment(order.owner).team`: the row of a record that is in force on the day that counts here, and what it leads to. */
export function inferInForce(context: Context, record: RecordSymbol, call: Call): Typed {
  const { env } = context
  env.used.add(record.id)
  env.refer(call.callee.span, { is: 'declared', name: record.id })
  const { inForce } = record
  if (!inForce) {
    env.report('BY472', { record: record.id }, call.callee.span)
    return broken(call.span)
  }
  const clause = call.where ?? call.posting ?? call.via
  if (clause) {
    env.report('BY477', { record: record.id }, clause.span)
    return broken(call.span)
  }
  if (call.args.length !== inForce.by.length) {
    const expected = String(inForce.by.length)
    env.report('BY212', { name: record.id, expected, found: String(call.args.length) }, call.span)
    return broken(call.span)
  }
  for (const field of [inForce.from, inForce.until, ...inForce.by])
    if (field) env.used.add(`${record.id}.${field.id}`)
  const keys = inForce.by.map((field, i) => keyOf(context, field, call.args[i]))
  const day = dayHere(context, record, call)
  const wrong = [inForce.from, inForce.until].some((field) => field?.type.is === 'error')
  if (!day || wrong || keys.some((key) => key === undefined)) return broken(call.span)
  const row: Typed = {
    is: 'in-force',
    record: record.id,
    keys: keys.filter((key) => key !== undefined),
    day,
    type: { is: 'ref', record: record.id },
    span: call.span,
  }
  const members = [...(call.output ? [call.output] : []), ...(call.more ?? [])]
  return follow(context, row, members, cover(call.callee.span, call.span))
}

/** What is looked for in a key field: of the same kind, and of a list only words that it has. */
function keyOf(context: Context, field: FieldSymbol, arg: ast.Expr | undefined): Typed | undefined {
  if (!arg) return undefined
  const wanted = field.type
  const isWord =
    wanted.is === 'enum' && (arg.is !== 'path' || wanted.values.includes(arg.parts[0]?.text ?? ''))
  const typed = isWord ? inferAs(context, arg, wanted) : infer(context, arg)
  if (typed.type.is === 'error' || wanted.is === 'error') return undefined
  if (fits(wanted, typed.type)) return typed
  context.env.report('BY316', { expected: describe(wanted), found: describe(typed.type) }, arg.span)
  return undefined
}

function fits(wanted: Type, found: Type): boolean {
  if (wanted.is === 'enum' && found.is === 'enum')
    return found.values.every((value) => wanted.values.includes(value))
  return describe(wanted) === describe(found)
}

/** The day that counts here: what `as of` says, the row's own date, or the day of the period that its header names. */
function dayHere(context: Context, record: RecordSymbol, { span }: Call): Typed | undefined {
  const { env, grain, asOf, day } = context
  if (day) {
    day.onRead()
    if (day.period === undefined) return day.date
    env.report('BY475', { name: record.id, period: day.period }, span)
    return undefined
  }
  if (grain.period === undefined) {
    const own = ownDate(context)
    if (own?.type.is === 'date') return own
    if (own?.type.is !== 'error') env.report('BY473', { record: record.id, here: describeGrain(grain) }, span)
    return undefined
  }
  if (asOf && asOf !== 'averaged')
    return { is: 'period-day', which: asOf === 'first-day' ? 'first' : 'last', type: date, span }
  env.report('BY473', { record: record.id, here: describeGrain(grain) }, span)
  return undefined
}
