import { batch } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { say } from '../../state/language.ts'
import { Choice } from '../../ui/choice.tsx'
import { words } from '../../words/compare.ts'
import { words as shareWords } from '../../words/share.ts'
import { afterId, beforeId, bringFiles, bringLink, refused, versions } from './versions.ts'

/** Which two versions: the base, the edited text, a draft, a file or a shared link. */
export function VersionChooser() {
  const file = useRef<HTMLInputElement>(null)
  const options = versions.value.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div class="chooser">
      {(
        [
          ['before', beforeId],
          ['after', afterId],
        ] as const
      ).map(([side, chosen]) => (
        <Choice
          key={side}
          label={say(words[side])}
          value={chosen.value}
          options={options}
          choose={(id) => {
            chosen.value = id
          }}
        />
      ))}
      <button
        type="button"
        onClick={() =>
          batch(() => {
            const before = beforeId.value
            beforeId.value = afterId.value
            afterId.value = before
          })
        }
      >
        ⇄ {say(words.swap)}
      </button>
      <input
        ref={file}
        type="file"
        multiple
        hidden
        aria-label={say(words.chooseFile)}
        accept=".bylaw,.md,.yaml,.csv,.json"
        onChange={({ currentTarget }) => {
          void bringFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <button type="button" onClick={() => file.current?.click()}>
        {say(words.chooseFile)}
      </button>
      <label class="choice">
        <span>{say(words.link)}</span>
        <input
          type="text"
          placeholder="https://…#p=…"
          onChange={({ currentTarget }) => {
            if (currentTarget.value.trim() !== '') void bringLink(currentTarget.value.trim())
            currentTarget.value = ''
          }}
        />
      </label>
      <span class="held" role="status">
        {refused.value && say(shareWords[refused.value])}
      </span>
    </div>
  )
}
