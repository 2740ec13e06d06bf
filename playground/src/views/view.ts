import type { ComponentType } from 'preact'
import type { Words } from '../../../src/index.ts'

export type ViewId = 'people' | 'charts' | 'compare' | 'decide' | 'cases' | 'data'

/** A tab of the right side. Its code is fetched when it is first opened. */
export type View = {
  readonly id: ViewId
  readonly label: Words
  readonly load: () => Promise<ComponentType>
}
