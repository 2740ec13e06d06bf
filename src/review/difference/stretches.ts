// Along one number, all the others as they are: for which of its steps two versions differ. What is worked out is made of
// straight pieces, so that a stretch is looked into until each part of it is straight on both sides.

/** What both versions give at a step: numbers at one scale, anything else as text. `unit`: the last place of these numbers. */
export type Outcome = {
  readonly differs: boolean
  readonly old: bigint | string
  readonly next: bigint | string
  readonly unit: bigint
}
/** For several steps at once; undefined where the rows are no good data with that value. */
export type OutcomesAt = (steps: readonly bigint[]) => readonly (Outcome | undefined)[]

/** Steps throughout which the versions differ. `open`: as far as was looked, and on. */
export type Stretch = {
  readonly from: bigint
  readonly until: bigint
  readonly openBelow: boolean
  readonly openAbove: boolean
}
export type Stretches = {
  readonly found: readonly Stretch[]
  /** What is apart by no more than the last place, here and there, is left out. */
  readonly roundings: boolean
  /** More would have had to be looked into than the budget allows: there may be more of them. */
  readonly cut: boolean
}

/**
 * All stretches between the first and the last of `points`, ascending, at which something may change: their ends are exact,
 * each a step beside one at which it is not so. `budget`: how many steps are worked out at most.
 */
export function stretchesOf(at: OutcomesAt, points: readonly bigint[], budget: number): Stretches {
  const known = new Map<bigint, Outcome | undefined>()
  const ask = (steps: readonly bigint[]) => {
    const fresh = [...new Set(steps)].filter((step) => !known.has(step))
    for (const [i, one] of (fresh.length === 0 ? [] : at(fresh)).entries()) known.set(fresh[i] ?? 0n, one)
  }
  const look = (most: number, classOf: ClassOf) => looked({ known, ask, classOf }, points, most)
  const cut = look(budget / 2, roughly)
  if (!cut) {
    const fine = look(known.size + budget / 4, exactly)
    const all = joined(known, (one) => one.differs)
    const wide = joined(known, isFurther)
    if (!fine && wide.length === 0) return { found: all, roundings: false, cut: false }
    // Where roundings meet, a last place more here and there says nothing beside what is further apart.
    const kept = all.filter(({ from, until }) => wide.some((one) => one.from <= until && from <= one.until))
    if (!fine) return { found: kept, roundings: kept.length < all.length, cut: false }
  }
  bisected(known, ask)
  return { found: joined(known, isFurther), roundings: true, cut }
}

/** Apart by more than the last place of either. */
export function isFurther({ differs, old, next, unit }: Outcome): boolean {
  if (!differs || typeof old !== 'bigint' || typeof next !== 'bigint') return differs
  return size(next - old) > unit
}

/** The versions agree, they differ, or they are so near that roundings may say either. */
type ClassOf = (one: Outcome) => 'same' | 'near' | 'apart'

function roughly(one: Outcome): 'same' | 'near' | 'apart' {
  if (!isFurther(one)) return 'same'
  const { old, next, unit } = one
  return typeof old === 'bigint' && typeof next === 'bigint' && size(next - old) <= 3n * unit
    ? 'near'
    : 'apart'
}

function exactly({ differs }: Outcome): 'same' | 'apart' {
  return differs ? 'apart' : 'same'
}

type Looking = {
  readonly known: Map<bigint, Outcome | undefined>
  readonly ask: (steps: readonly bigint[]) => void
  readonly classOf: ClassOf
}

/** Looks into every part until each is straight and of one class. Whether it had to stop before. */
function looked({ known, ask, classOf }: Looking, points: readonly bigint[], budget: number): boolean {
  ask(points)
  let waiting = points.slice(1).map((until, i) => partOf(points[i] ?? until, until))
  while (waiting.length > 0) {
    const steps = waiting.flatMap((part) => part.steps)
    const fresh = new Set(steps.filter((step) => !known.has(step)))
    if (known.size + fresh.size > budget) return true
    ask(steps)
    waiting = waiting.flatMap(({ from, until, steps: own }) => {
      if (until - from <= 1n || isPlain(own, (step) => known.get(step), classOf)) return []
      const middle = (from + until) / 2n
      return [partOf(from, middle), partOf(middle, until)]
    })
  }
  return false
}

/** Between a step at which they are further apart and the next known one at which they are not: exactly where that changes. */
function bisected(known: ReadonlyMap<bigint, Outcome | undefined>, ask: (steps: readonly bigint[]) => void) {
  const far = (step: bigint): boolean => {
    const one = known.get(step)
    return one !== undefined && isFurther(one)
  }
  const steps = [...known.keys()].sort((a, b) => (a < b ? -1 : 1))
  let ends = steps
    .slice(1)
    .map((until, i) => ({ from: steps[i] ?? until, until }))
    .filter(({ from, until }) => far(from) !== far(until))
  while (ends.some(({ from, until }) => until - from > 1n)) {
    ask(ends.map(({ from, until }) => (from + until) / 2n))
    ends = ends.map(({ from, until }) => {
      const middle = (from + until) / 2n
      return far(middle) === far(from) ? { from: middle, until } : { from, until: middle }
    })
  }
}

type Part = { readonly from: bigint; readonly until: bigint; readonly steps: readonly bigint[] }

function partOf(from: bigint, until: bigint): Part {
  const middle = (from + until) / 2n
  const steps = [from, (from + middle) / 2n, middle, (middle + until) / 2n, until]
  return { from, until, steps: steps.filter(isNew) }
}

function isNew(step: bigint, i: number, all: readonly bigint[]): boolean {
  return i === 0 || step !== all[i - 1]
}

/** Whether all of these steps are of one class, and both versions move along a line that bends little at most. */
function isPlain(
  steps: readonly bigint[],
  at: (step: bigint) => Outcome | undefined,
  classOf: ClassOf,
): boolean {
  const all = steps.map((step) => at(step))
  const [first] = all
  const last = all.at(-1)
  if (!first || !last) return all.every((one) => one === undefined)
  const classes = new Set(all.map((one) => one && classOf(one)))
  if (classes.has(undefined) || (classes.has('apart') && classes.has('same'))) return false
  const apart = classes.has('apart')
  const unit = all.reduce((least, one) => (one && one.unit < least ? one.unit : least), first.unit)
  const room = apart ? all.reduce((least, one) => smaller(least, gapOf(one)), gapOf(first)) / 2n : 0n
  return all.every((one, i) => {
    if (!one || (apart && signOf(one) !== signOf(first))) return false
    const step = steps[i] ?? 0n
    return (['old', 'next'] as const).every((side) => {
      const [a, b] = [first[side], last[side]]
      // What is divided goes along a curve: then it bends little here, and too little for the two to meet.
      const bend = apart ? room : typeof a === 'bigint' && typeof b === 'bigint' ? size(b - a) / 16n : 0n
      return isOnLine(steps, unit + bend, a, b, step, one[side])
    })
  })
}

function gapOf(one: Outcome | undefined): bigint {
  return typeof one?.old === 'bigint' && typeof one.next === 'bigint' ? size(one.next - one.old) : 0n
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function size(n: bigint): bigint {
  return n < 0n ? -n : n
}

/** On the line from the first to the last step, but for what it may be off. */
function isOnLine(
  steps: readonly bigint[],
  room: bigint,
  first: bigint | string,
  last: bigint | string,
  step: bigint,
  value: bigint | string,
): boolean {
  if (typeof value !== 'bigint' || typeof first !== 'bigint' || typeof last !== 'bigint')
    return value === first && value === last
  const [from = 0n, until = 0n] = [steps[0], steps.at(-1)]
  const run = until - from
  return size((value - first) * run - (last - first) * (step - from)) <= run * room
}

/** Which of the two is larger: where that changes they meet. */
function signOf({ old, next }: Outcome): number {
  if (typeof old !== 'bigint' || typeof next !== 'bigint') return 0
  return next > old ? 1 : next < old ? -1 : 0
}

/** Steps that pass, and those between them at which the versions differ at least by a rounding. */
function joined(
  known: ReadonlyMap<bigint, Outcome | undefined>,
  passes: (one: Outcome) => boolean,
): readonly Stretch[] {
  const steps = [...known.keys()].sort((a, b) => (a < b ? -1 : 1))
  const found: { from: bigint; until: bigint }[] = []
  let open = false
  for (const step of steps) {
    const one = known.get(step)
    const last = found.at(-1)
    if (one && passes(one)) {
      if (open && last) last.until = step
      else found.push({ from: step, until: step })
      open = true
    } else open = open && one?.differs === true
  }
  return found.map(({ from, until }) => ({
    from,
    until,
    openBelow: from === steps[0],
    openAbove: until === steps.at(-1),
  }))
}
