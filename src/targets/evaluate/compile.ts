import { unreachable } from '../../base/unreachable.ts'
import type { Expr } from '../../plan/plan.ts'
import { aggregateColumn } from './aggregate.ts'
import { rankColumn } from './among.ts'
import { clockColumn } from './clock.ts'
import { compileAbsolute, compileBinary, compileNonzero, compileShift } from './compile-arithmetic.ts'
import { compileDayOfMonth, compileWorkingDays } from './compile-calendar.ts'
import { compileChoose, compileFail, compileIfMissing, compileIs, compilePick } from './compile-choice.ts'
import { compileCompare } from './compile-compare.ts'
import {
  compileAddMonths,
  compileBegins,
  compileMonthsBetween,
  compilePeriodDay,
  compilePeriodOf,
} from './compile-date.ts'
import { compileInForce } from './compile-in-force.ts'
import { compileJoin } from './compile-join.ts'
import { compileLine } from './compile-line.ts'
import { compileAll, compileNot, compileSame } from './compile-logic.ts'
import { compileColumn, compileField, compileLookup, compileRow } from './compile-place.ts'
import { compileRound } from './compile-round.ts'
import { compileTable } from './compile-table.ts'
import { compileBand, compileTiers } from './compile-tiers.ts'
import { compileInstant, compileLocal, compileNow } from './compile-time.ts'
import { compileAddWorking, compileWorkingSeconds } from './compile-working.ts'
import { constantNode } from './constant.ts'
import { compileEarlierRow } from './earlier-row.ts'
import type { Domain, Engine, Stored } from './engine.ts'
import { rollingColumn } from './rolling.ts'
import type { Scope } from './scope.ts'
import { shareColumn } from './share.ts'
import { storedNode } from './stored.ts'
import type { Node } from './vector.ts'

/** Compiles an expression over the rows of a grain; `capacity` is the largest block that will be asked for. */
export function compile(engine: Engine, domain: Domain, capacity: number, expr: Expr): Node {
  const scope: Scope = { engine, domain, capacity, compile: (part) => compileIn(scope, part) }
  return compileIn(scope, expr)
}

function compileIn(scope: Scope, expr: Expr): Node {
  switch (expr.op) {
    case 'const':
      return constantNode(expr.value, expr.type, scope.capacity)
    case 'field':
      return compileField(scope, expr.path, expr.field, expr.row)
    case 'row':
      return compileRow(scope, expr.path)
    case 'in-force':
      return compileInForce(scope, expr)
    case 'column':
      return compileColumn(scope, expr.column)
    case 'line':
      return compileLine(scope, expr)
    case 'lookup':
      return compileLookup(scope, expr.column, expr.at, expr.state)
    case 'add':
    case 'sub':
    case 'mul':
    case 'min':
    case 'max':
      return compileBinary(scope, expr.op, expr.a, expr.b)
    case 'neg':
    case 'abs':
    case 'sign':
      return compileAbsolute(scope, expr.op, expr.a)
    case 'nonzero':
      return compileNonzero(scope, expr.a, expr.state)
    case 'shift':
      return compileShift(scope, expr.a, expr.by)
    case 'round':
      return compileRound(scope, expr.a, BigInt(expr.unit), expr.scale, expr.mode, expr.limit)
    case 'compare':
      return compileCompare(scope, expr.by, expr.a, expr.b)
    case 'same':
      return compileSame(scope, expr.a, expr.b)
    case 'and':
    case 'or':
      return compileAll(scope, expr.op, expr.all)
    case 'not':
      return compileNot(scope, expr.a)
    case 'choose':
      return compileChoose(scope, expr.cases, expr.otherwise)
    case 'pick':
      return compilePick(scope, expr.index, expr.items)
    case 'join':
      return compileJoin(scope, expr.items, expr.between)
    case 'if-missing':
      return compileIfMissing(scope, expr.a, expr.b)
    case 'is':
      return compileIs(scope, expr.what, expr.a)
    case 'fail':
      return compileFail(scope.capacity, expr.state)
    case 'now':
      return compileNow(scope, expr.state)
    case 'local-day':
    case 'local-clock':
      return compileLocal(scope, expr.op, expr.a)
    case 'instant':
      return compileInstant(scope, expr)
    case 'period-day':
      return compilePeriodDay(scope, expr.which)
    case 'rank':
    case 'share':
    case 'rolling':
    case 'clock':
    case 'aggregate': {
      const known = scope.engine.aggregates.get(expr)
      const whole = known ?? wholeColumn(scope, expr)
      scope.engine.aggregates.set(expr, whole)
      return storedNode(whole.vector, whole.range)
    }
    case 'earlier-row':
      return compileEarlierRow(scope, expr)
    case 'begins':
      return compileBegins(scope, expr.kind)
    case 'working-seconds':
      return compileWorkingSeconds(scope, expr)
    case 'add-working':
      return compileAddWorking(scope, expr)
    case 'working-days':
      return compileWorkingDays(scope, expr)
    case 'day-of-month':
      return compileDayOfMonth(scope, expr.a)
    case 'period-of':
      return compilePeriodOf(scope, expr.kind, expr.a, expr.state)
    case 'add-months':
      return compileAddMonths(scope, expr.a, expr.months)
    case 'months-between':
      return compileMonthsBetween(scope, expr.a, expr.b)
    case 'table':
      return compileTable(scope, expr)
    case 'band':
      return compileBand(scope, expr.schedule, expr.by, expr.mirror)
    case 'tiers':
      return compileTiers(scope, expr)
    default:
      return unreachable(expr)
  }
}

/** What looks at many rows is worked out for all of them at once. */
function wholeColumn(
  { engine, domain }: Scope,
  expr: Extract<Expr, { op: 'rank' | 'share' | 'rolling' | 'clock' | 'aggregate' }>,
): Stored {
  switch (expr.op) {
    case 'rank':
      return rankColumn(engine, domain, expr)
    case 'share':
      return shareColumn(engine, domain, expr)
    case 'rolling':
      return rollingColumn(engine, domain, expr)
    case 'clock':
      return clockColumn(engine, domain, expr)
    case 'aggregate':
      return aggregateColumn(engine, domain, expr)
  }
}
