import type * as ast from '../syntax/ast.ts'
import { offeredWords, spellWord } from '../syntax/keywords.ts'
import { functionMeant } from '../syntax/synonyms.ts'
import type { DecisionTable, Parameter, Typed } from './checked.ts'
import { broken, hint } from './constants.ts'
import { sameCurrency } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { builtIns } from './functions.ts'
import { reportCurrenciesWithoutRow, reportMissingWords } from './gaps.ts'
import { inferInForce } from './in-force.ts'
import { inferAggregate, isAggregate } from './infer-aggregate.ts'
import { inferAs } from './infer-compare.ts'
import { inferExchanged } from './infer-exchange.ts'
import { inferParameter } from './infer-path.ts'
import { describe, type Type } from './types.ts'

type Call = Extract<ast.Expr, { is: 'call' }>

/** A table or keyed parameter by name, an aggregate, or a built-in function. */
export function inferCall(context: Context, call: Call): Typed {
  const { env } = context
  const name = call.callee.text
  const [beyond] = call.more ?? []
  if (beyond && !env.records.has(name)) {
    env.report('BY107', { written: '.' }, beyond.span)
    return broken(call.span)
  }
  if (env.declared.has(name)) {
    const definition = env.define(name, call.callee)
    if (definition?.kind === 'table') return inferTable(context, definition, call)
    if (definition?.kind === 'parameter') return inferKeyed(context, definition, call)
    if (definition) env.report('BY207', { name, near: '' }, call.callee.span)
    return broken(call.span)
  }
  const record = env.records.get(name)
  if (record) return inferInForce(context, record, call)
  if (isAggregate(name)) return inferAggregate(context, name, call)
  if (name === 'exchanged') return inferExchanged(context, call)
  const builtIn = builtIns.get(name)
  if (builtIn) {
    const args = call.args.map((arg) => infer(context, arg))
    const least = builtIn.arguments - (builtIn.optional ? 1 : 0)
    if (args.length <= builtIn.arguments && args.length >= least)
      return builtIn.infer(context, args, call.span)
    env.report('BY212', { name, expected: String(builtIn.arguments), found: String(args.length) }, call.span)
    return broken(call.span)
  }
  const { language } = env.policy
  const meant = functionMeant(name)
  const near = meant
    ? spellWord('function', meant, language)
    : env.nearest(name, [...env.declared.keys(), ...offeredWords('function', language)])
  const edits = near === undefined ? undefined : [{ span: call.callee.span, text: near }]
  env.report('BY207', { name, near: hint(near) }, call.callee.span, edits && { edits })
  return broken(call.span)
}

function inferKeyed(context: Context, parameter: Parameter, call: Call): Typed {
  const keys = call.args.map((arg, i) => matched(context, arg, parameter.keys[i]?.type))
  reportCurrenciesWithoutRow(context.env.report, parameter, keys, call.span)
  return inferParameter(context, parameter, keys, call.span)
}

function inferTable(context: Context, table: DecisionTable, call: Call): Typed {
  const { report } = context.env
  if (call.args.length !== table.inputs.length) {
    const expected = String(table.inputs.length)
    report('BY212', { name: table.id, expected, found: String(call.args.length) }, call.span)
    return broken(call.span)
  }
  const inputs = call.args.map((arg, i) => matched(context, arg, table.inputs[i]?.type))
  const wanted = call.output?.text ?? (table.outputs.length === 1 ? table.outputs[0]?.name : undefined)
  const output = table.outputs.findIndex((o) => o.name === wanted)
  const type = table.outputs[output]?.type
  if (!type) {
    const results = table.outputs.map((o) => `${table.id}(…).${o.name}`).join(', ')
    report('BY205', { name: table.id, results }, call.output?.span ?? call.span)
    return broken(call.span)
  }
  if (call.output) context.env.refer(call.output.span, { is: 'result', of: table.id, name: call.output.text })
  reportMissingWords(report, table, inputs, call.span)
  return { is: 'table', of: table, inputs, output, type, span: call.span }
}

/** An argument for a column of this type. Words of a column stand for the values of the argument's own list. */
export function matched(context: Context, arg: ast.Expr, wanted: Type | undefined): Typed {
  const isWord =
    wanted?.is === 'enum' && (arg.is !== 'path' || wanted.values.includes(arg.parts[0]?.text ?? ''))
  const typed = isWord ? inferAs(context, arg, wanted) : infer(context, arg)
  if (!wanted || typed.type.is === 'error' || wanted.is === 'error' || accepts(wanted, typed.type))
    return checkWords(context, typed, wanted)
  context.env.report('BY316', { expected: describe(wanted), found: describe(typed.type) }, arg.span)
  return broken(arg.span)
}

function accepts(wanted: Type, found: Type): boolean {
  // A column in which every cell is `-` tests nothing: anything may stand there.
  if (wanted.is === 'enum' && wanted.values.length === 0) return true
  if (wanted.is === 'enum') return found.is === 'enum' || found.is === 'text'
  if (wanted.is !== 'number' || found.is !== 'number') return wanted.is === found.is
  if (wanted.unit === 'money' || found.unit === 'money')
    return wanted.unit === found.unit && sameCurrency(wanted.currency, found.currency)
  if (wanted.unit === found.unit) return true
  const loose = new Set(['number', 'count', 'ratio'])
  if (wanted.unit === 'percent' || found.unit === 'percent')
    return found.unit === 'ratio' || wanted.unit === 'ratio'
  return loose.has(wanted.unit) || loose.has(found.unit)
}

/** Every word of the column must be a value of the list that is looked up: else the row could never match. */
function checkWords(context: Context, typed: Typed, wanted: Type | undefined): Typed {
  if (wanted?.is !== 'enum' || typed.type.is !== 'enum') return typed
  const values = typed.type.values
  const stray = wanted.values.find((word) => !values.includes(word))
  if (stray !== undefined) context.env.report('BY204', { word: stray, values: values.join(', ') }, typed.span)
  return typed
}
