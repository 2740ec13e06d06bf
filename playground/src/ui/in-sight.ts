import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** Rows drawn beyond what is seen, so that scrolling does not show gaps. */
const spare = 8

/** Which of `count` rows of one height are in sight of a frame that scrolls: from `first` up to `last`, and its height. */
export function useInSight(
  frame: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { readonly first: number; readonly last: number; readonly height: number } {
  const [seen, look] = useState({ top: 0, height: 640 })
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const update = () => look({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(update)
    observer.observe(element)
    element.addEventListener('scroll', update, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', update)
    }
  }, [])
  return {
    first: Math.max(0, Math.min(Math.floor(seen.top / rowHeight) - spare, count - 1)),
    last: Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + spare),
    height: seen.height,
  }
}
