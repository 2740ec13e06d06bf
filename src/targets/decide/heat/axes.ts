import type { Expr, Id, TableInput, Test, Type } from '../../../plan/plan.ts'
import type { AskedInput, DecisionQuestion } from '../question.ts'
import type { RequestPlan } from '../request-plan.ts'
import { partsInside } from '../rewrite.ts'

/**
 * An input along which a clause can be looked at. `tests`: what the tables ask of it alone; `rows`: how many of their rows
 * ask something of it, or of what is worked out of it.
 */
export type Axis = {
  readonly input: AskedInput
  readonly tests: readonly AxisTest[]
  readonly rows: number
}
/** `scale`: the places of its bounds. */
export type AxisTest = { readonly test: Exclude<Test, { is: 'any' }>; readonly scale: number }

/** The inputs whose values fall into classes: those that most rows test by themselves first. */
export function axesOf({ request, inputs }: DecisionQuestion): readonly Axis[] {
  const asked = testsOf(request)
  return inputs
    .flatMap((input): Axis[] => {
      const { tests, rows } = asked.get(keyOf(input.record, input.field)) ?? { tests: [], rows: 0 }
      const known = input.is !== 'period' && input.is !== 'row' && isDrawable(input.type, tests.length > 0)
      return known ? [{ input, tests, rows }] : []
    })
    .map((axis, i) => ({ axis, i }))
    .sort((a, b) => alone(b.axis) - alone(a.axis) || b.axis.rows - a.axis.rows || a.i - b.i)
    .map(({ axis }) => axis)
}

/** Of yes and no there is little to see: whatever has more values goes before. */
function alone({ input, tests }: Axis): number {
  return input.type.is === 'truth' ? 0 : tests.length
}

function isDrawable(type: Type, tested: boolean): boolean {
  switch (type.is) {
    case 'int':
    case 'date':
    case 'text':
      return tested || type.is === 'int'
    case 'enum':
    case 'truth':
      return true
    default:
      return false
  }
}

function keyOf(relation: Id, field: Id): string {
  return `${relation}\n${field}`
}

type Asked = { tests: AxisTest[]; rows: number }

/** What the tables of a request ask of each field, wherever the field is reached from. */
function testsOf({ plan }: RequestPlan): ReadonlyMap<string, Asked> {
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  const found = new Map<string, Asked>()
  const seen = new Set<string>()
  const of = (field: string): Asked => {
    const asked = found.get(field) ?? { tests: [], rows: 0 }
    found.set(field, asked)
    return asked
  }
  const note = (table: Id, asked: readonly TableInput[]): void => {
    const own = plan.tables.find(({ id }) => id === table)
    for (const [i, input] of asked.entries()) {
      const type = own?.inputs[i]?.type
      if (!own || !type || seen.has(`${table} ${i}`)) continue
      seen.add(`${table} ${i}`)
      const scale = type.is === 'int' ? type.scale : 0
      const tests = own.rows.flatMap((row): AxisTest[] => {
        const test = row.tests[i]
        return test === undefined || test.is === 'any' ? [] : [{ test, scale }]
      })
      const parts = input.is === 'code' ? [input.value] : [input.value.n, input.value.d]
      const whole = parts[1] === undefined ? wholly(parts[0]) : undefined
      if (whole !== undefined) of(whole).tests.push(...tests)
      for (const field of fieldsIn(parts)) of(field).rows += tests.length
    }
  }
  const wholly = (expr: Expr | undefined): string | undefined => {
    if (expr?.op === 'field') return keyOf(expr.relation, expr.field)
    if (expr?.op === 'column' || expr?.op === 'lookup') return wholly(columns.get(expr.column)?.expr)
    return undefined
  }
  const fieldsIn = (exprs: readonly (Expr | undefined)[]): ReadonlySet<string> => {
    const fields = new Set<string>()
    const walked = new Set<Id>()
    const into = (expr: Expr | undefined): void => {
      if (!expr) return
      if (expr.op === 'field') fields.add(keyOf(expr.relation, expr.field))
      if ((expr.op === 'column' || expr.op === 'lookup') && !walked.has(expr.column)) {
        walked.add(expr.column)
        into(columns.get(expr.column)?.expr)
      }
      for (const part of partsInside(expr)) into(part)
    }
    for (const expr of exprs) into(expr)
    return fields
  }
  const walk = (expr: Expr): void => {
    if (expr.op === 'table') note(expr.table, expr.inputs)
    for (const part of partsInside(expr)) walk(part)
  }
  for (const { expr } of plan.columns) walk(expr)
  return found
}
