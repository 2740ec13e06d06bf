import { describe, expect, test } from 'vitest'
import type { WorkCalendar, Zone } from '../../src/base/work-calendar.ts'
import { addWorking, addWorkingDays, workingBetween, workingTimeOf } from '../../src/calendar/working-time.ts'
import { zoneNamed } from '../../src/calendar/zone.ts'
import { walkBack, walkBetween, walkDays, walkForward } from './working-walk.ts'

/** A generator whose numbers are the same everywhere. */
function drawer(seed: number) {
  let state = seed >>> 0
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Europe/Berlin']

/** Some weeks around a change of clocks, hours of every shape, holidays and days that are worked instead. */
function drawCalendar(draw: (below: number) => number): WorkCalendar {
  // 2026-03-01 or 2026-10-18.
  const from = draw(2) === 0 ? 20_513 : 20_744
  const until = from + 20 + draw(20)
  const days = (often: number) =>
    Array.from({ length: until - from + 1 }, (_, i) => from + i).filter(() => draw(often) === 0)
  const off = days(6)
  const on = days(9).filter((day) => !off.includes(day))
  const hours = Array.from({ length: 7 }, () => {
    const ends = new Set(Array.from({ length: 2 * (1 + draw(3)) }, () => draw(97) * 15 * 60))
    const sorted = [...ends].sort((a, b) => a - b)
    return sorted.flatMap((start, i) => {
      const end = sorted[i + 1]
      return i % 2 === 0 && end !== undefined ? [{ from: start, until: end }] : []
    })
  })
  const zone: Zone | undefined = zoneNamed(zones[draw(zones.length)] ?? 'UTC')
  if (!zone) throw new Error('a known zone')
  const weekdays = draw(3) === 0 ? { weekdays: Array.from({ length: 7 }, () => draw(4) > 0) } : {}
  return { id: 'drawn', from, until, off, on, zone, hours, ...weekdays }
}

describe('working time is what a walk through every minute finds', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed))('calendar %s', (seed) => {
    const draw = drawer(seed * 7919 + 1)
    const calendar = drawCalendar(draw)
    const time = workingTimeOf(calendar)
    if (!time) throw new Error('it has hours and a zone')
    const first = Math.ceil(time.from / 60)
    const length = Math.floor((time.until - time.from) / 60)
    const inSeconds = (minutes: number | 'unknown') => (minutes === 'unknown' ? minutes : minutes * 60)
    for (let i = 0; i < 12; i++) {
      const start = first + draw(length)
      const end = start + draw(length - (start - first))
      const minutes = draw(i % 2 === 0 ? 4000 : 300)
      expect(workingBetween(time, start * 60, end * 60)).toBe(walkBetween(calendar, start, end) * 60)
      expect(addWorking(time, start * 60, minutes * 60)).toBe(
        inSeconds(walkForward(calendar, start, minutes)),
      )
      expect(addWorking(time, start * 60, -minutes * 60)).toBe(inSeconds(walkBack(calendar, start, minutes)))
      if (calendar.hours?.every((windows) => windows.length > 0)) {
        const count = 1 + draw(8)
        expect(addWorkingDays(time, start * 60, count)).toBe(inSeconds(walkDays(calendar, start, count)))
      }
    }
  })
})
