/** What the fast reader needs to know of a numeric field, and where it puts what it reads. */
export type PlainNumbers = {
  readonly scale: number
  /** Places that a bare number is moved by; -1 where a bare number is not for the fast reader. */
  readonly bareShift: number
  /** Whether a percent sign may follow. */
  readonly percent: boolean
  /** The range; bounds beyond exact numbers are of no matter, because fifteen digits never reach them. */
  readonly low: number
  readonly high: number
  /** The halves of 64-bit integers, the lower first: writing them makes no BigInt. */
  words: Int32Array
}

const powers = Array.from({ length: 16 }, (_, n) => 10 ** n)

/**
 * Reads a plain decimal (`-1234.50`, also `12%`) straight from its bytes into the store. False where the text is
 * anything else, has too many digits or lies outside the range: `readNumber` then decides, with reasons.
 * Fifteen digits are an exact integer in a JavaScript number, so no BigInt is made.
 */
export function addPlainNumber(
  store: PlainNumbers,
  row: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  let end = to
  let shift = store.bareShift
  if (store.percent && end - from > 1 && bytes[end - 1] === 37) {
    shift = 2
    end--
  }
  if (shift < 0 || end - from > 17) return false
  let i = from
  const negative = bytes[i] === 45
  if (negative) i++
  const first = i
  let n = 0
  let digits = 0
  let point = -1
  for (; i < end; i++) {
    const c = (bytes[i] ?? 0) - 48
    if (c >= 0 && c <= 9) {
      n = n * 10 + c
      digits++
    } else if (c === -2 && point < 0 && i > first) point = i
    else return false
  }
  if (digits === 0 || point === end - 1) return false
  let places = store.scale - shift - (point < 0 ? 0 : end - point - 1)
  // Zeros beyond the scale say nothing: 28000.0000 is 28000.00.
  for (; places < 0; places++) {
    if (n % 10 !== 0) return false
    n /= 10
  }
  if (digits + places > 15) return false
  n *= powers[places] ?? 1
  if (negative) n = -n
  if (n < store.low || n > store.high) return false
  // `n | 0` is the lower half also of a negative number; what is left is a multiple of 2^32.
  const lower = n | 0
  store.words[2 * row] = lower
  store.words[2 * row + 1] = (n - (lower >>> 0)) / 4294967296
  return true
}
