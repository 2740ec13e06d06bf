import type { Id, Plan, Relation } from '../../plan/plan.ts'
import { spellWord } from '../../syntax/keywords.ts'
import { type Engine, need } from '../../targets/evaluate/engine.ts'
import { loadField } from '../../targets/evaluate/load-field.ts'
import { isPaying, titleOf } from '../../targets/evaluate/payouts.ts'
import { type Named, named, type ResultLine } from '../../targets/evaluate/results.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'
import { deadlinesOf } from '../deadlines/deadlines.ts'
import { standingId } from './standing.ts'
import type { StatedRun } from './statement.ts'

const matters = ['overdue', 'undecided', 'approval', 'refused'] as const

/**
 * What waits for somebody: time limits that ran out and are not met, decisions that could not be made, requests that are to
 * be approved and are not (or not as they must be), requests that were refused. `count`: of one clause.
 */
export type OpenMatter = {
  readonly is: (typeof matters)[number]
  readonly clause: Id
  readonly title: string
  readonly count: number
}

/**
 * By the person, as `standingId` writes it. A row is that of who the clause is for (`to owner`), else of the one person that
 * it refers to by a field of its own; of several nobody can say whose it is, and it is nobody's here.
 */
export function openMatters({ plan, results, lines }: StatedRun): ReadonlyMap<string, readonly OpenMatter[]> {
  const { engine } = results
  const whose = ownersOf(engine, plan)
  const breached = new Set(
    deadlinesOf(plan, lines).flatMap(({ line, state }) => (state === 'breached' ? [line] : [])),
  )
  const found = new Map<string, Map<string, OpenMatter>>()
  for (const line of lines) {
    const is = breached.has(line) ? 'overdue' : decisionOf(plan, line)
    const owner = is && whose(line)
    if (!is || !owner) continue
    const id = standingId(owner.record, owner.key)
    const own = found.get(id) ?? new Map<string, OpenMatter>()
    found.set(id, own)
    const { output } = line
    const key = `${is} ${output.id}`
    own.set(key, { is, clause: output.id, title: titleOf(output), count: (own.get(key)?.count ?? 0) + 1 })
  }
  return new Map([...found].map(([id, own]) => [id, inOrder([...own.values()])]))
}

function inOrder(found: readonly OpenMatter[]): readonly OpenMatter[] {
  return [...found].sort((a, b) => matters.indexOf(a.is) - matters.indexOf(b.is))
}

function decisionOf({ policy }: Plan, { output, value, also }: ResultLine): OpenMatter['is'] | undefined {
  if (output.is !== 'decision') return undefined
  if (value.is === 'held') return 'undecided'
  if (output.label !== 'authority' || value.is !== 'enum') return undefined
  const { language } = policy
  if (value.text === spellWord('verdict', 'refuse', language)) return 'refused'
  if (value.text !== spellWord('verdict', 'approval', language)) return undefined
  const approved = also.find(({ label }) => label === 'approved')?.value
  if (approved?.is === 'held') return 'undecided'
  const done = (['timely', 'late'] as const).map((word) => spellWord('approved', word, language))
  return approved?.is === 'enum' && done.includes(approved.text) ? undefined : 'approval'
}

type Owners = (line: ResultLine) => Named | undefined

function ownersOf(engine: Engine, plan: Plan): Owners {
  const relations = new Map(plan.relations.map((one) => [one.id, one]))
  const paid = new Set(
    plan.outputs.filter(isPaying).flatMap((output) => {
      return output.payee?.relation ?? need(engine.domains, output.grain).grain.relation ?? []
    }),
  )
  return ({ subject, item }) => {
    if (subject && paid.has(subject.record)) return subject
    const row = item ?? subject
    const field = row && soleOwner(relations.get(row.record), paid)
    if (!row || !field) return undefined
    const { vector } = loadField(engine, row.record, field.id)
    if (stateAt(vector.states, row.row) !== 0) return undefined
    return named(engine, field.relation, Number(integerAt(vector, row.row)))
  }
}

/** The one field that names somebody who is paid. */
function soleOwner(
  relation: Relation | undefined,
  paid: ReadonlySet<Id>,
): { readonly id: Id; readonly relation: Id } | undefined {
  const fields = (relation?.fields ?? []).flatMap(({ id, type }) =>
    type.is === 'ref' && paid.has(type.relation) ? [{ id, relation: type.relation }] : [],
  )
  return fields.length === 1 ? fields[0] : undefined
}
