import type {
  CommissionDeclaration,
  DecisionDeclaration,
  Expr,
  NthLine,
  PenaltyDeclaration,
  Step,
} from '../../src/syntax/ast.ts'
import { commission } from './commission.ts'
import { decision } from './decision.ts'
import { outputName } from './decision-table.ts'
import { rowsInWindow } from './rolling.ts'
import { exact, present, type Result, truthOf, used, type Value } from './value.ts'
import type { Scope, World } from './world.ts'

const nthNames = ['nth', '第几次', '第幾次']

/** Whether it takes money. */
export function takesMoney(declaration: PenaltyDeclaration): boolean {
  return stepsOf(declaration).length > 0
}

function stepsOf({ lines }: PenaltyDeclaration): readonly Step[] {
  return lines.filter((line): line is Step => line.is !== 'nth' && line.is !== 'table' && line.is !== 'gives')
}

/** Everything that its own lines decide, by name. */
function decidedNames({ lines }: PenaltyDeclaration): readonly string[] {
  return lines.flatMap((line) => {
    if (line.is === 'nth') return nthNames
    if (line.is === 'gives') return [line.name.text]
    if (line.is !== 'table') return []
    return line.table.headings.flatMap(({ output, value }) => (output ? [outputName(value) ?? ''] : []))
  })
}

/** The tree with what it decides read of the clause itself: `points` as `conduct.points`. Cells that are words stay. */
function throughClause<T>(node: T, { name }: PenaltyDeclaration, names: readonly string[]): T {
  if (Array.isArray(node))
    return node.map((one) => throughClause(one, { name } as PenaltyDeclaration, names)) as T
  if (typeof node !== 'object' || node === null) return node
  const { is, parts, output } = node as {
    is?: unknown
    parts?: readonly { text: string }[]
    output?: unknown
  }
  if (output === true) return node
  const first = is === 'path' ? parts?.[0] : undefined
  if (first && names.includes(first.text)) {
    const own = nthNames.includes(first.text) ? { ...first, text: 'nth' } : first
    return { ...node, parts: [name, own, ...(parts?.slice(1) ?? [])] } as T
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, unknown]) => [
      key,
      key === 'cells' ? value : throughClause(value, { name } as PenaltyDeclaration, names),
    ]),
  ) as T
}

/** Its steps as a clause that pays. */
export function paying(declaration: PenaltyDeclaration): CommissionDeclaration {
  const { lines: _, kind: __, ...head } = declaration
  const steps = throughClause(stepsOf(declaration), declaration, decidedNames(declaration))
  return { ...head, kind: 'commission', label: 'bonus', steps }
}

/** A result by its name; without one the amount, or the first thing that is decided. */
export function penalty(
  world: World,
  declaration: PenaltyDeclaration,
  scope: Scope,
  output: string,
): Result<Value> {
  const names = decidedNames(declaration)
  const first = names.find((name) => !nthNames.includes(name)) ?? names[0] ?? ''
  const wanted = output === '' && !takesMoney(declaration) ? first : output
  if (wanted === '' || !names.includes(wanted)) return commission(world, paying(declaration), scope, wanted)
  const times = declaration.lines.filter((line) => line.is === 'nth')
  if (nthNames.includes(wanted) && times.length > 0) return nth(world, declaration, times, scope)
  const lines = declaration.lines.filter((line) => line.is === 'table' || line.is === 'gives')
  const deciding: DecisionDeclaration = {
    kind: 'decision',
    name: declaration.name,
    grain: declaration.grain,
    span: declaration.span,
    lines: throughClause(lines, declaration, names),
  }
  return decision(world, deciding, scope, wanted)
}

/** Which time it is: the rows of the clause in the window of the first line whose test holds. */
function nth(
  world: World,
  { grain }: PenaltyDeclaration,
  lines: readonly NthLine[],
  scope: Scope,
): Result<Value> {
  for (const line of lines) {
    const test = line.when ? used(world.evaluate(line.when, scope)) : undefined
    if (test?.is === 'held') return test
    if (test?.is === 'present' && !truthOf(test.value)) continue
    const record = grain.each
    if (!record) throw new Error('only rows are counted')
    const { span } = line
    const a: Expr = { is: 'path', parts: [record], span }
    const { length, within } = line
    const window = {
      is: 'window',
      a,
      window: length ? ({ is: 'last', length, within } as const) : ({ is: 'so-far', within } as const),
      span,
    } as const
    const posting = line.by ?? grain.posting
    const call = {
      is: 'call',
      callee: record,
      args: [window],
      ...(grain.where && { where: grain.where }),
      ...(posting && { posting }),
      span,
    } as const
    const rows = rowsInWindow(world, record.text, call, window, { ...scope })
    return 'is' in rows ? rows : present(exact({ n: BigInt(rows.length), d: 1n }))
  }
  throw new Error('the last line counts for all others')
}
