import { expect, it } from 'vitest'
import { findings, run } from '../run-policy.ts'

// What somebody keeps of a row after a hand-over counts for pay alone: who leaves is paid for a part of what comes later,
// and it counts for no attainment.
const text = (
  lines: string,
) => `policy leavers { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key }
record Person { id text key; team Team; next Person optional }
record Order { id text key; owner Person }
record Split { order Order; person Person; share percent }
record Receipt { id text key; order Order; received date posting; net money; handed percent }
credit sales for each Receipt to Person {
  split Split.share to Split.person, up to 3
  otherwise to order.owner
  ${lines}
  round 0.01 half-up, remainder to order.owner
}
decision found for Person per year {
  gives for_quota = sum(Receipt.net for quota) rounded half-up to 0.01
  gives for_pay = sum(Receipt.net for pay) rounded half-up to 0.01
}
decision of_team for Team per year {
  gives for_quota = sum(Receipt.net for quota) rounded half-up to 0.01
  gives for_pay = sum(Receipt.net for pay) rounded half-up to 0.01
}
`
const rest = 'hand over order.owner to order.owner.next share handed, rest toward pay'

/** For quota and for pay, of each person; who has neither is left out. */
function credited(lines: string, handed: string, split: readonly (readonly [string, string])[] = []) {
  const data = {
    Team: [{ id: 'T' }, { id: 'U' }],
    Person: [
      { id: 'A', team: 'T', next: 'B' },
      { id: 'B', team: 'T', next: 'C' },
      { id: 'C', team: 'U' },
    ],
    Order: [{ id: 'O', owner: 'A' }],
    Split: split.map(([person, share]) => ({ order: 'O', person, share })),
    Receipt: [{ id: 'R', order: 'O', received: '2026-05-12', net: '100.01', handed }],
  }
  const found = run(text(lines), data, '2026-01-01', '2026-12-31')
  const of = (name: string) => [found.get(`${name} 2026`), found.get(`${name} 2026 for_pay`)]
  const all = ['found A', 'found B', 'found C', 'of_team T', 'of_team U'].map(
    (name) => [name, of(name)] as const,
  )
  return Object.fromEntries(all.filter(([, amounts]) => amounts.some((amount) => amount !== '0.00')))
}

it('where some goes on, what is kept counts for pay alone, and for the team’s', () => {
  // 50 % of 100.01 is 50.005, 50.01 rounded; the remainder is the owner's.
  expect(credited(rest, '50%')).toEqual({
    'found A': ['0.00', '50.00'],
    'found B': ['50.01', '50.01'],
    'of_team T': ['50.01', '100.01'],
  })
})

it('of nothing that goes on nothing is kept: the part counts as it did', () => {
  expect(credited(rest, '0%')).toEqual({ 'found A': ['100.01', '100.01'], 'of_team T': ['100.01', '100.01'] })
})

it('of all that goes on nothing is kept either', () => {
  expect(credited(rest, '100%')).toEqual({
    'found B': ['100.01', '100.01'],
    'of_team T': ['100.01', '100.01'],
  })
})

it('of a row with recorded shares it is the part of that one party, and the others keep theirs', () => {
  const split = [
    ['A', '60%'],
    ['C', '40%'],
  ] as const
  // 30 % of 100.01 is 30.003, 40 % is 40.004: 30.00 and 40.00 leave 30.01.
  expect(credited(rest, '50%', split)).toEqual({
    'found A': ['0.00', '30.01'],
    'found B': ['30.00', '30.00'],
    'found C': ['40.00', '40.00'],
    'of_team T': ['30.00', '60.01'],
    'of_team U': ['40.00', '40.00'],
  })
})

it('what is kept goes no further, what went on does', () => {
  const twice = `${rest}
  hand over order.owner to order.owner.next share 100%
  hand over order.owner.next to order.owner.next.next share 100%`
  expect(credited(twice, '50%')).toEqual({
    'found A': ['0.00', '50.00'],
    'found C': ['50.01', '50.01'],
    'of_team T': ['0.00', '50.00'],
    'of_team U': ['50.01', '50.01'],
  })
})

it('then every sum says what it wants', () => {
  const asked = 'value all for Person per year = sum(Receipt.net)'
  expect(findings(`${text(rest)}${asked}`)).toContain('BY657')
  const plain = 'hand over order.owner to order.owner.next share handed'
  expect(findings(`${text(plain)}${asked}`)).not.toContain('BY657')
})
