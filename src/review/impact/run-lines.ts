import type { Id, Output } from '../../plan/plan.ts'
import type { Domain, Engine } from '../../targets/evaluate/engine.ts'
import { need } from '../../targets/evaluate/engine.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { lines, type ResultLine } from '../../targets/evaluate/results.ts'
import type { Value } from '../../targets/evaluate/value.ts'

/** A run and its lines by clause. The lines of a clause that is the same as in the run before are the same list. */
export type RunLines = {
  readonly results: Results
  readonly lines: ReadonlyMap<Id, readonly ResultLine[]>
}

/**
 * The lines of a run on its days; `earlier` is the run that its columns may have been taken from, `nameBefore` what a
 * clause was called there.
 */
export function runLines(
  results: Results,
  earlier?: RunLines,
  nameBefore: (output: Id) => Id = (id) => id,
): RunLines {
  const found = new Map<Id, readonly ResultLine[]>()
  for (const output of results.engine.model.plan.outputs) {
    const same = earlier && sameLines(results, output, earlier, nameBefore(output.id))
    found.set(output.id, same ?? lines(results, { ...results.span, outputs: [output.id] }))
  }
  return { results, lines: found }
}

function sameLines(
  { taken }: Results,
  output: Output,
  earlier: RunLines,
  name: Id,
): readonly ResultLine[] | undefined {
  const was = earlier.results.engine.model.plan.outputs.find(({ id }) => id === name)
  if (!was) return undefined
  const columnsOf = ({ column, payee, posting, also }: Output): readonly (Id | undefined)[] => [
    column,
    payee?.column,
    posting,
    ...also.map((one) => one.column),
  ]
  const [own, before] = [columnsOf(output), columnsOf(was)]
  const told = ({ is, listed, releases, title, also }: Output): string =>
    JSON.stringify([is, listed, releases, title, also.map(({ label }) => label)])
  if (own.length !== before.length || told(output) !== told(was)) return undefined
  const isSame = own.every((id, i) =>
    id === undefined ? before[i] === undefined : taken.get(id) === before[i],
  )
  return isSame ? earlier.lines.get(name) : undefined
}

/** Whose result a line of a clause is, in any run. */
export function lineKey({ item, subject, period }: ResultLine): string {
  return JSON.stringify([item ? [item.record, item.key] : [subject?.record, subject?.key], period?.key])
}

/** One line in both runs; it is in one of them alone where the other has none for it. */
export type Pair = { readonly before?: ResultLine; readonly after?: ResultLine }

/** The lines that differ between two runs, clause by clause. `nameBefore`: what a clause was called. */
export function differingLines(
  before: RunLines,
  after: RunLines,
  nameBefore: (output: Id) => Id = (id) => id,
): readonly Pair[] {
  const found: Pair[] = []
  const compared = new Set<Id>()
  for (const [id, now] of after.lines) {
    const name = nameBefore(id)
    compared.add(name)
    const was = before.lines.get(name) ?? []
    if (was === now) continue
    const key = keyOf(before.results.engine, after.results.engine, was[0], now[0])
    const known = new Map(was.map((line) => [key(line), line]))
    for (const line of now) {
      const place = key(line)
      const old = known.get(place)
      known.delete(place)
      if (old === undefined) found.push({ after: line })
      else if (old.subject?.key !== line.subject?.key || old.subject?.record !== line.subject?.record)
        found.push({ before: old }, { after: line })
      else if (!isSameResult(old, line)) found.push({ before: old, after: line })
    }
    for (const old of known.values()) found.push({ before: old })
  }
  for (const [id, was] of before.lines)
    if (!compared.has(id)) for (const old of was) found.push({ before: old })
  return found
}

/** A line by its row, where both runs have the same rows; else by whom, which period and which row it is for. */
function keyOf(
  before: Engine,
  after: Engine,
  was: ResultLine | undefined,
  now: ResultLine | undefined,
): (line: ResultLine) => string | number {
  if (was && now) {
    const [a, b] = [need(before.domains, was.output.grain), need(after.domains, now.output.grain)]
    if (isSameDomain(before, a, after, b)) return ({ row }) => row
  }
  return ({ subject, period, item, posting }) =>
    JSON.stringify([
      item ? [item.record, item.key] : [subject?.record, subject?.key],
      period?.key ?? (item ? undefined : posting),
    ])
}

function isSameDomain(before: Engine, a: Domain, after: Engine, b: Domain): boolean {
  const periods = (domain: Domain): string => (domain.periods?.list ?? []).map(({ start }) => start).join()
  const [of, and] = [madeOf(before, a), madeOf(after, b)]
  return of.rows === and.rows && of.lines === and.lines && periods(a) === periods(b)
}

/** The rows of a grain: those of a record, or of the record whose rows the lines of a credit are made of. */
function madeOf(engine: Engine, { grain, relation }: Domain): { rows: unknown; lines: number } {
  const made = grain.relation === undefined ? undefined : engine.model.derived.get(grain.relation)
  return made ? { rows: engine.rows.get(made.of), lines: made.lines.length } : { rows: relation, lines: 0 }
}

function isSameResult(a: ResultLine, b: ResultLine): boolean {
  return (
    a.currency === b.currency &&
    a.posting === b.posting &&
    isSameValue(a.value, b.value) &&
    a.also.length === b.also.length &&
    a.also.every(({ label, value }, i) => {
      const other = b.also[i]
      return other !== undefined && other.label === label && isSameValue(value, other.value)
    })
  )
}

export function isSameValue(a: Value, b: Value): boolean {
  if (a.is === 'number' && b.is === 'number')
    return (
      (a.scale === b.scale
        ? a.digits === b.digits
        : a.digits * 10n ** BigInt(b.scale) === b.digits * 10n ** BigInt(a.scale)) && a.unit === b.unit
    )
  if (a.is === 'held' || a.is === 'not-applicable')
    return (
      a.is === b.is &&
      'reason' in b &&
      a.reason.code === b.reason.code &&
      JSON.stringify(a.reason.args) === JSON.stringify(b.reason.args)
    )
  return a.is === b.is && 'text' in a && 'text' in b && a.text === b.text
}
