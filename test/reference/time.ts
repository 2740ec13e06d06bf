import { addMonths, formatDay, parseDay } from '../../src/base/day.ts'
import { held, present, type Result, type Value } from './value.ts'
import { ahead, hour, localClock, localDay, secondsOfDay, wall } from './wall-clock.ts'

/** The instant of a local time, by trying both offsets. */
export function instantOf(date: number, clock: number): Result<Value> {
  const local = BigInt(date) * secondsOfDay + BigInt(clock)
  const found = [8n, 9n].map((hours) => local - hours * hour).filter((at) => wall(at) === local)
  const [at] = found
  return at !== undefined && found.length === 1 ? present({ is: 'instant', at }) : held('no such local time')
}

/** The same hour of another day. */
export function sameHour(at: bigint, unit: 'days' | 'months', count: number): Result<Value> {
  const date = localDay(at)
  return instantOf(unit === 'days' ? date + count : addMonths(date, count), localClock(at))
}

export function clockOf(text: string): number {
  const [hours = '0', minutes = '0', seconds = '0'] = text.split(':')
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** `2026-05-09 17:00`, `2026-05-09T17:00:30+08:00`, `2026年5月9日 17:00`. */
export function timeOfSpelling(spelling: string): Result<Value> {
  const m = /^(.*?)(?:T|\s+)(\d+:\d+(?::\d+)?)(Z|[+-]\d\d:\d\d)?$/.exec(spelling.normalize('NFKC').trim())
  const date = parseDay(m?.[1] ?? '')
  if (!m || date === undefined) return held(`no time: ${spelling}`)
  const clock = clockOf(m[2] ?? '')
  if (m[3] === undefined) return instantOf(date, clock)
  const sign = m[3].startsWith('-') ? -1n : 1n
  const offset = m[3] === 'Z' ? 0n : sign * BigInt(clockOf(m[3].slice(1)))
  return present({ is: 'instant', at: BigInt(date) * secondsOfDay + BigInt(clock) - offset })
}

/** As results write it. */
export function isoOf(at: bigint): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const clock = localClock(at)
  const parts = [Math.floor(clock / 3600), Math.floor(clock / 60) % 60, clock % 60].map(two)
  return `${formatDay(localDay(at))}T${parts.join(':')}+0${ahead(at) / hour}:00`
}
