import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { collector, type Diagnostic } from '../base/diagnostic.ts'
import type { Source } from '../base/span.ts'
import type { Compiled } from '../compile.ts'
import { type Overlaid, overlay } from '../review/what-if/overlay.ts'
import type { Scenario } from '../review/what-if/scenario.ts'
import { readSettings } from '../review/what-if/setting.ts'
import type { Arguments } from './command.ts'
import type { Io } from './io.ts'
import { reasonOf, showPath } from './read-policy.ts'
import { usageFinding } from './usage.ts'

/** What settings change of a policy, with their own texts for findings to show. */
export type WhatIf = Overlaid & { readonly sources: readonly Source[] }

/** What `--set` says; undefined where it is not written. */
export function writtenSettings(
  args: Arguments,
  compiled: Compiled,
  sources: readonly Source[],
): WhatIf | undefined {
  const written = args.options.get('set')
  if (written === undefined) return undefined
  const source = { name: '--set', text: written }
  const findings = collector()
  const settings = readSettings(source, findings)
  if (findings.found.length > 0) return { changed: [], found: findings.found, sources: [source] }
  return { ...overlay(compiled, settings, [...sources, source]), sources: [source] }
}

export type WrittenScenario = { readonly name: string } & WhatIf

/** The scenario files that `--scenario` names, in that order, each laid over the policy. */
export async function writtenScenarios(
  args: Arguments,
  compiled: Compiled,
  sources: readonly Source[],
  io: Io,
): Promise<{ readonly scenarios: readonly WrittenScenario[]; readonly found: readonly Diagnostic[] }> {
  const paths = args.options.get('scenario')?.split('\n') ?? []
  // The YAML reader is loaded only where there is something to read.
  const { readScenario } = await import('../review/what-if/scenario.ts')
  const scenarios: WrittenScenario[] = []
  const failures: Diagnostic[] = []
  for (const path of paths) {
    const name = showPath(resolve(io.cwd, path), io.cwd)
    const text = await readFile(resolve(io.cwd, path), 'utf8').catch((error: unknown) => {
      failures.push(usageFinding('BY907', { path: name, reason: reasonOf(error) }))
      return undefined
    })
    if (text === undefined) continue
    const source = { name, text: text.replace(/^\ufeff/u, '') }
    const findings = collector()
    const scenario = readScenario(source, findings)
    const twice = scenario && scenarios.some((one) => one.name === scenario.name)
    if (twice) findings.report('BY974', { name: scenario.name }, { source: name, from: 0, to: 1 })
    scenarios.push(laid(scenario, findings.found, source))
  }
  return { scenarios, found: failures }

  function laid(
    scenario: Scenario | undefined,
    found: readonly Diagnostic[],
    source: Source,
  ): WrittenScenario {
    const name = scenario?.name ?? source.name
    if (!scenario || found.length > 0) return { name, changed: [], found, sources: [source] }
    return { name, ...overlay(compiled, scenario.settings, [...sources, source]), sources: [source] }
  }
}
