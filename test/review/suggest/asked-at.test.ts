import { expect, test } from 'vitest'
import { analyse } from '../../../src/analyse.ts'
import { lower } from '../../../src/plan/lower.ts'
import { pointsOf } from '../../../src/review/coverage/points.ts'
import { mutantsOf } from '../../../src/review/mutate/mutants.ts'
import { triedOn } from '../mutating.ts'
import { suggested } from './suggesting.ts'

const head = `policy p { language en; currency EUR; effective from 2026-01-01 until open; calendar office }
calendar office { zone Europe/Paris; days Monday to Friday; hours 09:00 to 12:00, 13:30 to 18:00 }
record Person { id text key }
record Ticket { id text key; accepted time posting; kind one of fault, question; owner Person; answered time optional }
record Event { id text key; ticket Ticket; kind one of wait, resume, done; at time }
`
const rules = `sla answer for each Ticket to owner {
  start accepted
  stop answered
  within table unique {
    | kind     | => within       |
    | fault    | 2 hours         |
    | question | 8 working hours |
  }
  warn at 80%
  escalate to lead at warning
  escalate to manager at breach
  escalate to director 2 working days after
}
sla solve for each Ticket to owner {
  start accepted
  pause Event.at where kind = wait
  resume Event.at where kind = resume
  stop Event.at where kind = done
  within 2 working days
  warn 1 working day before
  escalate to lead 5 hours before
  escalate to manager 3 days after
}
decision waits for each Ticket {
  gives late = answered missing and hours(accepted, now) > 24
}
`

function policy() {
  const sources = [{ name: 'policy.bylaw', text: head + rules }]
  const { program, checked } = analyse(sources)
  const plan = lower(checked, sources, { written: true })
  return { sources, program, plan, points: pointsOf(plan, sources) }
}

test('what hangs on the time of asking is asked at a time: before it begins, while it runs, warned, breached, done in time and late, paused', () => {
  const { plan, points } = policy()
  const { missing, unreached, text } = suggested({ plan, points })
  expect({ missing, unreached }).toEqual({ missing: [], unreached: [] })
  expect(text.match(/^ {4}now: 2026-\d\d-\d\dT/gmu)?.length).toBeGreaterThan(10)
  // A clock goes on only where it stood: the case has the pause, too.
  const resumed = text.split('\n  - name').filter((one) => one.includes('kind: resume'))
  expect(resumed.length).toBeGreaterThan(0)
  for (const one of resumed) expect(one).toMatch(/kind: wait[\s\S]*kind: resume/u)
})

test('they notice every change of a rule that changes anything', () => {
  const { sources, program, plan, points } = policy()
  const { cases } = suggested({ plan, points })
  const mutants = mutantsOf(program, sources)
  const runs = triedOn({ program, plan }, sources, mutants, cases)
  expect(
    runs.flatMap(({ is, mutant }) =>
      is === 'survived' ? [`${mutant.id} ${mutant.old} → ${mutant.new}`] : [],
    ),
  ).toEqual([])
  expect(runs.filter(({ is }) => is === 'killed').length).toBeGreaterThan(20)
})
