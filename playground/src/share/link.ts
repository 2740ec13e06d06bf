import { fromJson, type Shared, toJson, type Unreadable } from './shared.ts'

/** What stands behind the `#` of a link: never sent to any server. */
const prefix = '#p='

/** Links longer than this are cut by some mail and chat programs. */
export const longLink = 8_000

/** A compressed policy that unpacks to more is no policy. */
const mostBytes = 64_000_000

export async function fragmentOf(shared: Shared, bylaw: string): Promise<string> {
  const packed = new Blob([toJson(shared, bylaw)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return prefix + toBase64(new Uint8Array(await new Response(packed).arrayBuffer()))
}

export function isShared(fragment: string): boolean {
  return fragment.startsWith(prefix)
}

/** Reads a fragment that anybody may have made. */
export async function readFragment(fragment: string): Promise<Shared | Unreadable> {
  const bytes = fromBase64(fragment.slice(prefix.length))
  if (!bytes) return { is: 'unreadable', why: 'broken' }
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let length = 0
  const reader = unpacked.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > mostBytes) {
        await reader.cancel()
        return { is: 'unreadable', why: 'large' }
      }
      text += decoder.decode(value, { stream: true })
    }
    return fromJson(text + decoder.decode())
  } catch {
    // Cut off, or never compressed by this page.
    return { is: 'unreadable', why: 'broken' }
  }
}

/** Base64 with the two signs that stand in links as they are, without padding. */
function toBase64(bytes: Uint8Array): string {
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined
  try {
    const found = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(found, (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
