/** Tokens and the lexer, as far as our grammar uses them: see `rolldown.chevrotain.ts`. */
export type TokenType = {
  readonly name: string
  readonly PATTERN?: Pattern
  readonly GROUP?: unknown
  readonly START_CHARS_HINT?: readonly (string | number)[]
  readonly tokenTypeIdx: number
  CATEGORIES: readonly TokenType[]
  categoryMatches: readonly number[]
  categoryMatchesMap: { [index: number]: boolean }
}
export type Token = {
  readonly image: string
  readonly startOffset: number
  readonly endOffset?: number
  readonly tokenType: TokenType
  readonly tokenTypeIdx: number
  payload?: unknown
}
type Found = readonly string[] & { readonly payload?: unknown }
type Pattern = RegExp | { readonly exec: (text: string, offset: number) => Found | null }

let types = 0

export function createToken(config: {
  readonly name: string
  readonly pattern?: Pattern
  readonly group?: unknown
  readonly categories?: readonly TokenType[]
  readonly start_chars_hint?: readonly (string | number)[]
}): TokenType {
  return {
    name: config.name,
    ...(config.pattern && { PATTERN: config.pattern }),
    ...(config.group !== undefined && { GROUP: config.group }),
    ...(config.start_chars_hint && { START_CHARS_HINT: config.start_chars_hint }),
    tokenTypeIdx: ++types,
    CATEGORIES: config.categories ?? [],
    categoryMatches: [],
    categoryMatchesMap: {},
  }
}

export function createTokenInstance(
  tokenType: TokenType,
  image: string,
  startOffset: number,
  endOffset: number,
): Token {
  return { image, startOffset, endOffset, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx }
}

/** Tells each category which types are of it. */
export function withCategories(all: readonly TokenType[]): void {
  const tell = (type: TokenType, index: number): void => {
    for (const category of type.CATEGORIES) {
      category.categoryMatchesMap[index] = true
      tell(category, index)
    }
  }
  for (const type of all) tell(type, type.tokenTypeIdx)
  for (const type of all) type.categoryMatches = Object.keys(type.categoryMatchesMap).map(Number)
}

export function isOf(token: Token, type: TokenType): boolean {
  return token.tokenTypeIdx === type.tokenTypeIdx || type.categoryMatchesMap[token.tokenTypeIdx] === true
}

type Scan = { readonly type: TokenType; readonly at: (text: string, offset: number) => Found | null }

/** Of the types that may begin with a character, the first whose pattern fits. */
export class Lexer {
  static readonly NA: RegExp = /NOT_APPLICABLE/
  static readonly SKIPPED: string = 'skipped'
  /** By the code of a character; from 256 on, all that begin beyond. */
  readonly #beginning: readonly (readonly Scan[])[]

  constructor(all: readonly TokenType[]) {
    const scans = all.map((type) => ({ type, at: scanOf(type.PATTERN ?? Lexer.NA) }))
    this.#beginning = Array.from({ length: 257 }, (_, code) =>
      scans.filter(({ type }) => mayBegin(type, code)),
    )
  }

  tokenize(text: string): {
    readonly tokens: Token[]
    readonly errors: { readonly offset: number; readonly length: number }[]
  } {
    const tokens: Token[] = []
    const errors: { readonly offset: number; readonly length: number }[] = []
    let stray = -1
    for (let offset = 0; offset < text.length; ) {
      const code = text.charCodeAt(offset)
      let image: string | undefined
      for (const { type, at } of this.#beginning[code < 256 ? code : 256] ?? []) {
        const found = at(text, offset)
        if (found === null) continue
        image = found[0] ?? ''
        if (stray >= 0) errors.push({ offset: stray, length: offset - stray })
        stray = -1
        if (type.GROUP !== Lexer.SKIPPED) {
          const token: Token = {
            image,
            startOffset: offset,
            tokenType: type,
            tokenTypeIdx: type.tokenTypeIdx,
          }
          if (found.payload !== undefined) token.payload = found.payload
          tokens.push(token)
        }
        offset += image.length
        break
      }
      if (image !== undefined) continue
      if (stray < 0) stray = offset
      offset++
    }
    if (stray >= 0) errors.push({ offset: stray, length: text.length - stray })
    return { tokens, errors }
  }
}

function scanOf(pattern: Pattern): Scan['at'] {
  if (!(pattern instanceof RegExp)) return (text, offset) => pattern.exec(text, offset)
  const sticky = new RegExp(pattern.source, 'y')
  return (text, offset) => {
    sticky.lastIndex = offset
    return sticky.exec(text)
  }
}

function mayBegin({ START_CHARS_HINT }: TokenType, code: number): boolean {
  if (!START_CHARS_HINT) return true
  const codes = START_CHARS_HINT.map((hint) => (typeof hint === 'string' ? hint.charCodeAt(0) : hint))
  return code < 256 ? codes.includes(code) : codes.some((one) => one >= 256)
}
