import { useEffect, useState } from 'preact/hooks'
import { currentShared } from '../../share/current.ts'
import { drafts, dropDraft } from '../../share/drafts.ts'
import { bylaw, goOn, keepNamed, keepsData } from '../../share/keeping.ts'
import { fragmentOf, longLink } from '../../share/link.ts'
import { openFiles, unreadable } from '../../share/opening.ts'
import { savedEnding } from '../../share/policy-files.ts'
import { toJson } from '../../share/shared.ts'
import { say } from '../../state/language.ts'
import { cases, dataEdited, opened, policy } from '../../state/workspace.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { saveFile } from '../../ui/save.ts'
import { words } from '../../words/share.ts'

/** Handing on what is open, keeping it, and opening what was kept. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={say(words.share)} close={say(words.close)} onClose={onClose}>
      <LinkPart />
      <DraftPart onOpen={onClose} />
      <FilePart onOpen={onClose} />
    </Dialog>
  )
}

function LinkPart() {
  const [withCases, takeCases] = useState(true)
  const [withSample, takeSample] = useState(true)
  const [link, show] = useState('')
  const [said, tell] = useState('')
  useEffect(() => {
    let gone = false
    const shared = currentShared({ cases: withCases, sampleData: withSample })
    // Of what was chosen before nothing may be copied any more.
    show('')
    void fragmentOf(shared, bylaw).then((fragment) => {
      if (gone) return
      show(new URL(fragment, location.href.split('#')[0]).href)
      tell('')
    })
    return () => {
      gone = true
    }
  }, [withCases, withSample, policy.value, cases.value])
  return (
    <section>
      <h3>{say(words.link)}</h3>
      <p class="quiet">
        {say(words.linkHow)} {say(words.never)}
      </p>
      {cases.value.length > 0 && <Tick label={say(words.withCases)} on={withCases} set={takeCases} />}
      {opened.value?.sample !== undefined && (
        <Tick label={say(words.withSample)} on={withSample} set={takeSample} />
      )}
      <input
        type="text"
        readOnly
        class="link"
        aria-label={say(words.link)}
        value={link}
        onFocus={selectAll}
      />
      <div class="row">
        <button
          type="button"
          disabled={link === ''}
          onClick={() =>
            void navigator.clipboard.writeText(link).then(
              () => tell(say(words.copied)),
              () => tell(say(words.notCopied)),
            )
          }
        >
          {say(words.copy)}
        </button>
        <span class="quiet">{say(words.length, { count: link.length })}</span>
        <span role="status">{said}</span>
      </div>
      {link.length > longLink && <p class="held">{say(words.long)}</p>}
    </section>
  )
}

function DraftPart({ onOpen }: { onOpen: () => void }) {
  const [name, rename] = useState('')
  const [said, tell] = useState('')
  const [withData, takeData] = useState(keepsData.value)
  return (
    <section>
      <h3>{say(words.drafts)}</h3>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          void keepNamed(name.trim(), withData && dataEdited.value).then((is) => {
            tell(say(is ? words.kept : words.full))
          })
        }}
      >
        <label class="choice">
          <span>{say(words.draftName)}</span>
          <input
            type="text"
            required
            value={name}
            onInput={({ currentTarget }) => rename(currentTarget.value)}
          />
        </label>
        {dataEdited.value && <Tick label={say(words.withData)} on={withData} set={takeData} />}
        <button type="submit">{say(words.keep)}</button>
        <span role="status">{said}</span>
      </form>
      {drafts.value.length === 0 && <p class="quiet">{say(words.noDrafts)}</p>}
      <ul>
        {drafts.value.map((draft) => (
          <li key={draft.id} class="row">
            <span class="fill">
              {draft.name}{' '}
              <span class="quiet">
                {draft.at} {draft.id.startsWith('unsaved') && say(words.unsaved)}{' '}
                {draft.files !== undefined && say(words.hasData, { count: draft.files })}
              </span>
            </span>
            <button
              type="button"
              aria-label={say(words.openNamed, { name: draft.name })}
              onClick={() => void goOn(draft).then((is) => is && onOpen())}
            >
              {say(words.openIt)}
            </button>
            <button
              type="button"
              aria-label={say(words.dropNamed, { name: draft.name })}
              onClick={() => dropDraft(draft.id)}
            >
              {say(words.drop)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function FilePart({ onOpen }: { onOpen: () => void }) {
  const why = unreadable.value
  return (
    <section>
      <h3>{say(words.files)}</h3>
      <div class="row">
        <label class="as-button">
          {say(words.openFiles)}
          <input
            type="file"
            multiple
            class="unseen"
            onChange={({ currentTarget }) =>
              void openFiles([...(currentTarget.files ?? [])]).then((is) => is && onOpen())
            }
          />
        </label>
      </div>
      <p class="quiet">{say(words.filesHow)}</p>
      <p role="status" class="error">
        {why && say(words[why])}
      </p>
      <div class="row">
        {policy.value.map(({ name, text }) => (
          <button
            key={name}
            type="button"
            onClick={() => saveFile(name.split('/').at(-1) ?? name, text, 'text/plain')}
          >
            {say(words.saveFile, { name })}
          </button>
        ))}
        <button
          type="button"
          onClick={() => {
            const whole = currentShared({ cases: true, sampleData: true })
            saveFile(`${whole.name}${savedEnding}`, toJson(whole, bylaw), 'application/json')
          }}
        >
          {say(words.saveAll)}
        </button>
      </div>
    </section>
  )
}

function Tick(props: { readonly label: string; readonly on: boolean; readonly set: (on: boolean) => void }) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={props.on}
        onChange={({ currentTarget }) => props.set(currentTarget.checked)}
      />
      {props.label}
    </label>
  )
}

function selectAll({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void {
  currentTarget.select()
}
