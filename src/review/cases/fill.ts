import type { Span } from '../../base/span.ts'
import type { WrittenText } from './case.ts'
import { type CaseReading, offered } from './notes.ts'

/** One row of a case's table: what stands under each name, and which names something has asked for. */
export type TableRow = {
  readonly cells: ReadonlyMap<string, { readonly text: string; readonly span: Span }>
  readonly used: Set<string>
}

/** A text of a case. `place`: where it stands, if in one place. `lost`: it names a column that is not there. */
export type CaseText = {
  readonly text: string
  readonly span: Span
  readonly place?: WrittenText
  readonly lost?: boolean
}

const named = /\$(?:\{([^}]*)\}|([\p{L}_][\p{L}\p{N}_]*))/gu

/** The text of a scalar with the `$names` of the table's row put in; without a table a `$` is a `$`. */
export function filled(
  { text, span }: { readonly text: string; readonly span: Span },
  row: TableRow | undefined,
  { report, form }: CaseReading,
): CaseText {
  const own: CaseText = { text, span, place: { span, form } }
  if (!row) return own
  const whole = /^\$(?:\{([^}]*)\}|([\p{L}_][\p{L}\p{N}_]*))$/u.exec(text)
  const cell = whole && row.cells.get((whole[1] ?? whole[2] ?? '').trim())
  if (whole && cell) {
    row.used.add((whole[1] ?? whole[2] ?? '').trim())
    return { ...cell, place: { span: cell.span, form: 'cell' } }
  }
  let put = false
  let lost = false
  const result = text.replaceAll(named, (written: string, braced: string | undefined, bare: string) => {
    const name = (braced ?? bare).trim()
    const found = row.cells.get(name)
    put = true
    if (found) {
      row.used.add(name)
      return found.text
    }
    lost = true
    const { names, more } = offered(name, [...row.cells.keys()], span)
    report(
      'BY957',
      { name, names },
      span,
      more.edits && { edits: [{ span, text: `$${names.split(', ')[0]}` }] },
    )
    return written
  })
  return put ? { text: result, span, lost } : own
}
