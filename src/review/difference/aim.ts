import type { Expr, Output, Plan } from '../../plan/plan.ts'
import { baseWorld, keyOf } from '../suggest/base-world.ts'
import { type Goal, type Search, searchIn } from '../suggest/goal.ts'
import { applying, reachAll } from '../suggest/reach.ts'
import { withRecordsOf } from '../suggest/slice.ts'
import { usedFields } from '../suggest/used-fields.ts'
import type { Row as CaseRow, World as CaseWorld } from '../suggest/world.ts'
import { goalsAt } from './aim-goals.ts'
import type { Choice } from './choices.ts'
import { type Root, rootsOf } from './roots.ts'
import type { SharedField } from './schema.ts'
import type { Trial } from './trial.ts'
import { type Choices, type Row, rowsOf, type World } from './worlds.ts'

/** How many trials are made to reach all that may show a difference, and from one beginning to one set of goals. */
const trials = { all: 500, each: 60 }
const mostRoots = 6

/**
 * Worlds that were aimed at what changed: from each root of the difference back to data, such that the clause has a
 * result. The goals are those of the new plan; where names are others there are none.
 */
export function* aimed(
  trial: Trial,
  choices: Choices,
  known: readonly World[],
  same: (old: string, next: string) => boolean,
): Generator<World> {
  const { old, next, names } = trial
  if (names.renamed().length > 0) return
  const whole = usedFields(next.plan)
  const plan = withRecordsOf(next.plan, whole)
  const budget = { left: trials.all }
  const search = searchIn(plan, whole, budget)
  const roots = rootsOf(old.plan, next.plan, columnsOf(old.output, next.output), same)
  const bases = [0, 1, 2].flatMap((later) => baseWorld(plan, whole, later) ?? [])
  const [base] = bases
  if (!base) return
  const starts = [...known.slice(-2).map((world) => begunWith(trial, plan, world, base)), ...bases]
  for (const root of roots.slice(0, mostRoots))
    for (const start of starts)
      for (const goals of setsFor(search, trial, root)) {
        if (budget.left <= 0) return
        const own: Search = { ...search, budget: { left: Math.min(trials.each, budget.left) } }
        let count = 0
        for (const found of reachAll(own, start, goals)) {
          yield worldOf(trial, choices, found)
          if (++count >= 4) break
        }
        budget.left -= Math.min(trials.each, budget.left) - own.budget.left
      }
}

function columnsOf(old: Output, next: Output): readonly (readonly [string, string])[] {
  const also = next.also.flatMap(({ label, column }): (readonly [string, string])[] => {
    const other = old.also.find((one) => one.label === label)
    return other ? [[other.column, column]] : []
  })
  return [[old.column, next.column], ...also]
}

/** The clause applies, it is at the root as it should be, and there is something to be paid. */
function setsFor(search: Search, { old, next, names }: Trial, root: Root): readonly (readonly Goal[])[] {
  const column: Expr = { op: 'column', column: next.output.column }
  const applies = applying(search, column, true)
  const found = search.column(next.output.column)
  const paid: readonly Goal[] =
    found?.type.is === 'int'
      ? [
          {
            is: 'number',
            grain: next.output.grain,
            value: {
              n: column,
              ...(found.denominator !== undefined && {
                d: { op: 'column', column: found.denominator } as const,
              }),
              scale: found.type.scale,
            },
            bound: { n: 0n, d: 1n },
            want: 'above',
          },
        ]
      : []
  const sets = goalsAt(old.plan, next.plan, names, root)
  const all = sets.length > 0 ? sets : [[]]
  return all.flatMap((goals) => [
    [...applies, ...goals, ...paid],
    [...goals, ...applies],
  ])
}

/** A world that was found for another clause, with rows of one's own for what it does not have. */
function begunWith({ schema, names }: Trial, plan: Plan, world: World, base: CaseWorld): CaseWorld {
  const named = new Map(
    schema.flatMap(({ key, next }) =>
      next
        ? [[key, (world.get(key) ?? []).map((row, i): Row => ({ ...row, id: keyOf(next, i + 1) }))] as const]
        : [],
    ),
  )
  const rows = new Map(base.rows)
  for (const [relation, objects] of rowsOf(schema, named, 'next', names, () => '')) {
    const own = plan.relations.find(({ id }) => id === relation)
    if (!own || objects.length === 0) continue
    rows.set(
      relation,
      objects.map(
        (row): CaseRow =>
          new Map(
            own.fields.flatMap(({ id }) => {
              const cell = row[id]
              return cell === undefined || cell === '' ? [] : [[id, String(cell)] as const]
            }),
          ),
      ),
    )
  }
  return { ...base, rows }
}

/** As the worlds of a difference are: every field that a record has, references by the place of their rows. */
function worldOf({ schema }: Trial, choices: Choices, found: CaseWorld): World {
  const world = new Map<string, readonly Row[]>()
  const rowsIn = (key: string) => {
    const id = schema.find((record) => record.key === key)?.next?.id
    return id === undefined ? [] : (found.rows.get(id) ?? [])
  }
  const keyIn = (key: string) => schema.find((record) => record.key === key)?.next?.key ?? ''
  const cellOf = (field: SharedField, row: CaseRow): Choice => {
    const text = row.get(field.next?.id ?? '')
    if (field.target !== undefined) {
      const at = rowsIn(field.target).findIndex((other) => other.get(keyIn(field.target ?? '')) === text)
      const place = at >= 0 ? String(at) : field.optional ? '' : '0'
      return { cell: place, cost: 1, hot: false }
    }
    if (text === undefined) return field.read ? empty : (choices.get(field)?.[0] ?? empty)
    return (
      (choices.get(field) ?? []).find(({ cell }) => cell === text) ?? {
        cell: text,
        cost: costOf(text),
        hot: false,
      }
    )
  }
  for (const { key, old, next, fields } of schema) {
    const rows = rowsIn(key).map(
      (row, i): Row => ({
        id: `${old?.id ?? next?.id ?? key}-${i + 1}`,
        cells: new Map(fields.map((field) => [field.key, field.names ? empty : cellOf(field, row)] as const)),
      }),
    )
    world.set(key, rows)
  }
  // What nothing reads is in no case: a reference that must lead somewhere is given a plain row to lead to.
  for (let round = 0; round < schema.length; round++) {
    const asked = schema.find(({ key }) => (world.get(key) ?? []).length === 0 && isAsked(schema, world, key))
    if (!asked) return world
    const id = `${asked.old?.id ?? asked.next?.id ?? asked.key}-1`
    const cells = asked.fields.map((field): readonly [string, Choice] => {
      const to: Choice = { cell: field.optional ? '' : '0', cost: 1, hot: false }
      return [
        field.key,
        field.names ? empty : field.target !== undefined ? to : (choices.get(field)?.[0] ?? empty),
      ]
    })
    world.set(asked.key, [{ id, cells: new Map(cells) }])
  }
  return world
}

function isAsked(schema: Trial['schema'], world: World, key: string): boolean {
  return schema.some(
    (other) =>
      (world.get(other.key) ?? []).length > 0 &&
      other.fields.some(({ target, optional }) => target === key && !optional),
  )
}

const empty: Choice = { cell: '', cost: 0, hot: false }

function costOf(text: string): number {
  return 2 * text.length
}
