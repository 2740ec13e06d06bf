import type { Span } from '../base/span.ts'
import { type Amount, type Curve, compareAmounts, type Piece, payAt } from './pay-curve.ts'

/** Every step from `from` to `until` pays the same, and one more step would pay more again. */
export type Plateau = {
  readonly from: bigint
  readonly until: bigint
  readonly pays: Amount
  readonly span: Span
}

/**
 * The stretches of a curve on which more pays nothing more, though it did before and does after: not the part at the end
 * that a cap is for, not the part below the first amount that is paid, no single step, and nothing that a cliff has said.
 */
export function plateausOf({ pieces }: Pick<Curve, 'pieces'>): readonly Plateau[] {
  const found: Plateau[] = []
  let most: Amount = { n: 0n, d: 1n }
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) continue
    const pays = payAt(piece, piece.from)
    const flat = piece.rise === 0n
    const last = flat ? lastAsFlat(pieces, i, pays) : i
    const next = pieces[last + 1]
    const until = flat && next ? endOf(next, pays) : undefined
    if (until !== undefined && until > piece.from + 1n && pays.n > 0n && compareAmounts(pays, most) >= 0n)
      found.push({ from: piece.from, until, pays, span: piece.span })
    const end = next && payAt(pieces[last] ?? piece, next.from - 1n)
    for (const amount of [pays, end]) if (amount && compareAmounts(amount, most) > 0n) most = amount
    i = last
  }
  return found
}

/** The last of the pieces from one on that pay the same throughout. */
function lastAsFlat(pieces: readonly Piece[], first: number, pays: Amount): number {
  const after = pieces.findIndex(
    (piece, i) => i > first && (piece.rise !== 0n || compareAmounts(payAt(piece, piece.from), pays) !== 0n),
  )
  return after < 0 ? pieces.length - 1 : after - 1
}

/** The last step that pays no more, where the next piece goes on to pay more. */
function endOf(next: Piece, pays: Amount): bigint | undefined {
  const step = compareAmounts(payAt(next, next.from), pays)
  if (step > 0n) return next.from - 1n
  return step === 0n && next.rise > 0n ? next.from : undefined
}
