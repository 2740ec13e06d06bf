import type { IToken } from 'chevrotain'
import { nearest } from '../base/nearest.ts'

/** A token as a message shows it: long ones cut. */
export function shown(token: IToken): string {
  const text = token.image.replace(/\s+/g, ' ')
  if (text.length <= 40) return text
  return `${Array.from(text.slice(0, 80)).slice(0, 40).join('')}…`
}

/**
 * The word that was most probably meant: the nearest spelling, or, as Chinese is written without spaces, the
 * spelling that a word begins with (`门槛完成率` for `门槛 完成率`).
 */
export function meantWord(written: string, spellings: Iterable<string>): string | undefined {
  const all = [...spellings]
  const glued = all
    .filter((spelling) => spelling.length > 1 && isHan(spelling) && written.startsWith(spelling))
    .sort((a, b) => b.length - a.length)[0]
  if (glued === undefined || glued === written) return nearest(written, all)
  return `${glued} ${written.slice(glued.length)}`
}

/** The same where the known word comes last: `姓名文本` for `姓名 文本`. */
export function gluedBehind(written: string, spellings: Iterable<string>): string | undefined {
  const glued = [...spellings].find(
    (spelling) => isHan(spelling) && written.endsWith(spelling) && written !== spelling,
  )
  return glued === undefined ? undefined : `${written.slice(0, -glued.length)} ${glued}`
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}/u.test(text)
}
