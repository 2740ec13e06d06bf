import { describe, expect, test } from 'vitest'
import { standingId, standingsOf } from '../../../src/review/statement/standing.ts'
import { touchedBy } from '../../../src/review/statement/touched.ts'
import { data, policy } from './policy.ts'
import { stated } from './stated.ts'

const run = stated(policy, data)

describe('whom and what a clause touched', () => {
  test('its people stand by amount, the largest first, with what they come to together', () => {
    // Ada 100.00; Cai 790 × 5 % = 39.50; Ben is below the gate.
    const found = touchedBy(run, undefined, 'main', 'en')
    expect(found?.people.map(({ key, label, amount }) => [key, label, amount.exact])).toEqual([
      ['R1', 'Ada', '100.00'],
      ['R3', 'Cai', '39.50'],
      ['R2', 'Ben', '0.00'],
    ])
    expect(found?.totals).toEqual([
      { amount: { exact: '139.50', shown: '139.50', currency: 'EUR', held: 0 } },
    ])
    expect(found?.notFor).toBe(0)
  })

  test('its deals are those that its measure counted, of everybody, the largest first; none that it did not', () => {
    const [sold, ...others] = touchedBy(run, undefined, 'main', 'en')?.rows ?? []
    expect(others).toEqual([])
    expect(sold?.counted).toBe('sum(Deal.amount where not Deal.cancelled)')
    expect(sold?.listed.map(({ key, exact }, at) => [key, sold.people[at], exact])).toEqual([
      ['D1', 'Ada R1', '900.00'],
      ['D6', 'Cai R3', '790.00'],
      ['D2', 'Ada R1', '600.00'],
      ['D5', 'Ben R2', '490.00'],
    ])
    expect([sold?.total, sold?.sum, sold?.held]).toEqual([4, '2,780.00', 0])
  })

  test('whom it is not for is counted and not listed, and their deals are not either', () => {
    const found = touchedBy(run, undefined, 'senior_bonus', 'en')
    expect(found?.people.map(({ key }) => key)).toEqual(['R1'])
    expect(found?.notFor).toBe(2)
  })

  test('what is held stands last and is in no total', () => {
    // Ada 10 × 85, Ben 10 × 70; nobody answered about Cai.
    const found = touchedBy(run, undefined, 'service', 'en')
    expect(found?.people.map(({ key, amount }) => [key, amount.exact, amount.held])).toEqual([
      ['R1', '850.00', 0],
      ['R2', '700.00', 0],
      ['R3', undefined, 1],
    ])
    expect(found?.totals[0]?.amount).toMatchObject({ exact: '1550.00', held: 1 })
  })

  test('each person has the change against the base version', () => {
    const base = stated(policy.replace('10%  |', '8%   |'), data)
    const found = touchedBy(run, base, 'main', 'en')
    expect(found?.people.map(({ key, change }) => [key, change])).toEqual([
      ['R1', '10.00'],
      ['R3', '0.00'],
      ['R2', '0.00'],
    ])
    expect(found?.totals[0]?.change).toBe('10.00')
  })

  test('a clause that pays each deal lists those, with what each paid and to whom', () => {
    const each = policy.replace(
      'payout pay',
      'bonus spiff "Spiff" for each Deal where not cancelled to rep {\n  start 1% * amount\n  round 0.01 half-up\n}\n\npayout pay',
    )
    const found = touchedBy(stated(each, data), undefined, 'spiff', 'en')
    expect(found?.people.map(({ key, count, amount }) => [key, count, amount.exact])).toEqual([
      ['R1', 2, '15.00'],
      ['R3', 1, '7.90'],
      ['R2', 1, '4.90'],
    ])
    expect(found?.rows[0]?.listed.map(({ key, exact }) => [key, exact])).toEqual([
      ['D1', '9.00'],
      ['D6', '7.90'],
      ['D2', '6.00'],
      ['D5', '4.90'],
    ])
  })

  test('a clause that there is not has touched nothing', () => {
    expect(touchedBy(run, undefined, 'nothing', 'en')).toBeUndefined()
  })
})

describe('where everybody stands', () => {
  test('says what the tiers go by, exactly, and cuts a quotient without end rather than round it over a threshold', () => {
    const almost = {
      ...data,
      Deal: [{ ...data.Deal[0], amount: '1999.99' }],
      Rep: [{ ...data.Rep[0], quota: '3000' }],
    }
    const { measures, of } = standingsOf(stated(policy, { ...almost, Survey: [] }))
    expect(measures).toEqual([{ id: 'attainment', label: 'Attainment' }])
    // 1,999.99 ÷ 3,000 = 66.666 3…%
    expect(of.get(standingId('Rep', 'R1'))?.measured[0]).toMatchObject({ shown: '66.66…%' })
    expect(standingsOf(run).of.get(standingId('Rep', 'R1'))?.measured[0]).toEqual({
      exact: '1.5',
      shown: '150%',
    })
  })

  test('flags a gate that is not met, and a cap or a floor where it changed the amount', () => {
    const capped = stated(
      policy
        .replace(
          '  round 0.01 half-up\n}\n\nbonus senior',
          '  cap 60 EUR lost\n  round 0.01 half-up\n}\n\nbonus senior',
        )
        .replace('start 500 EUR\n', 'start 500 EUR\n  floor 100 EUR\n'),
      data,
    )
    const flags = (key: string) => standingsOf(capped).of.get(standingId('Rep', key))?.flags
    expect(flags('R1')).toEqual([{ is: 'cap', clause: 'main', title: 'Commission' }])
    expect(flags('R2')).toEqual([{ is: 'gate', clause: 'main', title: 'Commission' }])
    expect(flags('R3')).toEqual([])
  })

  test('flags what is paid to nobody, since the payout that lists it is not for that person', () => {
    const forSeniors = policy.replace(
      'for Rep per quarter {\n  add main',
      'for Rep where rep.senior per quarter {\n  add main',
    )
    const { of } = standingsOf(stated(forSeniors, data))
    const unpaid = (key: string) => of.get(standingId('Rep', key))?.flags.filter(({ is }) => is === 'unpaid')
    // Ben is no senior: his service bonus is 10 × 70, of his commission nothing is left.
    expect(unpaid('R2')).toEqual([{ is: 'unpaid', clause: 'service', title: 'Service bonus' }])
    expect([unpaid('R1'), unpaid('R3')]).toEqual([[], []])
  })
})
