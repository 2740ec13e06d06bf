import { parseDay } from '../../src/base/day.ts'
import type { Rational } from '../../src/base/rational.ts'
import { compile } from '../../src/compile.ts'
import { type RowObject, rowsFromObjects } from '../../src/data/from-objects.ts'
import { runInMemory } from '../../src/engines/memory.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { type Amounts, meets, whole } from '../../src/review/mutate/amounts.ts'
import { gridsOf } from '../../src/review/mutate/grids.ts'
import { rangesOf } from '../../src/review/mutate/ranges.ts'
import { sameAs } from '../../src/review/mutate/same-plan.ts'
import type { Results } from '../../src/targets/evaluate/evaluate.ts'
import { integerAt, stateAt } from '../../src/targets/evaluate/vector.ts'
import { data } from './small-policies.ts'

/** Says of a run which of its numbers lie where, by what is proved of the plan, they never do. */
export function provedOf(plan: Plan): (results: Results) => readonly string[] {
  const ranges = rangesOf(plan)
  const grids = gridsOf(plan)
  const numbers = plan.columns.filter(({ type }) => type.is === 'int')
  const known = numbers.map(({ id, denominator }) => {
    const n = { op: 'column', column: id } as const
    const d = denominator === undefined ? undefined : ({ op: 'column', column: denominator } as const)
    return {
      id,
      denominator,
      own: ranges.of(n),
      grid: grids.of(n),
      quotient: d && ranges.ofRatio({ n, d, scale: 0 }),
    }
  })
  return ({ engine }) =>
    known.flatMap(({ id, denominator, own, grid, quotient }) => {
      const vector = engine.columns.get(id)
      const below = denominator === undefined ? undefined : engine.columns.get(denominator)
      if (!vector) return []
      const found: string[] = []
      for (const row of vector.values.keys()) {
        if (stateAt(vector.states, row) !== 0) continue
        const n = integerAt(vector, row)
        if (!holds(own, whole(n)) || (grid === 0n ? n !== 0n : n % grid !== 0n)) found.push(`${id}: ${n}`)
        if (below && quotient && !holds(quotient, { n, d: integerAt(below, row) }))
          found.push(`${id} / ${denominator}: ${n} / ${integerAt(below, row)}`)
      }
      return found
    })
}

function holds(amounts: Amounts, at: Rational): boolean {
  const end = { at, included: true }
  return meets(amounts, { low: end, high: end })
}

export type Data = { readonly [record: string]: readonly RowObject[] }

/** Runs a plan on the first quarter of 2026. */
export function ranOn(plan: Plan, data: Data) {
  const span = { from: parseDay('2026-01-01') ?? 0, until: parseDay('2026-03-31') ?? 0 }
  return runInMemory(plan, rowsFromObjects(plan, data).rows, span)
}

/** Every line of a run and every value that has a name, as text: all that a case can look at. */
export function allOf(results: Results, lines: readonly unknown[]): string {
  const { engine } = results
  const values = engine.model.plan.columns.flatMap((column) => {
    const vector = engine.columns.get(column.id)
    const below = column.denominator === undefined ? undefined : engine.columns.get(column.denominator)
    if (column.label === undefined || !vector) return []
    const all = [...vector.values.keys()].map((row) => {
      const state = stateAt(vector.states, row)
      if (state !== 0) return `state ${state}`
      if (vector.is === 'text') return vector.values[row]
      return `${integerAt(vector, row)} / ${below ? integerAt(below, row) : 1}`
    })
    return [`${column.id}: ${all.join(', ')}`]
  })
  return JSON.stringify([values, lines, results.unplaced.length, results.problems], (key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : key === 'output' ? undefined : value,
  )
}

/** What is proved of two policies, and whether any of the data tells them apart. */
export function compared(before: string, after: string) {
  const [then, now] = [before, after].map((text) => {
    const { plan, diagnostics } = compile([{ name: 'p.bylaw', text }])
    if (!plan) throw new Error(JSON.stringify(diagnostics))
    return plan
  })
  if (!then || !now) throw new Error(before)
  const [a, b] = [ranOn(then, data), ranOn(now, data)]
  const never = provedOf(then)(a.results)
  if (never.length > 0) throw new Error(never.join())
  return [sameAs(then)(now), allOf(a.results, a.lines) === allOf(b.results, b.lines)]
}
