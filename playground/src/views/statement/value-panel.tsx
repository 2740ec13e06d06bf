import type { ReasonView, ValueView } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/statement.ts'
import { Formula } from './formula.tsx'
import { InText } from './in-text.tsx'
import { CountedRows } from './rows.tsx'
import { Steps } from './steps.tsx'

/** One value: its formula with the numbers in it, and what it counted or looked up. */
export function ValuePanel({ value }: { readonly value: ValueView }) {
  const { label, of, result, reason, lines, steps, rows, since, events, table, place } = value
  return (
    <div class="value">
      <div class="value-head">
        <span>
          <strong>{label}</strong>
          {of !== undefined && <span class="quiet"> ({of})</span>} = <strong>{result}</strong>
        </span>
        <InText place={place} />
      </div>
      {reason && <Reason reason={reason} />}
      {steps ? <Steps steps={steps} title={label} /> : <Formula lines={lines} />}
      {[...since, ...events].map((text, at) => (
        <p key={at}>{text}</p>
      ))}
      {table && (
        <div class="looked-up">
          <p class="quiet">{table.inputs}</p>
          <ul>
            {table.rows.map(({ matched, text, line }) => (
              <li key={`${line} ${text}`} class={matched ? 'matched' : 'quiet'}>
                {matched ? '▸ ' : ''}
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
      {rows && <CountedRows rows={rows} counted={value.ref} />}
    </div>
  )
}

/** Why something is held or does not apply, where that arose, and what to do. */
export function Reason({ reason, held = true }: { readonly reason: ReasonView; readonly held?: boolean }) {
  return (
    <div class={held ? 'reason held' : 'reason'}>
      <p>
        {reason.text} <span class="quiet">{reason.code}</span>
      </p>
      {reason.place !== undefined && <p class="quiet">{say(words.where, { place: reason.place })}</p>}
      {held && reason.help !== undefined && <p class="quiet">{say(words.toDo, { help: reason.help })}</p>}
    </div>
  )
}
