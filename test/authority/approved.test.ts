import { describe, expect, test } from 'vitest'
import { run } from '../run-policy.ts'

const policy = `policy approvals "Approvals" {
  language en
  currency CNY
  effective from 2026-01-01 until open
  calendar cn
}

record Person { id text key }
record Assignment {
  person Person; role one of rep, senior, manager, director, gm, finance; manager Person optional
  begins date; ends date optional
  in force from begins until ends by person
}
record Delegation {
  giver Person; taker Person; begins date; ends date
  in force from begins until ends by giver
}
record Order {
  id text key; person Person; submitted date posting; signed date
  amount money; discount percent; margin percent
}
record Approval { id text key; order Order; by Person; decided date; discount percent; amount money }

authority discount_authority "Discount authority" for each Order {
  ranks rep, senior, manager, director, gm by Assignment(person).role
  asked by person
  superior Assignment(person).manager
  own up to senior, others from manager
  limit "By discount" discount up to, above refuse {
    | => rep | => senior | => manager | => director | => gm |
    | 5%     | 8%        | 12%        | 20%         | 30%   |
  }
  table "By margin" unique {
    | margin    | => verdict                        |
    | from 15%  | allow                             |
    | under 15% | approval all of director, finance |
  }
  substitute Delegation(approver).taker
  approved by Approval.by for Approval.order on Approval.decided, needed on order.signed, valid 15 days
  late when working_days(signed, Approval.decided) <= 6
  again when discount > Approval.discount or amount > Approval.amount * 110%
}

value factor "What the order counts with" for each Order =
  if discount_authority.approved in (unneeded, timely) then 1 else if discount_authority.approved = late then 0.5 else 0

commission pay for each Order { rate 1% of amount; times factor; round 0.01 half-up }
`

const superiors = {
  rep: 'manager',
  senior: 'manager',
  manager: 'director',
  director: 'gm',
  other: 'director',
}
const roles = {
  rep: 'rep',
  senior: 'senior',
  manager: 'manager',
  director: 'director',
  gm: 'gm',
  finance: 'finance',
  other: 'manager',
}
const staff = {
  Person: Object.keys(roles).map((id) => ({ id })),
  Assignment: Object.entries(roles).map(([person, role]) => ({
    person,
    role,
    manager: Object.entries(superiors).find(([id]) => id === person)?.[1] ?? null,
    begins: '2026-01-01',
    ends: null,
  })),
}
const order = (id: string, more: { readonly [field: string]: string } = {}) => ({
  id,
  person: 'manager',
  submitted: '2026-05-15',
  signed: '2026-06-01',
  amount: '500000',
  discount: '10%',
  margin: '24%',
  ...more,
})
const approval = (of: string, decided: string, more: { readonly [field: string]: string } = {}) => ({
  id: `${of} ${decided} ${more.by ?? ''}`,
  order: of,
  by: 'director',
  decided,
  discount: '10%',
  amount: '500000',
  ...more,
})
const approved = (
  orders: readonly ReturnType<typeof order>[],
  approvals: readonly ReturnType<typeof approval>[],
  delegations: readonly { readonly [field: string]: string }[] = [],
  text = policy,
) => {
  const data = { ...staff, Order: orders, Approval: approvals, Delegation: delegations }
  const lines = run(text, data, '2026-05-01', '2026-06-30')
  return (id: string, part = 'approved') =>
    lines.get(part === 'pay' ? `pay ${id}` : `discount_authority ${id} ${part}`)
}

describe('what was approved', () => {
  // The situations S13 of the handbook: a manager's own orders of 1 June at 10 %, which the director decides.
  test('counts once it is there by the day on which it is needed, for fifteen days, and late within five working days', () => {
    const ids = ['never', 'day 5', 'day 6', 'expired', 'grown 10', 'grown 10.01', 'day 15']
    const amounts: { readonly [id: string]: string } = { 'grown 10': '550000', 'grown 10.01': '550050' }
    const of = approved(
      ids.map((id) => order(id, { amount: amounts[id] ?? '500000' })),
      [
        // Five working days after Monday 1 June: Monday 8 June.
        approval('day 5', '2026-06-08'),
        approval('day 6', '2026-06-09'),
        approval('expired', '2026-05-16'),
        approval('grown 10', '2026-05-28'),
        approval('grown 10.01', '2026-05-28'),
        approval('day 15', '2026-05-17'),
      ],
    )
    expect(of('never', 'approver')).toBe('director')
    expect(ids.map((id) => of(id))).toEqual([
      'none',
      'late',
      'none',
      'expired',
      'timely',
      'changed',
      'timely',
    ])
    // What an order without its approval does elsewhere: it pays nothing, approved late half.
    expect(ids.map((id) => of(id, 'pay'))).toEqual([
      '0.00',
      '2500.00',
      '0.00',
      '0.00',
      '5500.00',
      '0.00',
      '5000.00',
    ])
  })

  test('holds for working days where the rule says so: the day after the fifteenth it has expired', () => {
    const text = policy.replace('valid 15 days', 'valid 15 working days')
    // Of the 15 days up to Monday 1 June none is a weekend; Saturday 9 May is worked.
    const of = approved(
      [order('15'), order('16')],
      [approval('15', '2026-05-11'), approval('16', '2026-05-09')],
      [],
      text,
    )
    expect([of('15'), of('16')]).toEqual(['timely', 'expired'])
  })

  test('holds as long as the table says that asks for it: of several tables the shortest, of others the usual time', () => {
    // The director's for the discount 30 days; with finance for the margin 10. Both are needed by 1 June.
    const spans = policy
      .replace('discount up to, above', 'discount up to, valid 30 days, above')
      .replace('"By margin" unique', '"By margin" unique, valid 10 days')
    const low = { margin: '14%' }
    const ids = ['day 30', 'day 31', 'both 10', 'both 11', 'finance 11']
    const both = (id: string, director: string, finance: string) => [
      approval(id, director),
      approval(id, finance, { by: 'finance' }),
    ]
    const given = [
      approval('day 30', '2026-05-02'),
      approval('day 31', '2026-05-01'),
      ...both('both 10', '2026-05-22', '2026-05-22'),
      ...both('both 11', '2026-05-21', '2026-05-22'),
      ...both('finance 11', '2026-05-22', '2026-05-21'),
    ]
    const orders = ids.map((id) => order(id, id.startsWith('day') ? {} : low))
    const of = approved(orders, given, [], spans)
    expect(ids.map((id) => of(id))).toEqual(['timely', 'expired', 'timely', 'expired', 'expired'])
    // A margin alone: what the discount asks for is within one's own limit, and its time does not matter.
    const alone = { ...low, person: 'rep', discount: '5%' }
    const margin = approved([order('m', alone)], both('m', '2026-05-22', '2026-05-21'), [], spans)
    expect(margin('m')).toBe('expired')
    const usual = policy.replace('"By margin" unique', '"By margin" unique, valid 30 days')
    const kept = approved(
      [order('m', alone), order('d')],
      [...both('m', '2026-05-02', '2026-05-02'), approval('d', '2026-05-16')],
      [],
      usual,
    )
    expect([kept('m'), kept('d')]).toEqual(['timely', 'expired'])
  })

  test('is not needed within one’s own limit, and cannot be given for what is refused', () => {
    const of = approved(
      [order('own', { person: 'rep', discount: '5%' }), order('deep', { discount: '31%' })],
      [approval('deep', '2026-05-28', { by: 'gm', discount: '31%' })],
    )
    expect([of('own'), of('deep')]).toEqual(['unneeded', 'none'])
  })

  test('is given by somebody above with the rank, never by whoever asks or by somebody else’s superior', () => {
    const ids = ['manager', 'director', 'gm', 'other', 'rep', 'senior']
    const of = approved(
      ids.map((by) => order(by, { person: 'rep', discount: '11%' })),
      ids.map((by) => approval(by, '2026-05-28', { by, discount: '11%' })),
    )
    expect(ids.map((by) => of(by))).toEqual(['timely', 'timely', 'timely', 'none', 'none', 'none'])
  })

  test('needs everybody who signs as well', () => {
    const of = approved(
      [order('both', { margin: '13%' }), order('one', { margin: '13%' }), order('late', { margin: '13%' })],
      [
        approval('both', '2026-05-28'),
        approval('both', '2026-05-29', { by: 'finance' }),
        approval('one', '2026-05-28'),
        approval('late', '2026-05-28'),
        approval('late', '2026-06-02', { by: 'finance' }),
      ],
    )
    expect(['both', 'one', 'late'].map((id) => of(id))).toEqual(['timely', 'none', 'late'])
  })

  test('is given by whoever acts for the approver on that day, with the same rank or a higher one', () => {
    const delegations = [
      { giver: 'manager', taker: 'other', begins: '2026-05-10', ends: '2026-05-20' },
      { giver: 'director', taker: 'senior', begins: '2026-05-10', ends: '2026-05-20' },
      { giver: 'other', taker: 'gm', begins: '2026-05-10', ends: '2026-05-20' },
    ]
    const asks = { person: 'rep', discount: '11%', signed: '2026-05-25' }
    const of = approved(
      [
        order('in time', asks),
        order('over', asks),
        order('lower'),
        order('again', asks),
        order('later', { ...asks, submitted: '2026-05-21' }),
      ],
      [
        approval('in time', '2026-05-20', { by: 'other', discount: '11%' }),
        approval('over', '2026-05-21', { by: 'other', discount: '11%' }),
        approval('lower', '2026-05-20', { by: 'senior' }),
      ],
      delegations,
    )
    expect(of('in time', 'approver')).toBe('other')
    expect(of('later', 'approver')).toBe('manager')
    // A delegation to a lower rank counts for nothing.
    expect(of('lower', 'approver')).toBe('director')
    // Who acts for somebody does not pass it on.
    expect(of('again', 'approver')).toBe('other')
    expect(['in time', 'over', 'lower'].map((id) => of(id))).toEqual(['timely', 'none', 'none'])
  })

  // Article 8 of the handbook: a delegation of more than 15 days is void.
  test('is given by nobody who would act for the approver for longer than the policy lets him', () => {
    const limited = policy
      .replace(
        'record Order {',
        'value may_take for each Delegation where days(begins, ends) + 1 <= 15 = taker\nrecord Order {',
      )
      .replace('Delegation(approver).taker', 'Delegation(approver).may_take')
    const asks = { person: 'rep', discount: '11%', signed: '2026-05-25' }
    const gave = [approval('a', '2026-05-20', { by: 'other', discount: '11%' })]
    const answers = ['2026-05-24', '2026-05-25'].map((ends) => {
      const delegation = { giver: 'manager', taker: 'other', begins: '2026-05-10', ends }
      const of = approved([order('a', asks)], gave, [delegation], limited)
      return [of('a', 'approver'), of('a')]
    })
    expect(answers).toEqual([
      ['other', 'timely'],
      ['manager', 'none'],
    ])
  })

  test('does not hang on the order in which orders and approvals stand in the data', () => {
    const orders = ['a', 'b', 'c'].map((id) => order(id))
    const approvals = [approval('a', '2026-05-28'), approval('b', '2026-06-02'), approval('a', '2026-05-10')]
    const of = approved(orders, approvals)
    const turned = approved([...orders].reverse(), [...approvals].reverse())
    for (const id of ['a', 'b', 'c']) expect(turned(id)).toBe(of(id))
  })
})
