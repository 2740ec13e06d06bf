import { type Stretch, usedFrom } from '../../calendar/running.ts'
import { countUpTo, type WorkingTime } from '../../calendar/working-time.ts'
import { instantOf, localDayOf } from '../../calendar/zone.ts'
import type { ClockAllowance } from '../../plan/plan.ts'

/** A part of a time limit that was used up: `counts` seconds of it, or so many of its days. */
export type Piece = { readonly from: number; readonly until: number; readonly counts: number }

/**
 * What makes up the length of a time limit, piece by piece, up to an instant: working time window by window, days by what
 * ends each of them, any other time as it runs.
 */
export function piecesOf(
  time: WorkingTime,
  stretches: readonly Stretch[],
  start: number,
  allowance: ClockAllowance,
  until: number,
): readonly Piece[] {
  return stretches.flatMap((stretch) => {
    const from = usedFrom(time, stretch.from, start, allowance)
    const end = Math.min(stretch.until ?? until, until)
    return end <= from ? [] : piecesIn(time, from, end, allowance, stretch.from)
  })
}

function piecesIn(
  time: WorkingTime,
  from: number,
  until: number,
  { unit, at = 0 }: ClockAllowance,
  begun: number,
): readonly Piece[] {
  switch (unit) {
    case 'seconds':
      return [{ from, until, counts: until - from }]
    case 'working-seconds':
      return windowsIn(time, from, until).map((window) => ({ ...window, counts: window.until - window.from }))
    case 'working-days': {
      const { closings, zone } = time
      return closings.slice(countUpTo(closings, from), countUpTo(closings, until)).map((closing) => {
        const day = localDayOf(zone, closing - 1)
        const [opening] = windowsIn(time, instantOf(zone, day, 0), closing)
        return { from: Math.max(from, opening?.from ?? closing), until: closing, counts: 1 }
      })
    }
    case 'days': {
      const { zone } = time
      const found: Piece[] = []
      for (let day = localDayOf(zone, from) - 1; day <= localDayOf(zone, until); day++) {
        const end = instantOf(zone, day, at)
        if (end <= from || end > until) continue
        found.push({
          from: found.at(-1)?.until ?? Math.max(begun, instantOf(zone, day - 1, at)),
          until: end,
          counts: 1,
        })
      }
      return found
    }
  }
}

/** The hours that are worked between two instants. */
export function windowsIn(
  { starts, ends }: WorkingTime,
  from: number,
  until: number,
): readonly { readonly from: number; readonly until: number }[] {
  const first = countUpTo(ends, from)
  const last = countUpTo(starts, until, true)
  return starts.slice(first, last).map((start, i) => ({
    from: Math.max(start, from),
    until: Math.min(ends[first + i] ?? start, until),
  }))
}
