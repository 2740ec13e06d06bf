import type { Code } from '../../base/codes.ts'

/** Something in a request that cannot be what was meant: where it stands, and what is wrong, by its code. */
export type RequestProblem = {
  /** `customer.class`; empty for the request as a whole. */
  readonly path: string
  readonly code: Code
  readonly args: { readonly [name: string]: string }
}

export function pathText(path: readonly string[], name?: string): string {
  return [...path, ...(name === undefined ? [] : [name])].join('.')
}
