import { cellValue } from './cell.ts'
import { isPeriodKind, type Period, periodAt } from './period.ts'
import { apply, held, present, type Result, used, type Value } from './value.ts'
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
  if (scope.period?.kind === kind) return present(scope.period)
  const start: Result<Value> = scope.period
    ? present({ is: 'period', period: scope.period })
    : used(ownDate(world, scope))
  return apply(start, (value) => {
    if (value.is !== 'period' && value.is !== 'day') throw new Error(`no date: ${value.is}`)
    const found = periodAt(kind, value.is === 'day' ? value.day : value.period.start, world.calendar)
    if (!found) return held(`in no ${kind}`)
    const whole = value.is === 'period' ? value.period.end : undefined
    if (value.is === 'period' && found.end !== undefined && (whole === undefined || whole > found.end)) {
      throw new Error(`a ${value.period.kind} does not lie in one ${kind}`)
    }
    return present(found)
  })
}

/** Whether a subject is there in a period: both written days count. */
export function exists(world: World, at: Row, period: Period): Result<boolean> {
  const record = recordOf(world, at.record)
  if (!record.exists) return present(true)
  const from = cellValue(world, record, at.row, record.exists.from)
  if (from.is !== 'present') return from
  const { start, end } = period
  if (from.value.is !== 'day' || (end !== undefined && from.value.day >= end)) return present(false)
  if (!record.exists.until) return present(true)
  const until = cellValue(world, record, at.row, record.exists.until)
  if (until.is === 'held' && until.missing) return present(true)
  if (until.is !== 'present') return until
  return present(until.value.is === 'day' && until.value.day >= start)
}
