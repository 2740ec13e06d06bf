import {
  Alternation,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  LLkLookaheadStrategy,
  Option,
  type OptionalProductionType,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  type TokenType,
} from 'chevrotain'
import { grammarReader, type Parts, partsBehind, partsOf, type Reader } from './beginnings.ts'

/** As far as the parser looks ahead. */
export const maxLookahead = 2

/** What the parser is to a look-ahead. */
type Ahead = { readonly LA: (which: number) => IToken }
/** An alternative that a first token may begin; with `seconds`, only where one of them comes next. */
type Candidate = { readonly alternative: number; readonly seconds?: ReadonlySet<number> }

/**
 * Decides as Chevrotain's own look-ahead of two tokens does, which a test asks for every place of the grammar. Chevrotain
 * writes down every pair of tokens that a place may begin with; here is looked up what the token at hand leads to, once a
 * text has come to it. That was a fifth of what a start costs.
 */
export function lookahead(): ILookaheadStrategy {
  const reader = grammarReader()
  const own = new LLkLookaheadStrategy({ maxLookahead })
  return {
    validate: (options) => own.validate(options),
    buildLookaheadForAlternation({ rule, prodOccurrence, hasPredicates }) {
      const candidatesOf = later(() => {
        const part = partOf(rule, Alternation, prodOccurrence)
        return candidates(
          part.definition.map((one) => [one]),
          reader,
        )
      })
      return function (this: Ahead, alternatives) {
        for (const { alternative, seconds } of candidatesOf()(indexOf(this.LA(1)))) {
          if (hasPredicates && alternatives?.[alternative]?.GATE?.call(this) === false) continue
          if (seconds === undefined || seconds.has(indexOf(this.LA(2)))) return alternative
        }
        return undefined
      }
    },
    buildLookaheadForOptional({ rule, prodOccurrence, prodType }) {
      const candidatesOf = later(() => {
        const part = partOf(rule, optionalParts[prodType], prodOccurrence)
        return candidates([part.definition, partsBehind(rule, part)], reader)
      })
      return function (this: Ahead) {
        const first = candidatesOf()(indexOf(this.LA(1))).at(0)
        if (first?.alternative !== 0) return false
        return first.seconds === undefined || first.seconds.has(indexOf(this.LA(2)))
      }
    },
  }
}

const optionalParts = {
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
} as const satisfies { readonly [T in OptionalProductionType]: unknown }

function partOf<P extends IProduction & { readonly idx: number }>(
  rule: Rule,
  kind: new (...args: never[]) => P,
  occurrence: number,
): P {
  const found = partsOf(rule.definition).find(
    (part): part is P => part instanceof kind && part.idx === occurrence,
  )
  if (found === undefined) throw new Error(`no such place in the rule ${rule.name}`)
  return found
}

/** The alternatives that a first token may begin, in their order. */
function candidates(
  alternatives: readonly Parts[],
  { beginningsOf, secondsOf }: Reader,
): (first: number) => readonly Candidate[] {
  const begins = alternatives.map(beginningsOf)
  /** Whether a type begins this alternative only: then it is taken for that, whatever comes next. */
  const isOwn = (type: TokenType, alternative: number) =>
    begins.every(({ types }, i) => i === alternative || ![...types].some((other) => overlap(type, other)))

  const candidate = (first: number, i: number): readonly Candidate[] => {
    const begin = begins[i]
    const parts = alternatives[i]
    if (begin === undefined || parts === undefined) return []
    if (begin.mayBeEmpty) return [{ alternative: i }]
    const types = [...begin.types].filter((type) => accepts(type, first))
    if (types.length === 0) return []
    if (types.some((type) => isOwn(type, i))) return [{ alternative: i }]
    const seconds = types.map((type) => secondsOf(parts, type))
    if (seconds.some(({ mayBeEmpty }) => mayBeEmpty)) return [{ alternative: i }]
    return [
      { alternative: i, seconds: new Set(seconds.flatMap(({ types }) => [...types].flatMap(indicesOf))) },
    ]
  }
  const known = new Map<number, readonly Candidate[]>()
  return (first) => {
    const before = known.get(first)
    if (before !== undefined) return before
    const found = alternatives.flatMap((_, i) => candidate(first, i))
    known.set(first, found)
    return found
  }
}

/** The numbers of the tokens that are of a type. */
function indicesOf(type: TokenType): readonly number[] {
  return [type.tokenTypeIdx ?? 0, ...(type.categoryMatches ?? [])]
}

function accepts(type: TokenType, index: number): boolean {
  return type.tokenTypeIdx === index || type.categoryMatchesMap?.[index] === true
}

/** Whether a token may be of both types. */
function overlap(a: TokenType, b: TokenType): boolean {
  const [few, many] = (a.categoryMatches?.length ?? 0) < (b.categoryMatches?.length ?? 0) ? [a, b] : [b, a]
  return indicesOf(few).some((index) => accepts(many, index))
}

function indexOf(token: IToken): number {
  return token.tokenTypeIdx
}

function later<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
