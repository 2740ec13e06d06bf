import { type Day, formatDay } from '../../../src/base/day.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import type { Random } from '../../tangyu-zh/generator/random.ts'
import { daysBetweenContacts, type Known } from './customer-records.ts'
import { workedFrom, workingDay } from './working-days.ts'

type File = readonly [name: string, text: string]

/**
 * Article 22: each change of an owner is confirmed by both and the manager, one who leaves before he goes. Of the
 * leaver's customers one is confirmed on working day 6 and one never; the one of S07 on day 5.
 */
export function handOversFile({ owners, people }: Known, random: Random): File {
  const left = new Set(people.flatMap((p) => (p.left === undefined ? [] : [p.id])))
  let ofLeaver = 0
  const rows = owners.flatMap((owner) => {
    const before = owners.find((o) => o.customer === owner.customer && o.until === owner.from - 1)
    if (before === undefined) return []
    const leaves = left.has(before.person)
    const nth = leaves ? ++ofLeaver : 0
    const drawn = random.between(1, 4)
    const manager = nth === 1 ? 6 : nth === 2 ? undefined : owner.customer === 'C-S07' ? 5 : drawn
    const after = (n: number | undefined) => n && formatDay(workingDay(owner.from, n))
    const id = nth === 1 ? 'HO-S02-L' : nth === 2 ? 'HO-S02-X' : `HO-${owner.customer}-${owner.person}`
    return [[id, owner.customer, formatDay(owner.from), after(leaves ? -1 : 1), after(1), after(manager)]]
  })
  const headings = 'id customer moved giver_confirmed receiver_confirmed manager_confirmed'
  return ['hand-overs.csv', toCsv(headings.split(' '), rows)]
}

/** Article 23: a visit each quarter, half-year or year to whoever may be in class A, B or C; some are left out. */
export function returnVisitsFile(known: Known, random: Random): File {
  const days = daysBetweenContacts(known)
  const rows: (readonly (string | number)[])[] = []
  for (const { id } of known.customers) {
    const months = days(id) === 7 ? 3 : days(id) === 15 ? 6 : 12
    for (let first = 1; first <= 12; first += months) {
      const from = on(first, 1)
      const until = first + months > 12 ? on(12, 31) : on(first + months, 1) - 1
      const day: Day = workedFrom(random.between(from, until - 9))
      if (known.created(id) > from || random.below(20) === 0) continue
      rows.push([`RV${String(rows.length + 1).padStart(4, '0')}`, id, formatDay(day)])
    }
  }
  return ['return-visits.csv', toCsv(['id', 'customer', 'at'], rows)]
}
