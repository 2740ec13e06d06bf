import type { Language } from '../base/language.ts'
import type { Span } from '../base/span.ts'
import type { Checked, Definition } from '../check/clauses.ts'
import type { Type } from '../check/types.ts'
import { type Keyword, spellKeyword } from '../syntax/keywords.ts'
import * as t from '../syntax/tokens.ts'
import type { Documents } from './documents.ts'
import { meaningOf } from './keyword-meanings.ts'
import type { Occurrence } from './names.ts'
import { rulesIn, tokensIn } from './rules-in.ts'
import { definitionNamed, resultTypes } from './scope.ts'
import type { PolicySymbol } from './symbols.ts'
import { typeText } from './type-text.ts'
import { words } from './words.ts'

/** What is said of what a pointer rests on. */
export type Hover = { readonly span: Span } & (
  | { readonly is: 'keyword'; readonly keyword: Keyword; readonly spelling: string; readonly meaning: string }
  | {
      readonly is: 'name'
      readonly kind: PolicySymbol['kind']
      readonly name: string
      /** What a run calls it: `pay`, `Deal.amount`, `kpi.score`. */
      readonly path: string
      readonly title?: string
      /** The text that declares it, its first line. */
      readonly declaration: string
      readonly type?: string
      /** The declarations that use it, in the order of the texts. */
      readonly uses: readonly string[]
    }
)

export function hover(
  documents: Documents,
  file: string,
  offset: number,
  language: Language,
): Hover | undefined {
  const names = documents.names()
  const place = names.at(file, offset)
  const symbol = place && names.symbols.get(place.id)
  return place && symbol
    ? ofName(documents, place, symbol, language)
    : ofKeyword(documents, file, offset, language)
}

function ofKeyword(
  documents: Documents,
  file: string,
  offset: number,
  language: Language,
): Hover | undefined {
  const source = documents.source(file)
  const range = source && rulesIn(source).find(({ from, to }) => from <= offset && offset < to)
  if (!source || !range) return undefined
  for (const token of tokensIn(source, range)) {
    const from = token.startOffset + range.from
    const to = from + token.image.length
    if (from > offset || offset >= to) continue
    const keyword = t.keywordOfToken(token.tokenType.name)
    const meaning = keyword && meaningOf(keyword, language)
    if (keyword === undefined || meaning === undefined) return undefined
    const span = { source: file, from, to }
    return { is: 'keyword', keyword, spelling: spellKeyword(keyword, language), meaning, span }
  }
  return undefined
}

function ofName(documents: Documents, place: Occurrence, symbol: PolicySymbol, language: Language): Hover {
  const { checked } = documents.analysed()
  const type = typeOf(checked, symbol)
  const { title } = symbol.id === symbol.name ? symbol.declaration : { title: undefined }
  const shown = type && typeText(type, language)
  return {
    is: 'name',
    span: place.span,
    kind: symbol.kind,
    name: symbol.name,
    path: symbol.id.replace(':', '.').replace(/^["@]/u, ''),
    ...(title !== undefined && { title }),
    declaration: declarationOf(documents, symbol),
    ...(shown !== undefined && shown !== '' && { type: shown }),
    uses: usesOf(documents, symbol),
  }
}

function typeOf(checked: Checked, { kind, name, declaration }: PolicySymbol): Type | undefined {
  if (kind === 'field') return checked.records.get(declaration.name.text)?.fields.get(name)?.type
  const definition = definitionNamed(checked, declaration.name.text)
  if (!definition) return undefined
  if (declaration.name.text === name) return ownType(definition)
  return resultTypes(checked, definition).get(name)
}

function ownType(definition: Definition): Type | undefined {
  return 'type' in definition ? definition.type : undefined
}

/** A header up to its brace, or a line; no longer than can be read at a glance. */
function declarationOf(documents: Documents, symbol: PolicySymbol): string {
  const { declaration, field, span } = symbol
  const source = documents.source(span.source)
  if (!source) return ''
  const whole = field?.span ?? (declaration.name.span.from === span.from ? declaration.span : undefined)
  const from = whole?.from ?? source.text.lastIndexOf('\n', span.from - 1) + 1
  const line = /^[^\r\n]*/u.exec(source.text.slice(from))?.[0].trim() ?? ''
  const header = line.endsWith('{') ? line.slice(0, -1).trimEnd() : line
  return header.length > 160 ? `${header.slice(0, 159)}…` : header
}

function usesOf(documents: Documents, { id, declaration }: PolicySymbol): readonly string[] {
  const places = documents
    .names()
    .places(id)
    .filter(({ declares }) => !declares)
  const all = documents.analysed().program.files.flatMap((file) => file.declarations)
  return all
    .filter((one) => one !== declaration && places.some(({ span }) => holds(one.span, span)))
    .map(({ name, title }) => title ?? name.text)
}

function holds(outer: Span, inner: Span): boolean {
  return outer.source === inner.source && outer.from <= inner.from && inner.to <= outer.to
}

/** A hover as Markdown; `value`: what it is now, for whoever looks at it. */
export function hoverMarkdown(hover: Hover, language: Language, value?: string): string {
  if (hover.is === 'keyword') return `**${hover.spelling}** — ${hover.meaning}`
  const { title, name, type, declaration, uses } = hover
  const head = title === undefined ? `**${plain(name)}**` : `**${plain(title)}** \`${name}\``
  const shown = uses
    .slice(0, mostUses)
    .map(plain)
    .join(language === 'en' ? ', ' : '、')
  const use =
    uses.length === 0
      ? words.usedNowhere[language]
      : `${words.usedIn[language]}${language === 'en' ? ': ' : '：'}${shown}${uses.length > mostUses ? ' …' : ''}`
  return [
    `${head}${type === undefined ? '' : ` — ${plain(type)}`}`,
    ...(value === undefined
      ? []
      : [`${words.now[language]}${language === 'en' ? ': ' : '：'}**${plain(value)}**`]),
    `\`\`\`bylaw\n${declaration}\n\`\`\``,
    use,
  ].join('\n\n')
}
const mostUses = 5

/** What a user wrote is shown as it is: no marks, no links, no HTML. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>&]/gu, '\\$&')
}
