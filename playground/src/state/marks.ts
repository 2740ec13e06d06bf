import { signal } from '@preact/signals'

/** A mark beside the lines of a policy: what cases cover, and how often. `text` is shown when it is pointed at. */
export type Mark = {
  readonly source: string
  readonly from: number
  readonly to: number
  readonly kind: 'covered' | 'partly' | 'missed'
  readonly text: string
}

/** The marks of the editor's gutter. Whoever sets them takes them away again. */
export const marks = signal<readonly Mark[]>([])
