import { effect } from '@preact/signals'
import { opened } from '../../state/workspace.ts'
import { fetchRevisions, fetchTexts, isServed, revisions, revisionTexts } from './revisions.ts'
import { afterId, beforeId } from './versions.ts'

/** As long as versions are compared: the revisions of the folder that is open, and the texts of the chosen ones. */
export function keepRevisions(): () => void {
  const ends = [
    effect(() => {
      // A sample that was chosen instead has no history.
      const folder = isServed() && opened.value !== undefined && opened.value.sample === undefined
      if (folder) void fetchRevisions()
      else revisions.value = []
    }),
    effect(() => {
      for (const chosen of [beforeId.value, afterId.value]) {
        const id = /^revision (\w+)$/u.exec(chosen)?.[1]
        if (id !== undefined && !revisionTexts.peek().has(id)) void fetchTexts(id)
      }
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}
