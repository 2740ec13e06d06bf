import type { Expr, IntType, Plan, Type } from '../../plan/plan.ts'
import { columnNamed } from './constants.ts'

/** The type of what an expression gives, with the limits that its parts leave it, as far as they say. */
export function typeOf(plan: Plan, expr: Expr, depth = 0): Type | undefined {
  if (depth > 20) return undefined
  const of = (part: Expr) => typeOf(plan, part, depth + 1)
  switch (expr.op) {
    case 'const':
      return expr.type
    case 'field':
      return plan.relations.find(({ id }) => id === expr.relation)?.fields.find(({ id }) => id === expr.field)
        ?.type
    case 'column':
    case 'lookup':
    case 'earlier-row':
      return columnNamed(plan, expr.column)?.type
    case 'period-day':
      return { is: 'date' }
    case 'sub': {
      const [a, b] = [of(expr.a), of(expr.b)]
      if (a?.is === 'date' && b?.is === 'date')
        return unlimited({ is: 'int', scale: 0, min: '', max: '', unit: 'count' })
      return a?.is === 'date' || b?.is === 'date' ? { is: 'date' } : joined('sub', a, b)
    }
    case 'add': {
      const [a, b] = [of(expr.a), of(expr.b)]
      // A day and so many days.
      return a?.is === 'date' || b?.is === 'date' ? { is: 'date' } : joined('add', a, b)
    }
    case 'mul':
    case 'min':
    case 'max':
      return joined(expr.op, of(expr.a), of(expr.b))
    case 'shift':
      return shifted(of(expr.a), expr.by)
    case 'neg':
    case 'abs':
      return turned(of(expr.a), expr.op)
    case 'nonzero':
      return of(expr.a)
    case 'if-missing':
      return either(of(expr.a), [of(expr.b)])
    case 'choose': {
      const given = expr.cases.flatMap(({ then }) => (then.op === 'fail' ? [] : [of(then)]))
      return expr.otherwise.op === 'fail'
        ? given.length === 0
          ? undefined
          : either(given[0], given.slice(1))
        : either(of(expr.otherwise), given)
    }
    case 'pick':
      return expr.items[0] && either(of(expr.items[0]), expr.items.slice(1).map(of))
    default:
      return undefined
  }
}

/** Whether an expression is how many days lie between two dates. */
export function isDays(plan: Plan, expr: Expr, depth = 0): boolean {
  if (depth > 20) return false
  switch (expr.op) {
    case 'sub':
      return typeOf(plan, expr.a)?.is === 'date' && typeOf(plan, expr.b)?.is === 'date'
    case 'add':
      return [
        [expr.a, expr.b],
        [expr.b, expr.a],
      ].some(([a, b]) => a && b?.op === 'const' && isDays(plan, a, depth + 1))
    case 'column':
    case 'lookup': {
      const column = columnNamed(plan, expr.column)
      return column !== undefined && column.type.is === 'int' && isDays(plan, column.expr, depth + 1)
    }
    case 'choose':
      return (
        isDays(plan, expr.otherwise, depth + 1) &&
        expr.cases.every(({ then }) => then.op === 'fail' || isDays(plan, then, depth + 1))
      )
    default:
      return false
  }
}

function unlimited(type: IntType): IntType {
  return { ...type, min: `-${'9'.repeat(38)}`, max: '9'.repeat(38) }
}

function within(type: IntType, scale: number, ends: readonly bigint[]): IntType {
  const [first = 0n, ...rest] = ends
  const min = rest.reduce((x, y) => (x < y ? x : y), first)
  const max = rest.reduce((x, y) => (x > y ? x : y), first)
  return { ...type, scale, min: String(min), max: String(max) }
}

function endsOf({ min, max }: IntType): readonly [bigint, bigint] {
  return [BigInt(min), BigInt(max)]
}

function shifted(type: Type | undefined, by: number): Type | undefined {
  if (type?.is !== 'int') return type
  if (by < 0) return unlimited(type)
  const times = 10n ** BigInt(by)
  return within(
    type,
    type.scale + by,
    endsOf(type).map((end) => end * times),
  )
}

function turned(type: Type | undefined, how: 'neg' | 'abs'): Type | undefined {
  if (type?.is !== 'int') return type
  const [min, max] = endsOf(type)
  if (how === 'neg') return within(type, type.scale, [-min, -max])
  const sizes = [min < 0n ? -min : min, max < 0n ? -max : max]
  return within(type, type.scale, min < 0n && max > 0n ? [0n, ...sizes] : sizes)
}

/** What two numbers come to: of one scale, but for a product. */
function joined(
  op: 'add' | 'sub' | 'mul' | 'min' | 'max',
  a: Type | undefined,
  b: Type | undefined,
): Type | undefined {
  // Of one that nothing is known of the other says the unit, and no limit.
  if (a?.is !== 'int' || b?.is !== 'int') return loose(a ?? b)
  const [low, high] = endsOf(a)
  const [least, most] = endsOf(b)
  const smaller = (x: bigint, y: bigint) => (x < y ? x : y)
  const larger = (x: bigint, y: bigint) => (x > y ? x : y)
  switch (op) {
    case 'add':
      return within(a, a.scale, [low + least, high + most])
    case 'sub':
      return within(a, a.scale, [low - most, high - least])
    case 'mul':
      return within(a, a.scale + b.scale, [low * least, low * most, high * least, high * most])
    case 'min':
      return within(a, a.scale, [smaller(low, least), smaller(high, most)])
    case 'max':
      return within(a, a.scale, [larger(low, least), larger(high, most)])
  }
}

function loose(type: Type | undefined): Type | undefined {
  return type?.is === 'int' ? unlimited(type) : type
}

/** One of several, of one scale. */
function either(first: Type | undefined, others: readonly (Type | undefined)[]): Type | undefined {
  if (first?.is !== 'int') return loose(first ?? others.find((one) => one !== undefined))
  const ends = others.map((one) => (one?.is === 'int' ? endsOf(one) : undefined))
  const known = ends.filter((one) => one !== undefined)
  return known.length < ends.length
    ? unlimited(first)
    : within(first, first.scale, [...endsOf(first), ...known.flat()])
}
