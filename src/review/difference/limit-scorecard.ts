import { normalize } from '../../base/decimal.ts'
import type { Typed } from '../../check/checked.ts'
import type { Indicator, IndicatorScore, Levels, Scorecard } from '../../check/clauses.ts'
import { showPoint } from '../../check/geometry.ts'
import { constantsOver, percentText, written } from './limit-constants.ts'
import {
  addBound,
  aligned,
  testAlone,
  type Walk,
  walkRounding,
  walkTyped,
  writtenApart,
} from './limit-walk.ts'

/** The numbers of a scorecard: weights, the ends of scores, tests, levels. */
export function walkScorecard(walk: Walk, a: Scorecard, b: Scorecard): void {
  const cost = (x: Indicator, y: Indicator) => (x.id === y.id ? 0 : undefined)
  for (const [x, y] of aligned(a.indicators, b.indicators, cost)) {
    const named = y ?? x
    if (!named) continue
    const own = { ...walk, in: named.title ?? named.id }
    if (x && y) walkIndicator(own, x, y)
    else writtenApart(own, x?.span, y?.span)
  }
  walkRounding(walk, a.round, b.round)
  const same = (x: Scorecard['knockOuts'][number], y: Scorecard['knockOuts'][number]) =>
    walk.alike(x, y) ? 0 : 1
  for (const [x, y] of aligned(a.knockOuts, b.knockOuts, same)) {
    if (x && y) {
      walkTyped(walk, x.test, y.test, 'knock-out')
      walkTyped(walk, x.score, y.score, 'test', 'amount')
    } else testAlone(walk, x?.test, y?.test, 'knock-out', false, 'never')
  }
  if (!walk.alike(a.moved, b.moved)) writtenApart(walk, a.moved?.span, b.moved?.span)
  walkLevels(walk, a.levels, b.levels)
}

function walkIndicator(walk: Walk, a: Indicator, b: Indicator): void {
  const [x, y] = [normalize(a.weight), normalize(b.weight)]
  if (x.digits !== y.digits || x.scale !== y.scale)
    walk.add({
      is: 'number',
      role: 'weight',
      of: '',
      ...(walk.in !== undefined && { in: walk.in }),
      old: percentText(x),
      next: percentText(y),
    })
  if (a.applies && b.applies) walkTyped(walk, a.applies, b.applies, 'applies')
  else if (a.applies || b.applies) testAlone(walk, a.applies, b.applies, 'applies', false, 'always')
  walkScore(walk, a, b)
}

function walkScore(walk: Walk, { score: a, span }: Indicator, { score: b, span: other }: Indicator): void {
  const both = (x: Typed | undefined, y: Typed | undefined) => {
    if (x && y) walkTyped(walk, x, y)
    else if (x || y) writtenApart(walk, x?.span, y?.span)
  }
  if (a.is === 'ratio' && b.is === 'ratio') {
    both(a.actual, b.actual)
    if (a.target && b.target) walkTyped(walk, a.target, b.target, 'test', 'target')
    else both(a.target, b.target)
    const [actual, target] = [b.actual, b.target].map((one) => one && written(walk.next, one.span))
    ends(walk, a, b, target === undefined ? (actual ?? '') : `${actual} / ${target}`)
  } else if (a.is === 'points' && b.is === 'points') {
    both(a.points, b.points)
    ends(walk, a, b, written(walk.next, b.points.span))
  } else if (a.is === 'pass-fail' && b.is === 'pass-fail') walkTyped(walk, a.test, b.test, 'pass')
  else if (a.is === 'tiers' && b.is === 'tiers') {
    both(a.actual, b.actual)
    if (a.target && b.target) walkTyped(walk, a.target, b.target, 'test', 'target')
    else both(a.target, b.target)
  } else if (a.is !== b.is) writtenApart(walk, span, other)
}

/** The least and the most that a score counts with. */
function ends(
  walk: Walk,
  a: Extract<IndicatorScore, { is: 'ratio' | 'points' }>,
  b: Extract<IndicatorScore, { is: 'ratio' | 'points' }>,
  of: string,
): void {
  for (const [is, x, y] of [
    ['floor', a.from, b.from],
    ['cap', a.upTo, b.upTo],
  ] as const) {
    const [old, next] = [x && constantsOver(walk.old, x)?.[0], y && constantsOver(walk.next, y)?.[0]]
    if (x && y && (walk.alike(x, y) || !old || !next)) {
      walkTyped(walk, x, y)
      continue
    }
    if (!old && !next) continue
    addBound(walk, is, old, next, {
      of,
      ...(walk.in !== undefined && { in: walk.in }),
      ...(old && { old: old.text }),
      ...(next && { next: next.text }),
    })
  }
}

type Band = Levels['bands'][number]

/** Scores that reach another level, or one that gives something else. */
function walkLevels(walk: Walk, a: Levels | undefined, b: Levels | undefined): void {
  if (!a || !b || a.over !== b.over) {
    if (a || b) writtenApart(walk, a?.span, b?.span)
    return
  }
  const scale = Math.max(0, ...[...a.bands, ...b.bands].map((band) => band.scale))
  const at = (band: Band) => band.from * 10n ** BigInt(scale - band.scale)
  const text = (point: bigint) =>
    showPoint(point, { is: 'number', unit: 'points', range: { scale, min: 0n, max: 0n } })
  const points = [...new Set([...a.bands, ...b.bands].map(at))].sort((x, y) => (x < y ? -1 : 1))
  const found: { low: bigint; high?: bigint; old: string; next: string }[] = []
  for (const [i, point] of points.entries()) {
    const [x, y] = [a.bands, b.bands].map((bands) =>
      bands.toSorted(byStart(at)).findLast((one) => at(one) <= point),
    )
    if (x && y && x.gives.length === y.gives.length && x.gives.every((one, j) => walk.alike(one, y.gives[j])))
      continue
    const told = (read: Walk['old'], band: Band | undefined) =>
      band ? band.gives.map((one) => written(read, one.span)).join(', ') : '–'
    const high = points[i + 1]
    const [old, next] = [told(walk.old, x), told(walk.next, y)]
    const last = found.at(-1)
    if (last && last.high === point && last.old === old && last.next === next) found.pop()
    const low = last && found.at(-1) !== last ? last.low : point
    found.push({ low, ...(high !== undefined && { high }), old, next })
  }
  for (const { low, high, old, next } of found)
    walk.add({
      is: 'level',
      ...(walk.in !== undefined && { in: walk.in }),
      region: {
        low: { at: text(low), included: !a.over },
        ...(high !== undefined && { high: { at: text(high), included: a.over } }),
      },
      old,
      next,
    })
}

function byStart(at: (band: Band) => bigint) {
  return (x: Band, y: Band) => (at(x) < at(y) ? -1 : 1)
}
