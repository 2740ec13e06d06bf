import { type Analysed, analyse, analyseProgram, type KeptWork } from './analyse.ts'
import { entryOf } from './base/codes.ts'
import type { Source } from './base/span.ts'
import { lower } from './plan/lower.ts'
import type { Plan } from './plan/plan.ts'
import type { Program } from './syntax/ast.ts'
import type { Form } from './syntax/read.ts'

/** `plan` is absent when a finding is an error: such a policy is never run. */
export type Compiled = Analysed & { readonly plan?: Plan }

/**
 * The whole pipeline: texts → tree → checked program → plan. Never throws for what a text says. Who compiles one version
 * after another, as an editor, hands in what came of the one before: the answer is the same, sooner.
 */
export function compile(
  sources: readonly Source[],
  forms: readonly Form[] = [],
  earlier?: { readonly kept: KeptWork },
): Compiled {
  return planned(analyse(sources, forms, earlier), sources)
}

/**
 * The pipeline from a tree on, for one that was edited after it was read: what compiling its text again would give, with
 * the places of the text it was read from (`sources`: they give the lines and headings that results cite). Only for a
 * tree whose texts have no mistakes of syntax: what these hide is not in it.
 */
export function compileProgram(program: Program, sources: readonly Source[]): Compiled {
  return planned(analyseProgram(program, sources), sources)
}

function planned(analysed: Analysed, sources: readonly Source[]): Compiled {
  if (analysed.diagnostics.some((d) => entryOf(d.code).severity === 'error')) return analysed
  const { own } = analysed.kept
  const plan = own ? lower(own.checked, sources, { place: own.place }) : lower(analysed.checked, sources)
  // What is worked out only when it is asked for stays so.
  return Object.defineProperties({ plan }, Object.getOwnPropertyDescriptors(analysed)) as Compiled
}
