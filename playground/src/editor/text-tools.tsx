import type { Language } from '../../../src/index.ts'
import { choosePlainText, editorKind, plainText } from '../state/editor.ts'
import { say } from '../state/language.ts'
import { file, text, write } from '../state/workspace.ts'
import { words } from '../words/editor.ts'
import { beginReading, question } from './language-client.ts'
import { remark } from './remark.ts'

const names: { readonly [L in Language]: string } = { 'zh-Hans': '简', 'zh-Hant': '繁', en: 'EN' }

/** What can be done to the whole text: its layout, the language of its keywords, how it is shown. */
export function TextTools() {
  if (editorKind.value === 'read') return null
  return (
    <div class="text-tools">
      <fieldset class="languages">
        <legend>{say(words.write)}</legend>
        {(['zh-Hans', 'zh-Hant', 'en'] as const).map((one) => (
          <button key={one} type="button" lang={one} onClick={() => void rewrite(one)}>
            {names[one]}
          </button>
        ))}
      </fieldset>
      <button type="button" onClick={() => void rewrite()}>
        {say(words.format)}
      </button>
      <label>
        <input
          type="checkbox"
          checked={plainText.value}
          onChange={({ currentTarget }) => choosePlainText(currentTarget.checked)}
        />
        {say(words.plain)}
      </label>
      <span role="status">{remark.value ? say(remark.value) : ''}</span>
    </div>
  )
}

/** The text in the standard layout, in another language where one is chosen; names and comments stay. */
async function rewrite(language?: Language): Promise<void> {
  const name = file.value
  const before = text.value
  beginReading()
  const edits = await question('format', { file: name, ...(language && { language }) })
  remark.value = edits === undefined ? words.cannot : undefined
  if (!edits || text.value !== before) return
  let written = ''
  let done = 0
  for (const { span, text: fresh } of edits) {
    written += before.slice(done, span.from) + fresh
    done = span.to
  }
  write(name, written + before.slice(done))
}
