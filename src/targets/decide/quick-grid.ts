/**
 * The bounds of a number on a grid. A value of q steps has place ⌊q⌋ + ⌈q⌉: an even one on the grid, an odd one between,
 * and all values of one place are of one class. So a class is found without a search, and without a branch to guess.
 */
export type QuickGrid = {
  /**
   * One divided by the step, a very little too much and too little: a value that is a whole number of steps never comes
   * out below it by the first or above it by the second, and no other value of 15 digits comes to it.
   */
  readonly moreThanStep: number
  readonly lessThanStep: number
  /** Values outside are as these are. */
  readonly low: number
  readonly high: number
  /** The place of the lowest value, and the class of each place from there. */
  readonly first: number
  readonly classes: readonly number[]
}

const mostSteps = 2_000

/** Undefined where the bounds share no step that is large enough. */
export function quickGrid(bounds: readonly number[]): QuickGrid | undefined {
  const step = bounds.reduce(greatestDivisor, 0) || 1
  // Most values lie between zero and twice the highest bound: those outside are the exception.
  const lowest = Math.min(0, ...bounds)
  const highest = Math.max(0, ...bounds) * 2
  if ((highest - lowest) / step > mostSteps) return undefined
  const first = (lowest / step) * 2 - 1
  const last = (highest / step) * 2 + 1
  const classes: number[] = []
  for (let place = first; place <= last; place++) {
    const value = (place * step) / 2
    const below = bounds.filter((bound) => bound < value).length
    classes.push(below * 2 + (bounds[below] === value ? 1 : 0))
  }
  const slack = 2 ** -51
  return {
    moreThanStep: (1 + slack) / step,
    lessThanStep: (1 - slack) / step,
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
