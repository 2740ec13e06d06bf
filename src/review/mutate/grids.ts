import { power10 } from '../../base/decimal.ts'
import type { Expr, Id, Plan, Ratio } from '../../plan/plan.ts'

/**
 * What every integer that a column or an expression can come to is a multiple of: cents of whole yuan are multiples of 100,
 * a commission of 6,000, 8,000 or 12,000 one of 2,000. 1 where nothing more is known, 0 where it is always 0.
 */
export type Grids = {
  readonly of: (expr: Expr) => bigint
  /** Of a quotient: what `value × 10^places` is a multiple of, as a fraction. Undefined where its divisor is not fixed. */
  readonly ofRatio: (ratio: Ratio, places: number) => Fraction | undefined
}
export type Fraction = { readonly n: bigint; readonly d: bigint }

export function gridsOf({ columns }: Plan): Grids {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const known = new Map<Id, bigint>()

  function ofColumn(id: Id): bigint {
    const found = known.get(id)
    if (found !== undefined) return found
    const column = byId.get(id)
    // Whatever is asked for while it is worked out itself, from an earlier period, is a multiple of 1.
    known.set(id, 1n)
    const grid = column?.type.is === 'int' && column.recurrence === undefined ? of(column.expr) : 1n
    known.set(id, grid)
    return grid
  }

  function of(expr: Expr): bigint {
    switch (expr.op) {
      case 'const':
        return expr.type.is === 'int' && typeof expr.value === 'string' ? positive(BigInt(expr.value)) : 1n
      case 'column':
        return ofColumn(expr.column)
      case 'lookup':
        return ofColumn(expr.column)
      case 'line':
        return common(expr.columns.flatMap((id) => (id === null ? [] : [ofColumn(id)])))
      case 'add':
      case 'sub':
      case 'min':
      case 'max':
        return common([of(expr.a), of(expr.b)])
      case 'mul':
        return of(expr.a) * of(expr.b)
      case 'neg':
      case 'abs':
      case 'nonzero':
        return of(expr.a)
      case 'shift':
        return expr.by < 0 ? 1n : of(expr.a) * power10(expr.by)
      case 'if-missing':
        return common([of(expr.a), of(expr.b)])
      case 'choose':
        return common([...expr.cases.map(({ then }) => of(then)), of(expr.otherwise)])
      case 'pick':
        return common(expr.items.map(of))
      case 'fail':
        return 0n
      case 'round': {
        const unit = BigInt(expr.unit)
        const grid = ofRatio(expr.a, expr.scale)
        // What is a multiple of the step already stays what it is.
        return grid !== undefined && grid.n % (grid.d * unit) === 0n ? grid.n / grid.d : unit
      }
      case 'aggregate':
        return isAmount(expr) && expr.value !== undefined ? ofColumn(expr.value) : 1n
      case 'rolling':
        return expr.fn !== 'count' && expr.value !== undefined ? ofColumn(expr.value) : 1n
      default:
        return 1n
    }
  }

  function ofRatio({ n, d, scale }: Ratio, places: number): Fraction | undefined {
    const divisor = d === undefined ? 1n : fixed(d)
    if (divisor === undefined || divisor <= 0n) return undefined
    return { n: of(n) * power10(places), d: divisor * power10(scale) }
  }

  /** The one number that an expression comes to, where it comes to any. */
  function fixed(expr: Expr): bigint | undefined {
    switch (expr.op) {
      case 'const':
        return expr.type.is === 'int' && typeof expr.value === 'string' ? BigInt(expr.value) : undefined
      case 'column': {
        const column = byId.get(expr.column)
        return column && column.recurrence === undefined ? fixed(column.expr) : undefined
      }
      case 'nonzero':
        return fixed(expr.a)
      case 'abs': {
        const a = fixed(expr.a)
        return a === undefined ? undefined : positive(a)
      }
      default:
        return undefined
    }
  }
  return { of, ofRatio }
}

function isAmount({ fn, part }: { readonly fn: string; readonly part?: string }): boolean {
  return part === undefined && fn !== 'count' && fn !== 'any' && fn !== 'all'
}

function positive(a: bigint): bigint {
  return a < 0n ? -a : a
}

/** The largest number that all are multiples of. */
function common(all: readonly bigint[]): bigint {
  return all.reduce(divisorOfBoth, 0n)
}

export function divisorOfBoth(a: bigint, b: bigint): bigint {
  return b === 0n ? positive(a) : divisorOfBoth(b, a % b)
}
