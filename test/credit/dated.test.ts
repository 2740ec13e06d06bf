import { expect, it } from 'vitest'
import { findings, run } from '../run-policy.ts'

const records = `policy leavers { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key }
record Person { id text key; left date optional; successor Person optional }
record Seat { person Person; team Team; superior Person optional; begins date; ends date optional; in force from begins until ends by person }
record Order { id text key; owner Person }
record Receipt { id text key; order Order; received date posting; net money }
`
const text = `${records}
value left_share for each Receipt = if order.owner.left missing then 0%
  else if received <= order.owner.left then 0%
  else if received <= order.owner.left + 90 days then 50%
  else 100%
credit sales for each Receipt to Person {
  to order.owner share 100%
  hand over order.owner to order.owner.successor share left_share
  roll up to Seat(person).superior
  round 0.01 half-up, remainder to order.owner
}
commission own for Person per year { start sum(Receipt.net); round 0.01 half-up }
commission of_team for Team per year { start sum(Receipt.net, via Seat(person).team); round 0.01 half-up }
`
const seats = [
  { person: 'A', team: 'T', superior: 'M', begins: '2020-01-01', ends: null },
  { person: 'B', team: 'T', superior: 'M', begins: '2020-01-01', ends: '2026-08-31' },
  { person: 'B', team: 'U', superior: 'N', begins: '2026-09-01', ends: null },
  { person: 'M', team: 'T', superior: null, begins: '2020-01-01', ends: null },
  { person: 'N', team: 'U', superior: null, begins: '2020-01-01', ends: null },
]
const credited = (received: string) => {
  const data = {
    Team: [{ id: 'T' }, { id: 'U' }],
    Person: [{ id: 'A', left: '2026-05-31', successor: 'B' }, { id: 'B' }, { id: 'M' }, { id: 'N' }],
    Seat: seats,
    Order: [{ id: 'O', owner: 'A' }],
    Receipt: [{ id: 'R', order: 'O', received, net: '300000.01' }],
  }
  const found = run(text, data, '2026-01-01', '2026-12-31')
  return Object.fromEntries(
    [...found].flatMap(([name, amount]) => (amount === '0.00' ? [] : [[name, amount]])),
  )
}

// Handbook, article 56: of receipts until day 90 after the last day the leaver has half, then the successor has all.
it('who left has half until day 90, and the successor’s team and superior are those of the day', () => {
  expect(credited('2026-05-31')).toEqual({
    'own A 2026': '300000.01',
    'own M 2026': '300000.01',
    'of_team T 2026': '300000.01',
  })
  expect(credited('2026-08-29')).toEqual({
    'own A 2026': '150000.00',
    'own B 2026': '150000.01',
    'own M 2026': '300000.02',
    'of_team T 2026': '300000.01',
  })
  expect(credited('2026-09-05')).toEqual({
    'own B 2026': '300000.01',
    'own N 2026': '300000.01',
    'of_team U 2026': '300000.01',
  })
})

it('the way on from a party must lead to whom the result is for', () => {
  const sum = (via: string) => findings(`${text}\nvalue x for Team per year = sum(Receipt.net, via ${via})`)
  expect(sum('Seat(person).team')).not.toContain('BY402')
  expect(sum('Seat(person).superior')).toContain('BY402')
  expect(sum('person.id')).toContain('BY402')
  expect(sum('Seat(order.owner).team')).toContain('BY659')
  expect(sum('order.owner')).toContain('BY659')
})

it('rows that lead to two credited records follow the nearest; of two as near neither', () => {
  const two = (more: string) => `${records}
record Refund { id text key; receipt Receipt; refunded date posting; net money; ${more} }
record Visit { id text key; person Person }
credit of_orders for each Order to Person { to owner share 100% }
credit of_visits for each Visit to Person { to person share 100% }
credit of_receipts for each Receipt to Person {
  to order.owner share 50%
  to order.owner.successor share 50%
}
value refunds for Person per year = sum(Refund.net)
`
  expect(findings(two('reason text'))).toEqual([])
  expect(findings(two('visit Visit'))).toContain('BY656')
})
