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
  /** The clause along one or two of its inputs; undefined where no table of it tests anything. */
  readonly decideHeat: {
    readonly ask: DecideAsk & { readonly across?: string; readonly down?: string }
    readonly answer: HeatShown | undefined
  }
  /** The time limits of the period that run at `now`, or those that are done, soonest first. */
  readonly deadlines: {
    readonly ask: { readonly now?: string; readonly done: boolean; readonly language: Language }
    readonly answer: readonly DeadlineShown[]
  }
  readonly deadlineCourse: {
    readonly ask: { readonly id: string; readonly at: number; readonly language: Language }
    readonly answer: CourseShown | undefined
  }
}

/** `left`: how long is left, or how late it is; empty for what stands still. */
export type DeadlineShown = {
  /** The clause, and the row of its grain. */
  readonly id: string
  readonly at: number
  readonly due: string
  readonly left: string
  readonly late: boolean
  /** When what is done was done. */
  readonly stopped: string
  readonly clause: string
  readonly row: string
  readonly state: string
  readonly told: string
}

/** One of them on its calendar; every time in the policy's zone. */
export type CourseShown = {
  readonly clause: string
  readonly row: string
  readonly zone: string
  readonly length: string
  readonly start: string
  readonly due?: string
  readonly stopped?: string
  /** When its length was used up, where it is due later. */
  readonly usedUp?: string
  /** Each with how much of the length it is, and how much that makes with those before it. */
  readonly pieces: readonly {
    readonly from: string
    readonly until: string
    readonly counts: string
    readonly sum: string
  }[]
  readonly total: string
  readonly left?: string
  /** Without `until`: it still stands. */
  readonly pauses: readonly { readonly from: string; readonly until?: string }[]
  /** `2026-05`, its weeks from Monday on. */
  readonly months: readonly {
    readonly month: string
    readonly weeks: readonly (readonly (CourseDayShown | undefined)[])[]
  }[]
  readonly more: boolean
}
/** `marks`: what happens on the day. `counts`: how much of the length. */
export type CourseDayShown = {
  readonly day: string
  readonly is: 'worked' | 'rest' | 'closed' | 'makeup' | 'unknown'
  readonly name?: string
  readonly hours: readonly string[]
  readonly counts?: string
  readonly paused: boolean
  readonly marks: readonly ('start' | 'due' | 'stopped' | 'now')[]
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

/** Groups that all must agree; `person`, and whom he stands in for, by key and name. `why`: who it is cannot be said. */
export type ChainShown = readonly {
  readonly how: 'alone' | 'all' | 'one' | 'in-turn'
  readonly steps: readonly {
    readonly role: string
    readonly person?: string
    readonly insteadOf?: string
    readonly why?: string
  }[]
}[]

export type Decision = {
  readonly state: 'decided' | 'undecided' | 'not-applicable'
  readonly results: readonly DecisionResult[]
  /** Who approves it, where it is to be approved. */
  readonly chain: ChainShown
  /** Why nothing was decided, and what is wrong with the request itself. */
  readonly why: readonly string[]
  readonly tables: readonly DecisionTableShown[]
  readonly explanation: string
  /** Microseconds that the answer took. */
  readonly took: number
}

/** `text` is absent where it was not decided, and `why` says so. */
export type DecisionResult = { readonly name: string; readonly text?: string; readonly why?: string }

/**
 * What is decided in each part of one or two inputs. `axes`: the inputs that may be looked along. `why`: what is missing in
 * the cells that are undecided. `kinds`: how many different outcomes there are.
 */
export type HeatShown = {
  readonly axes: readonly { readonly path: string; readonly label: string }[]
  readonly across: HeatAxisShown
  readonly down?: HeatAxisShown
  readonly cells: readonly (readonly HeatCellShown[])[]
  readonly kinds: number
  readonly why: readonly string[]
}
/** `all`: how many parts there are, of which those from `first` on are here; `now`: the one that the form is in, or −1. */
export type HeatAxisShown = {
  readonly path: string
  readonly label: string
  readonly parts: readonly HeatPart[]
  readonly first: number
  readonly all: number
  readonly now: number
}
/** `said`: a value in it, for the form. A word, any other word, or what lies between bounds. */
export type HeatPart = {
  readonly said: string
  readonly word?: string
  readonly other?: true
  readonly low?: HeatEnd
  readonly high?: HeatEnd
  readonly isDay?: true
}
export type HeatEnd = { readonly text: string; readonly included: boolean }
/** `kind`: which of the outcomes it is, from 0; absent where nothing is decided. `same`: whether it is so all over the cell. */
export type HeatCellShown = {
  readonly state: Decision['state']
  readonly text: string
  readonly kind?: number
  readonly same: boolean
}

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
