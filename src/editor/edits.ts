import type { Edit } from '../base/diagnostic.ts'
import type { Source } from '../base/span.ts'
import { type Documents, withText } from './documents.ts'

/** The texts after replacements, which do not overlap, each in its own text. */
export function applied(documents: Documents, edits: readonly Edit[]): Documents {
  const files = new Set(edits.map(({ span }) => span.source))
  return [...files].reduce((now, file) => {
    const source = documents.source(file)
    return source ? withText(now, file, editedText(source, edits)) : now
  }, documents)
}

export function editedText(source: Source, edits: readonly Edit[]): string {
  let text = ''
  let done = 0
  for (const { span, text: fresh } of inOrder(edits.filter(({ span }) => span.source === source.name))) {
    text += source.text.slice(done, span.from) + fresh
    done = span.to
  }
  return text + source.text.slice(done)
}

export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.span.from - b.span.from)
}

/** What turns one text into another as one replacement of what differs, so that marks and cursors elsewhere stay. */
export function differenceOf(source: Source, fresh: string): readonly Edit[] {
  const { text, name } = source
  if (text === fresh) return []
  const most = Math.min(text.length, fresh.length)
  let from = 0
  while (from < most && text.charCodeAt(from) === fresh.charCodeAt(from)) from++
  let end = 0
  while (
    end < most - from &&
    text.charCodeAt(text.length - 1 - end) === fresh.charCodeAt(fresh.length - 1 - end)
  )
    end++
  // Never between the two halves of one character.
  if (isLowHalf(text, from) || isLowHalf(fresh, from)) from--
  if (end > 0 && (isLowHalf(text, text.length - end) || isLowHalf(fresh, fresh.length - end))) end--
  const span = { source: name, from, to: text.length - end }
  return [{ span, text: fresh.slice(from, fresh.length - end) }]
}

function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
