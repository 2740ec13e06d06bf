import { fingerprint } from '../../base/fingerprint.ts'
import type { Id, Plan } from '../../plan/plan.ts'

/**
 * A short text for an expression in which every name is left out: two expressions that mean the same have the same, so
 * that of operands whose order says nothing the right ones are put side by side at once.
 */
export function shapesOf(plan: Plan): (expr: unknown) => string {
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  const known = new Map<Id, string>()
  const written = new Map<object, string>()
  const ofColumn = (id: Id): string => {
    const found = known.get(id)
    if (found !== undefined) return found
    // What goes round in a circle has the same shape wherever it is entered.
    known.set(id, 'again')
    const shape = shapeOf(columns.get(id)?.expr)
    known.set(id, shape)
    return shape
  }
  const shapeOf = (expr: unknown): string => {
    if (typeof expr !== 'object' || expr === null) return ''
    const found = written.get(expr)
    if (found !== undefined) return found
    const parts: string[] = []
    const walk = (part: unknown, key: string): void => {
      if (typeof part === 'number' || typeof part === 'boolean') {
        if (!statesAndWidths.has(key)) parts.push(`${key}${part}`)
      } else if (typeof part === 'string') {
        const column = columns.has(part) && !words.has(key)
        parts.push(column ? ofColumn(part) : words.has(key) ? part : key)
      } else if (Array.isArray(part)) for (const one of part) walk(one, key)
      else if (typeof part === 'object' && part !== null) {
        const isConst = 'op' in part && part.op === 'const'
        for (const [name, value] of Object.entries(part)) {
          if (left.has(name)) continue
          if (isConst && name === 'value') parts.push(/^-?\d+$/.test(String(value)) ? String(value) : 'word')
          else walk(value, name)
        }
      }
    }
    walk(expr, '')
    const shape = fingerprint(parts)
    written.set(expr, shape)
    return shape
  }
  return shapeOf
}

/** Keys whose text is a word of the plan itself. */
const words = new Set(['op', 'is', 'by', 'mode', 'fn', 'which', 'what', 'part', 'unit'])
const left = new Set(['label', 'title', 'origin', 'type', 'whole'])
const statesAndWidths = new Set(['state', 'none', 'several', 'reversed', 'empty', 'nobody'])
