import { signal } from '@preact/signals'
import type { Language } from '../../../src/index.ts'
import { openSample } from '../open/open-packed.ts'
import { samples } from '../open/samples.ts'
import { beginOpening } from '../open/turn.ts'
import { language, say } from '../state/language.ts'
import { failure, results } from '../state/outcome.ts'
import { chooseTheme, type Theme, theme, themes } from '../state/theme.ts'
import { open, opened, period } from '../state/workspace.ts'
import { Choice } from '../ui/choice.tsx'
import { useTyping } from '../ui/typing.ts'
import { words } from '../words/shell.ts'
import { ShareButton } from './share/share-button.tsx'

export const notOpened = signal<string | undefined>(undefined)

const languageNames: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'zh-Hans', label: '简' },
  { value: 'zh-Hant', label: '繁' },
  { value: 'en', label: 'EN' },
]

/** What is open, for which period, and how the page looks and speaks. */
export function Header() {
  const found = opened.value
  const folder = found && found.sample === undefined ? found.name : undefined
  return (
    <header>
      <h1>
        Bylaw <span class="quiet">{say(words.tagline)}</span>
      </h1>
      <Choice
        label={say(words.sample)}
        value={found?.sample ?? ''}
        options={[
          ...(folder === undefined ? [] : [{ value: '', label: say(words.folder, { name: folder }) }]),
          ...samples.map(({ id, title }) => ({ value: id, label: say(title) })),
        ]}
        choose={(id) => void chooseSample(id)}
      />
      <Period />
      <span class="fill" />
      <ShareButton />
      <fieldset class="languages">
        <legend class="unseen">{say(words.language)}</legend>
        {languageNames.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            lang={value}
            aria-pressed={language.value === value}
            onClick={() => {
              language.value = value
            }}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <Choice<Theme>
        label={say(words.theme)}
        value={theme.value}
        options={themes.map((value) => ({ value, label: say(words[value]) }))}
        choose={chooseTheme}
      />
    </header>
  )
}

/** The periods that the data has; any other that the policy knows may be written. */
function Period() {
  const known = failure.value?.periods ?? results.value?.periods ?? []
  const typing = useTyping(period.value ?? results.value?.period ?? '', (typed) => {
    const written = typed.trim()
    period.value = written === '' ? undefined : written
  })
  return (
    <label class="choice">
      <span>{say(words.period)}</span>
      <input type="text" size={9} list="periods" {...typing} />
      <datalist id="periods">
        {[...known, 'all'].map((key) => (
          <option key={key} value={key} />
        ))}
      </datalist>
    </label>
  )
}

export async function chooseSample(id: string, isWanted = beginOpening()): Promise<void> {
  const sample = samples.find((one) => one.id === id)
  if (!sample) return
  try {
    const found = await openSample(sample)
    if (!isWanted()) return
    notOpened.value = undefined
    open(found)
  } catch {
    if (isWanted()) notOpened.value = say(sample.title)
  }
}
