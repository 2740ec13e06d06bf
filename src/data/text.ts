import { type Fault, fault } from './problem-log.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
export type TextReading = { readonly utf8: Uint8Array } | { readonly fault: Fault }

/** Names that people give the encodings. */
const encodings: ReadonlyMap<string, Encoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
])
export const encodingNames: readonly string[] = [...encodings.keys()]

export function encodingNamed(name: string): Encoding | undefined {
  return encodings.get(name.trim().toLowerCase())
}

/** Tells whether bytes are valid UTF-8; whoever knows a quicker way than ours on his system may bring it. */
export type IsUtf8 = (bytes: Uint8Array) => boolean

/**
 * A file's bytes as valid UTF-8 without a byte order mark: the form that the scanner reads. A UTF-8 file is checked
 * and given back as it is. Without a mark, text that is not UTF-8 is taken for GB18030, what Chinese Excel writes.
 */
export function toUtf8(
  file: string,
  bytes: Uint8Array,
  encoding?: Encoding,
  isUtf8: IsUtf8 = isUtf8Anywhere,
): TextReading {
  const mark = markOf(bytes)
  const body = mark ? bytes.subarray(mark.length) : bytes
  const said = mark?.encoding ?? encoding
  if (said === 'utf-16le' || said === 'utf-16be') return checked(file, transcoded(body, said), said)
  if (body.includes(0)) return { fault: fault('BY733', { file }) }
  if (said === 'utf-8') return checked(file, isUtf8(body) ? body : undefined, said)
  if (said === 'gb18030') return checked(file, transcoded(body, said), said)
  if (isUtf8(body)) return { utf8: body }
  const utf8 = transcoded(body, 'gb18030')
  return utf8 ? { utf8 } : { fault: fault('BY732', { file }) }
}

function checked(file: string, utf8: Uint8Array | undefined, encoding: Encoding): TextReading {
  if (!utf8) return { fault: fault('BY747', { file, encoding }) }
  return utf8.includes(0) ? { fault: fault('BY733', { file }) } : { utf8 }
}

function markOf(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

const pieceBytes = 1 << 16

/** Checked piece by piece: a whole file as one string would cost its size again, and has a limit. */
function isUtf8Anywhere(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let from = 0; from < bytes.length; ) {
    const to = characterEnd(bytes, Math.min(bytes.length, from + pieceBytes))
    const piece = bytes.subarray(from, to)
    try {
      if (!isAscii(piece)) decoder.decode(piece)
    } catch {
      return false
    }
    from = to
  }
  return true
}

/** Most files are nothing else, and it is seen sixteen bytes at a time. */
function isAscii(bytes: Uint8Array): boolean {
  const before = Math.min(bytes.length, -bytes.byteOffset & 3)
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + before, (bytes.length - before) >> 2)
  const blocks = words.length & ~3
  let all = 0
  for (let i = 0; i < blocks; i += 4)
    all |= (words[i] ?? 0) | (words[i + 1] ?? 0) | (words[i + 2] ?? 0) | (words[i + 3] ?? 0)
  for (let i = 0; i < before; i++) all |= bytes[i] ?? 0
  for (let i = before + blocks * 4; i < bytes.length; i++) all |= bytes[i] ?? 0
  return (all & 0x80808080) === 0
}

/** `at`, or up to three bytes before it, so that no character is cut. */
function characterEnd(bytes: Uint8Array, at: number): number {
  if (at >= bytes.length) return at
  let to = at
  while (to > at - 3 && ((bytes[to] ?? 0) & 0xc0) === 0x80) to--
  return to
}

function transcoded(bytes: Uint8Array, encoding: Encoding): Uint8Array | undefined {
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
