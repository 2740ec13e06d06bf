import { schemaOfCases } from '../review/cases/schema.ts'
import { schemaOf } from '../yaml-form/schema.ts'
import type { Command } from './command.ts'
import { chooseLanguage } from './language.ts'

/** `bylaw schema`: the JSON Schema of the YAML form, or of files of cases, for editors. */
export const schema: Command = async (args, io) => {
  const language = chooseLanguage(args, io)
  const json = args.options.has('cases') ? schemaOfCases(language) : schemaOf(language)
  io.out(`${JSON.stringify(json, undefined, 2)}\n`)
  return 0
}
