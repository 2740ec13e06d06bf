import { at, cell } from '../csv.ts'
import { addYears, lastDay, type Quarter, sum } from './exact.ts'
import type { Data, Person } from './records.ts'
import { rampMonth } from './targets.ts'

/** Article 59, tenths of hours a year; 20 of them are compliance. */
const yearHours = { rep: 400n, senior: 320n, manager: 480n, director: 0n } as const
const shares = [20n, 50n, 75n, 100n]

export type Training = {
  readonly passes: (person: Person, quarter: Quarter) => boolean
  /** Tenths of hours in the 12 months before a day. */
  readonly hoursBefore: (person: string, day: string) => bigint
}

export function workOutTraining(data: Data): Training {
  const rows = data.rows('trainings').map((t) => ({
    person: cell(t, 'person'),
    at: cell(t, 'at'),
    hours: at(1, cell(t, 'hours')),
    compliance: cell(t, 'compliance') === 'yes',
  }))
  const hours = (person: string, from: string, until: string) =>
    rows.filter((r) => r.person === person && r.at >= from && r.at <= until)
  return {
    passes: (person, quarter) => {
      const done = hours(person.id, '2026-01-01', lastDay(quarter))
      // Whole months from the month of hiring, or the next when hired after the 15th.
      const months = BigInt(Math.min(12, rampMonth(person.hired, 12)))
      const enough = (tenths: bigint, year: bigint) =>
        tenths * 1_200n >= year * months * (shares[quarter - 1] ?? 100n)
      const compliance = done.filter((r) => r.compliance)
      return (
        enough(
          sum(done, (r) => r.hours),
          yearHours[person.role],
        ) &&
        enough(
          sum(compliance, (r) => r.hours),
          20n,
        )
      )
    },
    hoursBefore: (person, day) =>
      sum(
        hours(person, addYears(day, -1), day).filter((r) => r.at < day),
        (r) => r.hours,
      ),
  }
}
