import type { Conduct } from './conduct.ts'
import type { Collected } from './credit.ts'
import {
  type Fraction,
  firstDay,
  fraction,
  half,
  key,
  lastDay,
  least,
  most,
  plus,
  type Quarter,
  quarters,
  rounded,
} from './exact.ts'
import { onRoll, type Person } from './records.ts'
import type { Known } from './scorecards.ts'
import { rampMonth } from './targets.ts'

/** Article 57, a quarter of one person step by step, cents. */
export type Settlement = {
  readonly quarter: Quarter
  /** Tiers and gate of article 47, before the conduct factor. */
  readonly earned: Fraction
  /** After the conduct factor, rounded. */
  readonly commission: bigint
  readonly capped: bigint
  /** Beyond the cap: paid in the year-end run. */
  readonly excess: bigint
  readonly holdback: bigint
  readonly payable: bigint
  /** Article 53: what refunds of earlier quarters take back now, and where from. */
  readonly claim: bigint
  readonly claimHoldback: bigint
  readonly claimPay: bigint
  /** Of claims, what pay could not bear so far. */
  readonly shortfall: bigint
  /** Article 54. */
  readonly drawn: bigint
  readonly recovered: bigint
  readonly forgiven: bigint
  readonly drawBalance: bigint
  readonly paid: bigint
}

const cap = 8_000_000n

/** Article 47: tiers of a quota by attainment in exact cents; the gate is 40 %; without a quota 0.8 % of everything. */
export function tiers(credited: bigint, quota: bigint): Fraction {
  if (quota === 0n) return fraction(credited * 8n, 1_000n)
  if (credited * 100n < quota * 40n) return fraction(0n)
  const bands: readonly (readonly [from: bigint, until: bigint | undefined, rate: bigint])[] = [
    [0n, 60n, 8n],
    [60n, 100n, 12n],
    [100n, 130n, 20n],
    [130n, undefined, 25n],
  ]
  // Cents × 100 for percent of the quota, × 1000 for the rates.
  const slices = bands.map(([from, until, rate]) => {
    const top = until === undefined ? credited * 100n : least(credited * 100n, quota * until)
    return most(0n, top - quota * from) * rate
  })
  return fraction(
    slices.reduce((sum, slice) => sum + slice, 0n),
    100_000n,
  )
}

function afterConduct(earned: Fraction, factor: bigint): bigint {
  return rounded(fraction(earned.n * factor, earned.d * 100n))
}

/** What a quarter earns with the refunds that are known by the end of another. */
function capped(
  of: {
    readonly collected: Collected
    readonly conduct: Conduct
    readonly quota: ReadonlyMap<string, bigint>
  },
  person: string,
  quarter: Quarter,
  known: Quarter,
): { readonly capped: bigint; readonly excess: bigint; readonly earned: Fraction } {
  const quota = of.quota.get(`${person} ${key(quarter)}`) ?? 0n
  const earned = tiers(of.collected.amended(person, key(quarter), key(known)), quota)
  const commission = afterConduct(earned, of.conduct.factor(person, key(quarter)))
  return { capped: least(cap, commission), excess: most(0n, commission - cap), earned }
}

/** The quarters in which an R/S is on roll, one after the other: claims, shortfalls and draws go on from each to the next. */
export function settle(known: Known, person: Person): readonly Settlement[] {
  const found: Settlement[] = []
  let balance = 0n
  let shortfall = 0n
  let firstDraw: Quarter | undefined
  for (const quarter of quarters) {
    if (!onRoll(person, firstDay(quarter), lastDay(quarter))) continue
    const quota = known.quota.get(`${person.id} ${key(quarter)}`) ?? 0n
    const earned = tiers(known.collected.quarter(person.id, key(quarter)), quota)
    const commission = afterConduct(earned, known.conduct.factor(person.id, key(quarter)))
    const kept = least(cap, commission)
    const holdback = half(kept * 15n, 100n)
    const payable = kept - holdback
    const claim = found.reduce((sum, earlier) => {
      const before = capped(known, person.id, earlier.quarter, (quarter - 1) as Quarter)
      const now = capped(known, person.id, earlier.quarter, quarter)
      return sum + before.capped - now.capped
    }, 0n)
    const claimHoldback = half(claim * 15n, 100n)
    const claimPay = claim - claimHoldback
    const left = payable - claimPay - shortfall
    shortfall = most(0n, -left)
    const afterClaims = most(0n, left)
    const drawn = draws(person, quarter) * 300_000n
    if (drawn > 0n && firstDraw === undefined) firstDraw = quarter
    balance += drawn
    const recovered = least(balance, afterClaims / 2n)
    balance -= recovered
    // After the fourth settlement from the first with a draw, what is left is forgiven.
    const forgiven = firstDraw !== undefined && quarter - firstDraw === 3 ? balance : 0n
    balance -= forgiven
    found.push({
      quarter,
      earned,
      commission,
      capped: kept,
      excess: commission - kept,
      holdback,
      payable,
      claim,
      claimHoldback,
      claimPay,
      shortfall,
      drawn,
      recovered,
      forgiven,
      drawBalance: balance,
      paid: afterClaims - recovered,
    })
  }
  return found
}

/** Ramp months of a quarter: 3,000 are drawn in each. */
function draws(person: Person, quarter: Quarter): bigint {
  const months = [quarter * 3 - 2, quarter * 3 - 1, quarter * 3]
  const ramp = months.filter((month) => {
    const nth = rampMonth(person.hired, month)
    return nth >= 1 && nth <= 3
  })
  return BigInt(ramp.length)
}

/** The year as it stands on 31 December, all refunds worked in: what each quarter earned, held and could not pay out. */
export function closed(
  known: Known,
  person: Person,
): {
  readonly earned: Fraction
  readonly excess: bigint
  readonly holdback: ReadonlyMap<Quarter, bigint>
  readonly shortfall: bigint
} {
  const settlements = settle(known, person)
  const now = settlements.map((s) => capped(known, person.id, s.quarter, 4))
  const holdback = new Map(
    settlements.map((s) => [s.quarter, s.holdback - claimedFrom(known, person, s.quarter)] as const),
  )
  return {
    earned: now.reduce((sum, q) => plus(sum, q.earned), fraction(0n)),
    excess: now.reduce((sum, q) => sum + q.excess, 0n),
    holdback,
    shortfall: settlements.at(-1)?.shortfall ?? 0n,
  }
}

/** What later quarters took off the holdback of a quarter. */
function claimedFrom(known: Known, person: Person, quarter: Quarter): bigint {
  return quarters
    .filter((later) => later > quarter)
    .reduce((sum, later) => {
      const before = capped(known, person.id, quarter, (later - 1) as Quarter)
      const now = capped(known, person.id, quarter, later)
      return sum + half((before.capped - now.capped) * 15n, 100n)
    }, 0n)
}
