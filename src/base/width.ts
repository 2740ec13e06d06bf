/**
 * The columns that a text takes in a terminal or an editor's fixed-width font: East Asian wide and full-width
 * characters and emoji take two, combining marks none.
 */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const character of text) width += charWidth(character)
  return width
}

/** Fills with spaces on the right up to `width` columns. */
export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Fills with spaces on the left up to `width` columns: for numbers. */
export function padStartToWidth(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
}

/** The columns of one character: 0, 1 or 2. */
export function charWidth(character: string): number {
  return widthOf(character.codePointAt(0) ?? 0)
}

// First and last code point of each wide range: Unicode East Asian Width W and F, emoji included.
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18aff],
  [0x1aff0, 0x1b2ff],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

function widthOf(code: number): number {
  if (code < 0x300) return 1
  if (isCombining(code)) return 0
  return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}

function isCombining(code: number): boolean {
  return /^[\p{Mn}\p{Me}\p{Cf}]$/u.test(String.fromCodePoint(code))
}
