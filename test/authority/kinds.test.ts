import { describe, expect, test } from 'vitest'
import { explained } from '../explained.ts'
import { findings, run } from '../run-policy.ts'

const head = `policy p "Authority" { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key; role one of rep, senior, manager, director, gm, finance, legal; boss Person optional }
`
const staff = {
  Person: [
    { id: 'R', role: 'rep', boss: 'S' },
    { id: 'S', role: 'senior', boss: 'M' },
    { id: 'M', role: 'manager', boss: 'D' },
    { id: 'D', role: 'director', boss: 'G' },
    { id: 'G', role: 'gm', boss: null },
    // Two who stand above each other, with somebody of the finance office between.
    { id: 'X', role: 'rep', boss: 'F' },
    { id: 'F', role: 'finance', boss: 'X' },
  ],
}
const day = '2026-05-04'

describe('the signing of contracts', () => {
  const policy = `${head}
record Contract { id text key; person Person; submitted date posting; amount money; own_text yes/no; longer yes/no }
authority signing "Signing of contracts" for each Contract {
  ranks rep, senior, manager, director, gm by person.role
  asked by person
  superior person.boss
  limit "Signer" amount up to {
    | => manager    | => director   | => gm |
    | 1_000_000 CNY | 5_000_000 CNY | -     |
  }
  table "Legal" unique {
    | own_text | amount           | => verdict             |
    | no       | up to 500_000    | allow                  |
    | no       | over 500_000     | approval in turn legal |
    | yes      | -                | approval in turn legal |
  }
  table "Term" unique {
    | longer | => verdict               |
    | no     | allow                    |
    | yes    | approval in turn finance |
  }
}`
    .replace(/up to 500_000 {3}/u, 'up to 500_000 CNY')
    .replace(/over 500_000 {3}/u, 'over 500_000 CNY')
  const contract = (id: string, amount: string, own_text: string, longer: string, person = 'R') => ({
    id,
    person,
    submitted: day,
    amount,
    own_text,
    longer,
  })

  test('asks for the lowest rank whose limit holds it, and for legal and finance where their tables do', () => {
    const Contract = [
      contract('small', '300000', 'no', 'no'),
      contract('million', '1000000', 'no', 'no'),
      contract('cent', '1000000.01', 'no', 'yes'),
      contract('own', '300000', 'yes', 'yes'),
      contract('large', '9000000', 'no', 'no', 'M'),
    ]
    const lines = run(policy, { ...staff, Contract }, day, day)
    const of = (id: string) =>
      ['level', 'approver', 'with', 'how'].map((part) => lines.get(`signing ${id} ${part}`))
    expect(of('small')).toEqual(['manager', 'M', 'nobody', 'alone'])
    expect(of('million')).toEqual(['manager', 'M', 'legal', 'turn'])
    expect(of('cent')).toEqual(['director', 'D', 'legal, finance', 'turn'])
    expect(of('own')).toEqual(['manager', 'M', 'legal, finance', 'turn'])
    expect(of('large')).toEqual(['gm', 'G', 'legal', 'turn'])
  })

  test('is a single row’s limit, which is pointed out', () => {
    expect(findings(policy)).toEqual(['BY576'])
  })
})

test('a matrix of actions and roles refuses whatever it does not name', () => {
  const policy = `${head}
record Action { id text key; person Person; at date posting; action one of create_customer, move_customer, release_shipment, close_complaint }
value by_role for each Action = person.role
authority action_authority "Actions" for each Action {
  ranks rep, senior, manager, director, gm
  table unique {
    | action           | by_role                            | => verdict |
    | create_customer  | rep, senior, manager, director, gm | allow      |
    | move_customer    | manager, director, gm              | allow      |
    | release_shipment | finance                            | allow      |
    | otherwise        |                                    | refuse     |
  }
}`
  const asked = [
    ['R', 'create_customer', 'allow'],
    ['R', 'move_customer', 'refuse'],
    ['M', 'move_customer', 'allow'],
    ['R', 'release_shipment', 'refuse'],
    ['F', 'release_shipment', 'allow'],
    ['F', 'create_customer', 'refuse'],
    ['G', 'close_complaint', 'refuse'],
  ] as const
  const Action = asked.map(([person, action], i) => ({ id: `${i}`, person, action, at: day }))
  const lines = run(policy, { ...staff, Action }, day, day)
  expect(asked.map((_, i) => lines.get(`action_authority ${i}`))).toEqual(
    asked.map(([, , verdict]) => verdict),
  )
})

describe('limits of several kinds', () => {
  const policy = `${head}
record Quote { id text key; person Person; submitted date posting }
record Line { id text key; quote Quote; list money; price money; units count; off percent }
value price_of_list "Price of list" for each Line = price / list
value worst "Worst line" for each Quote = max(Line.discount)
value discount for each Line = 1 - price / list
value blended "All lines together" for each Quote = 1 - sum(Line.paid) / sum(Line.listed)
value paid for each Line = price * units
value listed for each Line = list * units
authority line_authority "By line" for each Line posting quote.submitted {
  ranks rep, manager, director
  own up to rep
  limit price_of_list at least, above refuse {
    | => rep | => manager | => director |
    | 9.5折  | 8.8折      | 8折         |
  }
}
authority worst_authority "By the worst line" for each Quote {
  ranks rep, manager, director
  own up to rep
  limit worst up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 12%        | 20%         |
  }
}
authority blended_authority "By all lines" for each Quote {
  ranks rep, manager, director
  own up to rep
  limit blended up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 12%        | 20%         |
  }
}`
  const data = {
    ...staff,
    Quote: [{ id: 'Q', person: 'R', submitted: day }],
    // 5 % off, 12 % off, and one cent below 8折.
    Line: [
      { id: '1', quote: 'Q', list: '100', price: '95', units: '30', off: '5%' },
      { id: '2', quote: 'Q', list: '100', price: '88', units: '1', off: '5%' },
      { id: '3', quote: 'Q', list: '100', price: '79.99', units: '1', off: '5%' },
    ],
  }

  test('a price ratio goes downwards, to the cent', () => {
    const lines = run(policy, data, day, day)
    expect(['1', '2', '3'].map((id) => lines.get(`line_authority ${id}`))).toEqual([
      'allow',
      'approval',
      'refuse',
    ])
  })

  test('the worst line decides for the order, or all lines together', () => {
    const lines = run(policy, data, day, day)
    expect(lines.get('worst_authority Q')).toBe('refuse')
    // 1 − 3,017.99 / 3,200 = 5.69 %.
    expect(lines.get('blended_authority Q level')).toBe('manager')
  })

  test('a discount is not compared with a price ratio', () => {
    const text = policy.replace('limit price_of_list at least', 'limit off at least')
    expect(findings(text)).toContain('BY304')
  })
})

describe('who decides', () => {
  const policy = `${head}
record Quote { id text key; person Person; submitted date posting; discount percent optional; plan one of a, b }
authority grant "Discounts" for each Quote {
  ranks rep, senior, manager, director, gm by person.role
  asked by person
  superior person.boss
  own up to rep
  table unique {
    | plan | discount        | => verdict                    |
    | -    | up to 5%        | approval rep                  |
    | a    | over 5% up to 9% | approval one of director, finance |
    | b    | over 5% up to 9% | not decided "two exceptions at once" |
    | -    | over 9% up to 20% | approval manager             |
    | -    | over 20%        | refuse                        |
  }
}
value may_be_sent for each Quote = grant.verdict = allow
value given_by_director for each Quote = grant.level = director
`
  const quotes = (rows: readonly (readonly [string, string, string | null, string])[]) => {
    const Quote = rows.map(([id, person, discount, plan]) => ({ id, person, discount, plan, submitted: day }))
    const lines = run(policy, { ...staff, Quote }, day, day)
    return (id: string) => ['', ' level', ' approver', ' with'].map((part) => lines.get(`grant ${id}${part}`))
  }

  test('one of several suffices', () => {
    expect(quotes([['either', 'R', '7%', 'a']])('either')).toEqual(['approval', 'director', 'D', 'finance'])
  })

  test('what a table leaves undecided, and a missing input, are held and never allowed', () => {
    const of = quotes([
      ['both', 'R', '7%', 'b'],
      ['nothing', 'R', null, 'a'],
    ])
    expect(of('both')).toEqual(['held BY814', 'held BY814', 'held BY814', 'held BY814'])
    expect(of('nothing')).toEqual(['held BY801', 'held BY801', 'held BY801', 'held BY801'])
  })

  test('nobody decides for himself, and where nobody stands above, nobody does', () => {
    const of = quotes([
      ['manager', 'M', '15%', 'a'],
      ['top', 'G', '15%', 'a'],
      ['circle', 'X', '15%', 'a'],
    ])
    expect(of('manager')).toEqual(['approval', 'director', 'D', 'nobody'])
    expect(of('top')).toEqual(['held BY881', 'held BY881', 'held BY881', 'nobody'])
    // X stands above the one who stands above X.
    expect(of('circle')).toEqual(['approval', 'manager', 'held BY881', 'nobody'])
  })

  test('the order of the rows in the data never matters', () => {
    const rows = [
      ['1', 'R', '4%', 'a'],
      ['2', 'R', '15%', 'b'],
      ['3', 'S', '7%', 'a'],
      ['4', 'M', '15%', 'a'],
    ] as const
    const [one, other] = [quotes(rows), quotes([...rows].reverse())]
    for (const [id] of rows) expect(other(id)).toEqual(one(id))
  })
})

test('a Chinese policy is decided and explained in Chinese', () => {
  const policy = `制度 p "权限" { 语言 zh-Hans; 币种 CNY; 生效 自 2026-01-01 至 长期 }
档案 员工 { 工号 文本 主键; 岗位 选项 业务员, 经理, 总监, 财务; 上级 员工 选填 }
档案 报价单 { 编号 文本 主键; 申请人 员工; 提交日 日期 入账日; 折扣率 百分比; 毛利率 百分比 }
审批权限 折扣权限 "折扣权限" 适用于 每笔 报价单 {
  职级 业务员, 经理, 总监 按 员工.岗位
  申请人 申请人
  上级 员工.上级
  本人 至多 业务员
  限额 "折扣" 折扣率 至多, 超出 拒绝 {
    | => 业务员 | => 经理 | => 总监 |
    | 5%        | 12%     | 20%     |
  }
  对照表 "毛利" 唯一 {
    | 毛利率   | => 结论              |
    | 自 15%   | 允许                 |
    | 低于 15% | 审批 会签 总监, 财务 |
  }
}
数值 可发出 适用于 每笔 报价单 = 折扣权限.结论 = 允许
数值 需总监 适用于 每笔 报价单 = 折扣权限.职级 = 总监 且 折扣权限.财务
`
  const data = {
    员工: [
      { 工号: 'R', 岗位: '业务员', 上级: 'M' },
      { 工号: 'M', 岗位: '经理', 上级: 'D' },
      { 工号: 'D', 岗位: '总监', 上级: null },
    ],
    报价单: [{ 编号: 'Q', 申请人: 'R', 提交日: day, 折扣率: '8%', 毛利率: '12%' }],
  }
  const lines = run(policy, data, day, day)
  expect(lines.get('折扣权限 Q')).toBe('审批')
  expect(lines.get('折扣权限 Q level')).toBe('总监')
  const said = explained(policy, data, { output: '折扣权限', row: 0, day, language: 'zh-Hans' })
  for (const text of [
    '= 审批',
    '要求',
    '折扣(折扣率)',
    '总监, 财务',
    '决定职级',
    '取所要求的最高职级',
    '审批人',
  ])
    expect(said).toContain(text)
  const english = explained(policy, data, { output: '折扣权限', row: 0, day, language: 'en' })
  for (const text of ['asks for', 'decides', 'the nearest superior who has that rank'])
    expect(english).toContain(text)
})
