import type { Column, Expr, Id, Ratio } from '../../plan/plan.ts'
import { refersTo } from './compile-place.ts'
import { type Domain, need, relationAt } from './engine.ts'
import { clockFormula } from './formula-clock.ts'
import {
  aggregateIn,
  aggregateType,
  type Choose,
  constant,
  earlierRow,
  everyIn,
  howRounded,
  isFixing,
  isPast,
  isPreviousPeriod,
  isStay,
  isThere,
  itemType,
  type Lookup,
  limitOf,
  noValue,
  onlyNothing,
  passesOn,
  type Round,
  relationOf,
  same,
  sameRows,
  sameTests,
  text,
  titleOf,
} from './formula-parts.ts'
import { bare, carries, lessShown, standsForOne } from './formula-quotient.ts'
import { daysOf, named, type Reader, refTo, taken, tellRow } from './formula-reader.ts'
import { formulaOfShare } from './formula-share.ts'
import { added, over, timeFormula } from './formula-time.ts'
import { lineRow, placeRow } from './place-row.ts'
import { isBroughtForward } from './recurrence.ts'
import { shownColumn, shownExpr, shownQuotient } from './shown.ts'
import { integerFor, stateFor } from './sub-expression.ts'
import type { Formula } from './trace.ts'

/** What a column is, as its author wrote it: parts without a name of their own are written out. */
export function formulaOfColumn(reader: Reader, column: Column): Formula {
  const { engine, domain, row } = reader
  if (!reader.symbolic && isBroughtForward(engine, domain, row, column)) {
    const value = shownColumn(engine, column.id, row)
    return { is: 'apply', op: 'brought-forward', args: [{ is: 'value', value }] }
  }
  if (column.denominator === undefined) return everyRow(reader, column) ?? formulaOf(reader, column.expr)
  const below = need(reader.engine.model.columns, column.denominator)
  return formulaOfRatio(reader, { n: column.expr, d: below.expr, scale: 0 })
}

/**
 * An expression as a formula. What the plan adds for exactness alone (aligned scales, guards against zero, the sign of
 * a denominator) is left out: it changes no value.
 */
export function formulaOf(reader: Reader, expr: Expr): Formula {
  const { engine, domain, row } = reader
  const apply = (op: string, ...args: readonly Expr[]): Formula => ({
    is: 'apply',
    op,
    args: args.map((arg) => formulaOf(reader, arg)),
  })
  switch (expr.op) {
    case 'const': {
      const value = constant(engine, expr)
      return expr.label === undefined ? { is: 'value', value } : { is: 'name', label: expr.label, value }
    }
    case 'field': {
      if (expr.row !== undefined) return fieldOf(reader, expr, need(engine.model.columns, expr.row))
      const type = need(need(engine.model.fields, relationOf(engine, domain, expr.path)), expr.field).type
      return named(reader, [...expr.path, expr.field].join('.'), expr, type)
    }
    case 'row': {
      const relation = relationOf(engine, domain, expr.path)
      return named(reader, expr.path.join('.'), expr, { is: 'ref', relation })
    }
    case 'in-force': {
      const args = [...expr.keys, expr.day].map((arg) => formulaOf(reader, arg))
      return { is: 'apply', op: 'in-force', args: [text(titleOf(engine, expr.relation)), ...args] }
    }
    case 'column':
      return reference(reader, need(engine.model.columns, expr.column), domain, row)
    case 'lookup': {
      if (isPreviousPeriod(expr)) return { is: 'apply', op: 'previous', args: [lookedUp(reader, expr)] }
      return lookedUp(reader, expr)
    }
    case 'line': {
      const found = lineRow(engine, domain, row, expr)
      if (found.column === null) return { is: 'value', value: noValue }
      const column = need(engine.model.columns, found.column)
      return reference(reader, column, need(engine.domains, column.grain), found.row)
    }
    case 'add':
    case 'sub':
      return added(reader, expr, (part) => formulaOf(reader, part))
    case 'mul':
      if (expr.b.op === 'sign') return formulaOf(reader, expr.a)
      return apply('*', expr.a, expr.b)
    case 'min':
      return same(expr.a, expr.b) ? formulaOf(reader, expr.a) : apply('smaller', expr.a, expr.b)
    case 'max':
      return daysOf(reader, expr) ?? apply('larger', expr.a, expr.b)
    case 'neg':
      return apply('negative', expr.a)
    case 'abs':
    case 'sign':
      return apply(expr.op, expr.a)
    case 'nonzero':
    case 'shift':
      return formulaOf(reader, expr.a)
    case 'round':
      return isFixing(expr) ? formulaOfRatio(reader, expr.a) : rounding(reader, expr)
    case 'compare':
      return {
        is: 'apply',
        op: expr.by,
        args: [formulaOfRatio(reader, expr.a), formulaOfRatio(reader, expr.b)],
      }
    case 'same':
      return apply('=', expr.a, expr.b)
    case 'and':
    case 'or': {
      const all = expr.op === 'and' ? expr.all.filter((one) => !isThere(one)) : expr.all
      return all.length === 1 && all[0] ? formulaOf(reader, all[0]) : apply(expr.op, ...all)
    }
    case 'not':
      if (expr.a.op === 'not') return formulaOf(reader, expr.a.a)
      return expr.a.op === 'same' ? apply('<>', expr.a.a, expr.a.b) : apply('not', expr.a)
    case 'choose':
      return choice(reader, expr)
    case 'join':
      return apply('list', ...expr.items)
    case 'pick':
      return picked(reader, expr)
    case 'if-missing':
      return apply('if-missing', expr.a, expr.b)
    case 'is':
      return apply(expr.what, expr.a)
    case 'fail':
      return {
        is: 'value',
        value: reader.symbolic ? noValue : shownExpr(engine, domain, row, expr, { is: 'truth' }),
      }
    case 'now':
    case 'local-day':
    case 'local-clock':
    case 'instant':
    case 'add-working':
    case 'working-seconds':
      return timeFormula(reader, expr, (part) => formulaOf(reader, part))
    case 'period-day': {
      const value = reader.symbolic ? noValue : shownExpr(engine, domain, row, expr, { is: 'date' })
      return { is: 'apply', op: `${expr.which}-day`, args: [{ is: 'value', value }] }
    }
    case 'rank':
      return apply('rank', { op: 'column', column: expr.value })
    case 'share':
      return formulaOfShare(reader, expr, (id) => formulaOf(reader, { op: 'column', column: id }))
    case 'earlier-row':
      return earlierRow(reader, expr.column, expr)
    case 'begins': {
      const value = reader.symbolic ? noValue : shownExpr(engine, domain, row, expr, { is: 'truth' })
      return { is: 'value', value }
    }
    case 'working-days':
      return apply('working-days', expr.a, expr.b)
    case 'day-of-month':
      return apply('day-of-month', expr.a)
    case 'period-of':
      return apply(`period-of-${expr.kind}`, expr.a)
    case 'add-months':
      return apply('add-months', expr.a, expr.months)
    case 'months-between':
      return apply('months', expr.a, expr.b)
    case 'table': {
      const table = need(engine.model.tables, expr.table)
      const inputs = expr.inputs.map((input) =>
        input.is === 'number' ? formulaOfRatio(reader, input.value) : formulaOf(reader, input.value),
      )
      return { is: 'apply', op: 'table', args: [text(table.label), ...inputs] }
    }
    case 'band':
      return { is: 'apply', op: 'band', args: [formulaOfRatio(reader, expr.by)] }
    case 'tiers': {
      const parts = [expr.of, expr.by].flatMap((ratio) => (ratio ? [formulaOfRatio(reader, ratio)] : []))
      return { is: 'apply', op: 'tiers', args: parts }
    }
    case 'aggregate':
    case 'rolling':
      return counted(reader, expr)
    case 'clock':
      return clockFormula(reader, expr, (part) => formulaOf(reader, part))
  }
}

/** A column at another place: of other rows, or of another period. */
function lookedUp(reader: Reader, expr: Lookup): Formula {
  const { engine, domain, row } = reader
  const column = need(engine.model.columns, expr.column)
  if (reader.symbolic) return reference(reader, column, domain, row)
  if (expr.at.row !== undefined) tellRow(reader, need(engine.model.columns, expr.at.row))
  const target = need(engine.domains, column.grain)
  const found = placeRow(engine, domain, row, target, expr.at)
  if (found !== undefined) return reference(reader, column, target, found)
  return {
    is: 'name',
    label: column.label ?? column.id,
    value: shownExpr(engine, domain, row, expr, column.type),
  }
}

/** A field of a row that was looked up: `Assignment.team`. Which row that is, is told among the values. */
function fieldOf(reader: Reader, expr: Extract<Expr, { op: 'field' }>, column: Column): Formula {
  const { engine, domain, row } = reader
  const start = refersTo(engine, column.id)
  const type = need(need(engine.model.fields, relationAt(engine.model, start, expr.path)), expr.field).type
  const head = column.label ?? titleOf(engine, start)
  const label = [head, ...expr.path, expr.field].join('.')
  if (reader.symbolic) return { is: 'name', label, value: noValue }
  tellRow(reader, column)
  return { is: 'name', label, value: shownExpr(engine, domain, row, expr, type) }
}

/** An aggregate: what it counts and which rows, in names; what came out, as the number. */
function counted(reader: Reader, expr: Extract<Expr, { op: 'aggregate' | 'rolling' }>): Formula {
  const { engine, domain, row } = reader
  const whole = expr.op === 'aggregate' ? expr.whole : undefined
  const { value, where } = whole ?? expr
  const source = need(engine.domains, whole?.source ?? expr.source)
  const within: Reader = { engine, domain: source, row: -1, named: () => {}, symbolic: true }
  const read = (id: Id): Formula => reference(within, need(engine.model.columns, id), source, -1)
  const record: Formula = { is: 'name', label: source.grain.relation ?? '', value: noValue }
  return {
    is: 'aggregate',
    fn: expr.fn,
    ...(expr.op === 'rolling' && {
      window: {
        is: expr.window.is,
        ...(expr.window.is !== 'running' && { count: expr.window.count }),
        within: expr.within.map(({ own }) => groupOf(reader, own)),
      },
    }),
    of: value === undefined ? record : read(value),
    ...(where !== undefined && !isThere({ op: 'column', column: where }) && { where: read(where) }),
    value: reader.symbolic ? noValue : shownExpr(engine, domain, row, expr, aggregateType(engine, expr)),
  }
}

/** What rows have in common, as the policy names it: the same field of each. */
function groupOf(reader: Reader, id: Id): Formula {
  const { engine, domain } = reader
  const group = reference({ ...reader, symbolic: true }, need(engine.model.columns, id), domain, -1)
  const record = `${domain.grain.relation}.`
  if (group.is !== 'name' || !group.label.startsWith(record)) return group
  return { ...group, label: group.label.slice(record.length) }
}

/** A quotient: of a fraction that a column holds already, that column's name is enough. */
function formulaOfRatio(reader: Reader, { n, d }: Ratio): Formula {
  if (d === undefined || standsForOne(reader.engine, d) || carries(reader.engine, n, d))
    return formulaOf(reader, n)
  if (n.op === 'choose' && d.op === 'choose' && sameTests(n, d)) return choiceOf(reader, n, d)
  const top = formulaOf(reader, lessShown(reader.engine, n, d))
  const met: Parameters<Reader['named']>[] = []
  const below = formulaOf({ ...reader, named: (...told) => met.push(told) }, bare(d))
  const average = averageOf(reader, n, d, top, below)
  // How many an average is of is seen from its rows.
  if (!average) for (const told of met) reader.named(...told)
  return average ?? over(top, below)
}

/** A sum over a count of the same rows is their average. */
function averageOf(reader: Reader, n: Expr, d: Expr, top: Formula, below: Formula): Formula | undefined {
  if (top.is !== 'aggregate' || top.fn !== 'sum' || below.is !== 'aggregate' || below.fn !== 'count')
    return undefined
  if (reader.symbolic || !sameRows(top, below)) return undefined
  const { engine, domain, row } = reader
  const count = integerFor(engine, domain, row, d)
  const type = aggregateIn(engine, n)
  if (count === undefined || type === undefined) return undefined
  const value = shownQuotient(engine, domain, row, n, count, type)
  return { ...top, fn: 'avg', value }
}

/** A column by its name; one without a name is written out. */
function reference(reader: Reader, column: Column, domain: Domain, row: number): Formula {
  if (column.label === undefined) return withoutName({ ...reader, domain, row }, column)
  if (reader.symbolic) return { is: 'name', label: column.label, value: noValue }
  reader.named(column, row)
  const value = shownColumn(reader.engine, column.id, row)
  return { is: 'name', label: column.label, value, ...refTo(reader, column.id, row) }
}

/** What a column without a name is: what it counts is told with its rows, or can be opened where numbers can. */
export function withoutName(reader: Reader, column: Column): Formula {
  const formula = formulaOfColumn(reader, column)
  if (formula.is !== 'aggregate') return formula
  if (!reader.symbolic && !reader.refs) reader.named(column, reader.row)
  return { ...formula, ...refTo(reader, column.id, reader.row) }
}

/** A column of the reader's own row by its name. */
export function formulaOfName(reader: Reader, column: Column): Formula {
  return reference(reader, column, reader.domain, reader.row)
}

/** Cases that only say for whom there is nothing are left out, as long as one of the others was taken. */
function choice(reader: Reader, expr: Choose): Formula {
  const [first] = expr.cases
  if (isPast(expr.otherwise)) return past(reader, expr, expr.otherwise)
  if (expr.otherwise.op === 'earlier-row') return earlierRow(reader, expr.otherwise.column, expr)
  if (expr.cases.length === 1 && first?.when.op === 'is' && first.when.what === 'missing')
    if (same(first.when.a, expr.otherwise))
      return {
        is: 'apply',
        op: 'if-missing',
        args: [formulaOf(reader, expr.otherwise), formulaOf(reader, first.then)],
      }
  return choiceOf(reader, expr, undefined)
}

/** What something was one period earlier: by its name, whichever of its beginnings stands there instead. */
function past(reader: Reader, { cases, otherwise }: Choose, earlier: Lookup): Formula {
  const { engine, domain, row } = reader
  const begins = reader.symbolic
    ? undefined
    : cases.find(({ when }) => integerFor(engine, domain, row, when) === 1n)
  const { label, id, type } = need(engine.model.columns, earlier.column)
  const arg: Formula = begins
    ? { is: 'name', label: label ?? id, value: shownExpr(engine, domain, row, begins.then, type) }
    : formulaOf(reader, otherwise)
  return { is: 'apply', op: 'previous', args: [arg] }
}

/** A choice; with `below`, of quotients whose denominators are chosen alike. */
function choiceOf(reader: Reader, expr: Choose, below: Choose | undefined): Formula {
  const branch = (n: Expr, d: Expr | undefined): Formula =>
    formulaOfRatio(reader, { n, ...(d && { d }), scale: 0 })
  const otherwise = branch(expr.otherwise, below?.otherwise)
  const cases = expr.cases.flatMap((c, i) =>
    c.then.op === 'fail' || passesOn(c) || (isStay(c) && !taken(reader, c.when))
      ? []
      : [{ when: c.when, then: branch(c.then, below?.cases[i]?.then) }],
  )
  const [only] = cases
  if (only === undefined) return orHeld(reader, expr, otherwise)
  if (onlyNothing(cases, expr) && !taken(reader, only.when)) return otherwise
  const limit = cases.length === 1 ? limitOf(only.when, expr) : undefined
  if (limit !== undefined) return { is: 'apply', op: limit, args: [only.then, otherwise] }
  const args = cases.flatMap((c) => [formulaOf(reader, c.when), c.then])
  return { is: 'apply', op: 'if', args: [...args, otherwise] }
}

/** What was counted is not what came out where a test before it holds the result. */
function orHeld(reader: Reader, expr: Choose, formula: Formula): Formula {
  const { engine, domain, row } = reader
  if (reader.symbolic || formula.is !== 'aggregate' || stateFor(engine, domain, row, expr) === 0)
    return formula
  const value = shownExpr(engine, domain, row, expr, { is: 'truth' })
  return value.is === 'held' ? { ...formula, value } : formula
}

/** What a table gave: the table and its inputs; the row that matched is told among the values. */
function picked(reader: Reader, expr: Extract<Expr, { op: 'pick' }>): Formula {
  const { engine, domain, row } = reader
  if (expr.index.op !== 'column') return formulaOf(reader, expr.index)
  const column = need(engine.model.columns, expr.index.column)
  if (column.expr.op === 'table' && column.label === undefined && !reader.symbolic) {
    const { label } = need(engine.model.tables, column.expr.table)
    const result = shownExpr(engine, domain, row, expr, itemType(engine, expr))
    reader.named(column, row, { label, result })
    return { ...formulaOf(reader, column.expr), ...refTo(reader, column.id, row) }
  }
  return formulaOf(reader, column.expr)
}

/** What all rows of a table that match give together, told under the table's name. */
function everyRow(reader: Reader, column: Column): Formula | undefined {
  const { engine, domain, row } = reader
  const any = everyIn(engine, column.expr)
  if (any?.expr.op !== 'table') return undefined
  const { label } = need(engine.model.tables, any.expr.table)
  const result = reader.symbolic ? undefined : shownExpr(engine, domain, row, column.expr, column.type)
  if (result) reader.named(any, row, { label, result })
  return { ...formulaOf(reader, any.expr), ...refTo(reader, any.id, row) }
}

function rounding(reader: Reader, expr: Round): Formula {
  return { is: 'apply', op: 'round', args: [formulaOfRatio(reader, expr.a), ...howRounded(expr)] }
}
