import type { Expr } from '../../src/syntax/ast.ts'
import { cellValue } from './cell.ts'
import { equal } from './order.ts'
import { ownDate, type Row } from './own-date.ts'
import { apply, dayValue, held, heldOf, missing, present, type Result, used, type Value } from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

/** The day on which a row must be in force: as written, the row's own date, or the day of the period that `as of` names. */
function dayOf(world: World, scope: Scope): Result<Value> {
  if (scope.day) return scope.day
  const { period, asOf } = scope
  if (!period) return ownDate(world, scope)
  if (asOf === 'first-day') return present({ is: 'day', day: period.start })
  if (asOf !== 'last-day' || period.end === undefined) throw new Error('in force on no day')
  return present({ is: 'day', day: period.end - 1 })
}

/** Whether a row is in force on a day; held where one of its dates is not known and could change the answer. */
function holdsOn(world: World, { record, row }: Row, day: number): Result<boolean> {
  const info = recordOf(world, record)
  const { inForce } = info
  if (!inForce) throw new Error(`${record} is never in force`)
  const begins = cellValue(world, info, row, inForce.from)
  const field = inForce.until === undefined ? undefined : info.fields.get(inForce.until)
  const ends = field ? cellValue(world, info, row, field.name) : undefined
  const open =
    ends === undefined || (ends.is === 'held' && ends.missing && field?.marks.includes('optional') === true)
  const first = begins.is === 'present' ? dayValue(begins.value) : undefined
  const last = ends?.is === 'present' ? dayValue(ends.value) : undefined
  if (first !== undefined && last !== undefined && last < first) return held('ends before it begins')
  if ((first !== undefined && day < first) || (last !== undefined && day > last)) return present(false)
  return heldOf(open ? [begins] : [begins, ends]) ?? present(true)
}

/** The one row of a record whose keys are these and that is in force on the day. */
function rowInForce(
  world: World,
  record: string,
  args: readonly Result<Value>[],
  scope: Scope,
): Result<Value> {
  const day = used(dayOf(world, scope))
  const problem = heldOf([...args, day])
  if (problem || day.is !== 'present') return problem ?? day
  const info = recordOf(world, record)
  const own = info.rows.flatMap((_, row): Row[] => {
    const fits = (info.inForce?.by ?? []).every((field, i) => {
      const key = cellValue(world, info, row, field)
      const arg = args[i]
      return key.is === 'present' && arg?.is === 'present' && equal(key.value, arg.value)
    })
    return fits ? [{ record, row }] : []
  })
  const answers = own.map((row) => ({ row, holds: holdsOn(world, row, dayValue(day.value)) }))
  const there = answers.filter(({ holds }) => holds.is === 'present' && holds.value)
  const [first, ...more] = there
  if (more.length > 0) return held('several rows in force')
  return (
    heldOf(answers.map(({ holds }) => holds)) ??
    (first ? present({ is: 'row', ...first.row }) : missing('no row in force'))
  )
}

/** `x as of D`, `x in quarter of D`: whatever is read by date in x is read on that day. */
export function onDay(
  world: World,
  { a, day }: Extract<Expr, { is: 'as-of' | 'in-period' }>,
  scope: Scope,
): Result<Value> {
  const found = used(world.evaluate(day, scope))
  const { own: _, ...rest } = scope
  return world.evaluate(a, { ...rest, day: found })
}

/** The row that a call looks up, and what follows its dots. */
export function lookedUp(
  world: World,
  call: Extract<Expr, { is: 'call' }>,
  args: readonly Result<Value>[],
  scope: Scope,
  follow: (from: Row, names: readonly string[]) => Result<Value>,
): Result<Value> {
  const row = rowInForce(world, call.callee.text, args, scope)
  const names = [...(call.output ? [call.output] : []), ...(call.more ?? [])].map(({ text }) => text)
  if (names.length === 0) return row
  // Who is not known and when is not known are two reasons: the one that is not merely missing counts.
  const byPeriod = names.some((name) => {
    const declaration = world.declarations.get(name)
    return declaration !== undefined && 'grain' in declaration && declaration.grain.per !== undefined
  })
  const day =
    byPeriod && scope.own === undefined && scope.day?.is === 'present' ? dayValue(scope.day.value) : undefined
  if (row.is === 'held' && day !== undefined && world.begins !== undefined && day < world.begins)
    return held('before the data')
  return apply(row, (value) => (value.is === 'row' ? follow(value, names) : held('no row')))
}
