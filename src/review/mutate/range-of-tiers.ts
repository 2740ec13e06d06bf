import { power10 } from '../../base/decimal.ts'
import type { Expr, Schedule } from '../../plan/plan.ts'
import { inverted, negative, productOf, scaled } from './amount-arithmetic.ts'
import { type Amounts, anyOf, anything, from, hullOf, meets, only, type Piece, whole } from './amounts.ts'
import type { Fact, Ranges } from './facts.ts'

export type TierExpr = Extract<Expr, { op: 'tiers' }>

/** What tiers pay, as the quotient that `part` gives one half of, before its scale. */
export function tierAmounts(tiers: TierExpr, ranges: Ranges, facts: readonly Fact[]): Amounts {
  const schedule = ranges.schedule(tiers.schedule)
  if (!schedule || schedule.extend) return anything
  const by = ranges.ofRatio(tiers.by, facts)
  const reached = bandsReached(schedule, by, tiers.mirror)
  const gives = reached.map((band) => {
    const give = tiers.gives[band]
    return give ? scaled(ranges.of(give, facts), inverted(whole(power10(tiers.giveScale)))) : []
  })
  const of = tiers.of && ranges.ofRatio(tiers.of, facts)
  const base = tiers.base && ranges.ofRatio(tiers.base, facts)
  const value = of && !schedule.pays ? rated(schedule, gives, of, base) : paid(schedule, gives)
  const signed = tiers.mirror && !isPositive(of ?? by) ? anyOf([value, negative(value)]) : value
  const scale = tiers.scale
  return scaled(signed, scale < 0 ? inverted(whole(power10(-scale))) : whole(power10(scale)))
}

/** Bands that pay something: all below one that is reached, unless each pays for itself. */
function bandsReached(schedule: Schedule, by: Amounts, mirror: boolean): readonly number[] {
  const { bands, mode } = schedule
  const all = [...bands.keys()]
  if (mode === 'linear') return all
  const values = mirror ? anyOf([by, negative(by)]) : by
  const reached = all.filter((band) => meets(values, pieceOf(schedule, band)))
  const last = reached.at(-1)
  if (last === undefined) return []
  return bands.every((band) => band.mode === 'whole') ? reached : all.slice(0, last + 1)
}

function pieceOf({ bands, scale }: Schedule, band: number): Piece {
  const [low, high] = [bands[band]?.from, bands[band + 1]?.from]
  const at = (value: string) => ({ n: BigInt(value), d: power10(scale) })
  return {
    ...(low && { low: { at: at(low.at), included: low.included } }),
    ...(high && { high: { at: at(high.at), included: !high.included } }),
  }
}

function paid({ mode, bands }: Schedule, gives: readonly Amounts[]): Amounts {
  if (mode === 'linear') return [hullOf(anyOf(gives))]
  if (bands.every((band) => band.mode === 'whole')) return anyOf(gives)
  return gives.every(isPositive) ? upTo(gives.map((give) => hullOf(give).high)) : anything
}

/** From nothing to all of it together. */
function upTo(ends: readonly ({ readonly n: bigint; readonly d: bigint } | undefined)[]): Amounts {
  let high = whole(0n)
  for (const end of ends) {
    if (!end) return from(0n)
    high = { n: high.n * end.d + end.n * high.d, d: high.d * end.d }
  }
  return [{ low: whole(0n), high }]
}

function rated(schedule: Schedule, gives: readonly Amounts[], of: Amounts, base: Amounts = []): Amounts {
  const rates = anyOf(gives)
  if (schedule.mode === 'linear') return productOf([hullOf(rates)], of)
  if (schedule.bands.every((band) => band.mode === 'whole')) return productOf(rates, of)
  // Each slice of what is above 0, of boundaries that are, is paid at one of the rates.
  const plain = schedule.bands.every((band) => band.from === undefined || BigInt(band.from.at) >= 0n)
  if (!plain || ![of, base, rates].every(isPositive)) return anything
  return rates.length === 0 ? [] : productOf([{ ...hullOf(rates), low: whole(0n) }], anyOf([of, only(0n)]))
}

/** Whether it is never below 0. */
function isPositive(all: Amounts): boolean {
  return all.every(({ low }) => low !== undefined && low.n >= 0n)
}
