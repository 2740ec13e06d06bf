import type { Language, RecordSource, Relation, Source } from '../../../src/index.ts'
import type { Problem } from './protocol.ts'

export type RecordsAsk = {
  readonly policy: readonly Source[]
  readonly base: readonly Source[]
  readonly language: Language
}

/** The records of the plan and the files that they are read from; undefined where the policy cannot be read. */
export type Records = {
  readonly records: readonly RecordView[]
  readonly problems: readonly Problem[]
  /** Files of the data folder that no record is read from. */
  readonly unused: readonly string[]
}

export type RecordView = {
  readonly relation: Relation
  /** Whether any clause reads it: only then its file is opened, and has to be there. */
  readonly needed: boolean
  readonly files: readonly { readonly name: string; readonly rows: number; readonly problems: number }[]
  readonly rows: number
  /** What the settings say of it. */
  readonly source?: RecordSource
  /** The file name that would be found without settings. */
  readonly expected: string
}

export type MappingAsk = {
  readonly settings?: Source
  readonly relation: Relation
  readonly source: RecordSource
  readonly headings: readonly string[]
}
