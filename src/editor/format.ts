import type { Edit } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import { hasErrors } from '../base/render.ts'
import { isAttached } from '../syntax/attached.ts'
import { isLiterate, parseLiterate, printLiterate } from '../syntax/literate.ts'
import { print } from '../syntax/print.ts'
import type { Documents } from './documents.ts'
import { differenceOf } from './edits.ts'

/**
 * A file in the standard layout; in a language, its keywords are written in that one, while names, titles and comments
 * stay as they are. Nothing where the text has mistakes of syntax: what could not be read would be lost.
 */
export function format(documents: Documents, file: string, language?: Language): readonly Edit[] | undefined {
  const source = documents.source(file)
  const read = documents.reads().get(file)
  if (!source || !read || isAttached(source) || hasErrors(read.diagnostics)) return undefined
  const form = documents.forms.find(({ ending }) => file.endsWith(ending))
  if (form) return differenceOf(source, form.print(read.file, language))
  if (!isLiterate(file)) return differenceOf(source, print(read.file, language))
  return differenceOf(source, printLiterate(source, parseLiterate(source).sections, language))
}
