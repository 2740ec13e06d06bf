import chineseDays from 'chinese-days'
import { type Day, dateOf, dayOf, daysInMonth, formatDay } from '../../src/base/day.ts'
import type { Proration } from '../../src/syntax/ast.ts'
import { cellValue } from './cell.ts'
import { divide, rational } from './rational.ts'
import { apply, dayValue, exact, fraction, held, present, type Result, type Value } from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

/** Day by day, as the library of holidays says. */
export function workingDays(first: Day, last: Day): Result<Value> {
  let count = 0
  for (let day = first; day <= last; day++) {
    const { year } = dateOf(day)
    if (year < 2004 || year > 2026) return held('not announced')
    if (chineseDays.isWorkday(formatDay(day))) count++
  }
  return present(exact(rational(BigInt(count))))
}

/** What lies between two days, both included, counted one by one. */
function counted(by: Proration, first: Day, last: Day): Result<Value> {
  if (by === 'working-days') return workingDays(first, last)
  let count = 0
  for (let day = first; day <= last; day++) {
    const { year, month, day: place } = dateOf(day)
    if (by === 'calendar-days') count++
    else if (by === 'mid-month') count += place === 15 ? 1 : 0
    else if (place === 1 && last >= (dayOf(year, month, daysInMonth(year, month)) ?? last)) count++
  }
  return present(exact(rational(BigInt(count))))
}

export function shareOnRoll(world: World, by: Proration, { row, period }: Scope): Result<Value> {
  if (!row || !period || period.end === undefined) throw new Error('nobody to be there for a part')
  const record = recordOf(world, row.record)
  if (!record.exists) throw new Error(`${row.record} does not say from when until when`)
  const end = period.end - 1
  const left = record.exists.until
    ? cellValue(world, record, row.row, record.exists.until)
    : present<Value>({ is: 'day', day: end })
  const until: Result<Value> = left.is === 'held' && left.missing ? present({ is: 'day', day: end }) : left
  return apply(cellValue(world, record, row.row, record.exists.from), (from) =>
    apply(until, (last) =>
      apply(counted(by, Math.max(dayValue(from), period.start), Math.min(dayValue(last), end)), (there) =>
        apply(counted(by, period.start, end), (all) => {
          if (all.is !== 'number' || there.is !== 'number') throw new Error('counts are numbers')
          if (all.value.n === 0n) return held('a period of none')
          return present(fraction(divide(there.value, all.value)))
        }),
      ),
    ),
  )
}
