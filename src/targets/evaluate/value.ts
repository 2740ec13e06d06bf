import { formatDay } from '../../base/day.ts'
import { divideRounded, normalize, power10 } from '../../base/decimal.ts'
import { isoInstant } from '../../base/local-time.ts'
import { periodAt } from '../../calendar/periods.ts'
import type { Id, Reason, Type, Unit } from '../../plan/plan.ts'
import { type Engine, need } from './engine.ts'
import { loadField } from './load-field.ts'
import { integerAt, isNotApplicable, stateAt } from './vector.ts'

/** One value of a run, as it is: exact digits, or the reason why there is none. */
export type Value =
  | {
      readonly is: 'number'
      /** `digits / 10^scale`. */
      readonly digits: bigint
      readonly scale: number
      readonly unit: Unit
      readonly currency?: string
      /** A quotient without end: cut to `quotientPlaces`, half-even. */
      readonly rounded: boolean
    }
  | {
      readonly is: 'text' | 'date' | 'time' | 'truth' | 'enum' | 'ref' | 'period'
      readonly text: string
    }
  | { readonly is: 'held' | 'not-applicable'; readonly state: number; readonly reason: Reason }

/** Places to which a quotient is shown. */
const quotientPlaces = 12

/** The value of a column at one row of its grain. */
export function valueAt(engine: Engine, id: Id, row: number): Value {
  const column = need(engine.model.columns, id)
  const vector = need(engine.columns, id)
  const state = stateAt(vector.states, row)
  if (state !== 0) return failure(engine, state)
  if (vector.is === 'text') return { is: 'text', text: vector.values[row] ?? '' }
  const digits = integerAt(vector, row)
  const type = inItsCurrency(engine, column.type, column.grain, row)
  if (column.denominator === undefined) return valueFrom(engine, type, digits, undefined)
  const below = need(engine.columns, column.denominator)
  const belowState = stateAt(below.states, row)
  return belowState === 0
    ? valueFrom(engine, type, digits, integerAt(below, row))
    : failure(engine, belowState)
}

/** The type with the currency that stands in a field of the row that the grain's row leads to. */
function inItsCurrency(engine: Engine, type: Type, grain: Id, row: number): Type {
  if (type.is !== 'int' || !type.currencyIn) return type
  const currency = currencyAt(engine, type, grain, row)
  return currency === undefined ? type : { ...type, currency }
}

/** The currency of an amount at a row of its grain: of a held one too, where it is known. */
export function currencyAt(engine: Engine, type: Type, grain: Id, row: number): string | undefined {
  if (type.is !== 'int' || !type.currencyIn) return type.is === 'int' ? type.currency : undefined
  const domain = need(engine.domains, grain)
  let relation = domain.grain.relation
  let at = Math.floor(row / (domain.periods?.list.length ?? 1))
  for (const step of [...type.currencyIn.path, type.currencyIn.field]) {
    const field = relation === undefined ? undefined : engine.model.fields.get(relation)?.get(step)
    if (relation === undefined || !field) return undefined
    const { vector } = loadField(engine, relation, step)
    if (stateAt(vector.states, at) !== 0 || vector.is === 'text') return undefined
    at = Number(integerAt(vector, at))
    if (field.type.is === 'enum') return field.type.values[at]
    relation = field.type.is === 'ref' ? field.type.relation : undefined
  }
  return undefined
}

/** A value of this type; `d` is the denominator of a fraction, absent for an exact number. */
export function valueFrom(engine: Engine, type: Type, n: bigint, d: bigint | undefined): Value {
  const code = Number(n)
  switch (type.is) {
    case 'int':
      return numberOf(type.unit, type.currency, n, d, type.scale)
    case 'time':
      return { is: 'time', text: timeText(engine, code) }
    case 'date':
      return { is: 'date', text: formatDay(code) }
    case 'truth':
      return { is: 'truth', text: code === 0 ? 'false' : 'true' }
    case 'enum':
      return { is: 'enum', text: type.values[code] ?? '' }
    case 'ref':
      return { is: 'ref', text: need(engine.rows, type.relation).name(code) }
    case 'period': {
      const kind = engine.model.kinds.get(type.kind)
      return { is: 'period', text: (kind && periodAt(kind, code)?.key) ?? formatDay(code) }
    }
    case 'text':
      return { is: 'text', text: '' }
  }
}

/** A time for programs: `2026-05-09T17:00:00+08:00`. */
function timeText({ model }: Engine, at: number): string {
  return model.plan.zone ? isoInstant(model.plan.zone, at) : String(at)
}

/** The number `n / d × 10^-scale`. */
export function numberOf(
  unit: Unit,
  currency: string | undefined,
  n: bigint,
  d: bigint | undefined,
  scale: number,
): Value {
  const money = currency === undefined ? {} : { currency }
  // A fraction is shown to its places also where its denominator happens to be 1.
  const whole = d === undefined || d === 0n || (d === 1n && scale <= quotientPlaces)
  if (whole) return { is: 'number', digits: n, scale, unit, ...money, rounded: false }
  const top = n * power10(quotientPlaces)
  const bottom = d * power10(scale)
  const rounded = top % bottom !== 0n
  const { digits, scale: places } = normalize({
    digits: divideRounded(top, bottom, 'half-even'),
    scale: quotientPlaces,
  })
  return { is: 'number', digits, scale: places, unit, ...money, rounded }
}

export function failure(engine: Engine, state: number): Value {
  return { is: isNotApplicable(state) ? 'not-applicable' : 'held', state, reason: reasonOf(engine, state) }
}

/** The reason that a state stands for. */
export function reasonOf(engine: Engine, state: number): Reason {
  return need(engine.model.reasons, state)
}
