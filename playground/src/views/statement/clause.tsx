import { useEffect, useMemo, useState } from 'preact/hooks'
import type { StatementLine } from '../../../../src/index.ts'
import { openClause, person } from '../../state/chosen.ts'
import { language, say } from '../../state/language.ts'
import { light } from '../../state/place.ts'
import { signOf } from '../../ui/decimal.ts'
import { Change } from '../../ui/money.tsx'
import { words } from '../../words/statement.ts'
import { ask } from '../../work/client.ts'
import { OnPaper } from './on-paper.tsx'
import { Knowing, type Known, knownOf } from './opened.ts'
import { Steps } from './steps.tsx'
import { Reason } from './value-panel.tsx'
import { NextTier, WhyNot } from './why-not.tsx'

/** Each line has its own place. */
export function anchorOf({ clause, item, period, posting }: StatementLine): string {
  return [clause, item, period, posting].filter((part) => part !== undefined).join('/')
}

/** What a line came to, and by how much that is another amount than in the base version. */
export function Result({ line }: { readonly line: StatementLine }) {
  const { text, state, amount, before, is } = line
  return (
    <span class={state === 'held' ? 'amount held' : 'amount'}>
      {state === 'held'
        ? say(words.held)
        : state === 'not-applicable'
          ? say(words.notFor)
          : is === 'pay' || is === 'payout'
            ? `${amount.shown || '–'} ${amount.currency ?? ''}`
            : text}
      {before?.change !== undefined && signOf(before.change) !== 0 && (
        <>
          {' '}
          <Change change={before.change} />
        </>
      )}
    </span>
  )
}

const nothingKnown: Known = { version: 'edited', values: new Map() }

/** One line: what it came to, why where it is nothing, and its steps; before and after where they differ. */
export function Clause(props: {
  readonly line: StatementLine
  readonly name: string
  readonly folded: boolean
}) {
  const { name, folded } = props
  const [open, toggle] = useState(!folded)
  const line = useExplained(props.line, open)
  const { kind, title, period, span, listed } = line
  return (
    <section class="clause" data-line={anchorOf(line)} data-clause={line.clause}>
      <div class="clause-head">
        <h3>
          <button
            type="button"
            aria-expanded={open}
            onClick={() => {
              if (span && !open) light(span)
              toggle(!open)
            }}
          >
            {name}
          </button>
        </h3>
        <span class="quiet">
          {[...(kind === title ? [] : [kind]), ...(period === undefined ? [] : [period])].join(' · ')}
          {listed && ` · ${say(words.throughPayout)}`}
        </span>
        {span && (
          <>
            <button type="button" class="in-text" onClick={() => light(span)}>
              {say(words.inText)}
            </button>
            <button type="button" class="in-text" onClick={() => openClause(line.clause)}>
              {say(words.touched)}
            </button>
          </>
        )}
        <Result line={line} />
      </div>
      {open && <How line={line} name={name} />}
    </section>
  )
}

function How({ line, name }: { readonly line: StatementLine; readonly name: string }) {
  const { reason, state, also, whyNot, nextTier, explanation, before, span } = line
  // As long as it is of one run it is one thing: what is opened below asks again when it is another.
  const [known, knownBefore] = useMemo(
    () => [
      explanation ? knownOf(explanation, 'edited') : nothingKnown,
      before?.explanation ? knownOf(before.explanation, 'base') : nothingKnown,
    ],
    [line],
  )
  return (
    <>
      {reason && state !== 'held' && <Reason reason={reason} held={false} />}
      {reason && state === 'held' && <p class="held">{reason.text}</p>}
      {also.length > 0 && (
        <p class="also">{also.map(({ label, text }) => `${label}: ${text}`).join(' · ')}</p>
      )}
      <Knowing.Provider value={known}>
        <WhyNot found={whyNot} />
        {nextTier && <NextTier next={nextTier} />}
        {explanation && (
          <>
            <Steps steps={explanation.steps} title={name} />
            <OnPaper line={line.id} />
          </>
        )}
      </Knowing.Provider>
      {before && (
        <div class="before">
          <p class="quiet">
            {say(words.howBefore, { amount: before.text })}
            {!span && ` · ${say(words.gone)}`}
          </p>
          {before.explanation && (
            <Knowing.Provider value={knownBefore}>
              <Steps steps={before.explanation.steps} title={name} />
            </Knowing.Provider>
          )}
        </div>
      )}
    </>
  )
}

type Told = { readonly of: StatementLine; readonly line: StatementLine }

/** The line with its steps: those of the lines that are folded at first are asked for when they are opened. */
function useExplained(line: StatementLine, open: boolean): StatementLine {
  const [told, tell] = useState<Told | undefined>(undefined)
  const wanted = open && !line.explanation && line.span !== undefined
  useEffect(() => {
    const whose = person.value
    if (!wanted || !whose) return
    const asked = { ...whose, id: line.id, language: language.value }
    void ask('line', asked, line.id).then((reply) => {
      if (reply.is === 'answer' && reply.answer) tell({ of: line, line: reply.answer })
    })
  }, [wanted, line])
  return told?.of === line ? told.line : line
}
