import type { Almanac, Engine, RuleProperties, TopLevelCondition } from 'json-rules-engine'
import { readInstant } from '../../base/local-time.ts'
import { parsePeriod, periodAt } from '../../calendar/periods.ts'
import type { Id } from '../../plan/plan.ts'
import { type Given, givenTo, isObject } from './asked.ts'
import { factAt, noValue, shownAt } from './fact-value.ts'
import { makeWorld } from './make-world.ts'
import { type Model, modelOf, need } from './model.ts'
import { operators } from './operators.ts'
import type { EventParams, FactDefinition, FactValue, RuleSet, UnplacedRow } from './rule-set.ts'
import type { DataSet, Spot, World } from './world.ts'

export type RegisterOptions = {
  /** What a field makes of a request that the policy does not know; `undecided` unless given, since it may be a slip. */
  readonly otherFields?: 'undecided' | 'ignored'
}

/**
 * Makes a rule set part of an engine: its operators, facts, named conditions and rules. `data` are the rows that facts
 * look up, by record, as they are now; a run may hand over others as the fact `rows`. A run asks by facts named as
 * records are (`{ Quote: { … } }`, or the key of a row of `data`) and as kinds of period are (`{ quarter: '2026-Q3' }`).
 */
export function register(
  engine: Engine,
  ruleSet: object,
  data: DataSet = {},
  options: RegisterOptions = {},
): void {
  const set = checkedSet(ruleSet)
  if (engine.getFact(unplaced) !== undefined)
    throw new Error('an engine takes one rule set: compile the clauses together')
  const model = modelOf(set.definitions)
  const own = copyOf(data)
  const still = makeWorld(model, own)
  const runs = new WeakMap<Almanac, Promise<Run>>()
  const runOf = (almanac: Almanac): Promise<Run> => {
    const known = runs.get(almanac)
    if (known) return known
    const made = beginRun(set, own, still, almanac, options)
    runs.set(almanac, made)
    return made
  }
  for (const [name, operator] of Object.entries(operators)) engine.addOperator(name, operator)
  for (const [name, condition] of Object.entries(set.conditions))
    engine.setCondition(name, condition as TopLevelCondition)
  for (const [name, definition] of Object.entries(set.facts))
    engine.addFact(name, async (_, almanac) => (await runOf(almanac)).find(definition, factAt))
  engine.addFact(unplaced, async (_, almanac) => unplacedIn(await runOf(almanac)), { cache: false })
  for (const rule of set.rules)
    engine.addRule({
      ...(rule as RuleProperties),
      onSuccess: async (event, almanac) => {
        event.params = filled(await runOf(almanac), set, rule.event.params)
      },
    })
}

/** The fact of the rows that belong to nobody. */
const unplaced = 'bylaw.unplaced'

function checkedSet(ruleSet: object): RuleSet {
  const { format, version } = ruleSet as Partial<RuleSet>
  if (format !== 'bylaw-rules' || version !== 1)
    throw new Error('this is no rule set that this version of bylaw/rules can read')
  return ruleSet as RuleSet
}

/** What is remembered of rows must not hang on whether somebody changes them later. */
function copyOf(data: DataSet): DataSet {
  return Object.fromEntries(
    Object.entries(data).map(([record, rows]) => [record, rows.map((row) => ({ ...row }))]),
  )
}

/** What one run of the engine is about. */
type Run = {
  readonly world: World
  /** A fact as it is here; null where the run does not ask about its grain. */
  readonly find: (
    fact: FactDefinition,
    at: (world: World, fact: FactDefinition, spot: Spot) => FactValue,
  ) => FactValue
}

async function beginRun(
  set: RuleSet,
  data: DataSet,
  still: World,
  almanac: Almanac,
  { otherFields = 'undecided' }: RegisterOptions,
): Promise<Run> {
  const { model } = still
  const rows = await optional(almanac, 'rows')
  const facts = new Map<Id, unknown>()
  for (const { id } of model.definitions.relations) {
    const fact = await optional(almanac, id)
    if (fact !== undefined && fact !== null) facts.set(id, fact)
  }
  const given = givenTo(model, data, isObject(rows) ? (rows as DataSet) : undefined, facts)
  const periods = new Map<Id, string>()
  for (const { period } of set.clauses) {
    if (period === undefined || periods.has(period)) continue
    const named = await optional(almanac, period)
    if (named !== undefined && named !== null) periods.set(period, String(named))
  }
  // Where nothing new is handed over, what was found out for one run holds for the next.
  const now = toldTime(set, await optional(almanac, 'now'))
  const world = given.isAsRegistered && now === undefined ? still : makeWorld(model, given.rows, now)
  return {
    world,
    find: (fact, at) => {
      const spot = spotOf(model, fact, given, periods)
      if (spot === undefined) return null
      const field =
        otherFields === 'ignored' ? undefined : given.unknown.get(recordOf(model, fact.grain) ?? '')
      if (field === undefined) return at(world, fact, spot)
      const reason = set.words.unknownField.replace('{field}', field)
      return { is: 'undecided', code: 'BY934', reason }
    },
  }
}

/** The fact `now`: a time with its offset, or in the policy's zone. */
function toldTime({ definitions }: RuleSet, told: unknown): number | undefined {
  if (told === undefined || told === null) return undefined
  const found = readInstant(definitions.zone, String(told))
  if (typeof found === 'string') throw new Error(`now is no time: ${String(told)}`)
  return found.at
}

/** The record of which a row is handed over for a grain. */
function recordOf(model: Model, grain: Id): Id | undefined {
  const { relation } = need(model.grains, grain)
  return relation === undefined ? undefined : (model.derived.get(relation)?.of ?? relation)
}

function spotOf(
  model: Model,
  { grain: id, line }: FactDefinition,
  { asked }: Given,
  periods: ReadonlyMap<Id, string>,
): Spot | undefined {
  const { relation, period: kindId } = need(model.grains, id)
  const made = relation === undefined ? undefined : model.derived.get(relation)
  const base = relation === undefined ? 0 : asked.get(made?.of ?? relation)
  if (base === undefined) return undefined
  const row = made === undefined ? base : base * made.lines.length + (line ?? 0)
  if (kindId === undefined) return { grain: id, row }
  const kind = need(model.kinds, kindId)
  const plain = kind.is === 'window' ? kind.of : kind
  const text = periods.get(plain.id)
  if (text === undefined) return undefined
  const found = parsePeriod(plain, text)
  if (found === undefined) throw new Error(`${text} is no period of the kind ${plain.id}`)
  const period = periodAt(kind, found.start)
  return period && { grain: id, row, period }
}

/** A fact that a run may leave out. */
async function optional(almanac: Almanac, id: string): Promise<unknown> {
  try {
    return await almanac.factValue(id)
  } catch (problem) {
    if (isObject(problem) && problem.code === 'UNDEFINED_FACT') return undefined
    throw problem
  }
}

/** The parameters of an event with the values of facts in the places that name them. */
function filled(run: Run, { facts }: RuleSet, params: EventParams): EventParams {
  const fill = (value: unknown): unknown => {
    if (!isObject(value)) return value
    if (typeof value.fact !== 'string' || Object.keys(value).length !== 1)
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part)]))
    if (value.fact === unplaced) return unplacedIn(run)
    const definition = facts[value.fact]
    return definition === undefined ? null : run.find(definition, shownAt)
  }
  return fill(params) as EventParams
}

function unplacedIn({ world }: Run): readonly UnplacedRow[] {
  return [...world.unplaced.values()]
    .map(({ record, row, state }) => ({
      record,
      row: world.keyOf(record, row),
      reason: noValue(world.model, state).reason,
    }))
    .sort((a, b) => (`${a.record}\n${a.row}` < `${b.record}\n${b.row}` ? -1 : 1))
}
