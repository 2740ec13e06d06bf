import { useEffect, useRef, useState } from 'preact/hooks'
import { keepEditorForOffline } from '../offline.ts'
import { language, say } from '../state/language.ts'
import { words } from '../words/editor.ts'
import { PlainEditor } from './plain-editor.tsx'

type Made = typeof import('./monaco/make-editor.ts')
let fetched: Made | undefined

/** Monaco speaks the language that the page spoke when it was fetched. */
async function fetchEditor(): Promise<Made> {
  if (language.peek() === 'zh-Hans') await import('monaco-editor/nls/lang/zh-cn')
  if (language.peek() === 'zh-Hant') await import('monaco-editor/nls/lang/zh-tw')
  fetched = await import('./monaco/make-editor.ts')
  keepEditorForOffline()
  return fetched
}

/** Runs one of the editor's own commands on the file that is open. */
export function runInEditor(action: string): void {
  fetched?.run(action)
}

/** The rich editor, once it is fetched; the plain one until then, and where it cannot be. */
export function RichEditor() {
  const element = useRef<HTMLDivElement>(null)
  const [make, ready] = useState<Made | undefined>(fetched)
  useEffect(() => {
    if (make) return
    let gone = false
    fetchEditor().then(
      (found) => {
        if (!gone) ready(found)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [make])
  useEffect(() => (make && element.current ? make.makeEditor(element.current) : undefined), [make])
  if (!make) return <PlainEditor />
  return (
    <div class="rich-editor">
      <div class="monaco" ref={element} />
      <p class="keys quiet">{say(words.keyboard)}</p>
    </div>
  )
}
