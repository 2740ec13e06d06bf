import { formatDay } from '../../base/day.ts'
import { normalize } from '../../base/decimal.ts'
import type { Expr, Id, IntType, Plan, Ratio, Type } from '../../plan/plan.ts'
import { exactText } from '../../targets/evaluate/exact-text.ts'
import type { Shown } from '../../targets/evaluate/trace.ts'
import type { Bound } from './point.ts'

/** The number that an expression always is; undefined where it hangs on the data. */
function constantOf(expr: Expr): bigint | undefined {
  switch (expr.op) {
    case 'const':
      return typeof expr.value === 'number' || /^-?\d+$/u.test(String(expr.value))
        ? BigInt(expr.value)
        : undefined
    case 'shift': {
      const a = constantOf(expr.a)
      return a === undefined || expr.by < 0 ? undefined : a * 10n ** BigInt(expr.by)
    }
    case 'neg':
    case 'abs':
    case 'sign':
    case 'nonzero': {
      const a = constantOf(expr.a)
      if (a === undefined || expr.op === 'nonzero') return a
      if (expr.op === 'neg') return -a
      if (expr.op === 'abs') return a < 0n ? -a : a
      return a < 0n ? -1n : a > 0n ? 1n : 0n
    }
    case 'add':
    case 'sub':
    case 'mul': {
      const a = constantOf(expr.a)
      const b = constantOf(expr.b)
      if (a === undefined || b === undefined) return undefined
      return expr.op === 'add' ? a + b : expr.op === 'sub' ? a - b : a * b
    }
    default:
      return undefined
  }
}

export function constantRatio(ratio: Ratio): Bound | undefined {
  const n = constantOf(ratio.n)
  const d = ratio.d === undefined ? 1n : constantOf(ratio.d)
  return n === undefined || d === undefined || d <= 0n ? undefined : { n, d, scale: ratio.scale }
}

/** The constant without digits that say nothing, where it has an end. */
export function shortest({ n, d, scale }: Bound): Bound {
  for (let more = 0; more <= 12; more++) {
    const digits = n * 10n ** BigInt(more)
    if (digits % d !== 0n) continue
    const plain = normalize({ digits: digits / d, scale: scale + more })
    return { n: plain.digits, d: 1n, scale: plain.scale }
  }
  return { n, d, scale }
}

/** How a constant is shown that is compared with a value of this type. */
export function shownBound(bound: Bound, type: Type): Shown {
  const { n, d, scale } = shortest(bound)
  if (type.is === 'date') return { is: 'date', text: formatDay(Number(n / d)) }
  const unit = type.is === 'int' ? type.unit : 'number'
  const text = d === 1n ? exactText(n, scale, unit === 'money' ? 2 : 0) : `${n}/${d}`
  const currency = type.is === 'int' ? type.currency : undefined
  return { is: 'number', text, unit, ...(currency !== undefined && { currency }) }
}

/**
 * How near is just beside: 10^-near. What is read from the data as it stands comes in steps of its own; what is worked
 * out comes near where it differs in the last digit that the boundary is written with.
 */
export function nearness(plan: Plan, value: Ratio, bound: Bound, type: Type | undefined): number {
  const written = shortest(bound).scale
  // A period is far from its neighbours: the next one is just beside.
  if (value.n.op === 'period-day') return -3
  if (type?.is === 'date' || type?.is === 'time') return 0
  if (value.d === undefined && isRead(plan, value.n)) return Math.max(written, value.scale)
  const unit = type?.is === 'int' ? type.unit : undefined
  const parts = unit === 'percent' || unit === 'ratio' || value.d !== undefined
  return Math.max(written, parts ? 2 : 0)
}

/** Whether an expression is a cell of the data, or cells added up. */
function isRead(plan: Plan, expr: Expr, depth = 0): boolean {
  switch (expr.op) {
    case 'field':
      return true
    case 'column':
    case 'lookup': {
      const column = columnNamed(plan, expr.column)
      return column !== undefined && depth < 20 && isRead(plan, column.expr, depth + 1)
    }
    case 'choose':
      return [...expr.cases.map((one) => one.then), expr.otherwise].every(
        (part) => part.op === 'fail' || isRead(plan, part, depth + 1),
      )
    case 'aggregate': {
      const column = expr.value === undefined ? undefined : columnNamed(plan, expr.value)
      return expr.fn === 'count' || (column !== undefined && isRead(plan, column.expr, depth + 1))
    }
    default:
      return false
  }
}

const indexes = new WeakMap<Plan, ReadonlyMap<Id, Plan['columns'][number]>>()

export function columnNamed(plan: Plan, id: Id): Plan['columns'][number] | undefined {
  const index = indexes.get(plan) ?? new Map(plan.columns.map((column) => [column.id, column]))
  indexes.set(plan, index)
  return index.get(id)
}

/** How a column rounds what comes before it; undefined where it does not. */
export function roundingOf(plan: Plan, id: Id): Extract<Expr, { op: 'round' }> | undefined {
  const after = columnNamed(plan, id)?.expr
  const round = after?.op === 'shift' ? after.a : after
  return round?.op === 'round' ? round : undefined
}

export function isNever(type: Type | undefined, side: 'below' | 'above', { n, d, scale }: Bound): boolean {
  if (type?.is !== 'int') return false
  const limit = BigInt((type satisfies IntType)[side === 'below' ? 'min' : 'max'])
  const common = Math.max(type.scale, scale)
  const left = limit * 10n ** BigInt(common - type.scale) * d
  const right = n * 10n ** BigInt(common - scale)
  return side === 'below' ? left >= right : left <= right
}
