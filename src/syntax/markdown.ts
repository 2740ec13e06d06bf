/**
 * What Bylaw needs to know of a Markdown text: its headings, and its fenced blocks (CommonMark, sections 4.2, 4.3 and
 * 4.5). Offsets are UTF-16 code units of the text.
 */
export type Heading = { readonly level: number; readonly text: string; readonly from: number }
export type Fence = {
  /** The line that opens it. */
  readonly open: { readonly from: number; readonly to: number }
  readonly info: string
  /** What stands between the fences, whole lines. */
  readonly from: number
  readonly to: number
  readonly closed: boolean
  /** Spaces before the opening fence, 0 to 3. */
  readonly indent: number
}
export type Outline = {
  readonly headings: readonly Heading[]
  readonly fences: readonly Fence[]
  /** Lines outside all fences, in order. */
  readonly prose: readonly { readonly from: number; readonly text: string }[]
}

type Line = { readonly from: number; readonly to: number; readonly text: string }

const opening = /^( {0,3})(`{3,}|~{3,})(.*)$/u
const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/u
const underline = /^ {0,3}(=+|-+)[ \t]*$/u
/** Lines that a setext underline cannot turn into a heading. */
const noParagraph = /^(?: {4}|\t| {0,3}(?:[>|#]|[-*+][ \t]|\d+[.)][ \t]))/u

/** Reads the outline of any text; never fails. */
export function outlineOf(text: string): Outline {
  const headings: Heading[] = []
  const fences: Fence[] = []
  const prose: Line[] = []
  let open: { line: Line; indent: number; mark: string; info: string } | undefined
  let before: Line | undefined
  const lineAt = linesIn(text)
  for (let from = 0; from < text.length; ) {
    if (open) {
      // A line that closes a fence has its mark; most of a document lies between.
      const next = text.indexOf(open.mark, from)
      if (next < 0) break
      const line = lineAt(from, next)
      from = line.to
      if (!closes(line.text, open.mark)) continue
      fences.push(fenceOf(open, line.from, true))
      open = undefined
      before = undefined
      continue
    }
    const line = lineAt(from, from)
    from = line.to
    const first = line.text.trimStart()[0] ?? ''
    const found = first === '`' || first === '~' ? opening.exec(line.text) : null
    const [, indent = '', mark = '', info = ''] = found ?? []
    if (found && !(mark.startsWith('`') && info.includes('`'))) {
      open = { line, indent: indent.length, mark, info: info.trim() }
      continue
    }
    prose.push(line)
    const heading = first === '#' ? atx.exec(line.text) : null
    const under = first === '=' || first === '-' ? underline.exec(line.text) : null
    if (heading)
      headings.push({ level: heading[1]?.length ?? 1, text: plain(heading[2] ?? ''), from: line.from })
    else if (under && before && before.text.trim() !== '' && !noParagraph.test(before.text))
      headings.push({ level: under[1]?.startsWith('=') ? 1 : 2, text: plain(before.text), from: before.from })
    before = heading || under ? undefined : line
  }
  if (open) fences.push(fenceOf(open, text.length, false))
  return { headings, fences, prose }
}

function fenceOf(
  open: { readonly line: Line; readonly indent: number; readonly info: string },
  to: number,
  closed: boolean,
): Fence {
  const { line, indent, info } = open
  return {
    open: { from: line.from, to: line.from + line.text.length },
    info,
    from: line.to,
    to,
    closed,
    indent,
  }
}

function closes(text: string, mark: string): boolean {
  const trimmed = text.trim()
  return (
    !text.startsWith('    ') &&
    trimmed.length >= mark.length &&
    trimmed === mark.charAt(0).repeat(trimmed.length)
  )
}

/**
 * Lines without their ends, asked for from first to last: the one with the character `at`, where the line of `from` or
 * any after it has that. `to` is where the next one begins. A CR, an LF and a CRLF each end one.
 */
function linesIn(text: string): (from: number, at: number) => Line {
  const ends = { '\r': -1, '\n': -1 }
  const next = (end: '\r' | '\n', at: number): number => {
    if (ends[end] < at) {
      const found = text.indexOf(end, at)
      ends[end] = found < 0 ? text.length : found
    }
    return ends[end]
  }
  return (from, at) => {
    const skipped = text.slice(from, at)
    const begin = from + Math.max(skipped.lastIndexOf('\r'), skipped.lastIndexOf('\n')) + 1
    const end = Math.min(next('\r', at), next('\n', at))
    const isPair = text[end] === '\r' && text[end + 1] === '\n'
    const to = Math.min(text.length, end + (isPair ? 2 : 1))
    return { from: begin, to, text: text.slice(begin, end) }
  }
}

/** A heading as it reads: without marks of emphasis and code, and the addresses of links. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*_`]+/gu, '')
    .trim()
}

/**
 * The headings that an offset stands under, outermost first. A single heading of the first level is the document's
 * title, and says of no place where it is.
 */
export function headingsAt(outline: Outline): (offset: number) => readonly string[] {
  const titles = outline.headings.filter(({ level }) => level === 1).length
  const counted = outline.headings.filter(({ level }) => level > 1 || titles > 1)
  const chain: Heading[] = []
  const chains = counted.map((heading) => {
    while ((chain.at(-1)?.level ?? 0) >= heading.level) chain.pop()
    chain.push(heading)
    return chain.map(({ text }) => text)
  })
  return (offset) => {
    let low = 0
    let high = counted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((counted[middle]?.from ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return chains[low - 1] ?? []
  }
}
