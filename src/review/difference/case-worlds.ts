import type { Plan } from '../../plan/plan.ts'
import { keyOf } from '../suggest/base-world.ts'
import type { Row as CaseRow, World as CaseWorld } from '../suggest/world.ts'
import type { Choice } from './choices.ts'
import type { SharedField } from './schema.ts'
import type { Trial } from './trial.ts'
import { type Choices, type Row, rowsOf, type World } from './worlds.ts'

// The worlds of cases, in the words of the new version, as those of a difference, and back.

/** A world that was found for another clause, with rows of one's own for what it does not have. */
export function begunWith({ schema, names }: Trial, plan: Plan, world: World, base: CaseWorld): CaseWorld {
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
export function worldOf({ schema }: Trial, choices: Choices, found: CaseWorld): World {
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
    // A case leaves out what its clause does not read: a record that is to have it is given any.
    if (text === undefined) return field.read && field.optional ? empty : (choices.get(field)?.[0] ?? empty)
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
