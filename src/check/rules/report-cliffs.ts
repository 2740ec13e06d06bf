import { rescale } from '../../base/decimal.ts'
import type { Typed } from '../checked.ts'
import type { Tiers } from '../clauses.ts'
import { cliffsOf, jumpsOf } from '../cliffs.ts'
import { constantOf, sameMeaning } from '../constants.ts'
import { showPoint } from '../geometry.ts'
import { type Curve, compareAmounts, curveOf, payAt } from '../pay-curve.ts'
import { plateausOf } from '../plateaus.ts'
import { shownPay, shownStep } from './pay-words.ts'
import type { Rule, RuleInput } from './rule.ts'

/** Schedules under which selling more pays less, or pays much more at once. */
export const reportCliffs: Rule = ({ checked, report, sound }) => {
  if (!sound) return
  for (const definition of checked.order) {
    if (definition.kind !== 'commission') continue
    const gates = definition.steps.flatMap((step) => (step.is === 'gate' ? [step.test] : []))
    for (const step of definition.steps) {
      if (step.is !== 'tiers' || step.joins === 'minus') continue
      const curve = curveOf(step.tiers)
      if (!curve) continue
      if (rises(curve)) reportFalls(report, curve, step.tiers)
      reportPlateaus(report, curve, step.tiers)
      reportJumps(report, curve, step.tiers)
      for (const gate of gates) reportGate(report, curve, step.tiers, gate)
      if (gates.length === 0) reportZeroTier(report, step.tiers)
    }
  }
}

type Report = RuleInput['report']

/** What never rises is meant for a measure of which less is better. */
export function rises(curve: Curve): boolean {
  return curve.pieces.some((piece, i) => {
    const before = curve.pieces[i - 1]
    return (
      piece.rise > 0n || (before && compareAmounts(payAt(piece, piece.from), payAt(before, before.from)) > 0n)
    )
  })
}

function reportFalls(report: Report, curve: Curve, tiers: Tiers): void {
  for (const { best, from, pays, even, span } of cliffsOf(curve)) {
    const args = {
      best: shownStep(curve, tiers, best),
      from: shownStep(curve, tiers, from),
      before: shownPay(curve, tiers, pays.best),
      after: shownPay(curve, tiers, pays.from),
    }
    if (even === undefined) report('BY515', args, span)
    else report('BY514', { ...args, even: shownStep(curve, tiers, even) }, span)
  }
}

/** Amounts by the step stay the same from one step to the next: that is what they are for. */
function reportPlateaus(report: Report, curve: Curve, tiers: Tiers): void {
  if (tiers.pays && tiers.mode !== 'linear') return
  for (const { from, until, pays, span } of plateausOf(curve)) {
    const args = { from: shownStep(curve, tiers, from), until: shownStep(curve, tiers, until) }
    report('BY523', { ...args, pays: shownPay(curve, tiers, pays) }, span)
  }
}

function reportJumps(report: Report, curve: Curve, tiers: Tiers): void {
  const jumps = jumpsOf(curve)
  if (jumps.length === 0) return
  const shown = jumps.map(({ from, pays: [below, above] }) => {
    const [x, y] = [below, above].map((amount) => shownPay(curve, tiers, amount))
    return `${shownStep(curve, tiers, from)}: ${x} → ${y}`
  })
  report('BY516', { jumps: shown.join('; ') }, tiers.span)
}

/** A gate on what chooses the rows: one short of it nothing is paid. */
function reportGate(report: Report, curve: Curve, tiers: Tiers, gate: Typed): void {
  if (gate.is !== 'compare' || (gate.op !== '>=' && gate.op !== '>') || !sameMeaning(gate.a, tiers.by)) return
  const least = constantOf(gate.b)
  const at = least && rescale(least, curve.measure.range.scale)
  if (at === undefined) return
  const from = gate.op === '>=' ? at : at + 1n
  const piece = curve.pieces.findLast((one) => one.from <= from)
  const pays = piece && payAt(piece, from)
  if (!pays || pays.n <= 0n) return
  report('BY517', { from: shownStep(curve, tiers, from), pays: shownPay(curve, tiers, pays) }, gate.span)
}

/** A first row of 0 where each slice has its own rate: it is not what a gate is. */
function reportZeroTier(report: Report, tiers: Tiers): void {
  const [first, second] = tiers.bands
  if (tiers.pays || tiers.mode !== 'marginal' || !first || second?.from === undefined) return
  if (constantOf(first.give)?.digits !== 0n || second.mode !== 'marginal') return
  report('BY518', { from: showPoint(second.from.at, tiers.measure) }, first.span)
}
