import { existsSync } from 'node:fs'
import { interleaved, median, wholeProcess } from './measure.ts'
import type { Goal } from './print.ts'

/** Whole processes of the command line against a Node that does nothing. Nothing where it has not been built. */
export function measureStartUp(rounds: number, command: string, policy: string): readonly Goal[] {
  if (!existsSync(command)) return []
  const found = interleaved(
    rounds,
    new Map([
      ['bare', () => wholeProcess(['-e', '0'])],
      ['version', () => wholeProcess([command, '--version'])],
      ['check', () => wholeProcess([command, 'check', policy])],
    ]),
  )
  const time = (name: string) => median(found.get(name) ?? [])
  return [
    { what: 'bylaw --version ÷ bare node', value: time('version') / time('bare'), most: 1.5 },
    { what: 'bylaw check ÷ bare node', value: time('check') / time('bare'), most: 3 },
  ]
}
