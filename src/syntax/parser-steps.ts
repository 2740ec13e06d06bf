import { ExpressionParser } from './parser-expressions.ts'
import type { Rule } from './parser-words.ts'
import * as t from './tokens.ts'

const k = t.keywordTokens

/** The grammar of the steps of pay clauses and payouts. */
export class StepParser extends ExpressionParser {
  payStep: Rule = this.RULE('payStep', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.gate)
          this.SUBRULE(this.expression)
        },
      },
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(k.start) }, { ALT: () => this.CONSUME(k.times) }])
          this.SUBRULE1(this.expression)
          this.SUBRULE1(this.condition)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.prorate)
          this.CONSUME(k.by)
          this.SUBRULE(this.proration)
          this.SUBRULE8(this.condition)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.rate)
          this.SUBRULE2(this.expression)
          this.CONSUME(k.of)
          this.SUBRULE3(this.expression, { LABEL: 'base' })
          this.SUBRULE2(this.condition)
        },
      },
      {
        ALT: () => {
          this.SUBRULE1(this.tiers)
          this.SUBRULE3(this.condition)
        },
      },
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(k.plus) }, { ALT: () => this.CONSUME(k.minus) }])
          this.OR3([
            { GATE: () => this.tiersAhead(), ALT: () => this.SUBRULE2(this.tiers) },
            { ALT: () => this.SUBRULE4(this.expression) },
          ])
          this.SUBRULE4(this.condition)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.cap)
          this.SUBRULE5(this.expression)
          this.SUBRULE(this.excess)
          this.SUBRULE5(this.condition)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.floor)
          this.SUBRULE6(this.expression)
          this.SUBRULE(this.recovery)
          this.SUBRULE6(this.condition)
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.rounding)
          this.SUBRULE7(this.condition)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['limit-by-law'])
          this.SUBRULE7(this.expression, { LABEL: 'law' })
          this.SUBRULE9(this.condition)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.release)
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.releasePart) })
          this.OPTION(() => {
            this.CONSUME(k['cancelled-on'])
            this.SUBRULE8(this.expression)
          })
        },
      },
    ])
  })

  releasePart: Rule = this.RULE('releasePart', () => {
    this.SUBRULE1(this.expression, { LABEL: 'share' })
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.on)
          this.SUBRULE2(this.expression, { LABEL: 'day' })
        },
      },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(k['pro-rata-as']) },
            { ALT: () => this.CONSUME(k['in-full-when']) },
          ])
          this.SUBRULE3(this.expression, { LABEL: 'collected' })
          this.CONSUME(k.reaches)
          this.SUBRULE4(this.expression, { LABEL: 'reached' })
        },
      },
    ])
  })

  /** What becomes of the amount beyond a cap. */
  excess: Rule = this.RULE('excess', () => {
    this.OR([{ ALT: () => this.CONSUME(k.lost) }, { ALT: () => this.CONSUME(k.carried) }])
  })

  /** Whether, at what rate and from when on the amount that a floor has added is taken back. */
  recovery: Rule = this.RULE('recovery', () => {
    this.OPTION1(() => {
      this.CONSUME(k.carried)
      this.OPTION2(() => {
        this.CONSUME(k.recovered)
        this.OPTION3({
          // `recovered from (the_day)` begins with no rate of that name, nor does `recovered forgiven when`.
          GATE: () => this.LA(1).tokenType !== k.from && this.LA(1).tokenType !== k['forgiven-when'],
          DEF: () => this.SUBRULE1(this.expression, { LABEL: 'rate' }),
        })
        this.OPTION4(() => {
          this.CONSUME(k.from)
          this.SUBRULE2(this.expression, { LABEL: 'from' })
        })
      })
      this.OPTION5(() => {
        this.CONSUME(k['forgiven-when'])
        this.SUBRULE3(this.expression, { LABEL: 'forgiven' })
      })
    })
  })

  condition: Rule = this.RULE('condition', () => {
    this.OPTION(() => {
      this.CONSUME(k.when)
      this.SUBRULE(this.expression)
    })
  })

  rounding: Rule = this.RULE('rounding', () => {
    this.CONSUME(k.round)
    this.SUBRULE(this.expression)
    this.SUBRULE(this.roundingMode)
  })

  tiers: Rule = this.RULE('tiers', () => {
    this.CONSUME(k.tiers)
    this.SUBRULE(this.tierMode)
    this.OPTION1(() => {
      this.CONSUME(k.of)
      this.SUBRULE1(this.expression, { LABEL: 'of' })
    })
    this.OPTION2(() => {
      this.CONSUME(k.by)
      this.SUBRULE2(this.expression, { LABEL: 'by' })
    })
    this.OPTION3(() => this.CONSUME(k.extend))
    this.OPTION4(() => this.SUBRULE(this.fromFile))
  })

  /** `from "discounts.csv"`: a table that lies in a file beside the policy; in Chinese 来自. */
  fromFile: Rule = this.RULE('fromFile', () => {
    this.CONSUME(k.from)
    this.CONSUME(t.Text)
  })

  tierMode: Rule = this.RULE('tierMode', () => {
    this.CONSUME(t.Word)
  })

  payoutStep: Rule = this.RULE('payoutStep', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(k.add) }, { ALT: () => this.CONSUME(k.take) }])
          this.OPTION(() => this.CONSUME(k['best-of']))
          this.AT_LEAST_ONE_SEP1({ SEP: t.Comma, DEF: () => this.SUBRULE1(this.expression) })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.cap)
          this.SUBRULE2(this.expression)
          this.SUBRULE(this.excess)
          this.OPTION2(() => {
            this.CONSUME(k.over)
            this.AT_LEAST_ONE_SEP2({ SEP: t.Comma, DEF: () => this.CONSUME(t.Word) })
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.floor)
          this.SUBRULE3(this.expression)
          this.SUBRULE(this.recovery)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['limit-by-law'])
          this.SUBRULE4(this.expression, { LABEL: 'law' })
        },
      },
      { ALT: () => this.SUBRULE(this.rounding) },
    ])
  })

  /** `plus tiers whole …`; a value that is called `tiers` is followed by a sign or by `when`. */
  private tiersAhead(): boolean {
    if (this.LA(1).tokenType !== k.tiers) return false
    const next = this.LA(2).tokenType
    return (next === t.Word || next.CATEGORIES?.includes(t.Word) === true) && next !== k.when
  }
}
