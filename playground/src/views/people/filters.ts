import { signOf } from '../../ui/decimal.ts'
import { words } from '../../words/people.ts'
import type { PersonRow } from '../../work/protocol.ts'
import { countOf } from './matters.ts'

export type FilterId = 'everybody' | 'changed' | 'gained' | 'lost' | 'held' | 'flagged' | 'open'

const changeOf = ({ change }: PersonRow): number => (change === undefined ? 0 : signOf(change))

/** Of whom a table can be made. */
export const filters = {
  everybody: { words: words.everybody, keeps: () => true },
  changed: { words: words.changed, keeps: (row: PersonRow) => changeOf(row) !== 0 },
  gained: { words: words.gained, keeps: (row: PersonRow) => changeOf(row) > 0 },
  lost: { words: words.lost, keeps: (row: PersonRow) => changeOf(row) < 0 },
  held: { words: words.heldOnes, keeps: ({ total }: PersonRow) => total.held > 0 },
  flagged: { words: words.flagged, keeps: ({ flags }: PersonRow) => flags.length > 0 },
  open: { words: words.openOnes, keeps: (row: PersonRow) => countOf(row) > 0 },
} as const satisfies { readonly [F in FilterId]: unknown }

const compared: readonly FilterId[] = ['changed', 'gained', 'lost']

/** The filters that leave somebody, and how many: those of changes only beside a base version. */
export function countsOf(
  rows: readonly PersonRow[],
  edited: boolean,
): readonly { readonly id: FilterId; readonly count: number }[] {
  const all: readonly FilterId[] = ['everybody', 'changed', 'gained', 'lost', 'held', 'flagged', 'open']
  return all
    .map((id) => ({ id, count: rows.filter((row) => filters[id].keeps(row)).length }))
    .filter(({ id, count }) => id === 'everybody' || (count > 0 && (edited || !compared.includes(id))))
}
