/** Texts that are surely what they look like; whatever is not is read slowly, by the rules of all files. */

/** Whether there is surely nothing to trim: most texts begin and end with a letter or a digit. */
export function isTrimmed(text: string): boolean {
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  return first > 32 && first < 127 && last > 32 && last < 127
}

/**
 * `1200.50` times 10 to the scale: digits, a point and not more digits after it than there are places, all together so
 * few that a number holds them exactly. NaN for anything else.
 */
export function plainDecimal(text: string, scale: number): number {
  const { length } = text
  if (length === 0 || length > 15) return Number.NaN
  let value = 0
  let at = 0
  // A zero before another digit is left to whoever knows what it means.
  const first = text.charCodeAt(0) - 48
  if (first === 0 && length > 1 && text.charCodeAt(1) !== 46) return Number.NaN
  for (; at < length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
  }
  let places = 0
  if (at < length) {
    if (at === 0 || text.charCodeAt(at) !== 46 || at + 1 === length) return Number.NaN
    for (at++; at < length; at++) {
      const digit = text.charCodeAt(at) - 48
      if (digit < 0 || digit > 9) return Number.NaN
      value = value * 10 + digit
      places++
    }
  }
  if (places > scale) return Number.NaN
  for (; places < scale; places++) value *= 10
  return value
}

/** `2026-05-09` and nothing else. */
export function plainDate(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  // The last days of a month are left to whoever knows how long it is.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= 28)) return undefined
  // Days of the civil calendar from 1970-01-01, the year beginning with March.
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

function digits(text: string, from: number, until: number): number {
  let value = 0
  for (let i = from; i < until; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/**
 * The same text as a string of its own, not a piece of the policy, and the one that an engine keeps as a key: such a string
 * is compared and joined soonest with those of requests.
 */
export function ownText(text: string): string {
  let own = ''
  for (let i = 0; i < text.length; i++) own += String.fromCharCode(text.charCodeAt(i))
  return Object.keys({ [`${own}`]: 0 })[0] ?? text
}
