import { type ILookaheadStrategy, LLkLookaheadStrategy } from 'chevrotain'

/**
 * Chevrotain's own look-ahead, but the table of each place in the grammar is made when a text first comes to that place:
 * a policy comes to few of them, and making all of them is a third of what a start costs.
 */
export function lazyLookahead(maxLookahead: number): ILookaheadStrategy {
  const strategy = new LLkLookaheadStrategy({ maxLookahead })
  return {
    validate: (options) => strategy.validate(options),
    buildLookaheadForAlternation: (options) => later(() => strategy.buildLookaheadForAlternation(options)),
    buildLookaheadForOptional: (options) => later(() => strategy.buildLookaheadForOptional(options)),
  }
}

function later<This, Args extends unknown[], Result>(
  make: () => (this: This, ...args: Args) => Result,
): (this: This, ...args: Args) => Result {
  let made: ((this: This, ...args: Args) => Result) | undefined
  return function (this: This, ...args: Args): Result {
    made ??= make()
    return made.apply(this, args)
  }
}
