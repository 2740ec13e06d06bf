import type { Diagnostic } from './base/diagnostic.ts'
import type { Source } from './base/span.ts'
import { calendarNamed } from './calendar/china.ts'
import { zoneNamed } from './calendar/zone.ts'
import { check } from './check/check.ts'
import type { Checked } from './check/clauses.ts'
import { withoutEchoes } from './check/echoes.ts'
import type { Reference } from './check/referents.ts'
import type { Program } from './syntax/ast.ts'
import { attachedAmong, isAttached } from './syntax/attached.ts'
import type { Kept } from './syntax/kept.ts'
import { type Form, read } from './syntax/read.ts'

export type Analysed = {
  readonly program: Program
  readonly checked: Checked
  readonly diagnostics: readonly Diagnostic[]
  /** What the next version of the same texts need not read again. */
  readonly kept: Kept
  /** What each name in an expression was found to mean, in no order and more than once where it was read more than once. */
  readonly references: readonly Reference[]
}

/**
 * The pipeline as far as findings need it: texts → tree → checked program. Never throws for what a text says. Among the
 * sources are the CSV files that the policy names (`attachedNames`), by their paths in its folder. Given what came of
 * the version before, only declarations with another text are read; the answer is the same.
 */
export function analyse(
  sources: readonly Source[],
  forms: readonly Form[] = [],
  earlier?: Pick<Analysed, 'kept'>,
): Analysed {
  const keeping = { earlier: earlier?.kept ?? new Map(), now: new Map() }
  const attached = attachedAmong(sources)
  const parsed = sources
    .filter((source) => !isAttached(source))
    .map((source) => read(source, forms, attached, keeping))
  return analyseProgram(
    { files: parsed.map((p) => p.file) },
    sources,
    parsed.flatMap((p) => p.diagnostics),
    keeping.now,
  )
}

/** The same from a tree on. `mistakes` are those of its texts; a tree that was edited is of texts without any. */
export function analyseProgram(
  program: Program,
  sources: readonly Source[],
  mistakes: readonly Diagnostic[] = [],
  kept: Kept = new Map(),
): Analysed {
  const { checked, diagnostics: found, references } = check(program, calendarNamed, zoneNamed)
  return {
    program,
    checked,
    references,
    diagnostics: [...mistakes, ...withoutEchoes(found, mistakes, program, sources)],
    kept,
  }
}
