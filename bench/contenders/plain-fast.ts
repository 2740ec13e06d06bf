import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, sampleStep } from '../contender.ts'
import { people, quarter } from '../generate.ts'
import { commission } from './commission.ts'
import { creditedCents } from './plain-simple.ts'

const comma = 44
const lineFeed = 10

/**
 * What one writes for exactly these files when every millisecond counts: one pass over the bytes, no string, persons
 * by the digits of their number, products by their first letter, no check of anything. No product can do without
 * those checks; it stands here as the limit.
 */
export async function plainFast(folder: string): Promise<Outcome> {
  const quotas = new Float64Array(people)
  const quotaBytes = readFileSync(join(folder, 'quotas.csv'))
  for (let p = quotaBytes.indexOf(lineFeed) + 1; p < quotaBytes.length; ) {
    const rep = digitsAt(quotaBytes, p + 2, 5) - 1
    p = after(quotaBytes, after(quotaBytes, p, comma), comma)
    const end = after(quotaBytes, p, lineFeed)
    quotas[rep] = centsAt(quotaBytes, p, end - 1)
    p = end
  }
  const bytes = readFileSync(join(folder, 'orders.csv'))
  const collected = new Float64Array(people)
  // No order takes fewer than 40 bytes.
  const all = new Float64Array(Math.ceil(bytes.length / 40))
  let orders = 0
  for (let p = bytes.indexOf(lineFeed) + 1; p < bytes.length; orders++) {
    p = after(bytes, p, comma)
    p = after(bytes, p, comma)
    const rep = digitsAt(bytes, p + 2, 5) - 1
    p += 8
    const product = factorOf(bytes[p] ?? 0)
    p = after(bytes, p, comma) + 11
    const received = dayAt(bytes, p)
    const due = dayAt(bytes, p + 11)
    p += 22
    const end = after(bytes, p, comma)
    const cents = creditedCents(centsAt(bytes, p, end - 1), product, received - due)
    all[orders] = cents
    if (received >= quarter.from && received <= quarter.until) collected[rep] = (collected[rep] ?? 0) + cents
    p = after(bytes, end, lineFeed)
  }
  const step = sampleStep(orders)
  return {
    parts: {},
    paid: Array.from(collected, (cents, rep) => String(commission(cents, quotas[rep] ?? 0))),
    credited: Array.from(
      all.subarray(0, orders).filter((_, index) => index % step === 0),
      String,
    ),
    orders,
  }
}

function after(bytes: Uint8Array, from: number, what: number): number {
  let p = from
  while (bytes[p] !== what) p++
  return p + 1
}

function digitsAt(bytes: Uint8Array, from: number, count: number): number {
  let n = 0
  for (let i = from; i < from + count; i++) n = n * 10 + (bytes[i] ?? 0) - 48
  return n
}

function centsAt(bytes: Uint8Array, from: number, to: number): number {
  let n = 0
  for (let i = from; i < to; i++) {
    const c = (bytes[i] ?? 0) - 48
    if (c >= 0) n = n * 10 + c
  }
  return n
}

function factorOf(letter: number): number {
  return letter === 112 ? 100 : letter === 118 ? 120 : letter === 102 ? 85 : 80
}

/** Days since 1970 of `2026-04-01`: civil-from-days, years that begin in March. */
function dayAt(bytes: Uint8Array, p: number): number {
  const month = digitsAt(bytes, p + 5, 2)
  const year = digitsAt(bytes, p, 4) - (month <= 2 ? 1 : 0)
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digitsAt(bytes, p + 8, 2) - 1
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leaps + inYear - 719468
}
