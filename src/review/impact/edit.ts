import type { Language, Words } from '../../base/language.ts'
import { positionAt, type Source, type Span } from '../../base/span.ts'
import type { Declaration } from '../../syntax/ast.ts'
import type { Change } from './delta.ts'
import { definitionText, headText, lineText, rowTexts } from './edit-lines.ts'

/** One edit between two versions of a policy, as a report names it. */
export type Edit = {
  readonly is: 'added' | 'removed' | 'changed' | 'moved' | 'renamed'
  /** The name of the declaration, and its title. */
  readonly name: string
  readonly title?: string
  readonly kind: Declaration['kind']
  readonly before?: Where
  readonly after?: Where
  readonly text: (language: Language) => string
}
/** `until`: the last line. */
export type Where = { readonly file: string; readonly line: number; readonly until: number }

const words = {
  added: { en: 'added {what}', 'zh-Hans': '新增 {what}', 'zh-Hant': '新增 {what}' },
  removed: { en: 'removed {what}', 'zh-Hans': '删除 {what}', 'zh-Hant': '刪除 {what}' },
  moved: { en: 'moved {what}', 'zh-Hans': '移动 {what}', 'zh-Hant': '移動 {what}' },
  renamed: { en: 'renamed to {new}', 'zh-Hans': '改名为 {new}', 'zh-Hant': '改名為 {new}' },
  tier: {
    en: '{column} of tier {n}: {old} → {new}',
    'zh-Hans': '第 {n} 档 {column}：{old} → {new}',
    'zh-Hant': '第 {n} 級 {column}：{old} → {new}',
  },
  row: {
    en: '{column} of row {n}: {old} → {new}',
    'zh-Hans': '第 {n} 行 {column}：{old} → {new}',
    'zh-Hant': '第 {n} 列 {column}：{old} → {new}',
  },
  cells: {
    en: 'row {n}: {old} → {new}',
    'zh-Hans': '第 {n} 行：{old} → {new}',
    'zh-Hant': '第 {n} 列：{old} → {new}',
  },
  rowAdded: {
    en: 'added row {n}: {what}',
    'zh-Hans': '新增第 {n} 行：{what}',
    'zh-Hant': '新增第 {n} 列：{what}',
  },
  rowRemoved: {
    en: 'removed row {n}: {what}',
    'zh-Hans': '删除第 {n} 行：{what}',
    'zh-Hant': '刪除第 {n} 列：{what}',
  },
  rowMoved: {
    en: 'moved row {n}: {what}',
    'zh-Hans': '移动第 {n} 行：{what}',
    'zh-Hant': '移動第 {n} 列：{what}',
  },
} as const satisfies { readonly [key: string]: Words }

/** What a sentence may show of a line before it is cut. */
const longest = 160

export function editOf(change: Change, before: readonly Source[], after: readonly Source[]): Edit {
  const { declaration, what } = change
  const { title } = declaration
  const old = what.old as { readonly span?: Span } | undefined
  const now = what.new as { readonly span?: Span } | undefined
  const from = whereOf(old?.span, before)
  const to = whereOf(now?.span, after)
  return {
    is: change.is,
    name: declaration.name.text,
    ...(title !== undefined && { title }),
    kind: declaration.kind,
    ...(from && { before: from }),
    ...(to && { after: to }),
    text: (language) => textOf(change, language),
  }
}

export function renamedEdit(
  old: Declaration,
  now: Declaration,
  before: readonly Source[],
  after: readonly Source[],
): Edit {
  const from = whereOf(old.span, before)
  const to = whereOf(now.span, after)
  return {
    is: 'renamed',
    name: old.name.text,
    kind: now.kind,
    ...(from && { before: from }),
    ...(to && { after: to }),
    text: (language) => filled(words.renamed, language, { new: now.name.text }),
  }
}

function whereOf(span: Span | undefined, sources: readonly Source[]): Where | undefined {
  const source = span && sources.find(({ name }) => name === span.source)
  if (!span || !source) return undefined
  const line = positionAt(source.text, span.from).line
  const last = source.text.slice(span.from, span.to).trimEnd().split('\n').length
  return { file: source.name, line, until: line + last - 1 }
}

function filled(text: Words, language: Language, args: { readonly [name: string]: string }): string {
  return text[language].replace(/\{(\w+)\}/gu, (whole, name: string) => args[name] ?? whole)
}

function textOf({ is, what, declaration }: Change, language: Language): string {
  switch (what.is) {
    case 'declaration':
      return filled(words[is === 'added' ? 'added' : 'removed'], language, {
        what: cut(headText(what.old ?? what.new ?? declaration, language)),
      })
    case 'head': {
      const [old, now] = [what.old, what.new].map((one) => definitionText(one, language))
      const heads = [what.old, what.new].map((one) => headText(one, language))
      const sameHead = definitionHead(heads[0], old) === definitionHead(heads[1], now)
      if (old !== undefined && now !== undefined && sameHead) return `${cut(old)} → ${cut(now)}`
      return `${cut(heads[0] ?? '')} → ${cut(heads[1] ?? '')}`
    }
    case 'line': {
      const show = (line: typeof what.old) =>
        line ? cut(lineText(declaration, what.key, line, what.outer, language)) : ''
      if (is === 'changed') return `${show(what.old)} → ${show(what.new)}`
      return filled(words[is], language, { what: show(what.new ?? what.old) })
    }
    case 'row':
      return rowText(is, what, declaration, language)
  }
}

function definitionHead(head: string | undefined, definition: string | undefined): string | undefined {
  const at = head?.indexOf(' = ') ?? -1
  return definition === undefined || at < 0 ? head : head?.slice(0, at)
}

function rowText(
  is: Change['is'],
  { at, old, new: now, table, line }: Extract<Change['what'], { is: 'row' }>,
  declaration: Declaration,
  language: Language,
): string {
  const n = String(at)
  const show = (row: typeof old) => row && rowTexts(declaration, table, row, line, language)
  const [before, after] = [show(old), show(now)]
  const whole = (texts: typeof before) => cut(`| ${texts?.cells.join(' | ') ?? ''} |`)
  if (is !== 'changed' || !before || !after) {
    const text = is === 'added' ? words.rowAdded : is === 'removed' ? words.rowRemoved : words.rowMoved
    return filled(text, language, { n, what: whole(after ?? before) })
  }
  const differing = after.cells.flatMap((cell, i) => (cell === before.cells[i] ? [] : [i]))
  const [only] = differing
  if (only === undefined || differing.length > 1)
    return filled(words.cells, language, { n, old: whole(before), new: whole(after) })
  const isTier = line?.is === 'tiers' || line?.is === 'plus' || line?.is === 'minus'
  return filled(isTier ? words.tier : words.row, language, {
    n,
    column: (after.headings[only] ?? '').replace(/^=> /u, ''),
    old: before.cells[only] ?? '',
    new: after.cells[only] ?? '',
  })
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
