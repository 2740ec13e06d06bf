import { useContext, useEffect, useState } from 'preact/hooks'
import type { LeftOutView, OutcomeView, Ref } from '../../../../src/index.ts'
import { language, say } from '../../state/language.ts'
import { words } from '../../words/statement.ts'
import { ask } from '../../work/client.ts'
import { Knowing, keyOf } from './opened.ts'
import { Conditions } from './why-not.tsx'

type Answer = { readonly key?: string; readonly found: LeftOutView | undefined }

/** Below the rows that a number counted: those that it did not, and what kept each of them out. */
export function LeftOut({ counted }: { readonly counted: Ref }) {
  const known = useContext(Knowing)
  const { version } = known
  const [open, toggle] = useState(false)
  const [answer, take] = useState<Answer | undefined>(undefined)
  const [wanted, want] = useState('')
  const fetchRows = (key: string | undefined): void => {
    const asked = { ref: counted, version, language: language.value, ...(key !== undefined && { key }) }
    void ask('leftOut', asked, keyOf(counted)).then((reply) => {
      if (reply.is === 'outdated') return
      const found = reply.is === 'answer' ? reply.answer : undefined
      take({ found, ...(key !== undefined && { key }) })
    })
  }
  // After another calculation what was asked is asked of that one.
  useEffect(() => {
    if (open) fetchRows(answer?.key)
  }, [known])
  return (
    <div class="left-out">
      <button
        type="button"
        class="in-text"
        aria-expanded={open}
        onClick={() => {
          toggle(!open)
          if (!open) fetchRows(undefined)
        }}
      >
        {say(words.leftOut)}
      </button>
      {open && (
        <>
          <form
            class="ask-row"
            onSubmit={(event) => {
              event.preventDefault()
              fetchRows(wanted.trim() === '' ? undefined : wanted)
            }}
          >
            <label>
              {say(words.askRow)}{' '}
              <input type="text" value={wanted} onInput={({ currentTarget }) => want(currentTarget.value)} />
            </label>
            <button type="submit">{say(words.askRowGo)}</button>
          </form>
          <div role="status">{answer ? <Found answer={answer} /> : say(words.working)}</div>
        </>
      )}
    </div>
  )
}

function Found({ answer: { found, key } }: { readonly answer: Answer }) {
  if (!found) return <p>{say(words.failed)}</p>
  const { record, total, fields, listed } = found
  if (total === 0)
    return (
      <p>
        {key === undefined ? say(words.nothingLeftOut, { record }) : say(words.noSuchRow, { record, key })}
      </p>
    )
  return (
    <table>
      <caption>
        {key === undefined && say(words.leftOutCount, { record, total })}
        {total > listed.length && ` · ${say(words.firstRows, { count: listed.length })}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{record}</th>
          <th scope="col">{say(words.why)}</th>
          {fields.map((field) => (
            <th key={field} scope="col">
              {field}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listed.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.key}</th>
            <td class="why">
              <Outcome why={row.why} />
            </td>
            {row.cells.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Outcome({ why }: { readonly why: OutcomeView }) {
  switch (why.is) {
    case 'counts':
      return <>{say(words.itCounts, { value: why.value })}</>
    case 'held':
      return <>{say(words.itIsHeld, { why: why.reason.text })}</>
    case 'other':
      return <>{say(words.itIsOthers, { whose: why.whose })}</>
    case 'nobody':
      return <>{say(words.itIsNobodys)}</>
    case 'period':
      return (
        <>
          {why.period === undefined
            ? say(words.itIsAnotherDay, { day: why.day })
            : say(words.itIsLater, { day: why.day, period: why.period })}
        </>
      )
    case 'condition':
    case 'not-for':
      return (
        <>
          <p>{say(words.itIsKeptOut)}</p>
          <Conditions conditions={why.conditions} />
        </>
      )
  }
}
