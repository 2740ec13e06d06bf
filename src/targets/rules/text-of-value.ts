import { formatDay } from '../../base/day.ts'
import { isoInstant } from '../../base/local-time.ts'
import type { Zone } from '../../base/work-calendar.ts'
import { periodAt } from '../../calendar/periods.ts'
import type { PeriodKind, Type } from '../../plan/plan.ts'
import { fraction, textOf } from './exact.ts'

/** A value of a type as text: what conditions compare, and what a reader of the rule set sees. */
export function textOfValue(
  type: Type,
  n: bigint | string,
  d: bigint,
  scale: number,
  names: {
    readonly kind: (id: string) => PeriodKind | undefined
    readonly key: (relation: string, row: number) => string
    readonly zone?: Zone | undefined
  },
): string | boolean {
  if (typeof n === 'string') return n
  switch (type.is) {
    case 'int':
    case 'text':
      return textOf(fraction(n, d, scale))
    case 'enum':
      return type.values[Number(n)] ?? String(n)
    case 'truth':
      return n !== 0n
    case 'time':
      return names.zone ? isoInstant(names.zone, Number(n)) : String(n)
    case 'date':
      return formatDay(Number(n))
    case 'period': {
      const kind = names.kind(type.kind)
      return (kind && periodAt(kind, Number(n))?.key) ?? formatDay(Number(n))
    }
    case 'ref':
      return names.key(type.relation, Number(n))
  }
}
