import { type Decimal, divideRounded, power10 } from '../../base/decimal.ts'
import { type Curve, payAt } from '../../check/pay-curve.ts'
import type { Id } from '../../plan/plan.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { Clause, CurvePair, Person, Point } from './impact.ts'
import type { RunLines } from './run-lines.ts'
import { fractionAt, type TierStep, tierSteps } from './tier-places.ts'
import type { Version } from './version.ts'

type Side = { readonly version: Version; readonly run: RunLines }
const places = 8

/** The curves of those clauses whose tiers are drawn the same way in both versions. */
export function curvesOf(
  before: Side,
  after: Side,
  clauses: readonly { readonly clause: Clause; readonly before: Id }[],
  lineKey: (line: ResultLine) => string,
  personOf: (line: ResultLine) => Person | undefined,
): readonly CurvePair[] {
  return clauses.flatMap(({ clause, before: name }) => {
    const olds = tierSteps(before.version.checked, before.run.results.engine, name)
    const news = tierSteps(after.version.checked, after.run.results.engine, clause.id)
    return news.flatMap((step, i): readonly CurvePair[] => {
      const old = olds[i]
      if (
        !old ||
        old.curve.perBase !== step.curve.perBase ||
        old.curve.measure.unit !== step.curve.measure.unit
      )
        return []
      const was = pointsOf(before.run, name, old, lineKey)
      const is = pointsOf(after.run, clause.id, step, lineKey)
      const lines = new Map(
        [...(before.run.lines.get(name) ?? []), ...(after.run.lines.get(clause.id) ?? [])].map((line) => [
          lineKey(line),
          line,
        ]),
      )
      const people = [...lines].flatMap(([key, line]) => {
        const [a, b] = [was.get(key), is.get(key)]
        const person = personOf(line)
        return a || b ? [{ ...(person && { person }), ...(a && { before: a }), ...(b && { after: b }) }] : []
      })
      const last = lastOf(
        [old.curve, step.curve],
        people.flatMap((one) => [one.before, one.after]),
      )
      const { currency } = step.tiers.type
      return [
        {
          clause,
          unit: step.curve.measure.unit,
          currency: typeof currency === 'string' ? currency : '',
          perBase: step.curve.perBase,
          before: piecesOf(old.curve, last),
          after: piecesOf(step.curve, last),
          people,
        },
      ]
    })
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
