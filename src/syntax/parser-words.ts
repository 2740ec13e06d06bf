import {
  type CstNode,
  CstParser,
  type IParserErrorMessageProvider,
  type ParserMethod,
  type TokenType,
} from 'chevrotain'
import { lookahead, maxLookahead } from './lookahead.ts'
import * as t from './tokens.ts'

export type Rule = ParserMethod<[], CstNode>

/**
 * What the parser reports is the names of the tokens it expected, parted by spaces: `explain.ts` makes the sentence.
 */
const expectedNames: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => firstNames(expectedPathsPerAlt.flat()),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => firstNames(expectedIterationPaths),
}

function firstNames(paths: readonly (readonly TokenType[])[]): string {
  return [...new Set(paths.flatMap((path) => path.slice(0, 1).map((token) => token.name)))].join(' ')
}

/** What every part of the grammar stands on: words of a list each, which are read by their place. */
export class WordParser extends CstParser {
  /** A test runs Chevrotain's validations of the grammar; elsewhere they would only slow the start. */
  constructor({ skipValidations }: { readonly skipValidations: boolean }) {
    super([...t.vocabulary], {
      recoveryEnabled: false,
      nodeLocationTracking: 'onlyOffset',
      maxLookahead,
      lookaheadStrategy: lookahead(),
      errorMessageProvider: expectedNames,
      skipValidations,
    })
  }

  receiver: Rule = this.RULE('receiver', () => {
    this.CONSUME(t.Word)
  })

  proration: Rule = this.RULE('proration', () => {
    this.CONSUME(t.Word)
  })

  roundingMode: Rule = this.RULE('roundingMode', () => {
    this.CONSUME(t.Word)
  })
}
