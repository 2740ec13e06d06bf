import type { Diagnostic } from '../base/diagnostic.ts'
import type { Words } from '../base/language.ts'
import type { ExitCode, Io } from './io.ts'

/** What a command line says, checked against the command's own options. */
export type Arguments = {
  readonly positionals: readonly string[]
  /** By name without dashes; a flag has the value ''. */
  readonly options: ReadonlyMap<string, string>
}

export type OptionSpec = {
  readonly name: string
  readonly short?: string
  /** What stands after the option in the usage line; absent for a flag. */
  readonly value?: string
  readonly choices?: readonly string[]
  /** May be written several times: the values, one a line. */
  readonly repeats?: boolean
  readonly help: Words
}

/** One command as the help shows it. `load` brings in its code only when it is run. */
export type CommandSpec = {
  readonly name: string
  readonly summary: Words
  /** After `bylaw <name>`. */
  readonly positionals: string
  readonly maxPositionals: number
  readonly details: Words
  readonly options: readonly OptionSpec[]
  readonly examples: readonly { readonly line: string; readonly note: Words }[]
  readonly hidden?: boolean
  readonly load: () => Promise<Command>
}

export type Command = (args: Arguments, io: Io) => Promise<ExitCode>

/** A step of a command that can fail for reasons outside the program: the findings say which. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly found: readonly Diagnostic[] }

export function failed(...found: readonly Diagnostic[]): { ok: false; found: readonly Diagnostic[] } {
  return { ok: false, found }
}
