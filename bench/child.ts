import type { Contender, Measured } from './contender.ts'
import { stopwatch } from './contender.ts'

/** Each contender's code is loaded only in the process that runs it. */
const contenders: ReadonlyMap<string, () => Promise<Contender>> = new Map([
  ['bylaw', async () => (await import('./contenders/bylaw.ts')).bylaw],
  ['plain-simple', async () => (await import('./contenders/plain-simple.ts')).plainSimple],
  ['plain-fast', async () => (await import('./contenders/plain-fast.ts')).plainFast],
  ['json-rules-engine', async () => (await import('./contenders/json-rules.ts')).jsonRules],
  ['zen-engine', async () => (await import('./contenders/zen.ts')).zen],
])

/** Runs one contender once and prints what was measured, as JSON. */
export async function runChild(name: string, folder: string, policy: string): Promise<void> {
  const load = contenders.get(name)
  if (load === undefined) throw new Error(`no contender ${name}`)
  const contender = await load()
  const spent = stopwatch()
  const outcome = await contender(folder, policy)
  const measured: Measured = {
    ...spent(),
    ...outcome,
    // Kilobytes, on every system that Node runs on.
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }
  process.stdout.write(JSON.stringify(measured))
}
