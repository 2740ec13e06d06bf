import type { Almanac, Engine, RuleProperties, TopLevelCondition } from 'json-rules-engine'
import { parsePeriod, periodAt } from '../../calendar/periods.ts'
import type { Id } from '../../plan/plan.ts'
import { factAt, noValue, shownAt } from './fact-value.ts'
import { makeWorld } from './make-world.ts'
import { type Model, modelOf, need } from './model.ts'
import { operators } from './operators.ts'
import type { EventParams, FactDefinition, FactValue, RuleSet, UnplacedRow } from './rule-set.ts'
import type { DataSet, RowObject, Spot, World } from './world.ts'

/**
 * Makes a rule set part of an engine: its operators, facts, named conditions and rules. `data` are the rows that facts
 * look up, by record, as they are now; a run may hand over others as the fact `rows`. A run asks by facts named as
 * records are (`{ Quote: { … } }`, or the key of a row of `data`) and as kinds of period are (`{ quarter: '2026-Q3' }`).
 */
export function register(engine: Engine, ruleSet: object, data: DataSet = {}): void {
  const set = checkedSet(ruleSet)
  const model = modelOf(set.definitions)
  const own = copyOf(data)
  const still = makeWorld(model, own)
  const runs = new WeakMap<Almanac, Promise<Run>>()
  const runOf = (almanac: Almanac): Promise<Run> => {
    const known = runs.get(almanac)
    if (known) return known
    const made = beginRun(set, own, still, almanac)
    runs.set(almanac, made)
    return made
  }
  for (const [name, operator] of Object.entries(operators)) engine.addOperator(name, operator)
  for (const [name, condition] of Object.entries(set.conditions))
    engine.setCondition(name, condition as TopLevelCondition)
  for (const [name, definition] of Object.entries(set.facts))
    engine.addFact(name, async (_, almanac) => {
      const { world, spotOf } = await runOf(almanac)
      const spot = spotOf(definition)
      return spot === undefined ? null : factAt(world, definition, spot)
    })
  engine.addFact('bylaw.unplaced', async (_, almanac) => unplacedIn(await runOf(almanac)), { cache: false })
  for (const rule of set.rules)
    engine.addRule({
      ...(rule as RuleProperties),
      onSuccess: async (event, almanac) => {
        event.params = filled(await runOf(almanac), set, rule.event.params)
      },
    })
}

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
  /** Undefined where the run does not ask about that grain. */
  readonly spotOf: (fact: Pick<FactDefinition, 'grain' | 'line'>) => Spot | undefined
}

async function beginRun(set: RuleSet, data: DataSet, still: World, almanac: Almanac): Promise<Run> {
  const { model } = still
  const given = await optional(almanac, 'rows')
  const rows: { [record: string]: readonly RowObject[] } = {
    ...data,
    ...(isObject(given) ? (given as DataSet) : {}),
  }
  let isAsHanded = !isObject(given)
  const asked = new Map<Id, number>()
  for (const { id, key } of model.definitions.relations) {
    const fact = await optional(almanac, id)
    if (fact === undefined || fact === null) continue
    const known = Object.hasOwn(rows, id) ? (rows[id] ?? []) : []
    const row: RowObject = isObject(fact) ? fact : key === undefined ? {} : { [key]: fact }
    const own = key === undefined ? undefined : row[key]
    const at = own === undefined ? -1 : known.findIndex((other) => keyOf(other, key) === String(own).trim())
    // A row that is there already gives way to the one handed over; a key alone names the one that is there.
    const place = at < 0 ? known.length : at
    asked.set(id, place)
    if (at >= 0 && !isObject(fact)) continue
    isAsHanded = false
    rows[id] = [...known.slice(0, place), row, ...known.slice(place + 1)]
  }
  const periods = new Map<Id, string>()
  for (const { period } of set.clauses) {
    if (period === undefined || periods.has(period)) continue
    const named = await optional(almanac, period)
    if (named !== undefined && named !== null) periods.set(period, String(named))
  }
  // Where nothing new is handed over, what was found out for one run holds for the next.
  const world = isAsHanded ? still : makeWorld(model, rows)
  return { world, spotOf: (fact) => spotOf(model, fact, asked, periods) }
}

function keyOf(row: RowObject, key: Id | undefined): string {
  return key !== undefined && Object.hasOwn(row, key) ? String(row[key]).trim() : ''
}

function spotOf(
  model: Model,
  { grain: id, line }: Pick<FactDefinition, 'grain' | 'line'>,
  asked: ReadonlyMap<Id, number>,
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

function isObject(value: unknown): value is RowObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The parameters of an event with the values of facts in the places that name them. */
function filled(run: Run, ruleSet: RuleSet, params: EventParams): EventParams {
  const valueOfFact = (name: string): unknown => {
    if (name === 'bylaw.unplaced') return unplacedIn(run)
    const definition = ruleSet.facts[name]
    const spot = definition && run.spotOf(definition)
    const found: FactValue = definition && spot ? shownAt(run.world, definition, spot) : null
    return found
  }
  const fill = (value: unknown): unknown => {
    if (!isObject(value)) return value
    if (typeof value.fact === 'string' && Object.keys(value).length === 1) return valueOfFact(value.fact)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part)]))
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
