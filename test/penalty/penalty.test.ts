import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { formatDecimal } from '../../src/base/decimal.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { balancesOf, openingOf } from '../../src/targets/evaluate/balances.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { historyOf } from '../../src/targets/evaluate/history.ts'
import { lines as linesOf } from '../../src/targets/evaluate/results.ts'
import { explained } from '../explained.ts'
import { run } from '../run-policy.ts'
import { policy, several } from './policies.ts'

type Given = { readonly [record: string]: readonly { readonly [field: string]: string }[] }
const empty: Given = { Offence: [], Loss: [], Payroll: [], Earned: [], Dealer: [], Diversion: [] }
const people = (city: string): Given => ({ Person: [{ id: 'P', name: 'Li', city }] })
const offence = (id: string, code: string, happened: string, decided = happened) => ({
  id,
  person: 'P',
  code,
  happened,
  decided,
})
const payroll = (wages: { readonly [month: string]: string }) =>
  Object.entries(wages).map(([period, payable]) => ({ person: 'P', period, payable }))

const offences = (...rows: readonly ReturnType<typeof offence>[]) =>
  run(policy, { ...empty, ...people('Chengdu'), Offence: rows }, '2026-01-01', '2026-12-31')

describe('points by the nth time', () => {
  // Handbook, worked example 3: 04-10, 05-20, 06-25 lie within 76 days.
  test('a third late record within 76 days makes 1 + 2 + 4 = 7 points, and the factor 0.95', () => {
    const Offence = [
      offence('1', 'V2', '2026-04-10'),
      offence('2', 'V2', '2026-05-20'),
      offence('3', 'V2', '2026-06-25'),
    ]
    const Earned = [{ person: 'P', period: '2026-Q2', commission: '21652.00' }]
    const data = { ...empty, ...people('Suzhou'), Offence, Earned }
    const lines = run(policy, data, '2026-04-01', '2026-06-30')
    expect(lines.get('conduct 3 nth')).toBe('3')
    expect([1, 2, 3].map((id) => lines.get(`conduct ${id}`))).toEqual(['1', '2', '4'])
    expect(lines.get('consequences P 2026-Q2')).toBe('0.95')
    expect(lines.get('quarter_commission P 2026-Q2')).toBe('20569.40')
    // 100 − 4 × 7
    expect(lines.get('kpi P 2026-Q2')).toBe('72.00')
  })

  // Handbook, S09. 2026-03-27 + 90 days = 2026-06-25.
  test('an act exactly 90 days before is not counted, and one of 89 days before is', () => {
    const apart = offences(offence('1', 'V2', '2026-03-27'), offence('2', 'V2', '2026-06-25'))
    expect(apart.get('conduct 2 nth')).toBe('1')
    const near = offences(offence('1', 'V2', '2026-03-28'), offence('2', 'V2', '2026-06-25'))
    expect(near.get('conduct 2')).toBe('2')
  })

  // Handbook, S21. 2026-01-10 + 300 days = 2026-11-06.
  test('a second leak after 300 days is one too many, since its window is a year', () => {
    const lines = offences(offence('1', 'V8', '2026-01-10'), offence('2', 'V8', '2026-11-06'))
    expect(lines.get('conduct 1 knock_out')).toBe('false')
    expect(lines.get('conduct 2 knock_out')).toBe('true')
    expect(lines.get('kpi P 2026-Q4')).toBe('0.00')
  })

  test('private collection of money is a knock-out at once, and counts 20 points', () => {
    const lines = offences(offence('1', 'V4', '2026-05-10'))
    expect(lines.get('conduct 1')).toBe('20')
    expect(lines.get('kpi P 2026-Q2')).toBe('0.00')
    expect(lines.get('kpi P 2026-Q3')).toBe('100.00')
  })

  test('points count in the quarter of the decision, the nth time by the day of the act', () => {
    const lines = offences(
      offence('1', 'V10', '2026-06-20', '2026-07-08'),
      offence('2', 'V10', '2026-06-10', '2026-06-12'),
    )
    // The act of 06-10 is the first, though it has the larger key and was decided earlier.
    expect(lines.get('conduct 2 nth')).toBe('1')
    expect(lines.get('conduct 1 nth')).toBe('2')
    expect(lines.get('kpi P 2026-Q2')).toBe('88.00')
    // 100 − 4 × 6
    expect(lines.get('kpi P 2026-Q3')).toBe('76.00')
  })

  test('of two on one day the smaller key is the first', () => {
    const lines = offences(offence('b', 'V1', '2026-05-10'), offence('a', 'V1', '2026-05-10'))
    expect(lines.get('conduct a nth')).toBe('1')
    expect(lines.get('conduct b nth')).toBe('2')
  })

  test('the explanation of an offence says which time it is and which row of the table that is', () => {
    const data = {
      ...empty,
      ...people('Suzhou'),
      Offence: [offence('1', 'V2', '2026-04-10'), offence('2', 'V2', '2026-05-20')],
    }
    const asked = { output: 'conduct', row: 1, day: '2026-05-20' } as const
    const text = explained(policy, data, { ...asked, language: 'en' })
    expect(text).toContain('Conduct points (Penalty) · 2 · Li P · 2026-05-20')
    expect(text).toContain('= Conduct points(V2, 2) = 2')
    expect(text).toMatch(/▸ line \d+ matches/)
    const chinese = explained(policy.replace('language en', 'language zh-Hans'), data, {
      ...asked,
      language: 'zh-Hans',
    })
    expect(chinese).toContain('认定  第几次')
  })

  test('points of twelve months warn from 12 on, and no longer than twelve months', () => {
    const data = {
      ...empty,
      ...people('Suzhou'),
      Offence: [offence('1', 'V5', '2026-02-10'), offence('2', 'V7', '2026-05-10')],
    }
    const lines = run(policy, data, '2026-01-01', '2027-03-31')
    // 10, then 10 + 3; from 2027 the 10 of 2026-02 count no more.
    const warned = ['2026-Q1', '2026-Q2', '2026-Q4', '2027-Q1'].map((q) =>
      lines.get(`consequences P ${q} warned`),
    )
    expect(warned).toEqual(['held BY825', 'held BY825', 'true', 'false'])
  })

  test('an offence without a day holds the points of its person, and is never the first', () => {
    const lines = offences(offence('1', 'V2', ''), offence('2', 'V2', '2026-05-10'))
    expect(lines.get('conduct 2 nth')).toMatch(/^held/)
    expect(lines.get('kpi P 2026-Q2')).toMatch(/^held/)
  })
})

describe('compensation for losses', () => {
  // Handbook, worked example 9 (Chengdu, minimum wage 2,330): 30 % of 12,000 = 3,600.
  const nine = {
    ...empty,
    ...people('Chengdu'),
    Loss: [{ id: 'L', person: 'P', decided: '2026-05-12', amount: '12000' }],
    Payroll: payroll({ '2026-05': '9200', '2026-06': '2700', '2026-07': '8000' }),
  }

  test('20 % of May, what the minimum wage leaves of June, the rest in July', () => {
    const lines = run(policy, nine, '2026-05-01', '2026-07-31')
    const months = ['2026-05', '2026-06', '2026-07']
    expect(months.map((month) => lines.get(`damage P ${month}`))).toEqual(['1840.00', '370.00', '1390.00'])
    expect(months.map((month) => lines.get(`damage P ${month} carried`))).toEqual([
      '1760.00',
      '1390.00',
      '0.00',
    ])
    expect(months.map((month) => lines.get(`month_pay P ${month}`))).toEqual([
      '7360.00',
      '2330.00',
      '6610.00',
    ])
  })

  test('the explanation says which of the two limits it was, in English and in Chinese', () => {
    const june = explained(policy, nine, { output: 'damage', row: 0, day: '2026-06-01', language: 'en' })
    expect(june).toContain('bound by: the minimum wage')
    expect(june).toContain('= larger of(smaller of(540.00, 370.00), 0) = 370.00')
    const may = explained(policy, nine, { output: 'damage', row: 0, day: '2026-05-01', language: 'en' })
    expect(may).toContain('bound by: the part of the wage')
    const chinese = policy.replace('language en', 'language zh-Hans')
    const found = explained(chinese, nine, {
      output: 'damage',
      row: 0,
      day: '2026-06-01',
      language: 'zh-Hans',
    })
    expect(found).toContain('受限于：最低工资')
    expect(found).toContain('依法限额')
  })

  test('the minimum wage in force counts: 2,660 in Suzhou from July on', () => {
    const wages = { '2026-06': '2800', '2026-07': '2800' }
    const data = { ...nine, ...people('Suzhou'), Payroll: payroll({ '2026-05': '2490', ...wages }) }
    const lines = run(policy, data, '2026-05-01', '2026-07-31')
    // 2,490 − 2,490; 2,800 − 2,490; 2,800 − 2,660
    const taken = ['2026-05', '2026-06', '2026-07'].map((month) => lines.get(`damage P ${month}`))
    expect(taken).toEqual(['0.00', '310.00', '140.00'])
  })

  test('nothing is taken of a wage below the minimum, and nothing is added to it', () => {
    const data = { ...nine, Payroll: payroll({ '2026-05': '2000' }) }
    const lines = run(policy, data, '2026-05-01', '2026-05-31')
    expect(lines.get('damage P 2026-05')).toBe('0.00')
    expect(lines.get('damage P 2026-05 carried')).toBe('3600.00')
  })

  test('a limit of part of a cent is cut down to the cent', () => {
    // 20 % of 9,200.07 = 1,840.014
    const data = { ...nine, Payroll: payroll({ '2026-05': '9200.07' }) }
    expect(run(policy, data, '2026-05-01', '2026-05-31').get('damage P 2026-05')).toBe('1840.01')
  })

  test('without the wage, or a minimum wage for the place, what is due is held and never 0', () => {
    const unpaid = run(policy, { ...nine, Payroll: payroll({ '2026-05': '' }) }, '2026-05-01', '2026-06-30')
    expect(unpaid.get('damage P 2026-05')).toMatch(/^held/)
    // What is carried is not known either.
    expect(unpaid.get('damage P 2026-06')).toMatch(/^held/)
    const elsewhere = run(policy, { ...nine, ...people('Lhasa') }, '2026-05-01', '2026-05-31')
    expect(elsewhere.get('damage P 2026-05')).toBe('held BY804')
  })

  test('where nothing is due the wage is not asked for', () => {
    const lines = run(policy, { ...empty, ...people('Lhasa') }, '2026-05-01', '2026-05-31')
    expect(lines.get('damage P 2026-05')).toBe('0.00')
  })
})

describe('several deductions of one person and month', () => {
  const loss = (id: string, kind: string, amount: string) => ({
    id,
    person: 'P',
    kind,
    decided: '2026-02-03',
    amount,
  })
  const data = (city: string, wages: { readonly [month: string]: string }, more: Given = {}) => ({
    Person: [{ id: 'P', city }],
    Loss: [loss('1', 'goods', '800'), loss('2', 'tools', '700')],
    Advance: [],
    Payroll: payroll(wages),
    ...more,
  })

  test('stay together under one limit, the rest being carried', () => {
    const lines = run(
      several,
      data('Suzhou', { '2026-02': '5000', '2026-03': '5000' }),
      '2026-02-01',
      '2026-03-31',
    )
    // 20 % of 5,000 = 1,000 of 1,500, then 500.
    expect(lines.get('pay P 2026-02')).toBe('4000.00')
    expect(lines.get('pay P 2026-02 carried')).toBe('500.00')
    expect(lines.get('pay P 2026-03')).toBe('4500.00')
  })

  test('of two classes the second finds what the first has left above the minimum wage', () => {
    const more = { Advance: [{ id: 'A', person: 'P', repaid: '2026-02-09', amount: '1000' }] }
    const lines = run(several, data('Suzhou', { '2026-02': '3500' }, more), '2026-02-01', '2026-02-28')
    // 20 % of 3,500 = 700; 30 % would be 1,050, but 3,500 − 2,400 − 700 = 400 are left.
    expect(lines.get('pay P 2026-02')).toBe('2400.00')
    expect(lines.get('pay P 2026-02 carried')).toBe('800.00')
    expect(lines.get('pay P 2026-02 carried.clawback')).toBe('600.00')
  })

  test('a row that names the place stands before the one for any', () => {
    const lines = run(
      several,
      data('Wuxi', { '2026-02': '2100', '2026-03': '3000' }),
      '2026-02-01',
      '2026-04-30',
    )
    // 2,100 − 2,000; in March 20 % of 3,000.
    expect(lines.get('pay P 2026-02')).toBe('2000.00')
    expect(lines.get('pay P 2026-03')).toBe('2400.00')
  })

  test('what the law does not allow in a place is held there, where any of it is due', () => {
    const more = { Advance: [{ id: 'A', person: 'P', repaid: '2026-02-09', amount: '10' }] }
    const lines = run(several, data('Wuxi', { '2026-02': '9000' }, more), '2026-02-01', '2026-02-28')
    expect(lines.get('pay P 2026-02')).toBe('held BY814')
  })
})

describe('a dealer who has a rebate', () => {
  test('is paid it less the penalties of the quarter', () => {
    const rebated = `${policy}record Rebate { id text key; dealer Dealer; paid date posting; amount money }
bonus rebate for each Rebate to dealer {
  start amount
  round 0.01 half-up
}
payout settlement for Dealer per quarter {
  add rebate
  take diverting
}
`
    const diverted = (id: string, happened: string) => ({ id, dealer: 'D', happened, decided: happened })
    const data = {
      ...empty,
      Person: [],
      Dealer: [{ id: 'D', deposit: '100000' }],
      Diversion: [diverted('1', '2026-04-20'), diverted('2', '2026-05-10')],
      Rebate: [{ id: 'R', dealer: 'D', paid: '2026-06-01', amount: '30000' }],
    }
    const lines = run(rebated, data, '2026-04-01', '2026-06-30')
    expect(lines.get('settlement D 2026-Q2')).toBe('10000.00')
  })
})

describe('what is left from month to month', () => {
  test('goes through the results of runs in turn as through one run', () => {
    const { plan } = compile([{ name: 'policy.bylaw', text: policy }])
    if (!plan) throw new Error('the policy has errors')
    const data = {
      ...empty,
      ...people('Chengdu'),
      Loss: [{ id: 'L', person: 'P', decided: '2026-05-12', amount: '12000' }],
      Payroll: payroll({ '2026-05': '9200', '2026-06': '2700', '2026-07': '8000' }),
    }
    const { rows } = rowsFromObjects(plan, data)
    let opening = openingOf([])
    const taken = ['2026-05-31', '2026-06-30', '2026-07-31'].map((last) => {
      const span = { from: parseDay(`${last.slice(0, 8)}01`) ?? 0, until: parseDay(last) ?? 0 }
      const results = evaluate(plan, rows, { span, opening })
      opening = openingOf(balancesOf(results), historyOf(results))
      const line = linesOf(results, span).find(({ output }) => output.id === 'damage')
      return line?.value.is === 'number' ? formatDecimal(line.value.digits, line.value.scale) : line?.value.is
    })
    expect(taken).toEqual(['1840.00', '370.00', '1390.00'])
  })
})

describe('a clawback', () => {
  test('keeps to the law by itself where the law limits clawbacks', () => {
    const alone = several
      .replace(
        'start sum(Advance.amount)\n  round 0.01 half-up',
        (text) => `${text}\n  limit by law wage_protection(month_wage, city)`,
      )
      .replace(
        'take goods_loss, tool_loss, advance_back\n  limit by law wage_protection(month_wage, city)',
        'take advance_back',
      )
      .replace(/penalty [^}]*\}\n/gu, '')
    const data = {
      Person: [{ id: 'P', city: 'Suzhou' }],
      Loss: [],
      Advance: [{ id: 'A', person: 'P', repaid: '2026-02-09', amount: '2000' }],
      Payroll: payroll({ '2026-02': '5000', '2026-03': '2500' }),
    }
    const found = run(alone.replace(/record Loss [^}]*\}\n/u, ''), data, '2026-02-01', '2026-03-31')
    // 30 % of 5,000; then 2,500 − 2,400 of the 500 that are left.
    expect(found.get('advance_back P 2026-02')).toBe('1500.00')
    expect(found.get('advance_back P 2026-03')).toBe('100.00')
    expect(found.get('advance_back P 2026-03 carried')).toBe('400.00')
  })
})

describe('a dealer', () => {
  // Handbook, article 67 and S21: a deposit of 100,000.
  test('loses 20 % of the deposit for the second diversion within 365 days and 50 % for the third', () => {
    const diverted = (id: string, happened: string) => ({ id, dealer: 'D', happened, decided: happened })
    const data = {
      ...empty,
      Person: [],
      Dealer: [{ id: 'D', deposit: '100000' }],
      Diversion: [diverted('1', '2026-01-20'), diverted('2', '2026-06-10'), diverted('3', '2026-12-31')],
    }
    const lines = run(policy, data, '2026-01-01', '2027-03-31')
    expect(['1', '2', '3'].map((id) => lines.get(`diverting ${id}`))).toEqual([
      '0.00',
      '20000.00',
      '50000.00',
    ])
    expect(lines.get('diverting 3 measure')).toBe('deposit, end of contract')
    const left = ['2026-Q1', '2026-Q2', '2026-Q4'].map((quarter) => lines.get(`contract D ${quarter}`))
    expect(left).toEqual(['100000.00', '80000.00', '30000.00'])
  })
})
