import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { entryOf } from '../../src/base/codes.ts'
import { renderPretty } from '../../src/base/render.ts'
import { plain } from '../../src/base/render-paint.ts'
import { compile } from '../../src/compile.ts'

/** Each folder is a policy with one mistake, or none (`fine-…`), and the report that its author must get. */
const here = new URL('./', import.meta.url)
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

function reportOf(name: string) {
  const folder = new URL(`${name}/`, here)
  const files = readdirSync(folder).filter((file) => /\.(?:bylaw|csv)$/u.test(file))
  const sources = files
    .sort()
    .map((file) => ({ name: file, text: readFileSync(new URL(file, folder), 'utf8') }))
  const { checked, diagnostics } = compile(sources)
  const report = renderPretty(diagnostics, sources, { language: checked.policy.language, paint: plain })
  return { codes: diagnostics.map((d) => d.code), report }
}

describe('a policy with one mistake gets one report, in its own language and at the right place', () => {
  test.each(cases)('%s', (name) => {
    const { codes, report } = reportOf(name)
    const golden = new URL(`${name}/report.golden.txt`, here)
    if (process.env.UPDATE === '1') writeFileSync(golden, report)
    expect(report).toBe(readFileSync(golden, 'utf8'))
    const wanted: readonly string[] = name.match(/BY\d{3}/g) ?? []
    // What a design leads to is said beside the mistake: the policies here all have a gate.
    expect(codes.filter((code) => entryOf(code).severity !== 'notice' || wanted.includes(code))).toEqual(
      wanted,
    )
  })
})
