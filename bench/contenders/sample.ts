import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleStep } from '../contender.ts'

export type Deal = { readonly product: string; readonly days: number; readonly cents: number }

/** The sampled orders as the objects that rule engines take. Making them is not counted. */
export function sampleDeals(folder: string): readonly Deal[] {
  const lines = readFileSync(join(folder, 'orders.csv'), 'latin1').trimEnd().split('\n').slice(1)
  const step = sampleStep(lines.length)
  return lines
    .filter((_, index) => index % step === 0)
    .map((line) => {
      const [, , , product = '', , received = '', due = '', amount = ''] = line.split(',')
      const days = (Date.parse(received) - Date.parse(due)) / 86_400_000
      return { product, days, cents: Number(amount.replace('.', '')) }
    })
}

/** For engines that know no amount of the policy but its tables: the one multiplication and its rounding. */
export const factors = {
  product: [
    ['pump', 100],
    ['valve', 120],
    ['fitting', 85],
    ['service', 80],
  ],
  /** Over the first and up to the second, where there is one. */
  lateness: [
    [undefined, 0, 100],
    [0, 30, 90],
    [30, 60, 70],
    [60, 90, 50],
    [90, undefined, 0],
  ],
} as const
