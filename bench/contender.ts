/** What one child process reports of one run. */
export type Measured = {
  /** Of the whole work, from the files to the answers, without the start of Node and the loading of code. */
  readonly milliseconds: number
  /** The same in processor time, of all threads: steadier where others use the machine as well. */
  readonly processor: number
  /** Named parts of it, for reading; they count for nothing. */
  readonly parts: { readonly [name: string]: number }
  /** Of this process, at its end. */
  readonly peakMegabytes: number
  /** Cents for each person, in the order of reps.csv. */
  readonly paid?: readonly string[]
  /** Credited cents of the sampled orders, in the order of the file. */
  readonly credited: readonly string[]
  /** How many orders the time is for. */
  readonly orders: number
  /** Milliseconds to explain one person's result afterwards. */
  readonly explain?: number
}

/** What a contender gives; who runs it takes the time and the memory. */
export type Outcome = Omit<Measured, 'milliseconds' | 'processor' | 'peakMegabytes'> & Partial<Spent>
export type Spent = { readonly milliseconds: number; readonly processor: number }
export type Contender = (folder: string, policy: string) => Promise<Outcome>

/** Orders whose credited amount every contender tells. */
export const sampled = 2000

export function sampleStep(orders: number): number {
  return Math.max(1, Math.floor(orders / sampled))
}

/** Begins to measure; the function that it gives tells what was spent since. */
export function stopwatch(): () => Spent {
  const start = performance.now()
  const usage = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(usage)
    return { milliseconds: performance.now() - start, processor: (user + system) / 1000 }
  }
}
