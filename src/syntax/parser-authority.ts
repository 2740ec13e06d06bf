import { CalendarParser } from './parser-calendar.ts'
import type { Rule } from './parser-words.ts'
import * as t from './tokens.ts'

const k = t.keywordTokens

/** The grammar of an authority's lines, and of the verdicts in its tables. `by`, `on` and `of` are English alone. */
export class AuthorityParser extends CalendarParser {
  authorityLine: Rule = this.RULE('authorityLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.ranks)
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.memberName) })
          this.OPTION(() => {
            this.CONSUME(k.by)
            this.SUBRULE(this.expression)
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.countersigners)
          this.AT_LEAST_ONE_SEP1({ SEP: t.Comma, DEF: () => this.SUBRULE1(this.memberName) })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.asked)
          this.OPTION5(() => this.CONSUME1(k.by))
          this.SUBRULE1(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.superior)
          this.SUBRULE2(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.own)
          this.CONSUME(k['up-to'])
          this.SUBRULE2(this.memberName)
          this.OPTION4(() => {
            this.CONSUME(t.Comma)
            this.CONSUME(k.others)
            this.CONSUME(k.from)
            this.SUBRULE3(this.memberName)
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.table)
          this.OPTION1(() => this.CONSUME(t.Text))
          this.OPTION2(() => this.SUBRULE(this.hit))
          this.OPTION6(() => this.SUBRULE(this.validSpan))
          this.OPTION3(() => this.SUBRULE(this.fromFile))
        },
      },
      { ALT: () => this.SUBRULE(this.limitLine) },
      {
        ALT: () => {
          this.CONSUME(k.substitute)
          this.SUBRULE3(this.expression)
        },
      },
      { ALT: () => this.SUBRULE(this.approvedLine) },
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(k.late) }, { ALT: () => this.CONSUME(k.again) }])
          this.CONSUME(k.when)
          this.SUBRULE4(this.expression)
        },
      },
    ])
  })

  approvedLine: Rule = this.RULE('approvedLine', () => {
    this.CONSUME(k.approved)
    this.OPTION2(() => this.CONSUME(k.by))
    this.SUBRULE(this.expression, { LABEL: 'giver' })
    this.CONSUME(k.for)
    this.SUBRULE1(this.expression, { LABEL: 'given' })
    this.CONSUME(k.on)
    this.SUBRULE2(this.expression, { LABEL: 'day' })
    this.OPTION(() => {
      this.CONSUME1(t.Comma)
      this.CONSUME(k.needed)
      this.OPTION3(() => this.CONSUME1(k.on))
      this.SUBRULE3(this.expression, { LABEL: 'needed' })
    })
    this.OPTION1(() => {
      this.CONSUME2(t.Comma)
      this.CONSUME(k.valid)
      this.SUBRULE4(this.expression, { LABEL: 'span' })
    })
  })

  limitLine: Rule = this.RULE('limitLine', () => {
    this.CONSUME(k.limit)
    this.OPTION(() => this.CONSUME(t.Text))
    this.SUBRULE(this.expression)
    this.OR([{ ALT: () => this.CONSUME(k['up-to']) }, { ALT: () => this.CONSUME(k['at-least']) }])
    this.OPTION1(() => {
      this.CONSUME1(t.Comma)
      this.CONSUME(k.alone)
      this.SUBRULE1(this.expression, { LABEL: 'single' })
    })
    this.OPTION4(() => this.SUBRULE(this.validSpan))
    this.OPTION2(() => {
      this.CONSUME2(t.Comma)
      this.CONSUME(k.above)
      this.SUBRULE(this.verdict)
    })
    this.OPTION3(() => this.SUBRULE(this.fromFile))
  })

  /** `, valid 30 days`: of what one table asks for. */
  validSpan: Rule = this.RULE('validSpan', () => {
    this.CONSUME(t.Comma)
    this.CONSUME(k.valid)
    this.SUBRULE(this.expression)
  })

  verdict: Rule = this.RULE('verdict', () => {
    this.OR([
      { ALT: () => this.CONSUME(k.allow) },
      { ALT: () => this.CONSUME(k.refuse) },
      {
        ALT: () => {
          this.CONSUME(k['not-decided'])
          this.CONSUME(t.Text)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.approval)
          this.OPTION(() => {
            this.OR1([
              {
                ALT: () => {
                  this.CONSUME(k.all)
                  // `of.owner` is somebody.
                  this.OPTION1({
                    GATE: () => this.LA(2).tokenType !== t.Dot,
                    DEF: () => this.CONSUME(k.of),
                  })
                },
              },
              { ALT: () => this.CONSUME(k['one-of']) },
              { ALT: () => this.CONSUME(k['in-turn']) },
            ])
          })
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.signer) })
        },
      },
    ])
  })

  /** A role, or somebody whom the row names. */
  signer: Rule = this.RULE('signer', () => {
    this.OR([{ ALT: () => this.CONSUME(t.Text) }, { ALT: () => this.SUBRULE(this.reference) }])
  })
}
