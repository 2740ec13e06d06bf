import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { key, type Quarter } from './exact.ts'
import { workOutHandbook } from './oracle.ts'
import { type Decided, decide, orderFactor, readApprovals, readQuotes } from './quotes.ts'
import { ofQuarterMonths } from './targets.ts'

const worked = workOutHandbook(join(import.meta.dirname, '../../../policies/handbook-zh/data'))
const known = {
  ...worked,
  teamQuarter: (team: string, quarter: string) => {
    const number = ([1, 2, 3, 4] as const).find((q: Quarter) => key(q) === quarter) ?? 1
    return ofQuarterMonths(worked.targets.team.get(team), number) * 100n
  },
}
const quotes = readQuotes(known)
const approvals = readApprovals(known)
const answer = (id: string): string => {
  const quote = quotes.find((q) => q.id === id)
  return quote ? words(decide(known, quotes, quote)) : `no ${id}`
}
const ranks = ['', 'rep', 'senior', 'manager', 'director', 'general manager']
function words({ verdict, rank, finance }: Decided): string {
  return verdict === 'approval' ? `${ranks[rank ?? 0]}${finance ? ' and finance' : ''}` : verdict
}

/** Each is worked by hand from articles 8 and 29 to 33. */
describe('the hand-written authority gives a planted quotation what was worked by hand', () => {
  test.each([
    // Worked example 7.
    ['Q-W7-1', 'own'],
    ['Q-W7-2', 'manager'], // 70,000 + 62,000
    ['Q-W7-3', 'own'], // 62,000 + 38,000, the first is out of the 30 days
    ['Q-W7-4', 'own'], // exactly 5 %, 100,000 and 20 %
    ['Q-W7-5', 'director and finance'],
    ['Q-W7-6', 'director'], // a manager's own
    ['Q-W7-7', 'refused'],
    ['Q-W7-8', 'undecided'],
    ['Q-S05-2', 'manager'], // 20 days
    ['Q-S05-4', 'own'], // 30 days: not added
    ['Q-M-200', 'own'],
    ['Q-M-199', 'manager'],
    ['Q-M-150', 'manager'],
    ['Q-M-149', 'director and finance'],
    ['Q-M-100', 'director and finance'],
    ['Q-M-99', 'general manager and finance'],
    ['Q-M-50', 'general manager and finance'],
    ['Q-M-49', 'refused'],
    ['Q-S12-1', 'undecided'], // clearance and promotion on one line
    ['Q-S12-2', 'general manager and finance'], // 5折, any margin
    ['Q-S12-3', 'refused'],
    ['Q-S12-4', 'refused'], // the clearance is over: 50 % of a pump
    ['Q-P33-1', 'own'], // ten units on the first day
    ['Q-P33-2', 'manager'], // nine: 10 %
    ['Q-P33-3', 'own'],
    ['Q-P33-4', 'manager'], // the day after
    ['Q-P33-5', 'manager'], // amount and margin still count
    ['Q-P33-6', 'own'],
    ['Q-P33-7', 'manager'],
    ['Q-P33-8', 'undecided'], // promotion and special price
    ['Q-S24-1', 'own'], // 2,850 of 3,000 is 5 %
    ['Q-S24-2', 'manager'], // of 3,090 it is 7.8 %
    ['Q-S24-3', 'director'], // a quotation 30 days old
    ['Q-S24-4', 'general manager'], // 31: 25 % without it
    ['Q-S24-5', 'general manager'], // 50 units, 35 %
    ['Q-S24-6', 'refused'], // 36 %
    ['Q-S24-7', 'general manager'], // 49 units
    ['Q-S24-8', 'director'], // 96,000 of 135,000
    ['Q-S24-9', 'general manager'], // 144,000
  ])('%s: %s', (id, expected) => {
    expect(answer(id)).toBe(expected)
  })

  test('S13: never, on working day 5 and 6, expired, grown by 10 and 10.01 %, and 15 days before signing', () => {
    const factors = [1, 2, 3, 4, 5, 6, 7].map((n) =>
      orderFactor(known, quotes, approvals, { id: `O-S13-${n}`, signed: '2026-06-01' }),
    )
    expect(factors).toEqual([0n, 5n, 0n, 0n, 10n, 0n, 10n])
  })

  test('article 32, paragraph 3: special prices approved 16, 30 and 31 days before signing, and 16 with a low margin', () => {
    const factors = [1, 2, 3, 4].map((n) =>
      orderFactor(known, quotes, approvals, { id: `O-S32-${n}`, signed: '2026-06-01' }),
    )
    expect(factors).toEqual([10n, 10n, 0n, 0n])
  })

  test('article 34, paragraph 3: a discount deepened, a term of a day more, neither, and approved anew', () => {
    const factors = [1, 2, 3, 4].map((n) =>
      orderFactor(known, quotes, approvals, { id: `O-S34-${n}`, signed: '2026-06-01' }),
    )
    expect(factors).toEqual([0n, 0n, 10n, 10n])
  })
})

test('the order factor that pay rests on is what quotations and approvals lead to', () => {
  const tenths = { granted: 10n, late: 5n, lacking: 0n }
  const wrong = known.data.orders.filter((o) => {
    const factor = orderFactor(known, quotes, approvals, o)
    return factor !== tenths[o.approval as keyof typeof tenths]
  })
  expect(wrong.map((o) => o.id)).toEqual([])
})
