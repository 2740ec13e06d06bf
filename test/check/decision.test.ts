import { describe, expect, test } from 'vitest'
import { findings, run } from '../run-policy.ts'

/** Every expected result here is worked by hand from these few rows. */
const policy = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Customer { id text key; listed yes/no }
record Order { id text key; customer Customer; signed date posting; amount money up to 1亿 }
value sold for Customer per quarter = sum(Order.amount)
decision class "Customer class" for Customer per quarter {
  table unique {
    | sold                                    | listed | => grade | => term |
    | from 1_000_000 CNY                      | false  | A        | 60      |
    | from 200_000 CNY to under 1_000_000 CNY | false  | B        | 30      |
    | under 200_000 CNY                       | false  | C        | 0       |
    | -                                       | true   | A        | 60      |
  }
  gives large = sold >= 500_000 CNY
  takes effect after 1 month
}
`
const data = {
  Customer: [
    { id: 'X', listed: 'no' },
    { id: 'Y', listed: 'yes' },
  ],
  Order: [
    { id: '1', customer: 'X', signed: '2026-02-10', amount: '1000000' },
    { id: '2', customer: 'X', signed: '2026-04-20', amount: '199999.99' },
    { id: '3', customer: 'X', signed: '2026-05-01', amount: '0.01' },
    { id: '4', customer: 'X', signed: '2026-08-01', amount: '5' },
  ],
}

describe('a decision', () => {
  test('gives each result of its table and its lines a name of its own', () => {
    const found = run(policy, data, '2026-01-01', '2026-06-30')
    expect(found.get('class X 2026-Q1')).toBe('A')
    expect(found.get('class X 2026-Q2')).toBe('B')
    expect(found.get('class X 2026-Q2 term')).toBe('30')
    expect(found.get('class X 2026-Q1 large')).toBe('true')
    expect(found.get('class X 2026-Q2 large')).toBe('false')
    expect(found.get('class Y 2026-Q2')).toBe('A')
  })

  test('is read by date as the one in force then: a month after the quarter that decided it began', () => {
    // 20 April: the second quarter's class holds from 1 May on, so the first quarter's still does.
    const text = `${policy}
bonus care for each Order {
  start if class.grade = A then 100 CNY else 10 CNY
  round 0.01 half-up
}`
    const found = run(text, data, '2026-01-01', '2026-09-30')
    expect(found.get('care 2')).toBe('100.00')
    expect(found.get('care 3')).toBe('10.00')
  })

  test('may be of one row, without a table', () => {
    const found = run(
      `${policy}decision paid for each Order { gives due = signed + 30 days; gives big = amount > 1_000 CNY }`,
      data,
      '2026-01-01',
      '2026-09-30',
    )
    expect(found.get('paid 1')).toBe('2026-03-12')
    expect(found.get('paid 4 big')).toBe('false')
  })

  test('must not leave a case out, or decide one name twice', () => {
    expect(findings(policy.replace(/\| - .*\n/, ''))).toContain('BY508')
    expect(findings(policy.replace('gives large', 'gives term'))).toContain('BY202')
  })
})

test('a column in which every cell is - tests nothing, and what the others leave out is still found', () => {
  const text = (rows: string) => `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Quote { id text key; submitted date posting; discount percent; margin percent }
decision d for each Quote {
  table unique {
    | discount | margin | => verdict |
${rows}
  }
}
`
  const whole = '    | - | up to 5% | refuse |\n    | - | over 5% | allow |'
  expect(findings(text(whole))).toEqual([])
  expect(findings(text('    | - | up to 5% | refuse |'))).toContain('BY508')
  const data = {
    Quote: [
      { id: 'A', submitted: '2026-02-01', discount: '10%', margin: '5%' },
      { id: 'B', submitted: '2026-02-01', discount: '10%', margin: '6%' },
    ],
  }
  const lines = run(text(whole), data, '2026-01-01', '2026-03-31')
  expect([lines.get('d A'), lines.get('d B')]).toEqual(['refuse', 'allow'])
})
