import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Heading, headingsAt, type Outline, outlineOf } from '../../src/syntax/markdown.ts'

/** The outline, read line by line and by regular expressions alone. */
function plainly(text: string): Outline {
  const headings: Heading[] = []
  const fences: Outline['fences'][number][] = []
  const prose: Outline['prose'][number][] = []
  let open:
    | { at: { from: number; to: number }; from: number; mark: string; info: string; indent: number }
    | undefined
  let before: { from: number; text: string } | undefined
  for (const [whole, line = ''] of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    const from = read
    read += whole.length
    if (whole === '') continue
    if (open) {
      const trimmed = line.trim()
      const only = trimmed !== '' && [...trimmed].every((sign) => sign === open?.mark[0])
      if (line.startsWith('    ') || trimmed.length < open.mark.length || !only) continue
      const { at, info, indent } = open
      fences.push({ open: at, info, from: open.from, to: from, closed: true, indent })
      open = undefined
      before = undefined
      continue
    }
    const fence = /^( {0,3})(`{3,}|~{3,})(.*)$/u.exec(line)
    if (fence && !(fence[2]?.startsWith('`') && fence[3]?.includes('`'))) {
      const [, indent = '', mark = '', info = ''] = fence
      const at = { from, to: from + line.length }
      open = { at, from: read, mark, info: info.trim(), indent: indent.length }
      continue
    }
    prose.push({ from, text: line })
    const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/u.exec(line)
    const under = /^ {0,3}(=+|-+)[ \t]*$/u.exec(line)
    const isText =
      before &&
      before.text.trim() !== '' &&
      !/^(?: {4}|\t| {0,3}(?:[>|#]|[-*+][ \t]|\d+[.)][ \t]))/u.test(before.text)
    if (heading) headings.push({ level: heading[1]?.length ?? 1, text: shown(heading[2] ?? ''), from })
    else if (under && before && isText)
      headings.push({ level: under[1]?.startsWith('=') ? 1 : 2, text: shown(before.text), from: before.from })
    before = heading || under ? undefined : { from, text: line }
  }
  if (open) {
    const { at, info, indent } = open
    fences.push({ open: at, info, from: open.from, to: text.length, closed: false, indent })
  }
  return { headings, fences, prose }
}
let read = 0

/** Without marks of emphasis and code. */
function shown(text: string): string {
  return text.replace(/[*_`]/gu, '').trim()
}

const piece = fc.constantFrom(
  '\n',
  '\n',
  '\r\n',
  '\r',
  '```',
  '```bylaw',
  '````',
  '~~~',
  '`',
  '#',
  '## ',
  ' ',
  '    ',
  '\t',
  '===',
  '---',
  '-',
  'a',
  '条 ',
  '> ',
  '\u2028',
  '\u00a0',
)
const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

test('headings and fences of any document are those that its lines give one by one', () => {
  let fences = 0
  fc.assert(
    fc.property(texts, (text) => {
      read = 0
      const { prose, ...outline } = outlineOf(text)
      const { prose: lines, ...expected } = plainly(text)
      expect(outline).toEqual(expected)
      expect(prose.map(({ from, text }) => ({ from, text }))).toEqual(lines)
      fences += outline.fences.length
    }),
    { numRuns: 3000, seed: 7 },
  )
  expect(fences).toBeGreaterThan(500)
})

test('a place stands under the last heading above it, and under those of higher levels above that', () => {
  fc.assert(
    fc.property(texts, fc.nat(60), (text, offset) => {
      const outline = outlineOf(text)
      const titles = outline.headings.filter(({ level }) => level === 1).length
      const above = outline.headings.filter(({ level, from }) => from <= offset && (level > 1 || titles > 1))
      const chain = above.filter(({ level }, i) => above.slice(i + 1).every((next) => next.level > level))
      expect(headingsAt(outline)(offset)).toEqual(chain.map(({ text }) => text))
    }),
    { numRuns: 1000, seed: 7 },
  )
})
