import type * as checked from '../check/checked.ts'
import { partyResult } from '../check/credit-party.ts'
import type { Site } from './builder.ts'
import { addExpr, columnOf } from './columns.ts'
import type { Id } from './plan.ts'

type Typed = checked.Typed

/**
 * An expression that stands at one grain, as one of rows that `path` leads there from: what does not hang on the party is
 * read at its own row, and only the rest is worked out anew.
 */
export function readThere(site: Site, there: Site, path: readonly Id[], typed: Typed): Typed {
  const { builder } = site
  const visit = (node: Typed): Typed => (hangsOnParty(node) ? rebuilt(node) : read(node))
  const read = (node: Typed): Typed => {
    const { column, denominator } = columnOf(there, node, 'read')
    const state = builder.reason({
      class: 'no-period',
      code: 'BY813',
      args: { name: there.owner },
      origin: node.span,
    })
    const seen = (id: Id): Id => {
      const type = builder.ledger.get('column', id) ?? { is: 'truth' }
      return addExpr(site, 'seen', type, { op: 'lookup', column: id, at: { path }, state }, node.span)
    }
    const { type, span } = node
    const of = `${site.owner}~seen`
    builder.results.set(`${of}.${column}`, {
      column: seen(column),
      ...(denominator !== undefined && { denominator: seen(denominator) }),
      grain: site.grain,
      type,
    })
    return { is: 'result', of, result: column, grain: site.grain, type, span }
  }
  const rebuilt = (node: Typed): Typed => {
    if (isParty(node)) return node
    const parts = Object.entries(node).map(([key, part]) => [key, key === 'type' ? part : walk(part)])
    return Object.fromEntries(parts)
  }
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null) return part
    if (isTyped(part)) return visit(part)
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
  }
  return visit(typed)
}

function isTyped(node: object): node is Typed {
  return 'is' in node && 'type' in node && 'span' in node
}

function isParty(node: object): boolean {
  return 'is' in node && node.is === 'result' && 'result' in node && node.result === partyResult
}

function hangsOnParty(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false
  return isParty(node) || Object.values(node).some(hangsOnParty)
}
