// Where a total that is worked out point by point reaches what is wanted: on whole steps, each of them computed, and none
// of them guessed.

/** The total at a step; undefined where the policy could not be run with that value. */
export type At = (step: bigint) => bigint | undefined

/**
 * Where the total crosses the target between two neighbouring steps: `within` is the one at which it is no more than the
 * target, `beyond` the one next to it at which it is more.
 */
export type Crossing = { readonly within: bigint; readonly beyond: bigint }

export type Found = {
  readonly crossings: readonly Crossing[]
  /** Steps between which the total is the target itself throughout. */
  readonly exact: readonly { readonly from: bigint; readonly until: bigint }[]
  /** The smallest and the largest total that was met, and where. */
  readonly least?: { readonly step: bigint; readonly total: bigint }
  readonly most?: { readonly step: bigint; readonly total: bigint }
  /** How many steps were computed, of how many there are. */
  readonly computed: number
  readonly steps: bigint
}

/** Points that are looked at before anything is known. */
const firstPoints = 17n

/**
 * Divides the steps from `low` to `high` until each crossing lies between two neighbours. A total that turns around is
 * divided on as long as it may turn beyond the target; where every step was computed (`computed` is all of them) nothing
 * can have been passed over. `budget`: how many steps are computed at most.
 */
export function crossings(at: At, low: bigint, high: bigint, target: bigint, budget: number): Found {
  const known = new Map<bigint, bigint | undefined>()
  const total = (step: bigint): bigint | undefined => {
    if (!known.has(step)) known.set(step, at(step))
    return known.get(step)
  }
  const span = high - low
  const points: bigint[] = []
  const count = span < firstPoints ? span : firstPoints - 1n
  for (let i = 0n; i <= count; i++) points.push(count === 0n ? low : low + (span * i) / count)
  for (const point of points) total(point)
  // The widest parts first, so that a budget that runs out leaves none of them unseen.
  const waiting: [bigint, bigint][] = points.slice(1).map((point, i) => [points[i] ?? low, point])
  while (waiting.length > 0 && known.size < budget) {
    const [a, b] = waiting.shift() ?? [low, low]
    if (b - a <= 1n) continue
    if (!mayCross(known, points, a, b, target)) continue
    const middle = (a + b) / 2n
    total(middle)
    points.splice(
      points.findIndex((point) => point > middle),
      0,
      middle,
    )
    waiting.push([a, middle], [middle, b])
  }
  return {
    ...crossed(points, known, target),
    ...extremes(points, known),
    computed: known.size,
    steps: span + 1n,
  }
}

/** Whether the target lies between two points, or the total turns around here in its direction. */
function mayCross(
  known: ReadonlyMap<bigint, bigint | undefined>,
  points: readonly bigint[],
  a: bigint,
  b: bigint,
  target: bigint,
): boolean {
  const [x, y] = [known.get(a), known.get(b)]
  if (x === undefined || y === undefined) return x !== y
  if (x > target !== y > target || (x === target) !== (y === target)) return true
  if (x === target) return false
  const i = points.indexOf(a)
  const before = known.get(points[i - 1] ?? a)
  const after = known.get(points[points.indexOf(b) + 1] ?? b)
  const below = x < target
  // Below the target a peak may pass it, above it a valley.
  const turns = (p: bigint | undefined, q: bigint, r: bigint | undefined): boolean =>
    p !== undefined &&
    r !== undefined &&
    (below ? q >= p && q >= r && (q > p || q > r) : q <= p && q <= r && (q < p || q < r))
  return turns(before, x, y) || turns(x, y, after)
}

function crossed(
  points: readonly bigint[],
  known: ReadonlyMap<bigint, bigint | undefined>,
  target: bigint,
): Pick<Found, 'crossings' | 'exact'> {
  const found: Crossing[] = []
  const exact: { from: bigint; until: bigint }[] = []
  for (const [i, b] of points.entries()) {
    const y = known.get(b)
    const a = points[i - 1]
    const x = a === undefined ? undefined : known.get(a)
    if (y === target) {
      const last = exact.at(-1)
      if (last && x === target) last.until = b
      else exact.push({ from: b, until: b })
    }
    if (a === undefined || x === undefined || y === undefined || b - a !== 1n) continue
    if (x > target !== y > target)
      found.push(x > target ? { within: b, beyond: a } : { within: a, beyond: b })
  }
  return { crossings: found, exact }
}

function extremes(
  points: readonly bigint[],
  known: ReadonlyMap<bigint, bigint | undefined>,
): Pick<Found, 'least' | 'most'> {
  let least: Found['least']
  let most: Found['most']
  for (const step of points) {
    const total = known.get(step)
    if (total === undefined) continue
    if (!least || total < least.total) least = { step, total }
    if (!most || total > most.total) most = { step, total }
  }
  return { ...(least && { least }), ...(most && { most }) }
}
