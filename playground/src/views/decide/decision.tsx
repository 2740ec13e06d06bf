import { say } from '../../state/language.ts'
import { show } from '../../state/place.ts'
import { words } from '../../words/decide.ts'
import type { Decision, DecisionTableShown, RowState, TableRowShown } from '../../work/protocol-decide.ts'
import { Chain } from './chain.tsx'

/** What was decided, who must approve, and why; then each table that it went through. */
export function DecisionShown({ decision }: { decision: Decision }) {
  const [first, ...others] = decision.results
  const { state } = decision
  const decided = state === 'decided'
  return (
    <>
      <section class={`answer ${decision.state}`} aria-label={say(words.answer)} aria-live="polite">
        <p class="verdict">{decided ? first?.text : say(words[state])}</p>
        {decision.why.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {decision.state === 'undecided' && <p class="quiet">{say(words.neverAllowed)}</p>}
        <Chain chain={decision.chain} />
        {decided && others.length > 0 && (
          <dl>
            {others.map(({ name, text, why }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd class={text === undefined ? 'quiet' : undefined}>{text ?? why}</dd>
              </div>
            ))}
          </dl>
        )}
        <p class="quiet">{say(words.took, { took: decision.took })}</p>
      </section>
      {decision.tables.map((table) => (
        <TableShown key={`${table.span.source} ${table.span.from} ${table.label}`} table={table} />
      ))}
      {decision.explanation !== '' && (
        <details class="explanation">
          <summary>{say(words.explanation)}</summary>
          <pre>{decision.explanation}</pre>
        </details>
      )}
    </>
  )
}

/** A table as the policy draws it. The words say which row matched; the colour only repeats them. */
function TableShown({ table }: { table: DecisionTableShown }) {
  const byCell = table.rows.some(({ cellStates }) => cellStates)
  return (
    <section class="drawn">
      <h3>
        {table.label}
        <button type="button" class="link" onClick={() => show(table.span)}>
          {say(words.toText)}
        </button>
      </h3>
      <p class="quiet">{table.values.map(({ label, text }) => `${label} = ${text}`).join(' · ')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section class="wide" tabIndex={0} aria-label={table.label}>
        <table>
          <thead>
            <tr>
              {table.headings.map(({ text, output }, at) => (
                <th key={at} scope="col" class={output ? 'output' : undefined}>
                  {output ? `⇒ ${text}` : text}
                </th>
              ))}
              {!byCell && <th scope="col">{say(words.why)}</th>}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <RowShown key={row.span.from} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function RowShown({ row }: { row: TableRowShown }) {
  const { cells, state, failed, cellStates } = row
  return (
    <tr class={cellStates ? undefined : state} onDblClick={() => show(row.span)}>
      {cells.map((text, at) => {
        const own = cellStates?.[at]
        const isFailed = failed?.cell === at
        return (
          <td key={at} class={own ?? (isFailed ? 'failed-cell' : undefined)}>
            {isFailed && <span aria-hidden="true">✗ </span>}
            {own === 'matched' && <span aria-hidden="true">▸ </span>}
            {text}
            {own && <span class="unseen"> ({stateWords(own)})</span>}
            {isFailed && <span class="unseen"> ({say(words.failedCell)})</span>}
          </td>
        )
      })}
      {!cellStates && (
        <td class="reason">
          {state === 'matched' && <span aria-hidden="true">▸ </span>}
          {failed ? say(words.failed, failed) : stateWords(state)}
        </td>
      )}
    </tr>
  )
}

function stateWords(state: RowState): string {
  return state === 'failed' ? say(words.failedCell) : say(words[state])
}
