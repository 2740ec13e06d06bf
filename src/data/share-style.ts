import type { Field } from '../plan/plan.ts'
import type { ColumnSource } from './data-config.ts'

type Style = NonNullable<ColumnSource['style']>

/** The ways in which bare numbers of a field may be meant; none where a number says everything. */
export function shareStyles({ type }: Field): readonly Style[] {
  if (type.is !== 'int') return []
  if (type.unit === 'price-ratio') return ['fraction', 'percent', 'zhe']
  return type.unit === 'percent' ? ['fraction', 'percent'] : []
}

/**
 * What the bare numbers among a column's cells look like: undefined where there are none, so that nothing need be said.
 * A guess to be shown, never to be taken silently.
 */
export function guessStyle(field: Field, cells: readonly string[]): Style | undefined {
  const bare = cells
    .map((cell) => cell.normalize('NFKC').trim())
    .filter((cell) => /^[+-]?\d*\.?\d+$/.test(cell))
  const [whole] = [bare.some((cell) => !/^[+-]?0*(?:[01](?:\.\d+)?|\.\d+)$/.test(cell))]
  if (shareStyles(field).length === 0 || bare.every((cell) => /^[+-]?[0.]+$/.test(cell))) return undefined
  return whole ? 'percent' : 'fraction'
}
