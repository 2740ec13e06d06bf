import { describe, expect, test } from 'vitest'
import { completions } from '../../src/editor/completion.ts'
import { atCaret, sampleDocuments } from './samples.ts'

const labels = (text: string, name?: string) => completions(...atCaret(text, name)).map(({ label }) => label)

const english = `policy p { currency CNY }
record Team { id text key; city text }
record Rep { id text key; team Team; level one of junior, senior, "A+"; base money }
record Deal { id text key; rep Rep; amount money; closed date posting }
table levels unique { | tier | => factor | => title |
  | a | 1 | x | }
value won for Rep per quarter = sum(Deal.amount)
`
const chinese = `制度 制 { 币种 CNY }
记录 员工 { 工号 文本 主键; 客户等级 选项 甲, 乙; 完成率 百分比 }
记录 订单 { 编号 文本 主键; 负责人 员工; 合同额 金额; 签约日 日期 入账日 }
`

describe('at the begin of a line is offered', () => {
  test('whatever may be declared, in the language of the file', () => {
    expect(labels(`${english}│`)).toEqual(expect.arrayContaining(['record', 'commission', 'sla', 'target']))
    expect(labels(`${chinese}│`)).toEqual(expect.arrayContaining(['记录', '提成', '时限']))
    expect(labels(`${chinese}│`)).not.toContain('commission')
  })

  test('a step in a commission, and a line in each other block', () => {
    expect(labels(`${english}commission pay for Rep per quarter {\n  │`)).toEqual(
      expect.arrayContaining(['gate', 'start', 'tiers', 'round']),
    )
    expect(labels(`${english}scorecard kpi for Rep per quarter {\n  indicator a weight 100% {\n │`)).toEqual([
      'actual',
      'target',
      'score',
      'applies',
    ])
    expect(labels(`${chinese}支付 实发 适用于 员工 每季度 {\n  │`)).toEqual(
      expect.arrayContaining(['计入', '扣减', '封顶']),
    )
  })
})

describe('within a line is offered', () => {
  test('what the grammar takes there', () => {
    expect(labels(`${english}commission pay for │`)).toEqual(['Team', 'Rep', 'Deal', 'each'])
    expect(labels(`${english}commission pay for Rep per │`)).toEqual(
      expect.arrayContaining(['quarter', 'month']),
    )
    expect(labels(`${english}commission pay for Rep per quarter {\n  start won\n  round 1 CNY │`)).toEqual(
      expect.arrayContaining(['half-up', 'down']),
    )
    expect(labels(`${english}record X {\n  id │`)).toEqual(
      expect.arrayContaining(['text', 'money', 'Rep', 'one of']),
    )
  })

  test('what is in scope: fields of the row, values, then functions', () => {
    const offered = labels(`${english}commission pay for Rep per quarter {\n  start │`)
    expect(offered.slice(0, 4)).toEqual(['id', 'team', 'level', 'base'])
    expect(offered).toEqual(expect.arrayContaining(['won', 'levels', 'sum', 'if']))
    expect(offered).not.toContain('amount')
  })

  test('what a reference, a record, a table leads to behind the dot', () => {
    expect(labels(`${english}value x for Rep = team.│`)).toEqual(['id', 'city'])
    expect(labels(`${english}value x for Deal = rep.team.│`)).toEqual(['id', 'city'])
    expect(labels(`${english}value x for Rep per quarter = sum(Deal.│`)).toEqual([
      'id',
      'rep',
      'amount',
      'closed',
    ])
    expect(labels(`${english}value x for Rep = levels(level).│`)).toEqual(['factor', 'title'])
  })

  test('the fields of the rows that are counted, in their condition', () => {
    expect(labels(`${english}value x for Rep per quarter = sum(Deal.amount where │`).slice(0, 4)).toEqual([
      'id',
      'rep',
      'amount',
      'closed',
    ])
  })

  test('the values of a list first, beside a sign of equality, in a list and in a column of a table', () => {
    const values = ['junior', 'senior', 'A+']
    expect(labels(`${english}value x for Rep where level = │`).slice(0, 3)).toEqual(values)
    expect(labels(`${english}value x for Rep where level in (junior, │`).slice(0, 3)).toEqual(values)
    expect(
      labels(`${english}decision d for Rep {\n table unique {\n | level | => pay |\n | │`).slice(0, 3),
    ).toEqual(values)
    const [quoted] = completions(...atCaret(`${english}value x for Rep where level = A│`)).filter(
      ({ label }) => label === 'A+',
    )
    expect(quoted?.insert).toBe('"A+"')
  })
})

describe('Chinese is found', () => {
  test('by the initials of its sounds, keywords and names alike', () => {
    expect(labels(`${chinese}数值 x 适用于 员工 = wcl│`)).toEqual(['完成率'])
    expect(labels(`${chinese}数值 x 适用于 员工 = khdj│`)).toEqual(['客户等级'])
    expect(labels(`${chinese}ti│`)).toEqual([])
    expect(labels(`${chinese}tc│`)).toContain('提成')
    expect(labels(`${chinese}提成 a 适用于 员工 每季度 {\n  fd│`)).toContain('封顶')
  })

  test('by its own characters, with what was typed replaced', () => {
    const [found] = completions(...atCaret(`${chinese}数值 x 适用于 员工 = 完成│`))
    expect(found).toMatchObject({ label: '完成率', insert: '完成率' })
    expect((found?.to ?? 0) - (found?.from ?? 0)).toBe(2)
  })
})

describe('nothing is offered', () => {
  test('in a comment, in a text, in the prose of a document and behind the name that is being given', () => {
    expect(labels(`${english}# │`)).toEqual([])
    expect(labels(`${english}value x "│`)).toEqual([])
    expect(
      labels('# A policy\n\nThe │ team\n\n```bylaw\npolicy p { currency CNY }\n```\n', 'a.bylaw.md'),
    ).toEqual([])
    expect(labels(`${english}value │`)).toEqual([])
  })
})

test('in a document of rules the same is offered as in a text', () => {
  expect(labels('# A\n\n```bylaw\npolicy p {\n  │\n}\n```\n', 'a.bylaw.md')).toContain('currency')
})

test('at any place of a sample something that may stand there is offered in good time', () => {
  const documents = sampleDocuments('tangyu-zh')
  for (const { name, text } of documents.sources.filter((source) => source.name.endsWith('.bylaw')))
    for (let at = 0; at < text.length; at += 37)
      expect(completions(documents, name, at).every(({ label }) => label !== '')).toBe(true)
})

test('what may follow is the same however deep the brackets are that stand open', () => {
  const open = (depth: number) => labels(`${english}value deep for Rep per quarter = ${'('.repeat(depth)}│`)
  expect(open(3)).toContain('won')
  expect(open(5_000)).toEqual(open(3))
})
