import { signal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { TouchedPerson, TouchedRows, TouchedView } from '../../../../src/index.ts'
import { clause as chosen, openClause, person } from '../../state/chosen.ts'
import { language, say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { light } from '../../state/place.ts'
import { Choice } from '../../ui/choice.tsx'
import { signOf } from '../../ui/decimal.ts'
import { Change } from '../../ui/money.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { words } from '../../words/statement.ts'
import { ask } from '../../work/client.ts'
import { Knowing, type Known, Panel } from './opened.ts'
import { Over } from './over.tsx'
import { TouchedTable } from './rows.tsx'
import { ValuePanel } from './value-panel.tsx'

type Told = { readonly clause: string; readonly view: TouchedView | undefined }

const told = signal<Told | undefined>(undefined)

/** Whom a clause touched and by how much, and the deals that it counted, both from the largest down. */
export function Touched({ clause }: { readonly clause: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  const newest = results.value
  const wanted = language.value
  useEffect(() => {
    if (!newest) return
    void ask('touched', { clause, language: wanted }).then((reply) => {
      if (reply.is === 'outdated') return
      told.value = { clause, view: reply.is === 'answer' ? reply.answer : undefined }
    })
  }, [clause, newest, wanted])
  const found = told.value?.clause === clause ? told.value : undefined
  const ready = found !== undefined
  useEffect(() => {
    if (ready) title.current?.focus()
  }, [clause, ready])
  return (
    <Over
      kind="statement touched"
      titled="touched-title"
      close={close}
      bar={
        <Choice
          label={say(words.clause)}
          value={clause}
          options={(newest?.people.clauses ?? []).map(({ id, title: label }) => ({ value: id, label }))}
          choose={openClause}
        />
      }
    >
      {found?.view ? (
        <View view={found.view} title={title} />
      ) : (
        <p class="quiet pad">{say(found ? words.failed : words.working)}</p>
      )}
    </Over>
  )
}

function close(): void {
  chosen.value = undefined
}

function View(props: {
  readonly view: TouchedView
  readonly title: { readonly current: HTMLHeadingElement | null }
}) {
  const { view, title } = props
  // Another one for each run: what is opened below asks again.
  const nothingKnown = useMemo((): Known => ({ version: 'edited', values: new Map() }), [view])
  const { span } = view
  return (
    <>
      <header class="statement-head">
        <h2 id="touched-title" tabIndex={-1} ref={title}>
          {view.title}
        </h2>
        <p class="quiet">
          {[...(view.kind === view.title ? [] : [view.kind]), results.value?.period].join(' · ')}
          {span && (
            <button type="button" class="in-text" onClick={() => light(span)}>
              {say(words.inText)}
            </button>
          )}
        </p>
        {view.totals.map(({ amount, change }) => (
          <p key={amount.currency} class="statement-total">
            <strong>
              {amount.shown || '–'} {amount.currency}
            </strong>
            {amount.held > 0 && <span class="held"> + {say(words.heldCount, { count: amount.held })}</span>}{' '}
            <span class="statement-change">
              <Change change={change} />
            </span>
          </p>
        ))}
      </header>
      <h3>
        {say(words.peopleTouched, { count: view.people.length })}
        {view.notFor > 0 && <span class="quiet"> · {say(words.notForCount, { count: view.notFor })}</span>}
      </h3>
      {view.people.length === 0 ? (
        <p class="quiet">{say(words.nobodyTouched)}</p>
      ) : (
        <div class="touched-people" style={{ '--rows': String(view.people.length) }}>
          <Table
            caption={say(words.peopleTouched, { count: view.people.length })}
            columns={columnsOf(view)}
            rows={view.people}
            keyOf={({ record, key, amount }) => `${record} ${key} ${amount.currency ?? ''}`}
            onRow={open}
          />
        </div>
      )}
      <Panel.Provider value={ValuePanel}>
        <Knowing.Provider value={nothingKnown}>
          {view.rows.map((rows) => (
            <Rows key={rows.counted} rows={rows} />
          ))}
        </Knowing.Provider>
      </Panel.Provider>
    </>
  )
}

function open({ record, key }: TouchedPerson): void {
  if (key !== '') person.value = { record, key }
}

function columnsOf(view: TouchedView): readonly Column<TouchedPerson>[] {
  const compared = view.people.some(({ change }) => change !== undefined && signOf(change) !== 0)
  return [
    {
      id: 'person',
      title: say(words.person),
      cell: (one) => (
        <button type="button" class="name" onClick={() => open(one)}>
          {one.key}
          {one.label !== undefined && <span class="quiet"> {one.label}</span>}
        </button>
      ),
    },
    {
      id: 'amount',
      title: say(view.isMoney ? words.amount : words.score),
      numeric: true,
      cell: ({ amount, text }) => (
        <>
          {text || amount.shown || (amount.held === 0 ? '–' : '')}
          {amount.held > 0 && <span class="held"> {say(words.heldCount, { count: amount.held })}</span>}
        </>
      ),
    },
    ...(compared
      ? [
          {
            id: 'change',
            title: say(words.change),
            numeric: true,
            cell: ({ change }: TouchedPerson) => <Change change={change} />,
          },
        ]
      : []),
  ]
}

function Rows({ rows }: { readonly rows: TouchedRows }) {
  const { record, counted, total, sum, held } = rows
  return (
    <section class="clause" aria-label={counted}>
      <h3>
        {say(words.countedIn, { record, counted, total })}
        {sum !== undefined && <span class="quiet"> · {say(words.comesTo, { sum })}</span>}
        {held > 0 && <span class="held"> + {say(words.heldCount, { count: held })}</span>}
      </h3>
      <TouchedTable rows={rows} />
    </section>
  )
}
