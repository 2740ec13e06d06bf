/** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits (FIPS 180-4). A digest needs no Node and no waiting here. */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const length = (((bytes.length + 8) >> 6) + 1) << 6
  const padded = new Uint8Array(length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(length - 4, bytes.length << 3)
  const hash = Uint32Array.from(firstHash)
  const words = new Uint32Array(64)
  for (let from = 0; from < length; from += 64) compress(hash, words, view, from)
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('')
}

const primes = firstPrimes(64)
const firstHash = primes.slice(0, 8).map((prime) => fraction(BigInt(prime), 2n))
const constants = Uint32Array.from(primes.map((prime) => fraction(BigInt(prime), 3n)))

function firstPrimes(count: number): readonly number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

/** The first 32 bits after the point of the root of a number. */
function fraction(n: bigint, root: bigint): number {
  const wanted = n << (32n * root)
  let low = 0n
  let high = 1n << 40n
  while (low < high) {
    const middle = (low + high + 1n) / 2n
    if (middle ** root <= wanted) low = middle
    else high = middle - 1n
  }
  return Number(low & 0xffffffffn)
}

function compress(hash: Uint32Array, words: Uint32Array, view: DataView, from: number): void {
  const at = (list: Uint32Array, i: number): number => list[i] ?? 0
  for (let i = 0; i < 16; i++) words[i] = view.getUint32(from + i * 4)
  for (let i = 16; i < 64; i++) {
    const a = at(words, i - 15)
    const b = at(words, i - 2)
    const s0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)
    const s1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10)
    words[i] = at(words, i - 16) + s0 + at(words, i - 7) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let i = 0; i < 64; i++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const one = (h + s1 + ((e & f) ^ (~e & g)) + at(constants, i) + at(words, i)) | 0
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) hash[i] = at(hash, i) + value
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
