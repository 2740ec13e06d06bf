/**
 * Loops over blocks of 64-bit integers. Each is written out, and always given the same kind of array: so the engine
 * below adds machine words and allocates nothing. `n` is the number of rows.
 */
type Words = BigInt64Array

export function addWords(a: Words, b: Words, out: Words, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0n) + (b[i] ?? 0n)
}

export function subtractWords(a: Words, b: Words, out: Words, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0n) - (b[i] ?? 0n)
}

export function multiplyWords(a: Words, b: Words, out: Words, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0n) * (b[i] ?? 0n)
}

export function smallerWords(a: Words, b: Words, out: Words, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] ?? 0n
    const y = b[i] ?? 0n
    out[i] = x < y ? x : y
  }
}

export function largerWords(a: Words, b: Words, out: Words, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] ?? 0n
    const y = b[i] ?? 0n
    out[i] = x < y ? y : x
  }
}

export function negateWords(a: Words, out: Words, n: number): void {
  for (let i = 0; i < n; i++) out[i] = -(a[i] ?? 0n)
}

export function absoluteWords(a: Words, out: Words, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] ?? 0n
    out[i] = x < 0n ? -x : x
  }
}

/** `yes` where a < b, else `no`. */
export function lessWords(a: Words, b: Words, out: Int32Array, n: number, yes: number, no: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0n) < (b[i] ?? 0n) ? yes : no
}

/** `yes` where a = b, else `no`. */
export function equalWords(a: Words, b: Words, out: Int32Array, n: number, yes: number, no: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0n) === (b[i] ?? 0n) ? yes : no
}
