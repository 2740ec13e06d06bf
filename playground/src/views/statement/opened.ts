import { type ComponentType, createContext } from 'preact'
import type { ExplanationView, Ref, ValueView } from '../../../../src/index.ts'
import { language } from '../../state/language.ts'
import { ask } from '../../work/client.ts'

/** The values that stand behind what is shown, and in which version of the policy. */
export type Known = {
  readonly version: 'edited' | 'base'
  readonly values: ReadonlyMap<string, ValueView>
}

export const Knowing = createContext<Known>({ version: 'edited', values: new Map() })

/** What shows a value that was opened: it holds formulas, and these open values in their turn. */
export const Panel = createContext<ComponentType<{ readonly value: ValueView }>>(() => null)

export function keyOf({ column, row }: Ref): string {
  return `${row} ${column}`
}

export function knownOf({ values }: ExplanationView, version: Known['version']): Known {
  return { version, values: byKey(values) }
}

/**
 * What was asked for is answered with all that it reads, so that the numbers in it open at once. `outdated`: it is asked for
 * again already.
 */
export async function fetchValue(ref: Ref, known: Known): Promise<Known | 'outdated' | undefined> {
  const asked = { ref, version: known.version, language: language.value }
  const reply = await ask('value', asked, `${known.version} ${keyOf(ref)}`)
  if (reply.is === 'outdated') return 'outdated'
  if (reply.is !== 'answer' || reply.answer.length === 0) return undefined
  return { version: known.version, values: new Map([...known.values, ...byKey(reply.answer)]) }
}

function byKey(values: readonly ValueView[]): ReadonlyMap<string, ValueView> {
  return new Map(values.map((value) => [keyOf(value.ref), value]))
}
