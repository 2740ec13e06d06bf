import type * as ast from '../syntax/ast.ts'
import type { VerdictTable } from './authority-tables.ts'
import type { Ladder } from './authority-verdicts.ts'
import type { TableRow, Typed } from './checked.ts'
import type { Context, Environment } from './environment.ts'

// What an authority leads to: nothing of it is an error by itself.

/** Orders split to stay under a limit, ranks that decide nothing, tables in which more asks for less. */
export function reportDesigns(
  context: Context,
  ladder: Ladder,
  tables: readonly VerdictTable[],
  ranks: readonly ast.Name[],
): void {
  for (const table of tables) {
    reportSplitting(context, table)
    if (table.line.is === 'table') reportShrinking(context.env, table)
  }
  reportIdle(context.env, ladder, tables, ranks)
}

/** A limit on the money of one row alone: two rows may stay under it where one would not. */
function reportSplitting({ env, grain }: Context, { line, inputs }: VerdictTable): void {
  const of = inputs.at(-1)
  if (line.is !== 'limit' || line.alone || grain.period !== undefined || of?.type.is !== 'number') return
  if (of.type.unit === 'money' && !addsUp(env, of)) env.report('BY576', {}, line.of.span)
}

/** How far definitions are followed for the rows that they add up. */
const deepest = 8

/** Whether a measure has something to do with other rows than the one itself. */
function addsUp(env: Environment, typed: Typed, depth = 0): boolean {
  if (typed.is === 'rolling') return true
  if (typed.is === 'result') {
    if (typed.at || depth >= deepest) return true
    const definition = env.defined(typed.of)
    return definition?.kind !== 'value' || addsUp(env, definition.value, depth + 1)
  }
  return Object.values(typed).some(
    (part) =>
      typeof part === 'object' && part !== null && 'is' in part && 'span' in part && addsUp(env, part, depth),
  )
}

/** A rank between others that no table ever asks for. */
function reportIdle(
  { report }: Environment,
  ladder: Ladder,
  tables: readonly VerdictTable[],
  ranks: readonly ast.Name[],
): void {
  const asked = new Set(tables.flatMap(({ table }) => table.rows.map(levelOf)))
  for (const { table } of tables) asked.add(table.otherwise && levelOf(table.otherwise))
  const levels = [...asked].filter((level) => level !== undefined)
  const within = levels.filter((level) => level > 0 && level <= ladder.ranks.length)
  for (let level = Math.min(...within) + 1; level < Math.max(...within); level++) {
    const rank = ranks[level - 1]
    if (rank && !asked.has(level)) report('BY577', { name: rank.text }, rank.span)
  }
}

/** The rank that a row asks for, where that is decided. */
function levelOf(row: TableRow): number | undefined {
  const give = row.gives[1]
  return give?.is === 'const' && typeof give.value === 'bigint' ? Number(give.value) : undefined
}

type Stretch = { readonly row: TableRow; readonly low: bigint | undefined; readonly level: number }

/** Rows that differ in one number alone ask for more as it rises, or for less: never first the one, then the other. */
function reportShrinking({ report }: Environment, { table }: VerdictTable): void {
  for (const [k, { name, type }] of table.inputs.entries()) {
    if (type.is !== 'number' && type.is !== 'date') continue
    const alike = new Map<string, Stretch[]>()
    for (const row of table.rows) {
      const test = row.tests[k]
      const level = levelOf(row)
      const [only, ...more] = test?.is === 'intervals' && !test.negated ? test.intervals : []
      // Somebody beside the ranks alone is neither more nor less than a rank.
      const apart =
        level === 0 && row.gives.slice(2).some((give) => give?.is === 'const' && give.value === true)
      if (!only || more.length > 0 || level === undefined || apart) continue
      const key = JSON.stringify(
        row.tests.filter((_, i) => i !== k),
        (_, value) => (typeof value === 'bigint' ? String(value) : value),
      )
      alike.set(key, [...(alike.get(key) ?? []), { row, low: only.low?.at, level }])
    }
    for (const rows of alike.values()) {
      const turn = turnIn(rows)
      if (!turn) continue
      report('BY578', { name }, turn.row.span)
      return
    }
  }
}

/** The row at which what is asked for turns round. */
function turnIn(rows: readonly Stretch[]): Stretch | undefined {
  const sorted = rows.toSorted((a, b) =>
    a.low === b.low ? 0 : a.low === undefined || (b.low !== undefined && a.low < b.low) ? -1 : 1,
  )
  let way = 0
  for (const [i, next] of sorted.entries()) {
    const step = Math.sign(next.level - (sorted[i - 1]?.level ?? next.level))
    if (step !== 0 && way !== 0 && step !== way) return next
    way = step === 0 ? way : step
  }
  return undefined
}
