import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Person } from '../../state/chosen.ts'
import { language, say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { now, period, policy } from '../../state/workspace.ts'
import { Choice } from '../../ui/choice.tsx'
import { grouped, signOf } from '../../ui/decimal.ts'
import { Change } from '../../ui/money.tsx'
import { words } from '../../words/one-more.ts'
import '../../style/one-more.css'
import { connect } from '../../work/client.ts'
import type { OneMoreTold } from '../../work/protocol.ts'

// A worker of its own: what might be never keeps anybody waiting for what is.
const line = connect({ patience: 0, limit: 60_000 })

const open = signal(false)
const choice = signal('')
const amount = signal('')
/** What was told last, and of what. */
const told = signal<
  { readonly of: Person; readonly amount: string; readonly answer: OneMoreTold | undefined } | undefined
>(undefined)
const working = signal(false)

/** What one more deal of a person would pay. Nothing of it is kept. */
export function OneMore({ of }: { of: Person }) {
  return (
    <details
      class="one-more"
      open={open.value}
      onToggle={({ currentTarget }) => {
        open.value = currentTarget.open
      }}
    >
      <summary>{say(words.title)}</summary>
      {open.value && <Asked of={of} />}
    </details>
  )
}

function Asked({ of }: { of: Person }) {
  const run = results.value
  const wanted = amount.value
  const what = choice.value
  const spoken = language.value
  useEffect(() => {
    if (!run) return
    working.value = true
    const [during, clock] = [period.peek(), now.peek()]
    const asked = {
      policy: policy.peek(),
      person: of,
      language: spoken,
      choice: what,
      amount: wanted,
      ...(during !== undefined && { period: during }),
      ...(clock !== undefined && { now: clock }),
    }
    void line.ask('oneMore', asked).then((reply) => {
      if (reply.is === 'outdated') return
      working.value = false
      told.value = { of, amount: wanted, answer: reply.is === 'answer' ? reply.answer : undefined }
    })
    return () => line.drop()
  }, [run, of, wanted, what, spoken])
  // Of another person nothing is shown, and of another amount nothing but what there could be more of.
  const last = told.value?.of === of ? told.value : undefined
  const found = last?.answer
  const isTold = last?.amount === wanted && !working.value
  if (!found) return <p class="quiet">{say(working.value ? words.working : words.cannot)}</p>
  const { choices } = found
  if (choices.length === 0) return <p class="quiet">{say(words.none)}</p>
  const chosen = choices.find(({ id }) => id === what) ?? choices[0]
  return (
    <>
      <div class="tools">
        {choices.length > 1 && (
          <Choice
            label={say(words.what)}
            value={chosen?.id ?? ''}
            options={choices.map(({ id, label }) => ({ value: id, label }))}
            choose={(id) => {
              choice.value = id
            }}
          />
        )}
        <label class="choice">
          <span>{say(words.amount, { label: chosen?.label ?? '' })}</span>
          <input
            type="text"
            inputMode="decimal"
            class="number"
            value={wanted}
            aria-invalid={isTold && found.wrong === true}
            onInput={({ currentTarget }) => {
              amount.value = currentTarget.value
            }}
          />
        </label>
      </div>
      <p class="quiet">{say(words.like, { like: chosen?.like ?? '' })}</p>
      <div role="status">
        {isTold && found.wrong && <p class="error">{say(words.wrong)}</p>}
        {isTold && found.told && <Told told={found.told} />}
        {!isTold && wanted !== '' && <p class="quiet">{say(words.working)}</p>}
      </div>
    </>
  )
}

function Told({ told: { totals, clauses, held } }: { told: NonNullable<OneMoreTold['told']> }) {
  return (
    <>
      {totals.map(({ currency, before, after, change }) => (
        <p key={currency}>
          <strong>
            {signOf(change) === 0 ? (
              say(words.same)
            ) : (
              <>
                <Change change={change} /> {currency}
              </>
            )}
          </strong>{' '}
          {say(words.total, { before: grouped(before), after: grouped(after) })}
        </p>
      ))}
      {clauses.length > 0 && (
        <ul>
          {clauses.map(({ title, before, after }) => (
            <li key={title}>
              {say(words.clause, {
                title,
                before: before === '–' ? before : grouped(before),
                after: after === '–' ? after : grouped(after),
              })}
            </li>
          ))}
        </ul>
      )}
      {held > 0 && <p class="held">{say(words.held, { count: held })}</p>}
    </>
  )
}
