import { type Analysed, analyseProgram } from '../analyse.ts'
import type { Source } from '../base/span.ts'
import { attachedAmong, isAttached } from '../syntax/attached.ts'
import type { Keeping, Kept, KeptBlocks } from '../syntax/kept.ts'
import { type Form, type Read, read } from '../syntax/read.ts'
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

/** What one version hands on to the next: each text as it was read, and what a reading of it need not do again. */
type Memory = ReadonlyMap<string, Remembered>
type Remembered = {
  readonly source: Source
  readonly read: Read
  readonly kept: Kept
  readonly blocks: KeptBlocks
}
const memories = new WeakMap<Documents, () => Memory>()

/** The first version of a set of texts. Among the sources are the CSV files that they name, by their paths. */
export function documentsOf(sources: readonly Source[], forms: readonly Form[] = []): Documents {
  return make(1, sources, forms, () => new Map())
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
  // What a table reads from a file beside it is in the tree of its own text.
  const beside = isAttached({ name: file, text: '' })
  return make(version + 1, next, forms, () => (beside ? undefined : memories.get(documents)?.()) ?? new Map())
}

function make(
  version: number,
  sources: readonly Source[],
  forms: readonly Form[],
  before: () => Memory,
): Documents {
  const byName = new Map(sources.map((source) => [source.name, source]))
  const memory = memoryOf(sources, forms, before)
  const reads = once(() => new Map([...memory()].map(([name, { read }]) => [name, read])))
  const analysed = once(() => {
    const all = [...reads().values()]
    return analyseProgram(
      { files: all.map(({ file }) => file) },
      sources,
      all.flatMap(({ diagnostics }) => diagnostics),
    )
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
  memories.set(documents, memory)
  return documents
}

/**
 * What this version hands on, once it is asked for. The version before is let go of then, so that a long chain of
 * keystrokes holds no more than the last; a function of its own, because a closure holds all of the scope it stands in.
 */
function memoryOf(sources: readonly Source[], forms: readonly Form[], before: () => Memory): () => Memory {
  let waiting: (() => Memory) | undefined = before
  let made: Memory | undefined
  return () => {
    made ??= readAll(sources, forms, waiting?.() ?? new Map())
    waiting = undefined
    return made
  }
}

function readAll(sources: readonly Source[], forms: readonly Form[], before: Memory): Memory {
  const attached = attachedAmong(sources)
  const now = new Map<string, Remembered>()
  for (const source of sources) {
    if (isAttached(source)) continue
    const known = before.get(source.name)
    if (known?.source.text === source.text) {
      now.set(source.name, known)
      continue
    }
    const blocks = { earlier: known?.blocks ?? new Map(), now: new Map() }
    const keeping: Keeping = { earlier: known?.kept ?? new Map(), now: new Map(), blocks }
    const fresh = read(source, forms, attached, keeping)
    now.set(source.name, { source, read: fresh, kept: keeping.now, blocks: blocks.now })
  }
  return now
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
