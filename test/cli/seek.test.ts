import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy p "Plan" {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Rep {
  id text key
  name text
  quota money
}

record Order {
  id text key
  rep Rep
  signed date posting
  amount money
}

parameter base_rate = 3%

value sold for Rep per quarter = sum(Order.amount)

value attainment "Attainment" for Rep per quarter = sold / quota

commission pay "Commission" for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate      |
    | 0%   | base_rate |
    | 100% | 5%        |
  }
  round 0.01 half-up
}
`

/** `bylaw seek` on two people: 900.00 of 1,000.00 sold, and 2,000.00 of 1,000.00. */
function seek(words: readonly string[], asked = policy) {
  return inFolder(async (cwd) => {
    mkdirSync(join(cwd, 'data'))
    writeFileSync(join(cwd, 'policy.bylaw'), asked)
    writeFileSync(
      join(cwd, 'data/Rep.csv'),
      'id,name,quota\nR-1,Lin,1000.00\nR-2,Chen,1000.00\nR-3,Zhao,1000.00\n',
    )
    const orders = 'O-1,R-1,2026-02-03,900.00\nO-2,R-2,2026-02-04,2000.00\n'
    writeFileSync(join(cwd, 'data/Order.csv'), `id,rep,signed,amount\n${orders}`)
    return bylaw(['seek', '--period', '2026-Q1', ...words], { cwd })
  })
}

test('the rate that keeps a total is found to its last step, with the proof and what it is now', async () => {
  // 1,900.00 at the base rate and 1,000.00 at 5 %: 57.00 + 50.00 as written; 5 % would be 95.00 + 50.00.
  const { code, out } = await seek(['base_rate', '--total', '126'])
  expect(code).toBe(0)
  // 4 % of 900.00 and of 1,000.00 is 76.00, with the 50.00 exactly 126.00; at 4.01 % 36.09 + 40.10 + 50.00.
  expect(out).toContain('base_rate: which value keeps the total of 2026-Q1 at most 126.00 CNY?')
  expect(out).toContain(
    '  base_rate = 4%: 126.00 CNY\n    at 4.01% it would be 126.19 CNY, more than 126.00 CNY',
  )
  expect(out).toContain('  as written, 3%: 107.00 CNY')
})

test('as data', async () => {
  const { out } = await seek(['base_rate', '--total', '126', '--format', 'json', '--clause', 'pay'])
  expect(JSON.parse(out)).toMatchObject({
    whatIf: true,
    parameter: 'base_rate',
    clause: 'pay',
    total: '126.00',
    answers: [{ value: '4%', total: '126.00', next: { value: '4.01%', total: '126.19' } }],
    now: { value: '3%', total: '107.00' },
  })
})

test('in Chinese, with a total in ten thousands; what no value reaches has exit code 1', async () => {
  const { code, out } = await seek(['base_rate', '--total', '1万', '--language', 'zh-Hans'])
  expect(code).toBe(1)
  // 100 % of 1,900.00, and the 50.00.
  expect(out).toContain('从 0% 到 100% 都不超过 10,000.00 CNY：最多为 1,950.00 CNY（取 100% 时）。')
})

test('values between two bounds, as finely as is asked for', async () => {
  const { out } = await seek([
    'base_rate',
    '--total',
    '126.05',
    '--from',
    '3%',
    '--to',
    '5%',
    '--step',
    '0.001%',
  ])
  // 36.03 + 40.03 + 50.00 = 126.06 at 4.003 %; 36.02 + 40.02 + 50.00 = 126.04 at 4.002 %.
  expect(out).toContain('base_rate = 4.002%: 126.04 CNY\n    at 4.003% it would be 126.06 CNY')
})

test('what somebody must still sell for the next tier is exact to the cent, and proved', async () => {
  const { code, out } = await seek(['--subject', 'R-1', '--next-tier', 'pay'])
  expect(code).toBe(0)
  expect(out).toContain('Lin (R-1) · 2026-Q1\nCommission: 90% stands in row 1 of the tiers, which pays 27.00')
  expect(out).toContain('One more Order like O-1 with amount 100.00 reaches row 2, from 100%:')
  expect(out).toContain('  with 100.00: 100%, row 2, pays 30.00\n  with 99.99: 99.999%, row 1, pays 30.00')
})

test('in Chinese, and as data', async () => {
  const { out } = await seek(['--subject', 'Lin', '--next-tier', 'Commission', '--language', 'zh-Hans'])
  expect(out).toContain('再有一笔与 O-1 相同的 Order，amount 为 100.00，即到第 2 档（自 100%）：')
  const json = await seek(['--subject', 'R-1', '--next-tier', 'pay', '--format', 'json'])
  expect(JSON.parse(json.out)).toMatchObject({
    outcome: 'reached',
    record: 'Order',
    field: 'amount',
    like: 'O-1',
    amount: '100.00',
    aStepLess: { amount: '99.99', row: 1 },
  })
})

test('who is in the highest tier is told so; who has sold nothing is asked for a row to go by', async () => {
  expect((await seek(['--subject', 'R-2', '--next-tier', 'pay'])).out).toContain('That is the highest row.')
  const { code, err } = await seek(['--subject', 'R-3', '--next-tier', 'pay'])
  expect(code).toBe(2)
  expect(err).toContain('error[BY979]')
})

test('what cannot be sought says what to write', async () => {
  expect((await seek([])).err).toContain('error[BY976]')
  expect((await seek(['base_rat', '--total', '1'])).err).toContain('Did you mean `base_rate`?')
  expect((await seek(['base_rate', '--total', 'much'])).code).toBe(2)
  expect((await seek(['base_rate', '--total', '1', '--to', '5'])).err).toContain('error[BY977]')
  expect((await seek(['--subject', 'R-9', '--next-tier', 'pay'])).err).toContain('error[BY911]')
  expect((await seek(['--subject', 'R-1', '--next-tier', 'py'])).err).toContain('pay')
})
