import { hasErrors } from '../base/render.ts'
import { compile } from '../compile.ts'
import type { Command } from './command.ts'
import { chooseLanguage } from './language.ts'
import { policyLanguage } from './policy-language.ts'
import { findingsText, formatOf } from './print-findings.ts'
import { readPolicy } from './read-policy.ts'
import { refuse } from './usage.ts'

/** `bylaw check`: every finding of a policy, without its data. */
export const check: Command = async (args, io) => {
  const files = await readPolicy(args.positionals, io)
  if (!files.ok) return refuse(io, chooseLanguage(args, io), files.found)
  const { program, diagnostics } = compile(files.value.sources)
  const language = chooseLanguage(args, io, policyLanguage(program))
  const format = formatOf(args.options.get('format'))
  io.out(findingsText(diagnostics, files.value, format, language, io.paintOut))
  return hasErrors(diagnostics) ? 1 : 0
}
