import type { ImpactSection, Words } from '../../../../src/index.ts'
import { person } from '../../state/chosen.ts'
import { say } from '../../state/language.ts'
import { Table } from '../../ui/table.tsx'
import { words } from '../../words/compare.ts'

type Row = { readonly at: number; readonly cells: readonly string[] }

/** Columns that need no heading in the report, whose rows are read as sentences there. */
const headings: { readonly [section: string]: { readonly [column: number]: Words } } = {
  edits: { 0: words.number, 2: words.place },
  groups: { 4: words.share },
  cliffs: { 2: words.what },
  results: { 1: words.whom },
  held: { 1: words.whom, 2: words.why },
  decided: { 1: words.whom },
  'findings-added': { 0: words.code, 1: words.finding },
  'findings-gone': { 0: words.code, 1: words.finding },
  declared: { 0: words.what },
}

/** One part of what changes, as in the report; a person opens the statement. */
export function SectionTable(props: {
  readonly section: ImpactSection
  readonly people: readonly { readonly record: string; readonly key: string }[]
}) {
  const { id, heading, note, columns, rows, total } = props.section
  const aboutPeople = id === 'people'
  const open = ({ at }: Row) => {
    const found = props.people[at]
    if (found) person.value = found
  }
  const left = total - rows.length
  return (
    <section class="part" aria-labelledby={`part-${id}`}>
      <h3 id={`part-${id}`}>
        {heading} <span class="quiet">({total})</span>
      </h3>
      {note !== undefined && id === 'edits' && <p class="quiet">{note}</p>}
      <div class="twin">
        <Table
          caption={heading}
          columns={columns.map((column, i) => ({
            id: String(i),
            title: column.heading || say(headings[id]?.[i] ?? words.note),
            numeric: column.numeric,
            cell: (row: Row) => {
              const text = row.cells[i] ?? ''
              if (aboutPeople && i === 0)
                return (
                  <button type="button" class="name" onClick={() => open(row)}>
                    {text}
                  </button>
                )
              const sign =
                column.numeric && /^[+−]/u.test(text) ? (text.startsWith('+') ? 'more' : 'less') : undefined
              return <span class={sign}>{text}</span>
            },
          }))}
          rows={rows.map((cells, at): Row => ({ at, cells }))}
          keyOf={({ at }) => String(at)}
          {...(aboutPeople && { onRow: open })}
        />
      </div>
      {left > 0 && <p class="quiet">{say(words.more, { n: left })}</p>}
    </section>
  )
}
