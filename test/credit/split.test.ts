import { expect, it } from 'vitest'
import { run } from '../run-policy.ts'

// Handbook, worked example 5: 118,765.43 USD × 7.1234 = 846,013.664062, of which 60 % are 507,608.196 and 40 % 338,405.464;
// the overlay of 30 % is 253,804.098.
const policy = `policy split { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key }
record Person { id text key; team Team }
record Order { id text key; owner Person; overlay_person Person optional }
record Receipt { id text key; order Order; received date posting; usd money USD }
record Split { order Order; person Person; share percent }
value net for each Receipt = exchanged(usd, 7.1234, CNY) rounded half-up to 0.01
credit sales "Sales credit" for each Receipt to Person {
  split Split.share to Split.person, up to 3
  otherwise to order.owner
  overlay 30% to order.overlay_person
  round 0.01 half-up, remainder to order.owner
}
commission own for Person per quarter { start sum(Receipt.net); round 0.01 half-up }
commission team_pay for Team per quarter { start sum(Receipt.net); round 0.01 half-up }
commission company per quarter { start sum(Receipt.net); round 0.01 half-up }
decision counts for Person per quarter { gives rows = count(Receipt); gives most = max(Receipt.net) if missing 0 CNY }
`
const people = {
  Team: [{ id: 'EC1' }, { id: 'EX' }, { id: 'KA' }],
  Person: [
    { id: 'owner', team: 'EX' },
    { id: 'partner', team: 'EC1' },
    { id: 'third', team: 'EC1' },
    { id: 'key', team: 'KA' },
  ],
}
const lines = (data: Parameters<typeof run>[1], of: RegExp) =>
  Object.fromEntries(
    [...run(policy, { ...people, ...data }, '2026-04-01', '2026-06-30')].filter(([name]) => of.test(name)),
  )

it('a receipt in dollars is shared 60 to 40, and the overlay stands outside', () => {
  const data = {
    Order: [{ id: 'O', owner: 'owner', overlay_person: 'key' }],
    Split: [
      { order: 'O', person: 'owner', share: '60%' },
      { order: 'O', person: 'partner', share: '40%' },
    ],
    Receipt: [{ id: 'R', order: 'O', received: '2026-05-12', usd: '118765.43' }],
  }
  expect(lines(data, /^(own|team_pay|company)/)).toEqual({
    'own key 2026-Q2': '253804.10',
    'own owner 2026-Q2': '507608.20',
    'own partner 2026-Q2': '338405.46',
    'own third 2026-Q2': '0.00',
    'team_pay EC1 2026-Q2': '338405.46',
    'team_pay EX 2026-Q2': '507608.20',
    'team_pay KA 2026-Q2': '0.00',
    'company 2026-Q2': '846013.66',
  })
  expect(lines(data, /^counts/)).toEqual({
    'counts key 2026-Q2 most': '846013.66',
    'counts key 2026-Q2': '1',
    'counts owner 2026-Q2 most': '846013.66',
    'counts owner 2026-Q2': '1',
    'counts partner 2026-Q2 most': '846013.66',
    'counts partner 2026-Q2': '1',
    'counts third 2026-Q2 most': '0.00',
    'counts third 2026-Q2': '0',
  })
})
