import type { Statement, StatementLine } from '../../../../src/index.ts'
import { listed, say } from '../../state/language.ts'
import { words } from '../../words/statement.ts'
import { anchorOf, Clause, Result } from './clause.tsx'
import { goTo } from './go-to.ts'
import { Paper, paperOf } from './on-paper.tsx'
import { Reason } from './value-panel.tsx'

/** What there is to each clause: a list of amounts first, then how each came about. */
export function Lines({ statement }: { readonly statement: Statement }) {
  const shown = statement.lines.filter(({ state }) => state !== 'not-applicable')
  const not = statement.lines.filter(({ state, before }) => state === 'not-applicable' && !before)
  const held = shown.filter(({ state }) => state === 'held')
  const changed = statement.lines.filter(({ state, before }) => state === 'not-applicable' && before)
  const names = namesOf(statement.lines)
  const isFor = (line: StatementLine): string => names.get(line.id) ?? line.title
  const paid = shown.filter(({ is }) => is === 'pay' || is === 'payout' || is === 'score')
  const decided = shown.filter((line) => !paid.includes(line))
  return (
    <Paper.Provider value={paperOf(shown)}>
      <Amounts lines={paid} isFor={isFor} />
      {decided.length > 0 && (
        <>
          <h3 class="decided">{say(words.decided)}</h3>
          <Amounts lines={decided} isFor={isFor} />
        </>
      )}
      {held.length > 0 && (
        <section class="held-lines">
          <h3>{say(words.heldTitle)}</h3>
          <ul>
            {byReason(held).map((lines) => (
              <li key={lines[0]?.id}>
                <strong>{listed(lines.map(isFor))}</strong>
                {lines[0]?.reason && <Reason reason={lines[0].reason} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {[...shown, ...changed].map((line) => (
        <Clause key={line.id} line={line} name={isFor(line)} folded={decided.includes(line)} />
      ))}
      {not.length > 0 && (
        <section class="not-for">
          <h3>{say(words.notForTitle)}</h3>
          {not.map((line) => (
            <Clause key={line.id} line={line} name={isFor(line)} folded />
          ))}
        </section>
      )}
      {statement.more > 0 && <p class="quiet pad">{say(words.more, { count: statement.more })}</p>}
    </Paper.Provider>
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

/** What each line is called: with its row and day, or with its period where the clause has several. */
function namesOf(lines: readonly StatementLine[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const { clause } of lines) counts.set(clause, (counts.get(clause) ?? 0) + 1)
  return new Map(
    lines.map(({ id, clause, title, item, posting, period }) => {
      const when = item === undefined && (counts.get(clause) ?? 0) > 1 ? (posting ?? period) : posting
      return [id, [title, item, when].filter((part) => part !== undefined).join(' · ')]
    }),
  )
}

function Amounts(props: {
  readonly lines: readonly StatementLine[]
  readonly isFor: (line: StatementLine) => string
}) {
  return (
    <ul class="amounts">
      {props.lines.map((line) => (
        <li key={line.id} class={line.listed ? 'listed' : undefined}>
          <a href={`#clause-${anchorOf(line)}`} onClick={(event) => goTo(event, anchorOf(line))}>
            {props.isFor(line)}
          </a>
          <Result line={line} />
        </li>
      ))}
    </ul>
  )
}
