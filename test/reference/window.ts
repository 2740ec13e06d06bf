import { addMonths } from '../../src/base/day.ts'
import type { Expr } from '../../src/syntax/ast.ts'
import { ownPast } from './past.ts'
import { type Period, periodAt } from './period.ts'
import { levelNamed } from './target-levels.ts'
import { held, type Result, type Value } from './value.ts'
import type { Scope, World } from './world.ts'

type Window = Expr & { is: 'window' }

/** The window that ends with a period: its own first day, by counting back from the end. */
export function windowOf(world: World, { window }: Pick<Window, 'window'>, period: Period): Period {
  const { end } = period
  if (end === undefined) throw new Error('a window of an open period')
  if (window.is === 'to-date') {
    const start = periodAt(window.kind, end - 1, world.calendar)?.start ?? period.start
    return { ...period, start }
  }
  if (window.is === 'previous' || window.is === 'so-far') throw new Error('no window')
  const count = Number('spelling' in window.length ? window.length.spelling : '')
  const unit = window.kind?.text ?? ('unit' in window.length ? window.length.unit : '')
  const months = { years: 12, months: 1, year: 12, 'half-year': 6, quarter: 3, month: 1 }[unit]
  if (!months || !count) throw new Error('a window of no months')
  return { ...period, start: addMonths(end, -count * months) }
}

/** The kind of period of the first value that is named: that is what the window stands in for. */
function kindRead(world: World, part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined
  if ('parts' in part && Array.isArray(part.parts)) {
    const target = world.declarations.get(String(part.parts[0]?.text))
    if (target?.kind === 'target') return levelNamed(target, String(part.parts[1]?.text), world).period
  }
  if ('text' in part && typeof part.text === 'string') {
    const declaration = world.declarations.get(part.text)
    return declaration && 'grain' in declaration && declaration.kind !== 'payout'
      ? declaration.grain.per?.text
      : undefined
  }
  for (const inner of Object.values(part)) {
    const found = kindRead(world, inner)
    if (found !== undefined) return found
  }
  return undefined
}

function nameIn(expression: Expr): string | undefined {
  if (expression.is === 'parens') return nameIn(expression.a)
  return expression.is === 'path' && expression.parts.length === 1 ? expression.parts[0]?.text : undefined
}

/** The expression with the window in place of the period, wherever a value of such periods is named. */
export function overWindow(world: World, expression: Window, scope: Scope): Result<Value> {
  if (!scope.period) throw new Error('a window wants a period to end with')
  if (expression.window.is === 'previous') {
    if (scope.self !== undefined && nameIn(expression.a) === scope.self)
      return ownPast(world, scope.self, scope)
    const before = periodAt(expression.window.kind.text, scope.period.start - 1, world.calendar)
    if (world.begins !== undefined && (before?.start ?? 0) < world.begins) return held('before the policy')
    if (!before) return held('no period before')
    return world.evaluate(expression.a, { ...scope, period: before })
  }
  const period = windowOf(world, expression, scope.period)
  if (world.begins !== undefined && period.start < world.begins) return held('before the policy')
  const over = kindRead(world, expression.a)
  return world.evaluate(expression.a, { ...scope, period, ...(over !== undefined && { over }) })
}
