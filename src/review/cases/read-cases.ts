import { collector, type Diagnostic, type Report } from '../../base/diagnostic.ts'
import type { Source, Span } from '../../base/span.ts'
import type { Plan } from '../../plan/plan.ts'
import { readYaml, type Yaml } from '../../yaml/walk.ts'
import type { Acceptance } from './accepted.ts'
import type { Case } from './case.ts'
import { casesOfCsv } from './cases-of-csv.ts'
import { type CaseReading, caseReading } from './notes.ts'
import { readCaseTree } from './read-case.ts'
import { validateCases } from './validate.ts'

/**
 * The cases of files beside a policy (`*.cases.yaml`, `*.cases.csv`), in their order, and what is wrong in them. A finding
 * is where it is written; a case with an error is read as far as it goes, and must not be run.
 */
export function readCases(
  plan: Plan,
  sources: readonly Source[],
): {
  readonly cases: readonly Case[]
  readonly accepted: readonly Acceptance[]
  readonly found: readonly Diagnostic[]
} {
  const { found: all, report } = collector()
  const cases: Case[] = []
  const accepted: Acceptance[] = []
  for (const source of sources) {
    const { found, reading } = caseReading(plan, /\.csv$/iu.test(source.name) ? 'csv' : 'yaml')
    const root = treeOf(source, reading)
    const read = root && readCaseTree(root, source, reading)
    cases.push(...(read?.cases ?? []))
    accepted.push(...(read?.accepted ?? []))
    all.push(...found.toSorted((a, b) => (a.span?.from ?? 0) - (b.span?.from ?? 0)))
  }
  const names = new Map<string, Case>()
  for (const one of cases) {
    const earlier = names.get(one.name)
    if (earlier)
      report('BY960', { name: one.name, place: `${earlier.place.file}:${earlier.place.line}` }, one.span)
    else names.set(one.name, one)
  }
  return { cases, accepted, found: all }
}

/** The cases of a long policy, which are suggested into one file, are larger than any policy. */
const mostCases = { text: 8_000_000, nodes: 800_000 }

function treeOf(source: Source, reading: CaseReading): Yaml | undefined {
  if (reading.form === 'csv') return casesOfCsv(source, reading)
  const whole: Span = { source: source.name, from: 0, to: Math.min(source.text.length, 1) }
  const report: Report = (code, args, span) => {
    if (code === 'BY750')
      reading.report('BY174', { reason: 'reason' in args ? String(args.reason) : '' }, span ?? whole)
    else reading.report('BY175', {}, span ?? whole)
  }
  const root = readYaml(source.text, source.name, report, mostCases)
  if (root) validateCases(root, reading.report)
  return root
}
