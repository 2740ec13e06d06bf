const firstYear = 1900
const years = 256

/** A place for each date of `firstYear` and the years after, as `2026-04-01` is written. */
export function dateTable(): Int32Array {
  return new Int32Array(years << 9)
}

/** The place of the text `2026-04-01` that begins at `p`; −1 where anything else stands there. Days up to 31 have one. */
export function datePlace(bytes: Uint8Array, p: number): number {
  if (bytes[p + 4] !== 45 || bytes[p + 7] !== 45) return -1
  const century = twoDigits(bytes, p)
  const year = twoDigits(bytes, p + 2)
  const month = twoDigits(bytes, p + 5)
  const day = twoDigits(bytes, p + 8)
  if ((century | year | month | day) < 0 || month > 15 || day > 31) return -1
  const since = century * 100 + year - firstYear
  return since < 0 || since >= years ? -1 : (since << 9) | (month << 5) | day
}

/** −1 where they are no digits. */
function twoDigits(bytes: Uint8Array, p: number): number {
  const tens = (bytes[p] ?? 0) - 48
  const ones = (bytes[p + 1] ?? 0) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}
