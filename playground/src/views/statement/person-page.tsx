import type { RefObject } from 'preact'
import type { Statement } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { grouped, signOf } from '../../ui/decimal.ts'
import { Change } from '../../ui/money.tsx'
import { words } from '../../words/statement.ts'
import { Lines } from './lines.tsx'
import { Panel } from './opened.ts'
import { ValuePanel } from './value-panel.tsx'

/** One person's statement: what it comes to, then each line. */
export function PersonPage(props: {
  readonly statement: Statement
  readonly id: string
  readonly title?: RefObject<HTMLHeadingElement | null>
}) {
  const { statement, id, title } = props
  const who = statement.label === undefined ? statement.key : `${statement.label} ${statement.key}`
  return (
    <>
      <header class="statement-head">
        <h2 id={id} tabIndex={-1} {...(title && { ref: title })}>
          {who}
        </h2>
        <p class="quiet">
          {statement.policy} · {statement.period}
        </p>
        {statement.totals.map(({ currency, total, before, change }) => (
          <p key={currency} class="statement-total">
            <span class="quiet">{say(words.total)} </span>
            <strong>
              {total.shown || '–'} {currency}
            </strong>
            {total.held > 0 && <span class="held"> + {say(words.heldCount, { count: total.held })}</span>}
            {change !== undefined && signOf(change) !== 0 && (
              <span class="statement-change">
                {' '}
                <Change change={change} />
                {before !== undefined && (
                  <span class="quiet"> ({say(words.before, { amount: grouped(before) })})</span>
                )}
              </span>
            )}
          </p>
        ))}
      </header>
      <Panel.Provider value={ValuePanel}>
        <Lines statement={statement} />
      </Panel.Provider>
    </>
  )
}
