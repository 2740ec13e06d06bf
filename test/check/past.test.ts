import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { balancesOf } from '../../src/targets/evaluate/balances.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { explained } from '../explained.ts'
import { findings, run } from '../run-policy.ts'

/** Every expected amount here is worked by hand from these few rows. */
const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; joined date; left date optional; exists from joined until left }
record Order { id text key; rep Rep; signed date posting; amount money }
value sold for Rep per month = sum(Order.amount)
`
const order = (signed: string, amount: string, rep = 'A') => ({ id: signed + rep, rep, signed, amount })
const data = {
  Rep: [
    { id: 'A', joined: '2025-01-01', left: null },
    { id: 'B', joined: '2026-03-15', left: '2026-04-20' },
  ],
  Order: [
    order('2026-01-10', '400'),
    order('2026-02-10', '600'),
    order('2026-03-10', '1500'),
    order('2026-04-10', '1800'),
    order('2026-04-11', '100', 'B'),
  ],
}
const results = (text: string, clause: string, from = '2026-01-01', until = '2026-05-31') => {
  const found = run(head + text, data, from, until)
  return (subject: string) =>
    ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'].map((month) =>
      found.get(`${clause} ${subject} ${month}`),
    )
}

describe('a value that reads its own past', () => {
  test('adds up from the first period of the policy, and from the first of a subject', () => {
    const all = results(
      'value total for Rep per month starts 50 CNY = (total in previous month) + sold\ndecision d for Rep per month { gives total = total }',
      'd',
    )
    expect(all('A')).toEqual(['450.00', '1050.00', '2550.00', '4350.00', '4350.00'])
    expect(all('B').slice(2, 4)).toEqual(['50.00', '150.00'])
  })

  test('is the same when only a later period is asked for', () => {
    const text =
      'value total for Rep per month starts 50 CNY = (total in previous month) + sold\ndecision d for Rep per month { gives total = total }'
    expect(results(text, 'd', '2026-05-01')('A').at(-1)).toBe('4350.00')
  })

  test('begins anew where it resets', () => {
    const all = results(
      'value total for Rep per month starts 0 CNY resets each quarter = (total in previous month) + sold\ndecision d for Rep per month { gives total = total }',
      'd',
    )
    expect(all('A')).toEqual(['400.00', '1000.00', '2500.00', '1800.00', '1800.00'])
  })

  test('is held from the first held period on', () => {
    const all = results(
      'value ratio for Rep per month starts 0 CNY = (ratio in previous month) + 1 CNY * (100 CNY / sold)\ndecision d for Rep per month { gives ratio = ratio }',
      'd',
    )
    expect(all('A').slice(0, 2)).toEqual(['0.250000000000', '0.416666666667'])
    expect(all('A')[4]).toMatch(/held/)
  })
})

describe('a draw', () => {
  test('tops up, and takes back only from what lies above it', () => {
    const all = results(
      'commission draw for Rep per month { start sold; floor 1_000 CNY carried; round 0.01 half-up }',
      'draw',
    )
    // Owed 600, 1,000, then 500 of March's 500 above and 500 of April's 800.
    expect(all('A')).toEqual(['1000.00', '1000.00', '1000.00', '1300.00', '1000.00'])
  })

  test('takes back a part from a day on', () => {
    const all = results(
      'commission draw for Rep per month { start sold; floor 1_000 CNY carried recovered 50% from 2026-04-01; round 0.01 half-up }\ndecision d for Rep per month { gives owed = draw.owed }',
      'draw',
    )
    expect(all('A')).toEqual(['1000.00', '1000.00', '1500.00', '1400.00', '1000.00'])
  })
})

describe('a draw that is forgiven', () => {
  const served = 'value served for Rep per month starts 0 = (served in previous month) + 1\n'
  const guarantee = 'if last_day() <= 2026-02-28 then 1_000 CNY else 0 CNY'

  test('after four settlements is owed no more, and what was left of it is not taken back', () => {
    const text = `${served}commission draw for Rep per month { start sold; floor ${guarantee} carried recovered 10% forgiven when served >= 4; round 0.01 half-up }
decision d for Rep per month { gives owed = draw.owed }`
    // 600 and 400 are added to make up 1,000; a tenth of 1,500 and of 1,800 comes back, and 670 are left.
    expect(results(text, 'draw')('A')).toEqual(['1000.00', '1000.00', '1350.00', '1620.00', '0.00'])
    expect(results(text, 'd')('A')).toEqual(['600.0000', '1000.0000', '850.0000', '0.0000', '0.0000'])
  })

  test('on leaving ends with the last period', () => {
    const text = `commission draw for Rep per month { start sold; floor 1_000 CNY carried recovered forgiven when left present and left <= last_day(); round 0.01 half-up }
decision d for Rep per month { gives owed = if draw.owed applicable then draw.owed else -1 CNY }`
    const found = run(head + text, data, '2026-01-01', '2026-05-31')
    // B is there in March and April: 1,000 and 900 are added, all of it forgiven when B leaves on April 20.
    expect(['03', '04'].map((month) => found.get(`d B 2026-${month}`))).toEqual(['1000.00', '0.00'])
    expect(['03', '04'].map((month) => found.get(`draw B 2026-${month}`))).toEqual(['1000.00', '1000.00'])
  })

  test('is told with what was forgiven', () => {
    const text = `${served}commission draw for Rep per month { start sold; floor ${guarantee} carried recovered 10% forgiven when served >= 4; round 0.01 half-up }`
    const asked = { output: 'draw', row: 0, day: '2026-04-30' } as const
    const english = explained(head + text, data, { ...asked, language: 'en' })
    for (const line of ['draw owed before: 850.00', 'draw forgiven: 670.00', 'draw still owed: 0.00'])
      expect(english).toContain(line)
    expect(explained(head + text, data, { ...asked, language: 'zh-Hans' })).toContain('served ≥ 4')
  })

  test('that is paid by month may be taken back by quarter', () => {
    const text = `bonus advance for Rep where id = "A" per month { start 300 CNY when last_day() <= 2026-02-28; round 0.01 half-up }
value advanced for Rep per quarter = sum(Rep.advance)
value earned for Rep per quarter = sum(Order.amount) * 0.1
commission net for Rep per quarter { start earned; minus advanced; floor earned * 50% carried recovered; round 0.01 half-up }
payout quarter_pay for Rep per quarter { add net }
decision d for Rep per quarter { gives owed = net.owed }`
    const found = run(head + text, data, '2026-01-01', '2026-06-30')
    // 600 are advanced. 250 and 180 are earned: half of each is taken back.
    expect(['Q1', 'Q2'].map((q) => found.get(`net A 2026-${q}`))).toEqual(['125.00', '90.00'])
    expect(['Q1', 'Q2'].map((q) => found.get(`d A 2026-${q}`))).toEqual(['475.00000', '385.00000'])
  })
})

describe('a cap that is carried', () => {
  test('pays what lies beyond it as soon as there is room', () => {
    const all = results(
      'commission pay for Rep per month { start sold; cap 1_000 CNY carried; round 0.01 half-up }',
      'pay',
    )
    // Beyond it: 500 in March, 800 more in April; 1,000 of that in May.
    expect(all('A')).toEqual(['400.00', '600.00', '1000.00', '1000.00', '1000.00'])
  })

  test('waits while a gate is not met', () => {
    const all = results(
      'commission pay for Rep per month { gate sold <> 600 CNY; start sold; cap 300 CNY carried; round 0.01 half-up }\ndecision d for Rep per month { gives carried = pay.carried }',
      'd',
    )
    expect(all('A')).toEqual(['100.00', '100.00', '1300.00', '2800.00', '2500.00'])
  })

  test('of a payout waits while none of its clauses applies', () => {
    const all = results(
      'bonus b for Rep where sold <> 600 CNY per month { start sold; round 0.01 half-up }\npayout pay for Rep per month { add b; cap 300 CNY carried }\ndecision d for Rep per month { gives carried = pay.carried }',
      'd',
    )
    expect(all('A')).toEqual(['100.00', '100.00', '1300.00', '2800.00', '2500.00'])
  })
})

describe('what is carried', () => {
  test('stays in a period that the clause is not for, and after its subject has left', () => {
    const text = `value meant for Rep per month = sold <> 600 CNY
commission pay for Rep where meant per month { start sold; cap 100 CNY carried; round 0.01 half-up }
decision d for Rep per month { gives carried = pay.carried }`
    const all = results(text, 'd')
    expect(all('A')).toEqual(['300.00', '300.00', '1700.00', '3400.00', '3300.00'])
    // B earned 100 before leaving in April; of it 60 stays in the balances, since nobody was paid them.
    const { plan } = compile([{ name: 'p.bylaw', text: head + text.replace('cap 100', 'cap 40') }])
    if (!plan) throw new Error('the policy has errors')
    const span = { from: parseDay('2026-01-01') ?? 0, until: parseDay('2026-06-30') ?? 0 }
    const balances = balancesOf(evaluate(plan, rowsFromObjects(plan, data).rows, { span }))
    expect(balances.find(({ subject }) => subject === 'B')).toMatchObject({
      of: 'pay.carried',
      value: '60.00',
    })
  })
})

describe('findings', () => {
  test('what carries needs periods and a first day', () => {
    expect(
      findings(`${head}commission c for each Order { start amount; cap 5 CNY carried; round 0.01 half-up }`),
    ).toContain('BY453')
    expect(
      findings(
        head.replace('; effective from 2026-01-01 until open', '') +
          'commission c for Rep per month { start sold; cap 5 CNY carried; round 0.01 half-up }',
      ),
    ).toContain('BY454')
  })

  test('only its own past may be read without an end', () => {
    expect(findings(`${head}value a for Rep per month starts 0 CNY = a + sold`)).toContain('BY406')
    expect(
      findings(
        `${head}value a for Rep per month starts 0 CNY = (b in previous month) + sold\nvalue b for Rep per month = a`,
      ),
    ).toContain('BY406')
  })
})
