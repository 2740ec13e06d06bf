import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/base/catalogue.ts'
import { type Code, entryOf } from '../../src/base/codes.ts'
import { languages } from '../../src/base/language.ts'
import { compile } from '../../src/compile.ts'
import type { File } from '../../src/syntax/ast.ts'
import { documentOf, parseLiterate } from '../../src/syntax/literate.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { yamlForm } from '../../src/yaml-form/form.ts'
import { anyCase } from '../agree/agreement.ts'
import { declarations } from '../syntax/declarations.ts'
import { english } from '../syntax/samples.ts'
import { withoutSpans } from '../syntax/strip.ts'

const textFile = (text: string): File => {
  const { file, diagnostics } = parse({ name: 'p.bylaw', text })
  expect(diagnostics).toEqual([])
  return file
}

/** What a tree says, without its comments and blank lines; the lines of a record and a policy by their words. */
function said(file: File): unknown {
  const last = ['exists', 'in-force', 'periods']
  const order = (lines: readonly { is: string }[]) =>
    [...lines].sort((a, b) => Number(last.includes(a.is)) - Number(last.includes(b.is)))
  const declarations = file.declarations.map((one) =>
    one.kind === 'policy' || one.kind === 'record' ? { ...one, lines: order(one.lines) } : one,
  )
  return JSON.parse(
    JSON.stringify(withoutSpans(declarations), (key, value) => (key === 'comments' ? undefined : value)),
  )
}

/** Through YAML and back to a tree, in each language. */
function comesBack(file: File): void {
  for (const language of languages) {
    const text = yamlForm.print(file, language)
    const again = yamlForm.read({ name: 'p.bylaw.yaml', text })
    expect(again.diagnostics, text).toEqual([])
    expect(said(again.file), text).toEqual(said(parse({ name: 'p.bylaw', text: print(file, language) }).file))
    // What was printed is the standard layout.
    expect(yamlForm.print(again.file, language)).toBe(text)
  }
}

/** The plan without the places that it was written at. */
function planOf(name: string, text: string): unknown {
  const { plan, diagnostics } = compile([{ name, text }], [yamlForm])
  if (!plan) throw new Error(`${text}\n${diagnostics.map(({ code }) => code).join(' ')}`)
  const { origins: _, ...rest } = plan
  return JSON.parse(JSON.stringify(rest, (key, value) => (key === 'origin' ? undefined : value)))
}

function samePlan(text: string): void {
  const file = textFile(text)
  const wanted = planOf('p.bylaw', text)
  expect(planOf('p.bylaw.yaml', yamlForm.print(file))).toEqual(wanted)
  expect(planOf('p.bylaw.md', documentOf(file))).toEqual(wanted)
}

const root = 'policies'
const samples = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.bylaw(?:\.md)?$/u.test(path),
)

describe('the YAML form', () => {
  test.each(samples)('says what %s says', (path) => {
    const source = { name: path, text: readFileSync(join(root, path), 'utf8') }
    comesBack(path.endsWith('.md') ? parseLiterate(source).file : parse(source).file)
  })

  test('says all that the syntax can', () => {
    comesBack(textFile(english))
  })

  test('says what every example of a finding says', () => {
    const examples = (Object.keys(catalogue) as Code[]).flatMap((code) => {
      const { good } = entryOf(code)
      const read = good === undefined ? undefined : parse({ name: 'p.bylaw', text: good })
      return read && read.diagnostics.length === 0 ? [read.file] : []
    })
    expect(examples.length).toBeGreaterThan(140)
    for (const example of examples) comesBack(example)
  })

  test.each(Object.entries(declarations))('says what a %s says, whatever stands in it', (_, declaration) => {
    fc.assert(
      fc.property(declaration, (made) =>
        comesBack({ source: 'p', language: 'en', declarations: [made], trailing: [] }),
      ),
      { numRuns: 40, seed: 12 },
    )
  })

  test('gives the same plan as text and as a document', () => {
    fc.assert(
      fc.property(anyCase, ({ text }) => {
        if (compile([{ name: 'p.bylaw', text }]).plan) samePlan(text)
      }),
      { numRuns: 60, seed: 3 },
    )
  })

  test('keeps the comments of declarations, lines and rows', () => {
    const text = `# For the year.

policy p {
  language en
  # The company's own.
  currency CNY # not EUR
}

# Whom it is for.
record Rep {
  # Theirs.
  id text key
}

# Why so much.
bonus b for Rep per month {
  # First.
  start 1 CNY # a little
  tiers whole of 1 CNY {
    | from  | rate |
    # Nothing below.
    | 0 CNY | 1%   | # at all
  }
}
`
    const yaml = yamlForm.print(textFile(text))
    for (const comment of text.matchAll(/# (.*)/gu)) expect(yaml).toContain(comment[0])
    const again = yamlForm.read({ name: 'p.bylaw.yaml', text: yaml }).file
    for (const comment of text.matchAll(/# (.*)/gu)) expect(print(again)).toContain(comment[0])
  })
})
