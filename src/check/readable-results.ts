import type { Language, Words } from '../base/language.ts'
import { spellWord, type WordList, wordBySpelling } from '../syntax/keywords.ts'
import { authorityWords } from './authority-words.ts'
import { spellResult } from './result-names.ts'

/** Clauses of which every result but the roles is one of these, and those results of others that no author can have named. */
const ownKinds: readonly string[] = ['authority', 'sla']
const ownElsewhere: readonly string[] = ['score', 'carried', 'owed', 'nth']

/** What a reader calls a result of a kind of clause: in his language, unless its author named it. */
export function readableResult(kind: string, result: string, language: Language): string {
  return ownKinds.includes(kind) || ownElsewhere.includes(result) ? spellResult(result, language) : result
}

const wordsOf: { readonly [result: string]: WordList } = {
  verdict: 'verdict',
  approved: 'approved',
  state: 'clock',
}

/** A word that a result may be, in a reader's language; the policy has it in its own. */
export function readableWord(kind: string, result: string, word: string, language: Language): string {
  if (!ownKinds.includes(kind)) return word
  const list = wordsOf[result]
  if (list) return spellWord(list, wordBySpelling(list, word) ?? word, language)
  if (result !== 'how' && result !== 'with') return word
  const all: readonly Words[] = Object.values(authorityWords)
  const found = all.find((one) => Object.values(one).includes(word))
  return found?.[language] ?? word
}
