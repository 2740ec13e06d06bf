import type { Form } from '../syntax/read.ts'
import { caretIn } from './caret.ts'
import { printYaml } from './print-yaml.ts'
import { parseYaml } from './read-yaml.ts'

/** The YAML form of a policy, `*.bylaw.yaml`: given to what reads policies where there are such files. */
export const yamlForm: Form = { ending: '.bylaw.yaml', read: parseYaml, print: printYaml, caret: caretIn }
