import { power10 } from '../base/decimal.ts'
import type { Report } from '../base/diagnostic.ts'
import type * as ast from '../syntax/ast.ts'
import { finestScale, headingWord, pointOf, singleValue, testOf } from './cells.ts'
import type { Bound, Typed } from './checked.ts'
import type { Tiers } from './clauses.ts'
import { constantOf, sameMeaning } from './constants.ts'
import { losesPlaces } from './decided.ts'
import { baseOf } from './derived.ts'
import { type Context, infer } from './environment.ts'
import { showPoint } from './geometry.ts'
import { commonUnit } from './infer-arithmetic.ts'
import { gridOf } from './pay-curve.ts'
import { reportPlainRate } from './plain-number.ts'
import { tierAmountType } from './tier-type.ts'
import { describe, type NumberType } from './types.ts'

type Band = Tiers['bands'][number]

/** What the second column of a schedule may be headed, and what its cells are. */
export type Gives = 'rate' | 'pays' | 'points'

/**
 * `tiers MODE of WHAT_EARNS by WHAT_CHOOSES { … }`: thresholds ascending, nothing uncovered from 0, rates of one kind.
 * Scorecards use the same rows with points instead of rates. `gates`: what a clause has tested before.
 */
export function checkTiers(
  context: Context,
  node: ast.Tiers,
  allowed: readonly Gives[] = ['rate', 'pays'],
  gates: readonly Typed[] = [],
): Tiers | undefined {
  const { report } = context.env
  const of = node.of && infer(context, node.of)
  const by = node.by ? infer(context, node.by) : of
  if (!by || by.type.is === 'error' || of?.type.is === 'error') {
    if (!by) report('BY510', {}, node.span)
    return undefined
  }
  if (by.type.is !== 'number' || (of && of.type.is !== 'number')) {
    report(
      'BY316',
      {
        expected: 'number',
        found: describe(by.type.is === 'number' && of ? of.type : by.type),
      },
      node.span,
    )
    return undefined
  }
  const gives = headingWord(node.table.headings[1])
  if (losesPlaces(context.env, by)) report('BY526', {}, node.by?.span ?? node.span)
  const give = allowed.find((g) => g === gives)
  if (!give) {
    report(
      'BY505',
      { heading: gives ?? '', headings: allowed.join(', ') },
      node.table.headings[1]?.span ?? node.table.span,
    )
    return undefined
  }
  if (give === 'rate' && !of) {
    report('BY510', {}, node.span)
    return undefined
  }
  const base = of ? baseOf(context.env, of, by) : undefined
  const marginal = node.mode === 'marginal' || node.table.rows.some((row) => modeOf(row) === 'marginal')
  if (marginal && give === 'rate' && !base) {
    report('BY504', {}, node.by?.span ?? node.span)
    return undefined
  }
  const first = node.table.rows.flatMap((row) => row.cells.slice(0, 1))
  const measure: NumberType = {
    ...by.type,
    range: { ...by.type.range, scale: finestScale(context, first, 0) },
  }
  const froms = thresholds(context, node, { measure, grid: gridOf({ by, measure }) })
  const bands =
    froms && bandsOf(context, node, base && give === 'rate' ? closedAtZero(froms) : froms, give, of)
  if (!bands) return undefined
  const lowest = bands[0]?.from
  if (!lowest || !gates.some((gate) => keepsOut(gate, by, lowest, measure)))
    checkBelow(context, node, bands, measure)
  const shape = {
    mode: node.mode,
    extend: node.extend,
    pays: give !== 'rate',
    ...(of && { of }),
    by,
    ...(base && { base }),
    measure,
    bands,
    span: node.span,
  }
  const type = tierAmountType(context, shape)
  return type && { ...shape, type }
}

function modeOf(row: ast.Row): 'marginal' | 'whole' | undefined {
  const cell = row.cells[2]
  return cell?.is === 'mode' && cell.mode !== 'linear' ? cell.mode : undefined
}

/** What chooses the rows: the measure at the places of its thresholds, and at those of its data. */
type Column = { readonly measure: NumberType; readonly grid: NumberType }

/** Where each row begins. Undefined (and reported) when a row cannot be read or the rows do not ascend. */
function thresholds(
  context: Context,
  node: ast.Tiers,
  column: Column,
): readonly (Bound | undefined)[] | undefined {
  const word = headingWord(node.table.headings[0])
  const wanted = node.mode === 'linear' ? 'at' : undefined
  if ((wanted && word !== wanted) || (!wanted && word === 'at')) {
    context.env.report(
      'BY505',
      { heading: word ?? '', headings: wanted ?? 'from, over' },
      node.table.headings[0]?.span ?? node.table.span,
    )
    return undefined
  }
  const plain = node.table.rows.every((row) => row.cells[0] && singleValue(row.cells[0]))
  if (plain && word !== 'from' && word !== 'over' && word !== 'at') {
    const span = node.table.headings[0]?.span ?? node.table.span
    context.env.report('BY505', { heading: word ?? '', headings: 'from, over' }, span)
    return undefined
  }
  if (word === 'from' || word === 'over' || word === 'at')
    return points(context, node.table, column.measure, word !== 'over')
  return ranges(context, node.table, column)
}

/** `over 0`: nothing sold earns nothing whatever the rate, so that 0 itself belongs to the first row. */
function closedAtZero(froms: readonly (Bound | undefined)[]): readonly (Bound | undefined)[] {
  return froms.map((from, i) => (i === 0 && from?.at === 0n ? { at: 0n, included: true } : from))
}

function points(
  context: Context,
  table: ast.Table,
  measure: NumberType,
  included: boolean,
): readonly Bound[] | undefined {
  const bounds: Bound[] = []
  let sound = true
  for (const row of table.rows) {
    const cell = row.cells[0]
    const value = cell && singleValue(cell)
    if (!value) {
      context.env.report('BY506', { expected: describe(measure) }, cell?.span ?? row.span)
      sound = false
      continue
    }
    const at = pointOf(context, value, measure)
    if (at === undefined) {
      sound = false
      continue
    }
    const before = bounds.at(-1)
    if (before && before.at >= at) {
      const shown = (n: bigint) => showPoint(n, measure)
      context.env.report('BY502', { before: shown(before.at), after: shown(at) }, value.span)
      sound = false
    }
    bounds.push({ at, included })
  }
  return sound ? bounds : undefined
}

/** Ranges in column 1: each must begin where the one before ends, and the last must have no end. */
function ranges(
  context: Context,
  table: ast.Table,
  column: Column,
): readonly (Bound | undefined)[] | undefined {
  const { measure } = column
  const { report } = context.env
  const lows: (Bound | undefined)[] = []
  let end: Bound | undefined
  let sound = true
  for (const [i, row] of table.rows.entries()) {
    const cell = row.cells[0]
    const test = cell && testOf(context, cell, measure)
    if (!test) return undefined
    const interval =
      test.is === 'intervals' && !test.negated && test.intervals.length === 1 ? test.intervals[0] : undefined
    if (!interval) {
      report('BY506', { expected: describe(measure) }, cell.span)
      return undefined
    }
    if (i > 0) sound = meets(context, end, interval.low, column, row) && sound
    lows.push(interval.low)
    end = interval.high
  }
  if (end) {
    report('BY508', { example: showPoint(firstBeyond(end, column), column.grid) }, table.rows.at(-1)?.span)
    return undefined
  }
  return sound ? lows : undefined
}

/** The first step that a range's end leaves out, on the grid of the data. */
function firstBeyond(end: Bound, { measure, grid }: Column): bigint {
  const at = end.at * power10(grid.range.scale - measure.range.scale)
  return end.included ? at + 1n : at
}

/** Whether a row begins with the first step that the one before leaves out; else the smallest example is reported. */
function meets(
  context: Context,
  end: Bound | undefined,
  low: Bound | undefined,
  column: Column,
  row: ast.Row,
): boolean {
  const span = row.cells[0]?.span ?? row.span
  if (!end || !low) {
    context.env.report('BY507', { example: showPoint(low?.at ?? end?.at ?? 0n, column.measure) }, span)
    return false
  }
  const open = firstBeyond(end, column)
  const first = firstBeyond({ at: low.at, included: !low.included }, column)
  if (first < open) context.env.report('BY507', { example: showPoint(first, column.grid) }, span)
  if (first > open) context.env.report('BY508', { example: showPoint(open, column.grid) }, span)
  if (first === open) return true
  return false
}

function bandsOf(
  context: Context,
  node: ast.Tiers,
  froms: readonly (Bound | undefined)[],
  give: Gives,
  of: Typed | undefined,
): readonly Band[] | undefined {
  const bands: Band[] = []
  for (const [i, row] of node.table.rows.entries()) {
    const from = froms[i]
    const typed = giveOf(context, row.cells[1], row, give)
    if (!typed || (give === 'rate' && reportPlainRate(context.env.report, typed, of))) return undefined
    const mode = modeOf(row) ?? (node.mode === 'linear' ? 'whole' : node.mode)
    bands.push({ ...(from && { from }), mode, give: typed, span: row.span })
  }
  if (bands.length === 0) return undefined
  return agree(context, bands) ? bands : undefined
}

/** A rate, an amount of money, or points; a plain number in a `pays` column is money of the policy's currency. */
function giveOf(context: Context, cell: ast.Cell | undefined, row: ast.Row, give: Gives): Typed | undefined {
  const value = cell && singleValue(cell)
  if (!value) {
    context.env.report('BY506', { expected: give }, cell?.span ?? row.span)
    return undefined
  }
  const typed = infer(context, value)
  if (typed.type.is === 'error') return undefined
  if (typed.type.is !== 'number') {
    context.env.report('BY506', { expected: give }, value.span)
    return undefined
  }
  const { currency } = context.env.policy
  if (typed.is === 'const' && typed.type.unit === 'number') {
    if (give === 'points') return { ...typed, type: { ...typed.type, unit: 'points' } }
    if (give === 'pays' && currency !== undefined)
      return { ...typed, type: { ...typed.type, unit: 'money', currency } }
  }
  const wanted = give === 'pays' ? 'money' : give === 'points' ? 'points' : undefined
  if (!wanted || typed.type.unit === wanted) return typed
  context.env.report('BY506', { expected: give }, value.span)
  return undefined
}

/** All rates of one kind: 5% beside 5 is a slip; 0 beside anything is not, nor is a rate that is worked out beside 5%. */
function agree(context: Context, bands: readonly Band[]): boolean {
  let kind: NumberType | undefined
  for (const { give } of bands) {
    if (constantOf(give)?.digits === 0n || give.type.is !== 'number') continue
    const mixed: Report = () => context.env.report('BY511', {}, give.span)
    const unit = commonUnit(mixed, '', kind ?? give.type, give.type, give.span)
    if (!unit) return false
    kind = { ...give.type, unit }
  }
  return true
}

/** A gate such as `attainment >= 80%`, after which a first row from 80 % leaves nothing open. */
function keepsOut(gate: Typed, by: Typed, first: Bound, measure: NumberType): boolean {
  if (gate.is === 'and') return [gate.a, gate.b].some((test) => keepsOut(test, by, first, measure))
  if (gate.is !== 'compare' || (gate.op !== '>=' && gate.op !== '>') || !sameMeaning(gate.a, by)) return false
  const least = constantOf(gate.b)
  if (!least) return false
  const scale = Math.max(least.scale, measure.range.scale)
  const at = least.digits * power10(scale - least.scale)
  const low = first.at * power10(scale - measure.range.scale)
  return at > low || (at === low && (first.included || gate.op === '>'))
}

/** A schedule that begins above 0 says nothing about what lies below: an error, not a silent 0. */
function checkBelow(context: Context, node: ast.Tiers, bands: readonly Band[], measure: NumberType): void {
  const from = bands[0]?.from
  if (!from || node.mode === 'linear') return
  if (from.at < 0n || (from.at === 0n && from.included) || measure.range.min > from.at) return
  const first = `${from.included ? '<' : '<='} ${showPoint(from.at, measure)}`
  context.env.report('BY503', { first }, node.table.rows[0]?.span ?? node.span)
}
