import type { Analysed } from '../analyse.ts'
import type { Source, Span } from '../base/span.ts'
import { idOf, type PolicySymbol, symbolsOf } from './symbols.ts'
import { type Written, writtenNames } from './written-names.ts'

/** One place where something is named: where it is declared, or where it is used. */
export type Occurrence = { readonly span: Span; readonly id: string; readonly declares: boolean }

/** What every name of a policy's texts means. */
export type Names = {
  readonly symbols: ReadonlyMap<string, PolicySymbol>
  /** Of a file, in the order of the text. */
  readonly of: (file: string) => readonly Occurrence[]
  readonly at: (file: string, offset: number) => Occurrence | undefined
  /** Of a symbol, the files in their order. */
  readonly places: (id: string) => readonly Occurrence[]
}

export function namesOf(
  analysed: Pick<Analysed, 'program' | 'checked' | 'references' | 'kept'>,
  sources: ReadonlyMap<string, Source>,
): Names {
  const { program, references } = analysed
  // Its names alone: they hang on no places, which are looked up for all of it at once.
  const { records, periods } = (analysed.kept.own ?? analysed).checked
  const declarations = program.files.flatMap((file) => file.declarations)
  const symbols = new Map<string, PolicySymbol>()
  const found = new Map<string, Occurrence>()
  const add = (span: Span, id: string, declares: boolean) => {
    const key = `${span.source}\n${span.from}\n${span.to}`
    if (!found.has(key)) found.set(key, { span, id, declares })
  }
  for (const declaration of declarations)
    for (const symbol of symbolsOf(declaration)) {
      // Of two of one name the first is meant; the values of lists are one wherever they are spelled alike.
      const known = symbols.get(symbol.id)
      if (known === undefined) symbols.set(symbol.id, symbol)
      if (isWritten(sources, symbol.span, symbol.name) && (known === undefined || symbol.kind === 'member'))
        add(symbol.span, symbol.id, true)
    }
  const known = {
    records: new Set(records.keys()),
    periods: new Set(periods.keys()),
    declared: new Set(declarations.map(({ name }) => name.text)),
  }
  const written: readonly Written[] = [
    ...references.map(({ span, to }) => ({ span, id: idOf(to), name: to.name })),
    ...declarations.flatMap((declaration) => writtenNames(declaration, known)),
  ]
  for (const { span, id, name } of written) if (isWritten(sources, span, name)) add(span, id, false)
  return indexed(symbols, [...found.values()], [...sources.keys()])
}

/** Whether a name stands there letter by letter; forms that write it otherwise are not places that can be changed. */
function isWritten(sources: ReadonlyMap<string, Source>, { source, from, to }: Span, name: string): boolean {
  const text = sources.get(source)?.text.slice(from, to).normalize('NFC')
  if (text === undefined || text === '') return false
  return text === name || text === name.charAt(0).toLowerCase() + name.slice(1) || text === `"${name}"`
}

function indexed(
  symbols: ReadonlyMap<string, PolicySymbol>,
  found: readonly Occurrence[],
  files: readonly string[],
): Names {
  const byFile = new Map<string, Occurrence[]>()
  for (const one of [...found].sort((a, b) => a.span.from - b.span.from)) {
    const list = byFile.get(one.span.source)
    if (list) list.push(one)
    else byFile.set(one.span.source, [one])
  }
  const of = (file: string) => byFile.get(file) ?? []
  return {
    symbols,
    of,
    at: (file, offset) =>
      of(file)
        .filter(({ span }) => span.from <= offset && offset <= span.to)
        .sort((a, b) => a.span.to - a.span.from - (b.span.to - b.span.from) || b.span.from - a.span.from)[0],
    places: (id) => files.flatMap((file) => of(file).filter((one) => one.id === id)),
  }
}
