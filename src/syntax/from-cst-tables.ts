import type { IToken } from 'chevrotain'
import type { Span } from '../base/span.ts'
import { apply } from './apply.ts'
import type {
  Cell,
  CellBound,
  CellItem,
  Comments,
  Heading,
  Name,
  Row,
  Signer,
  Table,
  Verdict,
} from './ast.ts'
import { fileRows } from './attached.ts'
import { expressionFrom, referenceFrom, singleFrom, sumFrom, textFrom } from './from-cst-expressions.ts'
import type * as cst from './generated/cst-types.ts'
import { type WordList, wordBySpelling } from './keywords.ts'
import { blockOf, commentsBeforeTable, commentsOf, hasNoBlock } from './lines.ts'
import { printExpression } from './print-expressions.ts'
import { listWord, nodeSpan, only, type Reading, spellingOf, tokenSpan, tokensSpan } from './reading.ts'
import { shown } from './shown.ts'
import type { Block, RowLine, Statement } from './structure.ts'
import * as t from './tokens.ts'

/**
 * What a table's headings may be. In a `decision` table all are expressions and outputs; elsewhere the words of the
 * heading list stand for themselves. `keys`: how many columns before them carry the author's own names.
 */
type TableKind = {
  readonly words: boolean
  readonly keys: number
  readonly names?: boolean
  /** Outputs are verdicts. */
  readonly verdicts?: boolean
  readonly list?: 'law'
}

export const decisionTable: TableKind = { words: false, keys: 0 }
export const verdictTable: TableKind = { words: false, keys: 0, verdicts: true }
export const wordedTable: TableKind = { words: true, keys: 0 }
/** The words of a law's columns are a list of their own. */
export const lawTable: TableKind = { words: true, keys: 0, list: 'law' }
/** The first column holds names that need not be words (`2011-Q2`). */
export const periodTable: TableKind = { words: true, keys: 0, names: true }

/** A table with the comments of the statement that it belongs to. */
export type Tabled = { readonly table: Table; readonly comments?: Comments }

/** The table of a statement: the rows of its block, or those of the file that it names instead. */
export function tableOf(
  statement: Statement,
  named: readonly cst.FromFileCstNode[] | undefined,
  kind: TableKind,
  reading: Reading,
): Tabled | undefined {
  const file = named?.[0]?.children.Text
  if (file === undefined) {
    const block = blockOf(statement, reading)
    const table = block && tableFrom(block, kind, reading)
    return table && { table, ...commentsBeforeTable(statement) }
  }
  if (!hasNoBlock(statement, reading)) return undefined
  const table = fileTable(only(file), kind, reading)
  return table && { table, ...commentsOf(statement) }
}

function fileTable(token: IToken, kind: TableKind, reading: Reading): Table | undefined {
  const found = fileRows(token, reading)
  if (found === undefined) return undefined
  const { file, rows } = found
  if (!found.read) return { headings: [], rows: [], file, span: file.span }
  const [first] = rows
  const none = { source: found.reading.source.name, from: 0, to: 0 }
  // What is said of the whole table is said of its headings.
  const span = first ? rowSpan(first, found.reading) : none
  const table = tableOfRows(rows, span, kind, found.reading, 'BY546')
  return table && { ...table, file }
}

/** A block of rows → a table; undefined when a mistake in it was reported. */
export function tableFrom(block: Block, kind: TableKind, reading: Reading): Table | undefined {
  // A line that is no row may have been one: without all rows, and without the headings above all, none is judged.
  const other = block.items.find((item) => item.is === 'statement')
  if (other !== undefined) {
    reportNoRow(other, reading)
    return undefined
  }
  const rows = block.items.filter((item) => item.is === 'row')
  const table = tableOfRows(rows, blockSpan(block, reading), kind, reading, 'BY150')
  return table && { ...table, ...tableComments(rows[0], block) }
}

/** The first row has the headings. `width` is what is said of a row with more or fewer cells. */
function tableOfRows(
  rows: readonly RowLine[],
  span: Span,
  kind: TableKind,
  reading: Reading,
  width: 'BY150' | 'BY546',
): Table | undefined {
  const [first, ...rest] = rows
  if (first === undefined) {
    reading.report('BY152', {}, span)
    return undefined
  }
  const headings = headingsFrom(first, kind, reading)
  const body = rest.filter((row, i) => i > 0 || !isSeparator(row, reading))
  if (headings === undefined) return undefined
  if (body.length === 0) {
    reading.report('BY152', {}, span)
    return undefined
  }
  // When no row has as many cells as there are headings, the mistake is in the headings.
  const misfit = body.length > 1 && body.every((row) => row.cells.length !== headings.length)
  const read = (misfit ? body.slice(0, 1) : body).map((row) => rowFrom(row, headings, kind, reading, width))
  const complete = read.filter((row) => row !== undefined)
  if (complete.length < body.length) return undefined
  return { headings, rows: complete, span }
}

function reportNoRow(statement: Statement, reading: Reading): void {
  const [first] = statement.tokens
  if (statement.tokens.some((token) => token.tokenType === t.Invalid)) return
  reading.report('BY154', { written: shown(first) }, tokensSpan(statement.tokens, reading))
}

function tableComments(heading: RowLine | undefined, block: Block): Pick<Table, 'comments'> {
  if (heading?.comments === undefined && block.inside.length === 0) return {}
  const { blank: _, ...known } = heading?.comments ?? { before: [] }
  return { comments: { ...known, ...(block.inside.length > 0 && { inside: block.inside }) } }
}

function blockSpan(block: Block, reading: Reading): Span {
  const open = tokenSpan(block.open, reading)
  return block.close === undefined ? open : { ...open, to: tokenSpan(block.close, reading).to }
}

/** `|---|:--:|` under the headings, as in Markdown, says nothing. A single `-` is a cell. */
function isSeparator(row: RowLine, reading: Reading): boolean {
  return row.cells.every((cell) => {
    const { from, to } = tokensSpan(cell, reading)
    return /^:?-{2,}:?$/.test(reading.source.text.slice(from, to))
  })
}

function headingsFrom(row: RowLine, kind: TableKind, reading: Reading): readonly Heading[] | undefined {
  if (!isClosed(row, reading)) return undefined
  const headings: Heading[] = []
  for (const [i, cell] of row.cells.entries()) {
    const heading = headingFrom(
      cell,
      row.bars[i],
      i >= kind.keys && kind.words && (kind.list ?? 'heading'),
      reading,
    )
    // A row that is taken for the headings would give a mistake in each cell.
    if (heading === undefined) return undefined
    headings.push(heading)
  }
  return headings
}

function headingFrom(
  tokens: readonly IToken[],
  bar: IToken | undefined,
  worded: WordList | false,
  reading: Reading,
): Heading | undefined {
  if (tokens.length === 0) {
    reading.report('BY151', {}, tokensSpan(bar === undefined ? [] : [bar], reading))
    return undefined
  }
  const [single] = tokens
  const word = worded && tokens.length === 1 && single && wordBySpelling(worded, spellingOf(single))
  if (word && single !== undefined) {
    const span = tokenSpan(single, reading)
    return { output: false, value: { is: 'path', parts: [{ text: word, span }], span }, span }
  }
  const node = apply('heading', tokens, reading)
  if (node === undefined) return undefined
  const { Arrow, expression } = node.children
  return {
    output: Arrow !== undefined,
    value: expressionFrom(only(expression), reading),
    span: tokensSpan(tokens, reading),
  }
}

/** A row ends with a bar too: without it the last cell may have been cut off. */
function isClosed(row: RowLine, reading: Reading): boolean {
  if (row.bars.length === row.cells.length + 1) return true
  const span = rowSpan(row, reading)
  reading.report(
    'BY157',
    {},
    { ...span, from: Math.max(span.from, span.to - 1) },
    {
      edits: [{ span: { ...span, from: span.to }, text: ' |' }],
    },
  )
  return false
}

function rowSpan(row: RowLine, reading: Reading): Span {
  const [first] = row.bars
  const ends = [row.bars.at(-1), row.cells.at(-1)?.at(-1)].filter((token) => token !== undefined)
  const last = ends.toSorted((a, b) => b.startOffset - a.startOffset)[0]
  return tokensSpan(first && last ? [first, last] : [], reading)
}

function rowFrom(
  row: RowLine,
  headings: readonly Heading[],
  kind: TableKind,
  reading: Reading,
  width: 'BY150' | 'BY546',
): Row | undefined {
  const span = rowSpan(row, reading)
  if (!isClosed(row, reading)) return undefined
  if (row.cells.length !== headings.length) {
    const counts = { written: String(row.cells.length), choices: String(headings.length) }
    reading.report(width, counts, span)
    return undefined
  }
  const first = row.cells[0]?.[0]
  const otherwise = row.cells[0]?.length === 1 && first?.tokenType === t.keywordTokens.otherwise
  const cells = row.cells.map((cell, i): Cell | undefined => {
    const bar = row.bars[i]
    const heading = headings[i]
    if (bar === undefined || heading === undefined) return undefined
    // After `otherwise` no input is tested, so its cells may stay empty.
    const untested = otherwise && !heading.output && (i === 0 || cell.length === 0)
    if (untested) return { is: 'any', span: tokensSpan(cell.length > 0 ? cell : [bar], reading) }
    if (cell.length === 0) {
      reading.report('BY151', {}, tokenSpan(bar, reading))
      return undefined
    }
    if (i === 0 && kind.names) return nameCell(cell, reading)
    if (kind.verdicts && heading.output) return verdictCell(cell, reading)
    return cellFrom(cell, wordsOf(heading, kind), reading)
  })
  const complete = cells.filter((cell) => cell !== undefined)
  if (complete.length < cells.length) return undefined
  return {
    cells: complete,
    span,
    ...(otherwise && { otherwise }),
    ...(row.comments !== undefined && { comments: row.comments }),
  }
}

/** The list whose words alone stand in a column. */
function wordsOf({ value }: Heading, kind: TableKind): 'tier' | 'deduction' | undefined {
  const name = kind.words && value.is === 'path' ? value.parts[0]?.text : undefined
  if (kind.list === 'law') return name === 'class' ? 'deduction' : undefined
  return name === 'mode' ? 'tier' : undefined
}

/** A period's name as it was written, whatever signs it has. */
function nameCell(tokens: readonly IToken[], reading: Reading): Cell {
  const span = tokensSpan(tokens, reading)
  const [single] = tokens
  if (tokens.length === 1 && single?.tokenType === t.Text) {
    const value = { is: 'text', value: textFrom(single, reading), span } as const
    return { is: 'tests', negated: false, items: [{ is: 'value', value, span }], span }
  }
  const text = reading.source.text.slice(span.from, span.to).normalize('NFKC').replace(/\s+/g, ' ')
  const name: Name = { text, span }
  const value = { is: 'path', parts: [name], span } as const
  return { is: 'tests', negated: false, items: [{ is: 'value', value, span }], span }
}

function cellFrom(
  tokens: readonly IToken[],
  words: ReturnType<typeof wordsOf>,
  reading: Reading,
): Cell | undefined {
  const span = tokensSpan(tokens, reading)
  const [single] = tokens
  if (tokens.length === 1 && single !== undefined) {
    if (single.tokenType === t.MinusSign) return { is: 'any', span }
    if (single.tokenType === t.keywordTokens.open) return { is: 'open', span }
    if (words === 'deduction') {
      const found = listWord('deduction', single, reading)
      return found && { is: 'deduction', class: found, span }
    }
    if (words === 'tier') {
      const mode = listWord('tier', single, reading)
      return mode && { is: 'mode', mode, span }
    }
    // Most cells are one number or one word: those need no grammar.
    const value = singleFrom(single, reading)
    if (value !== undefined)
      return { is: 'tests', negated: false, items: [{ is: 'value', value, span }], span }
  }
  const node = apply('cell', tokens, reading)
  if (node === undefined) return undefined
  const { Text: why, Not: negation, cellItem = [] } = node.children
  if (why !== undefined) return { is: 'not-decided', why: textFrom(only(why), reading), span }
  const items = cellItem.map((item) => itemFrom(item, reading))
  if (items.some((item) => isSubtraction(item, reading))) return undefined
  return { is: 'tests', negated: negation !== undefined, items, span }
}

function verdictCell(tokens: readonly IToken[], reading: Reading): Cell | undefined {
  const node = apply('verdict', tokens, reading)
  if (node === undefined) return undefined
  const verdict = verdictFrom(node, reading)
  const span = tokensSpan(tokens, reading)
  return verdict.is === 'not-decided' ? { ...verdict, span } : { is: 'verdict', verdict, span }
}

export function verdictFrom({ children }: cst.VerdictCstNode, reading: Reading): Verdict {
  if (children.Text !== undefined) return { is: 'not-decided', why: textFrom(only(children.Text), reading) }
  if (children.Allow !== undefined) return { is: 'allow' }
  if (children.Refuse !== undefined) return { is: 'refuse' }
  const { All, OneOf, InTurn } = children
  const how = All ? 'all' : OneOf ? 'one' : InTurn ? 'in-turn' : undefined
  return {
    is: 'approval',
    ...(how && { how }),
    roles: (children.signer ?? []).map((one) => signerFrom(one, reading)),
  }
}

function signerFrom({ children }: cst.SignerCstNode, reading: Reading): Signer {
  const { Text, reference } = children
  if (Text !== undefined) return { text: textFrom(only(Text), reading), span: tokenSpan(only(Text), reading) }
  const path = referenceFrom(only(reference), reading)
  const [name, ...more] = path.is === 'path' ? path.parts : []
  if (name && more.length === 0) return name
  return { text: printExpression(path, reading.language), span: path.span, path }
}

/** `10 - 20` is meant as a range, never as minus ten. */
function isSubtraction(item: CellItem, reading: Reading): boolean {
  if (item.is !== 'value' || item.value.is !== 'binary' || item.value.op !== '-') return false
  const { a, b, span } = item.value
  if (!('spelling' in a && 'spelling' in b)) return false
  const instead = `${a.spelling}..${b.spelling}`
  const written = `${a.spelling} - ${b.spelling}`
  reading.report('BY144', { written, instead }, span, { edits: [{ span, text: instead }] })
  return true
}

function itemFrom(node: cst.CellItemCstNode, reading: Reading): CellItem {
  const { cellBound, low, high } = node.children
  const span = nodeSpan(node, reading)
  if (cellBound !== undefined) return boundsFrom(cellBound, span, reading)
  const value = expressionFrom(only(low), reading)
  if (high === undefined) return { is: 'value', value, span }
  const end = (at: CellBound['at']): CellBound => ({ at, included: true, spelled: 'dots' })
  return { is: 'range', low: end(value), high: end(expressionFrom(only(high), reading)), span }
}

function boundsFrom(nodes: readonly cst.CellBoundCstNode[], span: Span, reading: Reading): CellItem {
  let low: CellBound | undefined
  let high: CellBound | undefined
  for (const node of nodes) {
    const { children } = node
    const words = children.From ?? children.Over ?? children.Under ?? children.UpTo
    const isLow = children.From ?? children.Over ?? children.GreaterSign ?? children.AtLeastSign
    const included = children.From ?? children.AtLeastSign ?? children.UpTo ?? children.AtMostSign
    if ((isLow === undefined ? high : low) !== undefined) {
      reading.report('BY142', {}, nodeSpan(node, reading))
      continue
    }
    const bound: CellBound = {
      at: sumFrom(only(children.sum), reading),
      included: included !== undefined,
      spelled: words === undefined ? 'sign' : 'words',
    }
    if (isLow === undefined) high = bound
    else low = bound
  }
  return { is: 'range', ...(low && { low }), ...(high && { high }), span }
}
