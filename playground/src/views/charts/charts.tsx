import { effect, signal, untracked } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import '../../style/charts.css'
import { language, say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { edited, opened } from '../../state/workspace.ts'
import { words } from '../../words/charts.ts'
import { words as tabs } from '../../words/tabs.ts'
import type { ChartsAnswer } from '../../work/charts-protocol.ts'
import { ask } from '../../work/client.ts'
import { CurveChart } from './curve-chart.tsx'
import { DistributionChart } from './distribution-chart.tsx'
import { PersonCharts } from './person-charts.tsx'
import { WinnersChart } from './winners-chart.tsx'

const found = signal<{ readonly of: typeof opened.value; readonly charts: ChartsAnswer } | undefined>(
  undefined,
)

/** The curves are asked for after every result, once these are painted, as long as the charts are seen. */
function keepAsking(): () => void {
  return effect(() => {
    if (!results.value) return
    const wanted = ask('charts', { language: language.value, compared: untracked(() => edited.value) })
    const of = opened.peek()
    void wanted.then((reply) => {
      if (reply.is === 'answer' && reply.answer) found.value = { of, charts: reply.answer }
    })
  })
}

/** Everything about the results that is seen better than read. */
export function Charts() {
  useEffect(keepAsking, [])
  const people = results.value?.people
  if (!people) return null
  const curves = found.value?.of === opened.value ? found.value?.charts.curves : undefined
  const currencies = people.totals.map(({ currency }) => currency)
  const changes = people.rows.some(({ change }) => change !== undefined && /[1-9]/.test(change))
  return (
    <div class="charts">
      <h2 class="unseen">{say(tabs.charts)}</h2>
      {curves?.map((curve) => (
        <CurveChart key={`${curve.id} ${curve.unit}`} curve={curve} />
      ))}
      {curves?.length === 0 && <p class="quiet wide">{say(words.noCurves)}</p>}
      {currencies.map((currency) => (
        <DistributionChart key={currency} rows={people.rows} currency={currency} compared={edited.value} />
      ))}
      {edited.value &&
        changes &&
        currencies.map((currency) => <WinnersChart key={currency} rows={people.rows} currency={currency} />)}
      {!(edited.value && changes) && (
        <p class="quiet hint">{say(edited.value ? words.nobodyChanges : words.noChange)}</p>
      )}
      <PersonCharts rows={people.rows} />
    </div>
  )
}
