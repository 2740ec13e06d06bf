import {
  type AskedPeriod,
  askedPeriod,
  type Compiled,
  compile,
  type DataConfig,
  type Diagnostic,
  evaluate,
  hasErrors,
  type Instant,
  knownPeriods,
  type Loaded,
  linesAgain,
  loadRows,
  needing,
  nothingKept,
  type Plan,
  type ResultLine,
  type Results,
  readInstant,
  rowsKey,
  type Source,
  usualPeriod,
} from '../../../src/index.ts'
import { foreseen } from './foreseen.ts'
import { withParts } from './lacking.ts'
import type { CalculateAsk, Data } from './protocol.ts'

/** One version of the policy, run on the data that is open. */
export type Ran = {
  readonly sources: readonly Source[]
  readonly compiled: Compiled
  readonly plan: Plan
  readonly loaded: Loaded
  readonly asked: AskedPeriod
  readonly wanted: Wanted
  readonly results: Results
  readonly lines: readonly ResultLine[]
  /** The periods that the data has, to choose from. */
  readonly periods: readonly string[]
}

/** What the worker keeps between requests, for all handlers. */
export type Session = {
  data: Data
  /** The newest texts that could be run, and the version that they are compared with. */
  edited: Ran | undefined
  base: { readonly asked?: BaseAsked; readonly ran: Ran | undefined } | undefined
  /** The versions that were compiled last, the newest at the end. */
  compiled: readonly { readonly sources: readonly Source[]; readonly compiled: Compiled }[]
  readonly loaded: Map<string, Loaded>
  config:
    | {
        readonly key: string
        readonly relations: Plan['relations']
        readonly config: DataConfig
        readonly found: readonly Diagnostic[]
      }
    | undefined
}

/** What the base version's run hangs on, beside the data. */
export type BaseAsked = Pick<CalculateAsk, 'base' | 'period' | 'now'>

export type Wanted = { readonly period?: string; readonly now?: string }

export type Attempt =
  | { readonly is: 'ran'; readonly ran: Ran; readonly taken: number; readonly took: Took }
  | {
      readonly is: 'failed'
      readonly why: 'policy' | 'settings' | 'data' | 'period' | 'nothing'
      readonly compiled: Compiled
      readonly loaded?: Loaded
      readonly found: readonly Diagnostic[]
      readonly periods?: readonly string[]
    }

export type Took = { readonly compile: number; readonly load: number; readonly evaluate: number }

export function emptySession(): Session {
  return {
    data: { files: new Map() },
    edited: undefined,
    base: undefined,
    compiled: [],
    loaded: new Map(),
    config: undefined,
  }
}

export function withData(session: Session, data: Data): void {
  session.data = data
  session.edited = undefined
  session.base = undefined
  session.loaded.clear()
  session.config = undefined
}

/**
 * Compiles and runs texts; what an earlier run on the same rows has worked out is taken from it. `beside`: a plan whose
 * needs are read as well, so that both versions stand on the same rows.
 */
export async function attempt(
  session: Session,
  sources: readonly Source[],
  wanted: Wanted,
  beside: readonly Ran[],
): Promise<Attempt> {
  const started = performance.now()
  const compiled = await compiledOf(session, sources)
  const compiledAt = performance.now()
  const { plan } = compiled
  if (!plan || hasErrors(compiled.diagnostics)) return { is: 'failed', why: 'policy', compiled, found: [] }
  const { config, found } = await configOf(session, plan)
  if (hasErrors(found)) return { is: 'failed', why: 'settings', compiled, found }
  const loaded = loadedFor(session, plan, beside, config)
  const loadedAt = performance.now()
  if (loaded.unreadable.length > 0) return { is: 'failed', why: 'data', compiled, loaded, found }
  if (plan.outputs.length === 0) return { is: 'failed', why: 'nothing', compiled, loaded, found }
  const periods = knownPeriods(plan, loaded.rows)
  const written = wanted.period ?? usualPeriod(plan, loaded.rows) ?? 'all'
  const asked = askedPeriod(plan, loaded.rows, written)
  if (!asked) return { is: 'failed', why: 'period', compiled, loaded, found, periods }
  const now = instantOf(plan, wanted.now)
  const span = { from: asked.from, until: asked.until }
  const earlier = [session.edited, ...beside].find((one) => one?.loaded === loaded)
  const options = {
    span,
    ...(now !== undefined && { now }),
    ...(earlier && { earlier: earlier.results }),
  }
  const results = await withParts(() => evaluate(plan, loaded.rows, options))
  const ran: Ran = {
    wanted,
    sources,
    compiled,
    plan,
    loaded,
    asked,
    results,
    lines: linesAgain(results, span, earlier?.results),
    periods,
  }
  const took = {
    compile: compiledAt - started,
    load: loadedAt - compiledAt,
    evaluate: performance.now() - loadedAt,
  }
  return { is: 'ran', ran, taken: results.taken.size, took }
}

/** The same texts are compiled once: the base version at every keystroke, the edited one when the language changes. */
export async function compiledOf(session: Session, sources: readonly Source[]): Promise<Compiled> {
  const known = session.compiled.find((one) => sameTexts(one.sources, sources))
  const last = session.compiled.at(-1)?.compiled ?? { kept: nothingKept }
  if (!known) await foreseen(sources)
  const forms = await formsOf(sources)
  const compiled = known?.compiled ?? (await withParts(() => compile(sources, forms, last)))
  const others = session.compiled.filter((one) => one !== known)
  session.compiled = [...others.slice(-3), { sources, compiled }]
  return compiled
}

export function sameTexts(a: readonly Source[], b: readonly Source[]): boolean {
  return a.length === b.length && a.every(({ name, text }, i) => name === b[i]?.name && text === b[i].text)
}

/** YAML is read with a library of its own, which a policy without such files does not wait for. */
async function formsOf(sources: readonly Source[]) {
  if (!sources.some(({ name }) => name.endsWith('.bylaw.yaml'))) return []
  return [(await import('./yaml.ts')).yaml.form]
}

export async function configOf(session: Session, plan: Plan) {
  const { settings } = session.data
  if (!settings) return { config: { records: new Map() }, found: [] }
  const last = session.config
  const { relations } = plan
  // The records of an edited policy are most often the very same.
  if (last?.relations.length === relations.length && relations.every((one, i) => one === last.relations[i]))
    return last
  const known = relations.map(({ id, fields }) => [id, fields.map((field) => [field.id, field.type])])
  const key = JSON.stringify([settings.text, known])
  if (last?.key === key) {
    session.config = { ...last, relations }
    return session.config
  }
  const { yaml } = await import('./yaml.ts')
  session.config = { key, relations, ...yaml.readConfig(settings.text, settings.name, plan.relations) }
  return session.config
}

export function loadedFor(session: Session, plan: Plan, beside: readonly Ran[], config: DataConfig): Loaded {
  const whole = needing(
    plan,
    beside.map((one) => one.plan),
  )
  const key = `${session.config?.key ?? ''}\n${rowsKey(whole)}`
  const known = session.loaded.get(key)
  session.loaded.delete(key)
  const loaded = known ?? loadRows(whole, session.data.files, config)
  session.loaded.set(key, loaded)
  for (const old of [...session.loaded.keys()].slice(0, -3)) session.loaded.delete(old)
  return loaded
}

/** A policy without a zone has no times that could hang on it. */
function instantOf(plan: Plan, text: string | undefined): Instant | undefined {
  const found = text === undefined ? undefined : readInstant(plan.zone, text)
  return typeof found === 'object' ? found.at : undefined
}
