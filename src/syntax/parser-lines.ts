import { ExpressionParser, type Rule } from './parser-expressions.ts'
import * as t from './tokens.ts'

const k = t.keywordTokens

/** The grammar of the lines that stand in blocks: of records, pay clauses, payouts and scorecards. */
export class LineParser extends ExpressionParser {
  /** A declaration's or an indicator's name, and its title. */
  protected named(): void {
    this.SUBRULE(this.declaredName)
    this.OPTION(() => this.CONSUME(t.Text))
  }

  declaredName: Rule = this.RULE('declaredName', () => {
    this.CONSUME(t.Word)
  })

  periodKind: Rule = this.RULE('periodKind', () => {
    this.CONSUME(t.Word)
  })

  // --- lines of a record -------------------------------------------------------------------

  existsLine: Rule = this.RULE('existsLine', () => {
    this.CONSUME(k.exists)
    this.CONSUME(k.from)
    this.CONSUME1(t.Word, { LABEL: 'first' })
    this.OPTION(() => {
      this.CONSUME(k.until)
      this.CONSUME2(t.Word, { LABEL: 'last' })
    })
  })

  fieldLine: Rule = this.RULE('fieldLine', () => {
    this.CONSUME(t.Word)
    this.SUBRULE(this.fieldType)
    this.MANY(() => this.SUBRULE(this.fieldMark))
  })

  fieldType: Rule = this.RULE('fieldType', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k['one-of'])
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.memberName) })
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Word)
          this.MANY(() => this.SUBRULE(this.typeBound))
        },
      },
    ])
  })

  /** A value of a list: a word, or a text where it is none (`"A+"`). */
  memberName: Rule = this.RULE('memberName', () => {
    this.OR([{ ALT: () => this.CONSUME(t.Word) }, { ALT: () => this.CONSUME(t.Text) }])
  })

  typeBound: Rule = this.RULE('typeBound', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.CurrencyCode) },
      {
        ALT: () => {
          this.CONSUME(k.to)
          this.SUBRULE1(this.operand)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.per)
          this.SUBRULE(this.periodKind)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.from)
          this.SUBRULE2(this.operand)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['up-to'])
          this.SUBRULE3(this.operand)
        },
      },
    ])
  })

  fieldMark: Rule = this.RULE('fieldMark', () => {
    this.OR([
      { ALT: () => this.CONSUME(k.key) },
      { ALT: () => this.CONSUME(k.optional) },
      { ALT: () => this.CONSUME(k.posting) },
    ])
  })

  // --- steps of pay and payout -----------------------------------------------------------------------------

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
        this.OPTION3(() => this.SUBRULE1(this.expression, { LABEL: 'rate' }))
        this.OPTION4(() => {
          this.CONSUME(k.from)
          this.SUBRULE2(this.expression, { LABEL: 'from' })
        })
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
      { ALT: () => this.SUBRULE(this.rounding) },
    ])
  })

  /** `plus tiers whole …`; a value that is called `tiers` is followed by a sign or by `when`. */
  private tiersAhead(): boolean {
    if (this.LA(1).tokenType !== k.tiers) return false
    const next = this.LA(2).tokenType
    return (next === t.Word || next.CATEGORIES?.includes(t.Word) === true) && next !== k.when
  }

  // --- lines of a scorecard --------------------------------------------------------------------------------

  scorecardLine: Rule = this.RULE('scorecardLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.indicator)
          this.named()
          this.CONSUME1(k.weight)
          this.SUBRULE1(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME2(k.weight)
          this.CONSUME(k['not-applicable'])
          this.OR1([
            {
              ALT: () => {
                this.CONSUME(k.to)
                this.CONSUME(t.Word)
              },
            },
            { ALT: () => this.CONSUME(k['in-proportion']) },
            { ALT: () => this.CONSUME(k.lost) },
          ])
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['knock-out'])
          this.CONSUME(k.when)
          this.SUBRULE2(this.expression)
          this.OPTION2(() => {
            this.CONSUME(k.score)
            this.SUBRULE3(this.expression, { LABEL: 'score' })
          })
        },
      },
      { ALT: () => this.SUBRULE(this.rounding) },
      { ALT: () => this.CONSUME(k.levels) },
    ])
  })

  indicatorLine: Rule = this.RULE('indicatorLine', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(k.actual) }, { ALT: () => this.CONSUME(k.target) }])
          this.SUBRULE1(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.applies)
          this.CONSUME(k.when)
          this.SUBRULE2(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.score)
          this.SUBRULE(this.scoring)
        },
      },
    ])
  })

  scoring: Rule = this.RULE('scoring', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.ratio)
          this.OR1([
            {
              GATE: () => this.LA(1).tokenType !== k.from && this.LA(1).tokenType !== k['up-to'],
              ALT: () => {
                this.SUBRULE1(this.operand, { LABEL: 'low' })
                this.CONSUME(k.to)
                this.SUBRULE2(this.operand, { LABEL: 'high' })
              },
            },
            { ALT: () => this.SUBRULE1(this.limits) },
          ])
        },
      },
      { ALT: () => this.CONSUME(k.steps) },
      { ALT: () => this.CONSUME(k.linear) },
      {
        ALT: () => {
          this.CONSUME(k['pass-fail'])
          this.OPTION3(() => this.SUBRULE1(this.expression))
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.points)
          this.SUBRULE2(this.expression)
          this.SUBRULE2(this.limits)
        },
      },
    ])
  })

  /** `from 0 up to 100`, either, both or none. */
  limits: Rule = this.RULE('limits', () => {
    this.OPTION1(() => {
      this.CONSUME(k.from)
      this.SUBRULE1(this.operand, { LABEL: 'low' })
    })
    this.OPTION2(() => {
      this.CONSUME(k['up-to'])
      this.SUBRULE2(this.operand, { LABEL: 'high' })
    })
  })

  // --- lines of a decision ----------------------------------------------------------------

  decisionLine: Rule = this.RULE('decisionLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.table)
          this.OPTION(() => {
            this.OR1([{ ALT: () => this.CONSUME(k.unique) }, { ALT: () => this.CONSUME(k['first-match']) }])
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.gives)
          this.SUBRULE(this.declaredName)
          this.CONSUME(t.EqualSign)
          this.SUBRULE(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['takes-effect'])
          this.SUBRULE1(this.expression)
        },
      },
    ])
  })
}
