import { useEffect, useState } from 'preact/hooks'
import type { SemanticToken } from '../../../src/index.ts'
import { say } from '../state/language.ts'
import { file, policy, text } from '../state/workspace.ts'
import { words } from '../words/shell.ts'
import { beginReading, question } from './language-client.ts'

/** A policy to be read on a small screen: its own text in colours, with no editor to be fetched for it. */
export function ReadText() {
  const name = file.value
  const [tokens, show] = useState<{ readonly text: string; readonly found: readonly SemanticToken[] }>()
  const written = text.value
  useEffect(() => {
    let gone = false
    beginReading()
    void question('tokens', { file: name }).then((found) => {
      if (!gone) show({ text: written, found })
    })
    return () => {
      gone = true
    }
  }, [name, written, policy.value.length])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <pre class="read-text" role="document" aria-label={say(words.editor, { name })} tabIndex={0}>
      {pieces(written, tokens?.text === written ? tokens.found : [])}
    </pre>
  )
}

function pieces(text: string, tokens: readonly SemanticToken[]) {
  const found = []
  let done = 0
  for (const { from, to, kind } of tokens) {
    if (from < done) continue
    if (from > done) found.push(text.slice(done, from))
    found.push(
      <span key={from} class={`token-${kind}`}>
        {text.slice(from, to)}
      </span>,
    )
    done = to
  }
  found.push(text.slice(done))
  return found
}
