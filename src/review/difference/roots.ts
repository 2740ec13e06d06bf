import { stateKeys } from '../../plan/keys.ts'
import type { Expr, Id, Plan } from '../../plan/plan.ts'

/** Where two plans begin to be another: expressions in one place of both that are not alike, though what they read may be. */
export type Root = {
  readonly old: RootSide
  readonly next: RootSide
}
type RootSide = { readonly column: Id; readonly grain: Id; readonly expr: Expr }

/** What is only shown, and how wide an engine keeps a number. */
const left: ReadonlySet<string> = new Set([
  'label',
  'title',
  'origin',
  'whole',
  'type',
  'limit',
  ...stateKeys,
])

/**
 * The roots of what makes two columns differ, those nearest to them first, and all columns in between. `same`: columns
 * that were shown to be alike.
 */
export function rootsOf(
  old: Plan,
  next: Plan,
  columns: readonly (readonly [Id, Id])[],
  same: (old: Id, next: Id) => boolean,
): { readonly roots: readonly Root[]; readonly touched: readonly (readonly [Id, Id])[] } {
  const before = new Map(old.columns.map((column) => [column.id, column]))
  const after = new Map(next.columns.map((column) => [column.id, column]))
  const found: Root[] = []
  const seen = new Set<string>()
  const touched: (readonly [Id, Id])[] = []
  const waiting: (readonly [Id, Id])[] = []
  const ask = (a: Id, b: Id) => {
    const key = `${a} ${b}`
    if (seen.has(key)) return
    seen.add(key)
    if (same(a, b)) return
    waiting.push([a, b])
    touched.push([a, b])
  }
  const shared = (plan: Plan, { op, ...expr }: { readonly op: string; readonly [key: string]: unknown }) => {
    const named =
      op === 'table'
        ? plan.tables.find(({ id }) => id === expr.table)
        : op === 'band' || op === 'tiers'
          ? plan.schedules.find(({ id }) => id === expr.schedule)
          : op === 'clock'
            ? plan.clocks?.find(({ id }) => id === expr.clock)
            : undefined
    return JSON.stringify(named, (key, value) => (left.has(key) || key === 'id' ? undefined : value))
  }
  for (const [a, b] of columns) ask(a, b)
  for (let pair = waiting.shift(); pair; pair = waiting.shift()) {
    const [one, other] = [before.get(pair[0]), after.get(pair[1])]
    if (!one || !other) continue
    if (one.denominator !== undefined && other.denominator !== undefined)
      ask(one.denominator, other.denominator)
    /** Whether the two are built alike; where a part is not, the expression around it is a root. */
    const walk = (x: unknown, y: unknown, key: string): boolean => {
      if (left.has(key)) return true
      if (typeof x === 'string' && typeof y === 'string') {
        if (before.has(x) && after.has(y)) ask(x, y)
        return x === y || (before.has(x) && after.has(y)) || sharedKeys.has(key)
      }
      if (typeof x !== 'object' || typeof y !== 'object' || x === null || y === null) return x === y
      const [p, q]: readonly Parts[] = [{ ...x }, { ...y }]
      if (!p || !q) return false
      const keys = new Set([...Object.keys(p), ...Object.keys(q)])
      const alike = [...keys].filter((name) => !walk(p[name], q[name], name)).length === 0
      if (!isExpr(x) || !isExpr(y)) return alike
      const table = x.op === y.op && shared(old, { ...x }) === shared(next, { ...y })
      if (alike && table) return true
      // Of a constant that is another, what stands around it says more.
      if (x.op === 'const' && y.op === 'const') return false
      found.push({
        old: { column: one.id, grain: one.grain, expr: x },
        next: { column: other.id, grain: other.grain, expr: y },
      })
      return true
    }
    walk(one.expr, other.expr, '')
  }
  return { roots: found, touched }
}

type Parts = { readonly [key: string]: unknown }

/** Names of things that are compared by what they are. */
const sharedKeys: ReadonlySet<string> = new Set(['table', 'schedule', 'clock'])

function isExpr(part: object): part is Expr {
  return 'op' in part && typeof part.op === 'string'
}
