import type { CurveData, Language, Point, Span } from '../../../src/index.ts'

export type ChartsAsk = {
  readonly language: Language
  /** Whether the base version is drawn as well. */
  readonly compared: boolean
}

export type ChartsAnswer = { readonly curves: readonly ClauseCurve[] }

/** What the tiers of a clause pay, and where everybody stands. */
export type ClauseCurve = Omit<CurveData, 'people'> & {
  readonly id: string
  readonly title: string
  readonly currency: string
  readonly measured: string
  readonly people: readonly CurveDot[]
  readonly falls: readonly CliffText[]
}

/** Texts are what is said of the places of both versions; `paid`: what the whole clause comes to. */
export type CurveDot = {
  readonly record: string
  readonly key: string
  readonly label?: string
  /** The row that is paid for, or the period. */
  readonly of?: string
  readonly before?: Point
  readonly after?: Point
  readonly x: string
  readonly was: string
  readonly is: string
  readonly paid: string
}

/** Selling more pays less: from where on, what it pays there and before, and until where. */
export type CliffText = {
  readonly side: 'before' | 'after'
  readonly best: string
  readonly from: string
  readonly pays: readonly [best: string, from: string]
  readonly even?: string
}

export type PersonChartAsk = { readonly language: Language; readonly record: string; readonly key: string }

export type PersonChartAnswer = {
  readonly clauses: readonly {
    readonly id: string
    readonly title: string
    readonly currency: string
    readonly listed: boolean
    readonly lines: number
    /** Exact; absent where nothing was decided. */
    readonly amount?: string
    readonly held: number
    readonly span?: Span
    readonly steps: readonly { readonly label: string; readonly change: string; readonly amount: string }[]
  }[]
  readonly scorecards: readonly {
    readonly id: string
    readonly title: string
    readonly period: string
    readonly total: string
    readonly also: readonly { readonly label: string; readonly text: string }[]
    readonly indicators: readonly {
      readonly label: string
      readonly weight: string
      /** A share of 1, exact, where it is a number. */
      readonly share?: string
      readonly score: string
      readonly points?: string
      /** The score as a number. */
      readonly scored?: string
    }[]
  }[]
}
