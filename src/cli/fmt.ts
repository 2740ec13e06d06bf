import type { Diagnostic } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import { hasErrors, messageOf } from '../base/render.ts'
import type { Source } from '../base/span.ts'
import type { File } from '../syntax/ast.ts'
import { documentOf, isLiterate, parseLiterate, printLiterate, rulesOf } from '../syntax/literate.ts'
import { print } from '../syntax/print.ts'
import { read } from '../syntax/read.ts'
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
  const files = await readPolicy(args.positionals, io, { beside: false })
  if (!files.ok) return refuse(io, chooseLanguage(args, io), files.found)
  const asked = args.options.get('language')
  const target = asked !== undefined && isLanguage(asked) ? asked : undefined
  const onlyCheck = args.options.has('check')
  const to = args.options.get('to')
  const form = to === 'text' || to === 'literate' || to === 'yaml' ? to : undefined
  let code: 0 | 1 | 2 = 0
  for (const source of files.value.sources) {
    const result = await formatOne(source, files.value, { target, form, onlyCheck }, io)
    if (result > code) code = result
  }
  return code
}

type Wanted = {
  readonly target: Language | undefined
  /** Another form than the file's own: printed, never written over it. */
  readonly form: FormName | undefined
  readonly onlyCheck: boolean
}
type FormName = 'text' | 'literate' | 'yaml'

/** A file in the standard layout: in its own form, or in the one that was asked for. */
async function printed(
  source: Source,
  file: File,
  form: FormName,
  language: Language | undefined,
): Promise<string> {
  if (form === 'yaml') {
    const { yamlForm } = await import('../yaml-form/form.ts')
    return yamlForm.print(file, language)
  }
  if (!isLiterate(source.name))
    return form === 'literate' ? documentOf(file, language) : print(file, language)
  const { sections } = parseLiterate(source)
  return form === 'text' ? rulesOf(sections, language) : printLiterate(source, sections, language)
}

function formOf({ name }: Source): FormName {
  if (name.endsWith('.bylaw.yaml')) return 'yaml'
  return isLiterate(name) ? 'literate' : 'text'
}

async function formatOne(
  source: Source,
  files: PolicyFiles,
  { target, form, onlyCheck }: Wanted,
  io: Io,
): Promise<0 | 1 | 2> {
  const { file, diagnostics } = read(source, files.forms)
  const own = policyLanguage({ files: [file] })
  const language = target ?? own ?? chooseLanguage({ positionals: [], options: new Map() }, io)
  const path = files.pathOf(source.name)
  if (hasErrors(diagnostics)) {
    const left: Diagnostic[] = [...diagnostics, usageFinding('BY917', { path })]
    io.err(findingsText(left, files, 'pretty', language, io.paintErr))
    return 1
  }
  const text = await printed(source, file, form ?? formOf(source), target)
  const location = files.locationOf(source.name)
  const other = form !== undefined && form !== formOf(source)
  if (onlyCheck && !other) {
    if (text === source.text) return 0
    io.out(`${messageOf(usageFinding('BY916', { path }), language)}\n`)
    return 1
  }
  if (location === undefined || other) {
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
