import { formatDecimal, formatGrouped, normalize } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import { singleValue } from './cells.ts'
import type { Grain } from './checked.ts'
import type { Target, TargetLevel } from './clauses.ts'
import { constantOf } from './constants.ts'
import { type Environment, infer } from './environment.ts'
import { referencePaths } from './paths.ts'
import { rowsOf } from './target-changes.ts'
import { soundShape } from './target-shape.ts'
import { type ChangeLine, type Level, type PartsLine, stateOf, type TargetShape } from './target-tree.ts'

/** A target: its results are declared beside it (`target-parts.ts`); here they are asked for, and what is written is added up. */
export function checkTarget(env: Environment, node: ast.TargetDeclaration): Target | undefined {
  // What does not hang together was reported when its results were declared.
  const shape = soundShape(node, { ...env, report: () => undefined })
  if (!shape) return undefined
  let sound = true
  for (const { line, of, period } of shape.chain)
    if (line?.table && of) sound = checkWeights(env, line, of, period) && sound
  for (const { line } of shape.changes) sound = checkAmounts(env, line) && sound
  const { levels, values } = levelsOf(env, shape)
  for (const value of values)
    sound = env.define(value, { text: value, span: node.name.span }) !== undefined && sound
  if (!sound) return undefined
  return {
    kind: 'target',
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    levels,
    changes: shape.changes.map(({ line, day }) => ({
      ...(line.title !== undefined && { title: line.title }),
      from: day,
    })),
    span: node.name.span,
  }
}

function levelsOf(
  env: Environment,
  shape: TargetShape,
): { levels: readonly TargetLevel[]; values: readonly string[] } {
  const levels: TargetLevel[] = []
  const places = new Map<Level, number>()
  const pathTo = (from: string | undefined, to: string | undefined): readonly string[] => {
    const record = from === undefined ? undefined : env.records.get(from)
    return record && to !== undefined && to !== from ? (referencePaths(env.records, record, to)[0] ?? []) : []
  }
  const grainOf = ({ record, period }: Level): Grain => ({ ...(record !== undefined && { record }), period })
  for (const level of [...shape.chain, ...shape.assigned]) {
    const { id, is, of, line } = level
    const parent = of && places.get(of)
    places.set(level, levels.length)
    levels.push({
      value: id,
      name: id.slice(shape.id.length + 1),
      is,
      grain: grainOf(level),
      ...(parent !== undefined && { of: { level: parent, path: pathTo(level.record, of?.record) } }),
      first: is === 'assigned' ? id : stateOf(shape, level, 0),
      ...(line?.remainder && is === 'parts' && { to: line.remainder.to }),
    })
    if (is !== 'assigned' || !line?.reserve || !of || parent === undefined) continue
    const value = `${shape.id}.${line.reserve.name.text}`
    const record = line.reserve.by?.text ?? of.record
    const grain: Grain = { ...(record !== undefined && { record }), period: level.period }
    const path = pathTo(of.record, record)
    levels.push({
      value,
      name: line.reserve.name.text,
      is: 'reserve',
      grain,
      of: { level: parent, path },
      first: value,
    })
  }
  return { levels, values: levels.map(({ value }) => value) }
}

/** Written weights of periods: one for each, in order, and 100 % together. */
function checkWeights(env: Environment, line: PartsLine, of: Level, period: string): boolean {
  const { table } = line
  if (!table) return true
  const { report, periods } = env
  const weights = table.rows.flatMap((row) => {
    const value = row.cells[1] && singleValue(row.cells[1])
    const weight = value && constantOf(infer({ env, grain: {} }, value))
    return weight ? [weight] : []
  })
  const kind = periods.get(period)
  const outer = periods.get(of.period)
  const sizes =
    kind?.is === 'months' && outer?.is === 'months'
      ? [outer.months / kind.months, 12 / kind.months]
      : kind?.is === 'bounds'
        ? [kind.bounds.length]
        : []
  const numbered = table.rows.every((row, i) =>
    isPlace(row, i, kind?.is === 'bounds' ? kind.bounds[i]?.key : undefined),
  )
  const whole = weights.length === table.rows.length && table.headings.length === 2
  if (!whole || !numbered || !sizes.includes(weights.length) || line.weight) {
    report('BY683', { count: [...new Set(sizes)].join(' / '), period }, table.span)
    return false
  }
  const size = kind?.is === 'bounds' ? weights.length : (sizes[0] ?? weights.length)
  const scale = Math.max(...weights.map((weight) => weight.scale))
  for (let from = 0; from < weights.length; from += size) {
    const group = weights.slice(from, from + size)
    const sum = group.reduce((a, weight) => a + weight.digits * 10n ** BigInt(scale - weight.scale), 0n)
    if (sum === 10n ** BigInt(scale)) continue
    const { digits, scale: places } = normalize({ digits: sum * 100n, scale })
    report('BY675', { sum: `${formatDecimal(digits, places)}%` }, table.rows[from]?.span ?? table.span)
    return false
  }
  return true
}

/** `Q2`, `H1`, `2` for the second; of periods with bounds of their own, their names. */
function isPlace(row: ast.Row, i: number, key: string | undefined): boolean {
  const value = row.cells[0] && singleValue(row.cells[0])
  const text =
    value?.is === 'path'
      ? value.parts.map(({ text: part }) => part).join('.')
      : value?.is === 'text'
        ? value.value
        : value?.is === 'number'
          ? value.spelling
          : ''
  return key === undefined ? Number(/^[QHM]?(\d{1,2})$/i.exec(text)?.[1]) === i + 1 : text === key
}

/** What keeps the total adds up to nothing. */
function checkAmounts(env: Environment, line: ChangeLine): boolean {
  if (line.total === 'moves') return true
  const amounts = line.amount ? [line.amount.value] : rowsOf(line).map(({ amount }) => amount)
  const values = amounts.map((amount) => constantOf(infer({ env, grain: {} }, amount)))
  const known = values.filter((value) => value !== undefined)
  const scale = Math.max(0, ...known.map((value) => value.scale))
  const sum = known.reduce((a, { digits, scale: own }) => a + digits * 10n ** BigInt(scale - own), 0n)
  if (known.length === values.length && sum === 0n) return true
  const { digits, scale: places } = normalize({ digits: sum, scale })
  env.report('BY674', { sum: formatGrouped(digits, places) }, line.span)
  return false
}
