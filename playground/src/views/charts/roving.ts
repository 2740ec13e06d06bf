import { useRef, useState } from 'preact/hooks'
import { words } from '../../words/charts.ts'

/**
 * A chart is one stop of the Tab key; arrow keys, Home and End go through what it shows, in reading order. `open` is what
 * Enter, Space or a click does.
 */
export function useRoving(count: number, open?: (at: number) => void) {
  const frame = useRef<SVGSVGElement>(null)
  const [place, move] = useState(0)
  const [seen, see] = useState<number | undefined>(undefined)
  const at = Math.min(place, Math.max(0, count - 1))
  const go = (to: number) => {
    move(to)
    frame.current?.querySelector<SVGElement>(`[data-at="${to}"]`)?.focus()
  }
  return {
    /** What is pointed at or has the focus. */
    seen: seen !== undefined && seen < count ? seen : undefined,
    see,
    /** How it is gone through. */
    how: open ? words.howKeys : words.arrowKeys,
    /** What the picture itself carries: the keys of all that is in it. */
    chart: {
      ref: frame,
      role: 'group' as const,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'Enter' || event.key === ' ') open?.(at)
        else {
          const to = target(event.key, at, count)
          if (to === undefined) return
          go(to)
        }
        event.preventDefault()
      },
      onPointerLeave: () => see(undefined),
    },
    /** What each thing that can be reached carries, and what is said of it. */
    item: (one: number, text: string) => ({
      'data-at': one,
      role: open ? ('button' as const) : ('img' as const),
      'aria-label': text,
      tabIndex: one === at ? 0 : -1,
      onFocus: () => {
        move(one)
        see(one)
      },
      onBlur: () => see(undefined),
      onPointerEnter: () => see(one),
      onClick: () => open?.(one),
    }),
  }
}

/** Of what only repeats in a picture what its parts say by themselves. */
export const unread = { 'aria-hidden': true } as const

function target(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'PageDown':
      return Math.min(at + 10, count - 1)
    case 'PageUp':
      return Math.max(at - 10, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
