import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { decider } from '../../src/targets/decide/decider.ts'

const text = `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar office }
calendar office {
  zone Asia/Shanghai
  days cn
  hours 09:00 to 18:00
}
record Call { id text key; asked time posting; answered time optional; signed date }
value due for each Call = larger of asked + 24 hours, time(signed, 18:00) - 1 day
table when_asked {
  | t                      | => word |
  | under 2026-05-09 17:00 | early   |
  | from 2026-05-09 17:00  | late    |
}
decision d for each Call {
  gives in_time = answered <= due
  gives due = due
  gives hours = hours(asked, answered)
  gives day = date(answered)
  gives word = when_asked(asked)
  gives worked = working_hours(asked, asked + 1 working day)
}
decision waiting for each Call {
  gives late = answered missing and now > due
}
`

function planned() {
  const { plan } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error('the policy is sound')
  return plan
}

test('requests with times are decided as a run decides them', () => {
  const { decide, runs } = decider(planned(), 'd')
  expect(runs).toBe('program')
  const answer = decide({
    id: '1',
    asked: '2026-05-09 17:00',
    answered: '2026-05-10T10:30:00Z',
    signed: '2026-05-11',
  })
  expect(answer.results).toEqual({
    in_time: false,
    due: '2026-05-10T18:00:00+08:00',
    hours: '25.5',
    day: '2026-05-10',
    word: 'late',
    worked: '10',
  })
  const bad = decide({ id: '1', asked: '2026-05-09', answered: 1_778_317_200, signed: '2026-05-11' })
  expect(bad.state).toBe('undecided')
  expect(bad.problems.map(({ code }) => code)).toEqual(['BY790', 'BY790'])
})

test('now is what the caller says for each request; without it nothing that reads it is decided', () => {
  const request = { id: '1', asked: '2026-05-09 17:00', signed: '2026-05-11' }
  const untold = decider(planned(), 'waiting').decide(request)
  expect([untold.state, untold.reason?.code]).toEqual(['undecided', 'BY860'])
  let now = Date.UTC(2026, 4, 10, 10) / 1000
  const { decide } = decider(planned(), 'waiting', { now: () => now })
  const before = decide(request)
  now += 1
  const after = decide(request)
  expect([before.results, after.results]).toEqual([{ late: false }, { late: true }])
  // Its explanation is that of its own time.
  expect(before.explain().text('en')).toContain('2026-05-10 18:00 > 2026-05-10 18:00')
})

const limits = `policy service { language en; currency CNY; calendar desk }
calendar desk {
  zone Asia/Shanghai
  days cn
  hours 09:00 to 12:00, 13:30 to 18:00
}
record Lead { id text key; arrived time posting; answered time optional }
record LeadEvent { lead Lead; at time }
sla first_reply "First reply" for each Lead {
  start arrived
  stop answered
  within 4 working hours
  warn at 50%
  escalate to manager at breach
}
sla by_events for each Lead {
  start arrived
  stop LeadEvent.at
  within 8 working hours
}
decision overdue for each Lead {
  gives late = first_reply.breached
}
`

test('a time limit is decided from the times of the row: when it is due and how it stands, told what time it is', () => {
  const { plan } = compile([{ name: 'policy.bylaw', text: limits }])
  if (!plan) throw new Error('the policy is sound')
  // 14:00 in Shanghai.
  const now = Date.UTC(2026, 4, 11, 6) / 1000
  const told = decider(plan, 'first_reply', { now: () => now })
  expect(told.inputs.map(({ path }) => path)).toEqual(['arrived', 'answered'])
  // Two and a half hours until noon, so one and a half from half past one; half an hour of them has passed.
  const open = told.decide({ id: 'L1', arrived: '2026-05-11 09:30' })
  expect(open.results).toEqual({
    state: 'warned',
    due: '2026-05-11T15:00:00+08:00',
    warning: '2026-05-11T11:30:00+08:00',
    breached: false,
    steps: '0',
    elapsed: '10800',
    late: '0',
  })
  expect(Object.keys(open.reasons)).toEqual(['stopped', 'escalated'])
  const done = told.decide({ id: 'L1', arrived: '2026-05-11 09:30', answered: '2026-05-11 11:00' })
  expect(done.results.state).toBe('met')
  const untold = decider(plan, 'first_reply').decide({ id: 'L1', arrived: '2026-05-11 09:30' })
  expect([untold.state, untold.results.due]).toEqual(['undecided', '2026-05-11T15:00:00+08:00'])
  const overdue = decider(plan, 'overdue', { now: () => now })
  expect(overdue.decide({ id: 'L1', arrived: '2026-05-08 09:30' }).results).toEqual({ late: true })
  expect(overdue.decide({ id: 'L1', arrived: '2026-05-11 09:30' }).results).toEqual({ late: false })
})
