import type { Column, Expr, Id, Plan, Type } from '../../plan/plan.ts'
import { ownClocks } from './own-clock.ts'
import type { RequestPlan } from './request-plan.ts'
import { partsInside } from './rewrite.ts'

/** Something that a request can say and that the decision reads. */
export type DecisionInput = {
  /** Where it stands: `customer.class` is the field `class` of the object at `customer`, or of the row whose key stands there. */
  readonly path: string
  readonly record: Id
  readonly field: Id
  readonly type: Type
  /** `value`: worked out from other rows, so that a request must say it. `row`: the row in force then. `period`: the period for which is asked. */
  readonly is: 'field' | 'value' | 'row' | 'period'
  /** May be left out, which means that it is empty. */
  readonly optional: boolean
  /** What a value is called where it is defined. */
  readonly label?: string
}

/** What the results of a clause read, each place once, in the order of the record's fields. */
export function inputsOf(request: RequestPlan): readonly DecisionInput[] {
  const found = new Map<string, DecisionInput>()
  const { output } = request
  walkColumns(request, [output.column, ...output.also.map(({ column }) => column)], (path, relation, id) => {
    const field = request.plan.relations.find((r) => r.id === relation)?.fields.find((f) => f.id === id)
    const text = [...path, id].join('.')
    if (!field || found.has(text)) return
    const added = request.inputs.get(relation)?.find((one) => one.field.id === id)
    found.set(text, {
      path: text,
      record: relation,
      field: id,
      type: field.type,
      is: added?.is ?? 'field',
      optional: field.optional,
      ...(added && added.label !== id && { label: added.label }),
    })
  })
  return inOrder(request.plan, request.relation, [...found.values()])
}

/** The objects that are looked into, from the request's own on: references, the longer after the shorter. */
export function pathsRead(request: RequestPlan): readonly (readonly Id[])[] {
  const paths = new Map<string, readonly Id[]>([['', []]])
  const ids = request.plan.columns.filter((c) => c.grain === request.relation).map(({ id }) => id)
  walkColumns(request, ids, (path) => {
    for (let n = 1; n <= path.length; n++) paths.set(path.slice(0, n).join('.'), path.slice(0, n))
  })
  return [...paths.values()].sort((a, b) => a.length - b.length)
}

type Visit = (path: readonly Id[], relation: Id, field: Id) => void

function walkColumns(request: RequestPlan, ids: readonly Id[], visit: Visit): void {
  const { plan } = request
  const columns = new Map(plan.columns.map((c) => [c.id, c]))
  const clocks = ownClocks(plan)
  const seen = new Set<string>()
  const walkColumn = (id: Id, path: readonly Id[]): void => {
    const key = [id, ...path].join('\n')
    const column = columns.get(id)
    if (seen.has(key) || !column) return
    seen.add(key)
    walk(column.expr, path)
    if (column.denominator !== undefined) walkColumn(column.denominator, path)
  }
  const walk = (expr: Expr, path: readonly Id[]): void => {
    switch (expr.op) {
      case 'field':
        for (const start of startsOf(plan, columns, expr.row, path))
          visit([...start, ...expr.path], expr.relation, expr.field)
        return
      case 'row': {
        const key = plan.relations.find((r) => r.id === expr.relation)?.key
        if (key !== undefined) visit([...path, ...expr.path], expr.relation, key)
        return
      }
      case 'column':
        walkColumn(expr.column, path)
        return
      case 'clock':
        for (const id of clocks.get(expr.clock) ?? []) walkColumn(id, path)
        return
      case 'lookup': {
        const constant = columns.get(expr.column)?.grain === 'constant'
        for (const start of startsOf(plan, columns, expr.at.row, path))
          walkColumn(expr.column, constant ? [] : [...start, ...(expr.at.path ?? [])])
        break
      }
    }
    if (expr.op === 'lookup' && expr.at.row !== undefined) walkColumn(expr.at.row, path)
    for (const part of partsInside(expr)) walk(part, path)
  }
  for (const id of ids) walkColumn(id, [])
}

/** The places whose row a column of references can name: all that its definition mentions. */
function startsOf(
  plan: Plan,
  columns: ReadonlyMap<Id, Column>,
  row: Id | undefined,
  path: readonly Id[],
): readonly (readonly Id[])[] {
  if (row === undefined) return [path]
  const type = columns.get(row)?.type
  const wanted = type?.is === 'ref' ? type.relation : ''
  const starts: (readonly Id[])[] = []
  const seen = new Set<string>()
  // What a condition reads on the way names no row.
  const refers = ({ relation, field }: Extract<Expr, { op: 'field' }>): boolean => {
    const found = plan.relations.find((r) => r.id === relation)?.fields.find((f) => f.id === field)?.type
    return found?.is === 'ref' && found.relation === wanted
  }
  const gather = (expr: Expr, at: readonly Id[]): void => {
    if (expr.op === 'field' && expr.row === undefined && refers(expr))
      starts.push([...at, ...expr.path, expr.field])
    if (expr.op === 'field' && expr.row !== undefined && refers(expr))
      for (const start of startsOf(plan, columns, expr.row, at))
        starts.push([...start, ...expr.path, expr.field])
    if (expr.op === 'row' && expr.relation === wanted) starts.push([...at, ...expr.path])
    if (expr.op === 'column' || expr.op === 'lookup') {
      const next = expr.op === 'lookup' ? [...at, ...(expr.at.path ?? [])] : at
      const key = [expr.column, ...next].join('\n')
      const column = columns.get(expr.column)
      if (column && !seen.has(key)) {
        seen.add(key)
        gather(column.expr, next)
      }
    }
    for (const part of partsInside(expr)) gather(part, at)
  }
  const column = columns.get(row)
  if (column) gather(column.expr, path)
  return starts
}

function inOrder(plan: Plan, relation: Id, inputs: readonly DecisionInput[]): readonly DecisionInput[] {
  const fields = plan.relations.find((r) => r.id === relation)?.fields.map((f) => f.id) ?? []
  const place = (input: DecisionInput): number => fields.indexOf(input.path.split('.')[0] ?? '')
  return [...inputs].sort((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1))
}
