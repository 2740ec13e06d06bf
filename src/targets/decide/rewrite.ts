import type { Expr } from '../../plan/plan.ts'

/**
 * An expression with each part directly inside it replaced. It goes by the shape of the data, not by a list of
 * operations: a part is whatever has an `op`, so that an operation of tomorrow is walked as well.
 */
export function rewriteExpr(expr: Expr, replace: (part: Expr) => Expr): Expr {
  return rewriteFields(expr, replace)
}

function rewriteFields<T extends object>(value: T, replace: (part: Expr) => Expr): T {
  let copy: T | undefined
  for (const key in value) {
    const before = value[key]
    const after = rewriteValue(before, replace)
    if (after === before) continue
    copy ??= { ...value }
    copy[key] = after
  }
  return copy ?? value
}

function rewriteValue<T>(value: T, replace: (part: Expr) => Expr): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item) => rewriteValue(item, replace))
    return items.some((item, i) => item !== value[i]) ? (items as typeof value) : value
  }
  return isExpr(value) ? (replace(value) as typeof value) : rewriteFields(value, replace)
}

function isExpr(value: object): value is Expr {
  return 'op' in value && typeof value.op === 'string'
}

/** The parts directly inside an expression. */
export function partsInside(expr: Expr): readonly Expr[] {
  const parts: Expr[] = []
  rewriteExpr(expr, (part) => {
    parts.push(part)
    return part
  })
  return parts
}
