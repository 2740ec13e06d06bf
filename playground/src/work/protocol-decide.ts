import type { Language, Span } from '../../../src/index.ts'

/** What the page asks to decide single requests; each is answered from the newest policy that could be run. */
export type DecideRequests = {
  readonly decideForm: {
    readonly ask: { readonly clause?: string; readonly language: Language }
    readonly answer: DecideForm | undefined
  }
  readonly decide: { readonly ask: DecideAsk; readonly answer: Decision | undefined }
  /** What the inputs are for a row of the data; `at`: of the row of this reference alone. */
  readonly decideFill: {
    readonly ask: { readonly clause: string; readonly at?: string; readonly key: string }
    readonly answer: Said | undefined
  }
  /** The time limits of the period that run at `now`, soonest first. */
  readonly deadlines: {
    readonly ask: { readonly now?: string; readonly language: Language }
    readonly answer: readonly DeadlineShown[]
  }
}

/** `left`: how long is left, or how late it is; empty for what stands still. */
export type DeadlineShown = {
  readonly due: string
  readonly left: string
  readonly late: boolean
  readonly clause: string
  readonly row: string
  readonly state: string
  readonly told: string
}

export type RequestsOf<N extends keyof DecideRequests> = DecideRequests[N]['ask']

/** Texts as they were written, by the path of their input. */
export type Said = ReadonlyMap<string, string>

export type DecideAsk = {
  readonly clause: string
  readonly said: Said
  readonly now?: string
  readonly language: Language
}

export type DecideClause = {
  readonly id: string
  readonly title: string
  readonly group: 'decision' | 'deadline' | 'amount'
}

export type DecideForm = {
  readonly clauses: readonly DecideClause[]
  readonly clause: string
  readonly title: string
  readonly span?: Span
  /** What the record of a request is called. */
  readonly record: string
  readonly inputs: readonly FormInput[]
  /** Rows of the data that can be filled in. */
  readonly rows: readonly KeyOffer[]
  readonly moreRows: boolean
}

export type KeyOffer = { readonly key: string; readonly label?: string }

/** `own`: a field of the request; `others`: worked out from other rows; `through`: of a row that it refers to. */
export type FormInput = {
  readonly path: string
  readonly label: string
  readonly group: 'own' | 'others' | 'through'
  readonly control: 'number' | 'choice' | 'truth' | 'date' | 'time' | 'text' | 'row' | 'period'
  /** What it is unless something else is written: the period that the page shows. */
  readonly usual?: string
  /** `%`, or a currency. */
  readonly unit?: string
  readonly choices?: readonly string[]
  readonly keys?: readonly KeyOffer[]
  readonly optional: boolean
}

export type Decision = {
  readonly state: 'decided' | 'undecided' | 'not-applicable'
  readonly results: readonly DecisionResult[]
  /** Why nothing was decided, and what is wrong with the request itself. */
  readonly why: readonly string[]
  readonly tables: readonly DecisionTableShown[]
  readonly explanation: string
  /** Microseconds that the answer took. */
  readonly took: number
}

/** `text` is absent where it was not decided, and `why` says so. */
export type DecisionResult = { readonly name: string; readonly text?: string; readonly why?: string }

export type RowState = 'matched' | 'failed' | 'after' | 'open'

export type DecisionTableShown = {
  readonly label: string
  readonly span: Span
  readonly headings: readonly { readonly text: string; readonly output: boolean }[]
  /** What the inputs are in this request. */
  readonly values: readonly { readonly label: string; readonly text: string }[]
  readonly rows: readonly TableRowShown[]
}

export type TableRowShown = {
  readonly cells: readonly string[]
  readonly span: Span
  readonly state: RowState
  /** The first cell that does not hold, from 0, and the value that it was asked about. */
  readonly failed?: { readonly cell: number; readonly label: string; readonly text: string }
  /** Of a row of limits: each cell by itself. */
  readonly cellStates?: readonly RowState[]
}
