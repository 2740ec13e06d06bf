import type { Flag } from '../../../../src/index.ts'
import { person, personToSave } from '../../state/chosen.ts'
import { listedApart, say } from '../../state/language.ts'
import { compareExact } from '../../ui/decimal.ts'
import { Change, Money } from '../../ui/money.tsx'
import type { Column } from '../../ui/table.tsx'
import { words } from '../../words/people.ts'
import type { Amount, People, PersonRow } from '../../work/protocol.ts'
import { countIn, countOf, kindText, mattersOf, matterText } from './matters.ts'

/** The columns of a run: who, the total, its change, each clause, the currency where there are several. */
export function columnsOf(
  { clauses, measures, rows, subject }: People,
  compared: boolean,
): readonly Column<PersonRow>[] {
  const several = new Set(rows.map(({ currency }) => currency)).size > 1
  return [
    {
      id: 'person',
      title: subject || say(words.person),
      compare: (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
      cell: (row) => (
        <>
          <button type="button" class="name" onClick={() => choose(row)}>
            {row.key}
            {row.label !== undefined && <span class="quiet"> {row.label}</span>}
          </button>
          <button
            type="button"
            class="to-case"
            aria-label={say(words.toCaseOf, { key: row.key })}
            onClick={(event) => {
              event.stopPropagation()
              personToSave.value = { record: row.record, key: row.key }
            }}
          >
            {say(words.toCase)}
          </button>
        </>
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
    ...(rows.some((row) => mattersOf(row).length > 0)
      ? [
          {
            id: 'open',
            title: say(words.open),
            compare: (a: PersonRow, b: PersonRow) => countOf(a) - countOf(b),
            cell: (row: PersonRow) => <Matters row={row} />,
          },
        ]
      : []),
    ...(several
      ? [{ id: 'currency', title: say(words.currency), cell: ({ currency }: PersonRow) => currency }]
      : []),
    ...measures.map(({ id, label }, at) => ({
      id: `measure ${id}`,
      title: label,
      numeric: true,
      compare: (a: PersonRow, b: PersonRow) => compareTexts(a.measured[at]?.exact, b.measured[at]?.exact),
      cell: ({ measured }: PersonRow) => {
        const found = measured[at]
        if (!found) return '–'
        return found.period === undefined ? found.shown : `${found.shown} (${found.period})`
      },
    })),
    ...clauses.map((clause, at) => ({
      id: `clause ${clause.id}`,
      title: clause.title,
      numeric: true,
      compare: (a: PersonRow, b: PersonRow) => compareAmounts(a.amounts[at], b.amounts[at]),
      cell: ({ amounts }: PersonRow) => <Money amount={amounts[at] ?? { shown: '', held: 0 }} />,
    })),
    ...(rows.some(({ flags }) => flags.length > 0)
      ? [
          {
            id: 'flags',
            title: say(words.flags),
            compare: (a: PersonRow, b: PersonRow) => a.flags.length - b.flags.length,
            cell: ({ flags }: PersonRow) => listedApart(flags.map(flagText)),
          },
        ]
      : []),
    ...(rows.some(({ reasons }) => reasons.length > 0)
      ? [
          {
            id: 'reasons',
            title: say(words.reasons),
            cell: ({ reasons }: PersonRow) =>
              listedApart(reasons.map(({ text, clause }) => say(words.matter, { clause, what: text }))),
          },
        ]
      : []),
  ]
}

/** How many of each kind; of which clauses is said when it is pointed at, and read out. */
function Matters({ row }: { row: PersonRow }) {
  const found = mattersOf(row)
  const kinds = [...new Set(found.map(({ is }) => is))]
  const whole = listedApart(found.map(matterText))
  return (
    <>
      <span aria-hidden="true" title={whole}>
        {kinds.map((kind, at) => (
          <span key={kind} class={kind === 'overdue' ? 'held' : undefined}>
            {at > 0 && ' · '}
            {kindText(kind, countIn(found.filter(({ is }) => is === kind)))}
          </span>
        ))}
      </span>
      <span class="unseen">{whole}</span>
    </>
  )
}

export function choose({ record, key }: PersonRow): void {
  person.value = { record, key }
}

const flagWords = {
  gate: words.flagGate,
  'knock-out': words.flagKnockOut,
  cap: words.flagCap,
  floor: words.flagFloor,
  'limit-by-law': words.flagLaw,
  unpaid: words.flagUnpaid,
} as const satisfies { readonly [F in Flag['is']]: unknown }

function flagText({ is, title }: Flag): string {
  return say(flagWords[is], { clause: title })
}

/** What is not decided stands below every amount. */
function compareAmounts(a: Amount | undefined, b: Amount | undefined): number {
  return compareTexts(a?.exact, b?.exact)
}

function compareTexts(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return compareExact(a, b)
}
