import { AuthorityParser } from './parser-authority.ts'
import type { Rule } from './parser-words.ts'
import * as t from './tokens.ts'

const k = t.keywordTokens

/** The grammar of the lines of penalties and of laws. */
export class PenaltyParser extends AuthorityParser {
  nthLine: Rule = this.RULE('nthLine', () => {
    this.CONSUME(k.nth)
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k['in-last'])
          this.CONSUME(t.literalTokens.duration, { LABEL: 'length' })
        },
      },
      { ALT: () => this.CONSUME(k['so-far']) },
    ])
    this.CONSUME(k.within)
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE1(this.expression, { LABEL: 'within' }) })
    this.OPTION1(() => {
      this.CONSUME(k.by)
      this.SUBRULE2(this.expression, { LABEL: 'by' })
    })
    this.SUBRULE(this.condition)
  })

  lawHeader: Rule = this.RULE('lawHeader', () => {
    this.CONSUME(k.law)
    this.named()
    this.OPTION1(() => {
      this.CONSUME(k.by)
      this.CONSUME(t.Word, { LABEL: 'place' })
    })
  })

  lawLine: Rule = this.RULE('lawLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.source)
          this.CONSUME(t.Text)
        },
      },
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(k.deductions) }, { ALT: () => this.CONSUME(k.minimum) }])
          this.OPTION2(() => this.SUBRULE(this.fromFile))
        },
      },
    ])
  })
}
