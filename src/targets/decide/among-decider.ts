import type { Language } from '../../base/language.ts'
import type { Instant } from '../../base/local-time.ts'
import type { Id, Plan, Type } from '../../plan/plan.ts'
import { partsWithin } from '../../plan/reached.ts'
import { need } from '../evaluate/engine.ts'
import { evaluate, type Results } from '../evaluate/evaluate.ts'
import { explain } from '../evaluate/explain.ts'
import { printExplanation } from '../evaluate/print-explanation.ts'
import { rowFor } from '../evaluate/results.ts'
import { type Value, valueAt } from '../evaluate/value.ts'
import { integerAt, stateAt } from '../evaluate/vector.ts'
import { why } from '../evaluate/why.ts'
import { periodField } from './added-input.ts'
import { type Among, placeRequest } from './among.ts'
import type { Answer, AnswerReason, MatchedRow } from './answer.ts'
import type { DecisionInput } from './inputs.ts'
import type { RequestProblem } from './problem.ts'
import { plainResults } from './row-outcomes.ts'

/** Runs what a clause needs on the other rows and those of a request, and shows what came of the request's own. */
export function answerAmong<R>(
  among: Among,
  request: unknown,
  now: Instant | undefined,
  refuse: (problems: readonly RequestProblem[]) => Answer<R>,
): Answer<R> {
  const placed = placeRequest(among, request)
  if ('problems' in placed) return refuse(placed.problems)
  const { plan, output } = among
  const span = { from: placed.day, until: placed.until }
  const run = evaluate(plan, placed.rows, { span, ...(now !== undefined && { now }) })
  const { engine } = run
  const domain = need(engine.domains, output.grain)
  const row = rowFor(domain, placed.row, placed.day)
  if (row === undefined) throw new Error(`${output.id} has no row for the request`)
  const values = new Map(
    among.results.map(({ name, column }) => [name, valueAt(engine, column, row)] as const),
  )
  const reasons = Object.fromEntries(
    among.results.flatMap(({ name, column }) => {
      const reason = reasonAt(run, values.get(name), column, row)
      return reason ? [[name, reason] as const] : []
    }),
  )
  const [first] = values.values()
  const [main] = among.results
  const matched = matchedAt(among, run, row)
  return {
    state: first === undefined || first.is === 'held' ? 'undecided' : stateOf(first),
    results: plainResults(values) as Partial<R>,
    reason: main && reasons[main.name],
    reasons,
    row: matched,
    values,
    problems: [],
    explain: () => {
      const period = domain.periods?.list[row % domain.periods.list.length]
      const question = { output: output.id, subjectRow: placed.row, ...(period && { period }) }
      const tree = explain(run, question)
      const text = (language: Language) => (tree === undefined ? '' : printExplanation(tree, language))
      return { row: matched, failed: [], tree, text }
    },
  }
}

function stateOf(value: Value): 'decided' | 'not-applicable' {
  return value.is === 'not-applicable' ? 'not-applicable' : 'decided'
}

/** Where the reason arose: a field of the request, or a cell of another row. */
function reasonAt(
  { engine }: Results,
  value: Value | undefined,
  column: Id,
  row: number,
): AnswerReason | undefined {
  if (value?.is !== 'held' && value?.is !== 'not-applicable') return undefined
  const { code, args, at } = why(engine, column, row)
  const state = value.is === 'held' ? 'undecided' : 'not-applicable'
  if (at?.field === undefined) return { state, code, args }
  const path = at.file === 'request' ? at.field : `${at.record} ${at.row}.${at.field}`
  return { state, code, args, path }
}

function matchedAt({ rowColumn, rows }: Among, { engine }: Results, row: number): MatchedRow | undefined {
  const vector = rowColumn === undefined ? undefined : engine.columns.get(rowColumn)
  if (vector === undefined || stateAt(vector.states, row) !== 0) return undefined
  return rows[Number(integerAt(vector, row))]
}

/** What a request says: the fields of its own row that are looked at, and the rows of others that are not at hand. */
export function inputsAmong(among: Among): readonly DecisionInput[] {
  const { plan, relation, period, given, looked, lists } = among
  const inputs: DecisionInput[] = fieldsRead(plan, relation).map((field) => ({ path: field.field, ...field }))
  if (period) {
    const type: Type = { is: 'period', kind: period.id }
    inputs.push({
      path: periodField,
      record: relation,
      field: periodField,
      type,
      is: 'period',
      optional: false,
    })
  }
  for (const id of looked) {
    if (given.has(id)) continue
    const [name, list] = [...lists].findLast(([, one]) => one.relation === id) ?? []
    for (const field of fieldsRead(plan, id))
      if (field.field !== list?.link) inputs.push({ path: `${name}[].${field.field}`, ...field })
  }
  return inputs
}

type FieldRead = Omit<DecisionInput, 'path'>

/** Fields of the rows of a record that are looked at from there: of others the references that lead to them. */
function fieldsRead(plan: Plan, id: Id): readonly FieldRead[] {
  const relation = plan.relations.find((r) => r.id === id)
  const names = new Set<Id>()
  for (const { grain, expr } of plan.columns) {
    if (plan.grains.find((g) => g.id === grain)?.relation !== id) continue
    for (const part of partsWithin(expr)) {
      if (part.op === 'field' && part.row === undefined) names.add(part.path[0] ?? part.field)
      if (part.op === 'row') names.add(part.path[0] ?? relation?.key ?? '')
      if (part.op === 'lookup' && part.at.row === undefined) names.add(part.at.path?.[0] ?? '')
      if (part.op === 'aggregate' || part.op === 'rolling') names.add(relation?.key ?? '')
    }
  }
  return (relation?.fields ?? [])
    .filter((field) => names.has(field.id))
    .map(({ id: field, type, optional }) => ({ record: id, field, type, is: 'field', optional }))
}
