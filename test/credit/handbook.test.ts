import { expect, it } from 'vitest'
import { formatDecimal } from '../../src/base/decimal.ts'
import { run } from '../run-policy.ts'
import { type CsvRecord, cell } from '../samples/csv.ts'
import { creditLines } from '../samples/handbook/credit.ts'
import { quarterKey } from '../samples/handbook/exact.ts'
import { readHandbook } from '../samples/handbook/records.ts'

// Articles 4, 22, 45 and 56 on the handbook's own data, beside the calculation that was written by hand from its prose.
const data = readHandbook('policies/handbook-zh/data')
// Nothing in dollars comes in December, whose rate is not set.
const rates = data
  .rows('exchange-rates')
  .map(
    (r) => `| ${['currency', 'from', 'until', 'rate'].map((name) => cell(r, name) || 'open').join(' | ')} |`,
  )

const policy = `policy handbook { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key }
record Person { id text key; team Team optional; left date optional }
record Customer { id text key }
record Owner { customer Customer; person Person; since date; until date optional; in force from since until until by customer }
record Order { id text key; owner Person; customer Customer; signed date; key_account Person optional }
record Instalment { id text key; order Order }
record Receipt { id text key; instalment Instalment; received date posting; net number; currency one of CNY, USD }
record Split { id text key; order Order; person Person; share percent }
parameter rate by currency {
  | currency | from | until | value |
  ${rates.join('\n  ')}
  | USD | 2026-12-01 | open | 7 |
}
value in_cny for each Receipt = exchanged(net, rate(currency), CNY) rounded half-up to 0.01
value holder for each Receipt = Owner(instalment.order.customer).person if missing instalment.order.owner
value moved for each Receipt =
  if Owner(instalment.order.customer).since missing then 0%
  else if instalment.order.signed >= Owner(instalment.order.customer).since then 0%
  else if received - Owner(instalment.order.customer).since <= 90 then 0%
  else if received - Owner(instalment.order.customer).since <= 180 then 50%
  else 100%
value handed for each Receipt =
  if instalment.order.owner.left missing then moved
  else if received <= instalment.order.owner.left then moved
  else if received - instalment.order.owner.left <= 90 then 50%
  else 100%
credit sales for each Receipt to Person {
  split Split.share to Split.person, up to 3
  otherwise to instalment.order.owner
  hand over instalment.order.owner to holder share handed
  overlay 30% to instalment.order.key_account
  round 0.01 half-up, remainder to holder
}
commission own for Person per quarter { start sum(Receipt.in_cny); round 0.01 half-up }
commission of_team for Team per quarter { start sum(Receipt.in_cny); round 0.01 half-up }
commission company per quarter { start sum(Receipt.in_cny); round 0.01 half-up }
`

const take = (rows: readonly CsvRecord[], names: { readonly [field: string]: string }) =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(names).map(([field, name]) => [field, cell(row, name) || null])),
  )

function credited(): ReadonlyMap<string, string> {
  const people = data.rows('people')
  const receipts = data.rows('receipts')
  return run(
    policy,
    {
      Team: take(data.rows('teams'), { id: 'id' }),
      Person: take(people, { id: 'id', team: 'team', left: 'left' }),
      Customer: take(data.rows('customers'), { id: 'id' }),
      Owner: take(data.rows('owners'), {
        customer: 'customer',
        person: 'person',
        since: 'from',
        until: 'until',
      }),
      Order: take(data.rows('orders'), {
        id: 'id',
        owner: 'owner',
        customer: 'customer',
        signed: 'signed',
        key_account: 'key_account',
      }),
      Instalment: take(data.rows('instalments'), { id: 'id', order: 'order' }),
      Receipt: take(receipts, {
        id: 'id',
        instalment: 'instalment',
        received: 'received',
        net: 'net',
        currency: 'currency',
      }),
      Split: take(data.rows('splits'), { id: 'id', order: 'order', person: 'person', share: 'share' }),
    },
    '2026-01-01',
    '2026-12-31',
  )
}

it('credits every receipt of the handbook’s year as its prose does, to the cent', () => {
  const want = new Map<string, bigint>()
  const team = new Map(data.people.map(({ id, team: of }) => [id, of]))
  const add = (key: string, cents: bigint) => want.set(key, (want.get(key) ?? 0n) + cents)
  for (const { person, kind, received, net, refund } of creditLines(data)) {
    if (refund !== undefined) continue
    const quarter = quarterKey(received)
    add(`own ${person} ${quarter}`, net)
    if (kind === 'overlay') continue
    add(`of_team ${team.get(person)} ${quarter}`, net)
    add(`company ${quarter}`, net)
  }
  const got = credited()
  const differing = [...want].flatMap(([line, cents]) =>
    got.get(line) === formatDecimal(cents, 2)
      ? []
      : [`${line}: ${got.get(line)}, ${formatDecimal(cents, 2)}`],
  )
  expect(want.size).toBeGreaterThan(200)
  expect(differing).toEqual([])
})
