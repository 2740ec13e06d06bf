import type { Source } from '../../base/span.ts'
import { compileProgram } from '../../compile.ts'
import type { Id, Plan } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import type { Declaration, Program } from '../../syntax/ast.ts'
import { type EvaluateOptions, evaluate, type Results } from '../../targets/evaluate/evaluate.ts'
import { differenceOf, withChanges } from './delta.ts'
import { type Edit, editOf, renamedEdit } from './edit.ts'
import { editSteps } from './edit-steps.ts'
import { isTree } from './meaning.ts'
import { type Rename, renamesOf, withRenames } from './renames.ts'
import { type RunLines, runLines } from './run-lines.ts'
import type { Version } from './version.ts'

/** The versions between the old policy and the new one, an edit (or some that need one another) at a time. */
export type EditPath = {
  readonly steps: readonly { readonly edits: readonly Edit[]; readonly plan: Plan }[]
  readonly renames: readonly Rename[]
  /** What a clause of the new version was called in the old one. */
  readonly nameBefore: (output: Id) => Id
}

/** All edits as one step, which is not told apart. */
export function plainPath(before: Version, after: Version): EditPath {
  const renames = renamesThatHold(before.program, after.program, planning(before, after))
  return { renames, nameBefore: nameBeforeOf(renames), steps: [{ edits: [], plan: after.plan }] }
}

/** Plans of what lies between two versions. */
function planning(before: Version, after: Version) {
  // Spans of both versions may be alike: those of the new one are marked.
  const sources = [
    ...before.sources,
    ...after.sources.map((source) => ({ ...source, name: marked(source.name) })),
  ]
  return (declarations: readonly Declaration[]): Plan | undefined => {
    const [first] = before.program.files
    const file = { source: '', language: first?.language ?? 'en', trailing: [], declarations }
    return compileProgram({ files: [file] }, sources).plan
  }
}

export function editPath(
  before: Version,
  after: Version,
  tell: (done: number, all: number) => void = () => {},
): EditPath {
  const planOf = planning(before, after)
  const renames = renamesThatHold(before.program, after.program, planOf)
  const old = withRenames(before.program, renames)
  const renamedPlan = renames.length > 0 ? planOf(declarationsOf(old)) : undefined
  const difference = differenceOf(old, markedProgram(after.program))
  const steps = editSteps(
    difference,
    (made) => {
      tell(made.size, 2 * difference.changes.length)
      return planOf(withChanges(difference, made))
    },
    after.plan,
  )
  const newSources = sourcesMarked(after.sources)
  const edits = difference.changes.map((change) => unmarked(editOf(change, before.sources, newSources)))
  const first = renames.map(({ old: was, new: now }) => renamedEdit(was, now, before.sources, after.sources))
  return {
    renames,
    nameBefore: nameBeforeOf(renames),
    steps: [
      ...(renamedPlan
        ? [{ edits: first, plan: difference.changes.length === 0 ? after.plan : renamedPlan }]
        : []),
      ...steps.map(({ changes, plan }) => ({ plan, edits: changes.flatMap((i) => edits[i] ?? []) })),
    ],
  }
}

function declarationsOf(program: Program): readonly Declaration[] {
  return program.files.flatMap((file) => file.declarations)
}

/** Renames after which the old policy still compiles: else the names meant different things in different places. */
function renamesThatHold(
  before: Program,
  after: Program,
  planOf: (declarations: readonly Declaration[]) => Plan | undefined,
): readonly Rename[] {
  const renames = renamesOf(before, after)
  if (renames.length === 0) return []
  return planOf(declarationsOf(withRenames(before, renames))) ? renames : []
}

function nameBeforeOf(renames: readonly Rename[]): (output: Id) => Id {
  const names = new Map(renames.map(({ old, new: now }) => [now.name.text, old.name.text]))
  return (output) => {
    const [clause = '', ...part] = output.split('.')
    return [names.get(clause) ?? clause, ...part].join('.')
  }
}

const mark = 'new/'

function marked(name: string): string {
  return mark + name
}

function sourcesMarked(sources: readonly Source[]): readonly Source[] {
  return sources.map((source) => ({ ...source, name: marked(source.name) }))
}

function unmarked(edit: Edit): Edit {
  const { after } = edit
  return after ? { ...edit, after: { ...after, file: after.file.slice(mark.length) } } : edit
}

function markedProgram(program: Program): Program {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (!isTree(node)) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, part]) => [
        key,
        key === 'span' && isTree(part) ? { ...part, source: marked(String(part.source)) } : walk(part),
      ]),
    )
  }
  return walk(program) as Program
}

/** Rows for a plan, as the old version's settings read them or the new one's: the same where these are the same. */
export type RowsFor = (plan: Plan, settings: 'before' | 'after') => Rows

/** A step of the runs; without edits it is the settings by which the data is read, or what no edit explains. */
export type RunStep = { readonly edits: readonly Edit[]; readonly run: RunLines; readonly settings: boolean }

/** The runs along a path, the old version's first and the new one's last. What an edit does not touch is not run again. */
export function runsAlong(
  { steps, nameBefore }: EditPath,
  before: Version,
  after: Version,
  rowsFor: RowsFor,
  options: EvaluateOptions,
  tell: (done: number, all: number) => void = () => {},
  known?: Results,
): { readonly first: RunLines; readonly steps: readonly RunStep[] } {
  const first = runLines(known ?? evaluate(before.plan, rowsFor(before.plan, 'before'), options))
  const made: RunStep[] = []
  const go = (plan: Plan, edits: readonly Edit[], settings: boolean, name?: (output: Id) => Id): void => {
    const last = made.at(-1)?.run ?? first
    const results = evaluate(plan, rowsFor(plan, 'after'), { ...options, earlier: last.results })
    made.push({ edits, settings, run: runLines(results, last, name) })
  }
  if (rowsFor(before.plan, 'after') !== rowsFor(before.plan, 'before')) go(before.plan, [], true)
  for (const [i, { plan, edits }] of steps.entries()) {
    tell(steps.length + i, 2 * steps.length)
    go(plan, edits, false, i === 0 ? nameBefore : undefined)
  }
  // Where nothing differs in meaning, the new version is run all the same.
  if (steps.length === 0) go(after.plan, [], false)
  return { first, steps: made }
}

/** Two runs that were made already, as one step. */
export function knownRuns({ before, after }: { readonly before: Results; readonly after: Results }): {
  readonly first: RunLines
  readonly steps: readonly RunStep[]
} {
  return { first: runLines(before), steps: [{ edits: [], settings: false, run: runLines(after) }] }
}
