import { firstInstant, lastInstant } from '../../base/local-time.ts'
import type { Column, Expr, Id } from '../../plan/plan.ts'
import { codeOf } from '../evaluate/constant.ts'
import { type Assembler, codeRange, isExact, newAssembler, type Reg } from './assembler.ts'
import { compileArithmetic, compileCompare } from './compile-arithmetic.ts'
import { compileBranches } from './compile-branches.ts'
import { compileTable } from './compile-table.ts'
import { type Clock, hostOf, type Operand } from './host.ts'
import { instruction, type Program, type ProgramResult } from './program.ts'
import type { File } from './registers.ts'
import type { RequestPlan } from './request-plan.ts'
import { partsInside, rewriteExpr } from './rewrite.ts'
import { NotFlat, type Scope } from './scope.ts'
import { registersOf, type Shape, type Slot, slotKind } from './shape.ts'

export type Compiled = {
  readonly program: Program
  /** Where each column stands that was worked out for the request's own row. */
  readonly columns: ReadonlyMap<Id, Reg>
}

/** Undefined where there is something that no instruction can say. */
export function compileProgram(request: RequestPlan, root: Shape, clock: Clock): Compiled | undefined {
  try {
    return compiled(request, root, clock)
  } catch (error) {
    if (error instanceof NotFlat) return undefined
    throw error
  }
}

function compiled(request: RequestPlan, root: Shape, clock: Clock): Compiled {
  const { plan } = request
  const out = newAssembler(registersOf(root))
  const originals = new Map(plan.columns.map((c) => [c.id, c]))
  const columns = new Map<string, Reg>()

  const shapeAt = (path: readonly Id[]): Shape => {
    let at: Shape | undefined = root
    for (const id of path) at = at?.slots.get(id)?.child
    if (at === undefined) throw new NotFlat(path.join('.'))
    return at
  }

  const columnAt = (id: Id, path: readonly Id[]): Reg => {
    const key = [id, ...path].join('\n')
    const known = columns.get(key)
    if (known) return known
    const column = originals.get(id)
    if (!column) throw new Error(`the request plan has no ${id}`)
    touch(column.expr, path)
    const reg = narrowed(out, column, compile(column.expr, path))
    columns.set(key, reg)
    return reg
  }

  /** What a branch reads is worked out before it: others may read it too, whichever branch is taken. */
  const touch = (expr: Expr, path: readonly Id[]): void => {
    if (expr.op === 'column' || expr.op === 'lookup') compile(expr, path)
    for (const part of partsInside(expr)) touch(part, path)
  }

  const compile = (expr: Expr, path: readonly Id[]): Reg => {
    switch (expr.op) {
      case 'const':
        return constant(out, expr)
      case 'field': {
        if (expr.row !== undefined) throw new NotFlat(expr.row)
        const slot = shapeAt([...path, ...expr.path]).slots.get(expr.field)
        if (!slot) throw new NotFlat(expr.field)
        return slotReg(slot)
      }
      case 'row': {
        const { key } = shapeAt([...path, ...expr.path])
        if (key?.field.type.is !== 'text') throw new NotFlat('row')
        return slotReg(key)
      }
      case 'column':
        return columnAt(expr.column, path)
      case 'lookup': {
        if (expr.at.row !== undefined || expr.at.period !== undefined) throw new NotFlat(expr.column)
        const constantGrain = originals.get(expr.column)?.grain === 'constant'
        if (constantGrain) return columnAt(expr.column, [])
        const there = [...path, ...(expr.at.path ?? [])]
        shapeAt(there)
        return columnAt(expr.column, there)
      }
      case 'add':
      case 'sub':
      case 'mul':
      case 'min':
      case 'max':
      case 'neg':
      case 'abs':
      case 'sign':
      case 'nonzero':
      case 'shift':
        return compileArithmetic(scope, expr, path)
      case 'compare':
        return compileCompare(scope, expr, path)
      case 'same':
      case 'and':
      case 'or':
      case 'not':
      case 'is':
      case 'fail':
      case 'choose':
      case 'pick':
      case 'if-missing':
        return compileBranches(scope, expr, path)
      case 'clock':
        // What happens in the course of time is for the engine.
        throw new NotFlat(expr.clock)
      case 'table':
        return compileTable(scope, expr, path)
      default:
        return hosted(expr, path)
    }
  }

  /** Any other operation: its parts are worked out here, itself by the engine. */
  const hosted = (expr: Expr, path: readonly Id[]): Reg => {
    const operands = new Map<string, Operand>()
    const own = rewriteExpr(expr, (part) => {
      const id = `operand ${operands.size}`
      const { register, file, range } = compile(part, path)
      operands.set(id, { register, file, range })
      return { op: 'column', column: id }
    })
    const host = tryHost(own, operands)
    const range = host.node.is === 'text' ? codeRange : host.node.range
    const file: File = host.node.is === 'text' ? 'text' : isExact(range) ? 'number' : 'big'
    const to = out.fresh(file, range)
    out.emit(instruction.host, to.register, out.hosts.length, file === 'number' ? 0 : file === 'big' ? 1 : 2)
    out.hosts.push(host)
    return to
  }
  const tryHost = (expr: Expr, operands: ReadonlyMap<string, Operand>) => {
    try {
      return hostOf(plan, expr, operands, clock)
    } catch (error) {
      throw new NotFlat(`${expr.op}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  const scope: Scope = { plan: request, out, compile }
  for (const column of plan.columns) if (column.grain === request.relation) columnAt(column.id, [])
  const results = resultsOf(request, originals).map(({ name, column }): ProgramResult => {
    const reg = columnAt(column.id, [])
    const over = column.denominator === undefined ? undefined : columnAt(column.denominator, [])
    return {
      name,
      register: reg.register,
      file: reg.file,
      type: column.type,
      ...(over && { over: { register: over.register, file: over.file } }),
    }
  })
  out.emit(instruction.end)
  const own = [...columns].filter(([key]) => !key.includes('\n'))
  return { program: assembled(request, out, results), columns: new Map(own) }
}

/** The results of the clause by their names, the first first. */
export function resultsOf(
  { output }: RequestPlan,
  columns: ReadonlyMap<Id, Column>,
): readonly { readonly name: string; readonly column: Column }[] {
  const named = [
    { name: firstName(output), id: output.column },
    ...output.also.map(({ label, column }) => ({ name: label, id: column })),
  ]
  return named.map(({ name, id }) => {
    const column = columns.get(id)
    if (!column) throw new Error(`the request plan has no ${id}`)
    return { name, column }
  })
}

/** As other clauses read it: `discount.verdict`, `pay.amount`, `kpi.score`. */
export function firstName({ id, is, column }: RequestPlan['output']): string {
  if (column.startsWith(`${id}.`) && is !== 'pay' && is !== 'payout') return column.slice(id.length + 1)
  if (is === 'score') return 'score'
  return is === 'pay' || is === 'payout' ? 'amount' : 'value'
}

/** The range of a column is that of its type, where its expression alone says less. */
function narrowed(out: Assembler, column: Column, reg: Reg): Reg {
  const { type } = column
  if (type.is !== 'int' || reg.file === 'text') return reg
  const min = BigInt(type.min)
  const max = BigInt(type.max)
  const range = {
    min: min > reg.range.min ? min : reg.range.min,
    max: max < reg.range.max ? max : reg.range.max,
  }
  if (range.min > range.max) return reg
  return out.as(isExact(range) ? 'number' : 'big', { ...reg, range })
}

function slotReg(slot: Slot): Reg {
  slot.isRead = true
  const { type } = slot.field
  const { register } = slot
  if (slot.kind === slotKind.text || slot.kind === slotKind.ref)
    return { register, file: 'text', range: codeRange }
  if (type.is === 'int') {
    const range = { min: BigInt(type.min), max: BigInt(type.max) }
    return { register, file: slot.kind === slotKind.big ? 'big' : 'number', range }
  }
  if (type.is === 'time')
    return { register, file: 'number', range: { min: BigInt(firstInstant), max: BigInt(lastInstant) } }
  const max = type.is === 'enum' ? BigInt(type.values.length - 1) : type.is === 'truth' ? 1n : 2n ** 30n - 1n
  return {
    register,
    file: 'number',
    range: { min: type.is === 'enum' || type.is === 'truth' ? 0n : -max, max },
  }
}

function constant(out: Assembler, { value, type }: Extract<Expr, { readonly op: 'const' }>): Reg {
  if (type.is === 'text') return out.text(String(value))
  return out.integer(type.is === 'int' ? BigInt(value) : BigInt(codeOf(value, type)))
}

function assembled(request: RequestPlan, out: Assembler, results: readonly ProgramResult[]): Program {
  const code = out.finish()
  const count = out.registers()
  const numbers = new Float64Array(count)
  const bigs = new Array<bigint>(count).fill(0n)
  const texts = new Array<string>(count).fill('')
  for (const { reg, value } of out.constants.values()) {
    if (typeof value === 'string') texts[reg.register] = value
    else if (reg.file === 'big') bigs[reg.register] = value
    else numbers[reg.register] = Number(value)
  }
  const missing = request.plan.reasons.filter((r) => r.is === 'held' && r.class === 'missing')
  return {
    code,
    numbers,
    bigs,
    texts,
    states: new Int32Array(count),
    tables: out.tables,
    hosts: out.hosts,
    poolNumbers: Float64Array.from(out.pool, (item) => item.number),
    poolTexts: out.pool.map((item) => item.text),
    poolStates: Int32Array.from(out.pool, (item) => item.state),
    missing: new Set(missing.map((r) => r.state)),
    results,
  }
}
