import { hasErrors } from '../base/render.ts'
import { compile } from '../compile.ts'
import type { Command } from './command.ts'
import { chooseLanguage } from './language.ts'
import { policyLanguage } from './policy-language.ts'
import { findingsText } from './print-findings.ts'
import { readPolicy } from './read-policy.ts'
import { refuse, usageFinding } from './usage.ts'

const stages = ['ast', 'checked', 'plan']

/** `bylaw show ast|checked|plan`: one stage of the pipeline as JSON. What stops before the stage is said on stderr. */
export const show: Command = async (args, io) => {
  const [stage, ...policy] = args.positionals
  if (stage === undefined || !stages.includes(stage)) {
    const wrong = { option: 'show', value: stage ?? '', choices: stages.join(' | ') }
    return refuse(io, chooseLanguage(args, io), [usageFinding('BY903', wrong)])
  }
  const files = await readPolicy(policy, io)
  if (!files.ok) return refuse(io, chooseLanguage(args, io), files.found)
  const { program, checked, plan, diagnostics } = compile(files.value.sources, files.value.forms)
  const language = chooseLanguage(args, io, policyLanguage(program))
  const shown = stage === 'ast' ? program : stage === 'checked' ? checked : plan
  if (hasErrors(diagnostics)) io.err(findingsText(diagnostics, files.value, 'pretty', language, io.paintErr))
  if (shown !== undefined) io.out(`${JSON.stringify(shown, jsonValue, 2)}\n`)
  return hasErrors(diagnostics) ? 1 : 0
}

/** What JSON has no form for: integers that may pass 2^53 as decimal strings, maps and sets as lists. */
function jsonValue(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Map || value instanceof Set) return [...value]
  return value
}
