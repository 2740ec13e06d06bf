import type { Diagnostic } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import { hasErrors, messageOf } from '../base/render.ts'
import type { Source } from '../base/span.ts'
import { parse } from '../syntax/parse.ts'
import { print } from '../syntax/print.ts'
import type { Command } from './command.ts'
import type { Io } from './io.ts'
import { chooseLanguage, isLanguage } from './language.ts'
import { policyLanguage } from './policy-language.ts'
import { findingsText } from './print-findings.ts'
import { type PolicyFiles, readPolicy, reasonOf } from './read-policy.ts'
import { refuse, usageFinding } from './usage.ts'
import { words } from './words.ts'
import { replaceFile } from './write-files.ts'

/** `bylaw fmt`: each file in the standard layout. A file that cannot be read as a policy is left untouched. */
export const fmt: Command = async (args, io) => {
  const files = await readPolicy(args.positionals, io)
  if (!files.ok) return refuse(io, chooseLanguage(args, io), files.found)
  const asked = args.options.get('language')
  const target = asked !== undefined && isLanguage(asked) ? asked : undefined
  const onlyCheck = args.options.has('check')
  let code: 0 | 1 | 2 = 0
  for (const source of files.value.sources) {
    const result = await formatOne(source, files.value, target, onlyCheck, io)
    if (result > code) code = result
  }
  return code
}

async function formatOne(
  source: Source,
  files: PolicyFiles,
  target: Language | undefined,
  onlyCheck: boolean,
  io: Io,
): Promise<0 | 1 | 2> {
  const { file, diagnostics } = parse(source)
  const own = policyLanguage({ files: [file] })
  const language = target ?? own ?? chooseLanguage({ positionals: [], options: new Map() }, io)
  const path = files.pathOf(source.name)
  if (hasErrors(diagnostics)) {
    const left: Diagnostic[] = [...diagnostics, usageFinding('BY917', { path })]
    io.err(findingsText(left, files, 'pretty', language, io.paintErr))
    return 1
  }
  const text = print(file, target)
  const location = files.locationOf(source.name)
  if (onlyCheck) {
    if (text === source.text) return 0
    io.out(`${messageOf(usageFinding('BY916', { path }), language)}\n`)
    return 1
  }
  if (location === undefined) {
    io.out(text)
    return 0
  }
  if (text === source.text) return 0
  try {
    await replaceFile(location, text)
  } catch (error) {
    return refuse(io, language, [usageFinding('BY909', { path, reason: reasonOf(error) })])
  }
  io.err(`${words.formatted[language]} ${path}\n`)
  return 0
}
