import { type Analysed, analyse } from './analyse.ts'
import { entryOf } from './base/codes.ts'
import type { Source } from './base/span.ts'
import { lower } from './plan/lower.ts'
import type { Plan } from './plan/plan.ts'
import type { Form } from './syntax/read.ts'

/** `plan` is absent when a finding is an error: such a policy is never run. */
export type Compiled = Analysed & { readonly plan?: Plan }

/** The whole pipeline: texts → tree → checked program → plan. Never throws for what a text says. */
export function compile(sources: readonly Source[], forms: readonly Form[] = []): Compiled {
  const analysed = analyse(sources, forms)
  const broken = analysed.diagnostics.some((d) => entryOf(d.code).severity === 'error')
  return { ...analysed, ...(!broken && { plan: lower(analysed.checked, sources) }) }
}
