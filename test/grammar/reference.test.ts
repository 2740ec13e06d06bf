import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { messageOf, severityOf } from '../../src/base/render.ts'
import { compile } from '../../src/compile.ts'
import { readConfig } from '../../src/data/read-config.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { examplesOf } from './examples.ts'

const page = readFileSync(new URL('../../grammar/reference.md', import.meta.url), 'utf8')
const [base, ...examples] = examplesOf(page, 'bylaw')
/** What stands beside the policy: fenced with the file's name. */
const beside = [...page.matchAll(/^```csv (\S+)\n([^`]*)^```$/gmu)].map(([, name = '', text = '']) => ({
  name,
  text,
}))
const baseSource = { name: 'base.bylaw', text: base?.text ?? '' }

function errorsOf(sources: readonly { name: string; text: string }[]): readonly string[] {
  return compile([...sources, ...beside])
    .diagnostics.filter((d) => severityOf(d) === 'error')
    .map((d) => `${d.code} ${messageOf(d, 'en')}`)
}

/** Something must be paid for a policy to have a plan that reads its records. */
const using = 'bonus b for Rep per quarter {\n  rate 1% of sold\n  round 0.01 half-up\n}\n'

function hasPolicy(text: string): boolean {
  return /^(policy|制度) /m.test(text)
}

describe('the examples of the language reference', () => {
  test('the policy that the page begins with checks without error', () => {
    expect(errorsOf([baseSource])).toEqual([])
  })

  // An example with a policy of its own stands alone; any other belongs to the policy that the page begins with and
  // may use the examples before it.
  test.each(examples.map((e, i) => [e.line, i] as const))(
    'the example on line %i checks without error',
    (_, i) => {
      const own = { name: 'example.bylaw', text: examples[i]?.text ?? '' }
      const before = examples
        .slice(0, i)
        .filter((e) => !hasPolicy(e.text))
        .map((e) => ({ name: `line ${e.line}`, text: e.text }))
      expect(errorsOf(hasPolicy(own.text) ? [own] : [baseSource, ...before, own])).toEqual([])
    },
  )

  test.each(examples.map((e) => [e.line, e.text] as const))(
    'the example on line %i is laid out as fmt does',
    (_, text) => {
      const { file } = parse({ name: 'example.bylaw', text })
      expect(print(file)).toBe(text)
    },
  )

  test('its table of contents leads to every section, and every link within it to one', () => {
    const anchors = [...page.matchAll(/^##+ (.*)$/gm)].map((m) =>
      (m[1] ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\d -]/gu, '')
        .replaceAll(' ', '-'),
    )
    const linked = new Set([...page.matchAll(/\]\(#([^)]+)\)/g)].map((m) => m[1]))
    expect([...linked].sort()).toEqual(anchors.sort())
  })

  test('its settings are understood', () => {
    const [settings] = examplesOf(page, 'yaml')
    const { plan } = compile([baseSource, { name: 'use.bylaw', text: using }])
    const { config, found } = readConfig(settings?.text ?? '', 'bylaw.yaml', plan?.relations ?? [])
    expect(found).toEqual([])
    expect(config.records.get('Order')?.files).toHaveLength(2)
  })

  test('there are examples of every kind of clause', () => {
    const all = [base, ...examples].map((e) => e?.text ?? '').join('\n')
    for (const kind of [
      'policy',
      'record',
      'parameter',
      'value',
      'table',
      'commission',
      'bonus',
      'scorecard',
      'payout',
    ]) {
      expect(all).toMatch(new RegExp(`^${kind} `, 'm'))
    }
  })
})
