import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Compiled, compile } from '../../src/compile.ts'
import type { RowObject } from '../../src/data/from-objects.ts'
import { print } from '../../src/syntax/print.ts'
import { run } from '../run-policy.ts'

/**
 * Each folder holds a policy and what every stage makes of it; `UPDATE=1` writes the golden files anew, to be read in
 * the difference. `expected.txt` is worked by hand and is never written.
 */
const here = new URL('./', import.meta.url)
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const stages: { readonly [file: string]: (compiled: Compiled) => unknown } = {
  'ast.golden.json': ({ program }) => withoutSpans(program),
  'checked.golden.json': ({ checked }) => withoutSpans(checked),
  'plan.golden.json': ({ plan }) => plan,
}

function withoutSpans(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`
  if (value instanceof Map) return { map: [...value].map(([key, entry]) => [key, withoutSpans(entry)]) }
  if (Array.isArray(value)) return value.map(withoutSpans)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span')
      .map(([key, entry]) => [key, withoutSpans(entry)]),
  )
}

describe.each(cases)('the stages of %s', (name) => {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, here), 'utf8')
  const text = read('policy.bylaw')
  const compiled = compile([{ name: 'policy.bylaw', text }])

  test.each(Object.keys(stages))('%s', (file) => {
    const golden = `${JSON.stringify(stages[file]?.(compiled), undefined, 1)}\n`
    if (process.env.UPDATE === '1') writeFileSync(new URL(`${name}/${file}`, here), golden)
    expect(golden).toBe(read(file))
  })

  test('the plan is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(compiled.plan))).toEqual(compiled.plan)
  })

  test('fmt leaves the policy as it is', () => {
    expect(compiled.program.files.map((file) => print(file))).toEqual([text])
  })

  test('the second quarter pays what was worked out by hand', () => {
    const data: { [record: string]: RowObject[] } = JSON.parse(read('data.json'))
    const lines = [...run(text, data, '2026-04-01', '2026-06-30')].map(([line, value]) => `${line} = ${value}`)
    expect(lines.sort()).toEqual(read('expected.txt').trim().split('\n').sort())
  })
})
