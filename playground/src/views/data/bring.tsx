import { signal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { bringFiles, bringText, limits, reading, refused } from '../../data/bring.ts'
import { chooseKeepingData, keepsData } from '../../share/keeping.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/data.ts'

const pasting = signal(false)
const megabyte = 1_000_000

/** The place where data is brought, and what is promised of it. */
export function Bring() {
  const input = useRef<HTMLInputElement>(null)
  return (
    <section class="bring" aria-label={say(words.bring)}>
      <h2>{say(words.bring)}</h2>
      <p class="actions">
        <button type="button" onClick={() => input.current?.click()}>
          {say(words.choose)}
        </button>
        <button
          type="button"
          aria-expanded={pasting.value}
          onClick={() => {
            pasting.value = !pasting.value
          }}
        >
          {say(words.paste)}
        </button>
        <span>{say(words.drop)}</span>
      </p>
      <label class="check">
        <input
          type="checkbox"
          checked={keepsData.value}
          onChange={({ currentTarget }) => chooseKeepingData(currentTarget.checked)}
        />
        {say(words.keepData)}
      </label>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl"
        aria-label={say(words.choose)}
        onChange={({ currentTarget }) => {
          void bringFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      {pasting.value && <Paste />}
      <p class="promise">
        <b>{say(words.private)}</b>
      </p>
      <p class="quiet">
        {say(words.limits, {
          files: limits.files,
          text: limits.text / megabyte,
          sheet: limits.sheet / megabyte,
        })}
      </p>
      <div role="status">
        {reading.value && <p>{say(words.reading)}</p>}
        {refused.value.map(({ name, why }, at) => (
          <p key={at} class="error">
            {say(words[why], { name: name || say(words.pastedText), files: limits.files })}
          </p>
        ))}
      </div>
    </section>
  )
}

function Paste() {
  const area = useRef<HTMLTextAreaElement>(null)
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault()
        bringText(area.current?.value ?? '')
        pasting.value = false
      }}
    >
      <label>
        {say(words.pasteHere)}
        <textarea ref={area} rows={6} spellcheck={false} />
      </label>
      <p class="actions">
        <button type="submit">{say(words.readPasted)}</button>
        <button
          type="button"
          onClick={() => {
            pasting.value = false
          }}
        >
          {say(words.cancel)}
        </button>
      </p>
    </form>
  )
}
