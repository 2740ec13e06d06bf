import type { Diagnostic } from '../base/diagnostic.ts'
import type { Source } from '../base/span.ts'
import type { File } from './ast.ts'
import { isLiterate, parseLiterate } from './literate.ts'
import { parse } from './parse.ts'

/** Reads a source in the form that its name ends in: `.bylaw.md` is a document with rules, anything else is text. */
export function read(source: Source): { readonly file: File; readonly diagnostics: readonly Diagnostic[] } {
  return isLiterate(source.name) ? parseLiterate(source) : parse(source)
}
