import { isLiterate } from '../syntax/literate.ts'
import { outlineOf } from '../syntax/markdown.ts'
import * as t from '../syntax/tokens.ts'
import type { Documents } from './documents.ts'
import { rulesIn, tokensIn } from './rules-in.ts'

export type Fold = {
  readonly from: number
  readonly to: number
  readonly kind: 'block' | 'comment' | 'section'
}

/** What can be folded away: blocks, runs of comments, and in a document its blocks of rules and its sections. */
export function folds(documents: Documents, file: string): readonly Fold[] {
  const source = documents.source(file)
  if (!source) return []
  if (documents.forms.some(({ ending }) => file.endsWith(ending))) return indentedFolds(source.text)
  const found: Fold[] = []
  for (const range of rulesIn(source)) {
    const open: number[] = []
    let comment: { from: number; to: number } | undefined
    let newlines = 0
    const endComments = () => {
      if (comment && source.text.slice(comment.from, comment.to).includes('\n'))
        found.push({ ...comment, kind: 'comment' })
      comment = undefined
    }
    for (const token of tokensIn(source, range)) {
      const from = token.startOffset + range.from
      if (token.tokenType === t.Newline) {
        newlines++
        continue
      }
      if (token.tokenType === t.Comment && newlines <= 1 && comment) comment.to = from + token.image.length
      else {
        endComments()
        if (token.tokenType === t.Comment) comment = { from, to: from + token.image.length }
      }
      newlines = 0
      if (token.tokenType === t.LeftBrace) open.push(from)
      const start = token.tokenType === t.RightBrace ? open.pop() : undefined
      if (start !== undefined && source.text.slice(start, from).includes('\n'))
        found.push({ from: start, to: from + 1, kind: 'block' })
    }
    endComments()
  }
  if (isLiterate(file)) found.push(...sections(source.text))
  return found.sort((a, b) => a.from - b.from || b.to - a.to)
}

function sections(text: string): readonly Fold[] {
  const { headings, fences } = outlineOf(text)
  return [
    ...fences.map(({ open, to }) => ({ from: open.from, to, kind: 'block' as const })),
    ...headings.map(({ from, level }, i) => {
      const next = headings.slice(i + 1).find((other) => other.level <= level)
      return { from, to: text.slice(0, next?.from ?? text.length).trimEnd().length, kind: 'section' as const }
    }),
  ]
}

/** Where what stands within is set in: a line with the deeper ones that follow it. */
function indentedFolds(text: string): readonly Fold[] {
  const found: Fold[] = []
  const open: { readonly from: number; readonly indent: number; readonly end: number }[] = []
  let last = 0
  const close = (indent: number): void => {
    for (let top = open.at(-1); top && top.indent >= indent; top = open.at(-1)) {
      open.pop()
      if (last > top.end) found.push({ from: top.from, to: last, kind: 'block' })
    }
  }
  for (const { 0: line, index } of text.matchAll(/[^\n]+/gu)) {
    const indent = line.search(/\S/u)
    if (indent < 0) continue
    close(indent)
    open.push({ from: index + indent, indent, end: index + line.length })
    last = index + line.trimEnd().length
  }
  close(0)
  return found.sort((a, b) => a.from - b.from)
}
