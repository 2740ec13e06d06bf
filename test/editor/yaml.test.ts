import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completions } from '../../src/editor/completion.ts'
import { documentsOf } from '../../src/editor/documents.ts'
import { folds } from '../../src/editor/folding.ts'
import { parse } from '../../src/syntax/parse.ts'
import { yamlForm } from '../../src/yaml-form/form.ts'

const base = `- policy: p
  currency: CNY

- record: Rep
  fields:
    id: text key
    level: one of junior, senior
    base: money

- record: Deal
  fields:
    id: text key
    rep: Rep
    closed: date posting
    amount: money

- value: won
  for: Rep
  per: quarter
  is: sum(Deal.amount)

`

/** What is offered where `│` stands in a file of the YAML form. */
function offered(text: string): readonly string[] {
  const offset = text.indexOf('│')
  const documents = documentsOf([{ name: 'p.bylaw.yaml', text: text.replace('│', '') }], [yamlForm])
  return completions(documents, 'p.bylaw.yaml', offset).map(({ label }) => label)
}

describe('in the YAML form is offered', () => {
  test('what may be declared, and the keys of a declaration that it has not yet', () => {
    expect(offered(`${base}- │`)).toEqual(expect.arrayContaining(['record', 'commission', 'sla', 'target']))
    expect(offered(`${base}- com│`)).toEqual(['commission'])
    const keys = offered(`${base}- commission: pay\n  for: Rep\n  │`)
    expect(keys).toEqual(expect.arrayContaining(['title', 'per', 'where', 'steps']))
    expect(keys).not.toContain('for')
    expect(keys).not.toContain('fields')
  })

  test('a step of a commission, and a line of an indicator', () => {
    const start = `${base}- commission: pay\n  for: Rep\n  per: quarter\n  steps:\n    - `
    expect(offered(`${start}│`)).toEqual(expect.arrayContaining(['gate', 'start', 'tiers', 'round']))
    expect(offered(`${start}tiers: marginal of won by won\n      │`)).toContain('rows')
    const card = `${base}- scorecard: kpi\n  for: Rep\n  per: quarter\n  lines:\n    - indicator: a weight 100%\n      lines:\n        - │`
    expect(offered(card)).toEqual(['actual', 'target', 'score', 'applies'])
  })

  test('in what a key says the names and words of the text form, in cells and brackets too', () => {
    const start = `${base}- commission: pay\n  for: Rep\n  per: quarter\n  steps:\n    - `
    expect(offered(`${start}tiers: marginal of wo│`)).toContain('won')
    expect(offered(`${start}round: 0.01 half│`)).toContain('half-up')
    expect(offered(`${base}- value: big\n  for: Rep\n  where: rep.│`)).toEqual(
      expect.arrayContaining(['level', 'base']),
    )
    expect(offered(`${base}- value: big\n  for: Rep\n  per: quarter\n  is: sum(Deal.│`)).toContain('amount')
    const table = `${base}- decision: d\n  for: Rep\n  lines:\n    - table: first match\n      rows:\n        - [rep.level, => f]\n        - [│]`
    expect(offered(table)).toEqual(expect.arrayContaining(['junior', 'senior']))
  })

  test('Chinese keys in a Chinese file, found by their sounds', () => {
    const chinese = '- 制度: 制\n  币种: CNY\n\n- 记录: 员工\n  字段:\n    工号: 文本 主键\n\n'
    expect(offered(`${chinese}- tc│`)).toContain('提成')
    expect(offered(`${chinese}- 提成: 甲\n  syy│`)).toContain('适用于')
  })

  test('nothing in a comment, nor where a name is given', () => {
    expect(offered(`${base}# rec│`)).toEqual([])
    expect(offered(`${base}- record: Visit\n  fields:\n    │`)).toEqual([])
  })
})

test('wherever the caret stands in a file of the YAML form, something is offered or nothing, and nothing breaks', () => {
  const text = readFileSync(join(import.meta.dirname, '../../policies/first-commission/policy.bylaw'), 'utf8')
  const { file } = parse({ name: 'policy.bylaw', text })
  const yaml = yamlForm.print(file)
  const documents = documentsOf([{ name: 'p.bylaw.yaml', text: yaml }], [yamlForm])
  const found = Array.from(yaml, (_, offset) => completions(documents, 'p.bylaw.yaml', offset).length)
  expect(found.filter((count) => count > 0).length).toBeGreaterThan(50)
})

test('a file of the YAML form is folded by what is set in', () => {
  const documents = documentsOf([{ name: 'p.bylaw.yaml', text: base }], [yamlForm])
  const shown = folds(documents, 'p.bylaw.yaml').map(({ from, to }) => {
    const lines = base.slice(from, to).split('\n')
    return `${lines[0]} … ${lines.at(-1)?.trim()}`
  })
  expect(shown).toEqual([
    '- policy: p … currency: CNY',
    '- record: Rep … base: money',
    'fields: … base: money',
    '- record: Deal … amount: money',
    'fields: … amount: money',
    '- value: won … is: sum(Deal.amount)',
  ])
})
