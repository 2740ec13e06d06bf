import type { Choice } from './choices.ts'
import { companyRecords } from './company.ts'
import { differing, type Trial } from './trial.ts'
import { type Choices, type Row, type World, worldCost } from './worlds.ts'

const most = { rounds: 40, tried: 90 }

/** A world on which the versions still differ, made simpler step by step: fewer rows, then smaller and rounder values. */
export function simpler(trial: Trial, choices: Choices, first: World): World {
  let world = first
  for (let round = 0; round < most.rounds; round++) {
    const steps = stepsFrom(trial, choices, world)
    const cost = worldCost(world)
    const better = steps
      .map((step) => ({ step, cost: worldCost(step.world) }))
      .filter((one) => one.cost < cost)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, most.tried)
      .map(({ step }) => step)
    const next = firstThatDiffers(trial, world, better)
    if (!next) break
    world = next
  }
  return withoutCompany(trial, world)
}

/** How many rows it is tried to do without where everything else stays. */
const mostIdle = 24

/** Without rows that have no part in it: both versions still give just what they gave. */
export function withoutIdleRows(trial: Trial, world: World): World {
  const told = (one: World) => {
    const [first] = differing(trial, [one])
    return first && textOf([first.old?.value, first.next?.value, first.parts])
  }
  const whole = told(world)
  let left = world
  let tried = 0
  for (const { key } of trial.schema)
    for (let at = (world.get(key) ?? []).length - 1; at >= 0 && tried < mostIdle; at--, tried++) {
      const [fewer] = withoutRow(trial.schema, left, key, at)
      if (fewer && told(fewer) === whole) left = fewer
    }
  return left
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part))
}

/** Rows that the worlds of one run have in common are left out one by one, each world alone. */
function withoutCompany(trial: Trial, world: World): World {
  let left = world
  for (const record of companyRecords(trial.schema))
    for (let at = (left.get(record) ?? []).length - 1; at >= 0; at--) {
      const fewer = withoutRow(trial.schema, left, record, at)[0]
      if (fewer && decided(trial, fewer)) left = fewer
    }
  return left
}

/** The simplest of them on which the versions differ when it is alone; at best all cells at once that may be simpler. */
function firstThatDiffers(trial: Trial, from: World, steps: readonly Step[]): World | undefined {
  if (steps.length === 0) return undefined
  const worlds = steps.map(({ world }) => world)
  const hits = new Set(differing(trial, worlds).map(({ world }) => world))
  const likely = steps.filter((_, i) => hits.has(i))
  const edits = new Map<string, Edit>()
  for (const { edit } of likely) {
    const key = edit && `${edit.record} ${edit.at} ${edit.field}`
    if (edit && key !== undefined && !edits.has(key)) edits.set(key, edit)
  }
  for (const count of [edits.size, Math.ceil(edits.size / 2)]) {
    if (count < 2) continue
    const all = [...edits.values()].slice(0, count).reduce(edited, from)
    if (decided(trial, all)) return all
  }
  const found = likely.slice(0, 8).find(({ world }) => decided(trial, world))
  if (found || hits.size > 0) return found?.world
  return worlds.slice(0, 12).find((world) => decided(trial, world))
}

type Edit = { readonly record: string; readonly at: number; readonly field: string; readonly choice: Choice }
type Step = { readonly world: World; readonly edit?: Edit }

function edited(world: World, { record, at, field, choice }: Edit): World {
  const row = world.get(record)?.[at]
  return row ? withRow(world, record, at, { ...row, cells: new Map([...row.cells, [field, choice]]) }) : world
}

function decided(trial: Trial, world: World): boolean {
  return differing(trial, [world]).length > 0
}

/** Every world that is this one with one thing taken away or replaced. */
function stepsFrom({ schema }: Trial, choices: Choices, world: World): readonly Step[] {
  const out: Step[] = []
  const common = companyRecords(schema)
  for (const record of schema.filter(({ key }) => !common.has(key))) {
    const rows = world.get(record.key) ?? []
    for (const at of rows.keys())
      out.push(...withoutRow(schema, world, record.key, at).map((one): Step => ({ world: one })))
    for (const [at, row] of rows.entries())
      for (const field of record.fields) {
        const now = row.cells.get(field.key)
        if (!now || field.names) continue
        const list =
          field.target === undefined
            ? (choices.get(field) ?? [])
            : refersTo(world, field.target, field.optional)
        const cheaper = list.filter((choice) => total(choice) < total(now))
        for (const choice of spread(cheaper, 14)) {
          const edit: Edit = { record: record.key, at, field: field.key, choice }
          out.push({ world: edited(world, edit), edit })
        }
      }
  }
  return out
}

function total({ cell, cost }: Choice): number {
  return cost + (cell === '' ? 0 : 1)
}

function refersTo(world: World, target: string, optional: boolean): readonly Choice[] {
  const rows = world.get(target) ?? []
  const none: readonly Choice[] = optional ? [{ cell: '', cost: 0, hot: false }] : []
  return [...none, ...rows.map((_, i) => ({ cell: String(i), cost: i, hot: false }))]
}

/** The first of a list, and some of the rest. */
function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list
  return Array.from(
    { length: count },
    (_, i) => list[Math.floor((i * i * list.length) / (count * count))],
  ).flatMap((one) => (one === undefined ? [] : [one]))
}

function withRow(world: World, record: string, at: number, row: Row): World {
  const rows = world.get(record) ?? []
  return new Map([...world, [record, rows.map((one, i) => (i === at ? row : one))]])
}

/** Without a row; what led to it leads to the first that is left, or nowhere. None where it must lead somewhere. */
function withoutRow(schema: Trial['schema'], world: World, record: string, at: number): readonly World[] {
  const rest = (world.get(record) ?? []).filter((_, i) => i !== at)
  const out = new Map([...world, [record, rest]])
  for (const { key, fields } of schema) {
    const into = fields.filter((field) => field.target === record)
    if (into.length === 0 || (out.get(key) ?? []).length === 0) continue
    if (rest.length === 0 && into.some((field) => !field.optional)) return []
    const rows = (out.get(key) ?? []).map((row): Row => {
      const cells = new Map(row.cells)
      for (const field of into) {
        const now = cells.get(field.key)
        if (!now || now.cell === '') continue
        const place = Number(now.cell)
        const left = place > at ? place - 1 : place === at ? 0 : place
        cells.set(field.key, { ...now, cell: rest.length === 0 ? '' : String(left) })
      }
      return { ...row, cells }
    })
    out.set(key, rows)
  }
  return [out]
}
