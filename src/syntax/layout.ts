import type { Declaration } from './ast.ts'

/** Whether a declaration stands on one line: then the author may keep several together without blank lines. */
function isOneLine(declaration: Declaration): boolean {
  if (declaration.kind === 'table') return declaration.table.file !== undefined
  if (declaration.kind !== 'parameter') return declaration.kind === 'value'
  return declaration.is.is === 'constant' || declaration.is.table.file !== undefined
}

/** Whether a blank line always stands between two declarations, whatever the author wrote. */
export function alwaysApart(before: Declaration, after: Declaration): boolean {
  return !(isOneLine(before) && isOneLine(after))
}
