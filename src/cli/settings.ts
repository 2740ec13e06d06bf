import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Source } from '../base/span.ts'
import { type DataConfig, noConfig } from '../data/data-config.ts'
import type { Plan } from '../plan/plan.ts'
import type { Io } from './io.ts'
import { showPath } from './read-policy.ts'

/** `bylaw.yaml` beside a policy, and what is wrong in it. */
export type Settings = {
  readonly config: DataConfig
  readonly found: readonly Diagnostic[]
  /** Its text under the path that findings show; none when there is no such file. */
  readonly sources: readonly Source[]
}

/** Reads the settings of a policy, whose plan only a file asks for. Without one, records are found by their names. */
export async function readSettings(folder: string, plan: () => Promise<Plan>, io: Io): Promise<Settings> {
  const path = join(folder, 'bylaw.yaml')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return { config: noConfig, found: [], sources: [] }
  return settingsOf(text, showPath(path, io.cwd), await plan())
}

/** Settings from their text. `name` is the path that findings show. */
export async function settingsOf(text: string, name: string, plan: Plan): Promise<Settings> {
  // The YAML reader is loaded only where there is something to read.
  const { readConfig } = await import('../data/read-config.ts')
  return { ...readConfig(text, name, plan.relations), sources: [{ name, text }] }
}
