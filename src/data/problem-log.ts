import type { ArgsOf, Code } from '../base/codes.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Id } from '../plan/plan.ts'
import type { DataProblem } from '../plan/rows.ts'

/** What is wrong with a text, before anybody knows where it stands. */
export type Fault = { readonly code: Code; readonly args: { readonly [name: string]: string } }

/** A `Fault` whose words are checked against its code. */
export function fault<C extends Code>(code: C, args: ArgsOf<C>): Fault {
  return { code, args }
}

/** A place in a file. `order`: of several problems in a row, the columns' from left to right. */
export type Place = {
  readonly row?: number
  readonly column?: string
  readonly relation?: Id
  readonly index?: number
  readonly field?: Id
  readonly order?: number
}

/**
 * Problems and notes as they are found. Of each kind in each file the first `shown` are kept and the rest counted:
 * a column of a million bad cells is one mistake, and its list would be longer than the data.
 */
export type ProblemLog = {
  /** Files are reported in the order in which they are opened. */
  readonly open: (file: string) => void
  /** `place` is asked for only where the problem is kept. */
  readonly add: (fault: Fault, file: string, place?: () => Place) => void
  /** Things worth saying that hold nothing. */
  readonly note: (fault: Fault, file?: string) => void
  readonly finish: () => {
    readonly problems: readonly DataProblem[]
    readonly notes: readonly Diagnostic[]
  }
}

const shown = 1000

type Kept = {
  readonly file: number
  readonly row: number
  readonly order: number
  readonly problem: DataProblem
}

export function problemLog(): ProblemLog {
  const kept: Kept[] = []
  const notes: Diagnostic[] = []
  const files = new Map<string, { readonly at: number; readonly counts: Map<Code, number> }>()
  const open = (name: string) => {
    const known = files.get(name)
    if (known) return known
    const file = { at: files.size, counts: new Map<Code, number>() }
    files.set(name, file)
    return file
  }
  return {
    open,
    add: (found, name, place) => {
      const file = open(name)
      const count = (file.counts.get(found.code) ?? 0) + 1
      file.counts.set(found.code, count)
      if (count > shown) return
      const where = place?.() ?? {}
      const { row = 0, order = 0 } = where
      kept.push({ file: file.at, row, order, problem: problemAt(found, name, where) })
    },
    note: (found, file) => {
      notes.push({ ...found, ...(file !== undefined && { cell: { file } }) })
    },
    finish: () => {
      const more = [...files].flatMap(([name, file]) =>
        [...file.counts].flatMap(([code, count]) =>
          count > shown ? [moreOf(code, name, count - shown)] : [],
        ),
      )
      kept.sort((a, b) => a.file - b.file || a.row - b.row || a.order - b.order)
      return { problems: kept.map((one) => one.problem), notes: [...notes, ...more] }
    },
  }
}

function problemAt(found: Fault, file: string, place: Place): DataProblem {
  const { row, column, relation, index, field } = place
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

/** A cell's text as a message quotes it: on one line, at most 40 characters. */
export function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal must not obey what a file holds.
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
  const points = [...plain.slice(0, 100)]
  return points.length > 40 ? `${points.slice(0, 39).join('')}…` : plain
}
