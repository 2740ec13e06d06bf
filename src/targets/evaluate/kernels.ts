/**
 * Loops over blocks of numbers. Each is written out, and always given the same kind of array: so the machine below
 * adds words or doubles and allocates nothing. `n` is the number of rows.
 */
type Words = BigInt64Array
type Doubles = Float64Array

// INVARIANT: what goes in and what comes out are whole numbers between −2^53 and 2^53, so no digit is lost.

export function addDoubles(a: Doubles, b: Doubles, out: Doubles, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0) + (b[i] ?? 0)
}

export function subtractDoubles(a: Doubles, b: Doubles, out: Doubles, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0) - (b[i] ?? 0)
}

export function multiplyDoubles(a: Doubles, b: Doubles, out: Doubles, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0) * (b[i] ?? 0)
}

export function smallerDoubles(a: Doubles, b: Doubles, out: Doubles, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    out[i] = x < y ? x : y
  }
}

export function largerDoubles(a: Doubles, b: Doubles, out: Doubles, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    out[i] = x < y ? y : x
  }
}

export function negateDoubles(a: Doubles, out: Doubles, n: number): void {
  for (let i = 0; i < n; i++) out[i] = -(a[i] ?? 0)
}

export function absoluteDoubles(a: Doubles, out: Doubles, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.abs(a[i] ?? 0)
}

export function signDoubles(a: Doubles, out: Doubles, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.sign(a[i] ?? 0)
}

/** `yes` where a < b, else `no`. */
export function lessDoubles(
  a: Doubles,
  b: Doubles,
  out: Int32Array,
  n: number,
  yes: number,
  no: number,
): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] ?? 0) < (b[i] ?? 0) ? yes : no
}

/** `yes` where a = b, else `no`. */
export function equalDoubles(
  a: Doubles,
  b: Doubles,
  out: Int32Array,
  n: number,
  yes: number,
  no: number,
): void {
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
