import type { Source } from '../base/span.ts'
import { attachedAmong, isAttached } from './attached.ts'
import type { Keeping, Kept, KeptBlocks } from './kept.ts'
import { type Form, type Read, read } from './read.ts'

/** Texts as they were read, and what a reading of their next version need not do again. */
export type ReadTexts = {
  readonly texts: readonly ReadText[]
  /** What all of it hangs on beside the texts: files that tables are read from, and forms. */
  readonly beside: readonly string[]
}
type ReadText = {
  readonly source: Source
  readonly read: Read
  readonly kept: Kept
  readonly blocks: KeptBlocks
}

export const nothingRead: ReadTexts = { texts: [], beside: [] }

/** Reads texts of which some version was read before: what did not change is not read again. */
export function readAgain(sources: readonly Source[], forms: readonly Form[], before: ReadTexts): ReadTexts {
  const attached = attachedAmong(sources)
  const files = sources.filter(isAttached).flatMap(({ name, text }) => [name, text])
  const beside = [...forms.map(({ ending }) => ending), ...files]
  const isSame = beside.length === before.beside.length && beside.every((one, i) => one === before.beside[i])
  const known = new Map(isSame ? before.texts.map((text) => [text.source.name, text]) : [])
  const texts: ReadText[] = []
  for (const source of sources) {
    if (isAttached(source)) continue
    const last = known.get(source.name)
    if (last?.source.text === source.text) {
      texts.push(last)
      continue
    }
    const blocks = { earlier: last?.blocks ?? new Map(), now: new Map() }
    const keeping: Keeping = { earlier: last?.kept ?? new Map(), now: new Map(), blocks }
    const fresh = read(source, forms, attached, keeping)
    texts.push({ source, read: fresh, kept: keeping.now, blocks: blocks.now })
  }
  return { texts, beside }
}
