import type { ComponentChildren } from 'preact'
import { say } from '../../state/language.ts'
import { words } from '../../words/statement.ts'

/** What lies over the right side: a way back, by Escape too, beside what else stands in its bar. */
export function Over(props: {
  readonly kind: string
  readonly titled: string
  readonly close: () => void
  readonly bar: ComponentChildren
  readonly children: ComponentChildren
}) {
  const { kind, titled, close, bar, children } = props
  return (
    <article
      class={kind}
      aria-labelledby={titled}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div class="statement-bar">
        <button type="button" onClick={close}>
          ← {say(words.back)}
        </button>
        {bar}
      </div>
      {children}
    </article>
  )
}
