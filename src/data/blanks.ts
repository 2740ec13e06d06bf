const space = 32

/** Blanks at the ends are nobody's intention: spaces, tabs, and the wide ones U+00A0 and U+3000. */
export function trimStart(bytes: Uint8Array, from: number, to: number): number {
  let i = from
  for (;;) {
    if (i < to && isBlank(bytes[i] ?? 0)) i++
    else if (i + 1 < to && bytes[i] === 0xc2 && bytes[i + 1] === 0xa0) i += 2
    else if (i + 2 < to && bytes[i] === 0xe3 && bytes[i + 1] === 0x80 && bytes[i + 2] === 0x80) i += 3
    else return i
  }
}

/** The place after the last byte that is no blank. */
export function trimEnd(bytes: Uint8Array, from: number, to: number): number {
  let i = to
  for (;;) {
    const c = bytes[i - 1] ?? 0
    if (c > space && c < 0x80) return i
    if (i > from && isBlank(c)) i--
    else if (i - 1 > from && c === 0xa0 && bytes[i - 2] === 0xc2) i -= 2
    else if (i - 2 > from && c === 0x80 && bytes[i - 2] === 0x80 && bytes[i - 3] === 0xe3) i -= 3
    else return i
  }
}

/** Not every control character: what else is in a cell is the cell's. */
function isBlank(c: number): boolean {
  return c === space || (c >= 9 && c <= 13)
}
