// Along one number, all the others as they are: for which of its steps two versions differ. What is worked out is made of
// straight pieces, so that a stretch is looked into until each part of it is straight on both sides.

/** What both versions give at a step: numbers at one scale, anything else as text. `unit`: the last place of these numbers. */
export type Outcome = {
  readonly differs: boolean
  readonly old: bigint | string
  readonly next: bigint | string
  readonly unit: bigint
}
/** Undefined where the rows are no good data with that value. */
export type OutcomeAt = (step: bigint) => Outcome | undefined

/** Steps throughout which the versions differ. `open`: as far as was looked, and on. */
export type Stretch = {
  readonly from: bigint
  readonly until: bigint
  readonly openBelow: boolean
  readonly openAbove: boolean
}

/**
 * All stretches between the first and the last of `points`, ascending, at which something may change. Undefined where
 * more than `budget` steps would have to be worked out.
 */
export function stretchesOf(
  at: OutcomeAt,
  points: readonly bigint[],
  budget: number,
): readonly Stretch[] | undefined {
  const known = new Map<bigint, Outcome | undefined>()
  const outcome = (step: bigint): Outcome | undefined => {
    if (!known.has(step)) known.set(step, at(step))
    return known.get(step)
  }
  const waiting = points.slice(1).map((point, i) => ({ from: points[i] ?? point, until: point }))
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (known.size > budget) return undefined
    const { from, until } = part
    outcome(from)
    outcome(until)
    if (until - from <= 1n) continue
    const middle = (from + until) / 2n
    const inside = [(from + middle) / 2n, middle, (middle + until) / 2n]
    if (isPlain([from, ...inside, until].filter(isNew), outcome)) continue
    waiting.push({ from, until: middle }, { from: middle, until })
  }
  return joined(known)
}

function isNew(step: bigint, i: number, all: readonly bigint[]): boolean {
  return i === 0 || step !== all[i - 1]
}

/** Whether the versions differ, or do not, at all of these steps, and each of them moves along a straight line. */
function isPlain(steps: readonly bigint[], at: (step: bigint) => Outcome | undefined): boolean {
  const all = steps.map((step) => at(step))
  const [first] = all
  const last = all.at(-1)
  if (!first || !last) return all.every((one) => one === undefined)
  return all.every((one, i) => {
    if (one?.differs !== first.differs) return false
    const step = steps[i] ?? 0n
    const unit = [first.unit, last.unit, one.unit].reduce((a, b) => (a < b ? a : b))
    const line = (side: 'old' | 'next') => isOnLine({ steps, unit }, first[side], last[side], step, one[side])
    return line('old') && line('next') && isApart(one) === isApart(first)
  })
}

/** On the line from the first to the last step, but for what a rounding to the last place may be off. */
function isOnLine(
  { steps, unit }: { readonly steps: readonly bigint[]; readonly unit: bigint },
  first: bigint | string,
  last: bigint | string,
  step: bigint,
  value: bigint | string,
): boolean {
  if (typeof value !== 'bigint' || typeof first !== 'bigint' || typeof last !== 'bigint')
    return value === first && value === last
  const [from = 0n, until = 0n] = [steps[0], steps.at(-1)]
  const run = until - from
  const off = (value - first) * run - (last - first) * (step - from)
  return (off < 0n ? -off : off) <= run * unit
}

/** Which of the two is larger, and by how much where a rounding may make them meet. */
function isApart({ old, next, differs, unit }: Outcome): bigint {
  if (typeof old !== 'bigint' || typeof next !== 'bigint' || !differs) return 0n
  const by = next - old
  return by > 2n * unit ? 3n * unit : by < -2n * unit ? -3n * unit : by
}

function joined(known: ReadonlyMap<bigint, Outcome | undefined>): readonly Stretch[] {
  const steps = [...known.keys()].sort((a, b) => (a < b ? -1 : 1))
  const found: { from: bigint; until: bigint }[] = []
  let open = false
  for (const step of steps) {
    const differs = known.get(step)?.differs === true
    const last = found.at(-1)
    if (differs && open && last) last.until = step
    else if (differs) found.push({ from: step, until: step })
    open = differs
  }
  return found.map(({ from, until }) => ({
    from,
    until,
    openBelow: from === steps[0],
    openAbove: until === steps.at(-1),
  }))
}
