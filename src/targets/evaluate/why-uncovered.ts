import { formatDay } from '../../base/day.ts'
import { isoInstant } from '../../base/local-time.ts'
import type { Expr, Ratio, TableInput, Type } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { exactText } from './exact-text.ts'
import { placeRow } from './place-row.ts'
import { partsOf } from './spans.ts'
import { integerFor, partsTaken, stateFor, vectorFor } from './sub-expression.ts'
import { stateAt } from './vector.ts'

/**
 * What no row of a table covers, as the row has it: `city = Wuxi, amount = 120`. Found by following the state to the table;
 * undefined where it came from many rows.
 */
export function lackingAt(
  engine: Engine,
  domain: Domain,
  row: number,
  expr: Expr,
  state: number,
): string | undefined {
  const isHere = (own: number) => own === state || used(own) === state
  switch (expr.op) {
    case 'table': {
      const table = need(engine.model.tables, expr.table)
      if (!isHere(table.uncovered)) return undefined
      const told = expr.inputs.map((input, i) => {
        const { label = '', type } = table.inputs[i] ?? {}
        const text = type && inputText(engine, domain, row, input, type)
        return text === undefined ? undefined : `${label} = ${text}`
      })
      return told.includes(undefined) ? undefined : told.join(', ')
    }
    case 'band': {
      const schedule = need(engine.model.schedules, expr.schedule)
      if (!isHere(schedule.uncovered)) return undefined
      return numberText(engine, domain, row, expr.by, schedule.type.unit)
    }
    case 'column': {
      const column = need(engine.model.columns, expr.column)
      if (!isHere(stateAt(need(engine.columns, expr.column).states, row))) return undefined
      return lackingAt(engine, domain, row, column.expr, state)
    }
    case 'lookup': {
      const column = need(engine.model.columns, expr.column)
      const target = need(engine.domains, column.grain)
      const found = placeRow(engine, domain, row, target, expr.at)
      return found === undefined ? undefined : lackingAt(engine, target, found, column.expr, state)
    }
    default:
      for (const part of partsTaken(engine, domain, row, expr, partsOf(expr))) {
        if (!isHere(stateFor(engine, domain, row, part))) continue
        const found = lackingAt(engine, domain, row, part, state)
        if (found !== undefined) return found
      }
      return undefined
  }
}

function inputText(
  engine: Engine,
  domain: Domain,
  row: number,
  input: TableInput,
  type: Type,
): string | undefined {
  if (input.is === 'number' && type.is === 'int')
    return numberText(engine, domain, row, input.value, type.unit)
  const expr = input.is === 'number' ? input.value.n : input.value
  const vector = vectorFor(engine, domain, row, expr)
  if (stateAt(vector.states, 0) !== 0) return undefined
  if (vector.is === 'text') return vector.values[0]
  const code = Number(vector.values[0] ?? 0)
  switch (type.is) {
    case 'enum':
      return type.values[code]
    case 'date':
    case 'period':
      return formatDay(code)
    case 'time':
      return engine.model.plan.zone && isoInstant(engine.model.plan.zone, code)
    default:
      return undefined
  }
}

/** Exact; a quotient to four places, which is enough to see which value it is. */
function numberText(
  engine: Engine,
  domain: Domain,
  row: number,
  { n, d, scale }: Ratio,
  unit: string,
): string | undefined {
  const top = integerFor(engine, domain, row, n)
  const below = d === undefined ? 1n : integerFor(engine, domain, row, d)
  if (top === undefined || below === undefined || below === 0n) return undefined
  const share = unit === 'percent' || unit === 'ratio'
  const places = share ? scale - 2 : scale
  const sign = share ? '%' : ''
  if (d === undefined && places >= 0) return `${exactText(top, places, 0)}${sign}`
  const finer = 6
  const digits = (top * 10n ** BigInt(finer)) / below
  const rest = (top * 10n ** BigInt(finer)) % below === 0n ? '' : '…'
  return `${exactText(digits, Math.max(0, places + finer), 0)}${rest}${sign}`
}
