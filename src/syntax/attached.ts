import type { IToken } from 'chevrotain'
import type { Source } from '../base/span.ts'
import type { Name } from './ast.ts'
import { csvRows } from './csv-rows.ts'
import { textFrom } from './from-cst-expressions.ts'
import { type Reading, tokenSpan } from './reading.ts'
import type { RowLine } from './structure.ts'

/** The texts beside a policy that it may name (`from "discounts.csv"`), by their paths in the policy's folder. */
export type Attached = NonNullable<Reading['attached']>

/** Of what a program is compiled from, the files that no form of a policy claims. */
export function isAttached({ name }: Source): boolean {
  return /\.csv$/iu.test(name)
}

export function attachedAmong(sources: readonly Source[]): Attached {
  const byPath = new Map(sources.filter(isAttached).map((source) => [source.name, source]))
  return (path) => byPath.get(path)
}

/** What a policy names beside it. Without the file at hand (to lay a policy out) there are no rows. */
export type FileRows = {
  readonly file: Name
  readonly rows: readonly RowLine[]
  /** What the places in the rows are places in. */
  readonly reading: Reading
  readonly read: boolean
}

/** The rows of the file that a text token names. Undefined when a mistake was reported. */
export function fileRows(token: IToken, reading: Reading): FileRows | undefined {
  const span = tokenSpan(token, reading)
  const file: Name = { text: textFrom(token, reading), span }
  const path = pathBeside(reading.source.name, file.text)
  if (path === undefined) {
    reading.report('BY544', { file: file.text }, span)
    return undefined
  }
  if (reading.attached === undefined) return { file, rows: [], reading, read: false }
  const source = reading.attached(path)
  if (source === undefined) {
    reading.report('BY543', { file: path }, span)
    return undefined
  }
  const found = csvRows(source, reading.report)
  return found && { file, rows: found.rows, reading: { ...reading, source: found.source }, read: true }
}

/** The path of a file as the folder of the policy knows it: named from the file that names it, and never outside. */
function pathBeside(from: string, written: string): string | undefined {
  if (!/\.csv$/iu.test(written) || /^\/|^[a-z]:|[\\\p{C}]/iu.test(written)) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const part of written.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
