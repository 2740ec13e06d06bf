import { describe, expect, it } from 'vitest'
import { localTime } from '../local-time.ts'
import { run } from '../run-policy.ts'

/** Working time of the handbook: 09:00–12:00 and 13:30–18:00 on China's working days. */
const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar office }
calendar office {
  zone Asia/Shanghai
  days cn
  hours 09:00 to 12:00, 13:30 to 18:00
}
record Person { id text key; manager Person optional }
record Complaint { id text key; priority one of P1, P2, P3; accepted time posting; assignee Person }
record ComplaintEvent { complaint Complaint; kind one of reply, wait, resume, solved; at time }
`

describe('the pool of customers (S17)', () => {
  const pool = `record Customer { id text key; class one of A, B, C; claimed date posting }
record FollowUp { id text key; customer Customer; at time; valid yes/no }
record Order { id text key; customer Customer; signed date; delivered date optional }
sla reclaim "Back to the pool" for each Customer {
  start claimed
  reset FollowUp.at where valid
  suspend from Order.signed until Order.delivered
  within table unique at 18:00 {
    | class | => within |
    | A     | 21 days   |
    | B     | 45 days   |
    | C     | 90 days   |
  }
  warn 3 days before
}
`
  type Rows = readonly { readonly [field: string]: string | null }[]
  const shown = (kind: string, now: string, followUps: Rows = [], orders: Rows = []) => {
    const data = {
      Person: [],
      Complaint: [],
      ComplaintEvent: [],
      Customer: [{ id: 'c', class: kind, claimed: '2026-03-02' }],
      FollowUp: followUps.map((row, i) => ({ id: `f${i}`, customer: 'c', valid: 'yes', ...row })),
      Order: orders.map((row, i) => ({ id: `o${i}`, customer: 'c', ...row })),
    }
    return run(`${head}${pool}`, data, '2026-01-01', '2026-12-31', localTime(now))
  }
  it('an A customer goes back on day 21 at 18:00, not on day 20', () => {
    expect(shown('A', '2026-03-22 18:00').get('reclaim c')).toBe('warned')
    expect(shown('A', '2026-03-23 18:00').get('reclaim c')).toBe('warned')
    expect(shown('A', '2026-03-23 18:01').get('reclaim c')).toBe('breached')
    expect(shown('A', '2026-03-23 18:01').get('reclaim c due')).toBe('2026-03-23T18:00:00+08:00')
  })

  it('each valid follow-up begins the time anew, one after it is over does not save it', () => {
    const call = [{ at: '2026-03-22 10:00' }]
    expect(shown('A', '2026-04-01 12:00', call).get('reclaim c due')).toBe('2026-04-12T18:00:00+08:00')
    expect(shown('A', '2026-04-01 12:00', [{ at: '2026-03-22 10:00', valid: 'no' }]).get('reclaim c')).toBe(
      'breached',
    )
    const late = [{ at: '2026-03-24 10:00' }]
    expect(shown('A', '2026-04-01 12:00', late).get('reclaim c breached')).toBe('true')
  })

  it('a C customer with an open order stays on day 91; days on which it was open do not count', () => {
    const order = [{ signed: '2026-05-01', delivered: null }]
    expect(shown('C', '2026-06-01 18:01').get('reclaim c')).toBe('breached')
    expect(shown('C', '2026-06-01 18:01', [], order).get('reclaim c')).toBe('paused')
    // Ten closings fall into the order: 1 to 10 May.
    const done = [{ signed: '2026-05-01', delivered: '2026-05-11' }]
    expect(shown('C', '2026-05-20 12:00', [], done).get('reclaim c due')).toBe('2026-06-10T18:00:00+08:00')
    // Two orders at once hold it as one does.
    const two = [...done, { signed: '2026-05-05', delivered: '2026-05-08' }]
    expect(shown('C', '2026-05-20 12:00', [], two).get('reclaim c due')).toBe('2026-06-10T18:00:00+08:00')
  })
})

describe('what is to be repeated', () => {
  const visits = `record Customer { id text key; class one of A, B }
record FollowUp { id text key; customer Customer; at time posting; valid yes/no }
sla next_call for each FollowUp where valid {
  start at
  stop next FollowUp.at where valid within customer
  within table unique at 18:00, moved to the next working day {
    | customer.class | => within |
    | A              | 7 days    |
    | B              | 14 days   |
  }
}
decision missed for each Customer { gives cycles = count(FollowUp where next_call.breached) }
`
  const data = {
    Person: [],
    Complaint: [],
    ComplaintEvent: [],
    Customer: [
      { id: 'a', class: 'A' },
      { id: 'b', class: 'B' },
    ],
    FollowUp: [
      // 7 days from 24 April end on 1 May, a holiday: moved to 6 May.
      { id: '1', customer: 'a', at: '2026-04-24 10:00', valid: 'yes' },
      { id: '2', customer: 'a', at: '2026-05-06 18:00', valid: 'yes' },
      { id: '3', customer: 'a', at: '2026-05-14 09:00', valid: 'yes' },
      { id: '4', customer: 'a', at: '2026-05-15 09:00', valid: 'no' },
      { id: '5', customer: 'b', at: '2026-05-01 09:00', valid: 'yes' },
    ],
  }
  it('is judged from each to the next, the last by now; each cycle that was missed counts', () => {
    const found = run(`${head}${visits}`, data, '2026-01-01', '2026-12-31', localTime('2026-05-22 12:00'))
    expect(['1', '2', '3', '5'].map((id) => found.get(`next_call ${id}`))).toEqual([
      'met',
      'late',
      'breached',
      'breached',
    ])
    expect(found.get('next_call 1 due')).toBe('2026-05-06T18:00:00+08:00')
    // 7 days from the 6th end on the 13th at 18:00; the next call is on the 14th.
    expect(found.get('next_call 2 late')).toBe(String(15 * 3600))
    expect(found.get('next_call 4')).toBe('n/a BY811')
    expect(['a', 'b'].map((id) => found.get(`missed ${id}`))).toEqual(['2', '1'])
  })
})

describe('a protection that is extended', () => {
  const protection = `record Claim { id text key; claimed date posting }
record FollowUp { id text key; claim Claim; at time }
sla protection for each Claim {
  start claimed
  extend FollowUp.at by 15 days at most start + 60 days
  within 15 days at 18:00
}
`
  const due = (...times: string[]) =>
    run(
      `${head}${protection}`,
      {
        Person: [],
        Complaint: [],
        ComplaintEvent: [],
        Claim: [{ id: 'c', claimed: '2026-03-01' }],
        FollowUp: times.map((at, i) => ({ id: `${i}`, claim: 'c', at })),
      },
      '2026-01-01',
      '2026-12-31',
    ).get('protection c due')
  it('moves on with each follow-up before it ends, to its last day at most, and never back', () => {
    expect(due()).toBe('2026-03-16T18:00:00+08:00')
    expect(due('2026-03-10 12:00')).toBe('2026-03-25T18:00:00+08:00')
    expect(due('2026-03-16 18:00', '2026-03-31 18:00')).toBe('2026-04-15T18:00:00+08:00')
    // After the end nothing moves it.
    expect(due('2026-03-16 18:01')).toBe('2026-03-16T18:00:00+08:00')
    // 60 days from 1 March are over on 30 April.
    expect(due('2026-03-16 12:00', '2026-03-31 12:00', '2026-04-15 12:00', '2026-04-29 12:00')).toBe(
      '2026-04-30T18:00:00+08:00',
    )
  })
})
