import type { ArgsOf, Code } from '../base/codes.ts'
import type { Cell, Diagnostic } from '../base/diagnostic.ts'
import type { Id } from '../plan/plan.ts'
import type { DataProblem } from '../plan/rows.ts'

/** What is wrong with a text, before anybody knows where it stands. */
export type Fault = { readonly code: Code; readonly args: { readonly [name: string]: string } }

/** A `Fault` whose words are checked against its code. */
export function fault<C extends Code>(code: C, args: ArgsOf<C>): Fault {
  return { code, args }
}

export type Place = Cell & { readonly relation?: Id; readonly index?: number; readonly field?: Id }

/**
 * Problems and notes as they are found. Of each kind in each file the first `shown` are kept and the rest counted:
 * a column of a million bad cells is one mistake, and its list would be longer than the data.
 */
export type ProblemLog = {
  /** Files are reported in the order in which they are opened. */
  readonly open: (file: string) => void
  readonly add: (fault: Fault, place: Place) => void
  /** Things worth saying that hold nothing. */
  readonly note: (fault: Fault, file?: string) => void
  readonly finish: () => {
    readonly problems: readonly DataProblem[]
    readonly notes: readonly Diagnostic[]
  }
}

const shown = 1000

export function problemLog(): ProblemLog {
  const problems: DataProblem[] = []
  const notes: Diagnostic[] = []
  const counts = new Map<string, { code: Code; file: string; count: number }>()
  const files = new Map<string, number>()
  const open = (file: string) => {
    if (!files.has(file)) files.set(file, files.size)
  }
  return {
    open,
    add: (found, place) => {
      const name = `${found.code} ${place.file}`
      const kind = counts.get(name) ?? { code: found.code, file: place.file, count: 0 }
      counts.set(name, kind)
      kind.count++
      open(place.file)
      if (kind.count <= shown) problems.push(problemAt(found, place))
    },
    note: (found, file) => {
      notes.push({ ...found, ...(file !== undefined && { cell: { file } }) })
    },
    finish: () => {
      const more = [...counts.values()]
        .filter((kind) => kind.count > shown)
        .map((kind) => moreOf(kind.code, kind.file, kind.count - shown))
      return { problems: inFileOrder(problems, files), notes: [...notes, ...more] }
    },
  }
}

function problemAt(found: Fault, place: Place): DataProblem {
  const { file, row, column, relation, index, field } = place
  const cell = { file, ...(row !== undefined && { row }), ...(column !== undefined && { column }) }
  return {
    diagnostic: { code: found.code, args: found.args, cell },
    ...(relation !== undefined && { relation }),
    ...(index !== undefined && { row: index }),
    ...(field !== undefined && { field }),
  }
}

function moreOf(code: Code, file: string, count: number): Diagnostic {
  const args = { count: String(count), kind: code, file, shown: String(shown) }
  return { ...fault('BY741', args), cell: { file } }
}

/** By row within each file. */
function inFileOrder(
  problems: readonly DataProblem[],
  files: ReadonlyMap<string, number>,
): readonly DataProblem[] {
  const order = (p: DataProblem) => files.get(p.diagnostic.cell?.file ?? '') ?? 0
  const row = (p: DataProblem) => p.diagnostic.cell?.row ?? 0
  return problems.toSorted((a, b) => order(a) - order(b) || row(a) - row(b))
}

/** A cell's text as a message quotes it: on one line, at most 40 characters. */
export function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal must not obey what a file holds.
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
  const points = [...plain.slice(0, 100)]
  return points.length > 40 ? `${points.slice(0, 39).join('')}…` : plain
}
