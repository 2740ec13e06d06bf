import type { Entry } from './entries.ts'
import { SlaParser } from './parser-sla.ts'
import type { Rule } from './parser-words.ts'
import { prepare } from './recording.ts'
import * as t from './tokens.ts'

const k = t.keywordTokens

/**
 * The grammar: headers of declarations, a policy's lines and cells of tables here, lines and expressions in the classes below it.
 * Braces and rows are not in it: `structure.ts` has taken them apart, and each statement is parsed by an entry rule
 * of its own. Pure: what a line means is `from-cst-*.ts`'s.
 */
export class StatementParser extends SlaParser {
  /** Without `whole`, `prepare` is to be called for each entry before it. */
  constructor({ whole }: { readonly whole: boolean }) {
    super({ skipValidations: !whole })
    if (whole) this.performSelfAnalysis()
  }

  // --- headers ---------------------------------------------------------------------------------------------

  policyHeader: Rule = this.RULE('policyHeader', () => {
    this.CONSUME(k.policy)
    this.named()
  })

  policyLine: Rule = this.RULE('policyLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.language)
          this.SUBRULE(this.languageName)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.currency)
          this.SUBRULE(this.currencyCode)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.effective)
          this.CONSUME(k.from)
          this.CONSUME(t.literalTokens.date, { LABEL: 'first' })
          this.CONSUME(k.until)
          this.OR1([
            { ALT: () => this.CONSUME1(t.literalTokens.date, { LABEL: 'last' }) },
            { ALT: () => this.CONSUME(k.open) },
          ])
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.history)
          this.CONSUME1(k.from)
          this.CONSUME2(t.literalTokens.date, { LABEL: 'complete' })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['year-starts'])
          this.CONSUME(t.MonthDay)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.calendar)
          this.CONSUME2(t.Word)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.periods)
          this.SUBRULE(this.periodKind)
          this.OPTION(() => this.SUBRULE(this.fromFile))
        },
      },
    ])
  })

  languageName: Rule = this.RULE('languageName', () => {
    this.CONSUME(t.Word)
  })

  /** Any word, so that the checker can say what is wrong with `Yuan`. */
  currencyCode: Rule = this.RULE('currencyCode', () => {
    this.CONSUME(t.Word, { LABEL: 'CurrencyCode' })
  })

  recordHeader: Rule = this.RULE('recordHeader', () => {
    this.CONSUME(k.record)
    this.named()
  })

  parameterHeader: Rule = this.RULE('parameterHeader', () => {
    this.CONSUME(k.parameter)
    this.named()
    this.OPTION1(() => {
      this.CONSUME(k.by)
      this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Word) })
    })
    this.OPTION2(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.DefinedAs)
            this.SUBRULE(this.expression)
          },
        },
        { ALT: () => this.SUBRULE(this.fromFile) },
      ])
    })
  })

  valueDeclaration: Rule = this.RULE('valueDeclaration', () => {
    this.CONSUME(k.value)
    this.named()
    this.SUBRULE(this.grain)
    this.OPTION1(() => {
      this.CONSUME(k.starts)
      this.SUBRULE1(this.expression, { LABEL: 'starts' })
      this.OPTION2(() => {
        this.CONSUME(k.resets)
        this.OR([{ ALT: () => this.CONSUME(k.each) }, { ALT: () => this.CONSUME(k.per) }])
        this.SUBRULE(this.periodKind)
      })
    })
    this.CONSUME(t.DefinedAs)
    this.SUBRULE2(this.expression)
  })

  targetHeader: Rule = this.RULE('targetHeader', () => {
    this.CONSUME(k.target)
    this.named()
  })

  tableHeader: Rule = this.RULE('tableHeader', () => {
    this.CONSUME(k.table)
    this.named()
    this.OPTION1(() => {
      this.SUBRULE(this.hit)
    })
    this.OPTION2(() => this.SUBRULE(this.fromFile))
  })

  clauseHeader: Rule = this.RULE('clauseHeader', () => {
    this.OR([
      { ALT: () => this.CONSUME(k.commission) },
      { ALT: () => this.CONSUME(k.bonus) },
      { ALT: () => this.CONSUME(k.clawback) },
      { ALT: () => this.CONSUME(k.scorecard) },
      { ALT: () => this.CONSUME(k.payout) },
      { ALT: () => this.CONSUME(k.decision) },
      { ALT: () => this.CONSUME(k.authority) },
      { ALT: () => this.CONSUME(k.sla) },
    ])
    this.named()
    this.SUBRULE(this.grain)
  })

  grain: Rule = this.RULE('grain', () => {
    this.MANY(() => this.SUBRULE(this.grainClause))
  })

  grainClause: Rule = this.RULE('grainClause', () => {
    this.OR([
      {
        // A record may be called `each` all the same.
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          this.CONSUME(k.for)
          this.CONSUME(k.each)
          this.CONSUME(t.Word)
        },
      },
      {
        ALT: () => {
          this.CONSUME1(k.for)
          this.CONSUME1(t.Word)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.per)
          this.SUBRULE(this.periodKind)
          this.OPTION(() => {
            this.CONSUME(t.Comma)
            this.SUBRULE(this.toDate)
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.where)
          this.SUBRULE1(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.to)
          this.SUBRULE2(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.posting)
          this.SUBRULE3(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k['as-of'])
          this.OR1([{ ALT: () => this.CONSUME(k['first-day']) }, { ALT: () => this.CONSUME(k['last-day']) }])
        },
      },
      { ALT: () => this.CONSUME(k.averaged) },
    ])
  })

  penaltyHeader: Rule = this.RULE('penaltyHeader', () => {
    this.CONSUME(k.penalty)
    this.named()
    this.SUBRULE(this.grain)
    this.OPTION1(() => {
      this.OPTION2(() => this.CONSUME(t.Comma))
      this.CONSUME(k.class)
      this.CONSUME(t.Word)
    })
  })

  toDate: Rule = this.RULE('toDate', () => {
    this.OR([
      { ALT: () => this.CONSUME(k['year-to-date']) },
      { ALT: () => this.CONSUME(k['half-year-to-date']) },
      { ALT: () => this.CONSUME(k['quarter-to-date']) },
    ])
  })

  // --- tables ----------------------------------------------------------------------------------------------

  heading: Rule = this.RULE('heading', () => {
    this.OPTION(() => this.CONSUME(t.Arrow))
    this.SUBRULE(this.expression)
  })

  cell: Rule = this.RULE('cell', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k['not-decided'])
          this.CONSUME(t.Text)
        },
      },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(k.not))
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.cellItem) })
        },
      },
    ])
  })

  cellItem: Rule = this.RULE('cellItem', () => {
    this.OR([
      {
        // `from 5%` is a limit; `from` is a name only where it cannot begin one.
        IGNORE_AMBIGUITIES: true,
        ALT: () => this.AT_LEAST_ONE(() => this.SUBRULE(this.cellBound)),
      },
      {
        ALT: () => {
          this.SUBRULE1(this.expression, { LABEL: 'low' })
          this.OPTION(() => {
            this.CONSUME(t.Dots)
            this.SUBRULE2(this.expression, { LABEL: 'high' })
          })
        },
      },
    ])
  })

  cellBound: Rule = this.RULE('cellBound', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.LessSign) },
      { ALT: () => this.CONSUME(t.AtMostSign) },
      { ALT: () => this.CONSUME(t.GreaterSign) },
      { ALT: () => this.CONSUME(t.AtLeastSign) },
      { ALT: () => this.CONSUME(k.from) },
      { ALT: () => this.CONSUME(k.over) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(k.to))
          this.OR1([{ ALT: () => this.CONSUME(k.under) }, { ALT: () => this.CONSUME(k['up-to']) }])
        },
      },
    ])
    this.SUBRULE(this.sum)
  })
}

let made: StatementParser | undefined
/** One parser serves all: building it costs more than parsing a policy. */
export function parserFor(entry: Entry): StatementParser {
  made ??= new StatementParser({ whole: false })
  prepare(made, entry)
  return made
}
