import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { runInMemory } from '../../src/engines/memory.ts'
import { decider } from '../../src/targets/decide/decider.ts'
import { plainValue } from '../../src/targets/decide/decode.ts'
import { planOf } from '../decide/ask.ts'
import { firstHalf } from './agreement.ts'

const policy = `policy asked { language en; currency CNY; effective from 2026-01-01 until open; calendar desk }
calendar desk { zone Asia/Shanghai; days cn; hours 09:00 to 18:00 }
record Team { id text key; limit money }
record Person { id text key; rank one of rep, manager }
record Assignment {
  person Person; team Team; begins date; ends date optional
  in force from begins until ends by person
}
record Quote { id text key; person Person; asked date posting; opened time; amount money; discount percent optional }
record Event { id text key; quote Quote; at time; kind one of pause, resume, answer }
value recent for each Quote = sum(Quote.amount in last 30 days within person)
value monthly for Person per month = sum(Quote.amount)
decision grant for each Quote {
  table first match {
    | discount  | recent - Assignment(person).team.limit | => verdict |
    | up to 5%  | -                                      | allow      |
    | up to 12% | up to 0 CNY                            | allow      |
    | -         | -                                      | refuse     |
  }
  gives much = monthly > 500 CNY
  gives others = count(Event where at > quote.opened)
}
sla answer for each Quote {
  start opened
  pause Event.at where kind = pause
  resume Event.at where kind = resume
  stop Event.at where kind = answer
  within 6 working hours
}
`
const plan = planOf(policy)

const day = fc.integer({ min: firstHalf.from, max: firstHalf.from + 60 }).map(formatDay)
const time = fc
  .tuple(day, fc.integer({ min: 8, max: 19 }), fc.constantFrom('00', '30'))
  .map(([d, h, m]) => `${d} ${String(h).padStart(2, '0')}:${m}`)
const person = fc.constantFrom('A', 'B')
const drawn = fc.record({
  quotes: fc.array(
    fc.record({
      person,
      asked: day,
      opened: time,
      amount: fc.integer({ min: 1, max: 40_000 }).map((cents) => (cents / 100).toFixed(2)),
      discount: fc.option(
        fc.integer({ min: 0, max: 20 }).map((n) => `${n}%`),
        { freq: 6 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  events: fc.array(
    fc.record({ quote: fc.nat(5), at: time, kind: fc.constantFrom('pause', 'resume', 'answer') }),
    { maxLength: 8 },
  ),
})

test('a request among the rows of a folder comes out as its row does in a run of all of them', () => {
  fc.assert(
    fc.property(drawn, ({ quotes, events }) => {
      const Quote = quotes.map((one, i) => ({ id: `Q${i}`, ...one }))
      const Event = events.map((one, i) => ({ ...one, id: `E${i}`, quote: `Q${one.quote % quotes.length}` }))
      const others = {
        Team: [{ id: 'T', limit: '300' }],
        Person: ['A', 'B'].map((id) => ({ id, rank: 'rep' })),
        Assignment: [{ person: 'A', team: 'T', begins: '2026-01-01' }],
      }
      const whole = runInMemory(plan, rowsFromObjects(plan, { ...others, Quote, Event }).rows, firstHalf)
      for (const clause of ['grant', 'answer'])
        for (const line of whole.lines.filter(({ output }) => output.id === clause)) {
          const own = Quote[line.row]
          if (!own) throw new Error('no such quote')
          const mine = Event.filter(({ quote }) => quote === own.id)
          const rest = {
            ...others,
            Quote: Quote.filter((one) => one !== own),
            Event: Event.filter((one) => !mine.includes(one)),
          }
          const among = decider(plan, clause, { data: rowsFromObjects(plan, rest) })
          const withheld = among.decide({ ...own, events: mine.map(({ quote: _, ...event }) => event) })
          const stored = decider(plan, clause, {
            data: rowsFromObjects(plan, { ...others, Quote, Event }),
          }).decide({ id: own.id })
          const expected = [line.value, ...line.also.map(({ value }) => value)].map(plainValue)
          for (const answer of [withheld, stored]) {
            expect(answer.problems).toEqual([])
            expect([...answer.values.values()].map(plainValue)).toEqual(expected)
          }
        }
    }),
    { numRuns: 12 },
  )
})
