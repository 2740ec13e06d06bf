import { unreachable } from '../../base/unreachable.ts'
import type { Expr, Id } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { codeOf } from '../evaluate/constant.ts'
import type { Range } from '../evaluate/vector.ts'
import { type Assembler, type Captured, codeRange, isExact, type Label, type Reg } from './assembler.ts'
import { instruction } from './program.ts'
import type { File } from './registers.ts'
import type { Scope } from './scope.ts'

type Op = 'same' | 'and' | 'or' | 'not' | 'is' | 'fail' | 'choose' | 'pick' | 'if-missing'
type Path = readonly Id[]
type Expression<O extends Op> = Extract<Expr, { readonly op: O }>

const truth: Range = { min: 0n, max: 1n }
const asked = { missing: 0, present: 1, applicable: 2, 'not-applicable': 3 } as const

export function compileBranches(scope: Scope, expr: Expression<Op>, path: Path): Reg {
  const { out } = scope
  switch (expr.op) {
    case 'same': {
      const a = scope.compile(expr.a, path)
      const b = scope.compile(expr.b, path)
      const text = a.file === 'text' || b.file === 'text'
      const big = a.file === 'big' || b.file === 'big'
      const code = text ? instruction.equalText : big ? instruction.equalBig : instruction.equal
      const file: File = text ? 'text' : big ? 'big' : 'number'
      const to = out.fresh('number', truth)
      out.emit(code, to.register, out.as(file, a).register, out.as(file, b).register, 1)
      return to
    }
    case 'and':
    case 'or': {
      const parts = expr.all.map((part) => scope.compile(part, path))
      const [first, ...rest] = parts
      if (first === undefined) return out.integer(expr.op === 'and' ? 1n : 0n)
      const last = rest.length === 0 ? [first] : rest
      return last.reduce((a, b) => {
        const to = out.fresh('number', truth)
        out.emit(instruction[expr.op], to.register, a.register, b.register)
        return to
      }, first)
    }
    case 'not': {
      const a = scope.compile(expr.a, path)
      const to = out.fresh('number', truth)
      out.emit(instruction.not, to.register, a.register)
      return to
    }
    case 'is': {
      const a = scope.compile(expr.a, path)
      const to = out.fresh('number', truth)
      out.emit(instruction.is, to.register, a.register, asked[expr.what])
      return to
    }
    case 'fail': {
      const to = out.fresh('number', { min: 0n, max: 0n })
      out.emit(instruction.fail, to.register, expr.state)
      return to
    }
    case 'choose':
      return choose(scope, expr, path)
    case 'pick':
      return pick(scope, expr, path)
    case 'if-missing':
      return ifMissing(scope, expr, path)
    default:
      return unreachable(expr)
  }
}

type Branch = { readonly captured: Captured; readonly before: (to: Reg) => void }

/** Branches of which one is run, each into the same register, in the file that suits all. */
function joined(out: Assembler, branches: readonly Branch[], to: Reg, use: boolean, end: Label): Reg {
  for (const { captured, before } of branches) {
    before(to)
    out.append(captured)
    move(out, to, captured.reg, use)
    out.emit(instruction.jump, end)
  }
  out.place(end)
  return to
}

function move(out: Assembler, to: Reg, from: Reg, use: boolean): void {
  if (to.file === 'text' && from.file !== 'text') {
    // Only what has no value stands here in place of a text.
    out.emit(use ? instruction.use : instruction.move, to.register, from.register)
    return
  }
  const own = out.as(to.file, from)
  const code = use
    ? { number: instruction.use, big: instruction.useBig, text: instruction.useText }
    : { number: instruction.move, big: instruction.moveBig, text: instruction.moveText }
  out.emit(code[to.file], to.register, own.register)
}

/** The register that takes the value of any of these. */
function joint(out: Assembler, regs: readonly Reg[]): Reg {
  const range = hull(regs)
  const file: File = regs.some((r) => r.file === 'text')
    ? 'text'
    : regs.every((r) => r.file === 'number') || isExact(range)
      ? 'number'
      : 'big'
  return out.fresh(file, range)
}

function hull(regs: readonly Reg[]): Range {
  return regs
    .map((r) => r.range)
    .reduce((a, b) => ({ min: a.min < b.min ? a.min : b.min, max: a.max > b.max ? a.max : b.max }))
}

function choose(scope: Scope, { cases, otherwise }: Expression<'choose'>, path: Path): Reg {
  const { out } = scope
  const end = out.label()
  const captured = [...cases.map((c) => c.then), otherwise].map((part) =>
    out.capture(() => scope.compile(part, path)),
  )
  const to = joint(
    out,
    captured.map((c) => c.reg),
  )
  let next: Label | undefined
  const branches = captured.map((branch, i): Branch => {
    const test = cases[i]?.when
    return {
      captured: branch,
      before: () => {
        if (next !== undefined) out.place(next)
        if (test === undefined) return
        next = out.label()
        const found = scope.compile(test, path)
        out.emit(instruction.when, found.register, to.register, next, end)
      },
    }
  })
  return joined(out, branches, to, false, end)
}

function pick(scope: Scope, { index, items }: Expression<'pick'>, path: Path): Reg {
  const { out } = scope
  const place = scope.compile(index, path)
  const constants = items.map((item) => constantOf(item))
  if (constants.every((item) => item !== undefined)) return pickConstant(out, place, constants)
  const end = out.label()
  const captured = items.map((item) => out.capture(() => scope.compile(item, path)))
  const to = joint(
    out,
    captured.map((c) => c.reg),
  )
  const labels = items.map(() => out.label())
  out.emit(instruction.choose, place.register, to.register, end, ...labels)
  const branches = captured.map(
    (branch, i): Branch => ({ captured: branch, before: () => out.place(labels[i] ?? end) }),
  )
  return joined(out, branches, to, true, end)
}

/** A constant that a plain number or a text holds, or the state of one that is none. */
function constantOf(item: Expr): { value: bigint | string | undefined; state: number } | undefined {
  if (item.op === 'fail') return { value: undefined, state: used(item.state) }
  if (item.op !== 'const') return undefined
  const { type, value } = item
  if (type.is === 'text') return { value: String(value), state: 0 }
  const number = type.is === 'int' ? BigInt(value) : BigInt(codeOf(value, type))
  return isExact({ min: number, max: number }) ? { value: number, state: 0 } : undefined
}

/** What a decision table gives is mostly constants: one read. */
function pickConstant(
  out: Assembler,
  place: Reg,
  items: readonly { readonly value: bigint | string | undefined; readonly state: number }[],
): Reg {
  const numbers = items.flatMap(({ value }) => (typeof value === 'bigint' ? [value] : []))
  const text = items.some(({ value }) => typeof value === 'string')
  const range =
    text || numbers.length === 0
      ? codeRange
      : hull(numbers.map((n) => ({ register: 0, file: 'number', range: { min: n, max: n } })))
  const to = out.fresh(text ? 'text' : 'number', range)
  out.emit(text ? instruction.pickText : instruction.pick, to.register, place.register, out.pool.length)
  for (const { value, state } of items)
    out.pool.push({
      number: typeof value === 'bigint' ? Number(value) : 0,
      text: typeof value === 'string' ? value : '',
      state,
    })
  return to
}

function ifMissing(scope: Scope, { a, b }: Expression<'if-missing'>, path: Path): Reg {
  const { out } = scope
  const end = out.label()
  const there = out.label()
  const first = scope.compile(a, path)
  const second = out.capture(() => scope.compile(b, path))
  const to = joint(out, [first, second.reg])
  const same: Captured = { reg: first, words: [], labels: { from: 0, until: 0 } }
  return joined(
    out,
    [
      { captured: second, before: () => out.emit(instruction.ifMissing, first.register, there) },
      { captured: same, before: () => out.place(there) },
    ],
    to,
    false,
    end,
  )
}
