import type { Source } from '../../../src/index.ts'

/** A sample policy with everything beside it, as one file. */
export type Packed = {
  /** The texts, and the CSV files that their tables stand in. */
  readonly policy: readonly Source[]
  readonly settings?: Source
  readonly data: readonly Source[]
  readonly cases: readonly Source[]
}
