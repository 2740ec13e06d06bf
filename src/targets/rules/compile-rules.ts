import { formatDay } from '../../base/day.ts'
import { reasonText } from '../../base/render.ts'
import { dataBegins } from '../../plan/days.ts'
import type { Clock, ClockWarning, Id, Output, Plan, Ratio } from '../../plan/plan.ts'
import { columnsIn, type Reached, reachedFrom } from '../../plan/reached.ts'
import { quotientTooLarge, usedOffset } from '../../plan/states.ts'
import { rulesOfClause } from './clause-rules.ts'
import type { Writer } from './conditions.ts'
import { factBook } from './fact-book.ts'
import { whyNotSaid } from './not-said.ts'
import type {
  ClauseInfo,
  ClockDefinition,
  Condition,
  Definitions,
  NotSaid,
  Rule,
  RuleSet,
} from './rule-set.ts'

export type RuleSetOptions = {
  /** The clauses wanted; all of them unless given. */
  readonly clauses?: readonly Id[]
  /** Put into the rule set as it is. */
  readonly digest?: string
}

/** A plan as rules of json-rules-engine, and what cannot be said in them. Pure: the same plan gives the same JSON. */
export function rulesOf(plan: Plan, options: RuleSetOptions = {}): RuleSet {
  const names = [...plan.relations, ...plan.periods].map(({ id }) => id)
  const book = factBook(['rows', 'bylaw.unplaced', ...names])
  const rules: Rule[] = []
  const conditions: { [name: string]: Condition } = Object.create(null)
  const clauses: ClauseInfo[] = []
  const notSaid: NotSaid[] = []
  for (const [at, output] of plan.outputs.entries()) {
    if (options.clauses !== undefined && !options.clauses.includes(output.id)) continue
    const reached = reachedFrom(
      plan,
      columnsOf(output).map((id) => columnStart(output, id)),
    )
    const why = whyNotSaid(plan, reached)
    if (why !== undefined) {
      const reason = reasonText(why, plan.policy.language)
      notSaid.push({ clause: output.id, ...titleOf(output), code: why.code, reason })
      continue
    }
    const writer: Writer = { plan, book, grain: output.grain, owner: output.id }
    const made = rulesOfClause(writer, output)
    // Events come in the order in which the policy says its clauses.
    const priority = plan.outputs.length - at + 1
    rules.push(...made.rules.map((rule) => ({ ...rule, priority })))
    for (const [name, condition] of made.conditions) conditions[name] = condition
    clauses.push(infoOf(plan, output, reached))
  }
  for (const { id, title } of options.clauses === undefined ? (plan.targets ?? []) : []) {
    const reason = reasonText({ code: 'BY952', args: { name: title ?? id } }, plan.policy.language)
    notSaid.push({ clause: id, ...(title !== undefined && { title }), code: 'BY952', reason })
  }
  if (rules.length > 0) rules.push(incomplete)
  const { id, title, language, from, until } = plan.policy
  return {
    format: 'bylaw-rules',
    version: 1,
    policy: {
      id,
      ...(title !== undefined && { title }),
      language,
      ...(from !== undefined && { from: formatDay(from) }),
      ...(until !== undefined && { until: formatDay(until) }),
      ...(options.digest !== undefined && { digest: options.digest }),
    },
    clauses,
    rules,
    conditions: { ...conditions },
    facts: { ...book.facts },
    definitions: definitionsOf(plan, reachedFrom(plan, Object.values(book.facts))),
    notSaid,
    words: { unknownField: reasonText({ code: 'BY934', args: { field: '{field}', names: '' } }, language) },
  }
}

/** Told after all others: rows that were looked at and belong to nobody. */
const incomplete: Rule = {
  name: 'incomplete',
  priority: 1,
  conditions: { all: [{ fact: 'bylaw.unplaced', operator: 'bylaw.some', value: true }] },
  event: { type: 'incomplete', params: { rows: { fact: 'bylaw.unplaced' } } },
}

function columnsOf(output: Output): readonly Id[] {
  const { column, payee, posting, also } = output
  return [
    column,
    ...(payee ? [payee.column] : []),
    ...(posting === undefined ? [] : [posting]),
    ...also.map((result) => result.column),
  ]
}

function columnStart({ grain }: Output, column: Id): { readonly grain: Id; readonly value: Ratio } {
  return { grain, value: { n: { op: 'column', column }, scale: 0 } }
}

function titleOf({ title }: Output): { readonly title?: string } {
  return title === undefined ? {} : { title }
}

function infoOf(plan: Plan, output: Output, reached: Reached): ClauseInfo {
  const grain = plan.grains.find(({ id }) => id === output.grain)
  const kind = plan.periods.find(({ id }) => id === grain?.period)
  const period = kind?.is === 'window' ? kind.of.id : kind?.id
  const record = plan.derived.find(({ id }) => id === grain?.relation)?.of ?? grain?.relation
  const files = plan.relations.map(({ id }) => id)
  return {
    id: output.id,
    ...titleOf(output),
    is: output.label,
    ...(record !== undefined && { record }),
    ...(period !== undefined && { period }),
    reads: files.filter((id) => reached.relations.has(id) && id !== record),
  }
}

function definitionsOf(plan: Plan, reached: Reached): Definitions {
  const { from, until, language } = plan.policy
  const begins = dataBegins(plan.policy)
  const pairs = (plan.pairs ?? []).filter(({ id }) => reached.relations.has(id))
  return {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(begins !== undefined && { begins }),
    periods: plan.periods.filter(({ id }) => reached.kinds.has(id)),
    relations: plan.relations
      .filter(({ id }) => reached.relations.has(id))
      .map(({ origin: _, ...relation }) => relation),
    derived: plan.derived
      .filter(({ id }) => reached.relations.has(id))
      .map(({ origin: _, ...derived }) => derived),
    ...(pairs.length > 0 && { pairs }),
    grains: plan.grains.filter(({ id }) => reached.grains.has(id)),
    tables: plan.tables
      .filter(({ id }) => reached.tables.has(id))
      .map(({ id, hit, inputs, rows, otherwise, uncovered, conflict }) => ({
        id,
        hit,
        inputs,
        rows: rows.map(({ tests }) => ({ tests })),
        otherwise: otherwise !== undefined,
        uncovered,
        conflict,
      })),
    schedules: plan.schedules
      .filter(({ id }) => reached.schedules.has(id))
      .map(({ id, mode, pays, extend, scale, bands, uncovered }) => ({
        id,
        mode,
        pays,
        extend,
        scale,
        uncovered,
        bands: bands.map(({ from: start, mode: own }) => ({ ...(start && { from: start }), mode: own })),
      })),
    columns: columnsIn(plan, reached).map(({ id, grain, type, expr, denominator, label }) => ({
      id,
      grain,
      type,
      expr,
      ...(denominator !== undefined && { denominator }),
      ...(label !== undefined && { label }),
    })),
    ...(plan.zone && { zone: plan.zone }),
    clocks: (plan.clocks ?? []).filter(({ id }) => reached.clocks.has(id)).map(clockDefinition),
    calendars: (plan.calendars ?? []).filter(({ id }) => reached.calendars.has(id)),
    reasons: plan.reasons
      .filter((reason) => isReached(reason.state, reached))
      .map((reason) => ({
        state: reason.state,
        is: reason.is,
        class: reason.class,
        code: reason.code,
        text: reasonText(reason, language),
      })),
  }
}

function clockDefinition({ warn, escalations, ...clock }: Clock): ClockDefinition {
  return {
    ...clock,
    ...(warn && { warn: warningDefinition(warn) }),
    escalations: escalations.map(({ origin: _, ...escalation }) => escalation),
  }
}

function warningDefinition({ origin: _, ...warn }: NonNullable<Clock['warn']>): ClockWarning {
  return warn
}

/** What is not applicable may be reckoned with: then it is held with its twin. */
function isReached(state: number, { states }: Reached): boolean {
  return states.has(state) || states.has(state - usedOffset) || state >= quotientTooLarge
}
