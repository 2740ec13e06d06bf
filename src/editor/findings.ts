import type { Diagnostic, Edit } from '../base/diagnostic.ts'
import type { Severity } from '../base/entry.ts'
import type { Language } from '../base/language.ts'
import { helpOf, inOrder, messageOf, severityOf } from '../base/render.ts'
import type { Span } from '../base/span.ts'
import { keywords, spellingsOf, spellKeyword } from '../syntax/keywords.ts'
import * as t from '../syntax/tokens.ts'
import type { Documents } from './documents.ts'
import { rulesIn, tokensIn } from './rules-in.ts'
import { filled, words } from './words.ts'

/** A finding as an editor shows it, in one language. */
export type EditorFinding = {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly help: string
  readonly span: Span
  readonly related: readonly { readonly span: Span; readonly note: string }[]
  readonly fixes: readonly Fix[]
}
export type Fix = { readonly title: string; readonly edits: readonly Edit[] }

/** What is wrong with the texts; all of it, or what is in one file. What has no place stands at the file's begin. */
export function findings(documents: Documents, language: Language, file?: string): readonly EditorFinding[] {
  return asShown(documents, documents.analysed().diagnostics, language, file)
}

/** Only what is wrong with the writing of each text: known long before what its names mean is worked out. */
export function mistakes(documents: Documents, language: Language, file?: string): readonly EditorFinding[] {
  const all = [...documents.reads().values()].flatMap(({ diagnostics }) => diagnostics)
  return asShown(documents, all, language, file)
}

function asShown(
  documents: Documents,
  diagnostics: readonly Diagnostic[],
  language: Language,
  file: string | undefined,
): readonly EditorFinding[] {
  const [first] = documents.sources
  return inOrder(diagnostics, documents.sources).flatMap((one): readonly EditorFinding[] => {
    const span = one.span ?? (first && { source: first.name, from: 0, to: 0 })
    if (!span || (file !== undefined && span.source !== file)) return []
    return [
      {
        code: one.code,
        severity: severityOf(one),
        message: messageOf(one, language),
        help: helpOf(one, language),
        span,
        related: one.related ?? [],
        fixes: fixesOf(documents, one, language),
      },
    ]
  })
}

/** The edits of a finding are alternatives where they stand at one place, else they go together. */
function fixesOf(documents: Documents, { edits = [] }: Diagnostic, language: Language): readonly Fix[] {
  return edits.map((edit) => {
    const old = documents.source(edit.span.source)?.text.slice(edit.span.from, edit.span.to) ?? ''
    const text = quoted(edit.text === '' ? old : edit.text)
    const title = edit.text === '' ? words.remove[language] : words.change[language]
    return { title: filled(title, { text }), edits: [edit] }
  })
}

function quoted(text: string): string {
  const short = text.trim().replace(/\s+/gu, ' ')
  return `“${short.length > 40 ? `${short.slice(0, 39)}…` : short}”`
}

/** The keywords of a stretch that are not in the language of their file, each with the word of that language. */
export function translations(
  documents: Documents,
  file: string,
  from: number,
  to: number,
  language: Language,
): readonly Fix[] {
  const source = documents.source(file)
  const read = documents.reads().get(file)
  if (!source || !read) return []
  const own = read.file.language
  return rulesIn(source)
    .filter((range) => range.from <= to && from <= range.to)
    .flatMap((range) =>
      tokensIn(source, range).flatMap((token): readonly Fix[] => {
        const start = token.startOffset + range.from
        const end = start + token.image.length
        const keyword = t.keywordOfToken(token.tokenType.name)
        if (keyword === undefined || end < from || start > to) return []
        // A field may bear the name of a keyword.
        if (documents.names().at(file, start)?.span.from === start) return []
        const written = token.image.replace(/\s+/gu, ' ')
        if (spellingsOf(keywords[keyword], own).includes(written)) return []
        const text = spellKeyword(keyword, own)
        const edits = [{ span: { source: file, from: start, to: end }, text }]
        return [{ title: filled(words.translate[language], { text: quoted(text) }), edits }]
      }),
    )
}
