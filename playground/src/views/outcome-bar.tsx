import { tab } from '../state/chosen.ts'
import { say } from '../state/language.ts'
import { failure, outcome, results } from '../state/outcome.ts'
import { words } from '../words/shell.ts'
import type { Failed, Problem } from '../work/protocol.ts'
import { notOpened } from './header.tsx'

const reasons = {
  policy: words.failedPolicy,
  settings: words.failedSettings,
  data: words.failedData,
  period: words.failedPeriod,
  nothing: words.failedNothing,
  slow: words.failedSlow,
  broken: words.failedBroken,
} as const satisfies { readonly [W in Failed['why']]: unknown }

/** Why the results shown are not those of the text, or are not all. */
export function OutcomeBar() {
  const failed = failure.value
  return (
    <div class="outcome" role="status">
      {notOpened.value !== undefined && (
        <p class="error">{say(words.notOpened, { name: notOpened.value })}</p>
      )}
      {!outcome.value && <p class="quiet">{say(words.calculating)}</p>}
      {failed && (
        <p class="error">
          {say(reasons[failed.why])} {results.value && say(words.stale)}
        </p>
      )}
      {/* The view of the data lists them all, with their places. */}
      {failed && tab.value !== 'data' && <Problems found={failed.problems} />}
    </div>
  )
}

function Problems({ found }: { found: readonly Problem[] }) {
  if (found.length === 0) return null
  return (
    <ul>
      {found.slice(0, 8).map((one, at) => (
        <li key={at}>
          {one.message} <span class="quiet">{one.help}</span>
        </li>
      ))}
    </ul>
  )
}
