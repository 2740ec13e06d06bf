/** What a spreadsheet may come to when it is unpacked: a small file can be made to hold a disk full of zeros. */
const unpackedLimit = 200_000_000

/**
 * The files of a zip archive, unpacked one after another by the browser itself. Throws where it is no archive, or holds
 * more than a spreadsheet would, whatever it says of its own sizes.
 */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, Uint8Array<ArrayBuffer>>()
  let left = unpackedLimit
  for (const entry of entriesOf(view)) {
    if (!wanted(entry.name)) continue
    const packed = bytes.subarray(entry.from, entry.from + entry.size)
    const content = entry.method === 0 ? packed : await inflated(packed, left)
    left -= content.length
    if (left < 0) throw new Error('too large')
    found.set(entry.name, content)
  }
  return found
}

type Entry = { readonly name: string; readonly method: number; readonly from: number; readonly size: number }

function entriesOf(view: DataView<ArrayBuffer>): readonly Entry[] {
  let end = view.byteLength - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw new Error('no archive')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('no archive')
    const method = view.getUint16(at + 10, true)
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    const header = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength ?? 0),
    )
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
    if (method !== 0 && method !== 8) throw new Error('unknown compression')
    entries.push({ name, method, from, size: view.getUint32(at + 20, true) })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

async function inflated(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.length
    if (length > limit) {
      await reader.cancel()
      throw new Error('too large')
    }
    pieces.push(piece.value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** A zip archive in which the files stand as they are. Without check sums, which its one reader does not look at. */
export function storedZip(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): ArrayBuffer {
  const encoder = new TextEncoder()
  const all = [...files].map(([name, content]) => ({ name: encoder.encode(name), content }))
  const size = all.reduce((sum, { name, content }) => sum + 76 + 2 * name.length + content.length, 22)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let at = 0
  const places = all.map(({ name, content }) => {
    const from = at
    view.setUint32(at, 0x04034b50, true)
    view.setUint32(at + 18, content.length, true)
    view.setUint32(at + 22, content.length, true)
    view.setUint16(at + 26, name.length, true)
    bytes.set(name, at + 30)
    bytes.set(content, at + 30 + name.length)
    at += 30 + name.length + content.length
    return from
  })
  const directory = at
  for (const [index, { name, content }] of all.entries()) {
    view.setUint32(at, 0x02014b50, true)
    view.setUint32(at + 20, content.length, true)
    view.setUint32(at + 24, content.length, true)
    view.setUint16(at + 28, name.length, true)
    view.setUint32(at + 42, places[index] ?? 0, true)
    bytes.set(name, at + 46)
    at += 46 + name.length
  }
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, all.length, true)
  view.setUint16(at + 10, all.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return bytes.buffer
}
