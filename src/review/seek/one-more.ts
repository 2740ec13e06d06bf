import { type Decimal, rescale } from '../../base/decimal.ts'
import { runInMemory } from '../../engines/memory.ts'
import type { Id, Plan } from '../../plan/plan.ts'
import { cellState, type Rows } from '../../plan/rows.ts'
import type { AskedPeriod } from '../../targets/evaluate/asked-period.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { isPaying, titleOf } from '../../targets/evaluate/payouts.ts'
import { lines, type ResultLine } from '../../targets/evaluate/results.ts'
import { rowsLeadingTo } from '../cases/person-rows.ts'
import { minus, plus, zero } from '../impact/amount.ts'
import { placesTouched } from '../statement/touched-rows.ts'
import { withExtraRow } from './extra-row.ts'
import { summedFields } from './summed-fields.ts'

/** A run, and the person whose pay is looked at. */
export type OneMoreRun = {
  readonly plan: Plan
  readonly rows: Rows
  readonly results: Results
  readonly asked: AskedPeriod
}
type Person = { readonly record: Id; readonly key: string }

/** A number that somebody is paid by, and the newest row of his in the period: one more is like it in all but this. */
export type MoreOf = {
  readonly relation: Id
  readonly field: Id
  readonly scale: number
  readonly currency?: string
  readonly like: string
}

/** What one more row would change. `before`, `after`: absent where it is held, or not paid. */
export type OneMore = {
  readonly totals: readonly {
    readonly currency: string
    readonly before: Decimal
    readonly after: Decimal
    readonly change: Decimal
  }[]
  readonly clauses: readonly { readonly title: string; readonly before?: Decimal; readonly after?: Decimal }[]
  readonly held: number
}

/**
 * What somebody could have one more of: rows whose numbers are added up for his pay, whether they are his own, stand below
 * another record that is his, or are credited to him in part.
 */
export function moreOf({ plan, rows, results, asked }: OneMoreRun, person: Person): readonly MoreOf[] {
  const paid = linesOf(results, asked, person)
  const columns = new Set(
    paid.flatMap(({ output }) => [output.column, ...output.also.map(({ column }) => column)]),
  )
  const fields = [...columns].flatMap((column) => summedFields(plan, column))
  const totals = [...columns].flatMap((column) => summedFields(plan, column, true))
  const seen = new Set<string>()
  const people = rows.get(person.record)
  const at = Array.from({ length: people?.count ?? 0 }, (_, i) => i).find(
    (i) => people?.name(i) === person.key,
  )
  if (at === undefined) return []
  const theirs = new Map(
    [...rowsLeadingTo(plan, rows, person.record, at)].map(([id, own]) => [id, new Set(own)]),
  )
  for (const output of new Set(paid.map((line) => line.output)))
    for (const [id, row] of placesTouched(
      results.engine,
      output,
      paid.filter((line) => line.output === output),
    ))
      theirs.set(id, (theirs.get(id) ?? new Set()).add(row))
  return fields.flatMap(({ relation, field, scale }): readonly MoreOf[] => {
    if (seen.has(`${relation} ${field}`)) return []
    seen.add(`${relation} ${field}`)
    const like = newestOf(plan, rows, asked, relation, theirs.get(relation) ?? [])
    const type = plan.relations.find(({ id }) => id === relation)?.fields.find(({ id }) => id === field)?.type
    // A share or a score is no amount of anything that there could be one more of; a number is where it is added up.
    const isTotal = totals.some((one) => one.relation === relation && one.field === field)
    if (like === undefined || type?.is !== 'int') return []
    if (type.unit !== 'money' && !(type.unit === 'number' && isTotal)) return []
    const name = rows.get(relation)?.name(like) ?? ''
    const { currency } = type
    return [{ relation, field, scale, ...(currency !== undefined && { currency }), like: name }]
  })
}

/** Of these rows the last one dated in the period, else none: one that counts is what is wanted. */
function newestOf(
  plan: Plan,
  rows: Rows,
  { from, until }: AskedPeriod,
  relation: Id,
  theirs: Iterable<number>,
): number | undefined {
  const own = rows.get(relation)
  const fields = plan.relations.find(({ id }) => id === relation)?.fields ?? []
  const dates = fields.filter(({ type }) => type.is === 'date')
  let best: { readonly row: number; readonly day: number } | undefined
  for (const row of theirs) {
    const days = dates.flatMap(({ id }): readonly number[] => {
      const column = own?.fields.get(id)
      const there = column?.is === 'code' && (column.states?.[row] ?? cellState.present) === cellState.present
      const day = there ? column.values[row] : undefined
      return day !== undefined && day >= from && day <= until ? [day] : []
    })
    const day = Math.max(...days)
    if (days.length > 0 && (best === undefined || day > best.day || (day === best.day && row > best.row)))
      best = { row, day }
  }
  return best?.row
}

/** Runs with one more row of so much; undefined where the amount has more places than the field, or the row is not there. */
export function oneMore(run: OneMoreRun, person: Person, more: MoreOf, amount: Decimal): OneMore | undefined {
  const { plan, rows, results, asked } = run
  const own = rows.get(more.relation)
  const value = rescale(amount, more.scale)
  const like = Array.from({ length: own?.count ?? 0 }, (_, i) => i).find((i) => own?.name(i) === more.like)
  if (value === undefined || like === undefined) return undefined
  const key = plan.relations.find(({ id }) => id === more.relation)?.key
  const extended = withExtraRow(rows, more.relation, like, key, more.field, value)
  const { now, opening } = results.engine
  const span = { from: asked.from, until: asked.until }
  const next = runInMemory(plan, extended, span, { opening, ...(now !== undefined && { now }) }).results
  const [before, after] = [results, next].map((one) => linesOf(one, asked, person))
  return comparison(before ?? [], after ?? [])
}

function linesOf(
  results: Results,
  { from, until }: AskedPeriod,
  { record, key }: Person,
): readonly ResultLine[] {
  return lines(results, { from, until }).filter(
    ({ output, subject }) => isPaying(output) && subject?.record === record && subject.key === key,
  )
}

function comparison(before: readonly ResultLine[], after: readonly ResultLine[]): OneMore {
  const currencies = [...new Set([...before, ...after].flatMap(({ currency }) => currency ?? []))]
  const total = (all: readonly ResultLine[], currency: string): Decimal =>
    all
      .filter((one) => one.currency === currency && !one.output.listed)
      .reduce<Decimal>((sum, { value }) => (value.is === 'number' ? plus(sum, value) : sum), zero)
  const outputs = [...new Map([...before, ...after].map(({ output }) => [output.id, output])).values()]
  const amount = (all: readonly ResultLine[], id: Id): Decimal | undefined => {
    const own = all.flatMap(({ output, value }) => (output.id === id && value.is === 'number' ? [value] : []))
    return own.length === 0 ? undefined : own.reduce<Decimal>((sum, one) => plus(sum, one), zero)
  }
  return {
    totals: currencies.map((currency) => {
      const [old, next] = [total(before, currency), total(after, currency)]
      return { currency, before: old, after: next, change: minus(next, old) }
    }),
    clauses: outputs.map((output) => {
      const [old, next] = [amount(before, output.id), amount(after, output.id)]
      return { title: titleOf(output), ...(old && { before: old }), ...(next && { after: next }) }
    }),
    held: after.filter(({ value }) => value.is === 'held').length,
  }
}
