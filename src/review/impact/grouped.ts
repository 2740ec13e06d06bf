import type { Named } from '../../targets/evaluate/results.ts'
import { compareSizes, isZero, minus, plus, zero } from './amount.ts'
import { type GroupField, groupOf } from './groups.ts'
import type { Groups, Person, PersonChange } from './impact.ts'
import type { PaySums } from './pay.ts'
import type { RunLines } from './run-lines.ts'

/** What each group is paid before and after, the largest change first, and whose group is which. */
export function grouped(
  first: RunLines,
  last: RunLines,
  field: GroupField,
  before: PaySums,
  people: readonly PersonChange[],
  person: (named: Named) => Person,
): { readonly groups: Groups; readonly nameOf: (named: Named) => string | undefined } {
  const [old, now] = [first.results.engine, last.results.engine]
  const sameRows = old.rows.get(field.record) === now.rows.get(field.record)
  // A row's number means something in the run alone that it comes from.
  const rowsByKey = sameRows ? undefined : keysOf(last, field.record)
  const nameOf = (named: Named): string | undefined => {
    const row = rowsByKey ? rowsByKey.get(named.key) : named.row
    return row === undefined ? groupOf(old, field, named) : groupOf(now, field, { ...named, row })
  }
  type Row = Groups['rows'][number]
  const rows = new Map<string, Row>()
  const rowOf = (named: Named, currency: string): { readonly key: string; readonly row: Row } => {
    const name = nameOf(named) ?? ''
    const key = `${name}\n${currency}`
    return {
      key,
      row: rows.get(key) ?? { name, currency, before: zero, after: zero, people: 0, changed: 0 },
    }
  }
  for (const { payee, amount } of before.all()) {
    if (!payee.named) continue
    const { key, row } = rowOf(payee.named, payee.currency)
    const sum = plus(row.before, amount)
    rows.set(key, { ...row, before: sum, after: sum, people: row.people + 1 })
  }
  for (const one of people) {
    const { key, row } = rowOf(one.person.named, one.currency)
    const change = minus(one.after, one.before)
    if (isZero(change)) continue
    rows.set(key, { ...row, after: plus(row.after, change), changed: row.changed + 1 })
  }
  const known = field.arePeople ? keysOf(last, field.record) : undefined
  return {
    nameOf,
    groups: {
      by: field.path.join('.'),
      chosen: field.chosen,
      arePeople: field.arePeople,
      rows: [...rows.values()]
        .map((row) => {
          const at = known?.get(row.name)
          return at === undefined
            ? row
            : { ...row, person: person({ record: field.record, row: at, key: row.name }) }
        })
        .sort((a, b) => compareSizes(minus(a.after, a.before), minus(b.after, b.before))),
    },
  }
}

function keysOf({ results }: RunLines, record: string): ReadonlyMap<string, number> {
  const rows = results.engine.rows.get(record)
  return new Map(Array.from({ length: rows?.count ?? 0 }, (_, row) => [rows?.name(row) ?? '', row]))
}
