import type { collector } from '../../base/diagnostic.ts'
import type { Source, Span } from '../../base/span.ts'
import type { Expr } from '../../syntax/ast.ts'
import { parse } from '../../syntax/parse.ts'

/** Findings, and how more are added. */
export type Findings = ReturnType<typeof collector>

/** `quota[R-17]=120000 CNY`: another value for a parameter, or for one of its values. */
export type Setting = {
  readonly name: string
  /** What chooses one of several values: keys, and at the end a date. */
  readonly keys: readonly string[]
  readonly value: Expr
  /** The value as it was written. */
  readonly text: string
  /** Where the name and the value are written. */
  readonly span: Span
  readonly valueSpan: Span
}

/** Reads settings as they stand on a command line, one a line of `source`. */
export function readSettings(source: Source, findings: Findings): readonly Setting[] {
  let at = 0
  return source.text.split('\n').flatMap((line) => {
    const from = at
    at += line.length + 1
    const equal = /[=＝]/u.exec(line)?.index ?? -1
    const span = { source: source.name, from, to: from + line.length }
    if (equal <= 0) {
      findings.report('BY971', { text: line }, span)
      return []
    }
    const head = { ...span, to: from + equal }
    const value = { ...span, from: from + equal + 1 }
    return settingOf(line.slice(0, equal), head, line.slice(equal + 1), value, findings)
  })
}

/** One setting: `written` names the value, `text` is an expression of the policy's own language. */
export function settingOf(
  written: string,
  span: Span,
  text: string,
  valueSpan: Span,
  findings: Findings,
): readonly Setting[] {
  const m = /^\s*([^[\]［］]+?)\s*(?:[[［]([^[\]［］]*)[\]］])?\s*$/u.exec(written)
  const value = m && valueFrom(text, valueSpan, findings)
  if (value === 'reported') return []
  if (!m?.[1] || !value) {
    findings.report('BY971', { text: `${written}=${text}` }, span)
    return []
  }
  const keys = (m[2] ?? '')
    .split(/[,，、]/u)
    .map((key) => key.trim())
    .filter((key) => key !== '')
  return [{ name: m[1], keys, value, text: text.trim(), span, valueSpan }]
}

/** The expression, read as the value of a parameter; everything in it stands where the text does. */
function valueFrom(text: string, span: Span, { found }: Findings): Expr | 'reported' | undefined {
  // What a line break would begin is no longer this value.
  if (text.trim() === '' || /[\r\n{}]/u.test(text)) return undefined
  const { file, diagnostics } = parse({ name: span.source, text: `parameter x = ${text}` })
  const [mistake] = diagnostics
  if (mistake) found.push({ code: mistake.code, args: mistake.args, span })
  if (diagnostics.length > 0) return 'reported'
  const [declaration, another] = file.declarations
  if (declaration?.kind !== 'parameter' || declaration.is.is !== 'constant' || another) return undefined
  return placedAt(declaration.is.value, span)
}

function placedAt<T>(node: T, span: Span): T {
  if (Array.isArray(node)) return node.map((item: unknown) => placedAt(item, span)) as T
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).map(([key, value]): [string, unknown] => [
    key,
    key === 'span' ? span : placedAt(value, span),
  ])
  return Object.fromEntries(entries) as T
}
