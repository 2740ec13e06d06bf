import type { Expr, Id, Ratio } from '../../plan/plan.ts'
import {
  applied,
  type BinaryOperation,
  rangeOfBinary,
  rangeOfUnary,
  type UnaryOperation,
} from '../evaluate/range-arithmetic.ts'
import { type Assembler, isExact, type Reg } from './assembler.ts'
import { instruction } from './program.ts'
import type { Scope } from './scope.ts'

type Arithmetic = Extract<Expr, { readonly op: BinaryOperation | UnaryOperation | 'nonzero' | 'shift' }>
type Path = readonly Id[]

export function compileArithmetic(scope: Scope, expr: Arithmetic, path: Path): Reg {
  const { out } = scope
  switch (expr.op) {
    case 'nonzero': {
      const a = scope.compile(expr.a, path)
      const to = out.fresh(a.file, a.range)
      out.emit(
        a.file === 'big' ? instruction.nonzeroBig : instruction.nonzero,
        to.register,
        a.register,
        expr.state,
      )
      return to
    }
    case 'shift':
      return shifted(out, scope.compile(expr.a, path), expr.by)
    case 'neg':
    case 'abs':
    case 'sign':
      return unary(out, expr.op, scope.compile(expr.a, path))
    default:
      return binary(out, expr.op, scope.compile(expr.a, path), scope.compile(expr.b, path))
  }
}

function shifted(out: Assembler, a: Reg, by: number): Reg {
  if (by === 0) return a
  const factor = 10n ** BigInt(Math.abs(by))
  if (isConstant(out, a)) return out.integer(by > 0 ? a.range.min * factor : a.range.min / factor)
  const range =
    by > 0
      ? { min: a.range.min * factor, max: a.range.max * factor }
      : { min: a.range.min / factor, max: a.range.max / factor }
  const from = by > 0 && !isExact(range) ? out.toBig(a) : a
  const big = from.file === 'big'
  const to = out.fresh(from.file, range)
  const other = out.as(from.file, out.integer(factor))
  const [up, down] = big ? [instruction.raiseBig, instruction.dropBig] : [instruction.raise, instruction.drop]
  out.emit(by > 0 ? up : down, to.register, from.register, other.register)
  return isExact(range) ? out.as('number', to) : to
}

export function multiplied(out: Assembler, a: Reg, b: Reg): Reg {
  return binary(out, 'mul', a, b)
}

/** The range of a constant: such an operation is done once, when compiling. */
function known({ range, file }: Reg, out: Assembler): bigint | undefined {
  return file !== 'text' && range.min === range.max && out.constants.has(`${range.min}`)
    ? range.min
    : undefined
}

function binary(out: Assembler, op: BinaryOperation, a: Reg, b: Reg): Reg {
  const x = isConstant(out, a) ? known(a, out) : undefined
  const y = isConstant(out, b) ? known(b, out) : undefined
  if (x !== undefined && y !== undefined) return out.integer(applied(op, x, y))
  const range = rangeOfBinary(op, a.range, b.range)
  const narrow = a.file === 'number' && b.file === 'number' && isExact(range)
  const left = narrow ? a : out.toBig(a)
  const right = narrow ? b : out.toBig(b)
  const to = out.fresh(narrow ? 'number' : 'big', range)
  out.emit(narrow ? instruction[op] : instruction[`${op}Big`], to.register, left.register, right.register)
  return to
}

function isConstant(out: Assembler, reg: Reg): boolean {
  return out.constants.get(`${reg.range.min}`)?.reg.register === reg.register
}

function unary(out: Assembler, op: UnaryOperation, a: Reg): Reg {
  const range = rangeOfUnary(op, a.range)
  const to = out.fresh(op === 'sign' ? 'number' : a.file, range)
  out.emit(a.file === 'big' ? instruction[`${op}Big`] : instruction[op], to.register, a.register)
  return to
}

/** Two fractions by their cross products: nothing is divided. */
export function compileCompare(
  scope: Scope,
  expr: Extract<Expr, { readonly op: 'compare' }>,
  path: Path,
): Reg {
  const { out } = scope
  const { by } = expr
  const left = crossed(scope, expr.a, expr.b, path)
  const right = crossed(scope, expr.b, expr.a, path)
  // a > b is b < a; a >= b is not a < b.
  const swap = by === '>' || by === '<='
  const yes = by === '<' || by === '>' || by === '=' ? 1 : 0
  const [first, second] = swap ? [right, left] : [left, right]
  const big = first.file === 'big' || second.file === 'big'
  const equal = by === '=' || by === '<>'
  const x = big ? out.toBig(first) : first
  const y = big ? out.toBig(second) : second
  const to = out.fresh('number', { min: 0n, max: 1n })
  const code = big
    ? equal
      ? instruction.equalBig
      : instruction.lessBig
    : equal
      ? instruction.equal
      : instruction.less
  out.emit(code, to.register, x.register, y.register, yes)
  return to
}

/** `own.n × other.d`, at the larger of their scales. */
function crossed(scope: Scope, own: Ratio, other: Ratio, path: Path): Reg {
  const n = shifted(scope.out, scope.compile(own.n, path), Math.max(0, other.scale - own.scale))
  return other.d === undefined ? n : multiplied(scope.out, n, scope.compile(other.d, path))
}
