import type { Range } from './vector.ts'

/**
 * Loops over blocks of numbers. Each is written out, and always given the same kind of array: so the machine below
 * works on words of 32 or 64 bits and allocates no BigInt. `n` is the number of rows.
 * INVARIANT: where a row is present, what comes out is proved to fit; elsewhere it may wrap, and means nothing.
 */
type Words = BigInt64Array
type Codes = Int32Array

export function addCodes(a: Codes, b: Codes, out: Codes, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0) + (b[i] ?? 0)
}

export function subtractCodes(a: Codes, b: Codes, out: Codes, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0) - (b[i] ?? 0)
}

export function multiplyCodes(a: Codes, b: Codes, out: Codes, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.imul(a[i] ?? 0, b[i] ?? 0)
}

export function smallerCodes(a: Codes, b: Codes, out: Codes, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.min(a[i] ?? 0, b[i] ?? 0)
}

export function largerCodes(a: Codes, b: Codes, out: Codes, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.max(a[i] ?? 0, b[i] ?? 0)
}

export function negateCodes(a: Codes, out: Codes, n: number): void {
  for (let i = 0; i < n; i++) out[i] = -(a[i] ?? 0)
}

export function absoluteCodes(a: Codes, out: Codes, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.abs(a[i] ?? 0)
}

export function signCodes(a: Codes, out: Codes, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.sign(a[i] ?? 0)
}

/** `yes` where a < b, else `no`. */
export function lessCodes(a: Codes, b: Codes, out: Codes, n: number, yes: number, no: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0) < (b[i] ?? 0) ? yes : no
}

/** `yes` where a = b, else `no`. */
export function equalCodes(a: Codes, b: Codes, out: Codes, n: number, yes: number, no: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0) === (b[i] ?? 0) ? yes : no
}

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

/** The next row from `row` on whose word is out of a range that fits words; `n` when there is none. */
export function nextOutsideWords(a: Words, n: number, range: Range, row: number): number {
  // Bounds that are read from words, as the values are, are compared as words.
  const bounds = BigInt64Array.of(range.min, range.max)
  let at = row
  for (; at < n; at++) {
    const value = a[at] ?? 0n
    if (value < (bounds[0] ?? 0n) || value > (bounds[1] ?? 0n)) return at
  }
  return at
}
