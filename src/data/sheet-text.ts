import { formatDay } from '../base/day.ts'
import { secondsOfDay } from '../base/local-time.ts'

/**
 * The number of a spreadsheet's cell as the text that its writer meant. A sheet holds binary floats: 4.35 is written as
 * `4.3499999999999996` there, and the shortest decimal that is the same float is 4.35. A whole number is kept digit by
 * digit, because other programs write longer ones than a float has.
 */
export function sheetNumber(written: string): string {
  const text = written.trim()
  if (/^-?\d+$/.test(text)) return text
  const number = Number(text)
  return text === '' || !Number.isFinite(number) ? text : withoutExponent(String(number))
}

/** `1.5e-7` as `0.00000015`. */
function withoutExponent(text: string): string {
  const m = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!m) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = m
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** The day of a spreadsheet's cell, and its time to the second where it has one. A sheet knows no zone. */
export function sheetTime(milliseconds: number): string {
  // A float of days misses the second by less than a millisecond.
  const seconds = Math.round(milliseconds / 1000)
  const day = Math.floor(seconds / secondsOfDay)
  const rest = seconds - day * secondsOfDay
  if (rest === 0) return formatDay(day)
  const two = (part: number) => String(part).padStart(2, '0')
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':')
  return `${formatDay(day)} ${clock.replace(/:00$/, '')}`
}
