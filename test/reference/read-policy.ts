import type { Program } from '../../src/syntax/ast.ts'
import { parse } from '../../src/syntax/parse.ts'

/** The tree of a policy's text; a text with mistakes is a mistake of the test. */
export function programOf(text: string): Program {
  const { file, diagnostics } = parse({ name: 'policy.bylaw', text })
  if (diagnostics.length > 0) {
    const at = diagnostics.map(({ code, args, span }) => {
      const line = text.slice(0, span?.from ?? 0).split('\n').length
      return `${code} ${JSON.stringify(args)} line ${line}: ${text.split('\n')[line - 1]}`
    })
    throw new Error(at.join('\n'))
  }
  return { files: [file] }
}
