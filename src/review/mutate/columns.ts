import type { Heading } from '../../syntax/ast.ts'
import { isTable, type Spot } from './tree.ts'

/**
 * What a column of a table holds: `boundary`, each row's own beginning; `input`, what chooses the row (its bounds meet
 * those of other rows); `rate`, what the row gives; `dated`, from when until when it holds; `name`, whose row it is.
 */
export type ColumnRole = 'boundary' | 'input' | 'rate' | 'dated' | 'name' | 'weight'

export function columnRole(table: Spot, index: number): ColumnRole | undefined {
  if (!isTable(table.node)) return undefined
  const { headings } = table.node
  const heading = headings[index]
  if (heading === undefined) return undefined
  if (heading.output) return 'rate'
  const word = wordOf(heading)
  const dated = headings.some((one) => wordOf(one) === 'until')
  if (dated && (word === 'from' || word === 'until')) return 'dated'
  if (word === 'from' || word === 'over' || word === 'at') return 'boundary'
  const owner = table.above?.node
  if (owner?.is === 'parts' || owner?.is === 'assigned') return index === 0 ? 'name' : 'weight'
  if (owner?.is === 'change') return index === 0 ? 'name' : 'rate'
  if (table.key === 'table' && isKeyed(table)) return isValue(word, dated, index, headings) ? 'rate' : 'name'
  // A schedule's own bands: what stands behind the first column is what it gives.
  if (schedules.has(String(owner?.is)) && index > 0) return 'rate'
  return 'input'
}

const schedules = new Set(['tiers-of', 'steps', 'linear', 'levels'])

/** Whether a table is of tiers without steps: what lies beyond a boundary is paid beside what lies below it. */
export function isContinuous({ node, above }: Spot): boolean {
  if (!isTable(node)) return false
  const words = node.headings.map(wordOf)
  const mode = above?.node.mode
  if (mode === 'linear' || above?.node.is === 'linear') return true
  return mode === 'marginal' && words[1] === 'rate' && !words.includes('mode')
}

export function wordOf(heading: Heading | undefined): string | undefined {
  return heading?.value.is === 'path' && heading.value.parts.length === 1
    ? heading.value.parts[0]?.text
    : undefined
}

/** Of a parameter or a law: rows by name and date. */
function isKeyed(table: Spot): boolean {
  const owner = table.above
  return (
    owner?.node.is === 'deductions' ||
    owner?.node.is === 'minimum' ||
    (owner?.key === 'is' && owner.above?.node.kind === 'parameter')
  )
}

function isValue(
  word: string | undefined,
  dated: boolean,
  index: number,
  headings: readonly Heading[],
): boolean {
  if (word === 'value') return true
  if (!dated) return false
  // Of a law, what stands behind the dates is what it says.
  return index > headings.findIndex((one) => wordOf(one) === 'until')
}
