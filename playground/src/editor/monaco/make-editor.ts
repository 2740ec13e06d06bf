import { effect } from '@preact/signals'
import { language, say } from '../../state/language.ts'
import { theme } from '../../state/theme.ts'
import { file, policy } from '../../state/workspace.ts'
import { words } from '../../words/editor.ts'
import { beginReading } from '../language-client.ts'
import { decorate } from './decorations.ts'
import { provideLenses } from './lens.ts'
import { fileOf, modelOf, syncModels, uriOf } from './models.ts'
import { monaco } from './monaco.ts'
import { provideNames } from './names.ts'
import { provideText } from './text.ts'
import { defineThemes, themeOf } from './themes.ts'

let provided = false

function provide(): void {
  if (provided) return
  provided = true
  defineThemes()
  provideText()
  provideNames()
  provideLenses()
  // A definition in another file of the policy is shown by opening that file.
  monaco.editor.registerEditorOpener({
    openCodeEditor: (editor, resource, selection) => {
      if (resource.scheme !== 'policy') return false
      const name = resource.path.slice(1)
      const model = modelOf(name)
      if (!model) return false
      file.value = name
      editor.focus()
      if (selection) {
        const range = 'startLineNumber' in selection ? selection : monaco.Range.fromPositions(selection)
        editor.setSelection(range)
        editor.revealRangeInCenter(range)
      }
      return true
    },
  })
}

/** The rich editor in an element; it ends with what is returned. */
export function makeEditor(element: HTMLElement): () => void {
  beginReading()
  provide()
  const editor = monaco.editor.create(element, {
    model: modelOf(file.peek()) ?? null,
    theme: themeOf(theme.peek()),
    automaticLayout: true,
    fontSize: 13,
    lineHeight: 20,
    fontFamily: 'var(--mono)',
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, comments: false, strings: false },
    suggestOnTriggerCharacters: true,
    'semanticHighlighting.enabled': true,
    renderLineHighlight: 'line',
    renderFinalNewline: 'on',
    fixedOverflowWidgets: true,
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
    codeLens: true,
    // For Chinese input: what is composed must stay what it is, and full-width signs are no trap here.
    editContext: false,
    unicodeHighlight: { ambiguousCharacters: false, allowedCharacters: { '　': true } },
    accessibilitySupport: 'auto',
    ariaLabel: label(),
    padding: { top: 8, bottom: 8 },
  })
  const ends = [
    decorate(editor),
    effect(() => {
      monaco.editor.setTheme(themeOf(theme.value))
    }),
    effect(() => {
      void policy.value
      syncModels()
      const wanted = modelOf(file.value)
      if (wanted && editor.getModel() !== wanted) editor.setModel(wanted)
      // Prose is wrapped; rules keep their lines, so that the columns of tables stand below each other.
      editor.updateOptions({ wordWrap: file.value.endsWith('.md') ? 'on' : 'off' })
    }),
    effect(() => {
      void language.value
      editor.updateOptions({ ariaLabel: label() })
    }),
  ]
  return () => {
    for (const end of ends) end()
    editor.dispose()
  }
}

function label(): string {
  return say(words.label, { name: file.value })
}

/** The editor that has this file open, for commands of the page. */
export function run(action: string): void {
  const model = monaco.editor.getModel(uriOf(file.peek()))
  const editor = monaco.editor
    .getEditors()
    .find((one) => one.getModel() === model && model && fileOf(model) === file.peek())
  if (!editor) return
  editor.focus()
  editor.trigger('page', action, null)
}
