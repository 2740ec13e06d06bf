import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile, compileProgram } from '../../src/compile.ts'
import { readCases } from '../../src/review/cases/read-cases.ts'
import { runCase } from '../../src/review/cases/run-case.ts'
import { mutantsOf } from '../../src/review/mutate/mutants.ts'
import { changeText } from '../../src/review/mutate/sentences.ts'
import { slicesOf } from '../../src/review/mutate/slice.ts'
import { repository } from '../samples/run-sample.ts'
import { sampleWithCases, triedOn } from './mutating.ts'

const policy = `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep {
  id text key
  quota money
}
record Order {
  id text key
  rep Rep
  signed date posting
  amount money
}
value sold for Rep per quarter = sum(Order.amount)
value attainment for Rep where quota > 0 CNY per quarter = sold / quota
commission pay for Rep per quarter {
  gate attainment >= 40%
  tiers whole of sold by attainment {
    | from | rate |
    | 0%   | 1%   |
    | 100% | 2%   |
  }
  cap 5_000 CNY lost
  round 0.01 half-up
}
commission other for Rep per quarter {
  rate 3% of sold
  round 0.01 half-up
}
`

// Worked by hand: under the gate 0; from 40 % 1 %; from 100 % 2 %; no more than 5,000.
const table = `
      | sold      | pays    |
      | 0.00      | 0.00    |
      | 3999.99   | 0.00    |
      | 4000.00   | 40.00   |
      | 4000.50   | 40.01   |
      | 4000.51   | 40.01   |
      | 4002.50   | 40.03   |
      | 4001.49   | 40.01   |
      | 9999.00   | 99.99   |
      | 9999.99   | 100.00  |
      | 10000.00  | 200.00  |
      | 250000.00 | 5000.00 |
      | 250001.00 | 5000.00 |
      | 249999.50 | 4999.99 |
`
const cases = `given:
  Rep: [{ id: R1, quota: 10000.00 }]
cases:
  - name: tiers
    period: 2026-Q1
    given: { Order: [{ id: O1, rep: R1, signed: 2026-02-01, amount: $sold }] }
    expect: { pay: { R1: $pays } }
    table: |${table}  - name: what lies above the cap is lost, also for the next quarter
    period: 2026-Q2
    given:
      Order:
        - { id: O1, rep: R1, signed: 2026-02-01, amount: 300000.00 }
        - { id: O2, rep: R1, signed: 2026-05-01, amount: 5000.00 }
    expect: { pay: { R1: 50.00 } }
  - name: without a quota
    period: 2026-Q1
    given:
      Rep: [{ id: R2, quota: 0.00 }]
      Order: [{ id: O1, rep: R2, signed: 2026-02-01, amount: 100.00 }]
    expect: { pay: { R2: { held: BY811 } } }
`

function mutated(text: string, yaml: string, asked: (clause: string) => boolean = () => true) {
  const sources = [{ name: 'p.bylaw', text }]
  const { program, plan, diagnostics } = compile(sources)
  if (!plan) throw new Error(JSON.stringify(diagnostics))
  const { cases: read, found } = readCases(plan, [{ name: 'p.cases.yaml', text: yaml }])
  expect(found).toEqual([])
  const failing = read.filter((one) => !runCase(plan, one).passed)
  const mutants = mutantsOf(program, sources).filter(({ clause }) => asked(clause))
  return {
    failing: failing.map(({ name }) => name),
    runs: triedOn({ program, plan }, sources, mutants, read),
  }
}
const said = ({ mutant }: { readonly mutant: Parameters<typeof changeText>[0] }) => changeText(mutant, 'en')

test('cases at, around and beyond everything notice every change of a clause', () => {
  const { failing, runs } = mutated(policy, cases, (clause) => clause === 'pay')
  expect(failing).toEqual([])
  expect(runs.filter(({ is }) => is === 'survived').map(said)).toEqual([])
  expect(runs.filter(({ is }) => is === 'killed').length).toBeGreaterThan(15)
})

test('a change that no case notices is told, with how many cases could have', () => {
  const { runs } = mutated(policy, cases)
  const survived = runs.flatMap((run) =>
    run.is === 'survived' ? [[run.mutant.clause, run.read] as const] : [],
  )
  // No case expects anything of the other commission.
  expect(new Set(survived.filter(([clause]) => clause === 'other').map(([, read]) => read))).toEqual(
    new Set([0]),
  )
})

test('without the case at the boundary, the change of the boundary is what no case notices', () => {
  const fewer = cases.replace(/ +\| 10000\.00 .*\n/u, '').replace(/ +\| 9999\.99 .*\n/u, '')
  const { runs } = mutated(policy, fewer, (clause) => clause === 'pay')
  const survived = runs.filter(({ is }) => is === 'survived').map(said)
  expect(survived).toContain('100% → 100.01%')
  expect(survived).toContain('from → over')
  expect(survived).not.toContain('40% → 40.01%')
})

test('the case that noticed is named', () => {
  const { runs } = mutated(policy, cases, (clause) => clause === 'pay')
  const gate = runs.find(({ mutant }) => changeText(mutant, 'en') === 'without gate attainment >= 40%')
  expect(gate?.is === 'killed' && gate.by.name).toMatch(/^tiers/u)
})

test('a level that another word takes the place of is noticed, though it stands at the same place of its list', () => {
  const levels = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; done percent }
decision grade for Rep {
  table unique {
    | done    | => level |
    | < 50%   | low      |
    | from 50% | high    |
  }
}
`
  const yaml = `cases:
  - name: little
    period: 2026-Q1
    given: { Rep: [{ id: R1, done: 10% }] }
    expect: { grade: { R1: low } }
`
  const { failing, runs } = mutated(levels, yaml)
  expect(failing).toEqual([])
  expect(runs.filter(({ is }) => is === 'killed').map(said)).toContain('low → high')
})

test('a case that counts besides notices a change of a value that it names', () => {
  const yaml = cases.replace(
    'expect: { pay: { R2: { held: BY811 } } }',
    'expect: { attainment: { R2: not applicable }, problems: 0 }',
  )
  const { failing, runs } = mutated(policy, yaml, (clause) => clause === 'attainment')
  expect(failing).toEqual([])
  // No case has a quota of 0.01.
  expect(runs.filter(({ is }) => is === 'survived').map(said)).toEqual(['0 CNY → 0.01 CNY'])
})

test('a case that names a quotient notices a change of what it is divided by', () => {
  const text = policy.replace('per quarter = sold / quota', 'per quarter = sold / (quota * 1.5)')
  const yaml = `given:
  Rep: [{ id: R1, quota: 10000.00 }]
cases:
  - name: half
    period: 2026-Q1
    given: { Order: [{ id: O1, rep: R1, signed: 2026-02-01, amount: 7500.00 }] }
    expect: { attainment: { R1: 50% } }
`
  const { failing, runs } = mutated(text, yaml, (clause) => clause === 'attainment')
  expect(failing).toEqual([])
  expect(runs.filter(({ is }) => is === 'killed').map(said)).toEqual(
    expect.arrayContaining(['1.5 → 1.6', '1.5 → 1.4']),
  )
})

test('a change that the language refuses is neither noticed nor missed', () => {
  const text = policy.replace('    | 0%   | 1%   |', '    | 5%   | 1%   |').replace('>= 40%', '>= 5%')
  const { runs } = mutated(text, cases, (clause) => clause === 'pay')
  const refused = runs.filter(({ is }) => is === 'refused').map(said)
  // Below the first row nothing would be said any more: from the gate at 5 % to a row from 5.01 %.
  expect(refused).toContain('5% → 5.01%')
})

const samples = ['first-commission', 'tangyu-zh', 'margin-matrix', 'deductions-zh', 'adventureworks']

test.each(samples)('what is compiled of %s for a change gives what the whole policy would give', (sample) => {
  const folder = join(repository, 'policies', sample)
  const sources = readdirSync(folder)
    .filter((name) => /\.bylaw(?:\.md)?$|\.csv$/u.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const { program, plan } = compile(sources)
  const whole = JSON.stringify(plan)
  const slices = slicesOf(program)
  for (const mutant of mutantsOf(program, sources).filter((_, i) => i % 9 === 0)) {
    const changed = mutant.program()
    const slice = slices(mutant.clause)
    const before = compileProgram(slice.of(program), sources).plan
    // Then the whole is compiled.
    if (!before) continue
    const all = compileProgram(changed, sources).plan
    const part = compileProgram(slice.of(changed), sources).plan
    expect(part !== undefined, mutant.id).toBe(all !== undefined)
    if (!all || !part) continue
    // Refused, equal or different: the part says what the whole says.
    expect(JSON.stringify(part) === JSON.stringify(before), mutant.id).toBe(JSON.stringify(all) === whole)
    // All outputs that can change are in the part.
    const kept = new Set(part.outputs.map(({ id }) => id))
    for (const { id, releases } of all.outputs)
      if (slice.affected.has(releases ?? id)) expect(kept.has(id), `${mutant.id} ${id}`).toBe(true)
  }
})

test.each([
  ['first-commission', 1, 1],
  ['margin-matrix', 2, 1],
  ['adventureworks', 3, 1],
  ['deductions-zh', 10, 3],
  ['tangyu-zh', 20, 6],
])(
  'a case of %s notices what it would notice of the whole policy run for each change',
  (name, step, every) => {
    const { program, plan, sources, cases: all } = sampleWithCases(name)
    const few = all.filter((one, i) => i % every === 0 && !one.data)
    const mutants = mutantsOf(program, sources).filter((_, i) => i % step === 0)
    const found = { killed: 0, survived: 0, refused: 0, equivalent: 0 }
    for (const run of triedOn({ program, plan }, sources, mutants, few)) {
      found[run.is]++
      const whole = compileProgram(run.mutant.program(), sources).plan
      const fails = whole && few.filter((one) => !runCase(whole, one).passed)
      expect(run.is === 'killed', run.mutant.id).toBe(fails !== undefined && fails.length > 0)
      expect(run.is === 'refused', run.mutant.id).toBe(whole === undefined)
      if (run.is === 'killed') expect(fails?.map((one) => one.name)).toContain(run.by.name)
    }
    expect(found.killed).toBeGreaterThan(2)
  },
)
