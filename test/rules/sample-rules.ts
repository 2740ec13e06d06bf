import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { repository, runSample } from '../samples/run-sample.ts'
import { compareRules, objectsOf } from './agreement.ts'

const policies = join(repository, 'policies')
/** Every sample policy. */
export const allSamples: readonly string[] = readdirSync(policies)
/** Where the data of a sample lies: its own, or that of the Chinese policy that it translates. */
function dataOfSample(name: string): string {
  return [name, name.replace(/-en$/, '-zh')].map((of) => join(policies, of, 'data')).find(existsSync) ?? ''
}
/** The samples whose data is here; public data is not part of the repository, and too much for rules one by one. */
export const samples = allSamples.filter((name) => existsSync(dataOfSample(name)))

/** Runs a year of a sample with the engine and as rules on the real json-rules-engine, and compares every line. */
export async function rulesAgree(name: string): Promise<void> {
  const days = { from: '2026-01-01', until: '2026-12-31' }
  await rulesAgreeOn(name, days, dataOfSample(name), name.startsWith('handbook') ? 1 : 2)
}

/** The same for other days and data; `most`: how many results of each clause are asked for. */
export async function rulesAgreeOn(
  name: string,
  days: { readonly from: string; readonly until: string },
  data: string,
  most: number,
): Promise<ReadonlyMap<string, number>> {
  const { results, loaded } = runSample(name, days, data)
  const { plan } = results.engine.model
  const span = { from: parseDay(days.from) ?? 0, until: parseDay(days.until) ?? 0 }
  const found = await compareRules(plan, loaded.rows, objectsOf(plan, loaded.rows), span, most)
  expect(found.differences.slice(0, 10)).toEqual([])
  // Whatever a policy pays or decides is compared, or is said to be no rule.
  const named = [...found.compared.keys(), ...found.ruleSet.notSaid.map(({ clause }) => clause)]
  expect(plan.outputs.filter(({ id }) => !named.includes(id)).map(({ id }) => id)).toEqual([])
  return found.compared
}
