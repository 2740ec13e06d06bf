import type { Source } from '../../base/span.ts'
import { compileProgram } from '../../compile.ts'
import { rowsFromObjects } from '../../data/from-objects.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Program } from '../../syntax/ast.ts'
import type { Value } from '../../targets/evaluate/value.ts'
import type { Case, Expectation } from '../cases/case.ts'
import type { Difference } from '../cases/case-run.ts'
import { type CaseInput, runCase } from '../cases/run-case.ts'
import type { Mutant } from './mutant.ts'
import { nameOf, namesIn, planOfCases } from './plan-of-cases.ts'
import { prunedPlan } from './pruned-plan.ts'
import { type Slice, slicesOf } from './slice.ts'

/**
 * What became of a mutant: noticed by a case; noticed by none (`read` is how many cases expect anything that could have
 * changed); refused by the checks, so that nobody could make the change; or no change at all in what is computed.
 */
export type MutantRun = { readonly mutant: Mutant } & (
  | { readonly is: 'killed'; readonly by: Case }
  | { readonly is: 'survived'; readonly read: number }
  | { readonly is: 'refused' | 'equivalent' }
)

/** The part of the policy that a declaration has to do with, before any change. */
type Base = {
  readonly slice?: Slice
  readonly text: string
  readonly prune: (plan: Plan) => Plan
  /** The cases that can notice a change, with what in them can. */
  readonly cases: readonly Case[]
  /** How each of them comes out before any change, as far as it looks itself, and among all that the cases look at. */
  readonly before: (one: Case) => string
  readonly beforeInAll: (one: Case) => string
}

/**
 * Tries each mutant on the cases, until the first that comes out in another way. Only the declarations that have to do
 * with the changed one are compiled and run. The cases must pass before: one that fails notices nothing.
 */
export function* runMutants(
  { program, plan }: { readonly program: Program; readonly plan: Plan },
  sources: readonly Source[],
  mutants: readonly Mutant[],
  cases: readonly Case[],
  inputs: ReadonlyMap<Case, CaseInput> = new Map(),
): Generator<MutantRun> {
  const slice = slicesOf(program)
  // Records are in every part of the policy alike: the rows of a case are read once.
  const loaded = new Map<Case, CaseInput>(
    cases.map((one) => {
      const input = inputs.get(one)
      return [one, { ...input, loaded: input?.loaded ?? rowsFromObjects(plan, one.given) }]
    }),
  )
  const bases = new Map<string, Base>()
  const whole = { plan, text: JSON.stringify(plan) }
  let last: Case | undefined
  for (const mutant of mutants) {
    const base = bases.get(mutant.clause) ?? baseOf(mutant.clause)
    bases.set(mutant.clause, base)
    const changed = mutant.program()
    const next = compileProgram(base.slice?.of(changed) ?? changed, sources).plan
    if (next === undefined) yield { mutant, is: 'refused' }
    else if (JSON.stringify(next) === base.text) yield { mutant, is: 'equivalent' }
    else {
      const first = base.cases.find(({ name }) => name === last?.name)
      // The one that noticed the change before this is likely to notice this one too.
      const order = first ? [first, ...base.cases.filter((one) => one !== first)] : base.cases
      const part = base.prune(next)
      // What a case looks at itself shows most changes, and is soon worked out; what else it would meet comes after.
      const own = planOfCases(part)
      const by =
        order.find((one) => outcome(own(one), one) !== base.before(one)) ??
        order.find((one) => own(one) !== part && outcome(part, one) !== base.beforeInAll(one))
      if (by) last = by
      yield by ? { mutant, is: 'killed', by } : { mutant, is: 'survived', read: base.cases.length }
    }
  }

  function baseOf(clause: string): Base {
    const part = slice(clause)
    const concerned = cases.flatMap((one) => {
      const expectations = one.expectations.filter((each) => isConcerned(each, part))
      if (expectations.length === 0 && !one.only && !one.golden) return []
      const own: Case = { ...one, expectations }
      const rows = loaded.get(one)
      if (rows) loaded.set(own, rows)
      return [own]
    })
    const sliced = compileProgram(part.of(program), sources).plan
    // Whole quarters take longest: they are asked when no other case has noticed.
    const ordered = [...concerned].sort((a, b) => Number(!!a.data) - Number(!!b.data))
    const names = namesIn(concerned)
    const isWanted = (id: string) => (names ? names.has(id) : isOf(id, part.affected))
    const prune = (one: Plan) => prunedPlan(one, isWanted)
    const looked = prune(sliced ?? plan)
    const ofCase = planOfCases(looked)
    const before = remembered((one) => outcome(ofCase(one), one))
    const beforeInAll = remembered((one) => outcome(looked, one))
    const more = { cases: ordered, before, beforeInAll, prune }
    return sliced ? { slice: part, text: JSON.stringify(sliced), ...more } : { text: whole.text, ...more }
  }

  function remembered(work: (one: Case) => string): (one: Case) => string {
    const known = new Map<Case, string>()
    return (one) => {
      const found = known.get(one) ?? work(one)
      known.set(one, found)
      return found
    }
  }

  function outcome(of: Plan, one: Case): string {
    const { differences, golden } = runCase(of, one, loaded.get(one))
    return [...differences.map(differenceText), golden?.digest ?? ''].join('\n')
  }
}

/** Whether a change of the slice's declaration can change what is expected. */
function isConcerned(expectation: Expectation, { affected }: Slice): boolean {
  if (expectation.is === 'count') return true
  return isOf(nameOf(expectation), affected)
}

/** `kpi.growth`, an indicator's score, is of `kpi`. */
function isOf(name: string, declared: ReadonlySet<string>): boolean {
  return declared.has(name) || declared.has(name.split('.')[0] ?? '')
}

function differenceText(difference: Difference): string {
  switch (difference.is) {
    case 'value':
      return `${at(difference.expectation)} ${valueText(difference.spot.value)}`
    case 'no-line':
    case 'several-lines':
      return `${at(difference.expectation)} ${difference.is}`
    case 'count':
      return `${difference.what} ${difference.got}`
    case 'golden':
      // Its digest says more than the first of the differences.
      return difference.why
    case 'unexpected':
      return `${difference.spot.id} ${valueText(difference.spot.value)}`
  }
}

function at({ span }: Expectation): string {
  return `${span.source}:${span.from}`
}

function valueText(value: Value): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part))
}
