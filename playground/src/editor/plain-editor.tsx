import { useEffect, useRef } from 'preact/hooks'
import { say } from '../state/language.ts'
import { place } from '../state/place.ts'
import { file, text, write } from '../state/workspace.ts'
import { words } from '../words/shell.ts'

/** What paints first, and stays where the rich editor is not wanted: the text with its lines numbered. */
export function PlainEditor() {
  const area = useRef<HTMLTextAreaElement>(null)
  const numbers = useRef<HTMLPreElement>(null)
  const name = file.value
  const wanted = place.value
  useEffect(() => {
    const element = area.current
    if (!element || wanted?.source !== name) return
    if (!wanted.still) element.focus()
    element.setSelectionRange(wanted.from, wanted.to)
    const line = element.value.slice(0, wanted.from).split('\n').length
    const height = Number.parseInt(getComputedStyle(element).lineHeight, 10)
    element.scrollTop = Math.max(0, (line - 4) * height)
  }, [wanted, name])
  const count = text.value.split('\n').length
  return (
    <div class="plain-editor">
      <pre class="line-numbers" aria-hidden="true" ref={numbers}>
        {Array.from({ length: count }, (_, at) => at + 1).join('\n')}
      </pre>
      <textarea
        ref={area}
        aria-label={say(words.editor, { name })}
        value={text.value}
        spellcheck={false}
        autocomplete="off"
        wrap="off"
        onInput={({ currentTarget }) => write(name, currentTarget.value)}
        onScroll={({ currentTarget }) => {
          if (numbers.current) numbers.current.scrollTop = currentTarget.scrollTop
        }}
      />
    </div>
  )
}
