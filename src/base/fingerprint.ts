const prime = 0x100000001b3n
const mask = 0xffffffffffffffffn

/**
 * A short name for a list of texts: FNV-1a of 64 bits over their UTF-16 units, as 16 hexadecimal digits. It tells
 * findings apart, and is no protection against anyone.
 */
export function fingerprint(parts: readonly string[]): string {
  let hash = 0xcbf29ce484222325n
  const take = (byte: number) => {
    hash = ((hash ^ BigInt(byte)) * prime) & mask
  }
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i)
      take(unit & 0xff)
      take(unit >> 8)
    }
    // A unit that no text has, so that ["ab", "c"] and ["a", "bc"] differ.
    take(0xff)
    take(0xff)
  }
  return hash.toString(16).padStart(16, '0')
}
