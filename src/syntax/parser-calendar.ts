import { CreditParser } from './parser-credit.ts'
import type { Rule } from './parser-words.ts'
import * as t from './tokens.ts'

const k = t.keywordTokens

/** The grammar of calendars: when work is done. */
export class CalendarParser extends CreditParser {
  calendarHeader: Rule = this.RULE('calendarHeader', () => {
    this.CONSUME(k.calendar)
    this.named()
  })

  calendarLine: Rule = this.RULE('calendarLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.zone)
          this.SUBRULE(this.zoneName)
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
          this.CONSUME(k.days)
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.weekdays) })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.hours)
          this.MANY_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE1(this.weekdays) })
          this.AT_LEAST_ONE_SEP1({ SEP: t.Comma, DEF: () => this.SUBRULE(this.clockWindow) })
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.closed)
          this.SUBRULE(this.calendarDays)
        },
      },
      {
        ALT: () => {
          this.CONSUME1(k.open)
          this.SUBRULE1(this.calendarDays)
        },
      },
    ])
  })

  /** `Asia/Shanghai`. */
  zoneName: Rule = this.RULE('zoneName', () => {
    this.CONSUME(t.Word)
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(t.DivideSign) }, { ALT: () => this.CONSUME(t.MinusSign) }])
      this.CONSUME1(t.Word)
    })
  })

  /** `Monday`, `Monday to Friday`. */
  weekdays: Rule = this.RULE('weekdays', () => {
    this.SUBRULE(this.weekday)
    this.OPTION(() => {
      this.SUBRULE(this.rangeTo)
      this.SUBRULE1(this.weekday)
    })
  })

  weekday: Rule = this.RULE('weekday', () => {
    this.CONSUME(t.Word)
  })

  rangeTo: Rule = this.RULE('rangeTo', () => {
    this.OR([{ ALT: () => this.CONSUME(k.to) }, { ALT: () => this.CONSUME(k.until) }])
  })

  /** `09:00 to 12:00`. */
  clockWindow: Rule = this.RULE('clockWindow', () => {
    this.SUBRULE(this.clock)
    this.SUBRULE(this.rangeTo)
    this.SUBRULE1(this.clock)
  })

  clock: Rule = this.RULE('clock', () => {
    this.CONSUME(t.literalTokens.clock)
  })

  calendarDays: Rule = this.RULE('calendarDays', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(k.yearly) },
            {
              ALT: () => {
                this.CONSUME(k.per)
                this.SUBRULE(this.periodKind)
              },
            },
          ])
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.MonthDay) })
        },
      },
      { ALT: () => this.SUBRULE(this.fromFile) },
      { ALT: () => this.AT_LEAST_ONE_SEP1({ SEP: t.Comma, DEF: () => this.SUBRULE(this.dateRange) }) },
    ])
  })

  /** `2026-02-10`, `2026-02-10 to 2026-02-12`. */
  dateRange: Rule = this.RULE('dateRange', () => {
    this.CONSUME(t.literalTokens.date)
    this.OPTION(() => {
      this.SUBRULE(this.rangeTo)
      this.CONSUME1(t.literalTokens.date, { LABEL: 'last' })
    })
  })
}
