import type { Language } from '../../base/language.ts'
import type { Declaration, Row, Table } from '../../syntax/ast.ts'
import { print } from '../../syntax/print.ts'
import { isTree, type Tree } from './meaning.ts'

/** One declaration as the formatter writes it, line by line, without comments. */
function printed(declaration: Declaration, language: Language): readonly string[] {
  const bare = { ...declaration, comments: undefined }
  const file = { source: '', language, declarations: [bare as unknown as Declaration], trailing: [] }
  return print(file, language)
    .trimEnd()
    .split('\n')
    .map((line) => line.trim())
}

/** The line that a declaration begins with, without its block. */
export function headText(declaration: Declaration, language: Language): string {
  const empty = { ...declaration, ...emptied(declaration as unknown as Tree) } as Declaration
  const [first = ''] = printed(empty, language)
  return first.replace(/ *\{\}?$/u, '')
}

/** A definition without its head: `sum(Order.amount)`; undefined where a declaration is no single expression. */
export function definitionText(declaration: Declaration, language: Language): string | undefined {
  const isDefinition =
    declaration.kind === 'value' || (declaration.kind === 'parameter' && declaration.is.is === 'constant')
  if (!isDefinition) return undefined
  const text = printed(declaration, language).join(' ')
  const at = text.indexOf(' = ')
  return at < 0 ? undefined : text.slice(at + 3)
}

function emptied(node: Tree): Tree {
  return Object.fromEntries(
    ['lines', 'steps'].flatMap((key) => (Array.isArray(node[key]) ? [[key, []]] : [])),
  )
}

/** A step or line as it is written, without what stands in a block of its own. */
export function lineText(
  declaration: Declaration,
  key: 'lines' | 'steps',
  line: Tree,
  outer: Tree | undefined,
  language: Language,
): string {
  const bare = withoutTables({ ...line, comments: undefined })
  const inside = outer ? { ...outer, comments: undefined, lines: [bare] } : bare
  const alone = { ...declaration, [key]: [inside] } as unknown as Declaration
  const lines = printed(alone, language)
  const text = lines[outer ? 2 : 1] ?? ''
  return text.replace(/ *\{\}?$/u, '')
}

/** Tables lie in files or not: what is printed of a line is its own line. */
function withoutTables(line: Tree): Tree {
  return Object.fromEntries(
    Object.entries(line).map(([key, part]) => {
      if (!isTree(part)) return [key, part]
      if (Array.isArray(part.rows)) return [key, { ...part, file: undefined, comments: undefined }]
      return [key, 'span' in part && key !== 'span' ? withoutTables(part) : part]
    }),
  )
}

/** The cells of a row, and the headings above them. */
export function rowTexts(
  declaration: Declaration,
  table: Table,
  row: Row,
  line: Tree | undefined,
  language: Language,
): { readonly headings: readonly string[]; readonly cells: readonly string[] } {
  const one = { ...table, comments: undefined, file: undefined, rows: [{ ...row, comments: undefined }] }
  const holder = (line ?? declaration) as unknown as Tree
  const put = (node: Tree): Tree =>
    Object.fromEntries(
      Object.entries(node).map(([key, part]) => {
        if (part === table || isSameTable(part, table)) return [key, one]
        return [key, isTree(part) && key !== 'span' ? put(part) : part]
      }),
    )
  const held = put({ ...holder, comments: undefined })
  const key = 'steps' in declaration ? 'steps' : 'lines'
  const within = line && indicatorAround(declaration, line)
  const shown = line
    ? { ...declaration, [key]: [within ? { ...within, comments: undefined, lines: [held] } : held] }
    : held
  const lines = printed(shown as unknown as Declaration, language).filter((text) => text.startsWith('|'))
  const cellsOf = (text = ''): readonly string[] =>
    text
      .replace(/^\||\|$/gu, '')
      .split(' | ')
      .map((cell) => cell.trim())
  return { headings: cellsOf(lines[0]), cells: cellsOf(lines[1]) }
}

function isSameTable(part: unknown, table: Table): boolean {
  return isTree(part) && part.rows === table.rows
}

function indicatorAround(declaration: Declaration, line: Tree): Tree | undefined {
  const { lines } = declaration as unknown as { readonly lines?: readonly Tree[] }
  return lines?.find((one) => one.is === 'indicator' && Array.isArray(one.lines) && one.lines.includes(line))
}
