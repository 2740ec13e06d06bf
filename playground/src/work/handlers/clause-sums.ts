import { exactDecimal, minusDecimal, plusDecimals, type ResultLine } from '../../../../src/index.ts'
import type { ClauseSum } from '../protocol.ts'
import type { Handler } from './handler.ts'

type Decimal = Parameters<typeof exactDecimal>[0]
type Sum = { rows: number; held: number; readonly people: Set<string>; readonly sums: Map<string, Decimal> }

/** What each clause comes to, and by how much that differs from the base version. */
export const clauseSums: Handler<'clauseSums'> = ({ edited, base }): readonly ClauseSum[] => {
  if (!edited) return []
  const now = summed(edited.lines)
  const was = base?.ran && base.ran !== edited ? summed(base.ran.lines) : now
  return [...now].map(([clause, { rows, held, people, sums }]) => ({
    clause,
    rows,
    held,
    ...(people.size > 0 && { people: people.size }),
    sums: [...sums].map(([currency, sum]) => ({
      currency,
      exact: exactDecimal(sum),
      change: exactDecimal(minusDecimal(sum, was.get(clause)?.sums.get(currency) ?? zero)),
    })),
  }))
}

const zero: Decimal = { digits: 0n, scale: 0 }

function summed(lines: readonly ResultLine[]): ReadonlyMap<string, Sum> {
  const found = new Map<string, Sum>()
  for (const { output, value, subject, currency } of lines) {
    if (value.is === 'not-applicable') continue
    const sum = found.get(output.id) ?? { rows: 0, held: 0, people: new Set(), sums: new Map() }
    found.set(output.id, sum)
    sum.rows++
    if (subject) sum.people.add(`${subject.record}\n${subject.key}`)
    if (value.is === 'held') sum.held++
    const unit = value.is === 'number' && value.unit === 'money' ? (value.currency ?? currency) : undefined
    if (value.is === 'number' && unit !== undefined)
      sum.sums.set(unit, plusDecimals(sum.sums.get(unit) ?? zero, value))
  }
  return found
}
