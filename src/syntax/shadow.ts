/**
 * The text that is lexed: equal in length to the original, so that every offset holds in both, with full-width
 * punctuation, digits, letters, operators and spaces as their ASCII twins. Strings and comments stay as they are.
 */
export function shadowOf(text: string): string {
  // Nearly every English policy is plain already.
  if (/^[\t\n\r\x20-\x7e]*$/.test(text)) return text
  let shadow = ''
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    const twin = twinOf(text.charCodeAt(i))
    if (twin !== undefined && !closers.has(text.charAt(i))) {
      shadow += text.slice(copied, i) + twin
      copied = i + 1
      if (twin !== '#') continue
    }
    const kept = twin === '#' || text.charAt(i) === '#' ? lineEnd(text, i) : stringAt(text, i)?.end
    if (kept !== undefined) i = Math.max(i, kept - 1)
  }
  return shadow + text.slice(copied)
}

/** Each sign that opens a string, and the one that closes it. `”…”` is what an input method often leaves. */
const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['＂', '＂'],
  ['“', '”'],
  ['”', '”'],
  ['「', '」'],
])

/**
 * The string that opens at an offset: `end` lies after its closing sign, or, when it is not closed on its line,
 * where the line's own punctuation begins again. In `"…"` a doubled `""` stands for one.
 */
export function stringAt(text: string, offset: number): { end: number; closed: boolean } | undefined {
  const closer = closers.get(text.charAt(offset))
  if (closer === undefined) return undefined
  const last = lineEnd(text, offset)
  for (let i = offset + 1; i < last; i++) {
    if (text.charAt(i) !== closer) continue
    if (closer === '"' && text.charAt(i + 1) === '"') i++
    else return { end: i + 1, closed: true }
  }
  const rest = text.slice(offset, last)
  let length = rest.length
  // A `}` whose `{` was swallowed too goes with it.
  const punctuation = /\{.*\}\s*$/.test(rest) ? ' \t|;)' : ' \t{|;)}'
  while (length > 1 && punctuation.includes(rest.charAt(length - 1))) length--
  return { end: offset + length, closed: false }
}

/** The text between a string's signs. */
export function stringContent(written: string): string {
  const content = written.slice(1, -1)
  return written.startsWith('"') ? content.replaceAll('""', '"') : content
}

/** The offset where the line ends: of its CR or LF, or of the text's end. */
function lineEnd(text: string, offset: number): number {
  for (let i = offset; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 || c === 13) return i
  }
  return text.length
}

function twinOf(code: number): string | undefined {
  if (code < 0xa0) return undefined
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  switch (code) {
    case 0x3000: // ideographic space
    case 0x00a0:
    case 0x202f:
    case 0x205f:
    case 0x2028:
    case 0x2029:
    case 0xfeff: // byte order mark
      return ' '
    case 0x3001: // 、
      return ','
    case 0x2212: // −
      return '-'
    case 0x00d7:
      return '*'
    case 0x00f7:
      return '/'
    default:
      return code >= 0x2000 && code <= 0x200a ? ' ' : undefined
  }
}
