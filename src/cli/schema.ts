import { schemaOf } from '../yaml-form/schema.ts'
import type { Command } from './command.ts'
import { chooseLanguage } from './language.ts'

/** `bylaw schema`: the JSON Schema of the YAML form, for editors. */
export const schema: Command = async (args, io) => {
  io.out(`${JSON.stringify(schemaOf(chooseLanguage(args, io)), undefined, 2)}\n`)
  return 0
}
