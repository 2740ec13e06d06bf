import { cellValue } from './cell.ts'
import { isPeriodKind, type Period, periodAt } from './period.ts'
import { apply, dayValue, held, heldOf, present, type Result, used, type Value } from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

export type Row = { readonly record: string; readonly row: number }

/** Follows reference fields from a row. */
export function rowAlong(world: World, from: Row, path: readonly string[]): Result<Row> {
  return path.reduce<Result<Row>>(
    (at, field) =>
      apply(at, ({ record, row }) =>
        apply(cellValue(world, recordOf(world, record), row, field), (value) =>
          value.is === 'row'
            ? present({ record: value.record, row: value.row })
            : held(`${field} is no reference`),
        ),
      ),
    present(from),
  )
}

/** Whether anything dates the rows of a record: `posting` as written in the clause, its posting date, its period. */
export function isDated(world: World, scope: Scope): boolean {
  if (!scope.row) return false
  const record = recordOf(world, scope.row.record)
  return (
    scope.posting !== undefined ||
    record.posting !== undefined ||
    periodField(world, record.name) !== undefined
  )
}

function periodField(world: World, name: string): string | undefined {
  for (const { name: field, type } of recordOf(world, name).fields.values()) {
    const kind = type.is === 'name' ? type.name.text : ''
    if (kind !== '' && !world.records.has(kind) && isPeriodKind(kind, world.calendar)) return field
  }
  return undefined
}

/** The day that a row stands for: the clause's `posting`, else the record's posting field, else its period. */
export function ownDate(world: World, scope: Scope): Result<Value> {
  return asDay(postedAt(world, scope))
}

/** A time by its day. */
export function asDay(date: Result<Value>): Result<Value> {
  return date.is === 'present' && date.value.is === 'instant'
    ? present({ is: 'day', day: dayValue(date.value) })
    : date
}

/** As `ownDate`, to the second where it is a time. */
export function postedAt(world: World, scope: Scope): Result<Value> {
  if (!scope.row) throw new Error('nothing here has a date')
  const { record, row } = scope.row
  if (scope.posting) return world.evaluate(scope.posting, { row: scope.row })
  const info = recordOf(world, record)
  const field = info.posting ?? periodField(world, record)
  if (field === undefined) throw new Error(`${record} has no date of its own`)
  return cellValue(world, info, row, field)
}

/** The period of a kind that a scope lies in. */
export function ownPeriod(world: World, scope: Scope, kind: string): Result<Period> {
  if (!scope.day && scope.period?.kind === kind) return present(scope.period)
  const start: Result<Value> = scope.day
    ? used(asDay(scope.day))
    : scope.period
      ? present({ is: 'period', period: scope.period })
      : used(ownDate(world, scope))
  return apply(start, (value) => {
    if (value.is !== 'period' && value.is !== 'day') throw new Error(`no date: ${value.is}`)
    const written = scope.day !== undefined && scope.own === undefined && value.is === 'day'
    if (written && world.begins !== undefined && value.day < world.begins) return held('before the data')
    const found = periodAt(kind, value.is === 'day' ? value.day : value.period.start, world.calendar)
    if (!found) return held(`in no ${kind}`)
    if (written && world.begins !== undefined && found.start < world.begins) return held('before the data')
    const whole = value.is === 'period' ? value.period.end : undefined
    if (value.is === 'period' && found.end !== undefined && (whole === undefined || whole > found.end)) {
      throw new Error(`a ${value.period.kind} does not lie in one ${kind}`)
    }
    return present(found)
  })
}

/** Decided as soon as one part is known to fail; unknown while any is. */
function allHold(parts: readonly Result<boolean>[]): Result<boolean> {
  if (parts.some((part) => part.is === 'present' && !part.value)) return present(false)
  return heldOf(parts) ?? present(true)
}

/** Whether a subject is there in a period: both written days count. */
export function exists(world: World, at: Row, period: Period): Result<boolean> {
  const record = recordOf(world, at.record)
  if (!record.exists) return present(true)
  const { start, end } = period
  const from = apply(cellValue(world, record, at.row, record.exists.from), (value) =>
    present(end === undefined || dayValue(value) < end),
  )
  if (!record.exists.until) return from
  const last = cellValue(world, record, at.row, record.exists.until)
  const open = last.is === 'held' && last.missing
  const until = open ? present(true) : apply(last, (value) => present(dayValue(value) >= start))
  return allHold([from, until])
}

/** Whether the policy's own time holds a result: its whole period, or the day on which its row counts. */
export function inForce(world: World, scope: Scope): Result<boolean> {
  const { from, until } = world.effective
  if (scope.period) {
    const last = scope.period.end === undefined ? undefined : scope.period.end - 1
    if (last !== undefined && from !== undefined && last < from) return present(false)
    if (until !== undefined && scope.period.start > until) return present(false)
    const cut =
      (from !== undefined && scope.period.start < from) ||
      (until !== undefined && (last ?? until + 1) > until)
    return cut ? held('the policy begins or ends inside the period') : present(true)
  }
  if (!isDated(world, scope) || (from === undefined && until === undefined)) return present(true)
  return apply(ownDate(world, scope), (value) => {
    const day = value.is === 'period' ? value.period.start : dayValue(value)
    return present((from === undefined || day >= from) && (until === undefined || day <= until))
  })
}
