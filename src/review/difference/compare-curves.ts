import { power10 } from '../../base/decimal.ts'
import { type Amount, type Curve, type Piece, payAt } from '../../check/pay-curve.ts'

/** Steps of the measure, `from` to `until` (open where absent), throughout which one version pays more than the other. */
export type CurveStretch = {
  readonly from: bigint
  readonly until?: bigint
  /** Its ends, as the rows of the schedules have them: a step beyond the last may be the end that does not belong to it. */
  readonly low: End
  readonly high?: End
  /** 1 where the new version pays more, −1 where it pays less. */
  readonly sign: 1 | -1
  /** By how much at the first step, and at the last: new less old, in units of 10^-scale. */
  readonly at: { readonly from: Amount; readonly until?: Amount }
  /** Where they are furthest apart; at the beginning of what goes on without end, unless they come nearer from there. */
  readonly peak: { readonly step: bigint; readonly by: Amount }
}
type End = { readonly at: bigint; readonly included: boolean }
export type CurveDifference = { readonly scale: number; readonly stretches: readonly CurveStretch[] }

/**
 * Where two tier schedules pay differently, for every step of what chooses their rows from 0 on: between the points at
 * which either begins a new piece both are straight, so that their difference changes its sign at one place at most.
 * Undefined where they are not measured alike.
 */
export function compareCurves(old: Curve, next: Curve): CurveDifference | undefined {
  const measures = [old.measure, next.measure]
  if (old.perBase !== next.perBase || measures[0]?.range.scale !== measures[1]?.range.scale) return undefined
  if (old.measure.unit !== next.measure.unit || old.measure.currency !== next.measure.currency)
    return undefined
  const scale = Math.max(old.scale, next.scale)
  const [a, b] = [atScale(old, scale), atScale(next, scale)]
  const points = [...new Set([...a, ...b].map(({ from }) => from))].sort((x, y) => (x < y ? -1 : 1))
  const stretches: CurveStretch[] = []
  for (const [i, from] of points.entries()) {
    const [x, y] = [pieceAt(a, from), pieceAt(b, from)]
    // Below its first row a schedule has nothing to say: a version that has one there is told by other means.
    if (x && y) add(stretches, x, y, partAt([...a, ...b], from, points[i + 1]))
  }
  return { scale, stretches: joined(stretches) }
}

function atScale({ pieces, scale }: Curve, wanted: number): readonly Piece[] {
  const by = power10(wanted - scale)
  return pieces.map((piece) => ({ ...piece, at: piece.at * by, rise: piece.rise * by }))
}

function pieceAt(pieces: readonly Piece[], t: bigint): Piece | undefined {
  return pieces.findLast(({ from }) => from <= t)
}

/** What lies between two points at which pieces begin. */
type Part = Pick<CurveStretch, 'from' | 'until' | 'low' | 'high'>

function partAt(pieces: readonly Piece[], from: bigint, end: bigint | undefined): Part {
  const low = beginning(pieces, from)
  if (end === undefined) return { from, low }
  const above = beginning(pieces, end)
  return { from, until: end - 1n, low, high: { at: above.at, included: !above.included } }
}

/** Where pieces begin: a row over an amount begins a step after it. */
function beginning(pieces: readonly Piece[], from: bigint): End {
  const after = pieces.filter((piece) => piece.from === from).every(({ origin }) => origin === from - 1n)
  return after ? { at: from - 1n, included: false } : { at: from, included: true }
}

function differenceAt(old: Piece, next: Piece, t: bigint): Amount {
  const [a, b] = [payAt(old, t), payAt(next, t)]
  return { n: b.n * a.d - a.n * b.d, d: a.d * b.d }
}

function signOf({ n }: Amount): -1 | 0 | 1 {
  return n > 0n ? 1 : n < 0n ? -1 : 0
}

/** One straight stretch, cut where the sign changes. */
function add(out: CurveStretch[], old: Piece, next: Piece, part: Part): void {
  const { from, until, low, high } = part
  const at = (t: bigint) => differenceAt(old, next, t)
  const first = at(from)
  const slope = at(from + 1n).n - first.n
  const put = ({ from: start, until: end, ...ends }: Part) => {
    const sign = signOf(at(start))
    if (sign === 0 || (end !== undefined && end < start)) return
    out.push({
      from: start,
      ...(end !== undefined && { until: end }),
      ...ends,
      sign,
      at: { from: at(start), ...(end !== undefined && { until: at(end) }) },
      peak: further({ step: start, by: at(start) }, { step: end ?? start, by: at(end ?? start) }),
    })
  }
  // From here on there is no difference, or the other sign: the first step at which first + slope × steps is not of the
  // sign that it has at the beginning.
  const meets = slope !== 0n && signOf(first) !== 0 && first.n > 0n !== slope > 0n
  if (!meets) {
    // It may begin with nothing and part from there.
    put(signOf(first) === 0 ? { ...part, from: from + 1n, low: { at: from, included: false } } : part)
    return
  }
  const size = (n: bigint) => (n < 0n ? -n : n)
  const steps = (size(first.n) + size(slope) - 1n) / size(slope)
  const zero = from + steps
  if (until !== undefined && zero > until) {
    put(part)
    return
  }
  const meet: End = { at: zero, included: false }
  const met = signOf(at(zero)) === 0
  put({ from, until: zero - 1n, low, high: met ? meet : { at: zero - 1n, included: true } })
  put({
    from: met ? zero + 1n : zero,
    ...(until !== undefined && { until }),
    low: met ? meet : { at: zero, included: true },
    ...(high && { high }),
  })
}

type Peak = CurveStretch['peak']

function further(a: Peak, b: Peak): Peak {
  const size = ({ n }: Amount) => (n < 0n ? -n : n)
  return size(b.by) * a.by.d > size(a.by) * b.by.d ? b : a
}

/** Stretches of one sign that follow one another are one. */
function joined(stretches: readonly CurveStretch[]): readonly CurveStretch[] {
  const out: CurveStretch[] = []
  for (const one of stretches) {
    const last = out.at(-1)
    if (last?.until === undefined || last.sign !== one.sign || last.until + 1n !== one.from) out.push(one)
    else {
      const { until: _, high: __, at, ...rest } = last
      out[out.length - 1] = {
        ...rest,
        ...(one.until !== undefined && { until: one.until }),
        ...(one.high && { high: one.high }),
        at: { from: at.from, ...(one.at.until && { until: one.at.until }) },
        peak: further(last.peak, one.peak),
      }
    }
  }
  return out
}
