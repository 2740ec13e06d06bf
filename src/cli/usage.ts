import type { ArgsOf, Code } from '../base/codes.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import { helpOf, messageOf, severityOf } from '../base/render.ts'
import { colon, frameWords, severityWords } from '../base/render-words.ts'
import type { ExitCode, Io } from './io.ts'

/** A finding about the call or its files, which has no place in a text. */
export function usageFinding<C extends Code>(code: C, args: ArgsOf<C>): Diagnostic {
  return { code, args }
}

/** Says on stderr what is wrong with the call and what to write instead. The exit code is 2. */
export function refuse(io: Io, language: Language, found: readonly Diagnostic[]): ExitCode {
  for (const diagnostic of found) io.err(usageText(diagnostic, language, io))
  return 2
}

function usageText(diagnostic: Diagnostic, language: Language, io: Io): string {
  const paint = io.paintErr
  const severity = severityOf(diagnostic)
  const head = paint(severity, `${severityWords[severity][language]}[${diagnostic.code}]`)
  const help = helpOf(diagnostic, language)
  const second = help === '' ? '' : `  ${paint('help', frameWords.help[language])}${colon(language)}${help}\n`
  return `${head}${colon(language)}${messageOf(diagnostic, language)}\n${second}`
}
