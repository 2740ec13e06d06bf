import { formatDay } from '../../base/day.ts'
import type { Bound, Test, Type } from '../../plan/plan.ts'
import { exactText } from './shown.ts'
import type { TraceBound, TraceCell } from './trace.ts'

/** What a cell asks for, as explanations carry it; undefined for one that asks nothing. */
export function cellOf(type: Type, test: Test): TraceCell | undefined {
  switch (test.is) {
    case 'any':
      return undefined
    case 'in':
    case 'not-in':
      return {
        negated: test.is === 'not-in',
        values: test.values.map((value) => textOf(type, String(value))),
      }
    case 'range':
      return {
        negated: test.negated,
        ranges: test.ranges.map(({ low, high }) => ({
          ...(low && { low: boundOf(type, low) }),
          ...(high && { high: boundOf(type, high) }),
        })),
      }
  }
}

function boundOf(type: Type, { at, included }: Bound): TraceBound {
  return { at: textOf(type, at), included }
}

function textOf(type: Type, value: string): string {
  if (type.is === 'int') return exactText(BigInt(value), type.scale, 0)
  return type.is === 'date' || type.is === 'period' ? formatDay(Number(value)) : value
}
