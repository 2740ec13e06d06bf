/** Two columns each: East Asian wide and full-width forms, and characters shown as emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
/** No column: marks that sit on the character before, joiners, direction marks, controls. */
const zero = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u

/** The columns that one code point takes on a terminal: 0, 1 or 2. A tab counts 0: expand it first. */
export function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code >= 0x20 && code < 0x7f) return 1
  if (zero.test(char)) return 0
  return wide.test(char) ? 2 : 1
}

/** The columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width
}

/** The text and spaces up to `width` columns; longer texts stay whole. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** As `padEnd`, the spaces first: for numbers. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
}
