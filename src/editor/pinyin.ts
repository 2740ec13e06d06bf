/**
 * Chinese by the first letters of its sounds: 客户 is found by `kh`. A collator knows the order of all characters by their
 * sound; the first character of each letter tells where it begins. No character begins with i, u or v.
 */
const beginnings: readonly (readonly [string, string])[] = [
  ['阿', 'a'],
  ['八', 'b'],
  ['嚓', 'c'],
  ['哒', 'd'],
  ['妸', 'e'],
  ['发', 'f'],
  ['旮', 'g'],
  ['哈', 'h'],
  ['讥', 'j'],
  ['咔', 'k'],
  ['垃', 'l'],
  ['妈', 'm'],
  ['拏', 'n'],
  ['噢', 'o'],
  ['妑', 'p'],
  ['七', 'q'],
  ['呥', 'r'],
  ['仨', 's'],
  ['它', 't'],
  ['穵', 'w'],
  ['夕', 'x'],
  ['丫', 'y'],
  ['帀', 'z'],
]

/** Characters of this field with another common sound than the one they are sorted by. */
const alsoSounds: ReadonlyMap<string, string> = new Map([
  ['率', 'ls'],
  ['重', 'zc'],
  ['长', 'cz'],
  ['長', 'cz'],
  ['调', 'td'],
  ['調', 'td'],
  ['会', 'hk'],
  ['會', 'hk'],
  ['行', 'xh'],
  ['参', 'cs'],
  ['參', 'cs'],
  ['给', 'gj'],
  ['給', 'gj'],
  ['降', 'jx'],
  ['还', 'hx'],
  ['還', 'hx'],
  ['单', 'ds'],
  ['單', 'ds'],
  ['折', 'zs'],
  ['差', 'c'],
  ['系', 'xj'],
  ['期', 'qj'],
  ['得', 'd'],
  ['说', 's'],
  ['乐', 'ly'],
  ['便', 'bp'],
  ['提', 'td'],
  ['合', 'hg'],
  ['度', 'd'],
  ['朝', 'cz'],
  ['藏', 'cz'],
  ['传', 'cz'],
  ['傳', 'cz'],
])

const han = /\p{Script=Han}/u
let collator: Intl.Collator | undefined
const known = new Map<string, string>()

/** The letters that a character's sound may begin with; of any other character it itself. */
function lettersOf(character: string): string {
  if (!han.test(character)) return character.toLowerCase()
  const also = alsoSounds.get(character)
  if (also !== undefined) return also
  const before = known.get(character)
  if (before !== undefined) return before
  collator ??= new Intl.Collator('zh-u-co-pinyin')
  const order = collator
  const found = beginnings.findLast(([first]) => order.compare(first, character) <= 0)?.[1] ?? ''
  known.set(character, found)
  return found
}

/** The usual initials of a name: 销售员 gives `xsy`. */
export function initialsOf(name: string): string {
  return [...name].map((character) => lettersOf(character).charAt(0)).join('')
}

/**
 * Whether what was typed finds a name: as its begin or a part of it, or by the initials of its sounds, from the first
 * character on or from a later one.
 */
export function isFoundBy(name: string, typed: string): boolean {
  const wanted = typed.toLowerCase()
  if (wanted === '' || name.toLowerCase().includes(wanted)) return true
  if (!/^[a-z]+$/u.test(wanted) || !han.test(name)) return false
  const letters = [...name].map(lettersOf)
  return letters.some((_, start) =>
    [...wanted].every((letter, i) => letters[start + i]?.includes(letter) === true),
  )
}
