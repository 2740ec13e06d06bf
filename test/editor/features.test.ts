import { describe, expect, test } from 'vitest'
import { type Documents, documentsOf } from '../../src/editor/documents.ts'
import { folds } from '../../src/editor/folding.ts'
import { hover, hoverMarkdown } from '../../src/editor/hover.ts'
import { lenses } from '../../src/editor/lenses.ts'
import { outline } from '../../src/editor/outline.ts'
import { definition, references } from '../../src/editor/references.ts'
import { semanticTokens } from '../../src/editor/tokens.ts'
import { yamlForm } from '../../src/yaml-form/form.ts'
import { atCaret } from './samples.ts'

const policy = `# What we pay.
# In two lines.
policy p { currency CNY }

record Rep "Salesperson" {
  id text key
  base money per month
}
value twice "Twice the base" for Rep = base * 2

bonus pay "The bonus" for Rep where twice > 20万元 {
  start twice # as it is
  cap 500 CNY
}
`
const documents = documentsOf([{ name: 'p.bylaw', text: policy }])
const cut = (set: Documents, spans: readonly { source: string; from: number; to: number }[]) =>
  spans.map(({ source, from, to }) => {
    const text = set.source(source)?.text ?? ''
    return `${text.slice(0, from).split('\n').length}:${text.slice(from, to)}`
  })
const at = (word: string, nth = 0) => {
  let from = -1
  for (let i = 0; i <= nth; i++) from = policy.indexOf(word, from + 1)
  return from
}

describe('of a name is known', () => {
  test('where it is declared, and everywhere that it is used', () => {
    expect(cut(documents, definition(documents, 'p.bylaw', at('twice', 2)))).toEqual(['9:twice'])
    expect(cut(documents, references(documents, 'p.bylaw', at('twice')))).toEqual([
      '9:twice',
      '11:twice',
      '12:twice',
    ])
    expect(cut(documents, references(documents, 'p.bylaw', at('base'), false))).toEqual(['9:base'])
    expect(definition(documents, 'p.bylaw', at('start'))).toEqual([])
  })

  test('across files', () => {
    const set = documentsOf([
      { name: 'a.bylaw', text: 'policy p { currency CNY }\nrecord Rep { id text key; base money }\n' },
      { name: 'b.bylaw', text: 'value x for Rep = base\n' },
    ])
    expect(definition(set, 'b.bylaw', 19)).toEqual([{ source: 'a.bylaw', from: 52, to: 56 }])
  })

  test('its declaration, its type, where it is used, and what it is now for somebody', () => {
    const found = hover(documents, 'p.bylaw', at('twice', 2), 'en')
    expect(found).toMatchObject({
      kind: 'value',
      path: 'twice',
      title: 'Twice the base',
      declaration: 'value twice "Twice the base" for Rep = base * 2',
      uses: ['The bonus'],
    })
    expect(found && hoverMarkdown(found, 'en', '24,000 CNY')).toContain('Now: **24,000 CNY**')
    expect(hover(documents, 'p.bylaw', at('base'), 'zh-Hans')).toMatchObject({
      kind: 'field',
      path: 'Rep.base',
      type: '金额 CNY 每 月',
    })
  })

  test('of a keyword what it does, in the language of the reader', () => {
    expect(hover(documents, 'p.bylaw', at('cap'), 'zh-Hant')).toMatchObject({
      is: 'keyword',
      meaning: '不超過此數。',
    })
    expect(hover(documents, 'p.bylaw', at('as it is'), 'en')).toBeUndefined()
  })

  test('what a user wrote as a title is no mark, link or HTML in it', () => {
    const set = documentsOf([
      { name: 'p.bylaw', text: 'policy p { currency CNY }\nvalue x "<img src=x> [a](b)" = 1 CNY\n' },
    ])
    const found = hover(set, 'p.bylaw', 32, 'en')
    expect(found && hoverMarkdown(found, 'en')).toContain('\\<img src=x\\> \\[a\\]\\(b\\)')
  })
})

test('the outline has every declaration with what stands in it', () => {
  const shape = outline(documents, 'p.bylaw').map(({ name, kind, inside }) => [name, kind, inside.length])
  expect(shape).toEqual([
    ['p', 'policy', 0],
    ['Rep', 'record', 2],
    ['twice', 'value', 0],
    ['pay', 'clause', 0],
  ])
})

const literate = `# The policy

## Pay

\`\`\`bylaw
policy p { currency CNY }
\`\`\`

### Base

\`\`\`bylaw
record Rep {
  id text key
}
\`\`\`

## Rest
`

test('the outline of a document stands under its headings', () => {
  const set = documentsOf([{ name: 'p.bylaw.md', text: literate }])
  expect(outline(set, 'p.bylaw.md')).toMatchObject([
    {
      name: 'The policy',
      inside: [
        {
          name: 'Pay',
          inside: [
            { name: 'p', kind: 'policy' },
            { name: 'Base', inside: [{ name: 'Rep' }] },
          ],
        },
        { name: 'Rest', inside: [] },
      ],
    },
  ])
})

test('blocks, runs of comments, sections and blocks of a document fold', () => {
  expect(folds(documents, 'p.bylaw').map(({ kind }) => kind)).toEqual(['comment', 'block', 'block'])
  const set = documentsOf([{ name: 'p.bylaw.md', text: literate }])
  expect(folds(set, 'p.bylaw.md').map(({ kind }) => kind)).toEqual([
    'section',
    'section',
    'block',
    'section',
    'block',
    'block',
    'section',
  ])
})

test('every word of a text has its kind', () => {
  const kinds = semanticTokens(documents, 'p.bylaw').map(
    ({ from, to, kind, declares }) => `${policy.slice(from, to)} ${kind}${declares ? '!' : ''}`,
  )
  expect(kinds).toEqual(
    expect.arrayContaining([
      '# What we pay. comment',
      'record keyword',
      'Rep record!',
      '"Salesperson" string',
      'money word',
      'base field!',
      'base field',
      'twice value',
      '20 number',
      '万元 unit',
      '500 number',
      'CNY unit',
      'pay clause!',
    ]),
  )
})

test('a clause has a lens, a value none', () => {
  expect(lenses(documents, 'p.bylaw')).toMatchObject([{ clause: 'pay', title: 'The bonus', kind: 'bonus' }])
})

describe('in the YAML form', () => {
  const yaml = `- policy: p
  currency: CNY
- record: Rep
  fields:
    id: text key
    base: money
- value: twice
  for: Rep
  is: base * 2
`
  const set = documentsOf([{ name: 'p.bylaw.yaml', text: yaml }], [yamlForm])

  test('names are known, shown and found', () => {
    const use = yaml.indexOf('base * 2')
    expect(definition(set, 'p.bylaw.yaml', use)).toEqual([
      { source: 'p.bylaw.yaml', from: yaml.indexOf('base: money'), to: yaml.indexOf('base: money') + 4 },
    ])
    expect(hover(set, 'p.bylaw.yaml', use, 'en')).toMatchObject({ kind: 'field', path: 'Rep.base' })
    expect(outline(set, 'p.bylaw.yaml').map(({ name }) => name)).toEqual(['p', 'Rep', 'twice'])
  })
})

test('between two names that touch, the one behind the caret is meant', () => {
  const [set, file, offset] = atCaret(
    'policy p { currency CNY }\nrecord Team { id text key }\nrecord Rep { id text key; team Team }\nvalue x for Rep = team.│id\n',
  )
  expect(hover(set, file, offset, 'en')).toMatchObject({ path: 'Team.id' })
})
