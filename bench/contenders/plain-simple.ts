import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, sampleStep } from '../contender.ts'
import { quarter } from '../generate.ts'
import { commission } from './commission.ts'

const productFactors: ReadonlyMap<string, number> = new Map([
  ['pump', 100],
  ['valve', 120],
  ['fitting', 85],
  ['service', 80],
])

/**
 * What a good engineer writes in an afternoon: `readFileSync`, `split`, Maps, whole cents. Checks nothing.
 * Whole cents in doubles are exact here: amount × factor × factor is below 10^10 × 120 × 100, far under 2^53.
 */
export async function plainSimple(folder: string): Promise<Outcome> {
  const reps = rowsOf(join(folder, 'reps.csv')).map((line) => line.split(',')[0] ?? '')
  const quotas = new Map<string, number>()
  for (const line of rowsOf(join(folder, 'quotas.csv'))) {
    const [rep = '', period, amount = ''] = line.split(',')
    if (period === quarter.key) quotas.set(rep, centsOf(amount))
  }
  const collected = new Map<string, number>(reps.map((rep) => [rep, 0]))
  const lines = rowsOf(join(folder, 'orders.csv'))
  const step = sampleStep(lines.length)
  const credited: string[] = []
  for (const [index, line] of lines.entries()) {
    const [, , rep = '', product = '', , received = '', due = '', amount = ''] = line.split(',')
    const day = Date.parse(received) / 86_400_000
    const late = day - Date.parse(due) / 86_400_000
    const cents = creditedCents(centsOf(amount), productFactors.get(product) ?? 0, late)
    if (index % step === 0) credited.push(String(cents))
    if (day >= quarter.from && day <= quarter.until) collected.set(rep, (collected.get(rep) ?? 0) + cents)
  }
  const paid = reps.map((rep) => String(commission(collected.get(rep) ?? 0, quotas.get(rep) ?? 0)))
  return { parts: {}, paid, credited, orders: lines.length }
}

function rowsOf(path: string): string[] {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)
}

/** Amounts of this file have two places: 15 digits at most, so the nearest whole number is the exact one. */
function centsOf(text: string): number {
  return Math.round(Number(text) * 100)
}

export function creditedCents(cents: number, product: number, late: number): number {
  const lateness = late <= 0 ? 100 : late <= 30 ? 90 : late <= 60 ? 70 : late <= 90 ? 50 : 0
  return Math.floor((cents * product * lateness + 5_000) / 10_000)
}
