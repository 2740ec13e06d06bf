import type { Cell, ParameterDeclaration } from '../../src/syntax/ast.ts'
import { cellHolds } from './cell-test.ts'
import { dayOfSpelling } from './literal.ts'
import { isDated, ownDate } from './own-date.ts'
import { add, divide, multiply, rational, zero } from './rational.ts'
import { addend, apply, fraction, held, present, type Result, used, type Value } from './value.ts'
import { cellWord, type Scope, type World } from './world.ts'

type Entry = { readonly cell: Cell; readonly from: number; readonly until: number }

const always = Number.MAX_SAFE_INTEGER

/** The rows of the keys asked for. Columns: the keys, then `from` and `until` when it is dated, then the value. */
function entries(
  world: World,
  parameter: ParameterDeclaration,
  keys: readonly Value[],
  scope: Scope,
): Entry[] {
  if (parameter.is.is !== 'table') return []
  const { table } = parameter.is
  const keyCount = parameter.by.length
  const dated = table.headings.length === keyCount + 3
  return table.rows.flatMap((row, index) => {
    const fits = keys.every((key, column) => {
      const cell = row.cells[column]
      const held = cell && cellHolds(world, cell, present(key), scope)
      return held?.is === 'present' && held.value
    })
    const cell = row.cells.at(-1)
    if (!fits || !cell) return []
    if (!dated) return [{ cell, from: -always, until: always }]
    const from = dayOfSpelling(cellWord(table, index, keyCount) ?? '')
    const until = cellWord(table, index, keyCount + 1)
    return [{ cell, from, until: until === undefined ? always : dayOfSpelling(until) }]
  })
}

function cellGives(world: World, entry: Entry | undefined, scope: Scope): Result<Value> {
  if (!entry) return held('not in force')
  if (entry.cell.is === 'not-decided') return held(entry.cell.why)
  const item = entry.cell.is === 'tests' ? entry.cell.items[0] : undefined
  if (item?.is !== 'value') throw new Error('a parameter gives a value')
  return world.evaluate(item.value, scope)
}

const inForce = (found: readonly Entry[], day: number) =>
  found.find((entry) => day >= entry.from && day <= entry.until)

/** Each day's value, by the days it is in force. */
function averaged(
  world: World,
  found: readonly Entry[],
  start: number,
  end: number,
  scope: Scope,
): Result<Value> {
  let sum = zero
  for (let day = start; day < end; day++) {
    const value = used(cellGives(world, inForce(found, day), scope))
    if (value.is !== 'present') return value
    sum = add(sum, multiply(addend(value.value), rational(1n)))
  }
  return present(fraction(divide(sum, rational(BigInt(end - start)))))
}

function datedValue(world: World, found: readonly Entry[], scope: Scope): Result<Value> {
  const { period } = scope
  const on = (date: Result<Value>): Result<Value> =>
    apply(date, (value) =>
      value.is === 'day' ? cellGives(world, inForce(found, value.day), scope) : held('no day'),
    )
  if (scope.day) return on(scope.day)
  if (period) {
    const end = period.end
    const last = end === undefined ? period.start : end - 1
    if (scope.asOf === 'averaged') return averaged(world, found, period.start, last + 1, scope)
    const entry = inForce(found, scope.asOf === 'last-day' ? last : period.start)
    if (scope.asOf === undefined && entry !== inForce(found, last)) return held('changes inside the period')
    return cellGives(world, entry, scope)
  }
  if (!isDated(world, scope)) throw new Error('a dated parameter is read where nothing has a date')
  return on(ownDate(world, scope))
}

/** A constant, or the row of a table that is in force on the row's own date, or in the period. */
export function parameterValue(
  world: World,
  parameter: ParameterDeclaration,
  keys: readonly Value[],
  scope: Scope,
): Result<Value> {
  if (parameter.is.is === 'constant') return world.evaluate(parameter.is.value, {})
  if (keys.length !== parameter.by.length) throw new Error(`${parameter.name.text} wants its keys`)
  const found = entries(world, parameter, keys, scope)
  const dated = parameter.is.table.headings.length === parameter.by.length + 3
  return dated ? datedValue(world, found, scope) : cellGives(world, found[0], scope)
}
