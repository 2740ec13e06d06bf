import { person } from '../../state/chosen.ts'
import { say } from '../../state/language.ts'
import { compareExact } from '../../ui/decimal.ts'
import { Change, Money } from '../../ui/money.tsx'
import type { Column } from '../../ui/table.tsx'
import { words } from '../../words/people.ts'
import type { Amount, People, PersonRow } from '../../work/protocol.ts'

/** The columns of a run: who, the total, its change, each clause, the currency where there are several. */
export function columnsOf(
  { clauses, rows, subject }: People,
  compared: boolean,
): readonly Column<PersonRow>[] {
  const several = new Set(rows.map(({ currency }) => currency)).size > 1
  return [
    {
      id: 'person',
      title: subject || say(words.person),
      compare: (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
      cell: (row) => (
        <button type="button" class="name" onClick={() => choose(row)}>
          {row.key}
          {row.label !== undefined && <span class="quiet"> {row.label}</span>}
        </button>
      ),
    },
    {
      id: 'total',
      title: say(words.total),
      numeric: true,
      compare: (a, b) => compareAmounts(a.total, b.total),
      cell: ({ total }) => (
        <strong>
          <Money amount={total} />
        </strong>
      ),
    },
    ...(compared
      ? [
          {
            id: 'change',
            title: say(words.change),
            numeric: true,
            compare: (a: PersonRow, b: PersonRow) => compareExact(a.change ?? '0', b.change ?? '0'),
            cell: ({ change }: PersonRow) => <Change change={change} />,
          },
        ]
      : []),
    ...(several
      ? [{ id: 'currency', title: say(words.currency), cell: ({ currency }: PersonRow) => currency }]
      : []),
    ...clauses.map((clause, at) => ({
      id: `clause ${clause.id}`,
      title: clause.title,
      numeric: true,
      compare: (a: PersonRow, b: PersonRow) => compareAmounts(a.amounts[at], b.amounts[at]),
      cell: ({ amounts }: PersonRow) => <Money amount={amounts[at] ?? { shown: '', held: 0 }} />,
    })),
    ...(rows.some(({ reasons }) => reasons.length > 0)
      ? [
          {
            id: 'reasons',
            title: say(words.reasons),
            cell: ({ reasons }: PersonRow) =>
              reasons.map(({ text, clause }) => `${clause}: ${text}`).join('; '),
          },
        ]
      : []),
  ]
}

export function choose({ record, key }: PersonRow): void {
  person.value = { record, key }
}

/** What is not decided stands below every amount. */
function compareAmounts(a: Amount | undefined, b: Amount | undefined): number {
  if (a?.exact === undefined || b?.exact === undefined)
    return Number(a?.exact !== undefined) - Number(b?.exact !== undefined)
  return compareExact(a.exact, b.exact)
}
