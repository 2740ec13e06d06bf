const firstYear = 1900
const years = 256

/** A place for each date of `firstYear` and the years after, as `2026-04-01` is written. */
export function dateTable(): Int32Array {
  return new Int32Array(years << 9)
}

/** The place of the text `2026-04-01` that begins at `p`; −1 where anything else stands there. Days up to 31 have one. */
export function datePlace(bytes: DataView, p: number): number {
  const yyyy = bytes.getInt32(p)
  const mm = bytes.getInt32(p + 4)
  const dd = bytes.getInt16(p + 8)
  // Each byte a digit: above 0x2f, and still below 0x40 with six more.
  if ((yyyy & 0xf0f0f0f0) !== 0x30303030 || ((yyyy + 0x06060606) & 0xf0f0f0f0) !== 0x30303030) return -1
  if ((mm & 0xfff0f0ff) !== 0x2d30302d || ((mm + 0x00060600) & 0x00f0f000) !== 0x00303000) return -1
  if ((dd & 0xf0f0) !== 0x3030 || ((dd + 0x0606) & 0xf0f0) !== 0x3030) return -1
  const month = twoDigits(mm >> 8)
  const day = twoDigits(dd)
  const since = twoDigits(yyyy >> 16) * 100 + twoDigits(yyyy) - firstYear
  return month > 15 || day > 31 || since < 0 || since >= years ? -1 : (since << 9) | (month << 5) | day
}

/** The number that the lower two of its bytes write. */
function twoDigits(word: number): number {
  return ((word >> 8) & 15) * 10 + (word & 15)
}
