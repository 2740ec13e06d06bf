import { formatClock } from '../../base/local-time.ts'
import type { Expr, Id } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { exactText } from './exact-text.ts'
import { noValue, relationOf, same, text } from './formula-parts.ts'
import { shownExpr } from './shown.ts'
import type { Formula } from './trace.ts'

// How what is reckoned with times was written: `asked + 24 hours`, `time(signed, 18:00)`.

type Place = { readonly engine: Engine; readonly domain: Domain }
type Row = { readonly row: number; readonly symbolic?: boolean }
type SpanUnit = 'seconds' | 'days' | 'months' | 'working-seconds' | 'working-days'
type Write = (expr: Expr) => Formula

/** Whether an expression is an instant. */
function isTime(place: Place, expr: Expr): boolean {
  const { engine, domain } = place
  const typeOf = (id: Id) => need(engine.model.columns, id).type
  switch (expr.op) {
    case 'now':
    case 'instant':
      return true
    case 'add-working':
      return expr.from === 'time'
    case 'const':
      return expr.type.is === 'time'
    case 'column':
    case 'lookup':
      return typeOf(expr.column).is === 'time'
    case 'field': {
      const relation = expr.row === undefined ? relationOf(engine, domain, expr.path) : expr.relation
      return engine.model.fields.get(relation)?.get(expr.field)?.type.is === 'time'
    }
    case 'add':
    case 'sub':
    case 'min':
    case 'max':
    case 'if-missing':
      return isTime(place, expr.a) && !(expr.op === 'sub' && isTime(place, expr.b))
    case 'choose':
      return isTime(place, expr.otherwise)
    default:
      return false
  }
}

/** A span that a time is moved by; what it comes to is put into words where it is printed. */
function spanOf(unit: SpanUnit, count: number, places: number): Formula {
  const digits = exactText(BigInt(Math.abs(count)), places, 0)
  const size: Formula = { is: 'value', value: { is: 'number', text: digits, unit: 'count' } }
  return { is: 'apply', op: `span-${unit}`, args: [size] }
}

function moved(a: Formula, unit: SpanUnit, by: Expr, write: Write, places = 0): Formula {
  if (by.op !== 'const') return { is: 'apply', op: '+', args: [a, write(by)] }
  const count = Number(by.value)
  return { is: 'apply', op: count < 0 ? '-' : '+', args: [a, spanOf(unit, count, places)] }
}

/** A sum or a difference; `asked + 24 hours` where a time is moved, `seconds(a, b)` between two. */
export function added(
  place: Place,
  { op, a, b }: { readonly op: Expr['op']; readonly a: Expr; readonly b: Expr },
  write: Write,
): Formula {
  const first = isTime(place, a)
  if (op === 'add' && first) return moved(write(a), 'seconds', b, write)
  if (op === 'sub' && first && isTime(place, b))
    return { is: 'apply', op: 'seconds', args: [write(b), write(a)] }
  // A sum of parts begins with nothing.
  if (op === 'add' && a.op === 'const' && a.value === '0' && a.label === undefined) return write(b)
  return { is: 'apply', op: op === 'add' ? '+' : '-', args: [write(a), write(b)] }
}

type TimeExpr = Extract<
  Expr,
  { op: 'now' | 'local-day' | 'local-clock' | 'instant' | 'add-working' | 'working-seconds' }
>

/** What is asked of times, and `now` itself. */
export function timeFormula(place: Place & Row, expr: TimeExpr, write: Write): Formula {
  if (expr.op === 'instant') return instantFormula(expr, write)
  if (expr.op === 'working-seconds') return { is: 'apply', op: expr.op, args: [write(expr.a), write(expr.b)] }
  if (expr.op === 'add-working') {
    const places = expr.per === undefined ? 0 : String(expr.per).length - 1
    return moved(write(expr.a), `working-${expr.unit}`, expr.by, write, places)
  }
  if (expr.op !== 'now') return { is: 'apply', op: expr.op, args: [write(expr.a)] }
  const { engine, domain, row, symbolic } = place
  const value = symbolic ? noValue : shownExpr(engine, domain, row, expr, { is: 'time' })
  return { is: 'apply', op: 'now', args: [{ is: 'value', value }] }
}

/** `asked + 3 days`, the same hour; `time(signed, 18:00)`. */
function instantFormula({ day, clock }: Extract<Expr, { op: 'instant' }>, write: Write): Formula {
  if (clock.op === 'local-clock') {
    const own = (a: Expr): boolean => a.op === 'local-day' && same(a.a, clock.a)
    const found =
      day.op === 'add' && own(day.a)
        ? moved(write(clock.a), 'days', day.b, write)
        : day.op === 'add-months' && own(day.a)
          ? moved(write(clock.a), 'months', day.months, write)
          : undefined
    if (found) return found
  }
  const hour = clock.op === 'const' ? text(formatClock(Number(clock.value))) : write(clock)
  return { is: 'apply', op: 'instant', args: [write(day), hour] }
}

const elapsed = new Map([
  ['3600', 'hours'],
  ['60', 'minutes'],
])

/** A quotient; seconds between two times over those of an hour are hours. */
export function over(top: Formula, below: Formula): Formula {
  const seconds = below.is === 'value' && below.value.is === 'number' ? below.value.text : ''
  const unit = elapsed.get(seconds)
  if (unit !== undefined && top.is === 'apply' && /^(?:working-)?seconds$/.test(top.op))
    return { ...top, op: top.op.replace('seconds', unit) }
  return { is: 'apply', op: '/', args: [top, below] }
}
