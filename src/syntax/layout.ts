import type { Declaration } from './ast.ts'

/** Whether a declaration stands on one line: then the author may keep several together without blank lines. */
function isOneLine(declaration: Declaration): boolean {
  return (
    declaration.kind === 'value' || (declaration.kind === 'parameter' && declaration.is.is === 'constant')
  )
}

/** Whether a blank line always stands between two declarations, whatever the author wrote. */
export function alwaysApart(before: Declaration, after: Declaration): boolean {
  return !(isOneLine(before) && isOneLine(after))
}
