import type { Language } from '../base/language.ts'
import type { Program } from '../syntax/ast.ts'

/** The language that a policy declares, else the one its first file is written in; undefined for no file at all. */
export function policyLanguage(program: Program): Language | undefined {
  for (const file of program.files) {
    for (const declaration of file.declarations) {
      if (declaration.kind !== 'policy') continue
      for (const line of declaration.lines) if (line.is === 'language') return line.language
    }
  }
  return program.files.find((file) => file.declarations.length > 0)?.language
}
