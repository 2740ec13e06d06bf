import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { calculate } from '../../playground/src/work/handlers/calculate.ts'
import type { Data, Outcome } from '../../playground/src/work/protocol.ts'
import { emptySession, type Session, withData } from '../../playground/src/work/session.ts'
import type { Source } from '../../src/base/span.ts'
import { edited, policyTexts, type Step } from '../check/edits.ts'

/** Edits of which many leave a policy that can be run. */
const deeds = [
  'change a digit',
  'change a digit',
  'change a digit',
  'put one word for another',
  'rename a word everywhere',
  'leave out a paragraph',
  'move a paragraph to the front',
  'type',
  'go back',
] as const
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const step: fc.Arbitrary<Step> = fc.record({ does: fc.constantFrom(...deeds), at: part, other: part })

/**
 * Edits a sample policy step by step in one session, as the page does, and asks a new session for the same each time:
 * findings, people, sums and reasons must be the same. Gives how many versions could be run.
 */
export async function shownAgain(sample: string, runs: number, steps: number, seed: number): Promise<number> {
  const first = policyTexts(join('policies', sample))
  const data = dataOf(sample)
  let ran = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: steps }), async (done) => {
      const session = sessionOn(data)
      let sources = first
      for (const one of [undefined, ...done]) {
        sources = one ? edited(sources, first, one) : first
        const again = await asked(session, sources, first)
        expect(again).toEqual(await asked(sessionOn(data), sources, first))
        if (again.is === 'calculated') ran++
      }
    }),
    { numRuns: runs, seed },
  )
  return ran
}

async function asked(session: Session, policy: readonly Source[], base: readonly Source[]) {
  const outcome: Outcome = await calculate(session, { policy, base, language: 'en' }, () => {})
  if (outcome.is === 'failed') return outcome
  const { took: _, columns: __, ...shown } = outcome
  return shown
}

function sessionOn(data: Data): Session {
  const session = emptySession()
  withData(session, data)
  return session
}

/** The data of a sample, read afresh only once. */
function dataOf(sample: string): Data {
  const folder = join('policies', sample)
  const names = readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true })
  const files = names.flatMap((entry): [string, Uint8Array][] => {
    if (!entry.isFile()) return []
    const path = join(entry.parentPath, entry.name)
    return [[path.slice(join(folder, 'data').length + 1), readFileSync(path)]]
  })
  const settings = readdirSync(folder).includes('bylaw.yaml')
    ? { name: 'bylaw.yaml', text: readFileSync(join(folder, 'bylaw.yaml'), 'utf8') }
    : undefined
  return { files: new Map(files), ...(settings && { settings }) }
}
