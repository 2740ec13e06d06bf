import { type Day, formatDay } from '../../../src/base/day.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import type { Random } from '../../tangyu-zh/generator/random.ts'
import { decidedBySystem, type Known, ownerOn } from './customer-records.ts'
import { type At, at, clockOf, formatAt, workingDay } from './working-days.ts'

type File = readonly [name: string, text: string]
type Cells = readonly (string | number | undefined)[]
type Priority = 'P1' | 'P2' | 'P3'
type EventKind = 'reply' | 'onsite' | 'wait' | 'resume' | 'solved'

const eventNames: { readonly [K in EventKind]: string } = {
  reply: '回复',
  onsite: '到场',
  wait: '等待',
  resume: '恢复',
  solved: '解决',
}

/** Article 72. V7 is a complaint that was solved late; S08 is worked example 8. */
export function complaintFiles(known: Known, random: Random): readonly File[] {
  const complaints: Cells[] = []
  const events: Cells[] = []
  const add = (
    id: string,
    priority: Priority,
    customer: string,
    assignee: string,
    accepted: At,
    log: readonly (readonly [EventKind, At])[],
    received: At = { day: accepted.day, minute: Math.max(540, accepted.minute - 12) },
  ) => {
    complaints.push([id, customer, priority, formatAt(received), formatAt(accepted), assignee])
    for (const [i, [kind, time]] of log.entries())
      events.push([`${id}-${i + 1}`, id, kind, eventNames[kind], formatAt(time)])
  }
  const owner = ownerOn(known.owners)
  const oldest = new Map<string, string>()
  for (const c of known.customers) if (!oldest.has(c.owner)) oldest.set(c.owner, c.id)
  // 240 in all: beside these the late ones, and four that are planted.
  const late = decidedBySystem(known.offences, 'V7').filter((o) => !o.id.startsWith('F-S'))
  for (let n = 1; complaints.length < 236 - late.length; n++) {
    const day = workingDay(on(1, 3) + random.below(325), 1)
    const customer = known.customers[random.below(known.customers.length)]
    const assignee = customer && owner(customer.id, day)
    if (customer === undefined || assignee === undefined) continue
    const draw = random.below(10)
    const priority = draw === 0 ? 'P1' : draw < 5 ? 'P2' : 'P3'
    const accepted = { day, minute: clockOf(12 + random.below(260)) }
    const reply = { day, minute: Math.min(1_075, accepted.minute + random.between(10, 110)) }
    const solved = (days: number) =>
      at(workingDay(day, days), `1${random.between(0, 7)}:${random.between(10, 59)}`)
    const log: (readonly [EventKind, At])[] = [['reply', reply]]
    if (priority === 'P1')
      log.push(['onsite', at(day + 1, `0${random.between(7, 8)}:15`)], ['solved', solved(2)])
    else {
      const waits = random.below(4) === 0
      // Waits for the customer for five working days, which do not count.
      if (waits)
        log.push(['wait', at(workingDay(day, 1), '11:00')], ['resume', at(workingDay(day, 6), '11:00')])
      const days = random.between(2, priority === 'P2' ? 6 : 9)
      log.push(['solved', solved(waits ? Math.max(7, days + 5) : days)])
    }
    add(`K${String(n).padStart(3, '0')}`, priority, customer.id, assignee, accepted, log)
  }
  for (const o of late) {
    const day = workingDay(o.happened, -10)
    const customer = oldest.get(o.person) ?? known.customers[0]?.id ?? ''
    add(`K-V7-${o.id}`, 'P3', customer, o.person, at(day, '10:00'), [
      ['reply', at(workingDay(day, 1), '10:30')],
      ['solved', at(workingDay(o.happened, 1), '10:00')],
    ])
  }
  const holiday = at(on(4, 30), '16:00')
  const replied: readonly [EventKind, At] = ['reply', at(on(5, 6), '16:30')]
  add('K-S08-1', 'P2', 'C0030', 'SC-M', holiday, [replied, ['solved', at(on(5, 13), '18:00')]])
  add('K-S08-2', 'P2', 'C0031', 'SC-M', holiday, [replied, ['solved', at(on(5, 14), '09:20')]])
  // A stop of a machine on a holiday: the clock runs through it. Solved on working day 3.
  add(
    'K-S08-P1',
    'P1',
    'C0032',
    'SC-M',
    at(on(5, 2), '22:30'),
    [
      ['reply', at(on(5, 3), '00:30')],
      ['onsite', at(on(5, 3), '22:30')],
      ['solved', at(on(5, 8), '18:00')],
    ],
    at(on(5, 2), '22:10'),
  )
  // Paused for the customer's answer: 8 working hours less the 2 before the pause are left after it.
  add('K-S08-P', 'P2', 'C0034', 'SC-M', at(on(6, 8), '10:00'), [
    ['wait', at(on(6, 8), '12:00')],
    ['resume', at(on(6, 10), '09:00')],
    ['reply', at(on(6, 10), '16:30')],
    ['solved', at(on(6, 15), '11:00')],
  ])
  return [
    ['complaints.csv', toCsv('id customer priority received accepted assignee'.split(' '), complaints)],
    ['complaint-events.csv', toCsv(['id', 'complaint', 'kind', 'kind_zh', 'at'], events)],
  ]
}

const day = (d: Day | undefined) => d && formatDay(d)

/** Articles 23 and 26: enquiries and requests for quotations. S23: a late answer, and a quotation after a pause. */
export function enquiryFiles(known: Known, random: Random): readonly File[] {
  const enquiries: Cells[] = []
  const requests: Cells[] = []
  const waits: Cells[] = []
  const customer = () => known.customers[random.below(known.customers.length)]?.id
  for (let n = 1; n <= 60; n++) {
    const on1 = workingDay(on(3, 30) + random.below(90), 1)
    const from = random.below(200)
    const until = { day: on1, minute: clockOf(from + random.below(239)) }
    enquiries.push([
      `E${String(n).padStart(3, '0')}`,
      customer(),
      formatAt({ day: on1, minute: clockOf(from) }),
      formatAt(until),
    ])
  }
  enquiries.push(['E-S23-1', customer(), '2026-06-18 16:00', '2026-06-22 11:00'])
  enquiries.push(['E-S23-2', customer(), '2026-06-18 16:00', '2026-06-22 11:01'])
  const lines = ['P1', 'P2', 'P3', 'P4'] as const
  for (let n = 1; n <= 60; n++) {
    const line = lines[random.below(4)] ?? 'P1'
    const on1 = workingDay(on(3, 30) + random.below(85), 1)
    const from = random.below(200)
    const used = random.below(248)
    const until =
      line === 'P3'
        ? at(workingDay(on1, random.between(1, 5)), '16:40')
        : { day: on1, minute: clockOf(from + used) }
    requests.push([
      `I${String(n).padStart(3, '0')}`,
      customer(),
      line,
      formatAt({ day: on1, minute: clockOf(from) }),
      formatAt(until),
    ])
  }
  // 60 minutes before the pause, 240 on 9 June, 150 on 10 June.
  for (const [n, quoted] of [
    [1, '11:30'],
    [2, '11:31'],
  ] as const) {
    requests.push([`I-S23-${n}`, customer(), 'P1', '2026-06-08 10:00', `2026-06-10 ${quoted}`])
    waits.push([`I-S23-${n}-1`, `I-S23-${n}`, 'wait', '等待', '2026-06-08 11:00'])
    waits.push([`I-S23-${n}-2`, `I-S23-${n}`, 'resume', '恢复', '2026-06-09 14:00'])
  }
  return [
    ['enquiries.csv', toCsv(['id', 'customer', 'received', 'answered'], enquiries)],
    ['price-requests.csv', toCsv(['id', 'customer', 'line', 'received', 'quoted'], requests)],
    ['request-events.csv', toCsv(['id', 'request', 'kind', 'kind_zh', 'at'], waits)],
  ]
}

/** Articles 23 and 28: orders that arrived; S23: each step once on its last day and once a day late. */
export function deliveryFile(known: Known, random: Random): File {
  const rows: Cells[] = []
  const orders = known.book.orders.filter((o) => /^O\d/.test(o.id) && o.signed < on(5, 20))
  for (let n = 1; n <= 60; n++) {
    const order = orders[random.below(orders.length)]
    const arrived = workingDay(on(3, 31) + random.below(45), 1)
    const accepted = workingDay(arrived, random.between(2, 10))
    const visited = workingDay(accepted, random.between(1, 5))
    const surveyed = workingDay(accepted, random.between(3, 15))
    rows.push([
      `Y${String(n).padStart(3, '0')}`,
      order?.id,
      day(arrived),
      day(accepted),
      day(visited),
      day(surveyed),
    ])
  }
  const arrived = on(5, 8)
  const planted = (id: string, accepted: number, visited: number, surveyed: number) => {
    const accept = workingDay(arrived, accepted)
    rows.push([
      id,
      orders[0]?.id,
      day(arrived),
      day(accept),
      day(workingDay(accept, visited)),
      day(workingDay(accept, surveyed)),
    ])
  }
  planted('Y-S23-1', 10, 5, 15)
  planted('Y-S23-2', 11, 5, 15)
  planted('Y-S23-3', 10, 6, 15)
  planted('Y-S23-4', 10, 5, 16)
  return ['deliveries.csv', toCsv(['id', 'order', 'arrived', 'accepted', 'visited', 'surveyed'], rows)]
}
