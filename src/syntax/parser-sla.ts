import { PenaltyParser } from './parser-penalty.ts'
import type { Rule } from './parser-words.ts'
import * as t from './tokens.ts'

const k = t.keywordTokens

/** The grammar of time limits: the lines of their block. */
export class SlaParser extends PenaltyParser {
  slaLine: Rule = this.RULE('slaLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.start)
          this.SUBRULE(this.expression)
          this.OPTION(() => this.SUBRULE(this.atClock))
        },
      },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(k.stop) },
            { ALT: () => this.CONSUME(k.pause) },
            { ALT: () => this.CONSUME(k.resume) },
            { ALT: () => this.CONSUME(k.reset) },
          ])
          this.SUBRULE(this.slaEvent)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.extend)
          this.SUBRULE1(this.expression)
          this.SUBRULE1(this.eventRows)
          this.OPTION4(() => this.SUBRULE1(this.alike))
          this.CONSUME(k.by)
          this.SUBRULE2(this.expression, { LABEL: 'by' })
          this.OPTION1(() => {
            this.CONSUME(k['up-to'])
            this.SUBRULE3(this.expression, { LABEL: 'most' })
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.suspend)
          this.CONSUME(k.from)
          this.SUBRULE4(this.expression)
          this.CONSUME(k.until)
          this.SUBRULE5(this.expression, { LABEL: 'until' })
          this.SUBRULE2(this.eventRows)
          this.OPTION5(() => this.SUBRULE2(this.alike))
        },
      },
      { ALT: () => this.SUBRULE(this.withinLine) },
      {
        ALT: () => {
          this.CONSUME(k.warn)
          this.OR2([
            {
              IGNORE_AMBIGUITIES: true,
              ALT: () => {
                this.CONSUME(k.at)
                this.SUBRULE6(this.expression)
              },
            },
            {
              ALT: () => {
                this.SUBRULE7(this.expression)
                this.CONSUME(k.before)
              },
            },
          ])
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.escalate)
          this.CONSUME(k.to)
          this.SUBRULE8(this.expression)
          this.SUBRULE(this.escalationTime)
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.calendar)
          this.CONSUME(t.Word)
        },
      },
    ])
  })

  slaEvent: Rule = this.RULE('slaEvent', () => {
    this.OR([
      {
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          this.CONSUME(k.next)
          this.SUBRULE1(this.expression)
          this.SUBRULE1(this.eventRows)
          this.SUBRULE1(this.alike)
        },
      },
      {
        ALT: () => {
          this.SUBRULE2(this.expression)
          this.SUBRULE2(this.eventRows)
          this.OPTION(() => this.SUBRULE2(this.alike))
        },
      },
    ])
  })

  /** `within customer`: what rows have in common. */
  alike: Rule = this.RULE('alike', () => {
    this.CONSUME(k.within)
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.reference) })
  })

  /** `where kind = reply via complaint`, either, both or none. */
  eventRows: Rule = this.RULE('eventRows', () => {
    this.OPTION(() => {
      this.CONSUME(k.where)
      this.SUBRULE(this.expression, { LABEL: 'test' })
    })
    this.OPTION1(() => {
      this.CONSUME(k.via)
      this.SUBRULE1(this.expression, { LABEL: 'way' })
    })
  })

  withinLine: Rule = this.RULE('withinLine', () => {
    this.CONSUME(k.within)
    this.OR([
      {
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          this.CONSUME(k.table)
          this.OPTION(() => this.SUBRULE(this.hit))
          this.OPTION1(() => this.SUBRULE(this.fromFile))
        },
      },
      { ALT: () => this.SUBRULE(this.expression) },
    ])
    this.OPTION2(() => {
      this.SUBRULE(this.atClock)
      this.OPTION3(() => {
        this.CONSUME(t.Comma)
        this.CONSUME(k['next-working-day'])
      })
    })
  })

  /** `at 18:00`. */
  atClock: Rule = this.RULE('atClock', () => {
    this.CONSUME(k.at)
    this.SUBRULE(this.clock)
  })

  escalationTime: Rule = this.RULE('escalationTime', () => {
    this.OR([
      {
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          this.CONSUME(k.at)
          // `在 预警` is said as `在 预警时`.
          this.OR1([
            { ALT: () => this.CONSUME(k.warning) },
            { ALT: () => this.CONSUME(k.warn) },
            { ALT: () => this.CONSUME(k.breach) },
          ])
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.expression)
          this.OR2([{ ALT: () => this.CONSUME(k.before) }, { ALT: () => this.CONSUME(k.after) }])
        },
      },
    ])
  })
}
