import { Engine } from 'json-rules-engine'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { rulesOf } from '../../src/targets/rules/compile-rules.ts'
import { register } from '../../src/targets/rules/register.ts'

const policy = `
policy service { language en; currency CNY; effective from 2026-01-01 until open; calendar desk }
calendar desk { zone Asia/Shanghai; days cn; hours 09:00 to 12:00, 13:30 to 18:00 }
record Complaint { id text key; priority one of P1, P2; accepted time posting; answered time optional }
sla first_reply "Reply to complaints" for each Complaint {
  start accepted
  stop answered
  within table unique {
    | priority | => length       |
    | P1       | 2 hours         |
    | P2       | 8 working hours |
  }
}
`

async function told(
  now: string | undefined,
  changes: { readonly [field: string]: string },
): Promise<unknown> {
  const { plan, diagnostics } = compile([{ name: 'policy.bylaw', text: policy }])
  if (!plan) throw new Error(diagnostics.map(({ code }) => code).join(' '))
  const engine = new Engine()
  register(engine, JSON.parse(JSON.stringify(rulesOf(plan))))
  const Complaint = { id: 'C-1', priority: 'P2', accepted: '2026-04-15 15:00', ...changes }
  const { events } = await engine.run({ Complaint, ...(now !== undefined && { now }) })
  const [one] = events
  expect(events).toHaveLength(1)
  return [one?.type, one?.params?.results?.due, one?.params?.value ?? one?.params?.because?.code]
}

test('a service is told when something is due, and how it stands at the time that it says', async () => {
  // Wednesday 15:00 to 18:00 is 3 hours, Thursday 09:00 to 12:00 another 3, and 13:30 to 15:30 the last 2.
  const due = '2026-04-16T15:30:00+08:00'
  expect(await told('2026-04-16 10:00', {})).toEqual(['deadline', due, 'running'])
  expect(await told('2026-04-16T07:31:00Z', {})).toEqual(['deadline', due, 'breached'])
  expect(await told('2026-04-17 09:00', { answered: '2026-04-16 15:30' })).toEqual(['deadline', due, 'met'])
  expect(await told('2026-04-15 15:30', { priority: 'P1' })).toEqual([
    'deadline',
    '2026-04-15T17:00:00+08:00',
    'running',
  ])
})

test('what is not known is undecided: the start, or the priority', async () => {
  expect(await told('2026-04-16 10:00', { accepted: '' })).toEqual(['undecided', undefined, 'BY801'])
  expect(await told('2026-04-16 10:00', { priority: 'P9' })).toEqual(['undecided', undefined, 'BY802'])
})
