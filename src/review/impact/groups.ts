import { formatDay } from '../../base/day.ts'
import type { Field, Id } from '../../plan/plan.ts'
import type { Engine } from '../../targets/evaluate/engine.ts'
import { loadField } from '../../targets/evaluate/load-field.ts'
import type { Named } from '../../targets/evaluate/results.ts'
import { valueFrom } from '../../targets/evaluate/value.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'

/** A field by which people are put together, `team` or `team.region`, and how it is read. */
export type GroupField = {
  readonly record: Id
  readonly path: readonly Id[]
  readonly chosen: boolean
  /** The groups are rows of the people's own record, as managers are. */
  readonly arePeople: boolean
}

/** The fields that people may be put together by. */
export function groupingFields(engine: Engine, record: Id): readonly Id[] {
  const relation = engine.model.relations.get(record)
  return (relation?.fields ?? [])
    .filter(({ id }) => id !== relation?.key && id !== relation?.label)
    .filter(
      ({ type }) => type.is === 'enum' || type.is === 'ref' || type.is === 'text' || type.is === 'truth',
    )
    .map(({ id }) => id)
}

/** The field that was asked for, or the one that says most: a team, another record, a list, a manager. */
export function groupField(engine: Engine, record: Id, asked: string | undefined): GroupField | undefined {
  if (asked !== undefined) {
    const path = asked.split('.')
    const last = fieldAt(engine, record, path)
    return last ? { record, path, chosen: false, arePeople: isOwn(last, record) } : undefined
  }
  const fields = groupingFields(engine, record).flatMap((id) => {
    const field = engine.model.fields.get(record)?.get(id)
    return field && severalAlike(engine, record, id) ? [field] : []
  })
  const best = fields.toSorted((a, b) => rank(b, record) - rank(a, record))[0]
  return best && { record, path: [best.id], chosen: true, arePeople: isOwn(best, record) }
}

function isOwn({ type }: Field, record: Id): boolean {
  return type.is === 'ref' && type.relation === record
}

const teamWords =
  /team|group|region|department|branch|office|district|division|unit|团队|團隊|小组|小組|部门|部門|大区|大區|区域|區域|分公司|办事处|辦事處/iu

function rank(field: Field, record: Id): number {
  const { type, id } = field
  const named = teamWords.test(id) ? 10 : 0
  if (type.is === 'ref') return named + (isOwn(field, record) ? 1 : 4)
  return named + (type.is === 'enum' ? 3 : type.is === 'text' ? 2 : 0)
}

/** Whether a field says of several rows the same and yet not of all: of what differs in every row there is no team. */
function severalAlike(engine: Engine, record: Id, id: Id): boolean {
  const count = engine.rows.get(record)?.count ?? 0
  const seen = new Set<string>()
  for (let row = 0; row < Math.min(count, 5000); row++) seen.add(groupAt(engine, record, [id], row) ?? '')
  return seen.size > 1 && seen.size <= Math.max(2, Math.min(count, 5000) / 2)
}

function fieldAt(engine: Engine, record: Id, path: readonly Id[]): Field | undefined {
  let at: Id | undefined = record
  let found: Field | undefined
  for (const id of path) {
    found = at === undefined ? undefined : engine.model.fields.get(at)?.get(id)
    if (!found || !engine.rows.get(at ?? '')?.fields.has(id)) return undefined
    at = found.type.is === 'ref' ? found.type.relation : undefined
  }
  return found
}

/** The group of one person; undefined where the field is empty. */
export function groupOf(engine: Engine, field: GroupField, { record, row }: Named): string | undefined {
  return record === field.record ? groupAt(engine, record, field.path, row) : undefined
}

function groupAt(engine: Engine, record: Id, path: readonly Id[], row: number): string | undefined {
  let at = row
  let from: Id | undefined = record
  for (const [i, id] of path.entries()) {
    if (from === undefined) return undefined
    const field: Field | undefined = engine.model.fields.get(from)?.get(id)
    if (!field) return undefined
    const { vector } = loadField(engine, from, id)
    if (stateAt(vector.states, at) !== 0) return undefined
    if (vector.is === 'text') return vector.at ? vector.at(at) : vector.values[at]
    const code = integerAt(vector, at)
    if (i === path.length - 1) {
      if (field.type.is === 'date') return formatDay(Number(code))
      const value = valueFrom(engine, field.type, code, undefined)
      const text = 'text' in value ? value.text : undefined
      // Of people the key alone says who is meant.
      const name =
        field.type.is === 'ref' && !isOwn(field, record)
          ? labelAt(engine, field.type.relation, code)
          : undefined
      return name === undefined ? text : `${name} (${text})`
    }
    from = field.type.is === 'ref' ? field.type.relation : undefined
    at = Number(code)
  }
  return undefined
}

function labelAt(engine: Engine, record: Id, code: bigint): string | undefined {
  const label = engine.model.relations.get(record)?.label
  return label === undefined ? undefined : groupAt(engine, record, [label], Number(code))
}
