import { editorKind } from '../state/editor.ts'
import { say } from '../state/language.ts'
import { edited, file, policy, revert } from '../state/workspace.ts'
import { Tabs } from '../ui/tabs.tsx'
import { words } from '../words/shell.ts'
import { FindingList } from './finding-list.tsx'
import { PlainEditor } from './plain-editor.tsx'
import { ReadText } from './read-text.tsx'
import { RichEditor } from './rich-editor.tsx'
import { TextTools } from './text-tools.tsx'

/** The left side: the files, the text of the one that is open, and what the check says. */
export function EditorPane() {
  return (
    <section class="editor-pane" aria-label={say(words.policy)}>
      <div class="bar">
        <Tabs
          label={say(words.files)}
          tabs={policy.value.map(({ name }) => ({ id: name, label: name }))}
          chosen={file.value}
          panel="text"
          choose={(name) => {
            file.value = name
          }}
        />
        {edited.value && (
          <button type="button" class="aside" onClick={revert}>
            {say(words.revert)}
          </button>
        )}
      </div>
      <div id="text" class="text" role="tabpanel" aria-labelledby={`text-${file.value}`}>
        <Text />
      </div>
      <TextTools />
      <FindingList />
    </section>
  )
}

function Text() {
  switch (editorKind.value) {
    case 'rich':
      return <RichEditor />
    case 'read':
      return <ReadText />
    default:
      return <PlainEditor />
  }
}
