import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import { idOf, periodId } from './symbols.ts'

/** What a name is known by that stands somewhere for a record or a kind of period, before any expression is read. */
export type Known = {
  readonly records: ReadonlySet<string>
  readonly periods: ReadonlySet<string>
  readonly declared: ReadonlySet<string>
}
export type Written = { readonly span: Span; readonly id: string; readonly name: string }

/**
 * The names of a declaration that mean what they mean by their place alone: in headers, types and lines. What expressions
 * name, the check says.
 */
export function writtenNames(declaration: ast.Declaration, known: Known): readonly Written[] {
  const found: Written[] = []
  const add = (name: ast.Name, id: string) => found.push({ span: name.span, id, name: name.text })
  const recordOrPeriod = (name: ast.Name) => {
    if (known.records.has(name.text)) add(name, idOf({ is: 'declared', name: name.text }))
    else if (known.periods.has(name.text)) add(name, periodId(name.text))
  }
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) walk(item)
      return
    }
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (isName(value) && (places.has(key) || isTypeName(node, key))) recordOrPeriod(value)
      else if (typeof value === 'object' && value !== null && !leftOut.has(key)) walk(value)
    }
  }
  walk(declaration)
  linesOf(declaration, add, recordOrPeriod, known)
  return found
}

/** Where a record or a kind of period stands, whatever it is a part of. */
const places: ReadonlySet<string> = new Set(['each', 'subject', 'per', 'kind', 'resets'])
const leftOut: ReadonlySet<string> = new Set(['span', 'comments'])

/** The type of a field that is a record or a period: `rep Rep`. */
function isTypeName(node: object, key: string): boolean {
  return key === 'name' && 'is' in node && node.is === 'name'
}

function isName(value: unknown): value is ast.Name {
  return typeof value === 'object' && value !== null && 'text' in value && 'span' in value && !('is' in value)
}

function linesOf(
  declaration: ast.Declaration,
  add: (name: ast.Name, id: string) => void,
  recordOrPeriod: (name: ast.Name) => void,
  known: Known,
): void {
  const { name } = declaration
  const declared = (other: ast.Name) => {
    if (known.declared.has(other.text)) add(other, idOf({ is: 'declared', name: other.text }))
  }
  switch (declaration.kind) {
    case 'policy':
      for (const line of declaration.lines) if (line.is === 'calendar') declared(line.calendar)
      return
    case 'calendar':
      for (const line of declaration.lines) if (line.is === 'days-of') declared(line.calendar)
      return
    case 'sla':
      for (const line of declaration.lines) if (line.is === 'calendar') declared(line.calendar)
      return
    case 'credit':
      recordOrPeriod(declaration.to)
      return
    case 'record': {
      const field = (other: ast.Name) =>
        add(other, idOf({ is: 'field', record: name.text, name: other.text }))
      for (const line of declaration.lines) {
        if (line.is === 'field') {
          if (line.type.is === 'word' && line.type.bounds.currencyIn) field(line.type.bounds.currencyIn)
        } else
          for (const one of [line.from, line.until, ...('by' in line ? line.by : [])]) if (one) field(one)
      }
      return
    }
    case 'parameter':
      if (declaration.is.is !== 'table') return
      for (const heading of declaration.is.table.headings) {
        const [part] = heading.value.is === 'path' ? heading.value.parts : []
        if (part && declaration.by.some(({ text }) => text === part.text))
          add(part, idOf({ is: 'result', of: name.text, name: part.text }))
      }
      return
    case 'scorecard':
      for (const line of declaration.lines)
        if (line.is === 'moved-weight' && typeof line.to !== 'string')
          add(line.to, idOf({ is: 'result', of: name.text, name: line.to.text }))
      return
    case 'payout':
      for (const step of declaration.steps) if (step.is === 'cap') step.over?.forEach(declared)
      return
    case 'target':
      for (const line of declaration.lines) {
        const columns = 'table' in line ? (line.table?.headings ?? []) : []
        for (const { value } of columns)
          if (value.is === 'path' && value.parts[0]) recordOrPeriod(value.parts[0])
        if (line.is === 'change' && line.by) recordOrPeriod(line.by)
        if (line.is !== 'parts' && line.is !== 'assigned') continue
        recordOrPeriod(line.by)
        if (line.reserve?.by) recordOrPeriod(line.reserve.by)
      }
      return
    default:
      return
  }
}
