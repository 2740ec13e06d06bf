import { expect, test } from 'vitest'
import { compile, compileProgram } from '../../src/compile.ts'
import { readCases } from '../../src/review/cases/read-cases.ts'
import { runCase } from '../../src/review/cases/run-case.ts'
import { mutantsOf } from '../../src/review/mutate/mutants.ts'
import { changeText } from '../../src/review/mutate/sentences.ts'
import { triedOn } from './mutating.ts'

// The same log pauses, resumes and ends both.
const log = `  start begun
  pause Log.at where kind = wait
  resume Log.at where kind = go
  stop Log.at where kind = done
`
const policy = `policy limits { language en; currency CNY
  effective from 2026-01-01 until open
  calendar office
}
calendar office {
  zone Asia/Shanghai
  days cn
  hours 09:00 to 12:00, 13:30 to 18:00
}
record Item { id text key; begun time posting; urgent yes/no }
record Log { id text key; item Item; kind one of wait, go, done; at time }
sla reply for each Item where urgent {
${log}  within 2 hours
}
sla solved for each Item {
${log}  within 2 working days
}
`
const cases = `given:
  Item: [{ id: i, begun: 2026-03-10 10:00, urgent: yes }]
cases:
  - name: after a wait
    period: 2026-Q1
    now: $now
    given:
      Log:
        - { id: l1, item: i, kind: wait, at: 2026-03-10 11:00 }
        - { id: l2, item: i, kind: go, at: 2026-03-10 15:00 }
        - { id: l3, item: i, kind: done, at: 2026-03-10 16:00 }
    expect: { reply: { i: $state } }
    table: |
      | now              | state   |
      | 2026-03-10 10:30 | running |
      | 2026-03-10 12:00 | paused  |
      | 2026-03-10 15:30 | running |
      | 2026-03-11 12:00 | met     |
`

test('of two time limits that the same log stops, a change of what stops one of them is noticed', () => {
  const sources = [{ name: 'p.bylaw', text: policy }]
  const { program, plan, diagnostics } = compile(sources)
  if (!plan) throw new Error(JSON.stringify(diagnostics))
  const { cases: read, found } = readCases(plan, [{ name: 'p.cases.yaml', text: cases }])
  expect(found).toEqual([])
  const mutants = mutantsOf(program, sources)
  const runs = triedOn({ program, plan }, sources, mutants, read)
  for (const run of runs) {
    const whole = compileProgram(run.mutant.program(), sources).plan
    const fails = whole !== undefined && read.some((one) => !runCase(whole, one).passed)
    expect(run.is === 'killed', run.mutant.id).toBe(fails)
  }
  const noticed = runs.flatMap(({ is, mutant }) =>
    is === 'killed' && mutant.clause === 'reply' ? [changeText(mutant, 'en')] : [],
  )
  for (const kind of ['wait', 'go', 'done']) expect(noticed).toContain(`kind = ${kind} → kind <> ${kind}`)
})
