import { power10 } from '../base/decimal.ts'
import { theseValues } from '../base/messages/terms.ts'
import type * as checked from '../check/checked.ts'
import { resultsOf, scoreRange } from '../check/clause-results.ts'
import type * as clauses from '../check/clauses.ts'
import { fixed, type NumberType, number, quotientPlaces, type Type } from '../check/types.ts'
import { type Builder, type Lowered, planType, type Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { column, not, whole } from './expressions.ts'
import { guarded } from './lower-scope.ts'
import { type Score, scoreOf } from './lower-score.ts'
import { chooseLowered, convert, fix, lower, ratioOf, roundTo } from './lowered.ts'
import type { Expr, Id, Output, PlanStep } from './plan.ts'
import { quotientTooLarge } from './states.ts'

/** An indicator's score and the weight that it counts with, as columns. */
type Counted = { readonly score: Id; readonly weight: Expr; readonly applies: Expr } & Pick<Score, 'tiers'>

/** Scores, the weights that apply, the total, the level it reaches. */
export function lowerScorecard(builder: Builder, clause: clauses.Scorecard): void {
  const site: Site = { builder, grain: clause.scope.grain, owner: clause.id }
  const points = number('points', scoreRange(clause))
  const scores = clause.indicators.map((indicator) => lowerIndicator(site, clause, indicator, points))
  const scale = Math.max(...clause.indicators.map((i) => i.weight.scale))
  const counted = scores.map((score, i) => ({ ...score, weight: effectiveWeight(clause, scores, i, scale) }))
  const weights = counted.map((c, i) =>
    weightColumn(site, c.weight, scale, clause.indicators[i]?.span ?? clause.span),
  )
  const steps: PlanStep[] = clause.indicators.map((indicator, i) => ({
    is: 'indicator',
    label: indicator.title ?? indicator.id,
    column: counted[i]?.score ?? '',
    operand: weights[i] ?? '',
    ...(counted[i]?.tiers && { tiers: counted[i].tiers }),
    origin: builder.origin(indicator.span),
  }))
  const weighted = counted.map((c, i) => weightedColumn(site, clause, c, weights[i] ?? '', points, scale, i))
  const total = totalOf(site, clause, counted, weights, weighted, scale, points)
  const origin = builder.origin(clause.round?.span ?? clause.span)
  const totalColumn = addColumn(site, { n: total }, points, clause.span, 'total').column
  steps.push({ is: 'total', column: totalColumn, parts: weighted, origin })
  const knocked = knockOut(site, clause, totalColumn, points, steps)
  const result = addColumn(
    site,
    guarded(site, clause, { n: column(knocked) }),
    points,
    clause.span,
    undefined,
    clause.title ?? clause.id,
  ).column
  const also = [
    ...indicatorResults(site, clause, counted, points),
    ...levelResults(site, clause, result, points, steps),
  ]
  const grain = clause.scope.grain
  builder.results.set(`${clause.id}.score`, { column: result, grain, type: points })
  builder.outputs.push({
    id: clause.id,
    ...(clause.title !== undefined && { title: clause.title }),
    is: 'score',
    label: 'scorecard',
    grain: builder.grain(grain),
    column: result,
    listed: false,
    steps,
    also,
    origin: builder.origin(clause.span),
  })
}

/** One indicator's score, rounded as the scorecard says, not applicable when its measure is or its test fails. */
function lowerIndicator(
  site: Site,
  clause: clauses.Scorecard,
  indicator: clauses.Indicator,
  points: NumberType,
): Omit<Counted, 'weight'> {
  const { builder } = site
  const own: Site = { ...site, owner: `${clause.id}.${indicator.id}` }
  const score = scoreOf(own, indicator.score, indicator.span)
  const exact = exactScore(score, clause, points)
  const state = builder.reason({
    class: 'excluded',
    code: 'BY815',
    args: { name: indicator.title ?? indicator.id },
    origin: indicator.span,
  })
  const none: Lowered = { n: { op: 'fail', state } }
  const cases = [
    ...(indicator.applies ? [{ when: not(lower(own, indicator.applies).n), then: none }] : []),
    ...score.measures.map((measure) => ({
      when: { op: 'is', what: 'not-applicable', a: measure } as const,
      then: none,
    })),
  ]
  const value = cases.length === 0 ? { n: exact } : chooseLowered(cases, { n: exact })
  const stored = addColumn(
    own,
    value,
    points,
    indicator.span,
    undefined,
    indicator.title ?? indicator.id,
  ).column
  return {
    score: stored,
    applies: { op: 'is', what: 'applicable', a: column(stored) },
    ...(score.tiers && { tiers: score.tiers }),
  }
}

function exactScore(score: Score, clause: clauses.Scorecard, points: NumberType): Expr {
  if (clause.round) {
    const { unit, scale, mode } = clause.round
    return within(roundTo(ratioOf(score.points, score.type), unit, scale, mode), points)
  }
  const type = fixed(score.type)
  return convert({ n: fix(score.points, score.type) }, type, {
    ...points,
    range: { ...points.range, scale: Math.max(quotientPlaces, type.range.scale) },
  }).n
}

/** A score of millions of points comes from a divisor next to 0: it is held, never another number. */
function within(rounding: Extract<Expr, { op: 'round' }>, points: NumberType): Expr {
  const limit = { min: String(points.range.min), max: String(points.range.max), state: quotientTooLarge }
  return { ...rounding, limit }
}

/** Its own weight, and those of the indicators that do not apply when they are moved here. */
function effectiveWeight(
  clause: clauses.Scorecard,
  scores: readonly { applies: Expr }[],
  index: number,
  scale: number,
): Expr {
  const own = weightOf(clause, index, scale)
  if (clause.moved?.to !== index) return own
  return scores.reduce((sum: Expr, score, i) => {
    if (i === index) return sum
    const moved: Expr = {
      op: 'choose',
      cases: [{ when: score.applies, then: whole(0n) }],
      otherwise: weightOf(clause, i, scale),
    }
    return { op: 'add', a: sum, b: moved }
  }, own)
}

function weightOf(clause: clauses.Scorecard, index: number, scale: number): Expr {
  const weight = clause.indicators[index]?.weight
  return whole((weight?.digits ?? 0n) * power10(scale - (weight?.scale ?? 0)))
}

function weightColumn(site: Site, weight: Expr, scale: number, span: checked.Typed['span']): Id {
  const type = number('percent', { scale, min: 0n, max: power10(scale + 1) })
  return addColumn(site, { n: weight }, type, span, 'weight').column
}

/** Score × weight of one indicator: what it adds to the total, 0 when it does not apply. */
function weightedColumn(
  site: Site,
  clause: clauses.Scorecard,
  counted: Counted,
  weight: Id,
  points: NumberType,
  scale: number,
  index: number,
): Id {
  const indicator = clause.indicators[index]
  const value: Expr = {
    op: 'choose',
    cases: [{ when: not(counted.applies), then: whole(0n) }],
    otherwise: { op: 'mul', a: column(counted.score), b: column(weight) },
  }
  const most = points.range.max * power10(scale + 1)
  const type = number('points', { scale: points.range.scale + scale, min: -most, max: most })
  const span = indicator?.span ?? clause.span
  const own: Site = { ...site, owner: `${clause.id}.${indicator?.id ?? index}` }
  return addColumn(own, { n: value }, type, span, 'weighted', indicator?.title ?? indicator?.id).column
}

/** Σ score × weight over those that apply; none when the one that receives weights does not apply itself. */
function totalOf(
  site: Site,
  clause: clauses.Scorecard,
  counted: readonly Counted[],
  weights: readonly Id[],
  weighted: readonly Id[],
  scale: number,
  points: NumberType,
): Expr {
  const sum = (items: readonly Expr[]): Expr => items.reduce((a, b): Expr => ({ op: 'add', a, b }))
  const n = sum(weighted.map(column))
  const proportion = clause.moved?.to === 'proportion'
  const applying = counted.map(
    (c, i): Expr => ({
      op: 'choose',
      cases: [{ when: not(c.applies), then: whole(0n) }],
      otherwise: column(weights[i] ?? ''),
    }),
  )
  const value = proportion
    ? { n, d: sum(applying), scale: points.range.scale }
    : { n, scale: points.range.scale + scale }
  const state = noScore(site.builder, clause)
  const receiver = typeof clause.moved?.to === 'number' ? counted[clause.moved.to] : undefined
  const none: Expr = receiver ? not(receiver.applies) : not({ op: 'or', all: counted.map((c) => c.applies) })
  const round = clause.round ?? { unit: 1n, scale: points.range.scale, mode: 'half-even' as const }
  return {
    op: 'choose',
    cases: [{ when: none, then: { op: 'fail', state } }],
    otherwise: within(roundTo(value, round.unit, round.scale, round.mode), points),
  }
}

function noScore(builder: Builder, clause: clauses.Scorecard): number {
  const args = { name: clause.title ?? clause.id }
  return builder.reason({ class: 'excluded', code: 'BY815', args, origin: clause.span })
}

function knockOut(
  site: Site,
  clause: clauses.Scorecard,
  total: Id,
  points: NumberType,
  steps: PlanStep[],
): Id {
  let current = total
  for (const knock of clause.knockOuts) {
    const test = addColumn(
      site,
      lower(site, knock.test),
      { is: 'truth' },
      knock.span,
      'knock-out.test',
    ).column
    const score = convert(lower(site, knock.score), knock.score.type, points)
    const chosen = chooseLowered([{ when: column(test), then: score }], { n: column(current) })
    current = addColumn(site, chosen, points, knock.span, 'knock-out').column
    steps.push({
      is: 'knock-out',
      column: current,
      operand: test,
      when: test,
      origin: site.builder.origin(knock.span),
    })
  }
  return current
}

function indicatorResults(
  site: Site,
  clause: clauses.Scorecard,
  counted: readonly Counted[],
  points: NumberType,
): Output['also'] {
  return clause.indicators.map((indicator, i) => {
    const score = column(counted[i]?.score ?? '')
    const own: Site = { ...site, owner: `${clause.id}.${indicator.id}` }
    const id = addColumn(own, guarded(site, clause, { n: score }), points, indicator.span, 'result').column
    site.builder.results.set(`${clause.id}.${indicator.id}`, {
      column: id,
      grain: clause.scope.grain,
      type: points,
    })
    return { label: indicator.id, column: id }
  })
}

/** The band of the total, and what stands in its row. */
function levelResults(
  site: Site,
  clause: clauses.Scorecard,
  result: Id,
  points: NumberType,
  steps: PlanStep[],
): Output['also'] {
  const { levels } = clause
  if (!levels) return []
  const { builder } = site
  const id = `${clause.id}.levels`
  const scale = levels.bands[0]?.scale ?? 0
  const origin = builder.origin(levels.span)
  builder.schedule({
    id,
    mode: 'whole',
    pays: true,
    extend: false,
    scale,
    type: { is: 'int', scale, min: '0', max: '0', unit: 'points' },
    bands: levels.bands.map((band) => ({
      from: { at: String(band.from), included: !levels.over },
      mode: 'whole',
      origin: builder.origin(band.span),
    })),
    uncovered: builder.reason({
      class: 'uncovered',
      code: 'BY804',
      args: { name: id, lacking: theseValues },
      origin: levels.span,
    }),
    origin,
  })
  const band = builder.column({
    id: `${id}.row`,
    grain: builder.grain(site.grain),
    type: planType({ is: 'number', unit: 'count', range: { scale: 0, min: 0n, max: 10_000n } }),
    expr: { op: 'band', schedule: id, by: { n: column(result), scale: points.range.scale }, mirror: false },
    origin,
  })
  // Who has no score has no level either, for the same reason.
  const state = noScore(builder, clause)
  const unscored = {
    when: { op: 'is', what: 'not-applicable', a: column(result) },
    then: { n: { op: 'fail', state } },
  } as const
  const types = resultsOf(clause)
  const results = levels.outputs.map((output, i) => {
    const type: Type = types.get(output.name) ?? output.type
    const items = levels.bands.map((b) => {
      const give = b.gives[i]
      return give ? convert(lower(site, give), give.type, type).n : whole(0n)
    })
    const stored = addColumn(
      site,
      guarded(site, clause, chooseLowered([unscored], { n: { op: 'pick', index: column(band), items } })),
      type,
      levels.span,
      output.name,
      `${clause.id}.${output.name}`,
    ).column
    builder.results.set(`${clause.id}.${output.name}`, { column: stored, grain: clause.scope.grain, type })
    return { label: output.name, column: stored }
  })
  steps.push({ is: 'levels', column: band, origin })
  for (const { label, column: stored } of results)
    steps.push({ is: 'levels', label, column: stored, operand: band, origin })
  return results
}
