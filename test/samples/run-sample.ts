import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, parseDay } from '../../src/base/day.ts'
import { formatDecimal } from '../../src/base/decimal.ts'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import { compile } from '../../src/compile.ts'
import { loadFolder } from '../../src/data/folder.ts'
import { readConfig } from '../../src/data/read-config.ts'
import type { Loaded } from '../../src/data/read-rows.ts'
import { evaluate, type Results } from '../../src/targets/evaluate/evaluate.ts'
import { lines, periodOfRow, subjectOfRow } from '../../src/targets/evaluate/results.ts'
import { type Value, valueAt } from '../../src/targets/evaluate/value.ts'

export const repository = join(import.meta.dirname, '../..')

/** A sample policy run on its data for some days, and how its results are looked up. */
export type SampleRun = {
  readonly diagnostics: readonly Diagnostic[]
  readonly loaded: Loaded
  readonly results: Results
  /**
   * Every result that belongs to the days, as text: `clause subject period`, for row clauses `clause row`, and for
   * their further results `clause.level subject period`.
   */
  readonly amounts: ReadonlyMap<string, string>
  /** A value by its name: `subject period`, `row` or `subject` → text. */
  readonly value: (name: string) => ReadonlyMap<string, string>
}

/**
 * Compiles and runs a folder of `policies/`. `data` is the data folder, the policy's own unless given; `edit` changes
 * the policy's texts before they are compiled; `now` is what the run is told, in seconds.
 */
export function runSample(...asked: Parameters<typeof runAnew>): SampleRun {
  const [policy, days, data, edit, now] = asked
  if (edit) return runAnew(...asked)
  const key = JSON.stringify([policy, days, data ?? dataOf(policy), now])
  const found = runs.get(key) ?? runAnew(...asked)
  runs.set(key, found)
  return found
}

/** Large samples are run once for the tests of a file that ask alike. */
const runs = new Map<string, SampleRun>()

const dataOf = (policy: string) => join(repository, 'policies', policy, 'data')

function runAnew(
  policy: string,
  days: { readonly from: string; readonly until: string },
  data = dataOf(policy),
  edit?: (text: string) => string,
  now?: number,
): SampleRun {
  const { folder, plan, diagnostics } = compileSample(policy, edit)
  const settings = join(folder, 'bylaw.yaml')
  const { config, found } = readConfig(
    existsSync(settings) ? readFileSync(settings, 'utf8') : '',
    'bylaw.yaml',
    plan.relations,
  )
  const loaded = loadFolder(plan, data, config)
  if (loaded.unreadable.length > 0) throw new Error(`${policy}: no rows for ${loaded.unreadable.join(', ')}`)
  const span = { from: dayFrom(days.from), until: dayFrom(days.until) }
  const results = evaluate(plan, loaded.rows, { span, ...(now !== undefined && { now }) })
  const amounts = new Map<string, string>()
  for (const line of lines(results, span)) {
    const key = [line.item?.key ?? line.subject?.key, line.item ? undefined : line.period?.key].filter(
      Boolean,
    )
    amounts.set([line.output.id, ...key].join(' '), show(line.value))
    for (const also of line.also) {
      amounts.set([`${line.output.id}.${also.label}`, ...key].join(' '), show(also.value))
    }
  }
  return {
    diagnostics: [...diagnostics, ...found],
    loaded,
    results,
    amounts,
    value: (name) => valuesOf(results, name),
  }
}

/** The plan of a folder of `policies/`. */
export function compileSample(policy: string, edit?: (text: string) => string) {
  const folder = join(repository, 'policies', policy)
  const sources = readdirSync(folder)
    .filter((name) => /\.bylaw(?:\.md)?$|\.csv$/u.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    .map(({ name, text }) => ({ name, text: edit?.(text) ?? text }))
  const { plan, diagnostics } = compile(sources)
  if (!plan) throw new Error(`${policy} has errors: ${diagnostics.map((d) => d.code).join(' ')}`)
  return { folder, plan, diagnostics }
}

function valuesOf(results: Results, name: string): ReadonlyMap<string, string> {
  const { engine } = results
  const column = engine.model.plan.columns.find((c) => c.id === name)
  const domain = column && engine.domains.get(column.grain)
  if (!column || !domain) throw new Error(`No value ${name}`)
  const found = new Map<string, string>()
  for (let row = 0; row < domain.count; row++) {
    const key = [subjectOfRow(engine, domain, row)?.key, periodOfRow(domain, row)?.key].filter(Boolean)
    found.set(key.join(' '), show(valueAt(engine, column.id, row)))
  }
  return found
}

function show(value: Value): string {
  switch (value.is) {
    case 'number':
      return formatDecimal(value.digits, value.scale)
    case 'held':
      return 'held'
    case 'not-applicable':
      return 'not applicable'
    default:
      return value.text
  }
}

function dayFrom(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new Error(`No day: ${text}`)
  return day
}
