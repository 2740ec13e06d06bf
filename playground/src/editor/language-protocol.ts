import type {
  Completion,
  EditorFinding,
  Fix,
  Fold,
  Language,
  Lens,
  OutlineItem,
  Renamed,
  SemanticToken,
  Source,
  Span,
  Words,
} from '../../../src/index.ts'

/** A place that a question is about: offsets are those of the text as it was sent last. */
export type At = { readonly file: string; readonly offset: number }
export type Shown = { readonly span: Span; readonly markdown: string; readonly path?: string }
export type TextEdits = readonly { readonly span: Span; readonly text: string }[]

/** Everything that the editor asks of the language worker. A line here, an answer of the same name in the worker. */
export type Questions = {
  readonly completions: { readonly ask: At; readonly answer: readonly Completion[] }
  readonly hover: {
    readonly ask: At & { readonly language: Language; readonly value?: string }
    readonly answer: Shown | undefined
  }
  readonly definition: { readonly ask: At; readonly answer: readonly Span[] }
  readonly references: {
    readonly ask: At & { readonly declaration: boolean }
    readonly answer: readonly Span[]
  }
  readonly renameable: {
    readonly ask: At
    readonly answer: { readonly span: Span; readonly name: string } | { readonly why: Words }
  }
  readonly rename: { readonly ask: At & { readonly name: string }; readonly answer: Renamed }
  readonly format: {
    readonly ask: { readonly file: string; readonly language?: Language }
    readonly answer: TextEdits | undefined
  }
  readonly outline: { readonly ask: { readonly file: string }; readonly answer: readonly OutlineItem[] }
  readonly folds: { readonly ask: { readonly file: string }; readonly answer: readonly Fold[] }
  readonly tokens: { readonly ask: { readonly file: string }; readonly answer: readonly SemanticToken[] }
  /** The same as Monaco takes them (`packed-tokens.ts`). */
  readonly packedTokens: {
    readonly ask: { readonly file: string }
    readonly answer: Uint32Array<ArrayBuffer>
  }
  readonly lenses: { readonly ask: { readonly file: string }; readonly answer: readonly Lens[] }
  readonly translations: {
    readonly ask: {
      readonly file: string
      readonly from: number
      readonly to: number
      readonly language: Language
    }
    readonly answer: readonly Fix[]
  }
}
export type Question = keyof Questions

/** What the page sends. `texts` are those that changed, `gone` those that are no more. */
export type ToWorker =
  | {
      readonly is: 'texts'
      readonly texts: readonly Source[]
      readonly gone: readonly string[]
      readonly version: number
      readonly language: Language
    }
  | { readonly is: 'question'; readonly id: number; readonly name: Question; readonly ask: unknown }

/** What comes back. `whole`: all findings of that version, and not only those about its writing. */
export type FromWorker =
  | {
      readonly is: 'findings'
      readonly version: number
      readonly whole: boolean
      readonly findings: readonly EditorFinding[]
    }
  | { readonly is: 'answer'; readonly id: number; readonly answer: unknown }
