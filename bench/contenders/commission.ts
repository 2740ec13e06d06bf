/** The person's part of the policy by hand: a fraction is compared by cross products, one rounding at the end. */
export function commission(collected: number, quota: number): bigint {
  if (quota <= 0) return 0n
  const cents = BigInt(collected)
  const base = BigInt(quota)
  if (cents * 100n < base * 40n) return 0n
  // Per mille of the slices from each bound (percent of the quota) on.
  let total = 0n
  let end = cents * 100n
  for (const [from, rate] of bands) {
    const start = from * base
    if (end > start) {
      total += (end - start) * rate
      end = start
    }
  }
  const pay = (total + 50_000n) / 100_000n
  return pay > 20_000_000n ? 20_000_000n : pay
}

const bands = [
  [120n, 50n],
  [100n, 35n],
  [80n, 20n],
  [0n, 10n],
] as const
