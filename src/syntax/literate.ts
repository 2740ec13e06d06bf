import { collector, type Diagnostic } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import type { Source } from '../base/span.ts'
import type { Comments, Declaration, File, Name } from './ast.ts'
import type { Attached } from './attached.ts'
import type { Keeping } from './kept.ts'
import { maxLength } from './limits.ts'
import { type Fence, headingsAt, outlineOf } from './markdown.ts'
import { moved } from './moved.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { fileOf, type Standing, standingIn } from './standing.ts'

/** One fenced block of rules in a policy document, and the headings that it stands under. */
export type Section = {
  readonly file: File
  readonly headings: readonly string[]
  readonly fence: Fence
}

const ending = '.bylaw.md'

export function isLiterate(name: string): boolean {
  return name.endsWith(ending)
}

/**
 * Reads the literate form: the rules are the blocks fenced with ```` ```bylaw ````, everything else is the policy's
 * own prose. Places are those of the document. Whatever the text is, it gives a tree and a list of mistakes.
 */
export function parseLiterate(
  source: Source,
  attached?: Attached,
  keeping?: Keeping,
): {
  readonly file: File
  readonly sections: readonly Section[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const { found, report } = collector()
  const at = (from: number, to: number) => ({ source: source.name, from, to })
  if (source.text.length > maxLength) {
    report('BY160', { limit: '4' }, at(0, 0))
    return { file: merged(source, []), sections: [], diagnostics: found }
  }
  const outline = outlineOf(source.text)
  const above = headingsAt(outline)
  for (const { from, text } of outline.prose)
    if (text.includes('bylaw') && /(?:`{3,}|~{3,})[ \t]*bylaw\b/u.test(text))
      report('BY166', {}, at(from, from + text.length))
  const sections: Section[] = []
  for (const fence of outline.fences) {
    if (fence.info.split(/[ \t]/u)[0] !== 'bylaw') continue
    if (!fence.closed) report('BY165', {}, at(fence.open.from, fence.open.to))
    const block = readBlock(source, fence, attached, keeping)
    found.push(...block.diagnostics)
    sections.push({ file: block.file, headings: above(fence.open.from), fence })
  }
  return {
    file: merged(source, sections),
    sections,
    diagnostics: [...found].sort((a, b) => (a.span?.from ?? 0) - (b.span?.from ?? 0)),
  }
}

/** One block with the places of the document. */
function readBlock(
  { name, text: whole }: Source,
  fence: Fence,
  attached: Attached | undefined,
  keeping: Keeping | undefined,
): ReturnType<typeof parse> {
  const text = whole.slice(fence.from, fence.to)
  const known = keeping?.blocks?.earlier.get(text)
  if (known?.from === fence.from) {
    keeping?.blocks?.now.set(text, known)
    return known.placed
  }
  const read = known?.read ?? parse({ name, text }, attached, keeping)
  const placed = {
    file: fileAt(read.file, fence.from),
    diagnostics: read.diagnostics.map((one) => moved(one, name, fence.from)),
  }
  keeping?.blocks?.now.set(text, { read, from: fence.from, placed })
  return placed
}

function fileAt(file: File, at: number): File {
  if (at === 0) return file
  const standing = standingIn(file).map(({ declaration, by }) => ({ declaration, by: by + at }))
  const { broken } = file
  return fileOf({ ...rest(file), ...(broken && { broken: moved(broken, file.source, at) }) }, standing)
}

/** What is no declaration. */
function rest({ source, language, leading, trailing }: File): Omit<File, 'declarations'> {
  return { source, language, ...(leading && { leading }), trailing }
}

/** The blocks as one file. A comment that ends a block belongs to what follows it in the next. */
function merged(source: Source, sections: readonly Section[]): File {
  const standing: Standing[] = []
  const broken: Name[] = []
  let waiting: readonly string[] = []
  for (const { file } of sections) {
    const above = [...waiting, ...(file.leading ?? [])]
    waiting = [...file.trailing]
    const own = standingIn(file)
    for (const [i, { declaration, by }] of own.entries())
      standing.push({
        declaration: i === 0 && above.length > 0 ? withComments(declaration, above) : declaration,
        by,
      })
    if (own.length === 0) waiting = [...above, ...waiting]
    broken.push(...(file.broken ?? []))
  }
  const names = broken.length > 0 && { broken }
  return fileOf(
    { source: source.name, language: languageOf(sections), trailing: waiting, ...names },
    standing,
  )
}

function withComments(declaration: Declaration, above: readonly string[]): Declaration {
  const comments: Comments = declaration.comments ?? { before: [] }
  return { ...declaration, comments: { ...comments, before: [...above, ...comments.before] } }
}

/** That of the block with the policy, else that of the first. */
function languageOf(sections: readonly Section[]): Language {
  const files = sections.map(({ file }) => file)
  const has = (file: File) => standingIn(file).some(({ declaration }) => declaration.kind === 'policy')
  return (files.find(has) ?? files.find((file) => standingIn(file).length > 0) ?? files[0])?.language ?? 'en'
}

/** The document with its blocks in the standard layout, every other byte as it was. */
export function printLiterate(source: Source, sections: readonly Section[], language?: Language): string {
  let text = ''
  let done = 0
  for (const { file, fence } of sections) {
    const indent = ' '.repeat(fence.indent)
    const lines = print(file, language ?? languageOf(sections)).split('\n')
    const ends = /\r\n|\r|\n/.exec(source.text)?.[0] ?? '\n'
    const block = lines.map((line) => (line === '' ? '' : indent + line)).join(ends)
    text += source.text.slice(done, fence.from) + block
    done = fence.to
  }
  return text + source.text.slice(done)
}

/** The rules alone, as text: what a block stood under becomes a comment above it. */
export function rulesOf(sections: readonly Section[], language?: Language): string {
  const text = sections
    .map(({ file, headings }) => {
      const above = headings.length > 0 ? `# ${headings.join(' › ')}\n` : ''
      return above + print(file, language ?? languageOf(sections))
    })
    .join('\n')
  return print(parse({ name: 'rules.bylaw', text }).file, language)
}

/** A text as the simplest document that holds it. */
export function documentOf(file: File, language?: Language): string {
  const policy = file.declarations.find(({ kind }) => kind === 'policy')
  const title = policy?.title ?? policy?.name.text ?? file.source.replace(/\.bylaw$/u, '')
  return `# ${title}\n\n\`\`\`bylaw\n${print(file, language)}\`\`\`\n`
}
