import type { TokenType } from './rolldown.chevrotain-lexer.ts'

/** The parts of a recorded grammar: see `rolldown.chevrotain.ts`. Told apart by their classes, as Chevrotain's are. */
export type Production =
  | Terminal
  | NonTerminal
  | Alternative
  | Alternation
  | Option
  | Repetition
  | RepetitionMandatory
  | RepetitionWithSeparator
  | RepetitionMandatoryWithSeparator

type Parted = { readonly idx?: number; readonly definition?: Production[]; readonly separator?: TokenType }

abstract class Part {
  readonly idx: number
  readonly definition: Production[]
  constructor({ idx = 1, definition = [] }: Parted) {
    this.idx = idx
    this.definition = definition
  }
}
abstract class Separated extends Part {
  readonly separator: TokenType | undefined
  constructor(parted: Parted) {
    super(parted)
    this.separator = parted.separator
  }
}
export class Alternative extends Part {}
export class Option extends Part {}
export class Repetition extends Part {}
export class RepetitionMandatory extends Part {}
export class RepetitionWithSeparator extends Separated {}
export class RepetitionMandatoryWithSeparator extends Separated {}
export class Alternation extends Part {
  hasPredicates = false
}

export class Rule {
  readonly name: string
  readonly definition: Production[] = []
  constructor(name: string) {
    this.name = name
  }
}

export class Terminal {
  readonly idx: number
  readonly terminalType: TokenType
  constructor({ idx = 1, terminalType }: { readonly idx?: number; readonly terminalType: TokenType }) {
    this.idx = idx
    this.terminalType = terminalType
  }
}

export class NonTerminal {
  readonly idx: number
  readonly nonTerminalName: string
  referencedRule: Rule | undefined
  constructor({ idx, nonTerminalName }: { readonly idx: number; readonly nonTerminalName: string }) {
    this.idx = idx
    this.nonTerminalName = nonTerminalName
  }
  get definition(): Production[] {
    return this.referencedRule?.definition ?? []
  }
}

/** Every part of a rule, those inside others too. */
export function partsIn(definition: readonly Production[]): readonly Production[] {
  return definition.flatMap((part) =>
    part instanceof Terminal || part instanceof NonTerminal ? [part] : [part, ...partsIn(part.definition)],
  )
}
