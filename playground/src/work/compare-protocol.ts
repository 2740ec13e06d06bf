import type { Hunk, ImpactSection, Language, Source } from '../../../src/index.ts'

/** Two versions of a policy by their names, to be run on the data that is open. */
export type CompareAsk = {
  readonly before: VersionAsked
  readonly after: VersionAsked
  readonly language: Language
  readonly period?: string
  readonly now?: string
  /** Whether each change is put down to an edit: that takes a run an edit. */
  readonly byEdit: boolean
}
export type VersionAsked = { readonly name: string; readonly policy: readonly Source[] }

export type Compared =
  | {
      readonly is: 'compared'
      /** Every result, finding and clause is the same. */
      readonly nothing: boolean
      readonly byEdit: boolean
      readonly headlines: readonly string[]
      readonly sections: readonly ImpactSection[]
      /** Whom the rows of the section of people are about. */
      readonly people: readonly { readonly record: string; readonly key: string }[]
      readonly hunks: readonly Hunk[]
      /** By hunk: the rows of the section of edits. */
      readonly editsOf: readonly (readonly number[])[]
    }
  /** A version that cannot be run: what differs in the texts is there all the same. */
  | {
      readonly is: 'failed'
      readonly side: 'before' | 'after'
      readonly why: 'policy' | 'settings' | 'data' | 'period' | 'nothing'
      readonly hunks: readonly Hunk[]
    }

/** What two versions mean, whatever the data are. */
export type Meaning = { readonly same: boolean; readonly text: string }

/** The report of the last comparison as a file. */
export type ReportAsk = { readonly format: 'html' | 'markdown'; readonly language: Language }
