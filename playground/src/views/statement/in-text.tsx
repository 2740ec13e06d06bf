import type { PlaceView } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { light, spanOfLine } from '../../state/place.ts'
import { words } from '../../words/statement.ts'

/** Leads to where something is written: it lights up in the editor. */
export function InText({ place }: { readonly place: PlaceView }) {
  const span = spanOfLine(place.file, place.line)
  const text = say(words.line, { file: place.file, line: place.line })
  if (!span) return <span class="in-text quiet">{text}</span>
  return (
    <button type="button" class="in-text" title={say(words.inText)} onClick={() => light(span)}>
      {text}
    </button>
  )
}
