import { expect, test } from 'vitest'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { decider } from '../../src/targets/decide/decider.ts'
import { outcome, planOf, why } from './ask.ts'

const plan = planOf(`policy service { language en; currency CNY; calendar desk }
calendar desk {
  zone Asia/Shanghai
  days cn
  hours 09:00 to 12:00, 13:30 to 18:00
}
record Rep { id text key; limit percent }
record Lead { id text key; rep Rep; arrived time posting; discount percent }
record LeadEvent { id text key; lead Lead; at time; kind one of pause, resume, reply }
sla first_reply "First reply" for each Lead {
  start arrived
  pause LeadEvent.at where kind = pause
  resume LeadEvent.at where kind = resume
  stop LeadEvent.at where kind = reply
  within 8 working hours
}
decision grant for each Lead {
  gives within = discount <= rep.limit
  gives leads = count(Lead in last 30 days within rep)
}
value taken for Rep per quarter = count(Lead)
decision busy for Rep per quarter { gives many = taken > 1 }
`)
const now = () => Date.UTC(2026, 4, 12, 6) / 1000
const lead = { id: 'L1', rep: 'R1', arrived: '2026-05-11 09:30', discount: '5%' }
const event = (id: string, at: string, kind: string) => ({ id, at, kind })

test('a time limit is decided with what happened to its row, written into the request', () => {
  const { decide, inputs } = decider(plan, 'first_reply', { now })
  expect(inputs.map(({ path }) => path)).toEqual(['arrived', 'events[].at', 'events[].kind'])
  // Two and a half hours before noon and four and a half after, the last one on the next day.
  const running = decide({ ...lead, events: [] })
  expect(running.results).toMatchObject({ state: 'breached', due: '2026-05-12T10:00:00+08:00' })
  const paused = decide({
    ...lead,
    events: [event('1', '2026-05-11 10:30', 'pause'), event('2', '2026-05-11 11:30', 'resume')],
  })
  expect(paused.results.due).toBe('2026-05-12T11:00:00+08:00')
  expect(paused.explain().text('en')).toContain('2026-05-12 11:00')
  const met = decide({ ...lead, LeadEvent: [event('1', '2026-05-11 14:30', 'reply')] })
  expect(met.results).toMatchObject({ state: 'met', stopped: '2026-05-11T14:30:00+08:00' })
})

test('what happened is never taken for nothing where the request does not say it, and what is wrong in it is told', () => {
  const { decide } = decider(plan, 'first_reply', { now })
  const untold = decide(lead)
  expect([untold.state, why(untold.reason), untold.results]).toEqual([
    'undecided',
    'undecided BY942 at events',
    {},
  ])
  const wrong = decide({
    ...lead,
    events: [
      event('1', '2026-05-11 10:30', 'paus'),
      7,
      { ...event('3', '2026-05-11 10:30', 'pause'), lead: 'L2' },
    ],
  })
  expect(wrong.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'BY715 events[1].kind',
    'BY933 events[2]',
    'BY944 events[3].lead',
  ])
  const twice = decide({
    ...lead,
    events: [event('1', '2026-05-11 10:30', 'pause'), event('1', '2026-05-11 11:30', 'resume')],
  })
  expect(twice.problems.map(({ code, path }) => `${code} ${path}`)).toEqual(['BY943 events[2]'])
  // It goes on before it stood still.
  const order = decide({ ...lead, events: [event('1', '2026-05-11 10:30', 'resume')] })
  expect(why(order.reason)).toBe('undecided BY874')
})

const data = rowsFromObjects(plan, {
  Rep: [
    { id: 'R1', limit: '5%' },
    { id: 'R2', limit: '10%' },
  ],
  Lead: [
    { id: 'L1', rep: 'R1', arrived: '2026-05-01 09:30', discount: '8%' },
    { id: 'L2', rep: 'R1', arrived: '2026-04-20 09:30', discount: '3%' },
    { id: 'L3', rep: 'R1', arrived: '2026-03-20 09:30', discount: '3%' },
  ],
  LeadEvent: [],
})

test('with the other rows at hand a request gives its own alone', () => {
  const { decide, inputs, runs } = decider(plan, 'grant', { data })
  expect([inputs.map(({ path }) => path), runs]).toEqual([['id', 'rep', 'arrived', 'discount'], 'engine'])
  const fresh = decide({ ...lead, id: 'L9' })
  // Of the 30 days until 11 May: the 20th of April, the 1st of May, and itself.
  expect(fresh.results).toEqual({ within: true, leads: '3' })
  // It stands in the place of the one with its key.
  expect(decide({ ...lead, discount: '6%' }).results).toEqual({ within: false, leads: '2' })
  // A key alone asks for the row that is there.
  expect(decide({ id: 'L1' }).results).toEqual({ within: false, leads: '2' })
  expect(decide({ ...lead, id: 'L9', rep: { id: 'R7', limit: '4%' } }).results).toEqual({
    within: false,
    leads: '1',
  })
})

test('a row that is not there, a field that is not said and values that are worked out are no guesses', () => {
  const { decide } = decider(plan, 'grant', { data })
  expect(outcome(decide({ ...lead, rep: 'R8' }))).toBe('undecided BY719')
  expect(outcome(decide({ id: 'L8' }))).toBe('undecided BY719')
  expect(outcome(decide({ ...lead, discount: undefined }))).toBe('undecided BY801 at discount')
  expect(outcome(decide({ ...lead, leads: 3 }))).toBe('undecided BY934 at leads')
  const without = decider(plan, 'grant', { data: { rows: data.rows, unreadable: ['Lead'] } })
  expect(outcome(without.decide(lead))).toBe('undecided BY942 at Lead')
  expect(without.decide({ ...lead, Lead: [] }).state).toBe('decided')
})

test('a result of a period is asked with its name', () => {
  const { decide, inputs } = decider(plan, 'busy', { data })
  expect(inputs.map(({ path }) => path)).toEqual(['id', 'period'])
  expect(decide({ id: 'R1', period: '2026-Q2' }).results).toEqual({ many: true })
  expect(decide({ id: 'R1', period: '2026-Q1' }).results).toEqual({ many: false })
  expect(outcome(decide({ id: 'R1' }))).toBe('undecided BY949 at period')
  expect(decide({ id: 'R1', period: '2026-X' }).state).toBe('undecided')
})
