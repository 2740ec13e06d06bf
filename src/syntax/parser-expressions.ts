import type { TokenType } from 'chevrotain'
import { type Rule, WordParser } from './parser-words.ts'
import * as t from './tokens.ts'

const k = t.keywordTokens

/**
 * The grammar of expressions and table cells. Precedence, weakest first: `if`; `and` and `or`; `not`; comparisons,
 * `in` and states; `+ -`; `* /`; unary minus; `if missing`, `clamp`, `rounded`; a word, literal, call or bracket.
 */
export class ExpressionParser extends WordParser {
  expression: Rule = this.RULE('expression', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.choice) }, { ALT: () => this.SUBRULE(this.logical) }])
  })

  choice: Rule = this.RULE('choice', () => {
    this.CONSUME(k.if)
    this.SUBRULE(this.expression, { LABEL: 'when' })
    this.CONSUME(k.then)
    this.SUBRULE2(this.expression, { LABEL: 'yes' })
    this.CONSUME(k.else)
    this.SUBRULE3(this.expression, { LABEL: 'no' })
  })

  /** `and` and `or` stand in one list: mixing them without brackets is reported by the reader of the tree. */
  logical: Rule = this.RULE('logical', () => {
    this.SUBRULE(this.negation)
    this.MANY(() => {
      this.CONSUME(t.LogicalOperator)
      this.SUBRULE2(this.negation)
    })
  })

  negation: Rule = this.RULE('negation', () => {
    this.MANY(() => this.CONSUME(k.not))
    this.SUBRULE(this.comparison)
  })

  comparison: Rule = this.RULE('comparison', () => {
    this.SUBRULE(this.sum)
    this.MANY(() => this.SUBRULE(this.test))
  })

  test: Rule = this.RULE('test', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.ComparisonOperator)
          this.SUBRULE(this.sum)
        },
      },
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(k.in) }, { ALT: () => this.CONSUME(k['not-in']) }])
          this.CONSUME(t.LeftParen)
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.expression) })
          this.CONSUME(t.RightParen)
        },
      },
      { ALT: () => this.CONSUME(k.missing) },
      { ALT: () => this.CONSUME(k.present) },
      { ALT: () => this.CONSUME(k.applicable) },
      { ALT: () => this.CONSUME(k['not-applicable']) },
    ])
  })

  sum: Rule = this.RULE('sum', () => {
    this.SUBRULE(this.product)
    this.MANY(() => {
      this.CONSUME(t.AdditiveOperator)
      this.SUBRULE2(this.product)
    })
  })

  product: Rule = this.RULE('product', () => {
    this.SUBRULE(this.adjusted)
    this.MANY(() => {
      this.CONSUME(t.MultiplicativeOperator)
      this.SUBRULE2(this.adjusted)
    })
  })

  adjusted: Rule = this.RULE('adjusted', () => {
    this.SUBRULE(this.operand)
    this.MANY({
      GATE: () => this.adjustmentAhead(),
      DEF: () => this.SUBRULE(this.adjustment),
    })
  })

  adjustment: Rule = this.RULE('adjustment', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k['if-missing'])
          this.SUBRULE(this.operand, { LABEL: 'instead' })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.clamp)
          this.SUBRULE1(this.operand, { LABEL: 'low' })
          this.CONSUME(k.to)
          this.SUBRULE2(this.operand, { LABEL: 'high' })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.rounded)
          // `rounded up to 2%`: here `up to` is a mode and a word.
          this.OR1([
            { ALT: () => this.CONSUME(k['up-to']) },
            {
              ALT: () => {
                this.SUBRULE(this.roundingMode)
                this.CONSUME1(k.to)
              },
            },
          ])
          this.SUBRULE3(this.operand, { LABEL: 'unit' })
          this.SUBRULE1(this.remainder)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['shared-by'])
          this.SUBRULE4(this.operand, { LABEL: 'weight' })
          this.OPTION(() => {
            this.CONSUME(k.within)
            this.SUBRULE(this.reference)
          })
          this.SUBRULE2(this.remainder)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['prorated-by'])
          this.SUBRULE(this.proration)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['in-last'])
          this.OR2([
            { ALT: () => this.CONSUME(t.literalTokens.duration) },
            {
              ALT: () => {
                this.CONSUME(t.literalTokens.number)
                this.CONSUME(t.Word)
              },
            },
          ])
          this.OPTION1(() => this.SUBRULE1(this.together))
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['so-far'])
          this.OPTION2(() => this.SUBRULE2(this.together))
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.in)
          this.CONSUME2(t.Word)
          this.CONSUME(k.of)
          this.SUBRULE6(this.operand, { LABEL: 'held' })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['in-previous'])
          this.CONSUME1(t.Word)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['as-of'])
          this.SUBRULE5(this.operand, { LABEL: 'day' })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.with)
          this.CONSUME3(t.Word, { LABEL: 'replaced' })
          this.CONSUME(k['replaced-by'])
          this.CONSUME4(t.Word, { LABEL: 'by' })
        },
      },
      { ALT: () => this.CONSUME(k['year-to-date']) },
      { ALT: () => this.CONSUME(k['half-year-to-date']) },
      { ALT: () => this.CONSUME(k['quarter-to-date']) },
    ])
  })

  /** `within person, code`: after the last of them, clauses of the call may follow. */
  together: Rule = this.RULE('together', () => {
    this.CONSUME(k.within)
    this.SUBRULE(this.reference)
    this.MANY({
      GATE: () => !this.clauseAhead(1),
      DEF: () => {
        this.CONSUME(t.Comma)
        this.SUBRULE2(this.reference)
      },
    })
  })

  /** `, remainder to first by hired`, or nothing. */
  remainder: Rule = this.RULE('remainder', () => {
    this.OPTION1({
      GATE: () => this.remainderAhead(),
      DEF: () => {
        this.OPTION2(() => this.CONSUME(t.Comma))
        this.CONSUME(k.remainder)
        this.CONSUME(k.to)
        this.SUBRULE(this.receiver)
        this.OPTION3(() => {
          this.CONSUME(k.by)
          this.SUBRULE(this.operand)
        })
      },
    })
  })

  private remainderAhead(): boolean {
    const at = this.LA(1).tokenType === t.Comma ? 2 : 1
    return this.LA(at).tokenType === k.remainder && this.LA(at + 1).tokenType === k.to
  }

  operand: Rule = this.RULE('operand', () => {
    this.MANY(() => this.CONSUME(t.MinusSign))
    this.SUBRULE(this.primary)
  })

  primary: Rule = this.RULE('primary', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Literal) },
      { ALT: () => this.CONSUME(t.Text) },
      { ALT: () => this.SUBRULE(this.reference) },
      { ALT: () => this.SUBRULE(this.anyCall) },
      {
        ALT: () => {
          this.CONSUME(t.LeftParen)
          this.SUBRULE(this.expression)
          this.CONSUME(t.RightParen)
        },
      },
      { ALT: () => this.SUBRULE(this.pick) },
      { ALT: () => this.SUBRULE(this.paidOn) },
      { ALT: () => this.SUBRULE(this.rank) },
      { ALT: () => this.CONSUME(k.true) },
      { ALT: () => this.CONSUME(k.false) },
      { ALT: () => this.CONSUME(k.missing) },
    ])
  })

  pick: Rule = this.RULE('pick', () => {
    this.OR([{ ALT: () => this.CONSUME(k['larger-of']) }, { ALT: () => this.CONSUME(k['smaller-of']) }])
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.sum) })
  })

  rank: Rule = this.RULE('rank', () => {
    this.CONSUME(k['rank-of'])
    this.SUBRULE(this.sum)
    this.OPTION(() => {
      this.CONSUME(k.within)
      this.SUBRULE(this.reference)
    })
  })

  paidOn: Rule = this.RULE('paidOn', () => {
    this.CONSUME(k['paid-on'])
    this.SUBRULE(this.reference)
    this.CONSUME(k.by)
    this.CONSUME(t.Word)
  })

  reference: Rule = this.RULE('reference', () => {
    this.CONSUME(t.Word)
    this.OPTION(() => this.SUBRULE(this.callArguments))
    this.MANY(() => {
      this.CONSUME(t.Dot)
      this.CONSUME2(t.Word)
    })
  })

  /** `any` is reserved, and a function all the same. */
  anyCall: Rule = this.RULE('anyCall', () => {
    this.CONSUME(k.any)
    this.SUBRULE(this.callArguments)
  })

  callArguments: Rule = this.RULE('callArguments', () => {
    this.CONSUME(t.LeftParen)
    this.OPTION({
      GATE: () => !this.clauseAhead(),
      DEF: () => {
        this.SUBRULE(this.expression)
        this.MANY({
          GATE: () => this.LA(1).tokenType !== t.Comma || !this.clauseAhead(1),
          DEF: () => {
            this.CONSUME(t.Comma)
            this.SUBRULE2(this.expression)
          },
        })
      },
    })
    this.MANY2(() => {
      this.OPTION2(() => this.CONSUME2(t.Comma))
      this.SUBRULE(this.callClause)
    })
    this.CONSUME(t.RightParen)
  })

  callClause: Rule = this.RULE('callClause', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(k.where) },
            { ALT: () => this.CONSUME(k.posting) },
            { ALT: () => this.CONSUME(k.via) },
          ])
          this.SUBRULE(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.for)
          this.SUBRULE(this.creditUse)
        },
      },
    ])
  })

  /** What a credited line counts for: `quota`, `pay` or `team`. */
  creditUse: Rule = this.RULE('creditUse', () => {
    this.CONSUME(t.Word)
  })

  /** `x in (a, b)` is a test, and in `per quarter where x > 0 as of last day` the day belongs to the header. */
  private adjustmentAhead(): boolean {
    const next = this.LA(2).tokenType
    switch (this.LA(1).tokenType) {
      case k.in:
        return next !== t.LeftParen
      case k['as-of']:
        return next !== k['first-day'] && next !== k['last-day']
      default:
        return true
    }
  }

  /** `posting received` is a clause; a field that is called `posting` is followed by a sign. */
  private clauseAhead(after = 0): boolean {
    const word = this.LA(after + 1).tokenType
    if (word !== k.where && word !== k.posting && word !== k.via && word !== k.for) return false
    const next = this.LA(after + 2).tokenType
    return ![t.Dot, t.Comma, t.RightParen].includes(next) && !next.CATEGORIES?.some(isOperator)
  }
}

function isOperator(category: TokenType): boolean {
  return (
    category === t.AdditiveOperator ||
    category === t.MultiplicativeOperator ||
    category === t.ComparisonOperator ||
    category === t.LogicalOperator
  )
}
