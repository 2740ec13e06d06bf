import { Engine } from 'json-rules-engine'
import { formatDay } from '../../src/base/day.ts'
import { formatDecimal } from '../../src/base/decimal.ts'
import type { Field, Plan } from '../../src/plan/plan.ts'
import type { FieldColumn, RelationRows, Rows } from '../../src/plan/rows.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { lineAt, periodOfRow, type ResultLine } from '../../src/targets/evaluate/results.ts'
import type { Span } from '../../src/targets/evaluate/spans.ts'
import type { Value } from '../../src/targets/evaluate/value.ts'
import { rulesOf } from '../../src/targets/rules/compile-rules.ts'
import { register } from '../../src/targets/rules/register.ts'
import type { EventParams, RuleSet } from '../../src/targets/rules/rule-set.ts'
import type { DataSet } from '../../src/targets/rules/world.ts'

/** A result as both must say it: the decimal or word; of none, whether it is held or not applicable, and its code. */
function said(value: Value): string {
  if (value.is === 'number') return formatDecimal(value.digits, value.scale)
  if ('reason' in value) return `${value.is === 'held' ? 'undecided' : 'not-applicable'} ${value.reason.code}`
  return value.text
}

type Line = { readonly [part: string]: string }

function expectedOf(line: ResultLine): Line {
  const none = line.value.is === 'held' || line.value.is === 'not-applicable'
  return {
    value: said(line.value),
    ...(line.output.payee && line.subject && { payee: line.subject.key }),
    // What has no result has no others either, in an event.
    ...(none
      ? {}
      : Object.fromEntries(line.also.map(({ label, value }) => [`result ${label}`, said(value)]))),
  }
}

function toldBy(type: string, params: EventParams): Line {
  const text = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value)
    const { is, code } = value as { is: string; code: string }
    return `${is} ${code}`
  }
  const { value, because, payee, results = {} } = params
  const isResult = type === 'decision' || type === 'amount' || type === 'deadline'
  return {
    value: isResult ? text(value) : text(because),
    ...(typeof payee === 'string' && { payee }),
    ...Object.fromEntries(Object.entries(results).map(([label, own]) => [`result ${label}`, text(own)])),
  }
}

/** A result that is asked for; of a row that several share, whose line of it. */
type Asked = { readonly line: ResultLine; readonly part: string | undefined }

export type Compared = {
  readonly ruleSet: RuleSet
  readonly differences: readonly string[]
  /** How many results of each clause were compared. */
  readonly compared: ReadonlyMap<string, number>
}

type Ask = { readonly facts: { readonly [name: string]: string }; readonly lines: Asked[] }

/** Requests for `most` results of each clause, spread over all of them: json-rules-engine is slow. */
function spread(asks: readonly Ask[], most: number): readonly Ask[] {
  const byClause = new Map<string, Ask[]>()
  for (const ask of asks)
    for (const id of new Set(ask.lines.map(({ line }) => line.output.id)))
      if (byClause.get(id)?.push(ask) === undefined) byClause.set(id, [ask])
  const chosen = new Set<Ask>()
  for (const list of byClause.values())
    for (let i = 0; i < Math.min(most, list.length); i++) {
      const ask = list[Math.floor((i * list.length) / Math.min(most, list.length))]
      if (ask) chosen.add(ask)
    }
  return [...chosen]
}

/**
 * Runs the rule set of a plan on the real json-rules-engine, asking for some of the results that the engine gives: at
 * least `most` of each clause, where it has so many.
 */
export async function compareRules(
  plan: Plan,
  rows: Rows,
  data: DataSet,
  span: Span,
  most: number,
  now?: number,
): Promise<Compared> {
  // Through JSON, as a service reads it.
  const ruleSet: RuleSet = JSON.parse(JSON.stringify(rulesOf(plan)))
  const engine = new Engine()
  register(engine, ruleSet, data)
  const results = evaluate(plan, rows, { span, ...(now !== undefined && { now }) })
  const asks = new Map<string, Ask>()
  const saidClauses = new Map(ruleSet.clauses.map((info) => [info.id, info]))
  for (const output of plan.outputs) {
    const info = saidClauses.get(output.id)
    const domain = results.engine.domains.get(output.grain)
    if (!info || !domain) continue
    const made = plan.derived.find(({ id }) => id === domain.grain.relation)
    const own = made?.of ?? domain.grain.relation
    const key = plan.relations.find(({ id }) => id === own)?.key
    if (own !== undefined && key === undefined) continue
    const width = domain.periods?.list.length ?? 1
    // Two rows of one key: a key alone does not say which is meant.
    const doubled = keysOfSeveral(own === undefined ? undefined : results.engine.rows.get(own))
    for (let row = 0; row < domain.count; row++) {
      const line = lineAt(results.engine, output, row)
      const at = Math.floor(row / width / (made?.lines.length ?? 1))
      const subject = own === undefined ? undefined : results.engine.rows.get(own)?.name(at)
      const period = periodOfRow(domain, row)
      if (period !== undefined && period.start < span.from) continue
      if (subject !== undefined && doubled.has(subject)) continue
      const facts = {
        ...(info.record !== undefined && subject !== undefined && { [info.record]: subject }),
        ...(info.period !== undefined && period && { [info.period]: period.key }),
      }
      const name = JSON.stringify(facts)
      const ask = asks.get(name) ?? { facts, lines: [] }
      asks.set(name, ask)
      ask.lines.push({ line, part: made?.lines[Math.floor(row / width) % made.lines.length] })
    }
  }
  const differences: string[] = []
  const compared = new Map<string, number>()
  for (const ask of spread([...asks.values()], most)) {
    const { events } = await engine.run({ ...ask.facts, ...(now !== undefined && { now: timeText(now) }) })
    for (const { line, part } of ask.lines) {
      const own = events.filter(({ params }) => params?.clause === line.output.id && params.line === part)
      const told = own
        .filter(({ type }) => type !== 'matched')
        .map(({ type, params }) => toldBy(type, params as EventParams))
      const wanted = expectedOf(line)
      compared.set(line.output.id, (compared.get(line.output.id) ?? 0) + 1)
      const [only] = told
      if (told.length === 1 && only && sameLine(only, wanted)) continue
      differences.push(
        `${line.output.id} ${JSON.stringify(ask.facts)}: rules ${JSON.stringify(told)}, engine ${JSON.stringify(wanted)}`,
      )
    }
  }
  return { ruleSet, differences, compared }
}

function keysOfSeveral(rows: RelationRows | undefined): ReadonlySet<string> {
  const seen = new Set<string>()
  const several = new Set<string>()
  for (let row = 0; row < (rows?.count ?? 0); row++) {
    const key = rows?.name(row)
    if (key === undefined) continue
    if (seen.has(key)) several.add(key)
    seen.add(key)
  }
  return several
}

function sameLine(a: Line, b: Line): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => a[key] === b[key])
}

/** Loaded rows as a service would hand them over: exact text in every field. */
export function objectsOf(plan: Plan, rows: Rows): DataSet {
  return Object.fromEntries(
    plan.relations.map((relation) => {
      const own = rows.get(relation.id)
      const list = Array.from({ length: own?.count ?? 0 }, (_, row) =>
        Object.fromEntries(
          relation.fields.flatMap((field) => {
            const cell = cellText(rows, field, own?.fields.get(field.id), row)
            return cell === undefined ? [] : [[field.id, cell]]
          }),
        ),
      )
      return [relation.id, list]
    }),
  )
}

/** Undefined for an empty cell; for one that could not be read, what nothing can be read from. */
function cellText(
  rows: Rows,
  { type }: Field,
  column: FieldColumn | undefined,
  row: number,
): string | undefined {
  const state = column?.states?.[row] ?? 0
  if (column === undefined || state === 1) return undefined
  if (state === 2) return '?'
  if (column.is === 'text') return column.at?.(row) ?? column.values[row] ?? ''
  const code = BigInt(column.values[row] ?? 0)
  switch (type.is) {
    case 'int': {
      const share = type.unit === 'percent' || type.unit === 'price-ratio' || type.unit === 'ratio'
      return share ? `${formatDecimal(code * 100n, type.scale)}%` : formatDecimal(code, type.scale)
    }
    case 'time':
      return timeText(Number(code))
    case 'date':
    case 'period':
      return formatDay(Number(code))
    case 'enum':
      return type.values[Number(code)] ?? ''
    case 'truth':
      return code === 0n ? 'no' : 'yes'
    case 'ref':
      return rows.get(type.relation)?.name(Number(code)) ?? ''
    default:
      return String(code)
  }
}

function timeText(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
}
