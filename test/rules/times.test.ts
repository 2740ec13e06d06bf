import { Engine } from 'json-rules-engine'
import { expect, test } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { rulesOf } from '../../src/targets/rules/compile-rules.ts'
import { register } from '../../src/targets/rules/register.ts'
import { compareRules, objectsOf } from './agreement.ts'

const text = `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar cn }
record Call { id text key; asked time posting; answered time optional; signed date }
value due for each Call = larger of asked + 24 hours, time(signed, 18:00) - 1 day
table when_asked {
  | t                           | => word |
  | under 2026-05-09 17:00      | early   |
  | from 2026-05-09 17:00       | late    |
}
decision d for each Call {
  gives in_time = answered <= due
  gives due = due
  gives hours = hours(asked, answered)
  gives day = date(answered)
  gives word = when_asked(asked)
  gives old = asked < 2026-05-09 12:00
}
record Ring { id text key; at time posting }
record Visit { id text key; at time posting }
decision among for each Visit { gives earlier = count(Ring so far) }
decision open for each Call { gives waiting = answered missing and now > due }
`
const calls = [
  { id: '1', asked: '2026-05-09 17:00', answered: '2026-05-10 18:30:20', signed: '2026-05-11' },
  { id: '2', asked: '2026-05-09 16:59:59', answered: '2026-05-10T08:00Z', signed: '2026-05-11' },
  { id: '3', asked: '2026-05-08T23:30:00+08:00', answered: null, signed: '2026-05-01' },
  { id: '4', asked: 'soon', answered: null, signed: '2026-05-01' },
]

const times = ['2026-05-09 17:00', '2026-05-09 09:00', '2026-05-10 12:00'].map((at, i) => ({
  id: `${i}`,
  at,
}))

test('a rule set says of times what the engine says', async () => {
  const { plan, diagnostics } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error(diagnostics.map(({ code }) => code).join(' '))
  const { rows } = rowsFromObjects(plan, { Call: calls, Ring: times, Visit: times })
  const span = { from: parseDay('2026-01-01') ?? 0, until: parseDay('2026-12-31') ?? 0 }
  const found = await compareRules(plan, rows, objectsOf(plan, rows), span, 10)
  expect(found.differences).toEqual([])
  expect(found.compared.get('d')).toBeGreaterThan(0)
  expect(found.compared.get('among')).toBeGreaterThan(0)
})

test('a run of rules is told the time by the fact now, and is undecided without it', async () => {
  const { plan } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error('the policy is sound')
  const engine = new Engine()
  register(engine, rulesOf(plan, { clauses: ['open'] }), { Call: calls })
  const answer = async (facts: { readonly [name: string]: unknown }) =>
    (await engine.run(facts)).events.map(({ params }) => params?.value ?? params?.because)
  expect(await answer({ Call: '3', now: '2026-05-10 00:00' })).toEqual([true])
  expect(await answer({ Call: '3', now: '2026-05-09T15:00:00Z' })).toEqual([false])
  expect(await answer({ Call: '3' })).toMatchObject([{ is: 'undecided', code: 'BY860' }])
})
