import { nearest } from '../../base/nearest.ts'

const most = 8

/** Texts that could have been meant, in full, the likeliest first. */
export function nearFirst(word: string, texts: readonly string[]): string {
  const near = nearest(word, texts)
  const all = near === undefined ? texts : [near, ...texts.filter((text) => text !== near)]
  const few = all.slice(0, most).join('; ')
  return all.length === 0 ? '–' : all.length > most ? `${few}; …` : few
}
