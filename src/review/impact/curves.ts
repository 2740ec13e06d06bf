import { type Decimal, divideRounded, power10 } from '../../base/decimal.ts'
import { cliffsOf } from '../../check/cliffs.ts'
import { type Amount, type Curve, payAt } from '../../check/pay-curve.ts'
import { rises } from '../../check/rules/report-cliffs.ts'
import type { Id } from '../../plan/plan.ts'
import { need } from '../../targets/evaluate/engine.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { CurveCliff, Point } from '../charts/curve-picture.ts'
import type { Clause, CurvePair, Person } from './impact.ts'
import type { RunLines } from './run-lines.ts'
import { fractionAt, type TierStep, tierSteps } from './tier-places.ts'
import type { Version } from './version.ts'

type Sides = { readonly version: Pick<Version, 'checked'>; readonly run: RunLines }
type Drawn = { readonly clause: Clause; readonly before: Id | undefined }
const places = 8

/**
 * The curves of the tiers of each clause, and where people stand. `before`: the other version, drawn where its tiers are
 * measured the same way; its pieces are none where it has no such tiers.
 */
export function curvesOf(
  before: Sides | undefined,
  after: Sides,
  clauses: readonly Drawn[],
  lineKey: (line: ResultLine) => string,
  personOf: (line: ResultLine) => Person | undefined,
): readonly CurvePair[] {
  return clauses.flatMap(({ clause, before: name }) => {
    const olds =
      before && name !== undefined
        ? tierSteps(before.version.checked, before.run.results.engine, name)
        : undefined
    const news = tierSteps(after.version.checked, after.run.results.engine, clause.id)
    return news.map((step, i): CurvePair => {
      const found = olds?.[i]
      const old = found && isAlike(found.curve, step.curve) ? found : undefined
      const was = before && old && name !== undefined ? pointsOf(before.run, name, old, lineKey) : undefined
      const is = pointsOf(after.run, clause.id, step, lineKey)
      const lines = new Map(
        [
          ...(was && name !== undefined ? (before?.run.lines.get(name) ?? []) : []),
          ...(after.run.lines.get(clause.id) ?? []),
        ].map((line) => [lineKey(line), line]),
      )
      const people = [...lines].flatMap(([key, line]) => {
        const [a, b] = [was?.get(key), is.get(key)]
        const person = personOf(line)
        return a || b
          ? [{ ...(person && { person }), line, ...(a && { before: a }), ...(b && { after: b }) }]
          : []
      })
      const last = lastOf(
        [...(old ? [old.curve] : []), step.curve],
        people.flatMap((one) => [one.before, one.after]),
      )
      const { currency } = step.tiers.type
      const { label } = need(after.run.results.engine.model.columns, step.columns.by)
      return {
        clause,
        unit: step.curve.measure.unit,
        currency: typeof currency === 'string' ? currency : '',
        ...(label !== undefined && { measured: label }),
        perBase: step.curve.perBase,
        before: old ? piecesOf(old.curve, last) : [],
        after: piecesOf(step.curve, last),
        people,
        cliffs: [...(old ? cliffsIn(old.curve, 'before') : []), ...cliffsIn(step.curve, 'after')],
      }
    })
  })
}

function isAlike(a: Curve, b: Curve): boolean {
  return a.perBase === b.perBase && a.measure.unit === b.measure.unit
}

function cliffsIn(curve: Curve, side: CurveCliff['side']): readonly CurveCliff[] {
  if (!rises(curve)) return []
  const grid = power10(curve.measure.range.scale)
  const point = (t: bigint, { n, d }: Amount): Point => ({
    x: shortened({ n: t, d: grid }),
    y: shortened({ n, d: d * power10(curve.scale) }),
  })
  return cliffsOf(curve).map(({ best, from, pays, even }) => {
    const piece = even === undefined ? undefined : curve.pieces.findLast((one) => one.from <= even)
    return {
      side,
      best: point(best, pays.best),
      from: point(from, pays.from),
      ...(even !== undefined && piece && { even: point(even, payAt(piece, even)) }),
    }
  })
}

function pointsOf(
  { results, lines }: RunLines,
  clause: Id,
  step: TierStep,
  lineKey: (line: ResultLine) => string,
): ReadonlyMap<string, Point> {
  const { engine } = results
  const found = new Map<string, Point>()
  for (const line of lines.get(clause) ?? []) {
    const x = fractionAt(engine, step.columns.by, line.row)
    const paid = fractionAt(engine, step.amount, line.row)
    const base =
      step.curve.perBase && step.columns.base !== undefined
        ? fractionAt(engine, step.columns.base, line.row)
        : { n: 1n, d: 1n }
    if (!x || !paid || !base || base.n <= 0n || x.n < 0n) continue
    found.set(lineKey(line), { x: shortened(x), y: shortened({ n: paid.n * base.d, d: paid.d * base.n }) })
  }
  return found
}

function shortened({ n, d }: { readonly n: bigint; readonly d: bigint }): Decimal {
  return { digits: divideRounded(n * power10(places), d, 'half-even'), scale: places }
}

/** How far to the right a picture goes: a little beyond the last threshold and the last person. */
function lastOf(curves: readonly Curve[], points: readonly (Point | undefined)[]): bigint {
  const ends = curves.map(({ pieces, measure }) => {
    const { digits } = shortened({ n: pieces.at(-1)?.from ?? 0n, d: power10(measure.range.scale) })
    return (digits * 5n) / 4n
  })
  const people = points.map((point) => ((point?.x.digits ?? 0n) * 21n) / 20n)
  return [...ends, ...people].reduce((most, one) => (one > most ? one : most), 1n)
}

function piecesOf(curve: Curve, last: bigint): readonly (readonly [Point, Point])[] {
  const { pieces, measure, scale } = curve
  const grid = power10(measure.range.scale)
  const end = (last * grid) / power10(places)
  return pieces.flatMap((piece, i) => {
    const until = pieces[i + 1]?.from ?? end
    if (until <= piece.from || piece.from > end) return []
    const at = (t: bigint): Point => {
      const { n, d } = payAt(piece, t)
      return { x: shortened({ n: t, d: grid }), y: shortened({ n, d: d * power10(scale) }) }
    }
    return [[at(piece.from), at(until)] as const]
  })
}
