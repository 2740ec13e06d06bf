import { formatDecimal, parseDecimal } from '../../base/decimal.ts'
import type { Id, Type } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from '../evaluate/engine.ts'
import type { Results } from '../evaluate/evaluate.ts'
import { loadField } from '../evaluate/load-field.ts'
import { shownExpr, shownValue } from '../evaluate/shown.ts'
import { integerFor } from '../evaluate/sub-expression.ts'
import type { Shown } from '../evaluate/trace.ts'
import { valueFrom } from '../evaluate/value.ts'
import { integerAt, stateAt } from '../evaluate/vector.ts'
import type { AddedInput } from './added-input.ts'
import { type AskedInput, type DecisionQuestion, isShare, relationAlong } from './question.ts'

/**
 * What the inputs of a decision are for a row of a run, as somebody would write them into a form: fields as they stand in
 * the data, and what the run worked out from other rows. What is missing or held there is left empty. `below`: only what
 * stands in the row of this reference, of which `row` is the row.
 */
export function saidInRun(
  question: DecisionQuestion,
  results: Results,
  row: number,
  below: readonly Id[] = [],
): ReadonlyMap<string, string> {
  const own = below.length === 0 ? row : undefined
  const rows = new Map<string, number | undefined>([[below.join('.'), row]])
  const rowAt = (path: readonly Id[]): number | undefined => {
    const name = path.join('.')
    if (rows.has(name)) return rows.get(name)
    if (path.length <= below.length) return undefined
    rows.set(name, undefined)
    const before = path.slice(0, -1)
    const from = rowAt(before)
    const relation = relationAlong(question, before)
    const found =
      from === undefined || relation === undefined
        ? undefined
        : referred(question, results, { relation, row: from, own }, path.at(-1) ?? '')
    rows.set(name, found)
    return found
  }
  const said = new Map<string, string>()
  for (const input of question.inputs) {
    if (!below.every((step, i) => input.at[i] === step)) continue
    const at = rowAt(input.at)
    if (at === undefined) continue
    const shown = shownOf(question, results, input, at)
    const text = shown && writtenText(shown, input.type)
    if (text !== undefined) said.set(input.path, text)
  }
  return said
}

function addedOf({ request }: DecisionQuestion, relation: Id, field: Id): AddedInput | undefined {
  return request.inputs.get(relation)?.find((one) => one.field.id === field)
}

/** The row that a reference of a row leads to; `own` is that of the request, whose day counts. */
function referred(
  question: DecisionQuestion,
  { engine, span }: Results,
  place: { readonly relation: Id; readonly row: number; readonly own: number | undefined },
  field: Id,
): number | undefined {
  const { relation, row, own } = place
  const added = addedOf(question, relation, field)
  if (added) {
    const { expr, grain } = added.source
    const of = need(engine.domains, grain).grain.relation
    const at = placeIn(engine, added, of === relation ? row : own, span)
    if (!at || (of !== relation && of !== question.request.relation)) return undefined
    const found =
      of === relation || expr.op !== 'in-force'
        ? integerFor(engine, at.domain, at.row, expr)
        : inForceFor(engine, expr.relation, row, integerFor(engine, at.domain, at.row, expr.day))
    return found === undefined ? undefined : Number(found)
  }
  const { vector } = loadField(engine, relation, field)
  return stateAt(vector.states, row) === 0 ? Number(integerAt(vector, row)) : undefined
}

/** The one row of a record that is in force for a row on a day. */
function inForceFor(engine: Engine, record: Id, row: number, day: bigint | undefined): number | undefined {
  const inForce = engine.model.relations.get(record)?.inForce
  const [by, ...others] = inForce?.by ?? []
  if (!inForce || by === undefined || others.length > 0 || day === undefined) return undefined
  const keys = loadField(engine, record, by).vector
  const from = loadField(engine, record, inForce.from).vector
  const until = inForce.until === undefined ? undefined : loadField(engine, record, inForce.until).vector
  const found: number[] = []
  for (let at = 0; at < need(engine.rows, record).count; at++) {
    if (stateAt(keys.states, at) !== 0 || Number(integerAt(keys, at)) !== row) continue
    if (stateAt(from.states, at) !== 0 || integerAt(from, at) > day) continue
    if (until && stateAt(until.states, at) === 0 && integerAt(until, at) < day) continue
    found.push(at)
  }
  return found.length === 1 ? found[0] : undefined
}

function shownOf(
  question: DecisionQuestion,
  { engine, span }: Results,
  { record, field, type }: AskedInput,
  row: number,
): Shown | undefined {
  const added = addedOf(question, record, field)
  if (added) {
    const place = placeIn(engine, added, row, span)
    if (!place || place.domain.grain.relation !== record) return undefined
    const { expr, denominator } = added.source
    // A fraction is given as a decimal: what it is over is not worked out here.
    if (denominator !== undefined) return undefined
    return shownExpr(engine, place.domain, place.row, expr, type)
  }
  const { vector } = loadField(engine, record, field)
  if (stateAt(vector.states, row) !== 0) return undefined
  if (vector.is === 'text') return { is: 'text', text: vector.values[row] ?? '' }
  return shownValue(valueFrom(engine, type, integerAt(vector, row), undefined))
}

/** The row of the grain at which an added input is worked out: of periods the last one that was asked for. */
function placeIn(
  engine: Engine,
  { source }: AddedInput,
  row: number | undefined,
  span: { readonly from: number; readonly until: number },
): { readonly domain: Domain; readonly row: number } | undefined {
  const domain = need(engine.domains, source.grain)
  const list = domain.periods?.list
  if (row === undefined) return undefined
  if (!list) return { domain, row }
  const at = list.findLastIndex(({ start, end }) => start <= span.until && end > span.from)
  return at < 0 ? undefined : { domain, row: row * list.length + at }
}

/** A share as its percentage, a time as clocks show it; undefined for what is not there. */
export function writtenText(shown: Shown, type: Type): string | undefined {
  switch (shown.is) {
    case 'held':
    case 'not-applicable':
      return undefined
    case 'number': {
      if (!isShare(type)) return shown.text
      const number = parseDecimal(shown.text)
      if (!number) return undefined
      const { digits, scale } = number
      return scale >= 2
        ? trimmed(formatDecimal(digits, scale - 2))
        : formatDecimal(digits * 10n ** BigInt(2 - scale), 0)
    }
    case 'time':
      return shown.text.replace(/(?::00)?(?:Z|[-+]\d\d:\d\d)$/u, '')
    default:
      return shown.text
  }
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text
}
