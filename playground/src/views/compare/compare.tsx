import { useEffect } from 'preact/hooks'
import '../../style/compare.css'
import { language, say } from '../../state/language.ts'
import { saveFile } from '../../ui/save.ts'
import { words } from '../../words/compare.ts'
import { words as tabs } from '../../words/tabs.ts'
import {
  byEdit,
  cancel,
  compared,
  doing,
  ended,
  findMeaning,
  keepComparing,
  meaning,
  progress,
  reportText,
} from './comparing.ts'
import { HunkList } from './hunk-list.tsx'
import { keepRevisions } from './revisions-chosen.ts'
import { SectionTable } from './section-table.tsx'
import { VersionChooser } from './version-chooser.tsx'
import { bringFiles } from './versions.ts'

/** Two versions side by side: what changes first, then by which edit, then the texts. */
export function Compare() {
  useEffect(keepComparing, [])
  useEffect(keepRevisions, [])
  const found = compared.value
  return (
    <section
      class="compare"
      aria-label={say(tabs.compare)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void bringFiles([...(event.dataTransfer?.files ?? [])])
      }}
    >
      <h2 class="unseen">{say(tabs.compare)}</h2>
      <VersionChooser />
      <Working />
      {found?.is === 'failed' && (
        <p class="held">{say(found.side === 'before' ? words.failedBefore : words.failedAfter)}</p>
      )}
      {found?.is === 'compared' && (
        <div class="deltas">
          {found.hunks.length === 0 && found.nothing ? (
            <p class="headline">{say(words.sameVersion)}</p>
          ) : (
            found.headlines.map((text, i) => (
              <p key={text} class={i === 0 ? 'headline' : 'quiet'}>
                {text}
              </p>
            ))
          )}
          {found.hunks.length > 0 && <Reports />}
          {found.sections.map((section) => (
            <SectionTable key={section.id} section={section} people={found.people} />
          ))}
        </div>
      )}
      {found && <HunkList compared={found} />}
      <MeaningPart />
    </section>
  )
}

function Working() {
  const told = progress.value
  const found = compared.value
  const waits = found?.is === 'compared' && !found.byEdit && found.hunks.length > 0
  return (
    <div class="working" aria-live="polite">
      {doing.value === 'comparing' && <p class="quiet">{say(words.comparing)}</p>}
      {doing.value === 'by edit' && (
        <p>
          {say(words.attributing)}{' '}
          <progress
            aria-label={say(words.attributing)}
            {...(told && { value: told.done, max: Math.max(1, told.all) })}
          />{' '}
          <button type="button" onClick={cancel}>
            {say(words.cancel)}
          </button>
        </p>
      )}
      {(ended.value === 'slow' || ended.value === 'broken') && <p class="held">{say(words[ended.value])}</p>}
      {doing.value === 'nothing' && waits && (
        <button type="button" onClick={() => void byEdit()}>
          {say(words.attribute)}
        </button>
      )}
    </div>
  )
}

function Reports() {
  const save = async (format: 'html' | 'markdown') => {
    const text = await reportText(format)
    if (text === undefined) return
    if (format === 'html') saveFile('impact.html', text, 'text/html')
    else saveFile('impact.md', text, 'text/markdown')
  }
  return (
    <div class="row">
      {(['html', 'markdown'] as const).map((format) => (
        <button
          key={format}
          type="button"
          disabled={doing.value !== 'nothing'}
          onClick={() => void save(format)}
        >
          {say(format === 'html' ? words.saveHtml : words.saveMarkdown)}
        </button>
      ))}
    </div>
  )
}

/** What the versions mean, whatever the data: searched for only when it is asked for. */
function MeaningPart() {
  const found = meaning.value
  return (
    <section aria-labelledby="meaning-name">
      <h3 id="meaning-name">{say(words.meaning)}</h3>
      <p class="quiet">{say(words.meaningHow)}</p>
      {doing.value === 'meaning' ? (
        <p aria-live="polite">
          {say(words.comparing)}{' '}
          <button type="button" onClick={cancel}>
            {say(words.cancel)}
          </button>
        </p>
      ) : (
        <button type="button" onClick={() => void findMeaning()}>
          {say(words.findMeaning)}
        </button>
      )}
      <div aria-live="polite">
        {found === 'none' && <p class="held">{say(words.notCompiled)}</p>}
        {found === 'broken' && <p class="held">{say(words.broken)}</p>}
        {typeof found === 'object' && (
          <pre class="meaning" lang={language.value}>
            {found.text.trimEnd()}
          </pre>
        )}
      </div>
    </section>
  )
}
