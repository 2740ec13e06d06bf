import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bylaw, inFolder, type Outcome } from './harness.ts'

/** The policy of `init`; its quarter is worked out by hand in newcomer.test.ts. */
async function explain(...words: readonly string[]): Promise<Outcome> {
  return inFolder(async (cwd) => {
    await bylaw(['init'], { cwd })
    return bylaw(['explain', ...words], { cwd })
  })
}

describe('bylaw explain', () => {
  let whole: Outcome
  beforeAll(async () => {
    whole = await explain('--subject', 'R-01', '--period', '2026-Q3')
  })

  test('gives the total first, then every clause behind it', () => {
    expect(whole.code).toBe(0)
    const order = ['Quarterly pay', 'Commission on orders', 'Quarterly scorecard', 'Performance pay']
    const places = order.map((title) => whole.out.indexOf(`${title} (`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBe(0)
  })

  test('shows the numbers in the formula, the slices of the tiers and the deals', () => {
    for (const part of [
      '543,000.50 ÷ 500,000.00',
      '400,000.00',
      '4,000.00',
      '143,000.50',
      '2,860.01',
      'A-101',
      'A-103',
      'A-110',
    ]) {
      expect(whole.out).toContain(part)
    }
  })

  test('takes a name for a key, and one clause by its id or its title', async () => {
    const byName = await explain(
      '--subject',
      'Lin Yue',
      '--clause',
      'order_commission',
      '--period',
      '2026-Q3',
    )
    const byTitle = await explain(
      '--subject',
      'R-01',
      '--clause',
      'Commission on orders',
      '--period',
      '2026-Q3',
    )
    expect(byName.out).toBe(byTitle.out)
    expect(byName.out).toContain('6,860.01')
    expect(byName.out).not.toContain('Performance pay')
  })

  test('without a period explains the last one that the person has results in', async () => {
    const { code, out } = await explain('--subject', 'R-04', '--clause', 'order_commission')
    expect(code).toBe(0)
    // R-04 has an order in October: the fourth quarter, for which there is no quota.
    expect(out).toContain('2026-Q4')
  })

  test('says why a line is held, and where', async () => {
    const { code, out } = await explain(
      '--subject',
      'R-06',
      '--clause',
      'order_commission',
      '--period',
      '2026-Q3',
    )
    expect(code).toBe(0)
    expect(out).toContain('held')
    expect(out).toContain('Quota')
  })

  test('as JSON gives one versioned list', async () => {
    const { out } = await explain('--subject', 'R-01', '--clause', 'kpi', '--period', '2026-Q3', '--json')
    const { version, explanations } = JSON.parse(out)
    expect(version).toBe(1)
    expect(explanations).toHaveLength(1)
    expect(explanations[0].result).toMatchObject({ is: 'number', text: '103.56' })
  })

  test('misspelled people and clauses are told what was meant', async () => {
    const person = await explain('--subject', 'Lin Yeu', '--period', '2026-Q3')
    expect(person.code).toBe(2)
    expect(person.err).toContain('Try: --subject Lin Yue')
    const clause = await explain('--subject', 'R-01', '--clause', 'order_comission', '--period', '2026-Q3')
    expect(clause.err).toContain('Try: --clause order_commission')
  })

  test('without a subject shows how to write one', async () => {
    const { code, err } = await explain('--period', '2026-Q3')
    expect(code).toBe(2)
    expect(err).toContain('--subject R-17')
  })
})

describe('the statement of a person', () => {
  test('begins with the total and ends with how each line came about', async () => {
    await inFolder(async (cwd) => {
      await bylaw(['init'], { cwd })
      await bylaw(['run', '--period', '2026-Q3', '--out', 'out'], { cwd })
      const text = readFileSync(join(cwd, 'out/statements/R-01.txt'), 'utf8')
      expect(text.split('\n').slice(0, 4)).toEqual([
        'Field sales incentives 2026',
        'Lin Yue (R-01) · 2026-Q3',
        '',
        'Total: 14,060.01 CNY',
      ])
      expect(text).toContain('143,000.50')
    })
  })
})

describe('several results of one person', () => {
  test('explain a number that they share once, and then name it', async () => {
    const words = [
      'explain',
      'policies/handbook-en',
      '--data',
      'policies/handbook-zh/data',
      '--period',
      '2026-Q2',
    ]
    const { out } = await bylaw([...words, '--subject', 'EC1-R1'])
    expect(out.match(/^ {2}Quarter quota = 1,620,000 /gmu)?.length).toBe(1)
    expect(out).toMatch(/^ {2}Explained above: .*Quarter quota/mu)
    const alone = await bylaw([...words, '--subject', 'EC1-R1', '--clause', 'quarter_commission'])
    expect(alone.out).toMatch(/^ {2}Quarter quota = 1,620,000 /mu)
    expect(alone.out).not.toContain('Explained above')
  })
})

test('a part that is paid on a day of its own is explained with all its steps', async () => {
  await inFolder(async (cwd) => {
    writeFileSync(
      join(cwd, 'policy.bylaw'),
      `policy p { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money }
commission held_back for Rep per quarter {
  rate 3% of sum(Order.amount)
  round 0.01 half-up
  release 60% on last_day(), 40% on last_day() + 2 months
}
payout pay for Rep per month {
  add held_back
}
`,
    )
    writeFileSync(join(cwd, 'Rep.csv'), 'id\nA\n')
    writeFileSync(join(cwd, 'Order.csv'), 'id,rep,signed,amount\n1,A,2026-01-05,1000\n')
    const { out } = await bylaw(['explain', '.', '--data', '.', '--period', '2026-03', '--subject', 'A'], {
      cwd,
    })
    expect(out).toContain('held_back 60% (Commission) · A · 2026-Q1 · 2026-03-31\n= 18.00 EUR')
    expect(out).toMatch(/1 {2}rate +3% × sum\(Order\.amount\) +30\.00/u)
    expect(out).toMatch(/3 {2}release +60% +18\.00/u)
    const later = await bylaw(
      ['explain', '.', '--data', '.', '--period', '2026-05', '--subject', 'A', '--json'],
      { cwd },
    )
    const clauses = JSON.parse(later.out).explanations.map(
      ({ clause }: { clause: { id: string } }) => clause.id,
    )
    expect(clauses).toEqual(['pay', 'held_back.2'])
  })
})

test('a sum that stands in a step is told with its rows, and one that a name holds only once', async () => {
  await inFolder(async (cwd) => {
    writeFileSync(
      join(cwd, 'policy.bylaw'),
      `policy p { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; boss Rep optional }
record Order { id text key; rep Rep; signed date posting; amount money }
value sold for Rep per quarter = sum(Order.amount)
value mean for Rep per quarter = avg(Order.amount)
commission own for Rep per quarter {
  rate 1% of sold
  plus 1% * sum(Order.amount where amount > 200 EUR)
  plus 0% * mean
  round 0.01 half-up
}
commission over for Rep per quarter {
  rate 10% of sum(Rep.own, via boss)
  round 0.01 half-up
}
`,
    )
    writeFileSync(join(cwd, 'Rep.csv'), 'id,boss\nA,M\nB,M\nM,\n')
    writeFileSync(
      join(cwd, 'Order.csv'),
      'id,rep,signed,amount\n1,A,2026-01-05,100\n2,A,2026-01-06,300\n3,B,2026-01-07,700\n4,M,2026-01-07,0\n',
    )
    const asked = (key: string) =>
      bylaw(['explain', '.', '--data', '.', '--period', '2026-Q1', '--subject', key], { cwd })
    const own = (await asked('A')).out
    expect(own).toContain(
      '  sum(Order.amount where Order.amount > 200) = 300.00    policy.bylaw:8\n      Order, 1 row:\n        2  300.00\n',
    )
    // 400 stands under its name, and 200 of two orders under that of the mean.
    expect(own.match(/\bOrder, 2 rows:/gu)).toHaveLength(2)
    expect(own).not.toMatch(/^ {2}(?:sum|count)\(Order(?:\.amount)?\) =/mu)
    // A: 1 % of 400 and of 300; B: 1 % of 700 twice.
    expect((await asked('M')).out).toContain(
      '  sum(own) = 21.00    policy.bylaw:13\n      Rep, 2 rows:\n        A 2026-Q1   7.00\n        B 2026-Q1  14.00\n',
    )
  })
})
