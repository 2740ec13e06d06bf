import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/analyse.ts'
import { rowsFromObjects } from '../../../src/data/from-objects.ts'
import { lower } from '../../../src/plan/lower.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import { baseWorld } from '../../../src/review/suggest/base-world.ts'
import { searchIn } from '../../../src/review/suggest/goal.ts'
import { probed } from '../../../src/review/suggest/probe-values.ts'
import { tryOut } from '../../../src/review/suggest/trial.ts'
import { usedFields } from '../../../src/review/suggest/used-fields.ts'
import { objectsOf, type World } from '../../../src/review/suggest/world.ts'
import { askedPeriod } from '../../../src/targets/evaluate/asked-period.ts'
import { evaluate } from '../../../src/targets/evaluate/evaluate.ts'
import { integerAt, stateAt, type Vector } from '../../../src/targets/evaluate/vector.ts'
import { repository } from '../../samples/run-sample.ts'

function planOf(folder: string, names: readonly string[]): Plan {
  const sources = names.map((name) => ({
    name,
    text: readFileSync(join(repository, 'policies', folder, name), 'utf8'),
  }))
  return lower(analyse(sources).checked, sources)
}

function shown(vector: Vector | undefined): readonly string[] {
  if (!vector) return ['none']
  return Array.from({ length: vector.values.length }, (_, row) => {
    const state = stateAt(vector.states, row)
    if (state !== 0) return `state ${state}`
    return String(vector.is === 'text' ? vector.values[row] : integerAt(vector, row))
  })
}

/** Columns that are other than a run of all of them works them out. */
function differing(plan: Plan, world: World): readonly string[] {
  const results = tryOut(plan, world, { left: 1 })
  const { rows } = rowsFromObjects(plan, objectsOf(world))
  const asked = askedPeriod(plan, rows, world.period)
  if (!asked || !results) return asked || results ? ['one of them cannot be run'] : []
  const whole = evaluate(plan, rows, {
    span: { from: asked.from, until: asked.until },
    ...(world.now !== undefined && { now: world.now }),
  })
  return plan.columns.flatMap(({ id }) => {
    const [a, b] = [shown(results.engine.columns.get(id)), shown(whole.engine.columns.get(id))]
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [`${id}: ${a} here, ${b} there`]
  })
}

/** Worlds each of which is made from the one before, or from one of those before it. */
function* walk(plan: Plan, count: number): Generator<World> {
  const used = usedFields(plan)
  const first = baseWorld(plan, used, 0)
  if (!first) throw new Error('no world')
  const search = searchIn(plan, used, { left: 0 })
  const exprs = plan.outputs.map(({ column }) => ({ op: 'column', column }) as const)
  const worlds = [first]
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(seed / 65_536) % below
  }
  yield first
  for (let i = 0; i < count; i++) {
    const from = worlds[next(3) === 0 ? next(worlds.length) : worlds.length - 1] ?? first
    const all = [...probed(search, from, exprs)]
    const world = all[next(all.length)] ?? first
    worlds.push(world)
    yield world
  }
}

describe('what is worked out beside another world is what a whole run works out', () => {
  test.each([
    ['first-commission', ['policy.bylaw'], 25],
    ['adventureworks', ['discounts.bylaw', 'policy.bylaw'], 20],
    ['deductions-zh', ['制度.bylaw', '法规.bylaw', '最低工资.csv'], 25],
  ] as const)('of %s', (folder, names, count) => {
    const plan = planOf(folder, names)
    for (const world of walk(plan, count)) expect(differing(plan, world)).toEqual([])
  })
})
