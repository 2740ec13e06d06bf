import type { Column, Id, Plan } from '../../plan/plan.ts'

/** A number of a record that a measure adds up. */
export type SummedField = { readonly relation: Id; readonly field: Id; readonly scale: number }

/**
 * The numbers of rows that a column adds up, at whatever distance, those of money first: what somebody would have to sell
 * or collect more of. In the order in which they are read. `totals`: only those of which the sum itself counts, and not the
 * mean, the largest or the only one.
 */
export function summedFields(plan: Plan, column: Id, totals = false): readonly SummedField[] {
  const columns = new Map(plan.columns.map((one) => [one.id, one]))
  const grains = new Map(plan.grains.map((one) => [one.id, one]))
  const seen = new Set<string>()
  const found: (SummedField & { readonly money: boolean })[] = []
  const visit = (id: Id, summed: boolean): void => {
    const own = columns.get(id)
    const key = `${id} ${summed}`
    if (!own || seen.has(key)) return
    seen.add(key)
    look(own, own.expr, summed)
  }
  const look = (own: Column, node: unknown, summed: boolean): void => {
    if (Array.isArray(node)) for (const item of node) look(own, item, summed)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const expr = node as { readonly [key: string]: unknown }
    if (expr.op === 'field' && summed && Array.isArray(expr.path) && expr.path.length === 0) note(own, expr)
    if (expr.op === 'aggregate') {
      // Of an aggregate what is added up counts, not where and when.
      const isTotal = expr.fn === 'sum' && expr.denominator === undefined
      if (typeof expr.value === 'string' && (isTotal || !totals)) visit(expr.value, true)
      return
    }
    if (typeof expr.column === 'string') visit(expr.column, summed)
    for (const [name, value] of Object.entries(expr)) if (name !== 'at') look(own, value, summed)
  }
  const note = (own: Column, expr: { readonly [key: string]: unknown }): void => {
    const relation = plan.relations.find(({ id }) => id === expr.relation)
    const field = relation?.fields.find(({ id }) => id === expr.field)
    if (!relation || field?.type.is !== 'int' || grains.get(own.grain)?.relation !== relation.id) return
    if (found.some((one) => one.relation === relation.id && one.field === field.id)) return
    found.push({
      relation: relation.id,
      field: field.id,
      scale: field.type.scale,
      money: field.type.unit === 'money',
    })
  }
  visit(column, false)
  return [...found.filter(({ money }) => money), ...found.filter(({ money }) => !money)]
}
