import { sameData } from '../base/same-data.ts'
import type { Span } from '../base/span.ts'
import type * as clauses from '../check/clauses.ts'
import type { Builder } from './builder.ts'
import type { Written } from './ledger.ts'

/** What a plan leaves to the next: every step of the lowering, with all that it added. */
export type Lowering = {
  readonly program: Pick<clauses.Checked, 'policy' | 'records' | 'periods' | 'calendar' | 'zone'>
  readonly steps: readonly Step[]
}
/** The lists of a builder that steps add to. */
const lists = [
  'columns',
  'tables',
  'schedules',
  'clocks',
  'outputs',
  'targets',
  'reasons',
  'relations',
  'grains',
  'derived',
  'pairs',
  'checks',
  'calendars',
] as const
type Lists = { readonly [L in (typeof lists)[number]]: Builder[L] }
type Step = {
  readonly of: unknown
  readonly added: Lists
  readonly spans: readonly Span[]
  readonly next: Builder['ledger']['next']
  readonly written: Written
}

export type Steps = {
  /** Does a step of the lowering of `of`, or takes what it added before. `always`: it changes what others added. */
  readonly step: (of: unknown, run: () => void, always?: boolean) => void
  readonly lowering: Lowering
}

/**
 * Lowers in steps. A step is taken from an earlier lowering where everything before it was numbered and named as it was
 * then, and nothing that it asked for under a key has changed: then it would add the same again.
 */
export function stepsOf(builder: Builder, program: clauses.Checked, earlier: Lowering | undefined): Steps {
  const known = earlier && isSameWorld(earlier.program, program) ? earlier.steps : []
  const steps: Step[] = []
  const changed = new Set<string>()
  let aligned = known.length > 0
  const step = (of: unknown, run: () => void, always = false): void => {
    const before = aligned ? known[steps.length] : undefined
    if (before && !always && before.of === of && !touches(changed, before.written)) {
      take(builder, before)
      steps.push(before)
      return
    }
    const made = record(builder, of, run)
    if (before && isAlike(before, made)) {
      noteChanged(changed, before.written, made.written)
      steps.push(settled(builder, before, made))
      return
    }
    aligned = false
    steps.push(made)
  }
  return { step, lowering: { program, steps } }
}

function touches(changed: ReadonlySet<string>, { asked }: Written): boolean {
  for (const key of changed) if (asked.has(key)) return true
  return false
}

function isSameWorld(a: Lowering['program'], b: Lowering['program']): boolean {
  const isSame = a.policy === b.policy && a.records === b.records && a.calendar === b.calendar
  return isSame && a.zone === b.zone && sameData(a.periods, b.periods)
}

/** Runs a step and writes down all that it adds. */
function record(builder: Builder, of: unknown, run: () => void): Step {
  const { ledger } = builder
  const from = lists.map((list) => builder[list].length)
  const spans = ledger.spans.length
  const written = ledger.begin()
  run()
  const added = Object.fromEntries(lists.map((list, i) => [list, builder[list].slice(from[i])]))
  return {
    of,
    added: added as Lists,
    spans: ledger.spans.slice(spans),
    next: { ...ledger.next },
    written,
  }
}

/** Adds what a step added before. */
function take({ ledger, ...builder }: Builder, { added, spans, next, written }: Step): void {
  for (const list of lists) for (const item of added[list]) push(builder[list], item)
  for (const span of spans) ledger.spans.push(span)
  Object.assign(ledger.next, next)
  ledger.take(written)
}

function push(list: unknown[], item: unknown): void {
  list.push(item)
}

/** Whether what follows is numbered the same after both. */
function isAlike(a: Step, b: Step): boolean {
  return a.spans.length === b.spans.length && sameData(a.next, b.next)
}

/** Keys under which something else is found now. */
function noteChanged(changed: Set<string>, before: Written, now: Written): void {
  const olds = new Map(before.entries.map(({ key, answer }) => [key, answer]))
  for (const { key, answer } of now.entries) {
    if (!sameData(olds.get(key), answer)) changed.add(key)
    olds.delete(key)
  }
  for (const key of olds.keys()) changed.add(key)
}

/** What came out as before is the very same: who looks for what changed sees it at once. */
function settled(builder: Builder, before: Step, made: Step): Step {
  const kept = Object.fromEntries(
    lists.map((list) => [list, settledList(builder[list], before.added[list], made.added[list])]),
  )
  return { ...made, added: kept as Lists }
}

function settledList(all: unknown[], before: readonly unknown[], made: readonly unknown[]): unknown[] {
  const from = all.length - made.length
  const kept = made.map((item, i) => (sameData(before[i], item) ? before[i] : item))
  for (const [i, item] of kept.entries()) all[from + i] = item
  return kept
}
