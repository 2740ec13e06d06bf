/**
 * Exact decimals as the worker sends them (`-1234.50`), put in order and shown without ever becoming binary floats. The
 * whole number line of the product would cost the shell more than these few lines.
 */
export function compareExact(a: string, b: string): number {
  const places = Math.max(placesOf(a), placesOf(b))
  const [left, right] = [digitsOf(a, places), digitsOf(b, places)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** -1, 0 or 1. */
export function signOf(text: string): number {
  const digits = digitsOf(text, placesOf(text))
  return digits < 0n ? -1 : digits > 0n ? 1 : 0
}

/** `1234567.50` as `1,234,567.50`. */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const parts = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? parts : `${parts}.${fraction}`
}

function placesOf(text: string): number {
  return (text.split('.')[1] ?? '').length
}

function digitsOf(text: string, places: number): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(places, '0'))
}
