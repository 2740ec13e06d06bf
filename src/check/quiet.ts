import type { Code } from '../base/codes.ts'
import type { Report } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'

/** What is said of a declaration that lacks a part: not when a mistake of syntax took that part away. */
const unfinished: ReadonlySet<Code> = new Set<Code>([
  'BY402',
  'BY405',
  'BY408',
  'BY416',
  'BY601',
  'BY605',
  'BY606',
  'BY608',
  'BY609',
  'BY613',
  'BY614',
])
/** What is said of a name that means nothing: not when its declaration could not be read. */
const unknown: ReadonlySet<Code> = new Set<Code>([
  'BY201',
  'BY203',
  'BY205',
  'BY206',
  'BY207',
  'BY208',
  'BY610',
])

/**
 * One mistake gives one message: a report that leaves out what only follows from a mistake of syntax (`File.broken`),
 * and says once what holds for the whole policy.
 */
export function quietly(report: Report, program: ast.Program): Report {
  const names = new Set(program.files.flatMap((file) => file.broken ?? []).map((name) => name.text))
  const declarations = program.files.flatMap((file) => file.declarations)
  const incomplete = declarations.filter((d) => names.has(d.name.text))
  const policyBroken = incomplete.some((d) => d.kind === 'policy')
  const within = (span: Span | undefined): boolean =>
    span !== undefined &&
    incomplete.some((d) => d.span.source === span.source && d.span.from <= span.from && span.to <= d.span.to)
  let currencySaid = policyBroken
  return (code, args, span, more) => {
    const words: readonly string[] = Object.values(args)
    if (unknown.has(code) && words.some((word) => names.has(word))) return
    if (unfinished.has(code) && (within(span) || words.some((word) => names.has(word)))) return
    if (code === 'BY209' && names.size > 0) return
    if (code === 'BY315') {
      if (currencySaid) return
      currencySaid = true
    }
    report(code, args, span, more)
    if (code === 'BY213') currencySaid = true
  }
}
