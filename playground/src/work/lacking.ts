/**
 * Parts of the product that few policies need stand in their own files, which the build puts there (`build/parts.ts`):
 * the calculation then begins sooner. Where one of them is called before it is there, `lacking` breaks off what runs.
 */
export function lacking(fetchIt: Fetch): never {
  throw Object.assign(new Error('a part of the product that is not fetched yet'), { fetchIt })
}

type Fetch = () => Promise<unknown>

/** Runs what needs nothing but its arguments; where it lacks a part, fetches that and runs it again. */
export async function withParts<T>(run: () => T | Promise<T>): Promise<T> {
  const fetched = new Set<Fetch>()
  for (;;) {
    try {
      return await run()
    } catch (error) {
      const fetchIt = fetchOf(error)
      // What is there and lacks all the same is a mistake of ours.
      if (fetchIt === undefined || fetched.has(fetchIt)) throw error
      fetched.add(fetchIt)
      await fetchIt()
    }
  }
}

function fetchOf(error: unknown): Fetch | undefined {
  if (!(error instanceof Error) || !('fetchIt' in error)) return undefined
  return error.fetchIt as Fetch
}
