import { power10 } from '../../base/decimal.ts'
import { less, type Rational, same } from '../../base/rational.ts'
import type { Ratio, Schedule, Bound as Start } from '../../plan/plan.ts'
import type { Piece } from './amounts.ts'
import type { TierExpr } from './range-of-tiers.ts'
import { mayLieIn, type Numbers, piecesApart } from './same-test.ts'

/** Two schedules that differ at most in where their bands begin. */
export type SchedulePair = { readonly old: Schedule; readonly next: Schedule; readonly numbers: Numbers }

export function pairOfSchedules(old: Schedule, next: Schedule, numbers: Numbers): SchedulePair | undefined {
  const alike =
    old.mode === next.mode &&
    old.pays === next.pays &&
    old.extend === next.extend &&
    old.uncovered === next.uncovered &&
    old.bands.length === next.bands.length &&
    old.bands.every(({ mode, from }, i) => {
      const other = next.bands[i]
      return mode === other?.mode && (from === undefined) === (other.from === undefined)
    })
  return alike ? { old, next, numbers } : undefined
}

/** Whether every value that is asked for reaches the same band of both. */
export function sameBands({ old, next, numbers }: SchedulePair, by: Ratio, mirror: boolean): boolean {
  return old.bands.every((_, i) => {
    const [a, b] = [startOf(old, i), startOf(next, i)]
    if (!a || !b) return true
    return !reaches(numbers, by, mirror, piecesApart(boundOf(a), boundOf(b)))
  })
}

/** Whether both pay the same, where every value reaches the same band of both. */
export function samePay(pair: SchedulePair, tiers: TierExpr): boolean {
  const { old, next, numbers } = pair
  const apart = [...old.bands.keys()].filter((i) => !sameStart(startOf(old, i), startOf(next, i)))
  if (old.mode === 'linear') return apart.every((i) => !isNear(pair, tiers, i))
  if (old.pays) return true
  return apart.every((i) => {
    const [band, before] = [old.bands[i], old.bands[i - 1]]
    if (band?.mode === 'whole') return true
    // Where what lies below it is paid at the same rate, it does not matter where it begins.
    if (before && JSON.stringify(tiers.gives[i]) === JSON.stringify(tiers.gives[i - 1])) return true
    const low = startOf(old, i)
    return low !== undefined && !reaches(numbers, tiers.by, tiers.mirror, [{ low }])
  })
}

/** Whether a value may lie on one of the lines that end in a point of either schedule. */
function isNear({ old, next, numbers }: SchedulePair, { by, mirror }: TierExpr, i: number): boolean {
  if (old.extend || old.scale !== next.scale) return true
  const ends = [startOf(old, i), startOf(next, i)].flatMap((end) => (end ? [end.at] : []))
  const [a, b] = ends
  if (!a || !b) return true
  const [low, high] = less(a, b) ? [a, b] : [b, a]
  const end = (at: Rational) => ({ at, included: true })
  // The points before and after it are the same in both, or looked at themselves.
  const from = i === 0 ? low : (startOf(old, i - 1)?.at ?? low)
  const until = i === old.bands.length - 1 ? high : (startOf(old, i + 1)?.at ?? high)
  return reaches(numbers, by, mirror, [{ low: end(from), high: end(until) }])
}

function reaches(numbers: Numbers, by: Ratio, mirror: boolean, pieces: readonly Piece[]): boolean {
  return mayLieIn(numbers, by, mirror ? [...pieces, ...pieces.map(mirrored)] : pieces, [])
}

function mirrored({ low, high }: Piece): Piece {
  const turn = (end: Piece['low']) => end && { at: { n: -end.at.n, d: end.at.d }, included: end.included }
  const [a, b] = [turn(high), turn(low)]
  return { ...(a && { low: a }), ...(b && { high: b }) }
}

type End = NonNullable<Piece['low']>

/** Where a band begins. */
export function startOf({ bands, scale }: Schedule, i: number): End | undefined {
  const start: Start | undefined = bands[i]?.from
  return start && { at: { n: BigInt(start.at), d: power10(scale) }, included: start.included }
}

function boundOf({ at, included }: End) {
  return { by: included ? '>=' : '>', value: at } as const
}

function sameStart(a: End | undefined, b: End | undefined): boolean {
  if (!a || !b) return a === b
  return a.included === b.included && same(a.at, b.at)
}
