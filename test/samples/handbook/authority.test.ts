import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository, runSample } from '../run-sample.ts'
import {
  actions,
  changes,
  claims,
  contracts,
  gifts,
  giftsReceived,
  loans,
  quoting,
  retakes,
  settlements,
  shipments,
} from './decisions.ts'
import { key } from './exact.ts'
import { workOutHandbook } from './oracle.ts'
import { newCustomers } from './pool.ts'
import { decide, readQuotes } from './quotes.ts'
import { ofQuarterMonths } from './targets.ts'
import { paymentTerms, quotationValidity, returnVisits } from './terms.ts'

const folder = join(repository, 'policies/handbook-zh/data')
const worked = workOutHandbook(folder)
const known = {
  ...worked,
  teamQuarter: (team: string, quarter: string) => {
    const number = ([1, 2, 3, 4] as const).find((q) => key(q) === quarter) ?? 1
    return ofQuarterMonths(worked.targets.team.get(team), number) * 100n
  },
}
const run = runSample('handbook-zh', { from: '2026-01-01', until: '2026-12-31' }, folder)
const ranks = ['', '业务代表', '高级业务代表', '区域经理', '销售总监', '总经理']
const english: { readonly [word: string]: string } = {
  区域经理: 'manager',
  销售总监: 'director',
  总经理: 'general manager',
  财务: 'finance',
  法务: 'legal',
}
const said = (clause: string, id: string, part = '') =>
  run.amounts.get(`${clause}${part === '' ? '' : `.${part}`} ${id}`) ?? 'nothing'

describe('the handbook decides what hand-written code decides from its prose', () => {
  test('articles 8 and 30 to 33: each of more than 2,400 quotations', () => {
    const quotes = readQuotes(known)
    const wrong = quotes.flatMap((quote) => {
      const { verdict, rank, finance } = decide(known, quotes, quote)
      const expected = {
        own: '允许',
        refused: '拒绝',
        undecided: 'held',
        approval: `审批 ${ranks[rank ?? 0]}${finance ? ' 财务' : ''}`,
      }[verdict]
      const [found, level, others] = ['', 'level', 'with'].map((part) => said('价格权限', quote.id, part))
      const text = found === '审批' ? `审批 ${level}${others === '财务' ? ' 财务' : ''}` : found
      return text === expected ? [] : [[quote.id, text, expected]]
    })
    expect(wrong).toEqual([])
    expect(quotes.length).toBeGreaterThan(2_400)
  })

  test.each([
    ['7', '业务授权', actions(worked.data.rows)],
    ['21', '建档权限', newCustomers(worked)],
    ['21', '领取权限', claims(worked)],
    ['27', '样机权限', loans(worked.data.rows)],
    ['35', '合同签署', contracts(worked.data.rows)],
    ['36', '付款权限', paymentTerms(worked)],
    ['37', '发货放行', shipments(worked)],
    ['38', '变更权限', changes(worked.data.rows)],
    ['58', '补考权限', retakes(worked.data.rows)],
    ['58 and 60', '报价资格', quoting(worked)],
    ['64', '招待权限', gifts(worked)],
    ['73', '和解权限', settlements(worked.data.rows)],
  ])('article %s: %s', (_, clause, expected) => {
    const found = [...expected.keys()].map((id) => [id, answer(clause, id)] as const)
    expect(new Map(found)).toEqual(expected)
  })
})

test('the handbook keeps of the gifts received what hand-written code keeps (article 64, paragraph 4)', () => {
  const word = { keep: '留用', return: '退回或者上交' }
  const expected = [...giftsReceived(worked)].map(([id, is]) => [id, word[is as keyof typeof word]])
  expect(expected.map(([id]) => [id, said('收礼处置', id ?? '')])).toEqual(expected)
})

describe('the handbook says of customers and quotations what hand-written code says', () => {
  test.each([
    ['A', '季度回访'],
    ['B', '半年回访'],
    ['C', '全年回访'],
  ] as const)('article 23, paragraph 3: return visits to class %s', (of, clause) => {
    const found = [...run.amounts].flatMap(([line, is]) =>
      line.startsWith(`${clause} `) && is !== 'not applicable'
        ? [[line.slice(clause.length + 1), is] as const]
        : [],
    )
    const expected = returnVisits(worked, of)
    expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()))
    expect(new Set(expected.values())).toEqual(new Set(['true', 'false', 'held']))
  })

  test('article 26, paragraph 3: until when each quotation is valid; S26 was signed on day 30 and on day 31', () => {
    const wrong = [...quotationValidity(worked)].filter(
      ([id, { until, after }]) =>
        said('报价有效期', id) !== until || said('报价有效期', id, '失效后签约') !== String(after),
    )
    expect(wrong).toEqual([])
    expect(['Q-S26-30', 'Q-S26-31'].map((id) => said('报价有效期', id, '失效后签约'))).toEqual([
      'false',
      'true',
    ])
  })
})

/** As the hand-written calculation says it: `allowed`, or those who must agree. */
function answer(clause: string, id: string): string {
  const verdict = said(clause, id)
  const also = said(clause, id, 'with')
  const others = also === '无' || also === 'nothing' ? '' : also
  switch (verdict) {
    case '审批':
      return [said(clause, id, 'level'), ...others.split('、').sort().reverse()]
        .filter((word) => word !== '')
        .map((word) => english[word] ?? word)
        .join(' and ')
    case '允许':
      return 'allowed'
    case '拒绝':
      return 'refused'
    default:
      return verdict === 'held' ? 'undecided' : verdict
  }
}

describe('the handbook’s approvals', () => {
  test('S14: a delegate of the same rank decides in time; later, of a lower rank, or for himself he does not', () => {
    const approved = [1, 2, 3, 4].map((n) => said('价格权限', `Q-S14-${n}`, 'approved'))
    expect(approved).toEqual(['及时', '未批', '未批', '未批'])
    expect([1, 2, 3, 4, 5].map((n) => said('代理效力', `D-${n}`))).toEqual([
      'true',
      'true',
      'false',
      'false',
      'true',
    ])
  })

  test('article 8: a delegate of 15 days decides; one of 16 days does not, and the manager remains the approver', () => {
    expect([5, 6].map((n) => said('价格权限', `Q-S14-${n}`, 'approved'))).toEqual(['及时', '未批'])
    expect([5, 6].map((n) => said('价格权限', `Q-S14-${n}`, 'approver'))).toEqual(['SW-M', 'NC-M'])
  })

  test('article 32, paragraph 3: S32 holds 30 days, 15 where the margin asks for the same signature', () => {
    const approved = [1, 2, 3, 4].map((n) => said('价格权限', `Q-S32-${n}`, 'approved'))
    expect(approved).toEqual(['及时', '及时', '过期', '过期'])
  })

  test('article 34, paragraph 3: S34 is changed where the discount deepened or the term grew', () => {
    const approved = [1, 2, 3, 4].map((n) => said('价格权限', `Q-S34-${n}`, 'approved'))
    expect(approved).toEqual(['变更', '变更', '及时', '及时'])
  })

  test('give each order the factor that its pay rests on (article 34), S13 among them', () => {
    const factor = { granted: '1', late: '0.5', lacking: '0' }
    const found = run.value('订单系数')
    const wrong = worked.data.orders.filter((o) => {
      const text = (found.get(o.id) ?? '').replace(/\.0$/, '')
      return text !== factor[o.approval as keyof typeof factor]
    })
    expect(wrong.map((o) => [o.id, o.approval, found.get(o.id)])).toEqual([])
  })
})
