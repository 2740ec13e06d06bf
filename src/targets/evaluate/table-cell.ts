import { formatDay } from '../../base/day.ts'
import { formatInstant } from '../../base/local-time.ts'
import type { Zone } from '../../base/work-calendar.ts'
import type { Bound, Test, Type } from '../../plan/plan.ts'
import { exactText } from './exact-text.ts'
import type { TraceBound, TraceCell } from './trace.ts'

/** What a cell asks for, as explanations carry it; undefined for one that asks nothing. */
export function cellOf(type: Type, test: Test, zone?: Zone): TraceCell | undefined {
  switch (test.is) {
    case 'any':
      return undefined
    case 'in':
    case 'not-in':
      return {
        negated: test.is === 'not-in',
        values: test.values.map((value) => textOf(type, String(value), zone)),
      }
    case 'range':
      return {
        negated: test.negated,
        ranges: test.ranges.map(({ low, high }) => ({
          ...(low && { low: boundOf(type, low, zone) }),
          ...(high && { high: boundOf(type, high, zone) }),
        })),
      }
  }
}

function boundOf(type: Type, { at, included }: Bound, zone: Zone | undefined): TraceBound {
  return { at: textOf(type, at, zone), included }
}

function textOf(type: Type, value: string, zone: Zone | undefined): string {
  if (type.is === 'time' && zone) return formatInstant(zone, Number(value))
  if (type.is === 'int') return exactText(BigInt(value), type.scale, 0)
  return type.is === 'date' || type.is === 'period' ? formatDay(Number(value)) : value
}
