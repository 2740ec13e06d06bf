import { type Analysed, analyse, analyseProgram, type KeptWork } from './analyse.ts'
import { entryOf } from './base/codes.ts'
import type { Source } from './base/span.ts'
import { lower, lowerAgain } from './plan/lower.ts'
import type { Lowering } from './plan/lower-again.ts'
import type { Plan } from './plan/plan.ts'
import type { Program } from './syntax/ast.ts'
import type { Form } from './syntax/read.ts'

/** `plan` is absent when a finding is an error: such a policy is never run. */
export type Compiled = Omit<Analysed, 'kept'> & { readonly plan?: Plan; readonly kept: KeptPlan }
/** What one version leaves to the next. */
type KeptPlan = KeptWork & { readonly lowering?: Lowering }

/**
 * The whole pipeline: texts → tree → checked program → plan. Never throws for what a text says. Who compiles one version
 * after another, as an editor, hands in what came of the one before: the answer is the same, sooner.
 */
export function compile(
  sources: readonly Source[],
  forms: readonly Form[] = [],
  earlier?: { readonly kept: KeptPlan },
): Compiled {
  return planned(analyse(sources, forms, earlier), sources, earlier?.kept.lowering)
}

/**
 * The pipeline from a tree on, for one that was edited after it was read: what compiling its text again would give, with
 * the places of the text it was read from (`sources`: they give the lines and headings that results cite). Only for a
 * tree whose texts have no mistakes of syntax: what these hide is not in it. `earlier`: as of `compile`.
 */
export function compileProgram(
  program: Program,
  sources: readonly Source[],
  earlier?: { readonly kept: KeptPlan },
): Compiled {
  return planned(analyseProgram(program, sources, [], earlier?.kept), sources, earlier?.kept.lowering)
}

function planned(analysed: Analysed, sources: readonly Source[], earlier?: Lowering): Compiled {
  const broken = analysed.diagnostics.some((d) => entryOf(d.code).severity === 'error')
  const { own } = analysed.kept
  // While the text is wrong, what the last plan left waits for the next.
  if (broken)
    return own && earlier ? withParts(analysed, { kept: { ...analysed.kept, lowering: earlier } }) : analysed
  if (!own) return { ...analysed, plan: lower(analysed.checked, sources) }
  const { plan, lowering } = lowerAgain(own.checked, sources, own.place, earlier)
  return withParts(analysed, { plan, kept: { ...analysed.kept, lowering } })
}

/** With other parts; what is worked out only when it is asked for stays so. */
function withParts(analysed: Analysed, parts: Pick<Compiled, 'plan' | 'kept'>): Compiled {
  return Object.defineProperties(
    { ...parts },
    Object.fromEntries(
      Object.entries(Object.getOwnPropertyDescriptors(analysed)).filter(([name]) => !(name in parts)),
    ),
  ) as Compiled
}
