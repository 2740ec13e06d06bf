import type { Column, Expr, Id, Ratio } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { exprText } from './expression-text.ts'
import { placeRow } from './place-row.ts'
import { shownColumn, shownExpr } from './shown.ts'
import { partsOf } from './spans.ts'
import type { Formula, Shown } from './trace.ts'

/** Where a formula stands, and who is told of every value with a name that it reads. */
export type Reader = {
  readonly engine: Engine
  readonly domain: Domain
  readonly row: number
  readonly named: (column: Column, row: number, given?: Given) => void
}
/** What a table gave, told under the table's name: its column holds only which row it was. */
export type Given = { readonly label: string; readonly result: Shown }
export type NamedValue = { readonly column: Column; readonly row: number; readonly given?: Given }

/** What a column is, as its author wrote it: parts without a name of their own are written out. */
export function formulaOfColumn(reader: Reader, column: Column): Formula {
  if (column.denominator === undefined) return formulaOf(reader, column.expr)
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
      const value = shownExpr(engine, domain, row, expr, expr.type)
      return expr.label === undefined ? { is: 'value', value } : { is: 'name', label: expr.label, value }
    }
    case 'field': {
      const type = need(need(engine.model.fields, fieldRelation(engine, domain, expr)), expr.field).type
      return {
        is: 'name',
        label: [...expr.path, expr.field].join('.'),
        value: shownExpr(engine, domain, row, expr, type),
      }
    }
    case 'row': {
      const relation = relationOf(engine, domain, expr.path)
      const value = shownExpr(engine, domain, row, expr, { is: 'ref', relation })
      return { is: 'name', label: expr.path.join('.') || relation, value }
    }
    case 'column':
      return reference(reader, need(engine.model.columns, expr.column), domain, row)
    case 'lookup': {
      const column = need(engine.model.columns, expr.column)
      const target = need(engine.domains, column.grain)
      const found = placeRow(engine, domain, row, target, expr.at)
      if (found !== undefined) return reference(reader, column, target, found)
      return {
        is: 'name',
        label: column.label ?? column.id,
        value: shownExpr(engine, domain, row, expr, column.type),
      }
    }
    case 'add':
      return apply('+', expr.a, expr.b)
    case 'sub':
      return apply('-', expr.a, expr.b)
    case 'mul':
      if (expr.b.op === 'sign') return formulaOf(reader, expr.a)
      return apply('*', expr.a, expr.b)
    case 'min':
      return apply('smaller', expr.a, expr.b)
    case 'max':
      return apply('larger', expr.a, expr.b)
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
    case 'or':
      return expr.all.length === 1 && expr.all[0]
        ? formulaOf(reader, expr.all[0])
        : apply(expr.op, ...expr.all)
    case 'not':
      return expr.a.op === 'same' ? apply('<>', expr.a.a, expr.a.b) : apply('not', expr.a)
    case 'choose':
      return choice(reader, expr)
    case 'pick':
      return picked(reader, expr)
    case 'if-missing':
      return apply('if-missing', expr.a, expr.b)
    case 'is':
      return apply(expr.what, expr.a)
    case 'fail':
      return { is: 'value', value: shownExpr(engine, domain, row, expr, { is: 'truth' }) }
    case 'period-day':
      return {
        is: 'name',
        label: `${expr.which} day`,
        value: shownExpr(engine, domain, row, expr, { is: 'date' }),
      }
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
    case 'aggregate': {
      const value = shownExpr(engine, domain, row, expr, aggregateType(engine, expr))
      const label = exprText(engine, expr.source, expr.value ?? expr.where)
      return { is: 'apply', op: expr.fn, args: [{ is: 'name', label, value }] }
    }
  }
}

/** A quotient: of a fraction that a column holds already, that column's name is enough. */
export function formulaOfRatio(reader: Reader, { n, d }: Ratio): Formula {
  const top = formulaOf(reader, n)
  if (d === undefined || carries(reader.engine, n, d)) return top
  const plain = bare(d)
  if (plain.op === 'const' && plain.value === '1') return top
  return { is: 'apply', op: '/', args: [top, formulaOf(reader, plain)] }
}

/** A denominator is positive: what was done to make it so is left out. */
function bare(expr: Expr): Expr {
  if (expr.op === 'abs' || expr.op === 'nonzero' || expr.op === 'shift') return bare(expr.a)
  if (expr.op === 'choose' && expr.cases.every((c) => c.then.op === 'fail')) return bare(expr.otherwise)
  return expr
}

/** Whether a numerator reads a column whose own denominator is `d`: its value is shown as the whole quotient. */
function carries(engine: Engine, n: Expr, d: Expr): boolean {
  const below = bare(d)
  if (below.op !== 'column' && below.op !== 'lookup') return false
  const visit = (expr: Expr): boolean => {
    if (expr.op === 'column' || expr.op === 'lookup')
      return engine.model.columns.get(expr.column)?.denominator === below.column
    return partsOf(expr).some(visit)
  }
  return visit(n)
}

/** A column by its name; one without a name is written out. */
function reference(reader: Reader, column: Column, domain: Domain, row: number): Formula {
  if (column.label === undefined) return formulaOfColumn({ ...reader, domain, row }, column)
  reader.named(column, row)
  return { is: 'name', label: column.label, value: shownColumn(reader.engine, column.id, row) }
}

type Choose = Extract<Expr, { op: 'choose' }>

/** Cases that only say for whom there is nothing are left out, as long as one of the others was taken. */
function choice(reader: Reader, expr: Choose): Formula {
  const [first] = expr.cases
  if (expr.cases.length === 1 && first?.when.op === 'is' && first.when.what === 'missing')
    if (JSON.stringify(first.when.a) === JSON.stringify(expr.otherwise))
      return {
        is: 'apply',
        op: 'if-missing',
        args: [formulaOf(reader, expr.otherwise), formulaOf(reader, first.then)],
      }
  const cases = expr.cases.filter((c) => c.then.op !== 'fail')
  if (cases.length === 0) return formulaOf(reader, expr.otherwise)
  const args = cases.flatMap((c) => [formulaOf(reader, c.when), formulaOf(reader, c.then)])
  return { is: 'apply', op: 'if', args: [...args, formulaOf(reader, expr.otherwise)] }
}

/** What a table gave: the table and its inputs; the row that matched is told among the values. */
function picked(reader: Reader, expr: Extract<Expr, { op: 'pick' }>): Formula {
  const { engine, domain, row } = reader
  if (expr.index.op !== 'column') return formulaOf(reader, expr.index)
  const column = need(engine.model.columns, expr.index.column)
  if (column.expr.op === 'table' && column.label === undefined) {
    const { label } = need(engine.model.tables, column.expr.table)
    const result = shownExpr(engine, domain, row, expr, itemType(engine, expr))
    reader.named(column, row, { label, result })
  }
  return formulaOf(reader, column.expr)
}

/** The type of what a table gives: that of a row's constant, or of what it reads. */
function itemType(engine: Engine, expr: Extract<Expr, { op: 'pick' }>): Column['type'] {
  for (const item of expr.items) {
    if (item.op === 'const') return item.type
    if (item.op === 'column') return need(engine.model.columns, item.column).type
  }
  return { is: 'text' }
}

type Round = Extract<Expr, { op: 'round' }>

/** A quotient fixed to its places so that it can be added to something: not a rounding that anybody wrote. */
function isFixing(expr: Round): boolean {
  return expr.mode === 'half-even' && expr.unit === '1' && expr.scale === 12
}

function rounding(reader: Reader, expr: Round): Formula {
  const unit: Expr = {
    op: 'const',
    value: expr.unit,
    type: { is: 'int', scale: expr.scale, min: expr.unit, max: expr.unit, unit: 'number' },
  }
  return {
    is: 'apply',
    op: 'round',
    args: [formulaOfRatio(reader, expr.a), formulaOf(reader, unit), text(expr.mode)],
  }
}

function text(value: string): Formula {
  const shown: Shown = { is: 'text', text: value }
  return { is: 'value', value: shown }
}

function relationOf(engine: Engine, domain: Domain, path: readonly Id[]): Id {
  let relation = domain.grain.relation ?? ''
  for (const id of path) {
    const type = need(need(engine.model.fields, relation), id).type
    if (type.is === 'ref') relation = type.relation
  }
  return relation
}

function fieldRelation(engine: Engine, domain: Domain, expr: Extract<Expr, { op: 'field' }>): Id {
  return relationOf(engine, domain, expr.path)
}

function aggregateType(engine: Engine, expr: Extract<Expr, { op: 'aggregate' }>): Column['type'] {
  const count = { is: 'int', scale: 0, min: '0', max: '999999999', unit: 'count' } as const
  if (expr.fn === 'count') return count
  return expr.value === undefined ? { is: 'truth' } : need(engine.model.columns, expr.value).type
}
