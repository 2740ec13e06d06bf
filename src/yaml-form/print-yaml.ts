import { Document, type Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Language } from '../base/language.ts'
import type { Comments, Declaration, File, GrainNode, Table } from '../syntax/ast.ts'
import { hitWord } from '../syntax/hit.ts'
import { type Keyword, spellKeyword, spellWord } from '../syntax/keywords.ts'
import { lex } from '../syntax/lexer.ts'
import { print } from '../syntax/print.ts'
import { printExpression } from '../syntax/print-expressions.ts'
import { type Block, type RowLine, type Statement, structure } from '../syntax/structure.ts'
import * as t from '../syntax/tokens.ts'
import { innerWords, type Key, shapes, spellKey } from './shape.ts'

/** A tree in the YAML form: headers key by key, the lines of a block as the text form writes them. */
export function printYaml(file: File, language: Language = file.language): string {
  const document = new Document(undefined, { schema: 'failsafe' })
  const list = new YAMLSeq<YAMLMap>()
  for (const declaration of file.declarations) {
    const item = declarationMap(declaration, file, language)
    if (list.items.length > 0) item.spaceBefore = true
    list.items.push(item)
  }
  document.contents = list
  const above = file.leading?.map(comment).join('\n')
  if (above !== undefined) document.commentBefore = above
  if (file.trailing.length > 0) document.comment = file.trailing.map(comment).join('\n')
  if (list.items.length === 0) return above === undefined ? '[]\n' : String(document)
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

const comment = (text: string): string => (text === '' ? '' : ` ${text}`)

type Printing = { readonly language: Language; readonly text: string }

function declarationMap(declaration: Declaration, file: File, language: Language): YAMLMap {
  const map = new YAMLMap<Scalar, unknown>()
  const set = (key: Key, value: unknown) => map.items.push(pair(spellKey(key, language), value))
  const kind = 'label' in declaration ? declaration.label : declaration.kind
  above(map, declaration.comments)
  set(kind, scalar(declaration.name.text))
  if (declaration.title !== undefined) set('title', scalar(declaration.title))
  for (const [key, value] of header(declaration, language)) set(key, value)
  const { comments: _, ...bare } = declaration
  const text = print(
    { source: '', language: file.language, declarations: [bare as Declaration], trailing: [] },
    language,
  )
  const printing = { language, text }
  const block = blockIn(text)
  if (!block) return map
  const shape = shapes[kind]
  if (shape.rows) set('rows', rows(printing, block))
  else if (shape.fields) {
    const lines = statements(block)
    const isDirect = (line: Statement) => (shape.direct ?? []).includes(wordOf(line))
    set('fields', mapOf(lines.filter((line) => !isDirect(line)).map((line) => linePair(printing, line))))
    for (const line of lines.filter(isDirect)) map.items.push(linePair(printing, line))
  } else {
    const direct = statements(block).filter((line) => (shape.direct ?? []).includes(wordOf(line)))
    for (const line of direct) map.items.push(linePair(printing, line))
    const rest = statements(block).filter((line) => !direct.includes(line))
    if (rest.length > 0 && shape.block)
      set(shape.block.key, sequence(rest.map((line) => lineMap(printing, line))))
  }
  return map
}

function header(declaration: Declaration, language: Language): readonly (readonly [Key, unknown])[] {
  const expression = (value: Parameters<typeof printExpression>[0]) =>
    scalar(printExpression(value, language))
  switch (declaration.kind) {
    case 'policy':
    case 'record':
    case 'calendar':
    case 'target':
      return []
    case 'parameter': {
      const by = sequence(declaration.by.map(({ text }) => scalar(text)))
      by.flow = true
      return [
        ...(declaration.by.length > 0 ? [['by', by] as const] : []),
        ...(declaration.is.is === 'constant'
          ? [['is', expression(declaration.is.value)] as const]
          : fileKey(declaration.is.table)),
      ]
    }
    case 'table': {
      const hit = scalar(spellKeyword(hitWord[declaration.hit], language))
      return [['hit', hit], ...fileKey(declaration.table)]
    }
    case 'value': {
      const { starts } = declaration
      const resets = starts?.resets && scalar(spellWord('period', starts.resets.text, language))
      return [
        ...grainKeys(declaration.grain, language),
        ...(starts ? [['starts', expression(starts.at)] as const] : []),
        ...(resets ? [['resets', resets] as const] : []),
        ['is', expression(declaration.value)],
      ]
    }
    case 'penalty': {
      const found = declaration.class
      const as = found ? [['class', scalar(spellWord('deduction', found, language))] as const] : []
      return [...grainKeys(declaration.grain, language), ...as]
    }
    case 'law':
      return declaration.by ? [['by', scalar(declaration.by.text)]] : []
    case 'credit':
      return [
        ['each', scalar(declaration.each.text)],
        ['to', scalar(declaration.to.text)],
      ]
    default:
      return grainKeys(declaration.grain, language)
  }
}

function fileKey({ file }: Table): readonly (readonly [Key, unknown])[] {
  return file ? [['file', scalar(file.text)]] : []
}

function grainKeys(grain: GrainNode, language: Language): readonly (readonly [Key, unknown])[] {
  const { each, subject, to, posting, where, per, asOf } = grain
  const expression = (key: Key, value: typeof to) =>
    value ? [[key, scalar(printExpression(value, language))] as const] : []
  const day = asOf === 'averaged' || asOf === undefined ? undefined : scalar(spellKeyword(asOf, language))
  return [
    ...(each ? [['each', scalar(each.text)] as const] : []),
    ...(subject ? [['for', scalar(subject.text)] as const] : []),
    ...expression('to', to),
    ...expression('posting', posting),
    ...expression('where', where),
    ...(per ? [['per', scalar(perText(grain, language))] as const] : []),
    ...(day ? [['as-of', day] as const] : []),
    ...(asOf === 'averaged' ? [['averaged', scalar('true')] as const] : []),
  ]
}

/** `quarter`, `quarter, year to date`. */
function perText({ per, toDate }: GrainNode, language: Language): string {
  const kind = spellWord('period', per?.text ?? '', language)
  return toDate ? `${kind}, ${spellKeyword(`${toDate}-to-date`, language)}` : kind
}

function blockIn(text: string): Block | undefined {
  const source = { name: '', text }
  const silent = () => undefined
  const [statement] = structure(lex(source, silent), source, silent).statements
  return statement?.is === 'statement' ? statement.block : undefined
}

const statements = (block: Block): readonly Statement[] =>
  block.items.filter((item): item is Statement => item.is === 'statement')

function wordOf(line: Statement): Keyword {
  const word = t.keywordOfToken(line.tokens[0].tokenType.name)
  return word ?? 'policy'
}

/** From a line's second token to its last: what its word says. */
function restOf({ text }: Printing, { tokens }: Statement): string {
  const [first, second] = tokens
  const last = tokens.at(-1) ?? first
  return second ? text.slice(second.startOffset, last.startOffset + last.image.length) : ''
}

function linePair(printing: Printing, line: Statement): Pair<Scalar, unknown> {
  return withComments(pair(firstWord(printing, line), scalar(restOf(printing, line))), line.comments)
}

function firstWord({ text }: Printing, { tokens: [first] }: Statement): string {
  return text.slice(first.startOffset, first.startOffset + first.image.length)
}

function lineMap(printing: Printing, line: Statement): YAMLMap {
  const { comments, block } = line
  if (block && line.tokens.length === 1) {
    const only = mapOf([pair(firstWord(printing, line), rows(printing, block))])
    above(only, comments)
    return only
  }
  const map = mapOf([linePair(printing, { ...line, comments: undefined })])
  above(map, comments)
  const [head] = map.items
  if (comments?.after !== undefined && head) beside(head.value, comments.after)
  if (!block) return map
  const word = wordOf(line)
  const key: Key = innerWords.has(word) ? 'lines' : 'rows'
  const inner = innerWords.has(word)
    ? sequence(statements(block).map((one) => lineMap(printing, one)))
    : rows(printing, block)
  map.items.push(pair(spellKey(key, printing.language), inner))
  return map
}

function rows({ text }: Printing, block: Block): YAMLSeq {
  const found = block.items.filter((item): item is RowLine => item.is === 'row')
  const lines = found.map(({ cells, comments }) => {
    const row = sequence(
      cells.map((tokens) => {
        const [first] = tokens
        const last = tokens.at(-1)
        return scalar(
          first && last ? text.slice(first.startOffset, last.startOffset + last.image.length) : '',
        )
      }),
    )
    row.flow = true
    above(row, comments)
    if (comments?.after !== undefined) beside(row, comments.after)
    return row
  })
  return sequence(lines)
}

function above(node: YAMLMap | YAMLSeq | Scalar, comments: Comments | undefined): void {
  if (comments && comments.before.length > 0) node.commentBefore = comments.before.map(comment).join('\n')
}

function beside(node: unknown, text: string): void {
  if (node instanceof Scalar || node instanceof YAMLSeq) node.comment = comment(text)
}

function withComments(one: Pair<Scalar, unknown>, comments: Comments | undefined): Pair<Scalar, unknown> {
  above(one.key, comments)
  if (comments?.after !== undefined) beside(one.value, comments.after)
  return one
}

function scalar(text: string): Scalar {
  return new Scalar(text)
}

function pair(key: string, value: unknown): Pair<Scalar, unknown> {
  const map = new YAMLMap<Scalar, unknown>()
  map.set(scalar(key), value)
  const [made] = map.items
  if (!made) throw new Error('a map keeps what it was given')
  return made
}

function mapOf(pairs: readonly Pair<Scalar, unknown>[]): YAMLMap<Scalar, unknown> {
  const map = new YAMLMap<Scalar, unknown>()
  map.items.push(...pairs)
  return map
}

function sequence<T>(items: readonly T[]): YAMLSeq<T> {
  const list = new YAMLSeq<T>()
  list.items.push(...items)
  return list
}
