import { formatDecimal } from '../../../src/base/decimal.ts'
import { on, quarters } from '../../tangyu-zh/generator/calendar.ts'
import { type Person, teams } from '../../tangyu-zh/generator/company.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import type { Random } from '../../tangyu-zh/generator/random.ts'
import { companyYear, quarterOf, secondQuarter, type TeamMonths } from './sizing.ts'

/** S20: attainment of 2025 in hundredths of a percent and score in hundredths, by quarter. */
const planted: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['EC2-R5 3', [10_400n, 10_100n]],
  ['EC2-R5 4', [6_900n, 8_700n]],
  ['EX-R3 3', [8_200n, 8_400n]],
  ['EX-R3 4', [7_900n, 8_050n]],
])

/** Results of 2025 that articles 61 and 62 look back on: of those who were there in the whole quarter. */
export function pastResultsCsv(sellers: readonly Person[], random: Random): string {
  const rows = sellers.flatMap((p) =>
    quarters.flatMap((quarter) => {
      if (p.hired > on(quarter * 3 - 2, 1, 2025)) return []
      const weak = random.below(12) === 0
      const attainment = BigInt(weak ? random.between(4_500, 6_900) : random.between(7_000, 12_900))
      const score = BigInt(random.between(6_800, 10_200))
      const [a, s] = planted.get(`${p.id} ${quarter}`) ?? [attainment, score]
      return [[p.id, `2025-Q${quarter}`, `${formatDecimal(a, 2)}%`, formatDecimal(s, 2), 'no']]
    }),
  )
  return toCsv(['person', 'quarter', 'attainment', 'score', 'knock_out'], rows)
}

/** The third working day of each month of 2026: forecasts are due on it at 18:00 (article 16). */
const due = '01-06 02-04 03-04 04-03 05-08 06-03 07-03 08-05 09-03 10-10 11-04 12-03'.split(' ')

/**
 * Each month each team forecasts that month and the two after it. S25: EC2's forecasts of April to June are exactly
 * 10 % over what is collected; S22: SW's of June comes a minute late.
 */
export function forecastsCsv(actual: TeamMonths, random: Random): string {
  const rows = teams.flatMap((team) =>
    due.flatMap((day, i) =>
      [0, 1, 2].flatMap((ahead) => {
        const month = i + ahead + 1
        if (month > 12) return []
        const cents = actual.get(team.id)?.[month - 1] ?? 0n
        const usual = 100n + BigInt(random.below(27 + 12 * ahead) - 13 - 6 * ahead)
        const percent = ahead === 0 ? (farOff.get(`${team.id} ${month}`) ?? usual) : usual
        const free = ((cents * percent) / 10_000_000n) * 1_000n
        const exact = team.id === 'EC2' && ahead === 0 ? exactForecast(month) : undefined
        const minute = team.id === 'SW' && i === 5 ? '18:01' : `16:${String(10 + random.below(49))}`
        return [
          [
            `${team.id}-${String(month).padStart(2, '0')}-${ahead}`,
            team.id,
            `2026-${String(month).padStart(2, '0')}`,
            ahead,
            `${exact ?? free}`,
            `2026-${day} ${minute}`,
          ],
        ]
      }),
    ),
  )
  return toCsv(['id', 'team', 'month', 'ahead', 'amount', 'submitted'], rows)
}

/** S22: over 30 % in two months running, and in one alone. */
const farOff: ReadonlyMap<string, bigint> = new Map([
  ['KA 8', 133n],
  ['KA 9', 65n],
  ['NC 11', 140n],
])

/** CNY of April, May and June, in the proportion of the months' targets; together 110 % of the planted quarter. */
function exactForecast(month: number): bigint | undefined {
  const quarter = ((secondQuarter.get('EC2') ?? 0n) * 110n) / 10_000n
  const april = (quarter * 30n) / 100n
  const may = (quarter * 33n) / 100n
  return month === 4 ? april : month === 5 ? may : month === 6 ? quarter - april - may : undefined
}

/** A check on the way: what is planted for teams and company came out. */
export function assertSizes(actual: TeamMonths, later: bigint): void {
  for (const [team, goal] of secondQuarter) {
    const found = quarterOf(actual.get(team), 2)
    if (found !== goal) throw new Error(`${team} collects ${found} cents in the second quarter, not ${goal}`)
  }
  const year = [...actual.values()].flat().reduce((sum, cents) => sum + cents, 0n) - later
  if (year !== companyYear) throw new Error(`The company collects ${year} cents, not ${companyYear}`)
}
