import type { Report } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'
import { unreachable } from '../base/unreachable.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { constant } from '../check/constants.ts'
import { arithmetic } from '../check/infer-arithmetic.ts'
import * as range from '../check/range.ts'
import { type NumberType, number } from '../check/types.ts'
import type { Lowered, Site } from './builder.ts'
import { lowerTiers } from './lower-tiers.ts'
import { chooseLowered, lower } from './lowered.ts'
import type { Expr, PlanStep } from './plan.ts'

type Typed = checked.Typed

/** Points before rounding, and what was measured: when that is not applicable, neither is the indicator. */
export type Score = {
  readonly points: Lowered
  readonly type: NumberType
  readonly measures: readonly Expr[]
  /** Of a table of points: how a reader can follow it. */
  readonly tiers?: NonNullable<PlanStep['tiers']>
}

// The check has already found these to go together.
const silent: Report = () => {}

export function scoreOf(site: Site, score: clauses.IndicatorScore, span: Span): Score {
  switch (score.is) {
    case 'ratio':
      return ratioScore(site, score, span)
    case 'tiers': {
      const { amount, shown } = lowerTiers({ ...site, owner: `${site.owner}.score` }, score.tiers)
      return {
        points: amount,
        type: { ...score.tiers.type, unit: 'points' },
        measures: measuresOf(site, [score.actual, score.target]),
        tiers: shown,
      }
    }
    case 'pass-fail': {
      const test = lower(site, score.test).n
      const points = chooseLowered(
        [{ when: test, then: lower(site, hundred(span)) }],
        lower(site, zero(span)),
      )
      return { points, type: number('points', { scale: 0, min: 0n, max: 100n }), measures: [] }
    }
    case 'points':
      return clamped(site, score.points, score.from, score.upTo, span)
    default:
      return unreachable(score)
  }
}

/** What was measured; a constant always applies. */
function measuresOf(site: Site, measured: readonly (Typed | undefined)[]): readonly Expr[] {
  return measured.flatMap((typed) => (typed && typed.is !== 'const' ? [lower(site, typed).n] : []))
}

function hundred(span: Span): Typed {
  return constant(100n, 0, 'points', span)
}

function zero(span: Span): Typed {
  return constant(0n, 0, 'points', span)
}

/** actual / target × 100: under `from` nothing, over `upTo` no more. */
function ratioScore(site: Site, score: Extract<clauses.IndicatorScore, { is: 'ratio' }>, span: Span): Score {
  const ratio = score.target ? arithmetic(silent, '/', score.actual, score.target, span) : score.actual
  const hundredfold = arithmetic(silent, '*', ratio, hundred(span), span)
  let typed: Typed = hundredfold
  // What limits it stands where the limit does: which of the two it is is a point of its own to whoever writes cases.
  if (score.upTo) {
    const most = arithmetic(silent, '*', score.upTo, hundred(span), score.upTo.span)
    typed = smaller({ ...typed, span: score.actual.span }, most, span)
  }
  if (score.from) {
    const a: Typed = { ...ratio, span: score.actual.span }
    const under: Typed = { is: 'compare', op: '<', a, b: score.from, type: { is: 'truth' }, span }
    typed = {
      is: 'if',
      when: under,
      then: zero(span),
      otherwise: typed,
      type: either(typed, zero(span)),
      span,
    }
  }
  const measures = measuresOf(site, [score.actual, score.target])
  return { points: lower(site, typed), type: numberOf(typed), measures }
}

function clamped(
  site: Site,
  points: Typed,
  from: Typed | undefined,
  upTo: Typed | undefined,
  span: Span,
): Score {
  let typed = points
  if (from) typed = { is: 'pick', which: 'larger', a: typed, b: from, type: either(typed, from), span }
  if (upTo) typed = smaller(typed, upTo, span)
  return {
    points: lower(site, typed),
    type: numberOf(typed),
    measures: points.is === 'const' ? [] : [lower(site, points).n],
  }
}

function smaller(a: Typed, b: Typed, span: Span): Typed {
  return { is: 'pick', which: 'smaller', a, b, type: either(a, b), span }
}

/** The layout that holds both: the finer scale, a fraction when either is one. */
function either(a: Typed, b: Typed): NumberType {
  const x = numberOf(a)
  const y = numberOf(b)
  const over = x.over || y.over ? range.union(x.over ?? range.one, y.over ?? range.one) : undefined
  const { over: _, ...rest } = x
  return { ...rest, unit: 'points', range: range.union(x.range, y.range), ...(over && { over }) }
}

function numberOf(typed: Typed): NumberType {
  return typed.type.is === 'number' ? typed.type : number('points', range.one)
}
