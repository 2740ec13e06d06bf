import { formatDay } from '../../base/day.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Instant } from '../../base/local-time.ts'
import { messageOf } from '../../base/render.ts'
import type { Id, Output } from '../../plan/plan.ts'
import type { Opening } from '../../targets/evaluate/engine.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import type { Named, ResultLine } from '../../targets/evaluate/results.ts'
import type { Span } from '../../targets/evaluate/spans.ts'
import { why } from '../../targets/evaluate/why.ts'
import { compareSizes, isZero, minus, plus, zero } from './amount.ts'
import { crossingsOf } from './cliffs.ts'
import { curvesOf } from './curves.ts'
import { editPath, knownRuns, plainPath, type RowsFor, runsAlong } from './edited-runs.ts'
import { grouped } from './grouped.ts'
import { groupField, groupingFields } from './groups.ts'
import type { Clause, ClauseChange, EditEffect, Impact, LineChange, PersonChange } from './impact.ts'
import { amountOf, changesOf, isPaying, type PaySums, paySums, paySumsOf } from './pay.ts'
import { peopleOf } from './pseudonyms.ts'
import { differingLines, lineKey, type Pair, type RunLines } from './run-lines.ts'
import { totalsOf } from './totals.ts'
import type { Version } from './version.ts'

export type ImpactInput = {
  readonly before: Version
  readonly after: Version
  readonly rowsFor: RowsFor
  /** The days of the period, and what it is called. */
  readonly span: Span
  readonly period: string
  readonly now?: Instant
  /** How things stood before the period, for both versions alike; without it both are run from the beginning. */
  readonly opening?: Opening
  /** The field by which people are put together. */
  readonly by?: string
  /** Only what changes, and not by which edit: one run of each version. */
  readonly plain?: boolean
  /** What running both versions on these days gave, where that was done already. */
  readonly known?: { readonly before: Results; readonly after: Results }
  /** How many of the steps to work out are done, of how many. */
  readonly tell?: (done: number, all: number) => void
}

/** Runs both versions on the same data and says what differs, edit by edit. Pure. */
export function measureImpact(input: ImpactInput): Impact {
  const { before, after, span, now, opening } = input
  const path = input.plain ? plainPath(before, after) : editPath(before, after, input.tell)
  const options = { span, ...(now !== undefined && { now }), ...(opening && { opening }) }
  const { first, steps } =
    input.plain && input.known
      ? knownRuns(input.known)
      : runsAlong(path, before, after, input.rowsFor, options, input.tell, input.known?.before)
  const last = steps.at(-1)?.run ?? first
  const pairs = differingLines(first, last, path.nameBefore)
  const policyCurrency = after.plan.policy.currency
  const { person, all: everybody } = peopleOf(first, last)
  const clauseOf = (output: Output): Clause => ({
    id: output.id,
    title: output.title ?? output.id,
    is: output.is,
  })
  const period = ({ period: own, posting }: ResultLine): string =>
    own?.key ?? (posting === undefined ? input.period : formatDay(posting))
  const lineChange = ({ before: was, after: is }: Pair): LineChange => {
    const line = (is ?? was) as ResultLine
    return {
      clause: clauseOf(line.output),
      ...(line.subject && { subject: person(line.subject) }),
      ...(line.item && { item: line.item }),
      period: period(line),
      ...(was && { before: was }),
      ...(is && { after: is }),
    }
  }

  const stepChanges = steps.map(({ run }, i) => {
    const from = i === 0 ? first : (steps[i - 1]?.run ?? first)
    const differing = differingLines(from, run, i === 0 ? path.nameBefore : undefined)
    return { differing, changes: changesOf(differing, policyCurrency) }
  })
  const sums = paySumsOf(first)
  const whole = changesOf(pairs, policyCurrency)
  const counted = steps
    .map((step, i) => ({ step, ...(stepChanges[i] ?? { differing: [], changes: paySums(undefined) }) }))
    .filter(({ step, differing }) => step.edits.length > 0 || step.settings || differing.length > 0)
  const changed = peopleChanged(
    whole,
    sums,
    counted.map(({ changes }) => changes),
    person,
  )
  const people = withClauses(changed, pairs, policyCurrency, clauseOf)
  const subject = people[0]?.person.named.record ?? subjectOf(last)
  const field = subject === undefined ? undefined : groupField(last.results.engine, subject, input.by)
  const groups = field && grouped(first, last, field, sums, people, person)
  const held = pairs.flatMap((pair) => {
    const is = pair.after
    if (is?.value.is !== 'held') return []
    return [{ ...lineChange(pair), why: why(last.results.engine, is.output.column, is.row) }]
  })
  const sides = [
    { version: before, run: first },
    { version: after, run: last },
  ] as const
  const clauses = commonClauses(last, path.nameBefore, first, clauseOf)
  const personIn = ({ subject: of }: ResultLine) => of && person(of)
  const touched = new Set(pairs.map(({ after: is, before: was }) => (is ?? was)?.output.id))
  return {
    before: before.name,
    after: after.name,
    policy: after.plan.policy.title ?? after.plan.policy.id,
    period: input.period,
    compared: { lines: linesIn(first, last), people: countPeople(first, last) },
    totals: totalsOf(sums, whole),
    everybody,
    steps: counted.map(
      ({ step, differing, changes }): EditEffect => ({
        edits: step.edits,
        settings: step.settings,
        changes: byCurrency(changes),
        people: new Set(
          changes.all().flatMap(({ payee, amount }) => (isZero(amount) ? [] : [payee.named?.key ?? ''])),
        ).size,
        lines: differing.length,
      }),
    ),
    people: people.map((one) => {
      const name = groups?.nameOf(one.person.named)
      return name === undefined ? one : { ...one, group: name }
    }),
    ...(subject !== undefined && {
      subject: { record: subject, fields: groupingFields(last.results.engine, subject) },
    }),
    ...(groups && { groups: groups.groups }),
    clauses: clauseChanges(first, pairs, policyCurrency, clauseOf, path.nameBefore),
    results: pairs.flatMap((pair) => {
      const line = pair.after ?? pair.before
      const states = [pair.before?.value.is, pair.after?.value.is]
      return line && !isPaying(line.output) && !states.includes('held') ? [lineChange(pair)] : []
    }),
    held,
    decided: pairs.flatMap((pair) =>
      pair.before?.value.is === 'held' && pair.after && pair.after.value.is !== 'held'
        ? [lineChange(pair)]
        : [],
    ),
    findings: findingsOf(before.diagnostics, after.diagnostics),
    cliffs: crossingsOf(sides[0], sides[1], clauses, lineKey, (line) => {
      const of = personIn(line)
      return { ...(of && { person: of }), period: period(line) }
    }),
    declared: declaredOf(first, last, path.nameBefore, clauseOf),
    unplaced: { before: first.results.unplaced.length, after: last.results.unplaced.length },
    curves: curvesOf(
      sides[0],
      sides[1],
      clauses.filter(({ clause }) => touched.has(clause.id)),
      lineKey,
      personIn,
      // A picture of one version alone says nothing of the change.
    ).filter((pair) => pair.before.length > 0),
  }
}

function peopleChanged(
  whole: PaySums,
  sums: PaySums,
  steps: readonly PaySums[],
  person: (named: Named) => Impact['people'][number]['person'],
): readonly PersonChange[] {
  const concerned = new Map<string, { payee: { named?: Named; currency: string } }>()
  for (const some of [whole, ...steps])
    for (const { payee, amount } of some.all())
      if (!isZero(amount))
        concerned.set(`${payee.named?.record}\n${payee.named?.key}\n${payee.currency}`, { payee })
  return [...concerned.values()]
    .flatMap(({ payee }): readonly PersonChange[] => {
      if (!payee.named) return []
      const before = sums.of(payee)
      const change = whole.of(payee)
      return [
        {
          person: person(payee.named),
          currency: payee.currency,
          before,
          after: plus(before, change),
          steps: steps.map((step) => step.of(payee)),
          clauses: [],
        },
      ]
    })
    .filter((one) => !isZero(minus(one.after, one.before)) || one.steps.some((step) => !isZero(step)))
    .sort(
      (a, b) =>
        compareSizes(minus(a.after, a.before), minus(b.after, b.before)) || a.person.number - b.person.number,
    )
}

function withClauses(
  people: readonly PersonChange[],
  pairs: readonly Pair[],
  policyCurrency: string | undefined,
  clauseOf: (output: Output) => Clause,
): readonly PersonChange[] {
  const byClause = new Map<Id, { clause: Clause; sums: PaySums }>()
  for (const { before, after } of pairs) {
    const output = (after ?? before)?.output
    if (!output || !isPaying(output)) continue
    const entry = byClause.get(output.id) ?? { clause: clauseOf(output), sums: paySums(policyCurrency) }
    byClause.set(output.id, entry)
    const [was, is] = [before && amountOf(before), after && amountOf(after)]
    if (before && was) entry.sums.add(before, minus(zero, was))
    if (after && is) entry.sums.add(after, is)
  }
  return people.map((one) => ({
    ...one,
    clauses: [...byClause.values()].flatMap(({ clause, sums }) => {
      const change = sums.of({ named: one.person.named, currency: one.currency })
      return isZero(change) ? [] : [{ clause, change }]
    }),
  }))
}

function byCurrency(sums: PaySums): EditEffect['changes'] {
  const found = new Map<string, ReturnType<typeof plus>>()
  for (const { payee, amount } of sums.all())
    found.set(payee.currency, plus(found.get(payee.currency) ?? zero, amount))
  return [...found].flatMap(([currency, change]) => (isZero(change) ? [] : [{ currency, change }]))
}

function clauseChanges(
  first: RunLines,
  pairs: readonly Pair[],
  policyCurrency: string | undefined,
  clauseOf: (output: Output) => Clause,
  nameBefore: (output: Id) => Id,
): readonly ClauseChange[] {
  const byClause = new Map<Id, { output: Output; pairs: Pair[] }>()
  for (const pair of pairs) {
    const output = (pair.after ?? pair.before)?.output
    if (!output || !isPaying(output)) continue
    const entry = byClause.get(output.id) ?? { output, pairs: [] }
    byClause.set(output.id, entry)
    entry.pairs.push(pair)
  }
  return [...byClause.values()].flatMap(({ output, pairs: own }) => {
    const before = paySums(policyCurrency)
    for (const line of first.lines.get(nameBefore(output.id)) ?? first.lines.get(output.id) ?? []) {
      const amount = amountOf(line)
      if (amount) before.add(line, amount)
    }
    const change = paySums(policyCurrency)
    for (const pair of own) {
      const [was, is] = [pair.before && amountOf(pair.before), pair.after && amountOf(pair.after)]
      if (pair.before && was) change.add(pair.before, minus(zero, was))
      if (pair.after && is) change.add(pair.after, is)
    }
    const sums = new Map(byCurrency(before).map((one) => [one.currency, one.change]))
    const moved = new Set(change.all().flatMap((one) => (isZero(one.amount) ? [] : [one.payee.currency])))
    return [...moved].map((currency): ClauseChange => {
      const was = sums.get(currency) ?? zero
      const own2 = change.all().filter((one) => one.payee.currency === currency && !isZero(one.amount))
      const total = own2.reduce((sum, one) => plus(sum, one.amount), zero)
      return {
        clause: clauseOf(output),
        currency,
        listed: output.listed,
        before: was,
        after: plus(was, total),
        people: own2.length,
      }
    })
  })
}

function linesIn(first: RunLines, last: RunLines): number {
  const count = ({ lines }: RunLines): number => [...lines.values()].reduce((n, list) => n + list.length, 0)
  return Math.max(count(first), count(last))
}

function countPeople(first: RunLines, last: RunLines): number {
  const found = new Set<string>()
  const seen = new WeakSet<Named>()
  for (const { lines } of [first, last])
    for (const list of lines.values())
      for (const { subject } of list) {
        if (!subject || seen.has(subject)) continue
        seen.add(subject)
        found.add(`${subject.record}\n${subject.key}`)
      }
  return found.size
}

/** The record of those who are paid, where nobody's pay changes. */
function subjectOf({ lines }: RunLines): Id | undefined {
  for (const list of lines.values()) {
    const line = list.find(({ output, subject }) => isPaying(output) && subject !== undefined)
    if (line?.subject) return line.subject.record
  }
  return undefined
}

function commonClauses(
  last: RunLines,
  nameBefore: (output: Id) => Id,
  first: RunLines,
  clauseOf: (output: Output) => Clause,
): readonly { readonly clause: Clause; readonly before: Id }[] {
  return last.results.engine.model.plan.outputs
    .map((output) => ({ clause: clauseOf(output), before: nameBefore(output.id) }))
    .filter(({ before }) => first.lines.has(before))
}

function declaredOf(
  first: RunLines,
  last: RunLines,
  nameBefore: (output: Id) => Id,
  clauseOf: (output: Output) => Clause,
): Impact['declared'] {
  const before = first.results.engine.model.plan.outputs
  const after = last.results.engine.model.plan.outputs
  const names = new Set(after.map(({ id }) => nameBefore(id)))
  return {
    added: after.filter(({ id }) => !before.some((one) => one.id === nameBefore(id))).map(clauseOf),
    removed: before.filter(({ id }) => !names.has(id)).map(clauseOf),
    renamed: after.flatMap((output) => {
      const from = before.find(({ id }) => id === nameBefore(output.id))
      return from && from.id !== output.id ? [{ from: clauseOf(from), to: clauseOf(output) }] : []
    }),
  }
}

/** Findings by what they say: the same one elsewhere in the text is no new one. */
function findingsOf(before: readonly Diagnostic[], after: readonly Diagnostic[]): Impact['findings'] {
  const told = (one: Diagnostic): string => `${one.code} ${messageOf(one, 'en')}`
  const without = (all: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] => {
    const left = others.map(told)
    return all.filter((one) => {
      const at = left.indexOf(told(one))
      if (at < 0) return true
      left.splice(at, 1)
      return false
    })
  }
  return { added: without(after, before), gone: without(before, after) }
}
