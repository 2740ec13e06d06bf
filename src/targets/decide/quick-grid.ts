/**
 * The bounds of a number on a grid. A value of q steps has place ⌊q⌋ + ⌈q⌉: an even one on the grid, an odd one between,
 * and all values of one place are of one class. So a class is found without a search, and without a branch to guess.
 */
export type QuickGrid = {
  /** One divided by the step. */
  readonly perStep: number
  /** Values outside are as these are. */
  readonly low: number
  readonly high: number
  /** The place of the lowest value, and the class of each place from there. */
  readonly first: number
  readonly classes: readonly number[]
}

const mostSteps = 2_000
/** So large that the least part of it is far more than what a quotient of at most `mostSteps` is wrong by. */
const longestStep = 2 ** 30

/** A very little less than a half: see `placeOn`. */
const almostHalf = 0.5 - 2 ** -32

/**
 * The place of an integer. The quotient is wrong by less than 2⁻⁴⁰, and where it is no whole number it is at least 2⁻³⁰
 * from one: so what lies within 2⁻³² of a whole number is that number, and rounds to it from both sides.
 */
export function placeOn(grid: Pick<QuickGrid, 'low' | 'high' | 'perStep'>, value: number): number {
  const inside = value < grid.low ? grid.low : value > grid.high ? grid.high : value
  const steps = inside * grid.perStep
  return nearestInteger(steps - almostHalf) + nearestInteger(steps + almostHalf)
}

/** For values of less than 2⁵¹: an engine does it in two additions, which are sooner done than `Math.round`. */
export function nearestInteger(value: number): number {
  return value + shift - shift
}
const shift = 1.5 * 2 ** 52

/** Undefined where the bounds share no step that is large enough. */
export function quickGrid(bounds: readonly number[]): QuickGrid | undefined {
  const step = bounds.reduce(greatestDivisor, 0) || 1
  // Most values lie between zero and twice the highest bound: those outside are the exception.
  const lowest = Math.min(0, ...bounds)
  const highest = Math.max(0, ...bounds) * 2
  if ((highest - lowest) / step > mostSteps || step > longestStep) return undefined
  const first = (lowest / step) * 2 - 1
  const last = (highest / step) * 2 + 1
  const classes: number[] = []
  for (let place = first; place <= last; place++) {
    const value = (place * step) / 2
    const below = bounds.filter((bound) => bound < value).length
    classes.push(below * 2 + (bounds[below] === value ? 1 : 0))
  }
  return {
    perStep: 1 / step,
    low: (first * step) / 2,
    high: (last * step) / 2,
    first,
    classes,
  }
}

function greatestDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
