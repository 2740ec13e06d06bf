import {
  type Diagnostic,
  helpOf,
  indexLines,
  inOrder,
  type Language,
  type Lines,
  messageOf,
  type Source,
  severityOf,
} from '../../../src/index.ts'
import type { Finding, Problem } from './protocol.ts'

/** Findings about texts with their words and lines, in the order of the texts. */
export function findingsIn(
  found: readonly Diagnostic[],
  sources: readonly Source[],
  language: Language,
): readonly Finding[] {
  const known = new Map<string, Lines>()
  const linesOf = (name: string): Lines | undefined => {
    const text = sources.find((source) => source.name === name)?.text
    const lines = known.get(name) ?? (text === undefined ? undefined : indexLines(text))
    if (lines) known.set(name, lines)
    return lines
  }
  return inOrder(found, sources).map((one) => ({
    code: one.code,
    severity: severityOf(one),
    message: messageOf(one, language),
    help: helpOf(one, language),
    ...(one.span && { span: one.span, ...linesOf(one.span.source)?.at(one.span.from) }),
  }))
}

/** What is wrong in the data, with its words and places. */
export function problemsIn(found: readonly Diagnostic[], language: Language): readonly Problem[] {
  return found.map((one) => ({
    code: one.code,
    severity: severityOf(one),
    message: messageOf(one, language),
    help: helpOf(one, language),
    ...one.cell,
  }))
}
