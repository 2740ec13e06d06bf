let newest = 0

/**
 * Begins to open something: a sample, a link, a draft, files. It may have to be fetched or read first, and by then somebody may
 * have chosen something else: what this returns tells whether it is still what was wanted last.
 */
export function beginOpening(): () => boolean {
  newest++
  const mine = newest
  return () => mine === newest
}
