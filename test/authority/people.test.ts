import { describe, expect, test } from 'vitest'
import { explained } from '../explained.ts'
import { findings, run } from '../run-policy.ts'

const head = `policy p "Authority" { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key; name text }
record Post {
  person Person; role one of rep, manager, director, finance; superior Person optional
  begins date; ends date optional
  in force from begins until ends by person
}
record Customer { id text key; owner Person optional }
record Keeping {
  customer Customer; keeper Person; begins date; ends date optional
  in force from begins until ends by customer
}
record Stand { giver Person; taker Person; begins date; ends date; in force from begins until ends by giver }
record Quote { id text key; person Person; customer Customer; asked date posting; discount percent; kind one of owner, keeper, both, either, turn, own }
record Approval { id text key; quote Quote; by Person; day date }
`
const lines = (superior: string, more = '') => `authority grant "Discounts" for each Quote {
  ranks rep, manager, director by Post(person).role
  asked by person
  ${superior}
  own up to rep
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 12%        | 20%         |
  }
  table "By kind" unique {
    | kind   | => verdict                                |
    | own    | allow                                     |
    | owner  | approval customer.owner                   |
    | keeper | approval Keeping(customer).keeper         |
    | both   | approval all of customer.owner, finance   |
    | either | approval one of customer.owner, finance   |
    | turn   | approval in turn finance, customer.owner  |
  }
  ${more}
}
`
const superior = 'superior Post(person).superior'
const approvals = 'approved by Approval.by for Approval.quote on Approval.day, valid 15 days'
const substitute = 'substitute Stand(approver).taker'

const posts = [
  ['R', 'rep', 'M'],
  ['O', 'rep', 'M'],
  ['M', 'manager', 'D'],
  ['D', 'director', null],
  ['F', 'finance', 'D'],
] as const
const staff = {
  Person: posts.map(([id]) => ({ id, name: id })),
  Post: posts.map(([person, role, above]) => ({
    person,
    role,
    superior: above,
    begins: '2026-01-01',
    ends: null,
  })),
  Customer: [
    { id: 'C', owner: 'O' },
    { id: 'nobody', owner: null },
    { id: 'chief', owner: 'D' },
  ],
  // C is kept by O until the end of April, by F from May on.
  Keeping: [
    { customer: 'C', keeper: 'O', begins: '2026-01-01', ends: '2026-04-30' },
    { customer: 'C', keeper: 'F', begins: '2026-05-01', ends: null },
  ],
  Stand: [{ giver: 'O', taker: 'M', begins: '2026-05-10', ends: '2026-05-20' }],
}
type More = {
  readonly person?: string
  readonly customer?: string
  readonly asked?: string
  readonly discount?: string
}
const quote = (id: string, kind: string, more: More = {}) => ({
  id,
  kind,
  person: 'R',
  customer: 'C',
  asked: '2026-05-04',
  discount: '5%',
  ...more,
})
type Given = readonly [quote: string, by: string, day: string]
const decided = (
  policy: string,
  quotes: readonly ReturnType<typeof quote>[],
  given: readonly Given[] = [],
) => {
  const Approval = given.map(([of, by, day], i) => ({ id: `${i}`, quote: of, by, day }))
  const found = run(policy, { ...staff, Quote: quotes, Approval }, '2026-04-01', '2026-06-30')
  return (id: string, ...parts: readonly string[]) =>
    parts.map((part) => found.get(part === '' ? `grant ${id}` : `grant ${id} ${part}`))
}

describe('somebody whom the row itself names', () => {
  test('approves it, and is the approver where nobody else is asked', () => {
    const of = decided(head + lines(superior), [
      quote('alone', 'owner'),
      quote('ranked', 'owner', { discount: '10%' }),
      quote('both', 'both'),
      quote('either', 'either'),
      quote('turn', 'turn'),
      quote('none', 'own'),
      quote('refused', 'owner', { discount: '21%' }),
    ])
    const all = (id: string) => of(id, '', 'level', 'approver', 'with', 'how')
    expect(all('alone')).toEqual(['approval', 'rep', 'O', 'customer.owner', 'all'])
    // The rank decides, the owner signs as well.
    expect(all('ranked')).toEqual(['approval', 'manager', 'M', 'customer.owner', 'all'])
    expect(all('both')).toEqual(['approval', 'rep', 'n/a BY880', 'customer.owner, finance', 'all'])
    expect(all('either')).toEqual(['approval', 'rep', 'n/a BY880', 'customer.owner, finance', 'one'])
    expect(all('turn')).toEqual(['approval', 'rep', 'n/a BY880', 'finance, customer.owner', 'turn'])
    expect(all('none')).toEqual(['allow', 'rep', 'n/a BY880', 'nobody', 'alone'])
    expect(all('refused')).toEqual(['refuse', 'n/a BY880', 'n/a BY880', 'nobody', 'alone'])
  })

  test('is who it is on the row’s own day', () => {
    const of = decided(head + lines(superior), [
      quote('april', 'keeper', { asked: '2026-04-30' }),
      quote('may', 'keeper', { asked: '2026-05-01' }),
      quote('unkept', 'keeper', { customer: 'chief' }),
    ])
    expect(of('april', '', 'approver')).toEqual(['approval', 'O'])
    expect(of('may', '', 'approver')).toEqual(['approval', 'F'])
    expect(of('unkept', '', 'approver')).toEqual(['held BY840', 'held BY840'])
  })

  test('is never who asks: his superior, and nobody where there is none', () => {
    const own = [
      quote('owner', 'owner', { person: 'O' }),
      quote('top', 'owner', { person: 'D', customer: 'chief' }),
    ]
    const of = decided(head + lines(superior), own)
    expect(of('owner', '', 'approver')).toEqual(['approval', 'M'])
    expect(of('top', '', 'approver')).toEqual(['held BY882', 'held BY882'])
    const unled = decided(head + lines(''), [
      ...own,
      quote('other', 'owner'),
      quote('ranked', 'owner', { discount: '10%' }),
    ])
    expect(unled('owner', '', 'approver')).toEqual(['held BY882', 'held BY882'])
    expect(unled('other', '', 'approver')).toEqual(['approval', 'O'])
    expect(unled('ranked', '', 'approver')).toEqual(['approval', 'n/a BY883'])
  })

  test('is not known where the row names nobody: held, unless it need not be known', () => {
    const of = decided(head + lines(superior, approvals), [
      quote('missing', 'owner', { customer: 'nobody' }),
      quote('one of', 'either', { customer: 'nobody' }),
      quote('unasked', 'own', { customer: 'nobody' }),
      quote('refused', 'owner', { customer: 'nobody', discount: '21%' }),
    ])
    expect(of('missing', '', 'approver', 'approved')).toEqual(['held BY801', 'held BY801', 'held BY801'])
    expect(of('one of', '', 'approved')).toEqual(['held BY801', 'held BY801'])
    expect(of('unasked', '', 'approved')).toEqual(['allow', 'unneeded'])
    expect(of('refused', '', 'approved')).toEqual(['refuse', 'none'])
  })
})

describe('an approval of somebody whom the row names', () => {
  const policy = head + lines(superior, `${approvals}\n  ${substitute}`)

  test('counts as his, or as that of whoever acts for him on that day', () => {
    const ids = ['own', 'acting', 'over', 'other', 'never']
    const of = decided(
      policy,
      ids.map((id) => quote(id, 'owner', { asked: '2026-05-20' })),
      [
        ['own', 'O', '2026-05-09'],
        ['acting', 'M', '2026-05-10'],
        ['over', 'M', '2026-05-09'],
        ['other', 'F', '2026-05-18'],
      ],
    )
    expect(ids.flatMap((id) => of(id, 'approved'))).toEqual(['timely', 'timely', 'none', 'none', 'none'])
    // On 20 May M acts for O.
    expect(of('own', 'approver')).toEqual(['M'])
  })

  test('never counts from whoever asks', () => {
    const of = decided(
      policy,
      [quote('a', 'owner', { person: 'O' }), quote('b', 'owner', { person: 'O' })],
      [
        ['a', 'O', '2026-05-03'],
        ['b', 'M', '2026-05-03'],
      ],
    )
    expect([...of('a', 'approved'), ...of('b', 'approved')]).toEqual(['none', 'timely'])
  })

  test('stands beside those of roles: all of them, or one', () => {
    const ids = ['both', 'half', 'either', 'late']
    const kinds: { readonly [id: string]: string } = {
      both: 'both',
      half: 'both',
      either: 'either',
      late: 'either',
    }
    const of = decided(
      policy,
      ids.map((id) => quote(id, kinds[id] ?? '')),
      [
        ['both', 'O', '2026-05-03'],
        ['both', 'F', '2026-05-03'],
        ['half', 'O', '2026-05-03'],
        ['either', 'O', '2026-05-03'],
        ['late', 'O', '2026-05-05'],
      ],
    )
    expect(ids.flatMap((id) => of(id, 'approved'))).toEqual(['timely', 'none', 'timely', 'none'])
  })
})

test('whom a row names is of the record of whoever asks, and it is known who asks', () => {
  const text = head + lines(superior)
  expect(findings(text.replace('approval customer.owner  ', 'approval customer.since  '))).toContain('BY203')
  expect(findings(text.replace('approval customer.owner  ', 'approval person.name  '))).toContain('BY653')
  expect(findings(text.replace('approval customer.owner  ', 'approval customer  '))).toContain('BY653')
  expect(findings(text.replace('approval customer.owner  ', 'approval person  '))).not.toContain('BY571')
  const nobody = text.replace(/ {2}asked by person\n.*\n.*\n/u, '').replace(' by Post(person).role', '')
  expect(findings(nobody)).toContain('BY579')
})

test('a Chinese policy names them in its own words, and says so in its explanation', () => {
  const policy = `制度 p "权限" { 语言 zh-Hans; 币种 CNY; 生效 自 2026-01-01 至 长期 }
档案 员工 { 工号 文本 主键; 岗位 选项 业务员, 经理, 财务; 上级 员工 选填 }
档案 客户 { 编号 文本 主键; 负责人 员工 选填 }
档案 报价单 { 编号 文本 主键; 业务员 员工; 客户 客户; 提交日 日期 入账日; 特批 是否 }
审批权限 特价 "特价审批" 适用于 每笔 报价单 {
  职级 业务员, 经理 按 员工.岗位
  申请人 业务员
  上级 员工.上级
  对照表 唯一 {
    | 特批 | => 结论                    |
    | 否   | 审批 客户.负责人           |
    | 是   | 审批 会签 业务员.上级, 财务 |
  }
}
`
  const data = {
    员工: [
      { 工号: 'R', 岗位: '业务员', 上级: 'M' },
      { 工号: 'M', 岗位: '经理', 上级: null },
    ],
    客户: [{ 编号: 'C', 负责人: 'R' }],
    报价单: [
      { 编号: '1', 业务员: 'M', 客户: 'C', 提交日: '2026-05-04', 特批: 'no' },
      { 编号: '2', 业务员: 'R', 客户: 'C', 提交日: '2026-05-04', 特批: 'no' },
      { 编号: '3', 业务员: 'R', 客户: 'C', 提交日: '2026-05-04', 特批: 'yes' },
    ],
  }
  const lines = run(policy, data, '2026-05-04', '2026-05-04')
  expect(['1', '2', '3'].map((id) => lines.get(`特价 ${id} approver`))).toEqual(['R', 'M', 'n/a BY880'])
  expect(['1', '3'].map((id) => lines.get(`特价 ${id} with`))).toEqual(['客户.负责人', '业务员.上级、财务'])
  const asked = { output: '特价', row: 1, day: '2026-05-04' }
  const said = explained(policy, data, { ...asked, language: 'zh-Hans' })
  for (const text of ['客户.负责人', '指定人', '由本单据指定', '改由其上级审批']) expect(said).toContain(text)
  const english = explained(policy, data, { ...asked, language: 'en' })
  for (const text of ['named', 'whom the row itself names']) expect(english).toContain(text)
})

test('somebody beside the ranks is neither more nor less than a rank', () => {
  const rows = (middle: string) => `${head}authority grant for each Quote {
  ranks rep, manager, director by Post(person).role
  asked by person
  table unique {
    | discount           | => verdict        |
    | up to 5%           | approval manager  |
    | over 5% up to 10%  | ${middle}         |
    | over 10% up to 20% | approval director |
    | over 20%           | refuse            |
  }
}
`
  expect(findings(rows('approval customer.owner'))).not.toContain('BY578')
  expect(findings(rows('approval finance'))).not.toContain('BY578')
  expect(findings(rows('allow'))).toContain('BY578')
})
