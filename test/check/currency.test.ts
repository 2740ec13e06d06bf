import { expect, test } from 'vitest'
import { findings } from '../run-policy.ts'

const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key; currency one of CNY, USD }
record Rep { id text key; team Team; currency one of CNY, USD; wage money in currency; base money }
record Receipt {
  id text key; rep Rep; received date posting; currency one of CNY, USD
  net money in currency; gross money in currency; fee money
}
parameter rate by currency {
  | currency | value |
  | CNY      | 1     |
  | USD      | 7.15  |
}
`
const errors = (text: string) => findings(head + text).filter((code) => code !== 'BY613' && code !== 'BY605')

test.each([
  ['a difference of two amounts of one row', 'value x for each Receipt = gross - net'],
  ['a multiple and a part', 'value x for each Receipt = net * 3% + gross / 2'],
  ['a share of one in the other', 'value x for each Receipt = net / gross'],
  ['a comparison of two, and with nothing', 'value x for each Receipt = net <= gross and net > 0'],
  ['the larger of two', 'value x for each Receipt = larger of net, gross, 0'],
  ['a share, averaged over rows', 'value x for Rep per quarter = avg(Receipt.net / Receipt.gross)'],
  ['a test, counted over rows', 'value x for Rep per quarter = count(Receipt where net > gross)'],
  [
    'a sum over rows that have the currency in common',
    'value x for each Receipt = net + sum(Receipt.net so far within rep, currency)',
  ],
  ['the exchanged amount', 'value x for each Receipt = exchanged(net, rate(currency), CNY) - fee'],
  ['an amount of the row that a reference leads to', 'value x for each Receipt = 2 * rep.wage + rep.wage'],
  [
    'an amount exchanged into the currency of a row',
    'value x for Rep = exchanged(base, rate(currency), currency) + wage',
  ],
  [
    'a sum over rows of what is in the currency of whom it is for',
    `value own for each Receipt = exchanged(fee, rate(rep.currency), rep.currency)
value x for Rep per quarter = sum(Receipt.own)`,
  ],
])('money of a row allows %s', (_, text) => {
  expect(errors(text)).toEqual([])
})

test.each([
  ['added to money of the policy', 'value x for each Receipt = net + fee', 'BY321'],
  ['compared with it', 'value x for each Receipt = net > fee', 'BY321'],
  ['divided by it', 'value x for each Receipt = net / fee', 'BY321'],
  ['compared with a literal', 'value x for each Receipt = net > 100 CNY', 'BY321'],
  ['compared with a plain number', 'value x for each Receipt = net > 100', 'BY321'],
  ['chosen beside it', 'value x for each Receipt = if net > 0 then net else fee', 'BY321'],
  ['added to money in the currency of another row', 'value x for each Receipt = net + rep.wage', 'BY321'],
  ['summed over rows', 'value x for Rep per quarter = sum(Receipt.net)', 'BY322'],
  ['averaged over rows', 'value x for Rep per quarter = avg(Receipt.net)', 'BY322'],
  ['the largest of several rows', 'value x for Rep per quarter = max(Receipt.net)', 'BY322'],
  ['the only one of several rows', 'value x for Rep per quarter = only(Receipt.net)', 'BY322'],
  ['summed over people', 'value x per quarter = sum(Rep.wage)', 'BY322'],
  ['ranked among rows', 'value x for Rep per quarter = rank of wage', 'BY322'],
  ['summed over rows so far', 'value x for each Receipt = sum(Receipt.net so far within rep)', 'BY322'],
  ['what a pool is shared by', 'value x for Rep per quarter = 100 CNY shared by wage', 'BY322'],
  ['exchanged into its own currency', 'value x for each Receipt = exchanged(net, 2, currency)', 'BY459'],
  ['carried', 'bonus x for Rep per quarter { start wage; cap 0 carried; round 0.01 half-up }', 'BY323'],
])('money of a row is never %s', (_, text, code) => {
  expect(errors(text)).toEqual([code])
})

test('what rows pay in their own currencies meets in no payout', () => {
  const spot = 'bonus spot for each Receipt to rep { rate 1% of net; round 0.01 half-up }\n'
  expect(errors(spot)).toEqual([])
  expect(errors(`${spot}payout pay for Rep per quarter { add spot }`)).toEqual(['BY322'])
})

test('rows that count for whom a value names, and rows of a whole period, have no currency in common', () => {
  const named = `value whose for each Receipt = if fee > 0 CNY then rep else rep
value x for Rep per quarter = sum(Receipt.net via Receipt.whose)`
  expect(errors(named)).toEqual(['BY322'])
  expect(errors('value x per quarter = sum(Receipt.net)')).toEqual(['BY322'])
})

test('a threshold of tiers and of tables has the currency of the row, or is nothing', () => {
  const tiers = (from: string) => `bonus b for each Receipt to rep {
  tiers marginal of net {
    | from | rate |
    | 0 | 1% |
    | ${from} | 2% |
  }
  round 0.01 half-up
}`
  expect(errors(tiers('100 CNY'))).toEqual(['BY321'])
  expect(errors(tiers('100'))).toEqual(['BY321'])
})

test('a pool within a team may be in the currency of the team', () => {
  const pool =
    'value pot for Team per quarter = exchanged(100 CNY, rate(currency), currency) rounded half-up to 0.01\n'
  const part = 'bonus x for Rep per quarter { start team.pot; round 0.01 half-up }'
  expect(errors(pool + part)).toEqual([])
})

test('a currency may be written before or after the amounts that are in it, and must list currencies', () => {
  const record = (fields: string) => errors(`record Other { id text key; ${fields} }`)
  expect(record('cost money in unit; unit one of EUR, GBP')).toEqual([])
  expect(record('cost money in unit; unit one of small, large')).toEqual(['BY320'])
  expect(record('cost money in unit')).toEqual(['BY320'])
})

test('a parameter that is chosen by currency says something for each of the list, or it is warned of', () => {
  const by = `parameter part by city, currency {
  | city   | currency | value |
  | Suzhou | CNY      | 1     |
  | Wuxi   | CNY      | 3     |
}
record Shop { id text key; city one of Suzhou, Wuxi, Nanjing; currency one of CNY, USD }
value x for each Shop = part(city, currency)`
  expect(errors(by)).toEqual(['BY324'])
  // Who has another city may well be kept out by a `where`: of a list that is no currencies nothing is said.
  expect(errors(by.replace('currency one of CNY, USD', 'currency one of CNY'))).toEqual([])
})
