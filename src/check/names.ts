import type * as ast from '../syntax/ast.ts'

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
  if (expr.is !== 'call') return inner
  const members = records?.has(expr.callee.text) ? [expr.output, ...(expr.more ?? [])] : []
  return [expr.callee, ...members.filter((name) => name !== undefined), ...inner]
}
