import type { Report } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'
import type { RecordSymbol } from './checked.ts'

type Records = ReadonlyMap<string, RecordSymbol>

const most = 20
/** Records that all refer to one another have more ways than can be walked. */
const mostSteps = 10_000

/**
 * Every way to follow references from one record to another without passing a record twice, shortest first.
 * A record that refers to itself (`manager Rep`) is never followed by itself: such a step is written out.
 */
export function referencePaths(
  records: Records,
  from: RecordSymbol,
  to: string,
): readonly (readonly string[])[] {
  // Asked for again and again by what counts rows: the records of a policy do not change while it is checked.
  const ofRecords = known.get(records) ?? new Map<string, readonly (readonly string[])[]>()
  known.set(records, ofRecords)
  const key = `${from.id}\n${to}`
  const before = ofRecords.get(key)
  if (before) return before
  const found = pathsBetween(records, from, to)
  ofRecords.set(key, found)
  return found
}
const known = new WeakMap<Records, Map<string, readonly (readonly string[])[]>>()

function pathsBetween(records: Records, from: RecordSymbol, to: string): readonly (readonly string[])[] {
  const found: string[][] = []
  const leads = leadingTo(records, to)
  let steps = 0
  const visit = (record: RecordSymbol, path: readonly string[], passed: ReadonlySet<string>): void => {
    for (const field of record.fields.values()) {
      if (found.length >= most || steps > mostSteps) return
      if (field.type.is !== 'ref' || passed.has(field.type.record) || !leads.has(field.type.record)) continue
      steps++
      const next = [...path, field.id]
      if (field.type.record === to) found.push(next)
      const target = records.get(field.type.record)
      if (target && field.type.record !== to) visit(target, next, new Set([...passed, target.id]))
    }
  }
  visit(from, [], new Set([from.id]))
  return found.sort((a, b) => a.length - b.length)
}

/** The one chain of references from one record to another. Several are reported; so is none, as `none` says. */
export function onlyPath(
  env: { readonly records: Records; readonly report: Report },
  from: RecordSymbol,
  to: string,
  span: Span,
  none: () => void = () => reportNoPath(env, from, to, span),
): readonly string[] | undefined {
  const paths = referencePaths(env.records, from, to)
  if (paths.length > 1) reportPaths(env.report, from.id, to, paths, span)
  else if (paths.length === 0) none()
  return paths.length === 1 ? paths[0] : undefined
}

/** Several chains of references, of which nobody said which one counts. */
export function reportPaths(
  report: Report,
  from: string,
  to: string,
  paths: readonly (readonly string[])[],
  span: Span,
): void {
  const [first = '', ...more] = paths.map((path) => path.join('.'))
  report('BY403', { from, to, paths: [first, ...more].join(', '), first }, span)
}

function reportNoPath(
  { records, report }: { readonly records: Records; readonly report: Report },
  from: RecordSymbol,
  to: string,
  span: Span,
): void {
  // A reference whose record is misspelt is reported where it is declared.
  const broken = [...records.values()].some(({ fields }) =>
    [...fields.values()].some(({ type }) => type.is === 'error'),
  )
  if (!broken) report('BY402', { from: from.id, to }, span)
}

/** The record that a chain of references leads to. */
export function recordAlong(records: Records, from: string, path: readonly string[]): string {
  return path.reduce((at, step) => {
    const type = records.get(at)?.fields.get(step)?.type
    return type?.is === 'ref' ? type.record : at
  }, from)
}

/** The records from which some chain of references reaches this one, itself among them. */
function leadingTo(records: Records, to: string): ReadonlySet<string> {
  const from = new Map<string, string[]>()
  for (const record of records.values())
    for (const field of record.fields.values())
      if (field.type.is === 'ref')
        from.set(field.type.record, [...(from.get(field.type.record) ?? []), record.id])
  const reached = new Set([to])
  // A set hands out what is added while it is walked.
  for (const id of reached) for (const source of from.get(id) ?? []) reached.add(source)
  return reached
}
