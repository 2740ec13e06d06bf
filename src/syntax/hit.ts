import type { Hit } from './ast.ts'
import type * as cst from './generated/cst-types.ts'
import type { Keyword } from './keywords.ts'

/** Which rows of a table count: `unique` where nothing is written. */
export function hitFrom(nodes: readonly cst.HitCstNode[] | undefined): Hit {
  const written = nodes?.[0]?.children
  return written?.EveryMatch ? 'every' : written?.FirstMatch ? 'first' : 'unique'
}

export const hitWord: { readonly [H in Hit]: Keyword } = {
  unique: 'unique',
  first: 'first-match',
  every: 'every-match',
}
