import type { Diagnostic } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import type { Source } from '../base/span.ts'
import type { File } from './ast.ts'
import type { Attached } from './attached.ts'
import type { Keeping } from './kept.ts'
import { isLiterate, parseLiterate } from './literate.ts'
import { parse } from './parse.ts'

export type Read = { readonly file: File; readonly diagnostics: readonly Diagnostic[] }

/** A form of a policy beside text and literate: the ending of its files, and how they are read and written. */
export type Form = {
  readonly ending: string
  readonly read: (source: Source, attached?: Attached) => Read
  readonly print: (file: File, language?: Language) => string
  /** Undefined where nothing is known of the place. */
  readonly caret?: (source: Source, offset: number) => Caret | undefined
}

/** Where a caret stands in another form: the keys that may be written there, or its declaration as text up to it. */
export type Caret =
  | { readonly is: 'keys'; readonly keys: readonly string[] }
  | { readonly is: 'text'; readonly text: string }

/**
 * Reads a source in the form that its name ends in: `.bylaw.md` is a document with rules, anything else that no other
 * form claims is text. Other forms are handed in, so that who needs none does not load their libraries. Text and
 * documents take from `keeping` what did not change.
 */
export function read(
  source: Source,
  forms: readonly Form[] = [],
  attached?: Attached,
  keeping?: Keeping,
): Read {
  const form = forms.find(({ ending }) => source.name.endsWith(ending))
  if (form) return form.read(source, attached)
  return isLiterate(source.name) ? parseLiterate(source, attached, keeping) : parse(source, attached, keeping)
}

/** The files beside a policy that its texts name, by their paths in its folder. */
export function attachedNames(sources: readonly Source[], forms: readonly Form[] = []): readonly string[] {
  const names = new Set<string>()
  for (const source of sources) {
    // A quick look first: hardly any text names one.
    if (!/\.csv/iu.test(source.text)) continue
    read(source, forms, (path) => {
      names.add(path)
      return undefined
    })
  }
  return [...names]
}
