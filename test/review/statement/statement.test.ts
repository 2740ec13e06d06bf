import { describe, expect, test } from 'vitest'
import { openedValue } from '../../../src/review/statement/opened-value.ts'
import { statementOf } from '../../../src/review/statement/statement.ts'
import { data, policy } from './policy.ts'
import { stated, stepText, textOf } from './stated.ts'

const run = stated(policy, data)

function statement(key: string, base?: string) {
  const found = statementOf(
    run,
    base === undefined ? undefined : stated(base, data),
    { record: 'Rep', key },
    'en',
  )
  if (!found) throw new Error(key)
  return found
}

describe('a statement', () => {
  test('says the total first, then what is paid, then what that stands on, then what does not apply', () => {
    // Ada: 1,000 × 5 % + 500 × 10 % = 100; 500; 10 × 85 = 850.
    const ada = statement('R1')
    expect(ada.totals).toEqual([
      { currency: 'EUR', total: { exact: '1450.00', shown: '1,450.00', currency: 'EUR', held: 0 } },
    ])
    expect(ada.lines.map(({ title, amount, state }) => [title, amount.exact, state])).toEqual([
      ["Quarter's pay", '1450.00', 'decided'],
      ['Commission', '100.00', 'decided'],
      ['Senior bonus', '500.00', 'decided'],
      ['Service bonus', '850.00', 'decided'],
    ])
    expect(statement('R2').lines.map(({ title, state }) => `${title}: ${state}`)).toEqual([
      "Quarter's pay: decided",
      'Commission: nothing',
      'Service bonus: decided',
      'Senior bonus: not-applicable',
    ])
  })

  test('tells each step with the numbers in it, and each number that has a formula of its own can be opened', () => {
    const commission = statement('R1').lines.find(({ clause }) => clause === 'main')
    expect(commission?.explanation?.steps.map(stepText)).toEqual([
      'gate | Attainment ≥ 50% | = 150% ≥ 50% | met',
      'tiers |  | 100.00',
      'round | 0.01 half-up | 100.00',
    ])
    const [gate, tiers] = commission?.explanation?.steps ?? []
    expect(gate?.lines[1]?.filter(({ ref }) => ref).map(({ text }) => text)).toEqual(['150%'])
    expect(tiers?.tiers && textOf(tiers.tiers.head)).toBe(
      'of Sales = 1,500.00, by Attainment = 150%, each slice at its own rate',
    )
    expect(
      tiers?.tiers?.rows.map(({ start, give, slice, pays, reached }) => [start, give, slice, pays, reached]),
    ).toEqual([
      ['from 0%', '5%', '1,000.00', '50.00', false],
      ['from 100%', '10%', '500.00', '50.00', true],
    ])
  })

  test('lists the rows that a number counted, each with what it counts, and none that it did not', () => {
    const commission = statement('R1').lines.find(({ clause }) => clause === 'main')
    const sold = commission?.explanation?.values.find(({ label }) => label === 'Sales')
    expect(sold?.rows?.total).toBe(2)
    expect(sold?.rows?.fields).toEqual(['rep', 'closed', 'amount', 'cancelled'])
    expect(sold?.rows?.listed.map(({ key, cells, value, exact }) => [key, cells, value, exact])).toEqual([
      ['D1', ['R1', '2026-01-10', '900.00', 'no'], '900.00', '900.00'],
      ['D2', ['R1', '2026-02-10', '600.00', 'no'], '600.00', '600.00'],
    ])
  })

  test('a number is opened by its place alone, with all that it reads in its turn', () => {
    const gate = statement('R1').lines.find(({ clause }) => clause === 'main')?.explanation?.steps[0]
    const ref = gate?.lines[1]?.find((piece) => piece.ref)?.ref
    const opened = ref ? openedValue(run, ref, 'en') : []
    expect(opened.map(({ label, result }) => `${label} = ${result}`)).toEqual([
      'Attainment = 150%',
      'Sales = 1,500.00',
    ])
    expect(opened[0]?.lines.map(textOf)).toEqual(['Sales ÷ quota', '= 1,500.00 ÷ 1,000.00'])
    expect(openedValue(run, { column: 'no such column', row: 0 }, 'en')).toEqual([])
  })

  test('says of what is held why, where that arose, and what to do; the total is held with it', () => {
    // Nobody answered about Cai.
    const cai = statement('R3')
    const service = cai.lines.find(({ clause }) => clause === 'service')
    expect(service?.state).toBe('held')
    expect(service?.reason?.place).toContain('R3')
    expect(service?.reason?.help).not.toBe('')
    expect(cai.totals[0]?.total).toEqual({ shown: '', currency: 'EUR', held: 1 })
  })

  test('shows beside each line that differs what the base version says, and nothing beside the others', () => {
    // The base version paid 8 % above quota: 1,000 × 5 % + 500 × 8 % = 90.
    const ada = statement('R1', policy.replace('10%  |', '8%   |'))
    expect(ada.totals[0]).toMatchObject({ before: '1440.00', change: '10.00' })
    expect(ada.lines.map(({ title, before }) => [title, before?.text, before?.change])).toEqual([
      ["Quarter's pay", '1,440.00', '10.00'],
      ['Commission', '90.00', '10.00'],
      ['Senior bonus', undefined, undefined],
      ['Service bonus', undefined, undefined],
    ])
    const was = ada.lines.find(({ clause }) => clause === 'main')?.before?.explanation
    expect(was?.steps[1]?.tiers?.rows[1]).toMatchObject({ give: '8%', pays: '40.00' })
  })

  test('shows the way to an amount that came out the same by another way', () => {
    const ada = statement('R1', policy.replace('gate attainment >= 50%', 'gate attainment >= 60%'))
    expect(ada.lines.map(({ title, before }) => [title, before?.change])).toEqual([
      ["Quarter's pay", undefined],
      ['Commission', '0.00'],
      ['Senior bonus', undefined],
      ['Service bonus', undefined],
    ])
  })

  test('a clause that is no longer there is shown with what it paid', () => {
    const base = policy.replace(
      'payout pay',
      'bonus spring "Spring" for Rep per quarter {\n  start 5 EUR\n}\n\npayout pay',
    )
    const ada = statement('R1', base)
    expect(ada.lines.at(-1)).toMatchObject({ title: 'Spring', before: { text: '5.00', change: '-5.00' } })
    expect(ada.totals[0]?.change).toBe('-5.00')
  })

  test('a sum or an average without a name is opened as well, down to its rows', () => {
    const service = statement('R1').lines.find(({ clause }) => clause === 'service')
    const average = service?.explanation?.steps[1]?.lines.flat().find(({ ref }) => ref)
    expect(average?.text).toBe('85')
    const [opened] = average?.ref ? openedValue(run, average.ref, 'en') : []
    expect([opened?.label, opened?.result]).toEqual(['avg(Survey.score)', '85'])
    expect(opened?.rows?.listed.map(({ key, value }) => [key, value])).toEqual([
      ['S1', '80'],
      ['S2', '90'],
    ])
  })

  test('a value without a title is called by its name in the policy', () => {
    const untitled = stated(policy.replace('value sold "Sales"', 'value sold'), data)
    const found = statementOf(untitled, undefined, { record: 'Rep', key: 'R1' }, 'en')
    const commission = found?.lines.find(({ clause }) => clause === 'main')
    expect(commission?.explanation?.values.map(({ label }) => label)).toEqual(['Attainment', 'sold'])
  })

  test('each line leads to the whole of its clause', () => {
    const [, commission] = statement('R1').lines
    const { from = 0, to = 0 } = commission?.span ?? {}
    expect(policy.slice(from, to)).toMatch(/^commission main [^}]*}\n {2}round 0\.01 half-up\n}$/)
  })

  test('nobody is invented: who is in neither version has none', () => {
    expect(statementOf(run, undefined, { record: 'Rep', key: 'R9' }, 'en')).toBeUndefined()
  })
})
