import { type Decimal, formatDecimal, formatGrouped, parseDecimal, power10 } from '../../base/decimal.ts'
import type { Column, Id, Unit } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from '../../targets/evaluate/engine.ts'
import { formulaOfColumn } from '../../targets/evaluate/formula.ts'
import type { Formula } from '../../targets/evaluate/trace.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'
import type { ShortView } from './view.ts'

/** `n / d / 10^scale`. */
export type Threshold = { readonly n: bigint; readonly d: bigint; readonly scale: number }

export type Comparison = '<' | '<=' | '>=' | '>'

/**
 * What a measure would have to be for a comparison to hold: of a quotient what stands above the line, the rest of it staying
 * as it is. Undefined where the comparison holds, and where what the measure is cannot be said by one name.
 */
export function shortOf(
  engine: Engine,
  domain: Domain,
  row: number,
  id: Id,
  by: Comparison,
  threshold: Threshold,
): ShortView | undefined {
  const column = need(engine.model.columns, id)
  const vector = need(engine.columns, id)
  if (column.type.is !== 'int' || stateAt(vector.states, row) !== 0 || threshold.d <= 0n) return undefined
  const n = integerAt(vector, row)
  const measure =
    column.denominator === undefined
      ? { label: column.label, n, below: one, scale: column.type.scale, unit: column.type.unit }
      : quotientOf(engine, domain, row, column, n)
  if (measure?.label === undefined || measure.below.digits <= 0n) return undefined
  const { label, below, scale, unit } = measure
  const top = threshold.n * below.digits * power10(scale)
  const needed = wanted(by, top, threshold.d * power10(threshold.scale + below.scale))
  const isMore = by === '>=' || by === '>'
  if (isMore ? measure.n >= needed : measure.n <= needed) return undefined
  const shown = (value: bigint): string =>
    unit === 'percent' || unit === 'ratio' ? percentText(value, scale) : formatGrouped(value, scale)
  return {
    label,
    now: shown(measure.n),
    needed: shown(needed),
    by: shown(isMore ? needed - measure.n : measure.n - needed),
    is: isMore ? 'more' : 'less',
  }
}

const one: Decimal = { digits: 1n, scale: 0 }

type Measure = {
  readonly label: string | undefined
  /** What there is now, in the smallest steps that it has. */
  readonly n: bigint
  readonly below: Decimal
  readonly scale: number
  readonly unit: Unit
}

/** What stands above the line of a quotient by its name, where that is all that stands there, and what stands below it. */
function quotientOf(
  engine: Engine,
  domain: Domain,
  row: number,
  column: Column,
  n: bigint,
): Measure | undefined {
  const formula = formulaOfColumn({ engine, domain, row, named: () => {}, refs: true }, column)
  if (formula.is !== 'apply' || formula.op !== '/' || column.type.is !== 'int') return undefined
  const [over, under] = formula.args
  if (over?.is !== 'name' || !over.ref || !under || reads(under, over.label)) return undefined
  const counted = need(engine.model.columns, over.ref.column)
  const above = decimalOf(over)
  const below = decimalOf(under)
  if (!above || !below || counted.type.is !== 'int' || counted.denominator !== undefined) return undefined
  // The two as they are shown must be the quotient that the plan has; else it is something more.
  const d = integerAt(need(engine.columns, column.denominator ?? ''), row)
  const left = n * below.digits * power10(above.scale)
  if (left !== above.digits * d * power10(below.scale + column.type.scale)) return undefined
  const { scale, unit } = counted.type
  if (above.scale > scale && above.digits % power10(above.scale - scale) !== 0n) return undefined
  const own =
    above.scale > scale
      ? above.digits / power10(above.scale - scale)
      : above.digits * power10(scale - above.scale)
  return { label: over.label, n: own, below, scale, unit }
}

function decimalOf(formula: Formula): Decimal | undefined {
  if (formula.is !== 'name' && formula.is !== 'value') return undefined
  const { value } = formula
  return value.is === 'number' && !value.rounded ? parseDecimal(value.text) : undefined
}

/** The whole number nearest to `top / bottom` for which the comparison holds. */
function wanted(by: Comparison, top: bigint, bottom: bigint): bigint {
  const floor = top / bottom - (top % bottom !== 0n && top < 0n ? 1n : 0n)
  const exact = top % bottom === 0n
  switch (by) {
    case '>=':
      return exact ? floor : floor + 1n
    case '>':
      return floor + 1n
    case '<=':
      return floor
    case '<':
      return exact ? floor - 1n : floor
  }
}

function reads(formula: Formula, label: string): boolean {
  switch (formula.is) {
    case 'value':
      return false
    case 'name':
      return formula.label === label
    case 'apply':
      return formula.args.some((one) => reads(one, label))
    case 'aggregate':
      return false
  }
}

function percentText(value: bigint, scale: number): string {
  const text = formatDecimal(scale >= 2 ? value : value * power10(2 - scale), Math.max(0, scale - 2))
  return `${text}%`
}
