import { LineParser } from './parser-lines.ts'
import type { Rule } from './parser-words.ts'
import * as t from './tokens.ts'

const k = t.keywordTokens

/** The grammar of credit: its header, and the lines of its block. */
export class CreditParser extends LineParser {
  creditHeader: Rule = this.RULE('creditHeader', () => {
    this.CONSUME(k.credit)
    this.named()
    this.CONSUME(k.for)
    this.CONSUME(k.each)
    this.CONSUME1(t.Word, { LABEL: 'record' })
    this.CONSUME(k.to)
    this.CONSUME2(t.Word, { LABEL: 'party' })
  })

  creditLine: Rule = this.RULE('creditLine', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.splitLine) },
      {
        ALT: () => {
          this.CONSUME(k.otherwise)
          this.CONSUME1(k.to)
          this.SUBRULE1(this.expression, { LABEL: 'party' })
          this.SUBRULE1(this.creditUses)
        },
      },
      {
        ALT: () => {
          this.CONSUME2(k.to)
          this.SUBRULE2(this.expression, { LABEL: 'party' })
          this.CONSUME2(k.share)
          this.SUBRULE3(this.expression, { LABEL: 'portion' })
          this.SUBRULE2(this.creditUses)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['hand-over'])
          this.SUBRULE4(this.expression, { LABEL: 'before' })
          this.CONSUME3(k.to)
          this.SUBRULE5(this.expression, { LABEL: 'party' })
          this.CONSUME3(k.share)
          this.SUBRULE6(this.expression, { LABEL: 'portion' })
          this.OPTION1(() => {
            this.CONSUME1(t.Comma)
            this.CONSUME(k.rest)
            this.SUBRULE(this.creditRest)
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.overlay)
          this.SUBRULE7(this.expression, { LABEL: 'portion' })
          this.CONSUME4(k.to)
          this.SUBRULE8(this.expression, { LABEL: 'party' })
          this.SUBRULE3(this.creditUses)
        },
      },
      { ALT: () => this.SUBRULE(this.rollUpLine) },
      {
        ALT: () => {
          this.SUBRULE(this.rounding)
          this.OPTION(() => {
            this.CONSUME2(t.Comma)
            this.CONSUME(k.remainder)
            this.CONSUME5(k.to)
            this.SUBRULE9(this.expression, { LABEL: 'party' })
          })
        },
      },
    ])
  })

  splitLine: Rule = this.RULE('splitLine', () => {
    this.CONSUME(k.split)
    this.OPTION(() => this.CONSUME(k.by))
    this.SUBRULE1(this.expression, { LABEL: 'portion' })
    this.CONSUME(k.to)
    this.SUBRULE2(this.expression, { LABEL: 'party' })
    this.CONSUME(t.Comma)
    this.CONSUME(k['up-to'])
    this.SUBRULE(this.operand)
    this.SUBRULE(this.creditUses)
  })

  rollUpLine: Rule = this.RULE('rollUpLine', () => {
    this.CONSUME(k['roll-up'])
    this.CONSUME(k.to)
    this.SUBRULE(this.expression)
    this.OPTION(() => {
      this.CONSUME(t.Comma)
      this.CONSUME(k['every-level'])
      this.CONSUME(k['up-to'])
      this.SUBRULE(this.operand)
    })
    this.SUBRULE(this.creditUses)
  })

  /** `, toward pay, team`, or nothing. */
  creditUses: Rule = this.RULE('creditUses', () => {
    this.OPTION(() => {
      this.CONSUME(t.Comma)
      this.CONSUME(k.toward)
      this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.creditUse) })
    })
  })

  /** After `, rest`: `toward pay`. */
  creditRest: Rule = this.RULE('creditRest', () => {
    this.CONSUME(k.toward)
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.creditUse) })
  })
}
