import { entryOf } from './base/codes.ts'
import type { Diagnostic } from './base/diagnostic.ts'
import type { Source } from './base/span.ts'
import { calendarNamed } from './calendar/china.ts'
import { zoneNamed } from './calendar/zone.ts'
import { check } from './check/check.ts'
import type { Checked } from './check/clauses.ts'
import { withoutEchoes } from './check/echoes.ts'
import { lower } from './plan/lower.ts'
import type { Plan } from './plan/plan.ts'
import type { Program } from './syntax/ast.ts'
import { attachedAmong, isAttached } from './syntax/attached.ts'
import { type Form, read } from './syntax/read.ts'

export type Compiled = {
  readonly program: Program
  readonly checked: Checked
  /** Absent when a finding is an error: such a policy is never run. */
  readonly plan?: Plan
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The whole pipeline: texts → tree → checked program → plan. Never throws for what a text says. Among the sources are
 * the CSV files that the policy names (`attachedNames`), by their paths in its folder.
 */
export function compile(sources: readonly Source[], forms: readonly Form[] = []): Compiled {
  const attached = attachedAmong(sources)
  const parsed = sources
    .filter((source) => !isAttached(source))
    .map((source) => read(source, forms, attached))
  const program: Program = { files: parsed.map((p) => p.file) }
  const { checked, diagnostics: found } = check(program, calendarNamed, zoneNamed)
  const mistakes = parsed.flatMap((p) => p.diagnostics)
  const diagnostics = [...mistakes, ...withoutEchoes(found, mistakes, program, sources)]
  const broken = diagnostics.some((d) => entryOf(d.code).severity === 'error')
  return { program, checked, diagnostics, ...(!broken && { plan: lower(checked, sources) }) }
}
