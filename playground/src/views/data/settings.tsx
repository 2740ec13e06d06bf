import { effect, signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { say } from '../../state/language.ts'
import { settings } from '../../state/workspace.ts'
import { saveFile } from '../../ui/save.ts'
import { words } from '../../words/data.ts'

/** What is written and not yet used; nothing while it is what is used. */
const written = signal<string | undefined>(undefined)
/** Counts how often somebody asked to be led here. */
const asked = signal(0)

// Of other settings than those that it began as nothing is written yet.
let began = settings.peek()
effect(() => {
  if (settings.value === began) return
  began = settings.value
  written.value = undefined
})

export function editSettings(): void {
  asked.value++
}

/** `bylaw.yaml`: which files and columns are read, and which rows of them; used once somebody says so. */
export function Settings() {
  const frame = useRef<HTMLDetailsElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const found = settings.value
  const times = asked.value
  useEffect(() => {
    if (times === 0 || !frame.current) return
    frame.current.open = true
    const at = area.current?.value.indexOf('where:') ?? -1
    if (at >= 0) area.current?.setSelectionRange(at, at)
    area.current?.focus()
  }, [times])
  if (!found) return null
  const text = written.value ?? found.text
  return (
    <details class="settings" ref={frame}>
      <summary>{say(words.settings)}</summary>
      <p class="quiet">{say(words.settingsHelp)}</p>
      <textarea
        ref={area}
        spellcheck={false}
        rows={Math.min(24, text.split('\n').length + 1)}
        aria-label={say(words.settings)}
        value={text}
        onInput={({ currentTarget }) => {
          written.value = currentTarget.value
        }}
      />
      <p class="actions">
        <button
          type="button"
          class="primary"
          disabled={text === found.text}
          onClick={() => {
            settings.value = { ...found, text }
          }}
        >
          {say(words.useSettings)}
        </button>
        <button
          type="button"
          disabled={text === found.text}
          onClick={() => {
            written.value = undefined
          }}
        >
          {say(words.cancel)}
        </button>
        <button type="button" onClick={() => saveFile('bylaw.yaml', found.text, 'text/yaml')}>
          {say(words.saveSettings)}
        </button>
      </p>
    </details>
  )
}
