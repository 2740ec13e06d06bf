import { type CompareOperator, opposite, turned } from '../../base/comparison.ts'
import { formatDay } from '../../base/day.ts'
import { isoInstant } from '../../base/local-time.ts'
import { unreachable } from '../../base/unreachable.ts'
import type { Zone } from '../../base/work-calendar.ts'
import type { Expr, Id, Plan, Ratio, TableInput, Test, Type } from '../../plan/plan.ts'
import { fraction, textOf } from './exact.ts'
import { type FactBook, typeOf } from './fact-book.ts'
import type { Condition, Stretch } from './rule-set.ts'
import { textOfValue } from './text-of-value.ts'

/** What the conditions of one clause are written with. */
export type Writer = {
  readonly plan: Plan
  readonly book: FactBook
  readonly grain: Id
  /** Of a row that several share: which of its lines. */
  readonly line?: number
  /** What facts without a name of their own are called after. */
  readonly owner: string
}

/** A condition, or whether it holds always or never. */
export type Clearly = Condition | boolean

/**
 * When an expression is known to be true (or, with `want` false, known to be false). INVARIANT: a condition never holds
 * for what is not known, so the opposite is written with the opposite operator and not with `not`.
 */
export function whenIs(writer: Writer, expr: Expr, want: boolean): Clearly {
  switch (expr.op) {
    case 'const':
      return (expr.value === true) === want
    case 'not':
      return whenIs(writer, expr.a, !want)
    case 'and':
    case 'or': {
      const parts = expr.all.map((part) => whenIs(writer, part, want))
      return (expr.op === 'and') === want ? allOf(parts) : anyOf(parts)
    }
    case 'compare':
      return compared(writer, expr, want)
    case 'same':
      return same(writer, expr, want)
    case 'is':
      return {
        fact: factOf(writer, { n: expr.a, scale: 0 }),
        operator: 'bylaw.state',
        value: statesFor(expr.what, want),
      }
    case 'column': {
      const column = columnOf(writer, expr.column)
      // A part without a name is written out; what has a name is a fact by that name.
      if (column?.label === undefined && column?.recurrence === undefined && column && isLogic(column.expr))
        return whenIs(writer, column.expr, want)
      return truthFact(writer, expr, want)
    }
    default:
      return truthFact(writer, expr, want)
  }
}

function isLogic(expr: Expr): boolean {
  return ['const', 'not', 'and', 'or', 'compare', 'same', 'is'].includes(expr.op)
}

function truthFact(writer: Writer, expr: Expr, want: boolean): Condition {
  return { fact: factOf(writer, { n: expr, scale: 0 }), operator: 'bylaw.in', value: [want] }
}

export function allOf(parts: readonly Clearly[]): Clearly {
  if (parts.includes(false)) return false
  const left = parts.filter((part) => typeof part !== 'boolean')
  const [first] = left
  if (first === undefined) return true
  return left.length === 1 ? first : { all: left.flatMap((part) => ('all' in part ? part.all : [part])) }
}

function anyOf(parts: readonly Clearly[]): Clearly {
  if (parts.includes(true)) return true
  const left = parts.filter((part) => typeof part !== 'boolean')
  const [first] = left
  if (first === undefined) return false
  return left.length === 1 ? first : { any: left.flatMap((part) => ('any' in part ? part.any : [part])) }
}

const operators: { readonly [by in CompareOperator]: string } = {
  '<': 'bylaw.lessThan',
  '<=': 'bylaw.lessThanInclusive',
  '=': 'bylaw.equal',
  '<>': 'bylaw.notEqual',
  '>=': 'bylaw.greaterThanInclusive',
  '>': 'bylaw.greaterThan',
}

function compared(writer: Writer, expr: Extract<Expr, { op: 'compare' }>, want: boolean): Condition {
  const by = want ? expr.by : opposite[expr.by]
  const isConstant = expr.a.n.op === 'const' && expr.a.d === undefined
  const [a, b, order] = isConstant ? [expr.b, expr.a, turned[by]] : [expr.a, expr.b, by]
  const type = typeOfRatio(writer, a)
  // A period is compared by its first day.
  const as = type.is === 'period' ? ({ is: 'date' } as const) : type
  return {
    fact: factOf(writer, a, as),
    operator: operators[order],
    value:
      b.n.op === 'const' && b.d === undefined
        ? constantText(b, as, writer.plan.zone)
        : { fact: factOf(writer, b, as.is === 'date' ? as : undefined) },
  }
}

function constantText({ n, scale }: Ratio, type: Type, zone: Zone | undefined): string | boolean {
  if (n.op !== 'const' || typeof n.value === 'boolean') throw new Error('a number is compared with a number')
  if (type.is === 'date') return formatDay(Number(n.value))
  if (n.type.is === 'time' && zone) return isoInstant(zone, Number(n.value))
  return textOf(fraction(BigInt(n.value), 1n, n.type.is === 'date' ? 0 : scale))
}

function same(writer: Writer, expr: Extract<Expr, { op: 'same' }>, want: boolean): Condition {
  const [a, b] = expr.a.op === 'const' ? [expr.b, expr.a] : [expr.a, expr.b]
  const fact = factOf(writer, { n: a, scale: 0 })
  const operator = want ? 'bylaw.in' : 'bylaw.notIn'
  if (b.op !== 'const') return { fact, operator, value: { fact: factOf(writer, { n: b, scale: 0 }) } }
  const value =
    typeof b.value === 'boolean' || b.type.is === 'text' || b.type.is === 'enum'
      ? b.value
      : textOfValue(b.type, BigInt(b.value), 1n, 0, {
          kind: (id) => writer.plan.periods.find((kind) => kind.id === id),
          key: () => '',
          zone: writer.plan.zone,
        })
  return { fact, operator, value: [value] }
}

type Asked = Extract<Expr, { op: 'is' }>['what']

function statesFor(what: Asked, want: boolean): readonly string[] {
  switch (what) {
    case 'missing':
      return want ? ['missing'] : ['decided', 'not-applicable']
    case 'present':
      return want ? ['decided'] : ['missing', 'not-applicable']
    case 'applicable':
      return want ? ['decided', 'missing'] : ['not-applicable']
    case 'not-applicable':
      return want ? ['not-applicable'] : ['decided', 'missing']
    default:
      return unreachable(what)
  }
}

/** When the tests of one row of a table are known to hold. */
export function whenRow(
  writer: Writer,
  table: Plan['tables'][number],
  inputs: readonly TableInput[],
  row: number,
): Clearly {
  const tests = table.rows[row]?.tests ?? []
  return allOf(
    tests.map((test, i): Clearly => {
      const input = inputs[i]
      const shape = table.inputs[i]
      if (test.is === 'any' || input === undefined || shape === undefined) return true
      const given = input.is === 'number' ? input.value : { n: input.value, scale: 0 }
      const type = shape.type.is === 'period' ? ({ is: 'date' } as const) : shape.type
      const fact = factOf(writer, given, type, `${writer.owner}.${shape.label}`)
      return { fact, ...tested(test, type, writer.plan.zone) }
    }),
  )
}

function tested(
  test: Exclude<Test, { is: 'any' }>,
  type: Type,
  zone: Zone | undefined,
): { readonly operator: string; readonly value: unknown } {
  const isNumber = type.is === 'int' || type.is === 'date' || type.is === 'time'
  const text = (at: string): string => {
    if (type.is === 'date') return formatDay(Number(at))
    if (type.is === 'time' && zone) return isoInstant(zone, Number(at))
    return textOf(fraction(BigInt(at), 1n, type.is === 'int' ? type.scale : 0))
  }
  if (test.is === 'range') {
    const stretches = test.ranges.map(
      ({ low, high }): Stretch => ({
        ...(low && { [low.included ? 'from' : 'over']: text(low.at) }),
        ...(high && { [high.included ? 'to' : 'under']: text(high.at) }),
      }),
    )
    return { operator: test.negated ? 'bylaw.outside' : 'bylaw.within', value: stretches }
  }
  if (!isNumber) return { operator: test.is === 'in' ? 'bylaw.in' : 'bylaw.notIn', value: test.values }
  const points = test.values.map((value): Stretch => ({ from: text(String(value)), to: text(String(value)) }))
  return { operator: test.is === 'in' ? 'bylaw.within' : 'bylaw.outside', value: points }
}

export function columnOf({ plan }: Writer, id: Id): Plan['columns'][number] | undefined {
  return plan.columns.find((column) => column.id === id)
}

function typeOfRatio({ plan }: Writer, { n, scale }: Ratio): Type {
  return typeOf(
    n,
    scale,
    (id) => plan.columns.find((column) => column.id === id)?.type ?? { is: 'text' },
    (relation, field) =>
      plan.relations.find((r) => r.id === relation)?.fields.find((f) => f.id === field)?.type ?? {
        is: 'text',
      },
  )
}

/** The fact that an expression is. A column is called as the policy calls it. */
export function factOf(writer: Writer, value: Ratio, as?: Type, wanted?: string): string {
  const { n, d } = value
  const type = as ?? typeOfRatio(writer, value)
  const own = d === undefined && n.op === 'column' ? n.column : undefined
  const part = wanted ?? own ?? `${writer.owner}.part`
  return writer.book.name(writer.grain, value, type, own ?? part, writer.line)
}
