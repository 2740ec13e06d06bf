import type { Diagnostic } from './base/diagnostic.ts'
import type { Source, Span } from './base/span.ts'
import { calendarNamed } from './calendar/china.ts'
import { zoneNamed } from './calendar/zone.ts'
import { type Checks, check } from './check/check.ts'
import type { Checked } from './check/clauses.ts'
import { withoutEchoes } from './check/echoes.ts'
import type { Reference } from './check/referents.ts'
import { type Anchors, anchored, noAnchors, placed } from './syntax/anchored.ts'
import type { Program } from './syntax/ast.ts'
import type { Form } from './syntax/read.ts'
import { nothingRead, type ReadTexts, readAgain } from './syntax/read-again.ts'

export type Analysed = {
  readonly program: Program
  /** Worked out when it is first asked for: its places are those of the texts. */
  readonly checked: Checked
  readonly diagnostics: readonly Diagnostic[]
  /** What the next version of the same texts need not do again. */
  readonly kept: KeptWork
  /** What each name in an expression was found to mean, in no order and more than once where it was read more than once. */
  readonly references: readonly Reference[]
}

/** What one version leaves to the next. */
export type KeptWork = {
  readonly texts: ReadTexts
  readonly anchors: Anchors
  readonly checks?: Checks
  /** The checked program with places of its own, and where these are now. */
  readonly own?: { readonly checked: Checked; readonly place: (span: Span) => Span }
}
/** For the first version of texts that will change. */
export const nothingKept: KeptWork = { texts: nothingRead, anchors: noAnchors }

/**
 * The pipeline as far as findings need it: texts → tree → checked program. Never throws for what a text says. Among the
 * sources are the CSV files that the policy names (`attachedNames`), by their paths in its folder. Given what came of
 * the version before, only declarations with another text are read, and only what they concern is checked; the answer is
 * the same.
 */
export function analyse(
  sources: readonly Source[],
  forms: readonly Form[] = [],
  earlier?: { readonly kept: KeptWork },
): Analysed {
  const texts = readAgain(sources, forms, earlier?.kept.texts ?? nothingRead)
  const reads = texts.texts.map(({ read }) => read)
  return analyseProgram(
    { files: reads.map(({ file }) => file) },
    sources,
    reads.flatMap(({ diagnostics }) => diagnostics),
    earlier && { ...earlier.kept, texts },
  )
}

/**
 * The same from a tree on. `mistakes` are those of its texts; a tree that was edited is of texts without any. `kept`: what
 * the version before left, with what is to be left to the next of how its texts were read.
 */
export function analyseProgram(
  program: Program,
  sources: readonly Source[],
  mistakes: readonly Diagnostic[] = [],
  kept?: KeptWork,
): Analysed {
  if (!kept) {
    const { checked, diagnostics, references } = check(program, calendarNamed, zoneNamed)
    const left = [...mistakes, ...withoutEchoes(diagnostics, mistakes, program, sources)]
    return { program, checked, references, diagnostics: left, kept: nothingKept }
  }
  const own = anchored(program, kept.anchors)
  const { place, anchors } = own
  const { checked, diagnostics, references, checks } = check(
    own.program,
    calendarNamed,
    zoneNamed,
    kept.checks,
  )
  const found = placed(diagnostics, place)
  const inTexts = once(() => placed(checked, place))
  const referred = once(() => references.map(({ span, to }) => ({ span: place(span), to })))
  return {
    program,
    get checked() {
      return inTexts()
    },
    get references() {
      return referred()
    },
    diagnostics: [...mistakes, ...withoutEchoes(found, mistakes, program, sources)],
    kept: { texts: kept.texts, anchors, checks, own: { checked, place } },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
