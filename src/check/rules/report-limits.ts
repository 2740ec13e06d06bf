import { power10, rescale } from '../../base/decimal.ts'
import type { Commission, Step, Tiers } from '../clauses.ts'
import { constantOf } from '../constants.ts'
import { showPoint } from '../geometry.ts'
import { type Amount, type Curve, compareAmounts, curveOf, payAt } from '../pay-curve.ts'
import { shownPay, shownStep } from './pay-words.ts'
import type { Rule, RuleInput } from './rule.ts'

type Report = RuleInput['report']

/** Rows that nothing reaches or that a cap makes idle, and rows of a record that pay more when they are split. */
export const reportLimits: Rule = ({ checked, report, sound }) => {
  if (!sound) return
  for (const definition of checked.order) {
    if (definition.kind === 'scorecard')
      for (const { score } of definition.indicators)
        if (score.is === 'tiers') reportBeyond(report, score.tiers)
    if (definition.kind !== 'commission') continue
    for (const [i, step] of definition.steps.entries()) {
      if (step.is !== 'tiers') continue
      reportBeyond(report, step.tiers)
      const next = definition.steps[i + 1]
      const curve = step.joins === 'start' && !step.when ? curveOf(step.tiers) : undefined
      if (!curve || curve.perBase) continue
      const cap = next && capOf(next, curve)
      if (cap !== undefined) reportIdle(report, curve, step.tiers, cap)
      if (isPerRow(definition) && isSize(step.tiers)) reportSplitting(report, curve, step.tiers, cap)
    }
  }
}

function isPerRow({ scope }: Commission): boolean {
  return scope.grain.record !== undefined && scope.grain.period === undefined
}

/** What two halves of an order share between them: an amount, not a percentage or a number of points. */
function isSize({ measure }: Tiers): boolean {
  return measure.unit === 'money' || measure.unit === 'count'
}

/** A row that begins beyond what its measure can be. */
function reportBeyond(report: Report, { by, bands, measure }: Tiers): void {
  if (by.type.is !== 'number' || by.type.over) return
  const { max, scale } = by.type.range
  for (const { from, span } of bands) {
    if (!from) continue
    const places = Math.max(scale, measure.range.scale)
    const at = from.at * power10(places - measure.range.scale)
    const most = max * power10(places - scale)
    if (at < most || (at === most && from.included)) continue
    report('BY521', { from: showPoint(from.at, measure), most: showPoint(max, by.type) }, span)
    return
  }
}

/** A cap that is written as a number, in the amounts of the curve. */
function capOf(step: Step, curve: Curve): bigint | undefined {
  if (step.is !== 'cap' || step.when) return undefined
  const at = constantOf(step.at)
  return at && rescale(at, curve.scale)
}

/** Rows above the point where a cap is reached change nothing. */
function reportIdle(report: Report, curve: Curve, tiers: Tiers, cap: bigint): void {
  const limit: Amount = { n: cap, d: 1n }
  const reached = (i: number) => {
    const piece = curve.pieces[i]
    const next = curve.pieces[i + 1]
    return piece && next && compareAmounts(payAt(piece, next.from - 1n), limit) >= 0n
  }
  const full = curve.pieces.findIndex((_, i) => reached(i))
  const idle = full < 0 ? undefined : curve.pieces[full + 1]
  const later = curve.pieces.slice(full + 1)
  if (!idle || later.some((piece) => piece.rise < 0n || compareAmounts(payAt(piece, piece.from), limit) < 0n))
    return
  report('BY519', { cap: shownPay(curve, tiers, limit), from: shownStep(curve, tiers, idle.from) }, idle.span)
}

/** Two rows that pay more than one of the same size: what a seller could gain by splitting an order. */
function reportSplitting(report: Report, curve: Curve, tiers: Tiers, cap: bigint | undefined): void {
  const pays = (t: bigint): Amount => {
    const piece = curve.pieces.findLast((one) => one.from <= t)
    const value = piece ? payAt(piece, t) : { n: 0n, d: 1n }
    return cap !== undefined && compareAmounts(value, { n: cap, d: 1n }) > 0n ? { n: cap, d: 1n } : value
  }
  const found = splits(corners(curve, cap), pays)
  if (!found) return
  const { a, b, apart } = found
  const args = {
    whole: shownStep(curve, tiers, a + b),
    together: shownPay(curve, tiers, pays(a + b)),
    a: shownStep(curve, tiers, a),
    b: shownStep(curve, tiers, b),
    apart: shownPay(curve, tiers, apart),
  }
  report('BY520', args, tiers.span)
}

/** The sizes at which what is paid changes its course, each with the last size below it. */
function corners({ pieces }: Curve, cap: bigint | undefined): readonly bigint[] {
  const edges = pieces.flatMap(({ from }) => (from > 0n ? [from - 1n, from] : []))
  const full = pieces.flatMap((piece) => {
    if (cap === undefined || piece.rise <= 0n) return []
    return [piece.origin + ((cap - piece.at) * piece.run) / piece.rise]
  })
  return [...edges, ...full].filter((t) => t > 0n)
}

function splits(
  sizes: readonly bigint[],
  pays: (t: bigint) => Amount,
): { readonly a: bigint; readonly b: bigint; readonly apart: Amount } | undefined {
  for (const a of sizes) {
    for (const b of sizes) {
      const [x, y] = [pays(a), pays(b)]
      const apart = { n: x.n * y.d + y.n * x.d, d: x.d * y.d }
      if (a >= b && compareAmounts(apart, pays(a + b)) > 0n) return { a, b, apart }
    }
  }
  return undefined
}
