import type { RoundingMode } from '../base/decimal.ts'
import type { Language } from '../base/language.ts'
import type { Span } from '../base/span.ts'

/**
 * The syntax tree: what every form (text, YAML, literate) reads into and prints from.
 * Plain JSON. Literals keep their spelling (`20万`, `8折`), so that printing gives it back.
 */
export type Program = { readonly files: readonly File[] }

export type File = {
  readonly source: string
  /** The language that the formatter writes keywords in: the policy's own, else the one most used in the file. */
  readonly language: Language
  /** Comments at the top, parted by a blank line from what follows. */
  readonly leading?: readonly string[]
  readonly declarations: readonly Declaration[]
  /** Comments after the last declaration. */
  readonly trailing: readonly string[]
  /**
   * Names that mistakes of syntax hide or leave incomplete: a declaration that did not parse, one with a line that
   * did not. Other passes do not report them as unknown or unfinished.
   */
  readonly broken?: readonly Name[]
}

/** What a statement, a table row and a declaration share. Comment texts stand without their `#`. */
type Node = { readonly span: Span; readonly comments?: Comments }
export type Comments = {
  readonly before: readonly string[]
  /** On the statement's own line: before its block, if it has one. */
  readonly after?: string
  /** At the end of its block. */
  readonly inside?: readonly string[]
  /** On the line of the `}` that closes its block. */
  readonly closing?: string
  /** A blank line stands before it, where the author may choose. */
  readonly blank?: true
}

/** A word that the author chose, or refers to. */
export type Name = { readonly text: string; readonly span: Span }

// --- declarations ------------------------------------------------------------------------------------------

export type Declaration =
  | PolicyDeclaration
  | RecordDeclaration
  | CalendarDeclaration
  | ParameterDeclaration
  | ValueDeclaration
  | TableDeclaration
  | CommissionDeclaration
  | ScorecardDeclaration
  | PayoutDeclaration
  | DecisionDeclaration
  | AuthorityDeclaration
  | PenaltyDeclaration
  | LawDeclaration
  | SlaDeclaration
  | CreditDeclaration
  | TargetDeclaration

type Declared = Node & { readonly name: Name; readonly title?: string }

export type PolicyDeclaration = Declared & { readonly kind: 'policy'; readonly lines: readonly PolicyLine[] }
export type PolicyLine = Node &
  (
    | { readonly is: 'language'; readonly language: Language }
    | { readonly is: 'currency'; readonly code: Name }
    | { readonly is: 'effective'; readonly from: DateLiteral; readonly until?: DateLiteral }
    /** `history from 2025-01-01`: the day from which the data is complete. */
    | { readonly is: 'history'; readonly from: DateLiteral }
    /** `year starts 04-01`: month and day. */
    | { readonly is: 'year-starts'; readonly month: number; readonly day: number }
    | { readonly is: 'calendar'; readonly calendar: Name }
    /** `periods quarter { | name | from | until | … }`: bounds written one by one. */
    | { readonly is: 'periods'; readonly of: Name; readonly table: Table }
  )

/** When work is done: where, on which days, in which hours. */
export type CalendarDeclaration = Declared & {
  readonly kind: 'calendar'
  readonly lines: readonly CalendarLine[]
}
export type CalendarLine = Node &
  (
    | { readonly is: 'zone'; readonly zone: Name }
    /** The days for which the calendar is complete. */
    | { readonly is: 'effective'; readonly from: DateLiteral; readonly until?: DateLiteral }
    /** `days cn`: as another calendar has them. */
    | { readonly is: 'days-of'; readonly calendar: Name }
    | { readonly is: 'days'; readonly weekdays: readonly Weekdays[] }
    /** Of each working day, or of these weekdays alone. */
    | {
        readonly is: 'hours'
        readonly weekdays: readonly Weekdays[]
        readonly windows: readonly { readonly from: ClockLiteral; readonly until: ClockLiteral }[]
      }
    | { readonly is: 'closed' | 'open'; readonly days: CalendarDays }
  )
/** 0 for Monday; both ends count. */
export type Weekdays = { readonly span: Span; readonly from: number; readonly to?: number }
export type CalendarDays =
  | {
      readonly is: 'dates'
      readonly dates: readonly { readonly from: DateLiteral; readonly until?: DateLiteral }[]
    }
  | { readonly is: 'yearly'; readonly days: readonly { readonly month: number; readonly day: number }[] }
  /** A CSV file beside the policy with a day in the first column of each row; without the file at hand no days. */
  | { readonly is: 'file'; readonly file: Name; readonly days: readonly DateLiteral[] }

export type RecordDeclaration = Declared & { readonly kind: 'record'; readonly lines: readonly RecordLine[] }
export type RecordLine = Node &
  (
    | {
        readonly is: 'field'
        readonly name: Name
        readonly type: TypeNode
        readonly marks: readonly FieldMark[]
      }
    /** `exists from hired until left`: the fields that bound a subject's life. Both days count. */
    | { readonly is: 'exists'; readonly from: Name; readonly until?: Name }
    /** `in force from begins until ends by person`: at most one row on each day for each of what it is by. */
    | {
        readonly is: 'in-force'
        readonly from: Name
        readonly until?: Name
        readonly by: readonly Name[]
      }
  )
export type FieldMark = 'key' | 'optional' | 'posting'

export type TypeNode = { readonly span: Span } & (
  | { readonly is: 'word'; readonly word: TypeWord; readonly bounds: TypeBounds }
  | { readonly is: 'one-of'; readonly values: readonly Name[] }
  /** A record's name, or a period kind (`quarter`). */
  | { readonly is: 'name'; readonly name: Name }
)
export type TypeWord =
  | 'text'
  | 'truth'
  | 'date'
  | 'time'
  | 'money'
  | 'percent'
  | 'price-ratio'
  | 'number'
  | 'count'
  | 'points'
export type TypeBounds = {
  readonly currency?: Name
  /** `money in currency`: the field of the same row that says which currency it is. */
  readonly currencyIn?: Name
  /** `to 0.0001`: the smallest step. */
  readonly to?: Expr
  readonly per?: Name
  readonly from?: Expr
  readonly upTo?: Expr
}

export type ParameterDeclaration = Declared & {
  readonly kind: 'parameter'
  /** `by line, city`: what else, besides the date, chooses the value. */
  readonly by: readonly Name[]
  readonly is: ParameterBody
}
export type ParameterBody =
  | { readonly is: 'constant'; readonly value: Expr }
  /** Columns: the `by` names, then `from`, `until`, then `value`. */
  | { readonly is: 'table'; readonly table: Table }

export type ValueDeclaration = Declared & {
  readonly kind: 'value'
  readonly grain: GrainNode
  /** `starts 0 CNY resets each year`: it reads its own past, and this is what stands before its first period. */
  readonly starts?: Starts
  readonly value: Expr
}

export type Starts = { readonly at: Expr; readonly resets?: Name }

export type TableDeclaration = Declared & { readonly kind: 'table'; readonly hit: Hit; readonly table: Table }
/** `every`: what all rows that match give together; its outputs are written `=> sum(points)`. */
export type Hit = 'unique' | 'first' | 'every'

export type CommissionDeclaration = Declared & {
  readonly kind: 'commission'
  /** Three labels of one kind. */
  readonly label: 'commission' | 'bonus' | 'clawback'
  readonly grain: GrainNode
  readonly steps: readonly Step[]
}

export type ScorecardDeclaration = Declared & {
  readonly kind: 'scorecard'
  readonly grain: GrainNode
  readonly lines: readonly ScorecardLine[]
}

export type PayoutDeclaration = Declared & {
  readonly kind: 'payout'
  readonly grain: GrainNode
  readonly steps: readonly PayoutStep[]
}

export type DecisionDeclaration = Declared & {
  readonly kind: 'decision'
  readonly grain: GrainNode
  readonly lines: readonly DecisionLine[]
}
export type DecisionLine = Node &
  /** Headings are expressions, then `=> name` for each result. */
  (
    | { readonly is: 'table'; readonly hit: Hit; readonly table: Table }
    /** `gives first_month = …`: a result by an expression. */
    | { readonly is: 'gives'; readonly name: Name; readonly value: Expr }
    /** How long after its own date or period a decision is in force for those who read it by date. */
    | { readonly is: 'takes-effect'; readonly after: Expr }
  )

/** A decision of who may grant something. Of several tables and limits the highest rank wins. */
export type AuthorityDeclaration = Declared & {
  readonly kind: 'authority'
  readonly grain: GrainNode
  readonly lines: readonly AuthorityLine[]
}
export type AuthorityLine = Node &
  /** From the lowest rank to the highest; `by` gives somebody's rank. */
  (
    | { readonly is: 'ranks'; readonly ranks: readonly Name[]; readonly by?: Expr }
    /** Who stands outside the ranks and only signs as well. */
    | { readonly is: 'countersigners'; readonly roles: readonly Name[] }
    /** Who asks. */
    | { readonly is: 'asked-by'; readonly by: Expr }
    /** Who stands above somebody. */
    | { readonly is: 'superior'; readonly of: Expr }
    /** One's own requests: up to the limit of this rank at most; those of others are decided by no lower rank than `others`. */
    | { readonly is: 'own'; readonly upTo: Name; readonly others?: Name }
    /** Headings are expressions, then one `=> name` whose cells are verdicts. */
    | {
        readonly is: 'table'
        readonly title?: string
        readonly hit: Hit
        /** How long an approval of what this table asks for holds, where that is not as long as others do. */
        readonly valid?: Expr
        readonly table: Table
      }
    /** Headings are expressions that choose a row, then `=> rank` for each rank: how far it may go. */
    | {
        readonly is: 'limit'
        readonly title?: string
        readonly of: Expr
        readonly way: 'up-to' | 'at-least'
        /** The same of this row alone, where `of` adds up several. */
        readonly alone?: Expr
        readonly valid?: Expr
        readonly above?: Verdict
        readonly table: Table
      }
    /** Who acts for somebody; `approver` is who is stood in for. */
    | { readonly is: 'substitute'; readonly by: Expr }
    /** Where approvals are recorded: who gave them, for which row, on which day; until when they hold. */
    | {
        readonly is: 'approved-by'
        readonly by: Expr
        readonly of: Expr
        readonly on: Expr
        /** The day on which it must be there, in place of the row's own. */
        readonly needed?: Expr
        readonly valid?: Expr
      }
    /** Whether an approval after that day still counts, as a late one; whether the row has changed since one was given. */
    | { readonly is: 'late-when' | 'again-when'; readonly test: Expr }
  )
export type Verdict =
  | { readonly is: 'allow' }
  | { readonly is: 'refuse' }
  /** `all`: each of them signs (so is a plain list), `in-turn`: in this order. */
  | { readonly is: 'approval'; readonly how?: 'all' | 'one' | 'in-turn'; readonly roles: readonly Signer[] }
  | { readonly is: 'not-decided'; readonly why: string }
/** A role, or somebody whom the row names: `customer.owner`, `Assignment(person).manager`. */
export type Signer = Name & { readonly path?: Expr }
/** What an offence leads to, or money that is taken: lines that decide first, then steps. */
export type PenaltyDeclaration = Declared & {
  readonly kind: 'penalty'
  readonly grain: GrainNode
  readonly class?: DeductionClass
  readonly lines: readonly PenaltyLine[]
}
export type PenaltyLine = NthLine | Extract<DecisionLine, { is: 'table' | 'gives' }> | Step
/**
 * `nth in last 90 days within person, code by happened`: how many times it is by now, this row included. Of several
 * such lines the first whose `when` holds counts.
 */
export type NthLine = Node & {
  readonly is: 'nth'
  /** Absent: `so far`, from the first row on. */
  readonly length?: Expr
  readonly within: readonly Expr[]
  /** The day that counts; absent: the row's own. */
  readonly by?: Expr
  readonly when?: Expr
}
/** As what money is taken: the law has rules of its own for each. */
export type DeductionClass =
  | 'loss-compensation'
  | 'reduced-incentive'
  | 'clawback'
  | 'fine'
  | 'dealer-penalty'

/** What the law says of deductions from wages: data, dated and by place, with its sources. */
export type LawDeclaration = Declared & {
  readonly kind: 'law'
  readonly by?: Name
  readonly lines: readonly LawLine[]
}
export type LawLine = Node &
  (
    | { readonly is: 'source'; readonly text: string }
    /** Columns: `class`, the place, `from`, `until`, `allowed`, `share`, `keeps minimum`. */
    | { readonly is: 'deductions'; readonly table: Table }
    /** Columns: the place, `from`, `until`, `amount`. */
    | { readonly is: 'minimum'; readonly table: Table }
  )

/** How long something may take, for each row: from when, what stops the clock, and what happens before and after. */
export type SlaDeclaration = Declared & {
  readonly kind: 'sla'
  readonly grain: GrainNode
  readonly lines: readonly SlaLine[]
}
export type SlaLine = Node &
  (
    | { readonly is: 'start'; readonly at: Expr; readonly clock?: ClockLiteral }
    /** `stop ComplaintEvent.at where kind = reply`: rows of another record that lead to this one; or an own field. */
    | {
        readonly is: 'stop' | 'pause' | 'resume' | 'reset'
        readonly at: Expr
        readonly where?: Expr
        readonly via?: Expr
        /** `reset Visit.at within customer`: rows of a record that have this in common with this one. */
        readonly within?: readonly Expr[]
        /** `stop next FollowUp.at within customer`: the next row of the same record that has this in common. */
        readonly next?: readonly Expr[]
      }
    /** `extend FollowUp.at by 3 days at most start + 20 days`: moves the due time, never earlier. */
    | {
        readonly is: 'extend'
        readonly at: Expr
        readonly where?: Expr
        readonly via?: Expr
        readonly within?: readonly Expr[]
        readonly by: Expr
        readonly most?: Expr
      }
    /** `suspend from Order.signed until Order.delivered`: the clock stands while any of them is open. */
    | {
        readonly is: 'suspend'
        readonly from: Expr
        readonly until: Expr
        readonly where?: Expr
        readonly via?: Expr
        readonly within?: readonly Expr[]
      }
    /** `within 15 days at 18:00, moved to the next working day`; or a table with `=> within`. */
    | ({ readonly is: 'within'; readonly clock?: ClockLiteral; readonly moved: boolean } & (
        | { readonly span: Span; readonly length: Expr }
        | { readonly span: Span; readonly hit: Hit; readonly table: Table }
      ))
    | { readonly is: 'warn'; readonly at: 'share' | 'before'; readonly value: Expr }
    | {
        readonly is: 'escalate'
        readonly to: Expr
        readonly when: 'warning' | 'breach' | 'before' | 'after'
        readonly span: Span
        readonly length?: Expr
      }
    | { readonly is: 'calendar'; readonly calendar: Name }
  )

/** Who is credited with a record's rows, and with how much of each: what every aggregate of these rows follows. */
export type CreditDeclaration = Declared & {
  readonly kind: 'credit'
  readonly each: Name
  /** The record of those who are credited. */
  readonly to: Name
  readonly lines: readonly CreditLine[]
}
export type CreditLine = Node &
  /** Recorded shares, or (`by`) weights: a line for each row of the record, `upTo` of them at most. */
  (
    | {
        readonly is: 'split'
        readonly of: Expr
        readonly weights: boolean
        readonly to: Expr
        readonly upTo: Expr
        readonly uses?: CreditUses
      }
    /** The whole row, where nothing is recorded. */
    | { readonly is: 'otherwise'; readonly to: Expr; readonly uses?: CreditUses }
    | { readonly is: 'to'; readonly to: Expr; readonly share: Expr; readonly uses?: CreditUses }
    /** This share of the part of `from` goes on to another. `rest`: where any does, what is kept counts for this alone. */
    | {
        readonly is: 'hand-over'
        readonly from: Expr
        readonly to: Expr
        readonly share: Expr
        readonly rest?: CreditUses
      }
    /** Outside the 100 %. */
    | { readonly is: 'overlay'; readonly share: Expr; readonly to: Expr; readonly uses?: CreditUses }
    /** The superiors of each party, with the same, outside the 100 %; `levels` above each other, or one. */
    | { readonly is: 'roll-up'; readonly to: Expr; readonly levels?: Expr; readonly uses?: CreditUses }
    | { readonly is: 'round'; readonly to: Expr; readonly mode: RoundingMode; readonly remainder?: Expr }
  )
/** What a line counts for: the quota, the pay (both unless one is written), also the team. */
export type CreditUse = 'quota' | 'pay' | 'team'
export type CreditUses = readonly CreditUse[]
/** A total and how it is broken down: each line of parts makes up the one before it. */
export type TargetDeclaration = Declared & { readonly kind: 'target'; readonly lines: readonly TargetLine[] }
export type TargetLine = Node &
  (
    | { readonly is: 'total'; readonly value: Expr; readonly per: Name }
    | ({ readonly is: 'parts' } & Parts)
    /** What people carry of the parts; the reserve has the rest. */
    | ({ readonly is: 'assigned' } & Parts)
    /** From a day on: amounts for some rows of a record, or one for the whole. */
    | {
        readonly is: 'change'
        readonly title?: string
        readonly from: DateLiteral
        readonly by?: Name
        readonly amount?: { readonly is: 'plus' | 'minus'; readonly value: Expr }
        readonly total: 'keeps' | 'moves'
        readonly table?: Table
      }
  )
export type Parts = {
  readonly name: Name
  /** A record, or a kind of period. */
  readonly by: Name
  readonly weight?: Expr
  readonly remainder?: Remainder
  readonly reserve?: { readonly name: Name; readonly by?: Name }
  /** Weights of the periods: `| quarter | weight |`. */
  readonly table?: Table
}

// --- grain ---------------------------------------------------------------------------------------------------

/** `for each Deal to deal.rep posting opened where …` or `for Rep where … per quarter as of last day`. */
export type GrainNode = {
  readonly span: Span
  readonly each?: Name
  readonly subject?: Name
  readonly per?: Name
  readonly where?: Expr
  readonly to?: Expr
  readonly posting?: Expr
  readonly asOf?: AsOf
  /** `per quarter, year to date`: worked out on the year so far, less what its earlier periods were paid. */
  readonly toDate?: ToDate
}
export type AsOf = 'first-day' | 'last-day' | 'averaged'

// --- pay steps -----------------------------------------------------------------------------------------------

type StepNode = Node & { readonly when?: Expr }

export type Step =
  | (Node & { readonly is: 'gate'; readonly test: Expr })
  | (StepNode & { readonly is: 'start'; readonly amount: Expr })
  | (StepNode & { readonly is: 'rate'; readonly rate: Expr; readonly of: Expr })
  | (StepNode & { readonly is: 'tiers'; readonly tiers: Tiers })
  | (StepNode & { readonly is: 'plus' | 'minus'; readonly amount: Expr | Tiers })
  | (StepNode & { readonly is: 'times'; readonly factor: Expr })
  /** `prorate by calendar days`: only for the part of the period in which the subject is there. */
  | (StepNode & { readonly is: 'prorate'; readonly by: Proration })
  | (StepNode & { readonly is: 'cap'; readonly at: Expr; readonly excess: Excess })
  | (StepNode & { readonly is: 'floor'; readonly at: Expr; readonly carried?: Recovery })
  /** `limit by law wage_protection(wage, city)`: no more than the law allows of a month's wage; the rest is carried. */
  | (StepNode & { readonly is: 'limit-by-law'; readonly law: Expr })
  | (StepNode & { readonly is: 'round'; readonly to: Expr; readonly mode: RoundingMode })
  /** `release 60% on signed, 40% on collected`: parts of the amount, each on a day of its own until it is cancelled. */
  | (Node & {
      readonly is: 'release'
      readonly parts: readonly ReleasePart[]
      readonly cancelled?: Expr
    })

/** Beyond the cap: gone, or paid as soon as a later period leaves room for it. */
export type Excess = 'lost' | 'carried'
/** What a floor adds is taken back of later amounts above it: this part of them (all), from this day on, unless forgiven. */
export type Recovery = {
  readonly rate?: Expr
  readonly from?: Expr
  readonly forgiven?: Expr
}

export type ReleasePart = { readonly share: Expr; readonly span: Span } & (
  | { readonly is: 'on'; readonly on: Expr }
  /** `40% pro rata as Receipt.amount reaches amount`: by what rows of another record add up to. */
  | {
      readonly is: 'collected'
      readonly how: 'pro-rata' | 'in-full'
      readonly amount: Expr
      readonly reaches: Expr
    }
)

export type TierMode = 'marginal' | 'whole' | 'linear'

export type Tiers = {
  readonly is: 'tiers-of'
  readonly span: Span
  readonly mode: TierMode
  /** What earns. Absent: the rows pay money by themselves (`linear` and `pays`). */
  readonly of?: Expr
  /** What chooses the band. Absent: `of` does. */
  readonly by?: Expr
  /** Beyond the first and last point the outer lines go on (`linear`). */
  readonly extend: boolean
  readonly table: Table
}

export type PayoutStep =
  | (Node & { readonly is: 'add' | 'take'; readonly clauses: readonly Expr[]; readonly best: boolean })
  | (Node & {
      readonly is: 'cap'
      readonly at: Expr
      readonly excess: Excess
      readonly over?: readonly Name[]
    })
  | (Node & { readonly is: 'floor'; readonly at: Expr; readonly carried?: Recovery })
  | (Node & { readonly is: 'limit-by-law'; readonly law: Expr })
  | (Node & { readonly is: 'round'; readonly to: Expr; readonly mode: RoundingMode })

// --- scorecard -----------------------------------------------------------------------------------------------

export type ScorecardLine =
  | Indicator
  | (Node & { readonly is: 'round'; readonly to: Expr; readonly mode: RoundingMode })
  /** Where the weight of an indicator that does not apply goes: to one indicator, to all in proportion, nowhere. */
  | (Node & { readonly is: 'moved-weight'; readonly to: Name | 'proportion' | 'lost' })
  /** When `test` holds, the total score is `score` (0 unless written). */
  | (Node & { readonly is: 'knock-out'; readonly test: Expr; readonly score?: Expr })
  /** Columns: `from` | any outputs (`level`, `coefficient`). Chosen by the total score. */
  | (Node & { readonly is: 'levels'; readonly table: Table })

export type Indicator = Node & {
  readonly is: 'indicator'
  readonly name: Name
  readonly title?: string
  readonly weight: Expr
  readonly lines: readonly IndicatorLine[]
}
export type IndicatorLine = Node &
  (
    | { readonly is: 'actual'; readonly value: Expr }
    | { readonly is: 'target'; readonly value: Expr }
    | { readonly is: 'applies'; readonly when: Expr }
    | { readonly is: 'score'; readonly score: Score }
  )
export type Score =
  /** actual / target × 100; under `from` nothing, over `upTo` no more. */
  | { readonly is: 'ratio'; readonly from?: Expr; readonly upTo?: Expr }
  /** A row of the table: `| from | points |`; or ranges. */
  | { readonly is: 'steps'; readonly table: Table }
  /** Straight lines through `| at | points |`, flat outside. */
  | { readonly is: 'linear'; readonly table: Table }
  | { readonly is: 'pass-fail'; readonly test?: Expr }
  /** Points worked out by an expression, kept within bounds when they are written. */
  | { readonly is: 'points'; readonly points: Expr; readonly from?: Expr; readonly upTo?: Expr }

// --- tables --------------------------------------------------------------------------------------------------

export type Table = Node & {
  readonly headings: readonly Heading[]
  readonly rows: readonly Row[]
  /** `from "discounts.csv"`: the file beside the policy that its headings and rows stand in. */
  readonly file?: Name
}
/** `=> name` is an output; anything else is an input: a word (`from`, `rate`) or an expression. */
export type Heading = { readonly span: Span; readonly output: boolean; readonly value: Expr }
export type Row = Node & {
  readonly cells: readonly Cell[]
  /** `otherwise` instead of tests: taken when no other row is. */
  readonly otherwise?: boolean
}
export type Cell = { readonly span: Span } & (
  | { readonly is: 'any' }
  /** `open`: no end. */
  | { readonly is: 'open' }
  | { readonly is: 'not-decided'; readonly why: string }
  /** In the last column of an authority's table. */
  | { readonly is: 'verdict'; readonly verdict: Verdict }
  /** A tier row's own mode, in a column headed `mode`. */
  | { readonly is: 'mode'; readonly mode: TierMode }
  /** In a law's column headed `class`. */
  | { readonly is: 'deduction'; readonly class: DeductionClass }
  | { readonly is: 'tests'; readonly negated: boolean; readonly items: readonly CellItem[] }
)
export type CellItem = { readonly span: Span } & (
  | { readonly is: 'value'; readonly value: Expr }
  /** One or both ends; `over 10% up to 20%` is low excluded, high included. */
  | { readonly is: 'range'; readonly low?: CellBound; readonly high?: CellBound }
)
/** `spelled` remembers whether the author wrote words (`up to 5%`), a comparison (`<= 5%`) or dots (`1..5`). */
export type CellBound = {
  readonly at: Expr
  readonly included: boolean
  readonly spelled: 'words' | 'sign' | 'dots'
}

// --- expressions ---------------------------------------------------------------------------------------------

export type BinaryOperator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>=' | 'and' | 'or'

export type Expr = { readonly span: Span } & (
  | Literal
  /** `x`, `rep.manager.name`, `Receipt.amount`, `kpi.score`. */
  | { readonly is: 'path'; readonly parts: readonly Name[] }
  /**
   * A table or keyed parameter by name, the row of a record that is in force, or a built-in function (`sum`, `days`);
   * aggregates with their clauses.
   */
  | {
      readonly is: 'call'
      readonly callee: Name
      readonly args: readonly Expr[]
      readonly where?: Expr
      readonly posting?: Expr
      readonly via?: Expr
      /** `for pay`: which of the credited lines count. */
      readonly use?: Exclude<CreditUse, 'team'>
      /** `lateness(5).factor`: one output of a table with several. */
      readonly output?: Name
      /** `Assignment(rep).team.city`: what comes after the output. */
      readonly more?: readonly Name[]
    }
  | { readonly is: 'negative'; readonly a: Expr }
  | { readonly is: 'not'; readonly a: Expr }
  | { readonly is: 'binary'; readonly op: BinaryOperator; readonly a: Expr; readonly b: Expr }
  | { readonly is: 'if'; readonly when: Expr; readonly then: Expr; readonly otherwise: Expr }
  | { readonly is: 'if-missing'; readonly a: Expr; readonly b: Expr }
  | { readonly is: 'state'; readonly a: Expr; readonly test: StateTest }
  | { readonly is: 'in'; readonly a: Expr; readonly negated: boolean; readonly items: readonly Expr[] }
  /** `larger of a, b`. */
  | { readonly is: 'pick'; readonly which: 'larger' | 'smaller'; readonly items: readonly Expr[] }
  /** `x clamp 60% to 120%`. */
  | { readonly is: 'clamp'; readonly a: Expr; readonly low: Expr; readonly high: Expr }
  /** `rank of x within team`: 1 for the largest; equal ones share a place. */
  | { readonly is: 'rank'; readonly a: Expr; readonly within?: Expr }
  /**
   * `pool shared by x within team`: parts that make up the pool, in proportion. `within year`, a kind of period: among
   * the subject's own periods. With a `remainder`, parts are whole units and what is left goes to one of them.
   */
  | {
      readonly is: 'share'
      readonly pool: Expr
      readonly by: Expr
      readonly within?: Expr
      readonly remainder?: Remainder
    }
  /** `wage prorated by working days`. */
  | { readonly is: 'prorated'; readonly a: Expr; readonly by: Proration }
  /** `paid on deal by booking`: what a clause has released for the row that a reference leads to. */
  | { readonly is: 'paid-on'; readonly at: Expr; readonly by: Name }
  /** `x rounded down to 2%`. */
  | { readonly is: 'rounded'; readonly a: Expr; readonly mode: RoundingMode; readonly to: Expr }
  /** `x in last 3 months`, `x year to date`: the value's definition over that stretch of time. */
  | { readonly is: 'window'; readonly a: Expr; readonly window: Window }
  /** `x as of order.signed`: everything dated in x is read on that day. */
  | { readonly is: 'as-of'; readonly a: Expr; readonly day: Expr }
  /** `x in quarter of order.signed`: x of the quarter that holds that day. */
  | { readonly is: 'in-period'; readonly a: Expr; readonly kind: Name; readonly day: Expr }
  /** `pay with collected replaced by amended`: x as it is defined, with another value in place of one that it reads. */
  | { readonly is: 'with'; readonly a: Expr; readonly replaced: Name; readonly by: Name }
  | { readonly is: 'parens'; readonly a: Expr }
)
/** `rounded down to 1_000 CNY, remainder to first by hired`: the unit of the parts, and who takes what is left. */
export type Remainder = { readonly unit?: Expr; readonly to: Receiver; readonly by?: Expr }
export type Receiver = 'largest' | 'first' | 'last'
/** What of a period is counted: each day, working days, whole months, or months whose 15th day is in. */
export type Proration = 'calendar-days' | 'working-days' | 'months' | 'mid-month'
export type StateTest = 'missing' | 'present' | 'applicable' | 'not-applicable'

export type Window =
  /**
   * `length`: `3 months` as it was written, or a number with the `kind` that it counts (`4 quarters`). Of rows, in an
   * aggregate, `within` says which stand together: `count(Offence in last 90 days within person, code)`.
   */
  | { readonly is: 'last'; readonly length: Expr; readonly kind?: Name; readonly within?: readonly Expr[] }
  /** `sum(Receipt.amount so far within order)`: the rows up to this one. */
  | { readonly is: 'so-far'; readonly within?: readonly Expr[] }
  | { readonly is: 'to-date'; readonly kind: ToDate }
  /** `x in previous quarter`: x one period earlier. */
  | { readonly is: 'previous'; readonly kind: Name }
export type ToDate = 'year' | 'half-year' | 'quarter'

export type DurationUnit =
  | 'days'
  | 'months'
  | 'years'
  | 'weeks'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'working-days'
  | 'working-hours'
  | 'working-minutes'

/** A literal as it was written. `literal.ts` gives its exact value. */
export type Literal =
  | { readonly is: 'number'; readonly spelling: string }
  /** `12%`, `3‰`. */
  | { readonly is: 'percent'; readonly spelling: string }
  /** `8折`. */
  | { readonly is: 'price-ratio'; readonly spelling: string }
  /** `500 CNY`, `20万元`: number and unit as written. */
  | { readonly is: 'money'; readonly spelling: string; readonly currency: string }
  | { readonly is: 'date'; readonly spelling: string }
  /** `2026-05-09 17:00`, in the policy's zone. */
  | { readonly is: 'time'; readonly spelling: string }
  /** `18:00`: of any day. */
  | { readonly is: 'clock'; readonly spelling: string }
  /** `3 days`, `2 months`. */
  | { readonly is: 'duration'; readonly spelling: string; readonly unit: DurationUnit }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'truth'; readonly value: boolean }
  /** `missing`, where a literal may stand. */
  | { readonly is: 'missing' }

export type ClockLiteral = { readonly span: Span; readonly is: 'clock'; readonly spelling: string }
export type DateLiteral = { readonly span: Span; readonly is: 'date'; readonly spelling: string }
