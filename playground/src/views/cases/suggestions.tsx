import { say } from '../../state/language.ts'
import { canUndo, undo } from '../../state/review.ts'
import { words } from '../../words/cases.ts'
import { added, settle, stopSuggesting, suggest, suggesting } from './adding.ts'

/** The case that was put in last, as it stands in its file. */
export function Added() {
  const last = added.value
  if (!last) return null
  return (
    <section class="suggestion" aria-label={last.name}>
      <p role="status">
        <strong>{last.name}</strong> {say(words.added, { file: last.file })}{' '}
        {canUndo.value && (
          <button
            type="button"
            onClick={() => {
              added.value = undefined
              undo()
            }}
          >
            {say(words.undo)}
          </button>
        )}
      </p>
      <pre>{last.text}</pre>
    </section>
  )
}

export function SuggestButton() {
  return suggesting.value?.is === 'working' ? (
    <button type="button" onClick={stopSuggesting}>
      {say(words.stop)}
    </button>
  ) : (
    <button type="button" onClick={suggest}>
      {say(words.suggest)}
    </button>
  )
}

/** The next suggestion comes to where the one before was: the second press of a double one is not meant for it. */
function onceEach(settleIt: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) settleIt()
  }
}

/** Each suggestion by itself: only who has read it can say that it is right. */
export function Suggestions() {
  const found = suggesting.value
  if (!found) return null
  return (
    <section aria-label={say(words.suggest)}>
      <p role="status">
        {found.is === 'working' && say(words.looking, { done: found.done, all: found.all })}
        {found.is === 'failed' && say(words.cannotSuggest)}
        {found.is === 'found' &&
          (found.cases.length === 0
            ? say(words.noneMissing)
            : say(words.suggested, { count: found.cases.length }))}
        {found.is === 'found' &&
          found.unreached > 0 &&
          ` ${say(words.unreached, { count: found.unreached })}`}
      </p>
      {found.is === 'found' &&
        found.cases.map(({ name, text }) => (
          <article key={name} class="suggestion">
            <h3>{name}</h3>
            <pre>{text}</pre>
            <p class="tools">
              <button
                type="button"
                aria-label={say(words.addName, { name })}
                onClick={onceEach(() => settle(name, text))}
              >
                {say(words.add)}
              </button>
              <button
                type="button"
                aria-label={say(words.leaveName, { name })}
                onClick={onceEach(() => settle(name))}
              >
                {say(words.leave)}
              </button>
            </p>
          </article>
        ))}
    </section>
  )
}
