import { parseDay } from '../../src/base/day.ts'
import type {
  Aggregate,
  Column,
  DecisionTable,
  Expr,
  Field,
  Grain,
  IntType,
  Output,
  PeriodKind,
  Plan,
  Reason,
  Relation,
  Schedule,
  Type,
} from '../../src/plan/plan.ts'
import type { FieldColumn, RelationRows, Rows } from '../../src/plan/rows.ts'
import { evaluate, type Results } from '../../src/targets/evaluate/evaluate.ts'
import { integerAt, stateAt } from '../../src/targets/evaluate/vector.ts'

// Plans by hand, small enough to be worked out on paper. States used throughout:
export const state = {
  notApplicable: 1,
  missing: 10100,
  empty: 10600,
  missingTwo: 10900,
  notApplicableUsed: 30001,
  bad: 40200,
  undefined: 40300,
  uncovered: 40400,
  conflict: 40500,
  several: 40700,
  nowhere: 40800,
} as const

const reasons: readonly Reason[] = [
  reason(state.notApplicable, 'excluded'),
  reason(state.notApplicableUsed, 'used-not-applicable'),
  reason(state.missing, 'missing'),
  reason(state.bad, 'bad-input'),
  reason(state.undefined, 'undefined'),
  reason(state.uncovered, 'uncovered'),
  reason(state.conflict, 'conflict'),
  reason(state.empty, 'missing'),
  reason(state.several, 'conflict'),
  reason(state.nowhere, 'no-period'),
  reason(state.missingTwo, 'missing'),
]

function reason(of: number, class_: Reason['class']): Reason {
  return {
    state: of,
    is: of < 10000 ? 'not-applicable' : 'held',
    class: class_,
    code: 'BY801',
    args: {},
    origin: 'here',
  }
}

export const quarter: PeriodKind = { id: 'quarter', is: 'months', months: 3, startMonth: 1, startDay: 1 }
export const month: PeriodKind = { id: 'month', is: 'months', months: 1, startMonth: 1, startDay: 1 }
export const year: PeriodKind = { id: 'year', is: 'months', months: 12, startMonth: 1, startDay: 1 }

export function int(scale: number, max = '9999999999999', unit: IntType['unit'] = 'money'): IntType {
  return {
    is: 'int',
    scale,
    min: `-${max}`,
    max,
    unit,
    ...(unit === 'money' && { currency: 'CNY' }),
  }
}
export const money = int(2)
export const percent = int(4, '99999999', 'percent')
export const countOf = int(0, '999999999', 'count')
export const wide = int(12, '9'.repeat(36))
export const date: Type = { is: 'date' }
export const truth: Type = { is: 'truth' }
export const text: Type = { is: 'text' }
export function ref(relation: string): Type {
  return { is: 'ref', relation }
}
export function oneOf(...values: string[]): Type {
  return { is: 'enum', values }
}

export function field(id: string, type: Type, optional = false): Field {
  return { id, type, optional, missing: state.missing, bad: state.bad }
}
export function relation(id: string, fields: readonly Field[]): Relation {
  return { id, key: 'id', fields: [field('id', text), ...fields], origin: 'here' }
}
export function grain(id: string, of?: string, period?: string): Grain {
  return { id, ...(of !== undefined && { relation: of }), ...(period !== undefined && { period }) }
}
export function column(id: string, of: string, type: Type, expr: Expr, denominator?: string): Column {
  return {
    id,
    grain: of,
    type,
    expr,
    mayFail: true,
    label: id,
    origin: 'here',
    ...(denominator && { denominator }),
  }
}

// Expressions
export function own(id: string, ...path: string[]): Expr {
  return { op: 'field', path, relation: '', field: id }
}
export function col(id: string): Expr {
  return { op: 'column', column: id }
}
export function num(value: bigint | number, type: Type = money): Expr {
  return { op: 'const', value: String(value), type }
}
export function code(value: string, ...values: string[]): Expr {
  return { op: 'const', value, type: oneOf(...values) }
}
export function yes(value: boolean): Expr {
  return { op: 'const', value, type: truth }
}
export function on(value: string): Expr {
  return { op: 'const', value: day(value), type: date }
}
export function day(value: string): number {
  const found = parseDay(value)
  if (found === undefined) throw new Error(value)
  return found
}
export function bin(op: 'add' | 'sub' | 'mul' | 'min' | 'max', a: Expr, b: Expr): Expr {
  return { op, a, b }
}
export function compare(by: '<' | '<=' | '=' | '<>' | '>=' | '>', a: Expr, b: Expr): Expr {
  return { op: 'compare', by, a: { n: a, scale: 0 }, b: { n: b, scale: 0 } }
}
export function fail(of: number): Expr {
  return { op: 'fail', state: of }
}
export function aggregate(
  fn: Aggregate['fn'],
  source: string,
  at: Aggregate['at'],
  more: Partial<Aggregate> = {},
): Expr {
  return { op: 'aggregate', fn, source, at, empty: state.empty, several: state.several, ...more }
}

export type Parts = {
  readonly periods?: readonly PeriodKind[]
  readonly relations?: readonly Relation[]
  readonly grains: readonly Grain[]
  readonly tables?: readonly DecisionTable[]
  readonly schedules?: readonly Schedule[]
  readonly columns: readonly Column[]
  readonly outputs?: readonly Output[]
}
export function plan(parts: Parts): Plan {
  return {
    version: 1,
    policy: { id: 'test', language: 'en', currency: 'CNY' },
    periods: parts.periods ?? [quarter],
    relations: parts.relations ?? [],
    derived: [],
    checks: [],
    grains: parts.grains,
    tables: parts.tables ?? [],
    schedules: parts.schedules ?? [],
    columns: parts.columns,
    outputs: parts.outputs ?? [],
    reasons,
    origins: [{ id: 'here', file: 'test.bylaw', from: 0, to: 1, line: 1, heading: [] }],
  }
}

// Data: a cell is a value as it stands in the plan's rows, `null` when it is missing, `bad` when it cannot be read.
export const bad = Symbol('bad')
export type Cell = bigint | number | string | boolean | null | typeof bad
export type Records = { readonly [relation: string]: readonly { readonly [field: string]: Cell }[] }

/** Rows of a plan. A reference is given as the key of the row it names. */
export function rowsOf(plan: Plan, records: Records): Rows {
  const keys = (id: string): string[] => (records[id] ?? []).map((r) => String(r.id))
  return new Map(
    plan.relations.map((r) => {
      const cells = records[r.id] ?? []
      const fields = new Map(
        r.fields.map((f) => [
          f.id,
          columnOf(
            f,
            cells.map((record) => record[f.id] ?? null),
            keys,
          ),
        ]),
      )
      const found: RelationRows = {
        relation: r.id,
        count: cells.length,
        fields,
        name: (row) => String(cells[row]?.id ?? row),
        place: (row) => ({ file: `${r.id}.csv`, line: row + 2 }),
      }
      return [r.id, found]
    }),
  )
}

function columnOf(of: Field, cells: readonly Cell[], keys: (relation: string) => string[]): FieldColumn {
  const { type } = of
  const states = Uint8Array.from(cells, (cell) => (cell === null ? 1 : cell === bad ? 2 : 0))
  if (type.is === 'text')
    return { is: 'text', values: cells.map((c) => (typeof c === 'string' ? c : '')), states }
  if (type.is === 'int') {
    const values = cells.map((c) => (typeof c === 'bigint' || typeof c === 'number' ? BigInt(c) : 0n))
    const narrow = BigInt(type.max) < 2n ** 63n
    return { is: 'int', values: narrow ? BigInt64Array.from(values) : values, states }
  }
  const values = Int32Array.from(cells, (c) => {
    if (c === null || c === bad) return -1
    if (type.is === 'enum') return type.values.indexOf(String(c))
    if (type.is === 'ref') return keys(type.relation).indexOf(String(c))
    if (type.is === 'truth') return c === true ? 1 : 0
    return typeof c === 'string' ? day(c) : Number(c)
  })
  return { is: 'code', values, states }
}

export function run(parts: Parts, records: Records, from = '2026-01-01', until = '2026-12-31'): Results {
  const made = plan(parts)
  return evaluate(made, rowsOf(made, records), { span: { from: day(from), until: day(until) } })
}

/** What a column holds, row by row: the number or text, or `held 10100` / `n/a 1`. */
export function read(results: Results, id: string): (bigint | string)[] {
  const vector = results.engine.columns.get(id)
  if (vector === undefined) throw new Error(`no column ${id}`)
  return Array.from({ length: vector.values.length }, (_, row) => {
    const failed = stateAt(vector.states, row)
    if (failed !== 0) return `${failed < 10000 ? 'n/a' : 'held'} ${failed}`
    return vector.is === 'text' ? (vector.values[row] ?? '') : integerAt(vector, row)
  })
}

/** The value of one expression without any data. */
export function valueOfExpr(
  expr: Expr,
  type: Type = wide,
  more: Partial<Parts> = {},
): bigint | string | undefined {
  const results = run(
    { ...more, grains: [grain('all')], columns: [...(more.columns ?? []), column('x', 'all', type, expr)] },
    {},
  )
  return read(results, 'x')[0]
}
