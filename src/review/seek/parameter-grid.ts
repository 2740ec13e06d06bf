import { placesOfCode } from '../../base/currency-places.ts'
import { type Decimal, formatDecimal, normalize, power10 } from '../../base/decimal.ts'
import type { Expr } from '../../syntax/ast.ts'
import { valueOfLiteral } from '../../syntax/literal.ts'

/** The values that a parameter may take: whole steps of its places, as they would be written. */
export type ParameterGrid = {
  readonly now: bigint
  /** What a step is written as. */
  readonly text: (step: bigint) => string
  /** A written value as a step; undefined when it lies between two. */
  readonly stepOf: (value: Expr) => bigint | undefined
  /** 100 % of a percentage. */
  readonly whole?: bigint
}

/**
 * The grid of a written value: its own places, but at least hundredths of a percent and cents of money, or as fine as
 * `finest` is written. Undefined for a value that is no number as written.
 */
export function gridOf(value: Expr, finest?: Expr): ParameterGrid | undefined {
  const own = numberIn(value)
  if (!own) return undefined
  const fine = finest && numberIn(finest)
  if (finest && (!fine || fine.unit !== own.unit)) return undefined
  const places = fine ? fine.shown.scale : Math.max(own.shown.scale, leastPlaces(value))
  const stepIn = ({ shown }: { readonly shown: Decimal }): bigint | undefined => {
    if (shown.scale <= places) return shown.digits * power10(places - shown.scale)
    const unit = power10(shown.scale - places)
    return shown.digits % unit === 0n ? shown.digits / unit : undefined
  }
  const now = stepIn(own)
  if (now === undefined) return undefined
  return {
    now,
    text: (step) => {
      const { digits, scale } =
        value.is === 'money' ? { digits: step, scale: places } : normalize({ digits: step, scale: places })
      return `${formatDecimal(digits, scale)}${own.unit}`
    },
    stepOf: (written) => {
      const number = numberIn(written)
      return number && number.unit === own.unit ? stepIn(number) : undefined
    },
    ...(own.unit === '%' && { whole: 100n * power10(places) }),
  }
}

/** What stands before the sign or unit, and the sign or unit. */
function numberIn(value: Expr): { readonly shown: Decimal; readonly unit: string } | undefined {
  if (value.is !== 'number' && value.is !== 'percent' && value.is !== 'money') return undefined
  const literal = valueOfLiteral(value)
  if (!literal || !('value' in literal) || typeof literal.value !== 'object') return undefined
  const shift = value.is === 'percent' ? (value.spelling.endsWith('‰') ? 3 : 2) : 0
  const { digits, scale } = literal.value
  const shown =
    scale >= shift ? { digits, scale: scale - shift } : { digits: digits * power10(shift - scale), scale: 0 }
  const unit = /(?:[%‰元]| *[A-Z]{3})$/u.exec(value.spelling)?.[0] ?? ''
  return {
    shown,
    unit: unit.trim() === '' ? '' : unit === '元' || unit.length === 1 ? unit : ` ${unit.trim()}`,
  }
}

function leastPlaces(value: Expr): number {
  if (value.is === 'percent') return value.spelling.endsWith('‰') ? 1 : 2
  return value.is === 'money' ? placesOfCode(value.currency) : 0
}
