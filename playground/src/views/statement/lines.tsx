import { useState } from 'preact/hooks'
import type { Statement, StatementLine } from '../../../../src/index.ts'
import { openClause } from '../../state/chosen.ts'
import { say } from '../../state/language.ts'
import { light } from '../../state/place.ts'
import { signOf } from '../../ui/decimal.ts'
import { Change } from '../../ui/money.tsx'
import { words } from '../../words/statement.ts'
import { goTo } from './go-to.ts'
import { OnPaper } from './on-paper.tsx'
import { Knowing, type Known, knownOf } from './opened.ts'
import { Steps } from './steps.tsx'
import { Reason } from './value-panel.tsx'
import { NextTier, WhyNot } from './why-not.tsx'

/** What there is to each clause: a list of amounts first, then how each came about. */
export function Lines({ statement }: { readonly statement: Statement }) {
  const shown = statement.lines.filter(({ state }) => state !== 'not-applicable')
  const not = statement.lines.filter(({ state, before }) => state === 'not-applicable' && !before)
  const held = shown.filter(({ state }) => state === 'held')
  const changed = statement.lines.filter(({ state, before }) => state === 'not-applicable' && before)
  return (
    <>
      <ul class="amounts">
        {shown.map((line) => (
          <li key={line.id} class={line.listed ? 'listed' : undefined}>
            <a href={`#clause-${line.clause}`} onClick={(event) => goTo(event, anchorOf(line))}>
              {nameOf(line)}
            </a>
            <Result line={line} />
          </li>
        ))}
      </ul>
      {held.length > 0 && (
        <section class="held-lines">
          <h3>{say(words.heldTitle)}</h3>
          <ul>
            {byReason(held).map((lines) => (
              <li key={lines[0]?.id}>
                <strong>{lines.map(nameOf).join(', ')}</strong>
                {lines[0]?.reason && <Reason reason={lines[0].reason} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {[...shown, ...changed].map((line) => (
        <Clause key={line.id} line={line} />
      ))}
      {not.length > 0 && (
        <section class="not-for">
          <h3>{say(words.notForTitle)}</h3>
          {not.map((line) => (
            <Clause key={line.id} line={line} folded />
          ))}
        </section>
      )}
      {statement.more > 0 && <p class="quiet pad">{say(words.more, { count: statement.more })}</p>}
    </>
  )
}

/** What one missing cell holds is told once. */
function byReason(held: readonly StatementLine[]): readonly (readonly StatementLine[])[] {
  const found = new Map<string, StatementLine[]>()
  for (const line of held) {
    const key = JSON.stringify(line.reason)
    const same = found.get(key)
    if (same) same.push(line)
    else found.set(key, [line])
  }
  return [...found.values()]
}

/** Of several lines of one clause each has its own place. */
function anchorOf({ clause, item, period, posting }: StatementLine): string {
  return item === undefined ? clause : [clause, item, period, posting].join(' ')
}

export function nameOf({ title, item, posting }: StatementLine): string {
  return [title, item, posting].filter((part) => part !== undefined).join(' · ')
}

function Result({ line }: { readonly line: StatementLine }) {
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

const empty: Known = { version: 'edited', values: new Map() }

function Clause({ line, folded = false }: { readonly line: StatementLine; readonly folded?: boolean }) {
  const { kind, title, period, reason, also, span, explanation, before, listed, state, whyNot, nextTier } =
    line
  const [open, toggle] = useState(!folded)
  return (
    <section id={`clause-${anchorOf(line)}`} class="clause">
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
            {nameOf(line)}
          </button>
        </h3>
        <span class="quiet">
          {[...(kind === title ? [] : [kind]), ...(period === undefined ? [] : [period])].join(' · ')}
          {listed && ` · ${say(words.throughPayout)}`}
        </span>
        {span && (
          <button type="button" class="in-text" onClick={() => light(span)}>
            {say(words.inText)}
          </button>
        )}
        {span && (
          <button type="button" class="in-text" onClick={() => openClause(line.clause)}>
            {say(words.touched)}
          </button>
        )}
        <Result line={line} />
      </div>
      {open && (
        <>
          {reason && state !== 'held' && <Reason reason={reason} held={false} />}
          {reason && state === 'held' && <p class="held">{reason.text}</p>}
          {also.length > 0 && (
            <p class="also">{also.map(({ label, text }) => `${label}: ${text}`).join(' · ')}</p>
          )}
          {whyNot.length + (nextTier ? 1 : 0) > 0 && (
            <Knowing.Provider value={explanation ? knownOf(explanation, 'edited') : empty}>
              <WhyNot found={whyNot} />
              {nextTier && <NextTier next={nextTier} />}
            </Knowing.Provider>
          )}
          {explanation && (
            <Knowing.Provider value={knownOf(explanation, 'edited')}>
              <Steps steps={explanation.steps} title={nameOf(line)} />
              <OnPaper explanation={explanation} />
            </Knowing.Provider>
          )}
          {before && (
            <div class="before">
              <p class="quiet">
                {say(words.howBefore, { amount: before.text })}
                {!span && ` · ${say(words.gone)}`}
              </p>
              {before.explanation && (
                <Knowing.Provider value={knownOf(before.explanation, 'base')}>
                  <Steps steps={before.explanation.steps} title={nameOf(line)} />
                </Knowing.Provider>
              )}
            </div>
          )}
        </>
      )}
    </section>
  )
}
