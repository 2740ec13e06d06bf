import type { Column, Expr, Plan } from '../../src/plan/plan.ts'
import type { Rows } from '../../src/plan/rows.ts'
import { plainValue } from '../../src/targets/decide/decode.ts'
import type { RequestPlan } from '../../src/targets/decide/request-plan.ts'
import { evaluate, type Results } from '../../src/targets/evaluate/evaluate.ts'
import { type Value, valueAt } from '../../src/targets/evaluate/value.ts'
import type { DataSet } from './data.ts'
import type { Days } from './engine.ts'

/** A request for each row of a clause, as a caller who knows the data would write it. */
export type MadeRequest = {
  /** The row of the grain in the run. */
  readonly row: number
  readonly request: { readonly [field: string]: unknown }
  /** Something that a run knows and no request can say, as a quotient without end. */
  readonly unsayable: boolean
}

/** A run of the plan that also has what requests must say of other rows. */
export function runWithInputs(plan: Plan, request: RequestPlan, rows: Rows, span: Days): Results {
  const extra = [...request.inputs].flatMap(([relation, inputs]) =>
    inputs.flatMap(({ field, source }): Column[] => {
      const id = nameOf(relation, field.id)
      const { grain, expr, denominator } = source
      const shape = { grain, mayFail: true, origin: plan.origins[0]?.id ?? '' }
      if (denominator === undefined) return [{ ...shape, id, type: field.type, expr }]
      const type = field.type.is === 'int' ? { ...field.type, scale: field.type.scale - 12 } : field.type
      const below: Expr =
        expr.op === 'lookup' ? { ...expr, column: denominator } : { op: 'column', column: denominator }
      const over = plan.columns.find((c) => c.id === denominator)
      return [
        { ...shape, id: `${id} over`, type: over?.type ?? type, expr: below },
        { ...shape, id, type, expr, denominator: `${id} over` },
      ]
    }),
  )
  return evaluate({ ...plan, columns: [...plan.columns, ...extra] }, rows, { span })
}

function nameOf(relation: string, field: string): string {
  return `input ${relation} ${field}`
}

export function requestsFor(
  plan: Plan,
  request: RequestPlan,
  data: DataSet,
  { engine }: Results,
): readonly MadeRequest[] {
  const output = plan.outputs.find((o) => o.id === request.output.id)
  const domain = engine.domains.get(output?.grain ?? '')
  if (!domain) return []
  const width = domain.periods?.list.length ?? 1
  const made: MadeRequest[] = []
  for (let row = 0; row < domain.count; row++) {
    const unsayable = { found: false }
    const object = objectFor(request.relation, Math.floor(row / width), row, 0)
    made.push({ row, request: object, unsayable: unsayable.found })

    function objectFor(relation: string, at: number, grainRow: number, depth: number) {
      const record = plan.relations.find((r) => r.id === relation)
      const cells = data[relation]?.[at] ?? {}
      const object: { [field: string]: unknown } = {}
      for (const field of record?.fields ?? []) {
        const cell = cells[field.id]
        if (cell === null || cell === undefined || cell === '') continue
        object[field.id] = cell
        if (field.type.is !== 'ref') continue
        const { relation: target } = field.type
        const key = plan.relations.find((r) => r.id === target)?.key ?? ''
        const there = (data[target] ?? []).findIndex((one) => one[key] === cell)
        if (there >= 0 && depth < 3) object[field.id] = objectFor(target, there, there, depth + 1)
      }
      for (const { field, source } of request.inputs.get(relation) ?? []) {
        const own = engine.domains.get(source.grain)
        if (own?.grain.relation !== relation) continue
        const value = valueAt(engine, nameOf(relation, field.id), own.periods ? grainRow : at)
        if (isUnsayable(value)) unsayable.found = true
        else if (value.is === 'held') {
          if (value.reason.class === 'missing') object[field.id] = null
        } else object[field.id] = plainValue(value)
      }
      return object
    }
  }
  return made
}

function isUnsayable(value: Value): boolean {
  return value.is === 'not-applicable' || (value.is === 'number' && value.rounded)
}
