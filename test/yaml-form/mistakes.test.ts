import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { helpOf, messageOf } from '../../src/base/render.ts'
import { compile } from '../../src/compile.ts'
import { yamlForm } from '../../src/yaml-form/form.ts'

const policy = `- policy: p
  language: en
  currency: CNY
  effective: from 2026-01-01 until open
- record: Rep
  fields:
    id: text key
    wage: money
`

/** Each finding with the piece of the file that it points at. */
function found(text: string): readonly string[] {
  const source = { name: 'p.bylaw.yaml', text }
  return compile([source], [yamlForm]).diagnostics.map(
    ({ code, span }) => `${code} ${source.text.slice(span?.from, span?.to)}`,
  )
}

describe('a mistake in YAML is told once, where it stands', () => {
  test.each([
    [
      'a name within an expression',
      `${policy}- bonus: b\n  for: Rep\n  per: month\n  steps:\n    - start: wge * 2\n`,
      ['BY201 wge'],
    ],
    [
      'a name within an expression of several lines',
      `${policy}- bonus: b\n  for: Rep\n  per: month\n  steps:\n    - start: |\n        wage *\n        larger of wge, 1\n`,
      ['BY201 wge'],
    ],
    [
      'a name in the second line of one that is folded',
      `${policy}- value: v\n  for: Rep\n  is: if wage > 1 CNY then 1\n    else wge\n`,
      ['BY201 wge'],
    ],
    ['a step that is none', `${policy}- bonus: b\n  for: Rep\n  steps:\n    - strt: wage\n`, ['BY181 strt']],
    ['a key that is none', `${policy}- bonus: b\n  fr: Rep\n  steps:\n    - start: wage\n`, ['BY181 fr']],
    ['no kind at all', `${policy}- bonsu: b\n  steps: []\n`, ['BY177 bonsu']],
    ['a list where a text is wanted', `${policy}- value: v\n  for: Rep\n  is: [1, 2]\n`, ['BY178 [1, 2]']],
    [
      'a text where steps are wanted',
      `${policy}- bonus: b\n  for: Rep\n  steps: start wage\n`,
      ['BY178 start wage'],
    ],
    [
      'a brace that would end the block',
      `${policy}- value: v\n  for: Rep\n  is: '1 } value w for Rep = 2'\n`,
      ["BY179 '1 } value w for Rep = 2'"],
    ],
    [
      'two lines in one',
      `${policy}- bonus: b\n  for: Rep\n  steps:\n    - start: wage; cap 5 CNY lost\n`,
      ['BY179 wage; cap 5 CNY lost'],
    ],
    ['a map, not a list', 'policy: p\nlanguage: en\n', ['BY176 policy']],
    ['the same key twice', '- policy: p\n  language: en\n  language: en\n', ['BY174 l']],
    [
      'a key and the same key in Chinese',
      `${policy}- value: v\n  for: Rep\n  适用于: Rep\n  is: wage\n`,
      ['BY182 适用于'],
    ],
    [
      'rows in two places',
      `${policy}- scorecard: s\n  for: Rep\n  per: month\n  lines:\n    - levels:\n        - [from, => a]\n        - [0, b]\n      rows:\n        - [from, => a]\n        - [0, c]\n`,
      ['BY182 rows'],
    ],
    [
      'a flag that is neither',
      `${policy}- value: v\n  for: Rep\n  per: month\n  averaged by days: maybe\n  is: wage\n`,
      ['BY178 maybe'],
    ],
    ['an expression that does not parse', `${policy}- value: v\n  for: Rep\n  is: wage *\n`, ['BY104 *']],
    ['a row with too few cells', `${policy}- table: t\n  rows:\n    - [a, => b]\n    - [1]\n`, ['BY150 1']],
  ])('%s', (_, text, wanted) => {
    expect(found(text).filter((one) => !one.startsWith('BY613'))).toEqual(wanted)
  })

  test('aliases do not multiply a file, and depth has an end', () => {
    const laughs = [
      '- &a [x, x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefgh'].map((name, i) => `- &${name} [${Array(10).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
    ].join('\n')
    expect(found(laughs).map((one) => one.slice(0, 5))).toContain('BY175')
    expect(found(`${'['.repeat(5000)}${']'.repeat(5000)}`).map((one) => one.slice(0, 5))).toEqual(['BY175'])
    expect(found(`- ${'['.repeat(5000)}`).map((one) => one.slice(0, 5))).not.toEqual([])
  })

  test('whatever the text is, nothing is thrown', () => {
    for (const text of [
      '',
      '---',
      '- ',
      '- - -',
      '{',
      '\t',
      '- policy:',
      '- policy: p\n  lines: 3',
      '%YAML 1.1',
      '- ? [a]: b',
      '- !!binary aGk=',
      '\u0000',
    ])
      expect(Array.isArray(found(text))).toBe(true)
  })
})

describe('numbers', () => {
  test('are read as they are written, whatever YAML would make of them', () => {
    const text = `${policy}- parameter: rate\n  is: 0.10000000000000000555\n- value: v\n  for: Rep\n  is: wage * rate\n`
    const { file } = yamlForm.read({ name: 'p.bylaw.yaml', text })
    const rate = file.declarations.find(({ kind }) => kind === 'parameter')
    expect(JSON.stringify(rate)).toContain('"0.10000000000000000555"')
  })
})

test('a folder may mix the forms', () => {
  const bonus = 'bonus b for Rep per month { start wage; round 0.01 half-up }\n'
  const sources = [
    { name: 'a.bylaw.yaml', text: policy },
    { name: 'b.bylaw', text: bonus },
    { name: 'c.bylaw.md', text: `# Pay\n\n\`\`\`bylaw\n${bonus.replace(' b ', ' c ')}\`\`\`\n` },
  ]
  const { plan } = compile(sources, [yamlForm])
  expect(plan?.outputs.map(({ id }) => id)).toEqual(['b', 'c'])
})

test('the example of the reference is a policy without a finding', () => {
  const page = readFileSync('grammar/reference.md', 'utf8')
  const text = /```yaml policy\n([\s\S]*?)```/u.exec(page)?.[1] ?? ''
  const { plan, diagnostics } = compile([{ name: 'p.bylaw.yaml', text }], [yamlForm])
  expect(diagnostics.map(({ code }) => code)).toEqual([])
  expect(plan?.outputs.map(({ id }) => id)).toEqual(['pay'])
})

test('no comment is lost where the text form has no place for it', () => {
  const text = `# top

# of the value
- value: v # name
  # why them
  for: Rep # all of them
  where: wage > 0 CNY # who is paid
  is: wage # so much
- commission: c
  for: Rep
  # the steps
  steps:
    # the start
    - start: wage # as paid
      # none
    - tiers: whole of wage
      # its rows
      rows:
        - [from, rate] # headings
        - [0 CNY, 1%]
    - round: 0.01 half-up
# end
`
  const comments = [...text.matchAll(/# (.*)/gu)].map(([, comment]) => comment ?? '')
  const once = yamlForm.print(yamlForm.read({ name: 'p.bylaw.yaml', text }).file)
  for (const comment of comments) expect(once).toContain(`# ${comment}`)
  expect(yamlForm.print(yamlForm.read({ name: 'p.bylaw.yaml', text: once }).file)).toBe(once)
})

test('a file with a BOM, or of Windows, says the same', () => {
  const said = (text: string) => JSON.stringify(yamlForm.read({ name: 'p.bylaw.yaml', text }).diagnostics)
  expect(said(`\ufeff${policy}`)).toBe('[]')
  expect(said(policy.replaceAll('\n', '\r\n'))).toBe('[]')
  const wrong = policy.replace('text key', 'text kye')
  expect(found(wrong)).toEqual(found(`\ufeff${wrong}`))
  expect(found(wrong)).toEqual(found(wrong.replaceAll('\n', '\r\n')))
})

test('a key that is none is told with the keys of its place, and where its text belongs', () => {
  const text = `${policy}- bonus: b\n  for: Rep\n  per: month\n  steps:\n    - start: wage\n      when: wage > 5 CNY\n`
  const [unknown] = compile([{ name: 'p.bylaw.yaml', text }], [yamlForm]).diagnostics
  expect(unknown?.code).toBe('BY181')
  const message = unknown ? messageOf(unknown, 'en') : ''
  expect(message).toContain('its keys are gate, start, rate')
  // Those of an indicator belong to a scorecard.
  expect(message).not.toContain('actual')
  expect(unknown && helpOf(unknown, 'en')).toContain('`start: 500 EUR when sold > 0 EUR`')
})
