import type { IToken } from 'chevrotain'
import { type WordList, wordLists, wordsBySpelling } from '../syntax/keywords.ts'
import * as t from '../syntax/tokens.ts'
import type { Documents } from './documents.ts'
import type { Occurrence } from './names.ts'
import { rulesIn, tokensIn } from './rules-in.ts'

/** What a piece of text is, for its colour. */
export const tokenKinds = [
  'comment',
  'string',
  'number',
  'unit',
  'keyword',
  'operator',
  'word',
  'record',
  'field',
  'value',
  'parameter',
  'table',
  'clause',
  'result',
  'member',
  'name',
] as const
export type TokenKind = (typeof tokenKinds)[number]

export type SemanticToken = {
  readonly from: number
  readonly to: number
  readonly kind: TokenKind
  readonly declares?: true
}

/** The tokens of a file in the order of the text: its rules, not the prose of a document. */
export function semanticTokens(documents: Documents, file: string): readonly SemanticToken[] {
  const source = documents.source(file)
  if (!source) return []
  const names = documents.names()
  const places = new Map(names.of(file).map((one) => [one.span.from, one]))
  const kindOf = ({ id }: Occurrence): TokenKind => {
    const kind = names.symbols.get(id)?.kind
    switch (kind) {
      case undefined:
        return id.startsWith('"') ? 'member' : id.startsWith('@') ? 'word' : 'result'
      case 'policy':
      case 'calendar':
      case 'target':
        return 'clause'
      case 'indicator':
      case 'column':
        return 'result'
      case 'period':
        return 'word'
      default:
        return kind
    }
  }
  const ranges = rulesIn(source)
  if (ranges.length === 0)
    return [...places.values()].map((one) => ({
      from: one.span.from,
      to: one.span.to,
      kind: kindOf(one),
      ...(one.declares && { declares: true }),
    }))
  return ranges.flatMap((range) =>
    tokensIn(source, range).flatMap((token): readonly SemanticToken[] => {
      const from = token.startOffset + range.from
      const to = from + token.image.length
      const place = places.get(from)
      if (place && place.span.to === to)
        return [{ from, to, kind: kindOf(place), ...(place.declares && { declares: true as const }) }]
      return plain(token, from)
    }),
  )
}

function plain(token: IToken, from: number): readonly SemanticToken[] {
  const { tokenType: type, image } = token
  const to = from + image.length
  if (type === t.Comment) return [{ from, to, kind: 'comment' }]
  if (type === t.Text) return [{ from, to, kind: 'string' }]
  if (type.CATEGORIES?.includes(t.Literal) || type === t.MonthDay) return number(image, from)
  if (t.keywordOfToken(type.name) !== undefined) return [{ from, to, kind: 'keyword' }]
  if (type === t.Word || type === t.CurrencyCode)
    return [{ from, to, kind: ownWords.has(image) ? 'word' : 'name' }]
  if (operators.has(type.name)) return [{ from, to, kind: 'operator' }]
  return []
}

/** `20万元`, `3 个月`: digits, then what they count. */
function number(image: string, from: number): readonly SemanticToken[] {
  const digits = /^[\d_.,:%‰ -]*[\d%‰]/u.exec(image)?.[0] ?? image
  const unit = /^\s*/u.exec(image.slice(digits.length))?.[0].length ?? 0
  const start = digits.length + unit
  return [
    { from, to: from + digits.length, kind: 'number' },
    ...(start < image.length ? [{ from: from + start, to: from + image.length, kind: 'unit' as const }] : []),
  ]
}

/** Words of lists, which have a meaning in their places only. */
const ownWords: ReadonlySet<string> = new Set(
  (Object.keys(wordLists) as WordList[]).flatMap((list) => [...wordsBySpelling(list).keys()]),
)
const operators: ReadonlySet<string> = new Set([...t.signs.values()].map(({ name }) => name))
