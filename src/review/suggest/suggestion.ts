import type { Output } from '../../plan/plan.ts'
import type { World } from './world.ts'

/** A case that hits points which no case hit before; `about` is the point that it was looked for. */
export type Suggestion = {
  readonly world: World
  readonly output: Output
  readonly about: number
  readonly hits: readonly number[]
}
