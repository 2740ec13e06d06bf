import { formatInstant } from '../../base/local-time.ts'
import { severityOf } from '../../base/render.ts'
import { rowsFromObjects } from '../../data/from-objects.ts'
import { runInMemory } from '../../engines/memory.ts'
import type { Id, Plan } from '../../plan/plan.ts'
import { cellState, type Rows } from '../../plan/rows.ts'
import { type AskedPeriod, askedPeriod } from '../../targets/evaluate/asked-period.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { lines, type ResultLine } from '../../targets/evaluate/results.ts'
import { valueFrom } from '../../targets/evaluate/value.ts'
import { usedFields } from '../suggest/used-fields.ts'
import { objectsOf, type Row, type World } from '../suggest/world.ts'
import { alsoOf, firstWord, givenLines, linesFor, namesOf, wantText } from '../suggest/write-cases.ts'
import { type Chosen, rowsAround } from './person-rows.ts'
import { valueText, yamlText } from './update.ts'
import { caseWords } from './words.ts'

/** A run of which one person's results are to be kept as a case. */
export type PersonRun = {
  readonly plan: Plan
  readonly rows: Rows
  readonly results: Results
  readonly asked: AskedPeriod
}
export type Person = { readonly record: Id; readonly key: string }

/** `too-much`: even by themselves the rows are more than a case that anybody reads; `apart`: no part of the rows gives the same. */
export type PersonCase =
  | { readonly is: 'case'; readonly name: string; readonly text: string; readonly rows: number }
  | { readonly is: 'none'; readonly why: 'unknown' | 'too-much' | 'apart' }

/** Rows that are tried together, and that a case has at most. */
const mostTried = 5000
const mostKept = 400
/** Runs that are made to leave out what makes no difference, and rows that they go through in all. */
const mostRuns = 240
const mostSpent = 60_000

/**
 * The smallest part of the rows found for which a person's results are the same, as a case that expects them. Between the
 * runs it says how many there were.
 */
export function* personCase(
  run: PersonRun,
  person: Person,
  names: ReadonlySet<string>,
): Generator<number, PersonCase> {
  const { plan, rows, results, asked } = run
  const at = rowNamed(rows, person)
  const wanted = at < 0 ? '' : outcomeOf(linesOf(results, asked, person))
  if (at < 0 || wanted === '[]') return { is: 'none', why: 'unknown' }
  let runs = 0
  let spent = 0
  let least = Number.POSITIVE_INFINITY
  // A row that refers to one that was left out is bad data, even where nothing hangs on it.
  const same = (world: World): boolean => {
    runs++
    spent += rowsIn(world)
    const made = rerun(plan, world)
    if (!made || made.problems + made.unplaced > least) return false
    if (outcomeOf(linesOf(made.results, made.asked, person)) !== wanted) return false
    least = made.problems + made.unplaced
    return true
  }
  const textOf = textsOf(run)
  let world: World | undefined
  for (const chosen of rowsAround(plan, rows, person.record, at)) {
    if (sizeOf(chosen) > mostTried) return { is: 'none', why: 'too-much' }
    const tried = worldOf(run, chosen, textOf)
    yield runs
    if (same(tried)) {
      world = tried
      break
    }
  }
  if (!world) return { is: 'none', why: 'apart' }
  const longest = [...world.rows].sort(([, a], [, b]) => b.length - a.length)
  for (const [relation] of longest)
    for (let size = Math.max(1, world.rows.get(relation)?.length ?? 0); size >= 1; size = size >> 1) {
      for (
        let from = 0;
        from < (world.rows.get(relation)?.length ?? 0) && runs < mostRuns && spent < mostSpent;
      ) {
        const list: readonly Row[] = world.rows.get(relation) ?? []
        const less: World = withList(world, relation, [...list.slice(0, from), ...list.slice(from + size)])
        yield runs
        if (same(less)) world = less
        else from += size
      }
    }
  const plain = withUsed(plan, world)
  yield runs
  const kept = same(plain) ? plain : world
  const count = rowsIn(kept)
  if (count > mostKept) return { is: 'none', why: 'too-much' }
  const made = rerun(plan, kept)
  if (!made) return { is: 'none', why: 'apart' }
  const name = nameOf(plan, asked, person, names)
  return {
    is: 'case',
    name,
    text: textFor(plan, kept, made, linesOf(made.results, made.asked, person), name),
    rows: count,
  }
}

function rowNamed(rows: Rows, { record, key }: Person): number {
  const own = rows.get(record)
  for (let row = 0; row < (own?.count ?? 0); row++) if (own?.name(row) === key) return row
  return -1
}

function rowsIn({ rows }: World): number {
  return [...rows.values()].reduce((sum, list) => sum + list.length, 0)
}

function sizeOf(chosen: Chosen): number {
  return [...chosen.values()].reduce((sum, { size }) => sum + size, 0)
}

function linesOf(results: Results, asked: AskedPeriod, { record, key }: Person): readonly ResultLine[] {
  return lines(results, { from: asked.from, until: asked.until }).filter(
    ({ subject, item, value }) =>
      value.is !== 'not-applicable' &&
      (subject
        ? subject.record === record && subject.key === key
        : item?.record === record && item.key === key),
  )
}

/** Everything that is said of a person, to be compared. */
function outcomeOf(all: readonly ResultLine[]): string {
  return JSON.stringify(
    all.map(({ output, item, period, value, also }) => [
      output.id,
      item?.key,
      period?.key,
      [{ value }, ...also].map(({ value: one }) =>
        'reason' in one ? [one.is, one.reason.code] : [one.is, valueText(one)],
      ),
    ]),
  )
}

type Texts = (relation: Id, row: number) => Row

/** Cells as a case writes them. */
function textsOf({ plan, rows, results }: PersonRun): Texts {
  const relations = new Map(plan.relations.map((one) => [one.id, one]))
  return (relation, row) => {
    const own = rows.get(relation)
    const cells = (relations.get(relation)?.fields ?? []).flatMap((field): [Id, string][] => {
      const column = own?.fields.get(field.id)
      if (!column || (column.states?.[row] ?? cellState.present) !== cellState.present) return []
      if (column.is === 'text') return [[field.id, column.at?.(row) ?? column.values[row] ?? '']]
      const integer = BigInt(column.values[row] ?? 0)
      return [[field.id, valueText(valueFrom(results.engine, field.type, integer, undefined))]]
    })
    return new Map(cells)
  }
}

function worldOf({ asked, results }: PersonRun, chosen: Chosen, textOf: Texts): World {
  const { now } = results.engine
  const lists = [...chosen].map(([relation, set]): [Id, readonly Row[]] => [
    relation,
    [...set].sort((a, b) => a - b).map((row) => textOf(relation, row)),
  ])
  return { period: asked.key, day: asked.until, ...(now !== undefined && { now }), rows: new Map(lists) }
}

function withList(world: World, relation: Id, list: readonly Row[]): World {
  return { ...world, rows: new Map(world.rows).set(relation, list) }
}

/** Without the cells that the policy never reads. */
function withUsed(plan: Plan, world: World): World {
  const { fields } = usedFields(plan)
  const keys = new Map(plan.relations.map(({ id, key }) => [id, key]))
  const lists = [...world.rows].map(([relation, list]): [Id, readonly Row[]] => [
    relation,
    list.map(
      (row) =>
        new Map(
          [...row].filter(([field]) => field === keys.get(relation) || fields.get(relation)?.has(field)),
        ),
    ),
  ])
  return { ...world, rows: new Map(lists) }
}

function rerun(
  plan: Plan,
  world: World,
):
  | {
      readonly results: Results
      readonly asked: AskedPeriod
      readonly problems: number
      readonly unplaced: number
    }
  | undefined {
  const loaded = rowsFromObjects(plan, objectsOf(world))
  const asked = askedPeriod(plan, loaded.rows, world.period)
  if (!asked) return undefined
  const now = world.now === undefined ? {} : { now: world.now }
  const { results } = runInMemory(plan, loaded.rows, { from: asked.from, until: asked.until }, now)
  // As `runCase` counts them: what is not given is no mistake in what is.
  const problems = [...loaded.problems.map(({ diagnostic }) => diagnostic), ...results.problems].filter(
    (found) => severityOf(found) === 'error' && found.code !== 'BY701',
  )
  return { results, asked, problems: problems.length, unplaced: results.unplaced.length }
}

function nameOf(
  { policy: { language } }: Plan,
  { key: period }: AskedPeriod,
  { key }: Person,
  names: ReadonlySet<string>,
): string {
  const base = language === 'en' ? `${key} in ${period}` : `${key}，${period}`
  let name = base
  for (let n = 2; names.has(name); n++) name = `${base} (${n})`
  return name
}

function textFor(
  plan: Plan,
  world: World,
  { results, problems, unplaced }: NonNullable<ReturnType<typeof rerun>>,
  own: readonly ResultLine[],
  name: string,
): string {
  const { language } = plan.policy
  const word = (key: keyof typeof caseWords) => caseWords[key][language]
  const found = new Map<string, [readonly string[], string][]>()
  for (const line of own) {
    const { output, value } = line
    // A quotient without end cannot be written.
    if (value.is === 'number' && value.rounded) continue
    const text = wantText(value, language)
    const more =
      value.is === 'held' || output.is === 'pay' || output.is === 'payout'
        ? []
        : alsoOf(results, line, language)
    const first = more.length > 0 ? firstWord(plan, output, language) : undefined
    const whole = first === undefined ? text : `{ ${[`${yamlText(first)}: ${text}`, ...more].join(', ')} }`
    const target = output.releases ?? output.id
    found.set(target, [...(found.get(target) ?? []), [namesOf(line), whole]])
  }
  const now =
    world.now === undefined || !plan.zone
      ? ''
      : `    ${word('now')}: ${formatInstant(plan.zone, world.now).replace(' ', 'T')}\n`
  return [
    `  - ${word('name')}: ${yamlText(name)}\n`,
    `    ${word('period')}: ${yamlText(world.period)}\n`,
    now,
    `    ${word('given')}:\n`,
    ...givenLines(world),
    `    ${word('expect')}:\n`,
    ...[...found].flatMap(([target, list]) => linesFor(target, list)).map((line) => `      ${line}\n`),
    unplaced > 0 ? `      ${word('unplaced')}: ${unplaced}\n` : '',
    problems > 0 ? `      ${word('problems')}: ${problems}\n` : '',
  ].join('')
}
