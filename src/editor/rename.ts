import type { Edit } from '../base/diagnostic.ts'
import type { Words } from '../base/language.ts'
import { severityOf } from '../base/render.ts'
import type { Span } from '../base/span.ts'
import { isLabel } from '../check/record.ts'
import { wordBySpelling } from '../syntax/keywords.ts'
import { isPlainName } from '../syntax/lexer.ts'
import type { Documents } from './documents.ts'
import { applied, inOrder } from './edits.ts'
import type { Occurrence } from './names.ts'
import type { PolicySymbol } from './symbols.ts'
import { filled, words } from './words.ts'

/** `stands`: the name stands in the data as well (a record's file, a column's heading), which the policy cannot change. */
export type Renamed =
  | { readonly is: 'edits'; readonly edits: readonly Edit[]; readonly inData: boolean }
  | { readonly is: 'refused'; readonly why: Words }

/** Whether what stands here can be renamed: its name and where, else why not. */
export function renameable(
  documents: Documents,
  file: string,
  offset: number,
): { readonly is: 'name'; readonly span: Span; readonly name: string } | Extract<Renamed, { is: 'refused' }> {
  const found = symbolAt(documents, file, offset)
  if (!found) return { is: 'refused', why: words.notAName }
  // Months and quarters are words of the language, also where a policy says when they begin.
  if (wordBySpelling('period', found.symbol.name) !== undefined && found.symbol.kind === 'period')
    return { is: 'refused', why: words.notAName }
  if (found.symbol.kind === 'member') return { is: 'refused', why: words.inData }
  return { is: 'name', span: found.place.span, name: found.symbol.name }
}

/**
 * Gives what is named here another name, in all files and forms. Refused where the new name would mean something else
 * anywhere: what every name means after the change is compared with what it meant before.
 */
export function rename(documents: Documents, file: string, offset: number, name: string): Renamed {
  const fresh = name.normalize('NFC')
  const before = renameable(documents, file, offset)
  if (before.is === 'refused') return before
  const found = symbolAt(documents, file, offset)
  if (!found) return { is: 'refused', why: words.notAName }
  if (!isPlainName(fresh) || wordBySpelling('given', fresh) !== undefined)
    return { is: 'refused', why: withName(words.badName, fresh) }
  if (documents.analysed().diagnostics.some((one) => severityOf(one) === 'error'))
    return { is: 'refused', why: words.broken }
  const { symbol } = found
  if (symbol.kind === 'field' && isLabel(symbol.name) !== isLabel(fresh))
    return { is: 'refused', why: words.isLabel }
  const edits = inOrder(
    documents
      .names()
      .places(symbol.id)
      .map(({ span }) => ({ span, text: asWritten(documents, span, symbol, fresh) })),
  )
  const inData = symbol.kind === 'record' || symbol.kind === 'field'
  if (fresh === symbol.name) return { is: 'edits', edits: [], inData }
  const after = applied(documents, edits)
  return isSame(documents, after, edits, symbol, fresh)
    ? { is: 'edits', edits, inData }
    : { is: 'refused', why: withName(words.clash, fresh) }
}

function symbolAt(
  documents: Documents,
  file: string,
  offset: number,
): { readonly place: Occurrence; readonly symbol: PolicySymbol } | undefined {
  const place = documents.names().at(file, offset)
  const symbol = place && documents.names().symbols.get(place.id)
  return place && symbol && { place, symbol }
}

function withName(text: Words, name: string): Words {
  const shown = name.length > 40 ? `${name.slice(0, 39)}…` : name
  return {
    en: filled(text.en, { name: shown }),
    'zh-Hans': filled(text['zh-Hans'], { name: shown }),
    'zh-Hant': filled(text['zh-Hant'], { name: shown }),
  }
}

/** The row of a record `Order` is called `order` as well. */
function asWritten(documents: Documents, span: Span, { name }: PolicySymbol, fresh: string): string {
  const written = documents.source(span.source)?.text.slice(span.from, span.to).normalize('NFC')
  if (written === undefined || written === name || written === `"${name}"`) return fresh
  return fresh.charAt(0).toLowerCase() + fresh.slice(1)
}

/** Whether every name means after the change what it meant before it, and nothing more is found. */
function isSame(
  before: Documents,
  after: Documents,
  edits: readonly Edit[],
  symbol: PolicySymbol,
  fresh: string,
): boolean {
  const codes = (documents: Documents) =>
    documents
      .analysed()
      .diagnostics.map(({ code }) => code)
      .sort()
      .join(' ')
  if (codes(before) !== codes(after)) return false
  const idAfter = renamedIds(before, symbol, fresh)
  return before.sources.every(({ name }) => {
    const old = before.names().of(name)
    const now = after.names().of(name)
    const moved = mover(edits.filter(({ span }) => span.source === name))
    return (
      old.length === now.length &&
      old.every((one, i) => {
        const other = now[i]
        return (
          other?.span.from === moved(one.span.from) &&
          other.declares === one.declares &&
          other.id === idAfter(one.id)
        )
      })
    )
  })
}

/** What the symbols that bear the name in theirs are called after it has changed. */
function renamedIds(documents: Documents, symbol: PolicySymbol, fresh: string): (id: string) => string {
  const { name, id } = symbol
  const own = id.slice(0, id.length - name.length) + fresh
  const isTop = id === name
  return (other) => {
    if (other === id) return own
    if (!isTop) return other
    const of = documents.names().symbols.get(other)
    const inside = other.startsWith(`${name}.`) || other.startsWith(`${name}:`)
    return inside && (of === undefined || of.declaration.name.text === name)
      ? fresh + other.slice(name.length)
      : other
  }
}

function mover(edits: readonly Edit[]): (offset: number) => number {
  return (offset) =>
    edits.reduce(
      (at, { span, text }) => (span.from < offset ? at + text.length - (span.to - span.from) : at),
      offset,
    )
}
