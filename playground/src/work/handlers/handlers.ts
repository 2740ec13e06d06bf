import type { RequestName } from '../protocol.ts'
import { calculate } from './calculate.ts'
import type { Handler } from './handler.ts'
import { leftOut } from './left-out.ts'
import { statement } from './statement.ts'
import { value } from './value.ts'

/** Every request and what answers it. */
export const handlers: { readonly [N in RequestName]: Handler<N> } = {
  calculate,
  leftOut,
  statement,
  value,
}
