import type { Language } from '../../base/language.ts'
import type { Span } from '../../base/span.ts'
import type { Declaration, Program } from '../../syntax/ast.ts'
import { print } from '../../syntax/print.ts'

/** A declaration whose text is another than it was, whatever that means: the lines that went, and those that came. */
export type TextChange = {
  readonly kind: Declaration['kind']
  readonly name: string
  readonly old?: Span
  readonly next?: Span
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/**
 * What was written otherwise: layout, comments, titles, order and the language of keywords left out of account. In the
 * order of the new version; what is gone comes last.
 */
export function textChanges(old: Program, next: Program, language: Language): readonly TextChange[] {
  const before = new Map(declarationsOf(old).map((one) => [nameOf(one), one]))
  const out: TextChange[] = []
  for (const declaration of declarationsOf(next)) {
    const earlier = before.get(nameOf(declaration))
    before.delete(nameOf(declaration))
    const lines = linesOf(declaration, language)
    const were = earlier ? linesOf(earlier, language) : []
    const { removed, added } = apart(were, lines)
    if (removed.length + added.length > 0)
      out.push({
        kind: declaration.kind,
        name: declaration.name.text,
        ...(earlier && { old: earlier.span }),
        next: declaration.span,
        removed,
        added,
      })
  }
  for (const gone of before.values())
    out.push({
      kind: gone.kind,
      name: gone.name.text,
      old: gone.span,
      removed: linesOf(gone, language),
      added: [],
    })
  return out
}

function declarationsOf(program: Program): readonly Declaration[] {
  return program.files.flatMap((file) => file.declarations)
}

function nameOf({ kind, name }: Declaration): string {
  return kind === 'policy' ? kind : `${kind} ${name.text}`
}

/** Its lines in the standard layout, without what only a reader sees. */
function linesOf(declaration: Declaration, language: Language): readonly string[] {
  const bare = withoutComments(declaration)
  const text = print({ source: '', language, declarations: [bare], trailing: [] }, language)
  // The columns of a table grow with its longest cell: that is layout.
  const lines = text.split('\n').map((line) => line.replace(/[ \t]+/gu, ' ').trim())
  return lines.filter((line) => line !== '' && line !== '}' && !/^\|(?: ?-+ ?\|)+$/u.test(line))
}

function withoutComments(declaration: Declaration): Declaration {
  const { title: _, ...rest } = declaration
  return JSON.parse(JSON.stringify(rest, (key, value) => (key === 'comments' ? undefined : value)))
}

/** The lines of each that are not in the other, by the longest run of lines that both have in the same order. */
function apart(
  old: readonly string[],
  next: readonly string[],
): { readonly removed: readonly string[]; readonly added: readonly string[] } {
  const rows = old.length + 1
  const columns = next.length + 1
  const best = new Int32Array(rows * columns)
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--)
      best[i * columns + j] =
        old[i] === next[j]
          ? (best[(i + 1) * columns + j + 1] ?? 0) + 1
          : Math.max(best[(i + 1) * columns + j] ?? 0, best[i * columns + j + 1] ?? 0)
  const removed: string[] = []
  const added: string[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < next.length) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      i++
      j++
      continue
    }
    const [down, across] = [best[(i + 1) * columns + j] ?? 0, best[i * columns + j + 1] ?? 0]
    if (i < old.length && (j >= next.length || down >= across)) removed.push(old[i++] ?? '')
    else added.push(next[j++] ?? '')
  }
  return { removed, added }
}
