import type { IToken } from 'chevrotain'
import { collector, type Diagnostic } from '../base/diagnostic.ts'
import { type Language, languages } from '../base/language.ts'
import type { Source } from '../base/span.ts'
import type { Declaration, File, Name } from './ast.ts'
import type { Attached } from './attached.ts'
import { declarationFrom, declares, lacksBlock } from './from-cst-declarations.ts'
import { type Keeping, keptOr } from './kept.ts'
import { languagesOf, wordBySpelling } from './keywords.ts'
import { alwaysApart } from './layout.ts'
import { lex } from './lexer.ts'
import { maxLength } from './limits.ts'
import { isMisplaced, reportRowsBelow } from './lines.ts'
import { type Reading, spellingOf, tokensSpan } from './reading.ts'
import { structure } from './structure.ts'
import * as t from './tokens.ts'
import { atInnermost } from './unclosed.ts'

/**
 * Reads the text form. Whatever the text is, it gives a tree of what could be read and the list of mistakes, in the
 * order of the text; it never throws.
 */
export function parse(
  source: Source,
  attached?: Attached,
  keeping?: Keeping,
): { readonly file: File; readonly diagnostics: readonly Diagnostic[] } {
  const { found, report } = collector()
  if (source.text.length > maxLength) {
    report('BY160', { limit: '4' }, { source: source.name, from: 0, to: 0 })
    return {
      file: { source: source.name, language: 'en', declarations: [], trailing: [] },
      diagnostics: found,
    }
  }
  const tokens = lex(source, report)
  const { statements, leading, trailing } = structure(tokens, source, report)
  const reading: Reading = { source, report, language: languageOf(tokens), ...(attached && { attached }) }
  const declarations: Declaration[] = []
  const broken: Name[] = []
  // Lines that belong to nothing, as prose or a block whose header is gone: only the first of a run is reported.
  let strayFrom: number | undefined
  const strays: { readonly from: number; readonly to: number }[] = []
  const endRun = (to: number) => {
    if (strayFrom !== undefined) strays.push({ from: strayFrom, to })
    strayFrom = undefined
  }
  for (const statement of statements) {
    const first = statement.is === 'row' ? statement.bars[0] : statement.tokens[0]
    const from = first?.startOffset ?? 0
    if (statement.is === 'row') {
      if (strayFrom === undefined) report('BY153', {}, tokensSpan(statement.bars.slice(0, 1), reading))
      strayFrom ??= from
      continue
    }
    if (declares(statement)) endRun(from)
    else if (strayFrom !== undefined && (statement.block === undefined || isMisplaced(statement))) continue
    else strayFrom ??= from
    const read = keptOr(statement, reading, keeping, (here) => declarationFrom(statement, here))
    // After `policy: sales`, which opens no block, or a block that a mistake closed early, lines belong to nothing.
    if (read.declaration === undefined ? lacksBlock(statement) : read.broken.length > 0) strayFrom ??= from
    reportRowsBelow(statement, read.declaration !== undefined, reading)
    if (read.declaration !== undefined)
      declarations.push(canonicalBlank(declarations.at(-1), read.declaration))
    broken.push(...read.broken)
  }
  endRun(source.text.length)
  const diagnostics = found.filter(({ code, span }) => {
    const here = span?.source === source.name
    const run = strays.find(({ from, to }) => here && span.from > from && span.from < to)
    return run === undefined || (code !== 'BY122' && !isProse(run.from, found))
  })
  const told = [...atInnermost(diagnostics, tokens, reading)]
  const { name } = source
  const above = leading.length > 0 && { leading }
  const file = { source: name, language: reading.language, ...above, declarations, trailing }
  return {
    file: broken.length > 0 ? { ...file, broken } : file,
    diagnostics: firstOf(told.sort((a, b) => (a.span?.from ?? 0) - (b.span?.from ?? 0))),
  }
}

/** Whether what begins here is no policy at all: then nothing more is to be said about it. */
function isProse(from: number, found: readonly Diagnostic[]): boolean {
  return found.some(({ code, span }) => span?.from === from && (code === 'BY110' || code === 'BY153'))
}

/** A text with so many mistakes is no policy; a list of two million helps nobody. */
function firstOf(diagnostics: Diagnostic[]): readonly Diagnostic[] {
  const next = diagnostics[maxMistakes]
  if (next === undefined) return diagnostics
  const args = { limit: String(maxMistakes), rest: String(diagnostics.length - maxMistakes) }
  return [...diagnostics.slice(0, maxMistakes), { ...next, code: 'BY164', args, edits: [] }]
}
const maxMistakes = 200

/** Where a blank line always stands, the tree does not say so. */
function canonicalBlank(before: Declaration | undefined, declaration: Declaration): Declaration {
  const { comments, ...rest } = declaration
  if (comments?.blank === undefined || (before !== undefined && !alwaysApart(before, declaration)))
    return declaration
  const { blank: _, ...kept } = comments
  const says = kept.before.length > 0 || (kept.after ?? kept.inside ?? kept.closing) !== undefined
  return says ? { ...rest, comments: kept } : rest
}

/** The language that the policy names, else the one that most of the file's keywords are written in. */
function languageOf(tokens: readonly IToken[]): Language {
  const counts = new Map<Language, number>(languages.map((language) => [language, 0]))
  for (const [i, token] of tokens.entries()) {
    const keyword = t.keywordOfToken(token.tokenType.name)
    if (keyword === undefined) continue
    const next = tokens[i + 1]
    const named = keyword === 'language' && next ? wordBySpelling('language', spellingOf(next)) : undefined
    if (named !== undefined) return named
    for (const language of languagesOf(spellingOf(token)))
      counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return languages.reduce((best, language) =>
    (counts.get(language) ?? 0) > (counts.get(best) ?? 0) ? language : best,
  )
}
