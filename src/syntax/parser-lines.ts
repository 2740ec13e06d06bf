import { StepParser } from './parser-steps.ts'
import type { Rule } from './parser-words.ts'
import * as t from './tokens.ts'

const k = t.keywordTokens

/** The grammar of the other lines that stand in blocks: of records, scorecards and decisions. */
export class LineParser extends StepParser {
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

  inForceLine: Rule = this.RULE('inForceLine', () => {
    this.CONSUME(k['in-force'])
    this.CONSUME(k.from)
    this.CONSUME1(t.Word, { LABEL: 'first' })
    this.OPTION(() => {
      this.CONSUME(k.until)
      this.CONSUME2(t.Word, { LABEL: 'last' })
    })
    this.CONSUME(k.by)
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME3(t.Word, { LABEL: 'keys' }) })
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
          this.OR1([{ ALT: () => this.CONSUME(k.in) }, { ALT: () => this.CONSUME(k.currency) }])
          this.CONSUME(t.Word)
        },
      },
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
      {
        ALT: () => {
          this.CONSUME(k.levels)
          this.OPTION3(() => this.SUBRULE(this.fromFile))
        },
      },
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
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(k.steps) }, { ALT: () => this.CONSUME(k.linear) }])
          this.OPTION4(() => this.SUBRULE(this.fromFile))
        },
      },
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

  // --- lines of a target -------------------------------------------------------------------------------------

  targetLine: Rule = this.RULE('targetLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.total)
          this.SUBRULE1(this.expression)
          this.CONSUME(k.per)
          this.SUBRULE(this.periodKind)
        },
      },
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(k.parts) }, { ALT: () => this.CONSUME(k.assigned) }])
          this.SUBRULE1(this.declaredName)
          this.SUBRULE1(this.partsOf)
          this.OPTION1(() => {
            this.OR2([{ ALT: () => this.CONSUME(k['in-proportion-to']) }, { ALT: () => this.CONSUME(k.by) }])
            this.SUBRULE1(this.operand, { LABEL: 'weight' })
          })
          this.OPTION2(() => {
            this.OPTION3(() => this.CONSUME1(t.Comma))
            this.CONSUME(k.rounded)
            this.SUBRULE(this.roundingMode)
            this.CONSUME(k.to)
            this.SUBRULE2(this.operand, { LABEL: 'unit' })
          })
          this.SUBRULE(this.remainder)
          this.OPTION4(() => {
            this.OPTION5(() => this.CONSUME2(t.Comma))
            this.CONSUME(k.reserve)
            this.SUBRULE2(this.declaredName)
            this.OPTION6(() => this.SUBRULE2(this.partsOf))
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.change)
          this.OPTION7(() => this.CONSUME(t.Text))
          this.CONSUME(k.from)
          this.CONSUME(t.literalTokens.date, { LABEL: 'day' })
          this.OPTION8(() => {
            this.OR3([
              {
                ALT: () => {
                  this.CONSUME1(k.by)
                  this.CONSUME(t.Word, { LABEL: 'whose' })
                },
              },
              {
                ALT: () => {
                  this.OR4([{ ALT: () => this.CONSUME(k.plus) }, { ALT: () => this.CONSUME(k.minus) }])
                  this.SUBRULE2(this.expression)
                },
              },
            ])
          })
          this.OR5([
            { ALT: () => this.CONSUME(k['keeps-total']) },
            { ALT: () => this.CONSUME(k['moves-total']) },
          ])
        },
      },
    ])
  })

  /** `by Team`: what each part is for; in Chinese 到. */
  partsOf: Rule = this.RULE('partsOf', () => {
    this.OR([{ ALT: () => this.CONSUME(k.by) }, { ALT: () => this.CONSUME(k.to) }])
    this.CONSUME(t.Word)
  })

  // --- lines of a decision ----------------------------------------------------------------

  hit: Rule = this.RULE('hit', () => {
    this.OR([
      { ALT: () => this.CONSUME(k.unique) },
      { ALT: () => this.CONSUME(k['first-match']) },
      { ALT: () => this.CONSUME(k['every-match']) },
    ])
  })

  decisionLine: Rule = this.RULE('decisionLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.table)
          this.OPTION(() => {
            this.SUBRULE(this.hit)
          })
          this.OPTION2(() => this.SUBRULE(this.fromFile))
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
