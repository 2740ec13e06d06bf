import type { Span } from '../base/span.ts'
import { type Amount, type Curve, compareAmounts, type Piece, payAt } from './pay-curve.ts'

/** More pays less: from `from` on, less than at `best`, until `even` pays as much again (if anything ever does). */
export type Cliff = {
  /** The last step that pays the most of all up to it. */
  readonly best: bigint
  readonly from: bigint
  readonly pays: { readonly best: Amount; readonly from: Amount }
  readonly even: bigint | undefined
  readonly span: Span
}

/** Every stretch of a curve on which more pays less than some smaller amount did, in ascending order. */
export function cliffsOf({ pieces }: Pick<Curve, 'pieces'>): readonly Cliff[] {
  const found: Cliff[] = []
  let best: { readonly t: bigint; readonly pays: Amount } | undefined
  for (const [i, piece] of pieces.entries()) {
    const end = lastStep(pieces, i)
    const starts = payAt(piece, piece.from)
    if (best && compareAmounts(starts, best.pays) < 0n) {
      const going = found.at(-1)
      if (going === undefined || (going.even !== undefined && going.even <= piece.from))
        found.push(cliff(pieces, i, piece.from, best))
    } else best = { t: piece.from, pays: starts }
    if (piece.rise > 0n && end !== undefined && compareAmounts(payAt(piece, end), best.pays) >= 0n)
      best = { t: end, pays: payAt(piece, end) }
    // A piece that falls by itself; flat ones keep the best where it is, at their end.
    if (best.t === piece.from && piece.rise === 0n && end !== undefined) best = { t: end, pays: starts }
    if (best.t === piece.from && piece.rise < 0n && end !== piece.from)
      found.push(cliff(pieces, i, piece.from + 1n, best))
  }
  return found
}

function cliff(
  pieces: readonly Piece[],
  i: number,
  from: bigint,
  best: { readonly t: bigint; readonly pays: Amount },
): Cliff {
  const piece = pieces[i]
  if (!piece) throw new Error('no such piece')
  const pays = { best: best.pays, from: payAt(piece, from) }
  return { best: best.t, from, pays, even: madeUp(pieces, i, from, best.pays), span: piece.span }
}

function lastStep(pieces: readonly Piece[], i: number): bigint | undefined {
  const next = pieces[i + 1]
  return next && next.from - 1n
}

/** The first step, from one on, that pays at least so much. */
function madeUp(pieces: readonly Piece[], first: number, from: bigint, wanted: Amount): bigint | undefined {
  for (let i = first; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) continue
    const start = i === first ? from : piece.from
    if (compareAmounts(payAt(piece, start), wanted) >= 0n) return start
    if (piece.rise <= 0n) continue
    // at + (t − origin) × rise / run ≥ n / d
    const needed = (wanted.n - piece.at * wanted.d) * piece.run
    const t = piece.origin + ceiling(needed, wanted.d * piece.rise)
    const end = lastStep(pieces, i)
    if (end === undefined || t <= end) return t
  }
  return undefined
}

function ceiling(n: bigint, d: bigint): bigint {
  return n > 0n ? (n + d - 1n) / d : n / d
}

/** Where what is paid goes up at once, by more than what one step earns: the last step below, and the first above. */
export type Jump = { readonly below: bigint; readonly from: bigint; readonly pays: readonly [Amount, Amount] }

export function jumpsOf({ pieces }: Pick<Curve, 'pieces'>): readonly Jump[] {
  return pieces.flatMap((piece, i) => {
    const before = pieces[i - 1]
    if (!before || compareAmounts(payAt(piece, piece.origin), payAt(before, piece.origin)) <= 0n) return []
    const below = piece.from - 1n
    return [{ below, from: piece.from, pays: [payAt(before, below), payAt(piece, piece.from)] as const }]
  })
}
