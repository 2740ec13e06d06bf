import type {
  CasePerson,
  Flag,
  Language,
  LeftOutView,
  Measure,
  Measured,
  OpenMatter,
  PersonCase,
  Ref,
  Severity,
  Source,
  Span,
  Statement,
  StatementLine,
  TouchedView,
  ValueView,
} from '../../../src/index.ts'
import type { ChartsAnswer, ChartsAsk, PersonChartAnswer, PersonChartAsk } from './charts-protocol.ts'
import type { CompareAsk, Compared, Meaning, ReportAsk } from './compare-protocol.ts'
import type { MappingAsk, Records, RecordsAsk } from './data-protocol.ts'
import type { DecideRequests } from './protocol-decide.ts'

/**
 * Everything that the page asks of the calculation worker: a line here, a handler of the same name in `handlers/`, listed
 * in `handlers/handlers.ts`. Amounts cross as decimal strings, never as binary floats.
 */
export type Requests = DecideRequests & {
  readonly calculate: { readonly ask: CalculateAsk; readonly answer: Outcome }
  /** The results of a text that could be run, where the worker has none any more; undefined where it has. */
  readonly restore: { readonly ask: CalculateAsk; readonly answer: Calculated | undefined }
  readonly records: { readonly ask: RecordsAsk; readonly answer: Records | undefined }
  readonly mapping: { readonly ask: MappingAsk; readonly answer: Source | undefined }
  readonly statement: { readonly ask: StatementAsk; readonly answer: Statement | undefined }
  readonly line: { readonly ask: LineAsk; readonly answer: StatementLine | undefined }
  readonly leftOut: { readonly ask: LeftOutAsk; readonly answer: LeftOutView | undefined }
  readonly touched: { readonly ask: TouchedAsk; readonly answer: TouchedView | undefined }
  readonly value: { readonly ask: ValueAsk; readonly answer: readonly ValueView[] }
  readonly clauseSums: { readonly ask: Record<never, never>; readonly answer: readonly ClauseSum[] }
  /** By `standingId` of each person, what waits for somebody in the newest results. */
  readonly openMatters: {
    readonly ask: Record<never, never>
    readonly answer: ReadonlyMap<string, readonly OpenMatter[]>
  }
  readonly namedValue: {
    readonly ask: StatementAsk & { readonly path: string }
    readonly answer: { readonly shown: string; readonly who: string } | undefined
  }
  readonly compare: { readonly ask: CompareAsk; readonly answer: Compared }
  readonly meaning: { readonly ask: CompareAsk; readonly answer: Meaning | undefined }
  /** What one more row would pay a person, run in a worker of its own. */
  readonly oneMore: { readonly ask: OneMoreAsk; readonly answer: OneMoreTold | undefined }
  /** One person's results as a case, run on the texts named here in a worker of its own. */
  readonly personCase: { readonly ask: PersonCaseAsk; readonly answer: PersonCaseMade }
  readonly compareReport: { readonly ask: ReportAsk; readonly answer: string | undefined }
  /** Of the last results: undefined where there are none. */
  readonly charts: { readonly ask: ChartsAsk; readonly answer: ChartsAnswer | undefined }
  readonly personChart: { readonly ask: PersonChartAsk; readonly answer: PersonChartAnswer | undefined }
}

/** How far a long request has come. */
export type Progress = { readonly is: 'progress'; readonly done: number; readonly all: number }

export type RequestName = keyof Requests
export type AskOf<N extends RequestName> = Requests[N]['ask']
export type AnswerOf<N extends RequestName> = Requests[N]['answer']

/** The data that later requests are calculated on. */
export type Data = { readonly files: ReadonlyMap<string, Uint8Array>; readonly settings?: Source }

export type CalculateAsk = {
  readonly policy: readonly Source[]
  readonly base: readonly Source[]
  readonly language: Language
  readonly period?: string
  readonly now?: string
}

/** `amount`: as a person writes it; without one only what there could be more of is told. */
export type OneMoreAsk = Omit<CalculateAsk, 'base'> & {
  readonly person: CasePerson
  readonly choice?: string
  readonly amount?: string
}
/** Amounts as exact decimals. `wrong`: what was written is no amount of such a row. */
export type OneMoreTold = {
  readonly choices: readonly { readonly id: string; readonly label: string; readonly like: string }[]
  readonly wrong?: true
  readonly told?: {
    readonly totals: readonly {
      readonly currency: string
      readonly before: string
      readonly after: string
      readonly change: string
    }[]
    /** Those that change. */
    readonly clauses: readonly { readonly title: string; readonly before: string; readonly after: string }[]
    readonly held: number
  }
}

export type PersonCaseAsk = Omit<CalculateAsk, 'base' | 'language'> & {
  readonly person: CasePerson
  /** Of the cases that there are: no name is used twice. */
  readonly names: readonly string[]
}
/** `language`: that of the policy, in which its cases are. */
export type PersonCaseMade = (PersonCase | { readonly is: 'none'; readonly why: 'policy' }) & {
  readonly language?: Language
}

/** One person's statement, of the newest results. */
export type StatementAsk = { readonly record: string; readonly key: string; readonly language: Language }

/** One line of it with its steps. */
export type LineAsk = StatementAsk & { readonly id: string }

/** Whom and what a clause touched, in the newest results. */
export type TouchedAsk = { readonly clause: string; readonly language: Language }

/** Where a number comes from, in the newest results or in those of the base version. */
export type ValueAsk = {
  readonly ref: Ref
  readonly version: 'edited' | 'base'
  readonly language: Language
}

/** The rows that a number did not count; `key`: one row, and whether it counts. */
export type LeftOutAsk = ValueAsk & { readonly key?: string }

export type Outcome = Calculated | Failed

/** A text that cannot be run, data that cannot be read, a calculation that took too long or broke. */
export type Failed = {
  readonly is: 'failed'
  readonly why: 'policy' | 'settings' | 'data' | 'period' | 'nothing' | 'slow' | 'broken'
  readonly findings: readonly Finding[]
  readonly problems: readonly Problem[]
  /** The periods that may be asked for. */
  readonly periods?: readonly string[]
}

export type Calculated = {
  readonly is: 'calculated'
  readonly findings: readonly Finding[]
  readonly problems: readonly Problem[]
  readonly title: string
  readonly period: string
  readonly periods: readonly string[]
  readonly people: People
  /** Milliseconds spent in the worker. */
  readonly took: {
    readonly compile: number
    readonly load: number
    readonly evaluate: number
    readonly all: number
  }
  /** Columns of the plan, and how many of them an earlier run had worked out. */
  readonly columns: { readonly all: number; readonly taken: number }
}

/** A finding about the texts, in the language asked for. */
export type Finding = {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly help: string
  readonly span?: Span
  /** From 1. */
  readonly line?: number
  readonly column?: number
}

/** What is wrong in the data. */
export type Problem = {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly help: string
  readonly file?: string
  readonly row?: number
  readonly column?: string
}

/** What several results come to: an exact decimal, absent where nothing was decided, and how many are held. */
export type Amount = { readonly exact?: string; readonly shown: string; readonly held: number }

export type Clause = {
  readonly id: string
  readonly title: string
  /** Whether it is paid through a payout that lists it. */
  readonly listed: boolean
  readonly span?: Span
}

/** What one clause comes to in the newest results: whom it touches, its money, and what that was before. */
export type ClauseSum = {
  readonly clause: string
  readonly rows: number
  /** Absent where it is for nobody. */
  readonly people?: number
  readonly held: number
  readonly sums: readonly { readonly currency: string; readonly exact: string; readonly change?: string }[]
}

export type People = {
  /** What the record of those who are paid is called. */
  readonly subject: string
  readonly clauses: readonly Clause[]
  /** What stands beside the money: attainment, scores. */
  readonly measures: readonly Measure[]
  readonly rows: readonly PersonRow[]
  readonly totals: readonly Total[]
}

export type Total = {
  readonly currency: string
  readonly total: Amount
  readonly before?: string
  readonly change?: string
  readonly people: number
  readonly held: number
}

export type PersonRow = {
  readonly record: string
  readonly key: string
  readonly label?: string
  readonly period: string
  readonly currency: string
  /** In the order of `clauses`. */
  readonly amounts: readonly Amount[]
  readonly total: Amount
  /** What the base version pays, where it can be run; absent where it has no such row. */
  readonly before?: string
  /** `total - before`, exact. */
  readonly change?: string
  /** Why what is held is held, each reason once. */
  readonly reasons: readonly { readonly code: string; readonly text: string; readonly clause: string }[]
  /** In the order of `measures`; absent where there is none. */
  readonly measured: readonly (Measured | undefined)[]
  readonly flags: readonly Flag[]
}
