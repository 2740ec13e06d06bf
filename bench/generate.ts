import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf, formatDay } from '../src/base/day.ts'
import { seededRandom } from './random.ts'

export const people = 2000
export const products = ['pump', 'valve', 'fitting', 'service'] as const

/** The quarter that is paid, and the days of receipts: some lie outside it and must not count. */
export const quarter = { key: '2026-Q2', from: on(4, 1), until: on(6, 30) } as const
const firstReceipt = on(3, 29)
const receiptDays = 96

function on(month: number, day: number): number {
  const found = dayOf(2026, month, day)
  if (found === undefined) throw new Error(`No such day: 2026-${month}-${day}`)
  return found
}

export function personId(person: number): string {
  return `R-${String(person + 1).padStart(5, '0')}`
}

/**
 * Writes reps.csv, quotas.csv and orders.csv into a folder. Orders have nine columns, of which the policy needs six;
 * the others stand there because exports have them.
 */
export function generate(folder: string, orders: number): void {
  mkdirSync(folder, { recursive: true })
  const random = seededRandom(20260401)
  const persons = Array.from({ length: people }, (_, person) => personId(person))
  writeFileSync(
    join(folder, 'reps.csv'),
    `id,name\n${persons.map((id, person) => `${id},Person ${person + 1}\n`).join('')}`,
  )
  // Quotas around what a person collects, whatever the number of orders: attainment from a third to twice the quota.
  const perPerson = Math.round((orders / people) * 8_000)
  const quotas = persons.map((id) => {
    const share = 50 + random.below(250)
    return `${id},${quarter.key},${Math.round((perPerson * share) / 100)}.00\n`
  })
  writeFileSync(join(folder, 'quotas.csv'), `rep,period,amount\n${quotas.join('')}`)

  const file = openSync(join(folder, 'orders.csv'), 'w')
  let lines: string[] = ['id,customer,rep,product,signed,received,due,amount,channel']
  for (let order = 1; order <= orders; order++) {
    const received = firstReceipt + random.below(receiptDays)
    const due = received - 120 + random.below(150)
    const signed = due - 30
    const cents = 1_000 + random.below(2_000_000)
    const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
    const product = products[random.below(products.length)] ?? ''
    const channel = random.below(3) === 0 ? 'distributor' : 'direct'
    lines.push(
      `SO-${String(order).padStart(8, '0')},C-${random.below(50_000)},${personId(random.below(people))},${product},` +
        `${formatDay(signed)},${formatDay(received)},${formatDay(due)},${amount},${channel}`,
    )
    if (lines.length < 20_000) continue
    writeSync(file, `${lines.join('\n')}\n`)
    lines = []
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`)
  closeSync(file)
}
