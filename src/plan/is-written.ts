import type { Span } from '../base/span.ts'
import type { Typed } from '../check/checked.ts'

/**
 * Whether the author wrote a test or choice as such: its parts stand in it, beside one another. What a clause stands on,
 * as who above an applicant decides, is made of parts that stand where the clause does, or somewhere else.
 */
export function isWritten(typed: Typed): boolean {
  const { span } = typed
  switch (typed.is) {
    case 'compare':
    case 'same': {
      const { a, b } = typed
      // One value of a list, as in `in (V4, V5)`, stands by itself: what is asked stands before the list.
      return apart(a.span, b.span) && endsIn(b.span, span) && (b.is === 'const' || endsIn(a.span, span))
    }
    case 'if-missing':
      return apart(typed.a.span, typed.b.span)
    case 'state':
      return isIn(typed.a.span, span)
    case 'if':
      return isIn(typed.when.span, span)
    case 'pick':
      // What a clause picks by itself stands where the clause does.
      return isIn(typed.b.span, span)
    default:
      return false
  }
}

function apart(a: Span, b: Span): boolean {
  return a.source !== b.source || a.to <= b.from || b.to <= a.from
}

/** What is read of another row may be led to from before. */
function endsIn(inner: Span, outer: Span): boolean {
  return inner.source === outer.source && outer.from < inner.to && inner.to <= outer.to
}

/** In it, and less than the whole. */
function isIn(inner: Span, outer: Span): boolean {
  return (
    inner.source === outer.source &&
    outer.from <= inner.from &&
    inner.to <= outer.to &&
    inner.to - inner.from < outer.to - outer.from
  )
}
