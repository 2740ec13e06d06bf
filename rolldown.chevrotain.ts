import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  type Production,
  partsIn,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Rule,
  Terminal,
} from './rolldown.chevrotain-grammar.ts'
import {
  createToken,
  createTokenInstance,
  isOf,
  Lexer,
  type Token,
  type TokenType,
  withCategories,
} from './rolldown.chevrotain-lexer.ts'
import {
  type Action,
  actionOf,
  type Config,
  classes,
  type Gated,
  type Kind,
  kindOf,
  kinds,
  type Labelled,
  Mistake,
  type Node,
  type Parsed,
  type RuleFunction,
  separatorOf,
  type Way,
} from './rolldown.chevrotain-parts.ts'
import { pathsOf, restBehind } from './rolldown.chevrotain-paths.ts'

/**
 * The part of Chevrotain that our grammar uses, as plain code. What it has beside that, recovery, other look-aheads, checks of
 * the grammar, makes it five times as large, and a start slower. What is tested runs on this as well, and a test
 * holds it against Chevrotain itself on whole policies and on texts with mistakes.
 */
export {
  Alternation,
  Alternative,
  createToken,
  createTokenInstance,
  Lexer,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
}

export const EOF: TokenType = createToken({ name: 'EOF', pattern: Lexer.NA })
const endOfFile = Object.freeze(createTokenInstance(EOF, '', NaN, NaN))

/** Chevrotain's own: what checks a grammar is not here. */
export class LLkLookaheadStrategy {
  validate(): readonly [] {
    return []
  }
}

export class CstParser {
  selfAnalysisDone = false
  errors: Mistake[] = []
  readonly definedRulesNames: string[] = []
  readonly gastProductionsCache: { [name: string]: Rule } = {}
  readonly #config: Config
  readonly #parsed = new Map<string, Parsed>()
  /** While the grammar is recorded: where the next part goes. */
  #recorded: Production[] | undefined
  #tokens: readonly Token[] = []
  #at = -1
  #node: Node | undefined
  readonly #rules: Parsed[] = []

  constructor(vocabulary: readonly TokenType[], config: Config) {
    this.#config = config
    withCategories([...vocabulary, EOF])
  }

  set input(tokens: readonly Token[]) {
    this.#tokens = tokens
    this.#at = -1
    this.errors = []
  }

  LA(which: number): Token {
    return this.#tokens[this.#at + which] ?? endOfFile
  }

  getGAstProductions(): { readonly [name: string]: Rule } {
    return this.gastProductionsCache
  }

  // --- rules -----------------------------------------------------------------------------------------------

  RULE(name: string, action: Action): RuleFunction {
    this.definedRulesNames.push(name)
    const parsed: Parsed = { name, action, ahead: [] }
    this.#parsed.set(name, parsed)
    const rule = (): Node | undefined => {
      let node: Node | undefined
      try {
        node = this.#parse(parsed)
      } catch (error) {
        if (!(error instanceof Mistake)) throw error
        return undefined
      }
      const next = this.LA(1)
      if (next !== endOfFile) this.#mistake('buildNotAllInputParsedMessage', { firstRedundant: next })
      return node
    }
    return Object.assign(rule, { ruleName: name, originalGrammarAction: action, parsed })
  }

  #parse(rule: Parsed): Node {
    const location = { startOffset: this.LA(1).startOffset, endOffset: NaN }
    const node: Node = { name: rule.name, children: Object.create(null), location }
    const outer = this.#node
    this.#node = node
    this.#rules.push(rule)
    try {
      rule.action.call(this)
      const last = this.LA(0)
      if (location.startOffset <= last.startOffset) location.endOffset = last.endOffset ?? NaN
      else location.startOffset = NaN
      return node
    } finally {
      this.#rules.pop()
      this.#node = outer
    }
  }

  #add(name: string, child: Node | Token): void {
    const children = this.#node?.children ?? {}
    const known = children[name]
    if (known) known.push(child)
    else children[name] = [child]
  }

  #mistake(message: keyof Config['errorMessageProvider'], at: object): Mistake {
    const text = this.#config.errorMessageProvider[message](at)
    const names = this.#rules.map(({ name }) => name)
    const mistake = new Mistake(text, this.LA(1), names)
    this.errors.push(mistake)
    return mistake
  }

  #isAhead(kind: Kind, idx: number, ways?: readonly Way[]): unknown {
    return this.#rules.at(-1)?.ahead[kinds[kind] + idx]?.call(this, ways)
  }

  /** The tokens that a place may go on with, for its mistake. */
  #paths(kind: Kind, idx: number): ReturnType<typeof pathsOf> {
    const rule = this.gastProductionsCache[this.#rules.at(-1)?.name ?? '']
    const part = partsIn(rule?.definition ?? []).find(
      (one) => one instanceof classes[kind] && one.idx === idx,
    )
    if (!rule || !part || part instanceof Terminal) return []
    const ways =
      part instanceof Alternation
        ? part.definition.map((one) => [one])
        : [part.definition, restBehind(rule, part) ?? []]
    return pathsOf(ways, this.#config.maxLookahead)
  }

  // --- what rules are made of; `idx` tells several in one rule apart ---------------------------------------

  consume(idx: number, type: TokenType, options?: Labelled): Token {
    if (this.#recorded) {
      this.#recorded.push(new Terminal({ idx, terminalType: type }))
      return endOfFile
    }
    const token = this.LA(1)
    if (!isOf(token, type)) throw this.#mistake('buildMismatchTokenMessage', { expected: type })
    this.#at++
    this.#add(options?.LABEL ?? type.name, token)
    return token
  }

  subrule(idx: number, { parsed }: RuleFunction, options?: Labelled): unknown {
    if (this.#recorded) {
      this.#recorded.push(new NonTerminal({ idx, nonTerminalName: parsed.name }))
      return undefined
    }
    const node = this.#parse(parsed)
    this.#add(options?.LABEL ?? parsed.name, node)
    return node
  }

  option(idx: number, given: Action | Gated): unknown {
    if (this.#recorded) return this.#record(new Option({ idx }), given)
    return this.#goesOn('Option', idx, given) ? actionOf(given).call(this) : undefined
  }

  or(idx: number, given: readonly Way[] | { readonly DEF: readonly Way[] }): unknown {
    const ways = 'DEF' in given ? given.DEF : given
    if (this.#recorded) return this.#recordWays(new Alternation({ idx }), ways)
    const way = ways[Number(this.#isAhead('Alternation', idx, ways) ?? NaN)]
    if (way) return way.ALT.call(this)
    const expectedPathsPerAlt = this.#paths('Alternation', idx)
    throw this.#mistake('buildNoViableAltMessage', { expectedPathsPerAlt })
  }

  many(idx: number, given: Action | Gated): void {
    if (this.#recorded) this.#record(new Repetition({ idx }), given)
    else this.#repeat('Repetition', idx, given)
  }

  atLeastOne(idx: number, given: Action | Gated): void {
    if (this.#recorded) this.#record(new RepetitionMandatory({ idx }), given)
    else if (!this.#repeat('RepetitionMandatory', idx, given)) throw this.#tooFew('RepetitionMandatory', idx)
  }

  manySep(idx: number, given: Gated): void {
    if (this.#recorded) this.#record(new RepetitionWithSeparator({ idx, ...separatorOf(given) }), given)
    else this.#repeatSeparated('RepetitionWithSeparator', idx, given)
  }

  atLeastOneSep(idx: number, given: Gated): void {
    const kind = 'RepetitionMandatoryWithSeparator'
    if (this.#recorded)
      this.#record(new RepetitionMandatoryWithSeparator({ idx, ...separatorOf(given) }), given)
    else if (!this.#repeatSeparated(kind, idx, given)) throw this.#tooFew(kind, idx)
  }

  #goesOn(kind: Kind, idx: number, given: Action | Gated): boolean {
    const isOpen = typeof given === 'function' || given.GATE === undefined || given.GATE.call(this)
    return isOpen && this.#isAhead(kind, idx) === true
  }

  /** Whether there was one. What takes nothing is not taken again. */
  #repeat(kind: Kind, idx: number, given: Action | Gated): boolean {
    const action = actionOf(given)
    let before = -2
    let found = false
    while (before < this.#at && this.#goesOn(kind, idx, given)) {
      before = this.#at
      found = true
      action.call(this)
    }
    return found
  }

  #repeatSeparated(kind: Kind, idx: number, { DEF, SEP }: Gated): boolean {
    if (this.#isAhead(kind, idx) !== true) return false
    DEF.call(this)
    while (SEP && isOf(this.LA(1), SEP)) {
      this.consume(0, SEP)
      DEF.call(this)
    }
    return true
  }

  #tooFew(kind: Kind, idx: number): Mistake {
    return this.#mistake('buildEarlyExitMessage', { expectedIterationPaths: this.#paths(kind, idx)[0] ?? [] })
  }

  // --- recording: every part of a rule runs once, and notes itself -----------------------------------------

  enableRecording(): void {
    this.#recorded = []
  }

  disableRecording(): void {
    this.#recorded = undefined
  }

  topLevelRuleRecord(name: string, action: Action): Rule {
    const rule = new Rule(name)
    this.#inside(rule.definition, action)
    return rule
  }

  #inside(definition: Production[], action: Action): void {
    const outer = this.#recorded
    this.#recorded = definition
    action.call(this)
    this.#recorded = outer
  }

  #record(part: Exclude<Production, Terminal | NonTerminal>, given: Action | Gated): void {
    this.#inside(part.definition, actionOf(given))
    this.#recorded?.push(part)
  }

  #recordWays(part: Alternation, ways: readonly Way[]): void {
    part.hasPredicates = ways.some(({ GATE }) => GATE !== undefined)
    for (const { ALT } of ways) {
      const way = new Alternative({})
      part.definition.push(way)
      this.#inside(way.definition, ALT)
    }
    this.#recorded?.push(part)
  }

  preComputeLookaheadFunctions(rules: readonly Rule[]): void {
    const { lookaheadStrategy, maxLookahead } = this.#config
    for (const rule of rules)
      for (const part of partsIn(rule.definition)) {
        const kind = kindOf(part)
        if (kind === undefined) continue
        const place = { rule, prodOccurrence: part.idx, maxLookahead, dynamicTokensEnabled: false }
        const ahead =
          part instanceof Alternation
            ? lookaheadStrategy.buildLookaheadForAlternation({ ...place, hasPredicates: part.hasPredicates })
            : lookaheadStrategy.buildLookaheadForOptional({ ...place, prodType: kind })
        const parsed = this.#parsed.get(rule.name)
        if (parsed) parsed.ahead[kinds[kind] + part.idx] = ahead
      }
  }
}

type Method = (this: CstParser, a: never, b: never) => unknown

/** Each by its occurrence in a rule: `CONSUME`, `CONSUME1` … `CONSUME9`. */
const methods: { readonly [name: string]: (idx: number) => Method } = {
  CONSUME: (idx) =>
    function (type, options) {
      return this.consume(idx, type, options)
    },
  SUBRULE: (idx) =>
    function (rule, options) {
      return this.subrule(idx, rule, options)
    },
  OPTION: (idx) =>
    function (given) {
      return this.option(idx, given)
    },
  OR: (idx) =>
    function (given) {
      return this.or(idx, given)
    },
  MANY: (idx) =>
    function (given) {
      this.many(idx, given)
    },
  AT_LEAST_ONE: (idx) =>
    function (given) {
      this.atLeastOne(idx, given)
    },
  MANY_SEP: (idx) =>
    function (given) {
      this.manySep(idx, given)
    },
  AT_LEAST_ONE_SEP: (idx) =>
    function (given) {
      this.atLeastOneSep(idx, given)
    },
}
for (const [name, methodOf] of Object.entries(methods))
  for (let idx = 0; idx < 10; idx++)
    Object.defineProperty(CstParser.prototype, `${name}${idx === 0 ? '' : idx}`, { value: methodOf(idx) })
