import { cover } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import { everySpelling } from '../syntax/keywords.ts'
import type { RecordSymbol } from './checked.ts'

type Path = Extract<ast.Expr, { is: 'path' }>

/** The direct parts of an expression, in the order written. */
export function partsOf(expr: ast.Expr): readonly ast.Expr[] {
  switch (expr.is) {
    case 'call':
      return [...expr.args, expr.where, expr.posting, expr.via].filter((e) => e !== undefined)
    case 'negative':
    case 'not':
    case 'parens':
    case 'state':
    case 'rounded':
    case 'prorated':
    case 'with':
      return [expr.a]
    case 'window':
      return [expr.a, ...('within' in expr.window ? (expr.window.within ?? []) : [])]
    case 'binary':
    case 'if-missing':
      return [expr.a, expr.b]
    case 'as-of':
    case 'in-period':
      return [expr.a, expr.day]
    case 'if':
      return [expr.when, expr.then, expr.otherwise]
    case 'in':
      return [expr.a, ...expr.items]
    case 'rank':
      return [expr.a, ...(expr.within ? [expr.within] : [])]
    case 'share':
      return [expr.pool, expr.by, expr.within, expr.remainder?.unit, expr.remainder?.by].filter(
        (e) => e !== undefined,
      )
    case 'paid-on':
      return [expr.at]
    case 'pick':
      return expr.items
    case 'clamp':
      return [expr.a, expr.low, expr.high]
    default:
      return []
  }
}

/** Every path in an expression. */
export function pathsIn(expr: ast.Expr): readonly Path[] {
  if (expr.is === 'path') return [expr]
  return partsOf(expr).flatMap(pathsIn)
}

/** The whole of a target is read by its word in any language. */
const totals = everySpelling('total')

/** The name under which a path's head is declared: of a target's result the two first parts together. */
export function declaredHead(
  declared: ReadonlyMap<string, unknown>,
  parts: readonly ast.Name[],
): ast.Name | undefined {
  const [head, next] = parts
  if (!head || !next) return head
  const own = `${head.text}.${next.text}`
  const text = declared.has(own) ? own : `${head.text}.${totals.includes(next.text) ? 'total' : next.text}`
  return declared.has(text) ? { text, span: cover(head.span, next.span) } : head
}

type Known = {
  readonly declared: ReadonlyMap<string, unknown>
  readonly records: { readonly has: (name: string) => boolean }
}

/** Every name in an expression that may be declared, results of targets by their whole names. */
export function declaredNames(known: Known, expr: ast.Expr): readonly ast.Name[] {
  if (expr.is === 'path') {
    const { parts } = expr
    const [head] = parts
    // What stands behind a clause is a result of it, whatever else has that name.
    if (head && isClause(known.declared.get(head.text))) return [head]
    return parts.flatMap((_, i) => declaredHead(known.declared, parts.slice(i)) ?? [])
  }
  const inner = partsOf(expr).flatMap((part) => declaredNames(known, part))
  return expr.is === 'call' ? [...calledNames(expr, known.records), ...inner] : inner
}

function isClause(declared: unknown): boolean {
  if (typeof declared !== 'object' || declared === null || !('kind' in declared)) return false
  return 'grain' in declared && declared.kind !== 'value'
}

/**
 * Every name that may refer to a declaration: heads and members of paths, what is called, and what is read of a row in
 * force, where `records` knows the record that is called.
 */
export function namesIn(
  expr: ast.Expr,
  records?: { readonly has: (name: string) => boolean },
): readonly ast.Name[] {
  if (expr.is === 'path') return expr.parts
  const inner = partsOf(expr).flatMap((part) => namesIn(part, records))
  return expr.is === 'call' ? [...calledNames(expr, records), ...inner] : inner
}

function calledNames(
  { callee, output, more = [] }: Extract<ast.Expr, { is: 'call' }>,
  records: Known['records'] | undefined,
): readonly ast.Name[] {
  return records?.has(callee.text) ? [callee, ...(output ? [output] : []), ...more] : [callee]
}

/** What a row is called where it stands itself: `Order` and `order`. */
export function selfNames({ id }: Pick<RecordSymbol, 'id'>): readonly string[] {
  return [id, id.charAt(0).toLowerCase() + id.slice(1)]
}

export function isSelf(record: RecordSymbol, name: string): boolean {
  return selfNames(record).includes(name)
}
