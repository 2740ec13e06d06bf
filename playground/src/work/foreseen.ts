import type { Source } from '../../../src/index.ts'

/** What a policy with such words will need: filled in by the build (`build/parts.ts`). */
const wanted: readonly (readonly [words: RegExp, fetchIt: () => Promise<unknown>])[] = []

/** Fetches the parts of the product that texts are seen to need, all at once. */
export async function foreseen(sources: readonly Source[]): Promise<void> {
  const needed = wanted.filter(([words]) => sources.some(({ text }) => words.test(text)))
  await Promise.all(needed.map(([, fetchIt]) => fetchIt()))
}
