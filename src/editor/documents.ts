import { type Analysed, analyseProgram, type KeptWork, nothingKept } from '../analyse.ts'
import type { Source } from '../base/span.ts'
import type { Form, Read } from '../syntax/read.ts'
import { nothingRead, type ReadTexts, readAgain } from '../syntax/read-again.ts'
import { type Names, namesOf } from './names.ts'

/**
 * The texts of a policy as they are at one moment: what every function of the editor is handed, with a file and an
 * offset. It never changes; a keystroke makes the next one with `withText`. What is known of it (`reads`, `analysed`,
 * `names`) is worked out when it is first asked for, and once.
 */
export type Documents = {
  readonly version: number
  /** The texts, and the files beside them that they name. */
  readonly sources: readonly Source[]
  readonly forms: readonly Form[]
  readonly source: (file: string) => Source | undefined
  /** Each text as it was read: its tree and its mistakes of syntax. */
  readonly reads: () => ReadonlyMap<string, Read>
  readonly analysed: () => Analysed
  readonly names: () => Names
}

/** What one version hands on to the next: its texts as they were read, and whatever was checked last. */
type Memory = { readonly texts: () => ReadTexts; readonly checked: { kept: KeptWork } }
const memories = new WeakMap<Documents, Memory>()

/** The first version of a set of texts. Among the sources are the CSV files that they name, by their paths. */
export function documentsOf(sources: readonly Source[], forms: readonly Form[] = []): Documents {
  return make(1, sources, forms, { texts: () => nothingRead, checked: { kept: nothingKept } })
}

/** The next version, in which a file has this text; without a text the file is gone. A new name adds a file. */
export function withText(documents: Documents, file: string, text: string | undefined): Documents {
  const { sources, version, forms } = documents
  const known = documents.source(file)
  const next =
    text === undefined
      ? sources.filter(({ name }) => name !== file)
      : known
        ? sources.map((source) => (source.name === file ? { name: file, text } : source))
        : [...sources, { name: file, text }]
  const memory = memories.get(documents) ?? { texts: () => nothingRead, checked: { kept: nothingKept } }
  return make(version + 1, next, forms, memory)
}

function make(
  version: number,
  sources: readonly Source[],
  forms: readonly Form[],
  before: Memory,
): Documents {
  const byName = new Map(sources.map((source) => [source.name, source]))
  const texts = textsOf(sources, forms, before.texts)
  const { checked } = before
  const reads = once(() => new Map(texts().texts.map(({ source, read }) => [source.name, read])))
  const analysed = once(() => {
    const all = [...reads().values()]
    const found = analyseProgram(
      { files: all.map(({ file }) => file) },
      sources,
      all.flatMap(({ diagnostics }) => diagnostics),
      checked.kept,
    )
    checked.kept = found.kept
    return found
  })
  const names = once(() => namesOf(analysed(), byName))
  const documents: Documents = {
    version,
    sources,
    forms,
    source: (file) => byName.get(file),
    reads,
    analysed,
    names,
  }
  memories.set(documents, { texts, checked })
  return documents
}

/**
 * What this version hands on, once it is asked for. The version before is let go of then, so that a long chain of
 * keystrokes holds no more than the last; a function of its own, because a closure holds all of the scope it stands in.
 */
function textsOf(
  sources: readonly Source[],
  forms: readonly Form[],
  before: () => ReadTexts,
): () => ReadTexts {
  let waiting: (() => ReadTexts) | undefined = before
  let made: ReadTexts | undefined
  return () => {
    made ??= readAgain(sources, forms, waiting?.() ?? nothingRead)
    waiting = undefined
    return made
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
