import { computed, signal } from '@preact/signals'
import { openClause, personToSave, printed } from '../../state/chosen.ts'
import { say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { edited } from '../../state/workspace.ts'
import { Choice } from '../../ui/choice.tsx'
import { signOf } from '../../ui/decimal.ts'
import { Lazy } from '../../ui/lazy.tsx'
import { signed } from '../../ui/money.tsx'
import { saveFile } from '../../ui/save.ts'
import { type Sorting, Table } from '../../ui/table.tsx'
import { words } from '../../words/people.ts'
import type { Clause, PersonRow, Total } from '../../work/protocol.ts'
import { choose, columnsOf } from './columns.tsx'
import { countsOf, type FilterId, filters } from './filters.ts'
import { peopleCsv } from './people-csv.ts'

const rowCase = async () => (await import('../cases/row-case.tsx')).RowCase

const sought = signal('')
const filter = signal<FilterId>('everybody')
const sorting = signal<Sorting | undefined>(undefined)

const columns = computed(() => (results.value ? columnsOf(results.value.people, edited.value) : []))

const counts = computed(() => countsOf(results.value?.people.rows ?? [], edited.value))
/** A filter of which there is nobody any more shows everybody. */
const used = computed(() => (counts.value.some(({ id }) => id === filter.value) ? filter.value : 'everybody'))

const rows = computed((): readonly PersonRow[] => {
  const words = sought.value.normalize('NFKC').toLowerCase().trim()
  const keeps = filters[used.value].keeps
  const kept = (results.value?.people.rows ?? []).filter(
    (row) => (words === '' || `${row.key} ${row.label ?? ''}`.toLowerCase().includes(words)) && keeps(row),
  )
  const order = sorting.value
  const compare = order && columns.value.find(({ id }) => id === order.column)?.compare
  if (!order || !compare) return kept
  return [...kept].sort((a, b) => (order.down ? compare(b, a) : compare(a, b)))
})

/** Everybody's pay: sums first, then a row each. */
export function People() {
  const found = results.value
  if (!found) return null
  const { people, period } = found
  if (people.rows.length === 0) return <p class="pad quiet">{say(words.nobody)}</p>
  return (
    <div class="people">
      <div class="sums">
        {people.totals.map((total) => (
          <Sum key={total.currency} total={total} />
        ))}
      </div>
      <div class="tools">
        <input
          type="search"
          placeholder={say(words.find)}
          aria-label={say(words.find)}
          value={sought.value}
          onInput={({ currentTarget }) => {
            sought.value = currentTarget.value
          }}
        />
        {counts.value.length > 1 && (
          <Choice
            label={say(words.show)}
            value={used.value}
            options={counts.value.map(({ id, count }) => ({
              value: id,
              label: say(filters[id].words, { count }),
            }))}
            choose={(chosen) => {
              filter.value = chosen
            }}
          />
        )}
        <ClauseChoice clauses={people.clauses} />
        <span class="quiet" aria-live="polite">
          {rows.value.length < people.rows.length &&
            say(words.shown, { shown: rows.value.length, all: people.rows.length })}
        </span>
        <span class="aside">
          <button
            type="button"
            disabled={rows.value.length === 0}
            onClick={() => {
              printed.value = rows.value.map(({ record, key }) => ({ record, key }))
            }}
          >
            {say(words.statements)}
          </button>
          <button
            type="button"
            onClick={() => saveFile(`${period}.csv`, peopleCsv(people, rows.value), 'text/csv')}
          >
            {say(words.csv)}
          </button>
        </span>
      </div>
      {personToSave.value && <Lazy name="row-case" load={rowCase} />}
      <Table
        caption={say(words.caption, { period })}
        columns={columns.value}
        rows={rows.value}
        keyOf={({ record, key, currency }) => `${record} ${key} ${currency}`}
        {...(sorting.value && { sorting: sorting.value })}
        sort={(chosen) => {
          sorting.value = chosen
        }}
        onRow={choose}
      />
    </div>
  )
}

function Sum({ total }: { total: Total }) {
  const { currency, people, held, change } = total
  return (
    <p>
      <strong>{say(words.paidTo, { total: total.total.shown || '–', currency, people })}</strong>
      {held > 0 && <span class="held"> · {say(words.heldCount, { count: held })}</span>}
      {edited.value && change !== undefined && (
        <span class="change">
          {' · '}
          {signOf(change) === 0 ? say(words.same) : say(words.against, { change: signed(change) })}
        </span>
      )}
    </p>
  )
}

/** Leads to whom a clause touched. */
function ClauseChoice({ clauses }: { clauses: readonly Clause[] }) {
  if (clauses.length === 0) return null
  return (
    <Choice
      label={say(words.clause)}
      value=""
      options={[
        { value: '', label: say(words.clauseHint) },
        ...clauses.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      choose={(id) => {
        if (id !== '') openClause(id)
      }}
    />
  )
}
