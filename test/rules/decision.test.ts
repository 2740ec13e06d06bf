import { Engine, type Event } from 'json-rules-engine'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { rulesOf } from '../../src/targets/rules/compile-rules.ts'
import { register } from '../../src/targets/rules/register.ts'
import type { RuleSet } from '../../src/targets/rules/rule-set.ts'
import type { DataSet } from '../../src/targets/rules/world.ts'

const policy = `
policy quotes { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; level one of rep, lead }
record Quote { id text key; rep Rep; on date posting; discount percent; margin percent optional; amount money }

decision verdict "Who may grant it" for each Quote where amount > 0 {
  table first match {
    | discount  | margin | rep.level | => verdict | => rank |
    | up to 5%  | >= 20% | -         | allow      | 0       |
    | up to 12% | -      | lead      | allow      | 0       |
    | up to 12% | -      | -         | ask        | 1       |
    | otherwise | -      | -         | refuse     | 9       |
  }
}

commission pay "Commission" for each Quote to rep posting on {
  rate 2.5% of amount
  cap 100 CNY lost
  round 0.01 half-up
}
`

function ruleSet(text = policy): RuleSet {
  const { plan, diagnostics } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error(diagnostics.map(({ code }) => code).join(' '))
  return JSON.parse(JSON.stringify(rulesOf(plan)))
}

const reps: DataSet = {
  Rep: [
    { id: 'R1', level: 'rep' },
    { id: 'L1', level: 'lead' },
  ],
}
const quote = { id: 'Q1', rep: 'R1', on: '2026-03-02', discount: '4%', margin: '25%', amount: '1234.50' }

async function eventsOf(facts: { readonly [name: string]: unknown }): Promise<readonly Event[]> {
  const engine = new Engine()
  register(engine, ruleSet(), reps)
  return (await engine.run({ ...facts })).events
}

/** What the events say about one clause: its kind, and the result or why there is none. */
async function said(clause: string, changes: { readonly [field: string]: unknown }): Promise<string> {
  const events = await eventsOf({ Quote: { ...quote, ...changes } })
  const own = events.filter(({ params }) => params?.clause === clause)
  expect(own).toHaveLength(1)
  const { type = '', params } = own[0] ?? {}
  return [type, params?.value, params?.row?.number, params?.because?.code]
    .filter((part) => part !== undefined)
    .join(' ')
}

test('each row of a table is a rule of its own, and the first that fits decides', async () => {
  expect(await said('verdict', {})).toBe('decision allow 1')
  expect(await said('verdict', { margin: '19.99%' })).toBe('decision ask 3')
  expect(await said('verdict', { margin: '19.99%', rep: 'L1' })).toBe('decision allow 2')
  expect(await said('verdict', { discount: '12%', rep: 'L1' })).toBe('decision allow 2')
  expect(await said('verdict', { discount: '12.0001%', rep: 'L1' })).toBe('decision refuse otherwise')
})

test('what is not known is undecided with its reason, never allowed', async () => {
  expect(await said('verdict', { margin: undefined })).toBe('undecided BY801')
  // The margin is not asked for above 5 %.
  expect(await said('verdict', { discount: '7%', margin: undefined })).toBe('decision ask 3')
  expect(await said('verdict', { discount: undefined })).toBe('undecided BY801')
  expect(await said('verdict', { discount: 'a little' })).toBe('undecided BY802')
  expect(await said('verdict', { rep: 'nobody', discount: '7%' })).toBe('undecided BY802')
  expect(await said('verdict', { rep: 'nobody' })).toBe('decision allow 1')
})

test('a binary fraction is no amount and no rate', async () => {
  expect(await said('verdict', { discount: 0.05 })).toBe('undecided BY802')
  expect(await said('pay', { amount: 1234.5 })).toBe('undecided BY802')
  expect(await said('pay', { amount: 1234 })).toBe('amount 30.85')
})

test('a row that a clause is not for is not applicable', async () => {
  expect(await said('verdict', { amount: '0' })).toBe('not-applicable BY811')
  expect(await said('pay', { on: '2025-12-31' })).toMatch(/^not-applicable BY/)
})

test('amounts are decimals with all their places, and say who is paid, when and in what', async () => {
  // 2.5 % of 1,234.50 is 30.8625.
  const events = await eventsOf({ Quote: quote })
  expect(events.find(({ params }) => params?.clause === 'pay')).toEqual({
    type: 'amount',
    params: {
      clause: 'pay',
      title: 'Commission',
      is: 'commission',
      value: '30.86',
      currency: 'CNY',
      payee: 'R1',
      posting: '2026-03-02',
    },
  })
})

test('an event says which row of which table decided, where it is written, and the other results', async () => {
  const events = await eventsOf({ Quote: { ...quote, discount: '30%' } })
  expect(events.find(({ params }) => params?.clause === 'verdict')).toEqual({
    type: 'decision',
    params: {
      clause: 'verdict',
      title: 'Who may grant it',
      is: 'decision',
      value: 'refuse',
      results: { rank: '9' },
      posting: '2026-03-02',
      row: { table: 'Who may grant it', number: 'otherwise', at: 'policy.bylaw:12' },
    },
  })
})

test('conditions are readable: the tests of the row on the fields of the request', () => {
  const rule = ruleSet().rules.find(({ name }) => name === 'verdict 2')
  expect(rule?.conditions).toEqual({
    all: [
      { fact: 'Quote.amount', operator: 'bylaw.greaterThan', value: '0' },
      { fact: 'Quote.on', operator: 'bylaw.greaterThanInclusive', value: '2026-01-01' },
      { fact: 'Quote.discount', operator: 'bylaw.within', value: [{ to: '0.12' }] },
      { fact: 'Quote.rep.level', operator: 'bylaw.in', value: ['lead'] },
      { fact: 'verdict.verdict.verdict.row', operator: 'bylaw.equal', value: '2' },
      { fact: 'verdict', operator: 'bylaw.state', value: ['decided'] },
    ],
  })
})

test('a run that asks about nothing gives no event, and leaves other rules of the engine alone', async () => {
  const engine = new Engine()
  register(engine, ruleSet(), reps)
  engine.addRule({
    name: 'mine',
    conditions: { all: [{ fact: 'weather', operator: 'equal', value: 'rain' }] },
    event: { type: 'umbrella' },
  })
  expect((await engine.run({ weather: 'rain' })).events).toEqual([{ type: 'umbrella' }])
})

test('rows may be handed over with the run, in place of those that were registered', async () => {
  const rows = { Rep: [{ id: 'R1', level: 'lead' }] }
  const events = await eventsOf({ Quote: { ...quote, discount: '12%' }, rows })
  expect(events.find(({ params }) => params?.clause === 'verdict')?.params?.row?.number).toBe(2)
})

test('a field that the policy does not know leaves the row undecided, unless others are to be ignored', async () => {
  const Quote = { ...quote, marign: '25%', margin: undefined, discount: '7%' }
  const run = async (otherFields: 'undecided' | 'ignored') => {
    const engine = new Engine()
    register(engine, ruleSet(), reps, { otherFields })
    const { events } = await engine.run({ Quote })
    const own = events.find(({ params }) => params?.clause === 'verdict')
    return own?.params?.because ?? own?.params?.value
  }
  expect(await run('undecided')).toEqual({
    is: 'undecided',
    code: 'BY934',
    reason: 'the request has a field “marign”, which the policy does not know',
  })
  expect(await run('ignored')).toBe('ask')
})

test('a row may hold the row that it refers to', async () => {
  const discount = '12%'
  expect(await said('verdict', { discount, rep: { id: 'X1', level: 'lead' } })).toBe('decision allow 2')
  expect(await said('verdict', { discount, rep: { level: 'lead' } })).toBe('decision allow 2')
  // As it is handed over, not as it was registered.
  expect(await said('verdict', { discount, rep: { id: 'R1', level: 'lead' } })).toBe('decision allow 2')
  expect(await said('verdict', { discount, rep: { id: 'R1' } })).toBe('undecided BY801')
  expect(await said('verdict', { discount, rep: { id: 'R1', rank: 'lead' } })).toBe('undecided BY934')
})

test('an engine takes one rule set', () => {
  const engine = new Engine()
  register(engine, ruleSet())
  expect(() => register(engine, ruleSet())).toThrow('one rule set')
})

test('anything but a rule set is refused', () => {
  expect(() => register(new Engine(), { rules: [] })).toThrow('no rule set')
})

test('of a clause that several tables decide, the row of each is told', async () => {
  const several = `
policy grants { language en; currency CNY; effective from 2026-01-01 until open }
record Quote { id text key; on date posting; discount percent; margin percent optional; amount money }
table points every match {
  | discount  | margin    | => sum(points) |
  | over 5%   | -         | 2              |
  | over 10%  | -         | 3              |
  | -         | under 15% | 4              |
  | otherwise | -         | 0              |
}
decision risk for each Quote { gives points = points(discount, margin) }
`
  const engine = new Engine()
  register(engine, ruleSet(several))
  const told = async (discount: string, margin: string) => {
    const Quote = { id: 'Q', on: '2026-02-02', amount: '1', discount, margin }
    const { events } = await engine.run({ Quote })
    return events.map(({ type, params }) => [type, params?.value ?? params?.row?.number])
  }
  expect(await told('12%', '10%')).toEqual([
    ['decision', '9'],
    ['matched', 1],
    ['matched', 2],
    ['matched', 3],
  ])
  expect(await told('7%', '20%')).toEqual([
    ['decision', '2'],
    ['matched', 1],
  ])
  expect(await told('1%', '20%')).toEqual([
    ['decision', '0'],
    ['matched', 'otherwise'],
  ])
})
