import type { CoveredLine, Language, MissingCases, Source } from '../../../src/index.ts'

/** What the worker of cases is asked: the newest texts, and whether what they cover is wanted too. */
export type ReviewAsk = {
  readonly is: 'run'
  readonly id: number
  readonly policy: readonly Source[]
  readonly cases: readonly Source[]
  readonly language: Language
  readonly cover: boolean
}
/** Writes what came out into the files; `names`: of these cases alone. */
export type AcceptAsk = { readonly is: 'accept'; readonly id: number; readonly names: readonly string[] }

/** Looks for the cases that the policy lacks; asked of a worker of its own, which is ended where nobody wants them any more. */
export type SuggestAsk = {
  readonly is: 'suggest'
  readonly policy: readonly Source[]
  readonly cases: readonly Source[]
}
export type SuggestReply =
  | { readonly is: 'progress'; readonly done: number; readonly all: number }
  | {
      readonly is: 'suggested'
      /** `unreached`: how many points no case was found for. */
      readonly found: { readonly cases: MissingCases['cases']; readonly unreached: number }
      readonly language: Language
    }
  | { readonly is: 'failed' }

export type ReviewReply =
  | {
      readonly is: 'progress'
      readonly id: number
      readonly done: number
      readonly all: number
      readonly covering: boolean
    }
  | { readonly is: 'ran'; readonly id: number; readonly found: CasesFound }
  | { readonly is: 'covered'; readonly id: number; readonly coverage: CoverageFound }
  | {
      readonly is: 'accepted'
      readonly id: number
      readonly sources: readonly Source[]
      readonly count: number
    }
  | { readonly is: 'failed'; readonly id: number; readonly why: 'policy' | 'broken' }

export type CasesFound = {
  readonly passed: number
  readonly failed: number
  /** Nobody has said yet that these are right. */
  readonly waiting: number
  /** They run on files beside the policy, which the page does not read. */
  readonly left: number
  readonly cases: readonly CaseShown[]
  readonly mistakes: readonly { readonly text: string; readonly file: string; readonly line: number }[]
}

export type CaseShown = {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly passed: boolean
  readonly differences: readonly {
    readonly about: string
    readonly expected: string
    readonly got: string
    readonly off: string
    readonly explanation: string
  }[]
}

export type CoverageFound = {
  readonly percent: string
  readonly clauses: readonly {
    readonly title: string
    readonly source: string
    readonly line: number
    readonly total: number
    readonly hit: number
    readonly percent: string
    readonly missing: readonly string[]
  }[]
  readonly lines: readonly CoveredLine[]
}
