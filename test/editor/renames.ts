import { expect } from 'vitest'
import { hasErrors } from '../../src/base/render.ts'
import { compile } from '../../src/compile.ts'
import type { Documents } from '../../src/editor/documents.ts'
import { applied } from '../../src/editor/edits.ts'
import { rename, renameable } from '../../src/editor/rename.ts'
import type { PolicySymbol } from '../../src/editor/symbols.ts'
import { yamlForm } from '../../src/yaml-form/form.ts'
import { sampleDocuments } from './samples.ts'

/** The plan without the places it cites, which move with the text, and in one order: what hangs on nothing may move too. */
function planOf({ sources }: Documents, put: (text: string) => string = (text) => text): string {
  const { plan, diagnostics } = compile(sources, [yamlForm])
  expect(hasErrors(diagnostics)).toBe(false)
  const written = put(JSON.stringify(plan, (key, value: unknown) => (places.has(key) ? undefined : value)))
  return JSON.stringify(sorted(JSON.parse(written)))
}
const places: ReadonlySet<string> = new Set(['origins', 'origin'])

function sorted(node: unknown): unknown {
  if (Array.isArray(node)) {
    const items = node.map(sorted).map((item) => JSON.stringify(item))
    const named = node.every((item: unknown) => typeof item === 'object' && item !== null && 'id' in item)
    return named ? items.sort() : items
  }
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, sorted(value)]))
}

const fresh = 'Qzfresh'

/** What the sample's plan becomes is compared with the plan as it was, the new name put back. */
function expectSameMeaning(documents: Documents, symbol: PolicySymbol, before: string): void {
  const { source, from } = symbol.span
  const renamed = rename(documents, source, from, fresh)
  if (renamed.is === 'refused') throw new Error(`${symbol.id}: ${renamed.why.en}`)
  const lower = symbol.name.charAt(0).toLowerCase() + symbol.name.slice(1)
  const after = planOf(applied(documents, renamed.edits), (text) =>
    text.replaceAll(fresh, symbol.name).replaceAll('qzfresh', lower),
  )
  expect(after === before, `the meaning after renaming ${symbol.id}`).toBe(true)
}

/** A field called `name` is what results call a row by. */
const names: ReadonlySet<string> = new Set(['name', '姓名', '名称', '名稱'])
function renamed(documents: Documents): readonly PolicySymbol[] {
  const all = [...documents.names().symbols.values()]
  return all.filter(({ kind, name, span, id }) => {
    // What bears the name of something else is sorted among it: its plan comes in another order.
    const twin = all.some((other) => other.name === name && other.id !== id && other.kind !== 'field')
    const fits = kind !== 'member' && !names.has(name) && !twin
    return fits && renameable(documents, span.source, span.from).is === 'name'
  })
}

/** Renames so many of a sample's names, of each kind, one after the other. */
export function expectRenames(sample: string, most: number): void {
  const documents = sampleDocuments(sample)
  const before = planOf(documents)
  const symbols = renamed(documents)
  expect(symbols.length).toBeGreaterThan(3)
  const step = Math.max(1, Math.floor(symbols.length / most))
  for (const symbol of symbols.filter((_, i) => i % step === 0)) expectSameMeaning(documents, symbol, before)
}
