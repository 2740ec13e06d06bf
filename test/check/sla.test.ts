import { describe, expect, it } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { calendarNamed } from '../../src/calendar/china.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { explained } from '../explained.ts'
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
const reply = `sla answer "Reply" for each Complaint to assignee {
  start accepted
  pause ComplaintEvent.at where kind = wait
  resume ComplaintEvent.at where kind = resume
  stop ComplaintEvent.at where kind = reply
  within table unique {
    | priority | => within       |
    | P1       | 2 hours         |
    | P2, P3   | 8 working hours |
  }
  warn at 80%
  escalate to manager at warning; escalate to director at breach; escalate to general_manager 2 working days after
}
`
const solve = `sla solve for each Complaint to assignee {
  start accepted
  pause ComplaintEvent.at where kind = wait
  resume ComplaintEvent.at where kind = resume
  stop ComplaintEvent.at where kind = solved
  within table unique {
    | priority | => within       |
    | P1       | 3 working days  |
    | P2       | 7 working days  |
    | P3       | 10 working days |
  }
  warn 1 working day before
  escalate to manager at warning; escalate to director at breach; escalate to general_manager 2 working days after
}
`
type Event = readonly [kind: string, at: string]
function clocks(rules: string, priority: string, accepted: string, events: readonly Event[], now?: string) {
  const data = {
    Person: [{ id: 'M' }, { id: 'A', manager: 'M' }],
    Complaint: [{ id: 'c', priority, accepted, assignee: 'A' }],
    ComplaintEvent: events.map(([kind, at]) => ({ complaint: 'c', kind, at })),
  }
  const told = now === undefined ? undefined : localTime(now)
  const found = run(`${head}${rules}`, data, '2026-01-01', '2026-12-31', told)
  return (result: string) => {
    const [clause = '', name = ''] = result.split('.')
    const text = found.get(name === 'state' ? `${clause} c` : `${clause} c ${name}`)
    return text?.replace('T', ' ').replace(/(:00)?\+08:00$/, '')
  }
}

describe('worked example 8: a complaint over a holiday', () => {
  it('P2 accepted Thursday 2026-04-30 16:00 is due for a reply on Wednesday 05-06 at 16:30, the warning at 14:54', () => {
    const show = clocks(reply, 'P2', '2026-04-30 16:00', [])
    expect(show('answer.due')).toBe('2026-05-06 16:30')
    expect(show('answer.warning')).toBe('2026-05-06 14:54')
  })

  it('and to be solved by 05-13 18:00, since 05-09 is worked; the warning stands a working day earlier', () => {
    const show = clocks(solve, 'P2', '2026-04-30 16:00', [['solved', '2026-05-14 09:20']])
    expect(show('solve.due')).toBe('2026-05-13 18:00')
    expect(show('solve.warning')).toBe('2026-05-12 18:00')
    expect(show('solve.breached')).toBe('true')
    expect(show('solve.late')).toBe(String(20 * 60))
    expect(show('solve.state')).toBe('late')
    expect(show('solve.steps')).toBe('2')
    expect(show('solve.escalated')).toBe('director')
  })

  it('solved at 05-13 18:00 it is in time', () => {
    const show = clocks(solve, 'P2', '2026-04-30 16:00', [['solved', '2026-05-13 18:00']])
    expect(show('solve.breached')).toBe('false')
    expect(show('solve.state')).toBe('met')
    expect(show('solve.late')).toBe('0')
  })

  it('what was done in time still says when it would have been due, and who had heard of it by then', () => {
    // Due 05-13 18:00, the warning a working day before: done in between, the manager had been told.
    const between = clocks(solve, 'P2', '2026-04-30 16:00', [['solved', '2026-05-13 09:30']])
    expect(between('solve.due')).toBe('2026-05-13 18:00')
    expect(between('solve.warning')).toBe('2026-05-12 18:00')
    expect(between('solve.state')).toBe('met')
    expect(between('solve.steps')).toBe('1')
    const early = clocks(solve, 'P2', '2026-04-30 16:00', [['solved', '2026-05-06 09:30']])
    expect(early('solve.due')).toBe('2026-05-13 18:00')
    expect(early('solve.steps')).toBe('0')
  })
})

describe('what is done before it is due', () => {
  it('still says when it would have been due, and warned of', () => {
    const show = clocks(reply, 'P2', '2026-04-30 16:00', [['reply', '2026-05-06 10:00']])
    expect(show('answer.state')).toBe('met')
    expect(show('answer.due')).toBe('2026-05-06 16:30')
    expect(show('answer.warning')).toBe('2026-05-06 14:54')
    // From 16:00 to 18:00, and the hour before it was done.
    expect(show('answer.elapsed')).toBe(String(3 * 3600))
  })

  it('but where the clock stood as it was done nobody knows when that would have been', () => {
    const events: Event[] = [
      ['wait', '2026-04-30 17:00'],
      ['reply', '2026-05-06 10:00'],
    ]
    const show = clocks(reply, 'P2', '2026-04-30 16:00', events)
    expect(show('answer.state')).toBe('met')
    expect(show('answer.due')).toBe('held BY870')
  })
})

describe('a clock that stands and goes on', () => {
  it('waits while the customer is asked, and nobody knows when it is due', () => {
    // 2 h on Thursday, paused at 18:00 sharp; resumed on 6 May at 10:00: 6 h are left, 2 before noon, 4 after.
    const events: Event[] = [['wait', '2026-04-30 18:00']]
    const waiting = clocks(reply, 'P2', '2026-04-30 16:00', events, '2026-05-05 09:00')
    expect(waiting('answer.due')).toBe('held BY870')
    expect(waiting('answer.state')).toBe('paused')
    expect(waiting('answer.breached')).toBe('false')
    expect(waiting('answer.elapsed')).toBe(String(2 * 3600))
    const going = clocks(reply, 'P2', '2026-04-30 16:00', [...events, ['resume', '2026-05-06 10:00']])
    expect(going('answer.due')).toBe('2026-05-06 17:30')
  })

  it('of working days loses those at whose closing it stands', () => {
    // 05-06 and 05-07 close while it stands; seven are left: 08, 09, 11, 12, 13, 14, 15.
    const stood: Event[] = [
      ['wait', '2026-05-06 10:00'],
      ['resume', '2026-05-08 17:59'],
    ]
    expect(clocks(solve, 'P2', '2026-04-30 16:00', stood)('solve.due')).toBe('2026-05-15 18:00')
    // A pause within a day takes no closing away.
    const brief: Event[] = [
      ['wait', '2026-05-06 10:00'],
      ['resume', '2026-05-06 17:59'],
    ]
    expect(clocks(solve, 'P2', '2026-04-30 16:00', brief)('solve.due')).toBe('2026-05-13 18:00')
  })

  it('at equal times is stopped before it is paused, and paused before it is resumed', () => {
    const at = '2026-05-06 11:00'
    const both = clocks(reply, 'P2', '2026-04-30 16:00', [
      ['wait', at],
      ['reply', at],
    ])
    expect(both('answer.stopped')).toBe(at)
    expect(both('answer.state')).toBe('met')
    const none = clocks(reply, 'P2', '2026-04-30 16:00', [
      ['resume', at],
      ['wait', at],
    ])
    expect(none('answer.due')).toBe('2026-05-06 16:30')
  })

  it('of an open item is judged by now, and held where the run is told none', () => {
    const open = (now?: string) => clocks(reply, 'P2', '2026-04-30 16:00', [], now)
    expect(open()('answer.due')).toBe('2026-05-06 16:30')
    expect(open()('answer.breached')).toBe('held BY875')
    expect(open()('answer.state')).toBe('held BY875')
    expect(open('2026-05-06 14:53')('answer.state')).toBe('running')
    expect(open('2026-05-06 14:54')('answer.state')).toBe('warned')
    expect(open('2026-05-06 14:54')('answer.escalated')).toBe('manager')
    // Exactly at the due time nothing is breached.
    expect(open('2026-05-06 16:30')('answer.breached')).toBe('false')
    expect(open('2026-05-06 16:31')('answer.state')).toBe('breached')
    expect(open('2026-05-06 16:31')('answer.late')).toBe('60')
    expect(open('2026-05-06 16:31')('answer.escalated')).toBe('director')
    // Two working days after 05-06 16:30 are over on 05-08 at 18:00.
    expect(open('2026-05-08 18:00')('answer.steps')).toBe('2')
    expect(open('2026-05-08 18:01')('answer.escalated')).toBe('general_manager')
    expect(open('2026-04-30 15:00')('answer.state')).toBe('waiting')
    expect(open('2026-04-30 16:30')('answer.escalated')).toBe('held BY873')
  })

  it('knows nothing of what is later than now', () => {
    const later: Event[] = [['reply', '2026-05-07 10:00']]
    expect(clocks(reply, 'P2', '2026-04-30 16:00', later, '2026-05-06 12:00')('answer.stopped')).toBe(
      'held BY872',
    )
    expect(clocks(reply, 'P2', '2026-04-30 16:00', later, '2026-05-07 12:00')('answer.state')).toBe('late')
  })
})

describe('a log that does not fit', () => {
  const wrong = (...events: Event[]) => clocks(reply, 'P2', '2026-04-30 16:00', events)('answer.due')
  it('holds the row: stopped before the start, resumed without a pause, paused twice, the same event twice', () => {
    expect(wrong(['reply', '2026-04-30 15:59'])).toBe('held BY874')
    expect(wrong(['resume', '2026-05-06 10:00'])).toBe('held BY874')
    expect(wrong(['wait', '2026-05-06 10:00'], ['wait', '2026-05-06 11:00'])).toBe('held BY874')
    expect(wrong(['reply', '2026-05-06 10:00'], ['reply', '2026-05-06 10:00'])).toBe('held BY874')
  })

  it('is reported by row, in whatever order its events stand', () => {
    const text = `${head}${reply}`
    const { plan } = compile([{ name: 'policy.bylaw', text }])
    if (!plan) throw new Error('it has no errors')
    const events = [
      { complaint: 'twice', kind: 'reply', at: '2026-05-06 10:00' },
      { complaint: 'early', kind: 'reply', at: '2026-04-30 15:59' },
      { complaint: 'fine', kind: 'resume', at: '2026-05-06 10:00' },
      { complaint: 'fine', kind: 'wait', at: '2026-05-06 09:00' },
      { complaint: 'order', kind: 'resume', at: '2026-05-06 10:00' },
      { complaint: 'twice', kind: 'reply', at: '2026-05-06 10:00' },
    ]
    const found = [events, events.toReversed()].map((list) => {
      const { rows } = rowsFromObjects(plan, {
        Person: [{ id: 'A', manager: null }],
        Complaint: ['early', 'fine', 'order', 'twice'].map((id) => ({
          id,
          priority: 'P2',
          accepted: '2026-04-30 16:00',
          assignee: 'A',
        })),
        ComplaintEvent: list,
      })
      const { problems } = evaluate(plan, rows, { span: { from: 20_454, until: 20_818 } })
      return problems.map(({ code, args }) => `${code} ${args.row}`)
    })
    expect(found).toEqual([
      ['BY775 early', 'BY776 order', 'BY777 twice'],
      ['BY775 early', 'BY776 order', 'BY777 twice'],
    ])
  })

  it('needs days that the calendar knows', () => {
    // The holidays of the year after the last that has been announced are not guessed.
    const year = Number(calendarNamed('cn')?.until && formatDay(calendarNamed('cn')?.until ?? 0).slice(0, 4))
    const data = { Person: [{ id: 'A' }], ComplaintEvent: [] }
    const accepted = `${year}-12-30 16:00`
    const found = run(
      `${head}${solve}`,
      { ...data, Complaint: [{ id: 'c', priority: 'P3', accepted, assignee: 'A' }] },
      `${year}-01-01`,
      `${year}-12-31`,
      localTime(`${year}-12-31 12:00`),
    )
    expect(found.get('solve c due')).toBe('held BY871')
    expect(found.get('solve c')).toBe('held BY871')
  })
})

describe('the first response to a lead (S18)', () => {
  const leads = `record Lead { id text key; source one of web, phone, fair, referral; arrived time posting; answered time optional }
sla first_call for each Lead {
  start arrived
  stop answered
  within table unique {
    | source         | => within         |
    | web, phone     | 4 working hours   |
    | fair, referral | 7.5 working hours |
  }
  warn at 80%
  escalate to reassign 1 working day after
}
`
  it.each([
    // A makeup Saturday: one hour that day, three on Monday.
    ['web', '2026-05-09 17:00', '2026-05-11 12:00'],
    // In the holiday: from Wednesday 09:00, three hours before noon and one after.
    ['phone', '2026-05-02 10:00', '2026-05-06 14:30'],
    // Seven and a half hours are a whole day, from its opening to its closing.
    ['referral', '2026-05-02 10:00', '2026-05-06 18:00'],
  ])('%s at %s is due at %s', (source, arrived, due) => {
    const data = { Person: [], Complaint: [], ComplaintEvent: [], Lead: [{ id: 'l', source, arrived }] }
    const found = run(`${head}${leads}`, data, '2026-01-01', '2026-12-31')
    expect(found.get('first_call l due')).toBe(`${due.replace(' ', 'T')}:00+08:00`)
  })
})

describe('why a clock shows what it shows', () => {
  const rows = (at: string) => ({
    Person: [{ id: 'A', manager: null }],
    Complaint: [{ id: 'c', priority: 'P2', accepted: '2026-04-30 16:00', assignee: 'A' }],
    ComplaintEvent: [{ complaint: 'c', kind: 'reply', at }],
  })
  const told = (language: 'en' | 'zh-Hans', at = '2026-05-06 17:00') =>
    explained(`${head}${reply}`, rows(at), { output: 'answer', row: 0, day: '2026-05-01', language })

  it('is said with the length of time that its row has, and when it was done', () => {
    expect(told('en')).toContain('state(Reply: due, Reply: stopped)')
    expect(told('en')).toContain('= 2026-04-30 16:00 + 8 working hours')
    expect(told('en')).toContain('Reply: due = 2026-05-06 16:30')
    expect(told('zh-Hans')).toContain('= 2026-04-30 16:00 + 8个工作小时')
  })

  it('names the event that cannot be read', () => {
    expect(told('en', 'noon')).toContain('ComplaintEvent')
  })
})
