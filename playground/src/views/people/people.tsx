import { computed, signal } from '@preact/signals'
import { say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { edited } from '../../state/workspace.ts'
import { signOf } from '../../ui/decimal.ts'
import { signed } from '../../ui/money.tsx'
import { saveFile } from '../../ui/save.ts'
import { type Sorting, Table } from '../../ui/table.tsx'
import { words } from '../../words/people.ts'
import type { PersonRow, Total } from '../../work/protocol.ts'
import { choose, columnsOf } from './columns.tsx'
import { peopleCsv } from './people-csv.ts'

const sought = signal('')
const changedOnly = signal(false)
const heldOnly = signal(false)
const sorting = signal<Sorting | undefined>(undefined)

const columns = computed(() => (results.value ? columnsOf(results.value.people, edited.value) : []))

const rows = computed((): readonly PersonRow[] => {
  const words = sought.value.normalize('NFKC').toLowerCase().trim()
  const kept = (results.value?.people.rows ?? []).filter(
    ({ key, label, change, total }) =>
      (words === '' || `${key} ${label ?? ''}`.toLowerCase().includes(words)) &&
      (!changedOnly.value || (change !== undefined && signOf(change) !== 0)) &&
      (!heldOnly.value || total.held > 0),
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
        {edited.value && <Check signal={changedOnly} label={say(words.changedOnly)} />}
        {people.totals.some(({ held }) => held > 0) && (
          <Check signal={heldOnly} label={say(words.heldOnly)} />
        )}
        <span class="quiet" aria-live="polite">
          {rows.value.length < people.rows.length &&
            say(words.shown, { shown: rows.value.length, all: people.rows.length })}
        </span>
        <button
          type="button"
          class="aside"
          onClick={() => saveFile(`${period}.csv`, peopleCsv(people, rows.value), 'text/csv')}
        >
          {say(words.csv)}
        </button>
      </div>
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

function Check({ signal: on, label }: { signal: { value: boolean }; label: string }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={on.value}
        onChange={({ currentTarget }) => {
          on.value = currentTarget.checked
        }}
      />
      {label}
    </label>
  )
}
