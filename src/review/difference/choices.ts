import { formatDay } from '../../base/day.ts'
import { formatDecimal, normalize, power10 } from '../../base/decimal.ts'
import { isoInstant, secondsOfDay } from '../../base/local-time.ts'
import { periodsBetween } from '../../calendar/periods.ts'
import type { IntType, Plan } from '../../plan/plan.ts'
import { type Amount, atScale, type Constants, kindOf } from './constants.ts'
import type { SharedField } from './schema.ts'

/** A value that a field may be tried with: the simpler, the cheaper. `hot`: near a constant that only one version has. */
export type Choice = { readonly cell: string; readonly cost: number; readonly hot: boolean }

/** What the values are chosen from: the constants of both versions, those of only one, and the days that are run. */
export type Pool = {
  readonly plan: Plan
  readonly all: Constants
  readonly changed: Constants
  readonly from: number
  readonly until: number
}

/** The values worth trying in a field, the simplest first. References are chosen among the rows that there are. */
export function choicesOf(field: SharedField, pool: Pool, begins: boolean): readonly Choice[] {
  const found = listOf(field, pool, begins)
  const missing: readonly Choice[] = field.optional ? [{ cell: '', cost: 0, hot: false }] : []
  const cells = new Map<string, Choice>()
  for (const one of [...missing, ...found]) {
    const known = cells.get(one.cell)
    if (!known || (one.hot && !known.hot)) cells.set(one.cell, { ...one, cost: known?.cost ?? one.cost })
  }
  return [...cells.values()].sort((a, b) => a.cost - b.cost)
}

function listOf(field: SharedField, pool: Pool, begins: boolean): readonly Choice[] {
  const { type, next } = field
  switch (type.is) {
    case 'int':
      return numbers(type, next?.type.is === 'int' ? next.type : type, pool)
    case 'date':
      return days(pool, begins)
    case 'time':
      return times(pool)
    case 'enum': {
      const words =
        next?.type.is === 'enum' && type.values.length !== next.type.values.length ? next.type.values : []
      return [...new Set([...type.values, ...words])].map((cell, i) => ({ cell, cost: 2 * i, hot: false }))
    }
    case 'truth':
      return ['false', 'true'].map((cell, i) => ({ cell, cost: 2 * i, hot: false }))
    case 'text': {
      const hot = new Set(pool.changed.texts)
      return ['x', ...pool.all.texts].map((cell, i) => ({ cell, cost: i, hot: hot.has(cell) }))
    }
    case 'period': {
      const kind = pool.plan.periods.find(({ id }) => id === type.kind)
      const list = kind ? periodsBetween(kind, pool.from, pool.until) : []
      return list.slice(0, 12).map(({ key }, i) => ({ cell: key, cost: 3 * i, hot: false }))
    }
    case 'ref':
      return []
  }
}

function numbers(type: IntType, other: IntType, pool: Pool): readonly Choice[] {
  const kind = kindOf(type.unit)
  const [least, most] = [BigInt(type.min), BigInt(type.max)]
  const out = new Map<bigint, boolean>()
  const add = (value: bigint, hot: boolean) => {
    if (value >= least && value <= most) out.set(value, hot || out.get(value) === true)
  }
  const near = (value: bigint, hot: boolean) => {
    for (const step of [0n, -1n, 1n]) add(value + step, hot)
  }
  const unit = power10(type.scale)
  for (const value of kind === 'share' ? plainShares : plainNumbers)
    add(kind === 'share' ? (value * unit) / 100n : value * unit, false)
  const shares = pool.all.numbers.filter((one) => one.kind === 'share' && one.digits > 0n)
  const hotShare = new Set(pool.changed.numbers.filter((one) => one.kind === 'share'))
  const own = (one: Amount) => one.kind === kind || (kind !== 'share' && one.kind !== 'share')
  for (const one of pool.all.numbers) if (own(one)) near(atScale(one, type.scale), false)
  for (const one of pool.changed.numbers) {
    if (!own(one)) continue
    const at = atScale(one, type.scale)
    near(at, true)
    // What earns so much: an amount that a cap or a floor cuts only where a rate brings it there.
    if (kind !== 'share')
      for (const share of shares.slice(0, 12)) near((at * power10(share.scale)) / share.digits, true)
  }
  if (kind !== 'share')
    for (const share of shares)
      for (const base of bases) near((base * unit * share.digits) / power10(share.scale), hotShare.has(share))
  // Amounts that a rate brings to halfway between two that are paid.
  if (kind !== 'share')
    for (const share of [{ digits: 1n, scale: 0 }, ...shares.slice(0, 12)])
      for (const one of pool.all.roundings.slice(0, 4))
        for (const value of halfways(one, share, type.scale)) add(value, pool.changed.roundings.length > 0)
  add(1n, false)
  const inBoth = [...out].filter(([value]) => other.scale !== type.scale || fits(value, other))
  return inBoth.map(([value, hot]) => ({ cell: numberText(value, type), cost: costOf(value, type), hot }))
}

/** The first few amounts of which the share lies halfway between two multiples of the unit. */
function halfways(
  { unit, scale }: Pool['all']['roundings'][number],
  share: Pick<Amount, 'digits' | 'scale'>,
  places: number,
): readonly bigint[] {
  const out: bigint[] = []
  for (let k = 0n; k < 60n && out.length < 4; k++) {
    const top = (2n * k + 1n) * unit * power10(share.scale + places)
    const bottom = 2n * share.digits * power10(scale)
    if (top % bottom === 0n) out.push(top / bottom)
  }
  return out
}

function fits(value: bigint, { min, max }: IntType): boolean {
  return value >= BigInt(min) && value <= BigInt(max)
}

const bases = [100n, 10_000n, 1_000_000n]
const plainNumbers = [
  0n,
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((places) => [1n, 2n, 5n].map((digit) => digit * power10(places))),
  -100n,
]
const plainShares = [0n, 1n, 5n, 10n, 20n, 30n, 50n, 60n, 80n, 90n, 100n, 110n, 120n, 150n, 200n]

/** Round numbers near a hundred are the simplest. */
function costOf(value: bigint, { scale, unit }: Pick<IntType, 'scale' | 'unit'>): number {
  if (value === 0n) return 0
  const percent = kindOf(unit) === 'share' ? 2 : 0
  const { digits, scale: places } = normalize({ digits: value < 0n ? -value : value, scale })
  const text = String(digits).replace(/0+$/, '')
  const size = String(digits).length - 1 - places + percent
  return 1 + 6 * (text.length - 1) + 2 * Math.abs(size - 2) + (value < 0n ? 6 : 0)
}

/** A number as a program hands it over. */
export function numberText(value: bigint, { unit, scale }: Pick<IntType, 'scale' | 'unit'>): string {
  if (kindOf(unit) !== 'share') return formatDecimal(value, scale)
  const { digits, scale: places } = normalize({ digits: value * 100n, scale })
  return `${formatDecimal(digits, places)}%`
}

/** Days of the run, and around those that the policies name. What says from when on a row is there comes before all. */
function days(pool: Pool, begins: boolean): readonly Choice[] {
  const own = [9, 40, 75, 100, 200, 300, 0].map((after) => pool.from + after)
  const near = (list: readonly number[]) => list.flatMap((day) => [day, day - 1, day + 1])
  const long = [pool.from - 400, pool.from - 30]
  const hot = new Set(near(pool.changed.days))
  const order = begins ? [...long, ...own] : [...own, ...long]
  const all = [...order, ...near(pool.all.days).slice(0, 60)]
  return all.map((day, i) => ({ cell: formatDay(day), cost: 2 * i, hot: hot.has(day) }))
}

function times({ plan: { zone }, from }: Pool): readonly Choice[] {
  const hours = [10, 15, 17, 9, 23]
  return [5, 6, 7, 8, 9, 11, 40].flatMap((after, i) =>
    hours.map((hour, j) => {
      const at = (from + after) * secondsOfDay + hour * 3600
      // Of a zone: the instant at which its own clocks show about this hour.
      const cell = zone
        ? isoInstant(zone, at - 8 * 3600)
        : `${formatDay(from + after)}T${String(hour).padStart(2, '0')}:00+00:00`
      return { cell, cost: 3 * i + j, hot: false }
    }),
  )
}
