import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { Source } from '../../../src/base/span.ts'
import { type Compiled, compile } from '../../../src/compile.ts'
import { rowsFromObjects } from '../../../src/data/from-objects.ts'
import { runInMemory } from '../../../src/engines/memory.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import type { ClauseDifference } from '../../../src/review/difference/difference.ts'
import type { Value } from '../../../src/targets/evaluate/value.ts'
import { yamlForm } from '../../../src/yaml-form/form.ts'

const root = fileURLToPath(new URL('../../../policies/', import.meta.url))

export type Version = Compiled & { readonly plan: Plan }

export function samples(): readonly string[] {
  return readdirSync(root).filter((name) => readdirSync(root + name).some((file) => /\.bylaw/.test(file)))
}

export function sample(name: string): readonly Source[] {
  return readdirSync(root + name)
    .filter((file) => /\.(bylaw|bylaw\.md|csv)$/.test(file))
    .map((file) => ({ name: file, text: readFileSync(`${root}${name}/${file}`, 'utf8') }))
}

export function version(sources: readonly Source[]): Version {
  const compiled = compile(sources, [yamlForm])
  const { plan, diagnostics } = compiled
  if (!plan) throw new Error(`no plan: ${diagnostics.map(({ code }) => code).join()}`)
  return { ...compiled, plan }
}

/** Runs both versions on the rows of an example, from the beginning, and sees to it that they differ as it says. */
export function expectToDiffer(old: Plan, next: Plan, { example, ...clause }: ClauseDifference): void {
  if (!example) throw new Error('no example')
  const run = (plan: Plan, side: 'old' | 'next') => {
    const { rows, problems } = rowsFromObjects(plan, example.rows[side])
    expect(problems).toEqual([])
    const { lines } = runInMemory(plan, rows, example.span, { now: example.now })
    const told = example.found[side]
    const line = lines.find(
      (one) =>
        one.output.id === clause[side]?.id &&
        one.subject?.key === told?.subject?.key &&
        one.item?.key === told?.item?.key &&
        one.period?.key === told?.period?.key,
    )
    return (label: string | undefined): Value | undefined =>
      label === undefined ? line?.value : line?.also.find((one) => one.label === label)?.value
  }
  const [before, after] = [run(old, 'old'), run(next, 'next')]
  expect(example.found.parts.length).toBeGreaterThan(0)
  for (const { label, old: a, next: b } of example.found.parts) {
    expect(before(label)).toEqual(a)
    expect(after(label)).toEqual(b)
    expect(a).not.toEqual(b)
  }
}
