import { dropDraft } from '../../share/drafts.ts'
import { goOn, waiting } from '../../share/keeping.ts'
import { unreadable } from '../../share/opening.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/share.ts'

/** What was left behind at an earlier visit, and a link that could not be opened. */
export function WaitingBar() {
  const draft = waiting.value
  const why = unreadable.value
  return (
    <div class="waiting" role="status">
      {why && <p class="error">{say(words[why])}</p>}
      {draft && (
        <p>
          {say(words.waiting, { at: draft.at })}{' '}
          <button type="button" onClick={() => void goOn(draft)}>
            {say(words.goOn)}
          </button>{' '}
          <button type="button" onClick={() => dropDraft(draft.id)}>
            {say(words.discard)}
          </button>
        </p>
      )}
    </div>
  )
}
