import {
  Alternation,
  Option,
  type Production,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
} from './rolldown.chevrotain-grammar.ts'
import type { Token, TokenType } from './rolldown.chevrotain-lexer.ts'

// What a parser is given, and what it keeps of its rules.

export type Action = () => unknown
export type Gated = { readonly DEF: Action; readonly GATE?: () => boolean; readonly SEP?: TokenType }
export type Way = { readonly ALT: Action; readonly GATE?: () => boolean }
export type Labelled = { readonly LABEL?: string }
export type Node = {
  readonly name: string
  readonly children: { [name: string]: (Node | Token)[] }
  readonly location: { startOffset: number; endOffset: number }
}
export type Ahead = (this: object, ways?: readonly Way[]) => unknown
/** A rule: what it does, and its look-aheads by kind and occurrence. */
export type Parsed = { readonly name: string; readonly action: Action; readonly ahead: Ahead[] }
export type RuleFunction = (() => Node | undefined) & {
  readonly ruleName: string
  readonly originalGrammarAction: Action
  readonly parsed: Parsed
}
export type Config = {
  readonly maxLookahead: number
  readonly lookaheadStrategy: {
    readonly buildLookaheadForAlternation: (place: object) => Ahead
    readonly buildLookaheadForOptional: (place: object) => Ahead
  }
  readonly errorMessageProvider: {
    readonly buildMismatchTokenMessage: (at: object) => string
    readonly buildNotAllInputParsedMessage: (at: object) => string
    readonly buildNoViableAltMessage: (at: object) => string
    readonly buildEarlyExitMessage: (at: object) => string
  }
}

/** What an exception of the parser is: the token that does not fit, and the rules around it. */
export class Mistake extends Error {
  readonly token: Token
  readonly context: { readonly ruleStack: readonly string[] }
  constructor(message: string, token: Token, ruleStack: readonly string[]) {
    super(message)
    this.token = token
    this.context = { ruleStack }
  }
}

export const kinds = {
  Alternation: 0,
  Option: 10,
  Repetition: 20,
  RepetitionMandatory: 30,
  RepetitionWithSeparator: 40,
  RepetitionMandatoryWithSeparator: 50,
} as const
export type Kind = keyof typeof kinds
export const classes = {
  Alternation,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionWithSeparator,
  RepetitionMandatoryWithSeparator,
} as const

export function kindOf(part: Production): Kind | undefined {
  const names = Object.keys(classes) as Kind[]
  return names.find((name) => part instanceof classes[name])
}

export function actionOf(given: Action | Gated): Action {
  return typeof given === 'function' ? given : given.DEF
}

export function separatorOf({ SEP }: Gated): { readonly separator?: TokenType } {
  return SEP ? { separator: SEP } : {}
}
