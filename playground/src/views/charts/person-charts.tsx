import { signal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { person } from '../../state/chosen.ts'
import { language, say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { opened } from '../../state/workspace.ts'
import { useTyping } from '../../ui/typing.ts'
import { words } from '../../words/charts.ts'
import type { PersonChartAnswer } from '../../work/charts-protocol.ts'
import { ask } from '../../work/client.ts'
import type { PersonRow } from '../../work/protocol.ts'
import { ScorecardChart } from './scorecard-chart.tsx'
import { WaterfallChart } from './waterfall-chart.tsx'

const chosen = signal<Pick<PersonRow, 'record' | 'key'> | undefined>(undefined)
const found = signal<
  { readonly of: string; readonly from: typeof opened.value; readonly chart: PersonChartAnswer } | undefined
>(undefined)

const idOf = ({ record, key }: Pick<PersonRow, 'record' | 'key'>) => `${record}\n${key}`

/** What one person's pay is made of: chosen here, else whose statement was opened last, else the first. */
export function PersonCharts({ rows }: { readonly rows: readonly PersonRow[] }) {
  const id = useId()
  const wanted = chosen.value ?? person.value
  const row =
    rows.find((one) => wanted && idOf(one) === idOf(wanted)) ??
    rows.find(({ total }) => /[1-9]/.test(total.exact ?? '')) ??
    rows[0]
  const { record, key } = row ?? {}
  const now = results.value
  useEffect(() => {
    if (record === undefined || key === undefined || !now) return
    const from = opened.peek()
    void ask('personChart', { record, key, language: language.value }).then((reply) => {
      if (reply.is === 'answer' && reply.answer)
        found.value = { of: idOf({ record, key }), from, chart: reply.answer }
    })
  }, [record, key, now, language.value])
  const who = row ? nameOf(row) : ''
  const typing = useTyping(who, (typed) => {
    const text = typed.normalize('NFKC').trim().toLowerCase()
    const same = rows.find((one) => nameOf(one).toLowerCase() === text || one.key.toLowerCase() === text)
    const near = same ?? rows.find((one) => text !== '' && nameOf(one).toLowerCase().includes(text))
    if (near) chosen.value = { record: near.record, key: near.key }
  })
  if (!row) return null
  const here = found.value?.of === idOf(row) && found.value.from === opened.value
  const chart = here ? found.value?.chart : undefined
  return (
    <section class="one-person wide" aria-labelledby={`${id}-name`}>
      <div class="chart-head">
        <h2 id={`${id}-name`}>{say(words.onePerson)}</h2>
        <label class="choice">
          <span>{say(words.choosePerson)}</span>
          <input
            type="text"
            list={`${id}-people`}
            onFocus={({ currentTarget }) => currentTarget.select()}
            {...typing}
          />
          <datalist id={`${id}-people`}>
            {rows.map((one) => (
              <option key={`${one.record} ${one.key} ${one.currency}`} value={nameOf(one)} />
            ))}
          </datalist>
        </label>
        <button
          type="button"
          onClick={() => {
            person.value = { record: row.record, key: row.key }
          }}
        >
          {say(words.statement)}
        </button>
      </div>
      {chart && (
        <div class="charts inner">
          {[...new Set(chart.clauses.map(({ currency }) => currency))].map((currency) => (
            <WaterfallChart
              key={currency}
              who={who}
              currency={currency}
              clauses={chart.clauses.filter((one) => one.currency === currency)}
            />
          ))}
          {chart.scorecards.map((card) => (
            <ScorecardChart key={`${card.id} ${card.period}`} card={card} />
          ))}
        </div>
      )}
    </section>
  )
}

function nameOf({ key, label }: PersonRow): string {
  return label === undefined ? key : `${key} ${label}`
}
