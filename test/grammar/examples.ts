/** A fenced example of a Markdown page: its text and the line it begins on. */
export type Example = { readonly line: number; readonly text: string }

/** The fenced blocks of one kind, as a reader sees them. */
export function examplesOf(markdown: string, kind: string): readonly Example[] {
  const out: Example[] = []
  let open: { line: number; text: string[] } | undefined
  for (const [i, line] of markdown.split('\n').entries()) {
    if (open && line === '```') {
      out.push({ line: open.line, text: `${open.text.join('\n')}\n` })
      open = undefined
    } else if (open) open.text.push(line)
    else if (line === `\`\`\`${kind}`) open = { line: i + 2, text: [] }
  }
  return out
}
