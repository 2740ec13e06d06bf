import { cell } from '../csv.ts'
import { type Deadline, withinDays } from './deadlines.ts'
import { examAttempts, giftsReceived, hoursDone } from './decisions.ts'
import { isSeller } from './records.ts'
import type { Known } from './scorecards.ts'
import { plusDays } from './working-time.ts'

/** Article 58: hours and exam within 30 days of joining; a third attempt at the exam does not count. */
export function inductions(known: Known): readonly Deadline[] {
  const { rows } = known.data
  const nth = examAttempts(rows)
  return known.data.people
    .filter((p) => isSeller(p) && p.hired >= '2026-01-01')
    .map((p) => {
      const passed = rows('certificates')
        .filter(
          (c) =>
            cell(c, 'person') === p.id &&
            cell(c, 'kind') === 'onboarding' &&
            Number(cell(c, 'score')) >= 80 &&
            (nth.get(cell(c, 'id')) ?? 3) <= 2,
        )
        .map((c) => cell(c, 'from'))
        .sort()[0]
      const hours = hoursDone(rows, p.id)
      const done = passed === undefined ? '' : passed > hours ? passed : hours
      return { id: p.id, due: plusDays(p.hired, 30), done }
    })
}

/** Article 64, paragraph 4. */
export function giftReturns(known: Known): readonly Deadline[] {
  const handling = giftsReceived(known)
  return withinDays(
    known.data.rows('gifts-received').filter((r) => handling.get(cell(r, 'id')) === 'return'),
    'at',
    'returned',
    5,
  )
}
