import { formatDecimal, normalize, power10 } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import { finestScale, headingWord, pointOf, singleValue } from './cells.ts'
import type { Typed } from './checked.ts'
import type { Indicator, IndicatorScore, Levels, Scorecard } from './clauses.ts'
import { broken, constantOf, hint } from './constants.ts'
import { type Context, type Environment, infer, type Over } from './environment.ts'
import { truthOf } from './infer-aggregate.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { reportPlain } from './plain-number.ts'
import { roundingUnit } from './rounding.ts'
import { reportIdle, scopeOf } from './scope.ts'
import { checkTiers } from './tiers.ts'
import { describe, number, type Type, text, unstatedRange } from './types.ts'
import { unifyGives } from './unify.ts'

/** Indicators whose weights total 100 %, where the weight of one that does not apply goes, and the level reached. */
export function checkScorecard(
  env: Environment,
  node: ast.ScorecardDeclaration,
  over?: Over,
): Scorecard | undefined {
  const scoped = scopeOf(env, node.grain, over)
  if (!scoped) return undefined
  if (!node.grain.per) reportIdle(env, node.grain, ['to'])
  const { context, scope } = scoped
  const nodes = node.lines.filter((line): line is ast.Indicator => line.is === 'indicator')
  const indicators = nodes.map((line) => checkIndicator(context, line)).filter((i) => i !== undefined)
  duplicates(env, nodes)
  if (indicators.length === nodes.length) checkWeights(env, node, indicators)
  const line = <K extends ast.ScorecardLine['is']>(is: K) =>
    node.lines.find((l): l is Extract<ast.ScorecardLine, { is: K }> => l.is === is)
  const roundLine = line('round')
  const unit = roundLine && roundingUnit(context, roundLine.to)
  const moved = movedWeight(env, nodes, line('moved-weight'))
  const movable = nodes.find(
    (n, i) => n.lines.some((l) => l.is === 'applies') || mayNotApply(env, indicators[i]),
  )
  if (movable && !line('moved-weight')) env.report('BY608', { name: movable.name.text }, movable.name.span)
  const levelsLine = line('levels')
  const levels = levelsLine && checkLevels(context, levelsLine.table)
  const knockOuts = node.lines.flatMap((l) =>
    l.is === 'knock-out'
      ? [{ test: truthOf(context, l.test), score: pointsOf(context, l.score, l.span), span: l.span }]
      : [],
  )
  if (indicators.length < nodes.length || indicators.length === 0 || (levelsLine && !levels)) {
    if (nodes.length === 0) env.report('BY609', { name: node.name.text, part: 'indicator' }, node.name.span)
    return undefined
  }
  return {
    kind: 'scorecard',
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    scope,
    indicators,
    ...(roundLine && unit && { round: { ...unit, mode: roundLine.mode, span: roundLine.span } }),
    ...(moved && { moved }),
    knockOuts,
    ...(levels && { levels }),
    span: node.name.span,
  }
}

function duplicates(env: Environment, nodes: readonly ast.Indicator[]): void {
  const seen = new Set<string>()
  for (const { name } of nodes) {
    if (seen.has(name.text)) env.report('BY202', { name: name.text }, name.span)
    seen.add(name.text)
  }
}

function checkWeights(
  env: Environment,
  node: ast.ScorecardDeclaration,
  indicators: readonly Indicator[],
): void {
  const scale = Math.max(...indicators.map((i) => i.weight.scale), 2)
  const total = indicators.reduce((sum, i) => sum + i.weight.digits * power10(scale - i.weight.scale), 0n)
  if (total === power10(scale) || indicators.length === 0) return
  const percent = normalize({ digits: total * 100n, scale })
  env.report(
    'BY606',
    { name: node.name.text, total: `${formatDecimal(percent.digits, percent.scale)}%` },
    node.name.span,
  )
}

/** An indicator whose measure can be not applicable by its own `for … where`. */
function mayNotApply(env: Environment, indicator: Indicator | undefined): boolean {
  const score = indicator?.score
  const measures = score?.is === 'ratio' || score?.is === 'tiers' ? [score.actual, score.target] : []
  return measures.some((typed) => {
    const definition = typed?.is === 'result' ? env.defined(typed.of) : undefined
    return definition?.kind === 'value' && definition.scope.where !== undefined
  })
}

function movedWeight(
  env: Environment,
  nodes: readonly ast.Indicator[],
  line: Extract<ast.ScorecardLine, { is: 'moved-weight' }> | undefined,
): Scorecard['moved'] {
  if (!line) return undefined
  if (line.to === 'proportion' || line.to === 'lost') return { to: line.to, span: line.span }
  const { text: name, span } = line.to
  const index = nodes.findIndex((n) => n.name.text === name)
  if (index >= 0) return { to: index, span: line.span }
  const near = env.nearest(
    name,
    nodes.map((n) => n.name.text),
  )
  env.report('BY201', { name, near: hint(near) }, span)
  return undefined
}

function checkIndicator(context: Context, node: ast.Indicator): Indicator | undefined {
  const { report } = context.env
  const line = <K extends ast.IndicatorLine['is']>(is: K) =>
    node.lines.find((l): l is Extract<ast.IndicatorLine, { is: K }> => l.is === is)
  const weight = constantOf(infer(context, node.weight))
  if (weight?.type.unit !== 'percent' || weight.digits < 0n) {
    report('BY607', { name: node.name.text }, node.weight.span)
    return undefined
  }
  const scoreLine = line('score')
  if (!scoreLine) {
    report('BY609', { name: node.name.text, part: 'score' }, node.name.span)
    return undefined
  }
  const score = checkScore(context, node, scoreLine.score, line('actual'), line('target'))
  const applies = line('applies')
  const test = applies && truthOf(context, applies.when)
  if (!score) return undefined
  return {
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    weight: { digits: weight.digits, scale: weight.scale },
    ...(test && { applies: test }),
    score,
    span: node.span,
  }
}

function checkScore(
  context: Context,
  node: ast.Indicator,
  score: ast.Score,
  actualLine: Extract<ast.IndicatorLine, { is: 'actual' }> | undefined,
  targetLine: Extract<ast.IndicatorLine, { is: 'target' }> | undefined,
): IndicatorScore | undefined {
  const { report } = context.env
  if (targetLine && (score.is === 'pass-fail' || score.is === 'points')) {
    report('BY616', { name: node.name.text }, targetLine.span)
    return undefined
  }
  if (score.is === 'pass-fail') {
    const test = score.test ?? actualLine?.value
    if (test) return { is: 'pass-fail', test: truthOf(context, test) }
    report('BY609', { name: node.name.text, part: 'actual' }, node.name.span)
    return undefined
  }
  if (score.is === 'points') {
    const points = pointsOf(context, score.points, score.points.span)
    return points.type.is === 'error'
      ? undefined
      : { is: 'points', points, ...bounds(context, score, 'points') }
  }
  if (!actualLine) {
    report('BY609', { name: node.name.text, part: 'actual' }, node.name.span)
    return undefined
  }
  if (score.is === 'ratio') {
    const actual = infer(context, actualLine.value)
    const target = targetLine && infer(context, targetLine.value)
    const measured = target ? arithmetic(report, '/', actual, target, actualLine.span) : actual
    if (measured.type.is === 'error' || actual.type.is === 'error') return undefined
    if (measured.type.is !== 'number' || !['ratio', 'percent', 'number'].includes(measured.type.unit)) {
      report('BY316', { expected: 'percent', found: describe(measured.type) }, actualLine.span)
      return undefined
    }
    return { is: 'ratio', actual, ...(target && { target }), ...bounds(context, score, 'percent') }
  }
  // With a target the rows are for the share of it that was reached.
  const reached = (target: ast.Expr): ast.Expr => ({
    is: 'binary',
    op: '/',
    a: actualLine.value,
    b: target,
    span: actualLine.span,
  })
  const by = targetLine ? reached(targetLine.value) : actualLine.value
  const table = {
    is: 'tiers-of',
    span: node.span,
    mode: score.is === 'linear' ? 'linear' : 'whole',
    by,
    extend: false,
    table: score.table,
  } as const
  const tiers = checkTiers(context, table, ['points'])
  if (!tiers) return undefined
  const { by: measured } = tiers
  if (measured.is !== 'arithmetic' || !targetLine) return { is: 'tiers', actual: measured, tiers }
  return { is: 'tiers', actual: measured.a, target: measured.b, tiers }
}

function bounds(
  context: Context,
  score: { from?: ast.Expr; upTo?: ast.Expr },
  unit: 'percent' | 'points',
): { from?: Typed; upTo?: Typed } {
  const bound = (expr: ast.Expr | undefined): Typed | undefined => {
    if (!expr) return undefined
    if (unit === 'points') return pointsOf(context, expr, expr.span)
    const typed = infer(context, expr)
    if (typed.type.is === 'error' || (typed.type.is === 'number' && typed.type.unit === 'percent'))
      return typed
    const percent = number('percent', unstatedRange('percent', 0))
    if (!reportPlain(context.env.report, typed, percent, 'formula'))
      context.env.report('BY316', { expected: 'percent', found: describe(typed.type) }, expr.span)
    return broken(expr.span)
  }
  const from = bound(score.from)
  const upTo = bound(score.upTo)
  return { ...(from && { from }), ...(upTo && { upTo }) }
}

/** Points, for which a plain number (and a count) may stand; 0 when nothing is written. */
function pointsOf(context: Context, expr: ast.Expr | undefined, span: ast.Expr['span']): Typed {
  if (!expr) return { is: 'const', value: 0n, type: number('points', { scale: 0, min: 0n, max: 0n }), span }
  const typed = infer(context, expr)
  if (typed.type.is === 'error') return typed
  if (typed.type.is === 'number' && inPoints(context, typed))
    return { ...typed, type: { ...typed.type, unit: 'points' } }
  context.env.report('BY316', { expected: 'points', found: describe(typed.type) }, expr.span)
  return broken(span)
}

/**
 * Points are counted by plain numbers: `attainment * 100`, `100 - overdue * 200`. A share alone (0.95 for 95 %) is
 * never meant.
 */
function inPoints(context: Context, typed: Typed): boolean {
  if (typed.type.is !== 'number') return false
  if (['points', 'number', 'count'].includes(typed.type.unit) || isPlainNumber(typed)) return true
  const both = (a: Typed, b: Typed) => inPoints(context, a) && inPoints(context, b)
  switch (typed.is) {
    case 'arithmetic':
      if (typed.op === '+' || typed.op === '-') return both(typed.a, typed.b)
      return typed.op === '*' && (isPlainNumber(typed.a) || isPlainNumber(typed.b))
    case 'pick':
      return both(typed.a, typed.b)
    case 'if':
      return both(typed.then, typed.otherwise)
    case 'result': {
      const definition = context.env.defined(typed.of)
      return definition?.kind === 'value' && inPoints(context, definition.value)
    }
    default:
      return false
  }
}

function isPlainNumber(typed: Typed): boolean {
  return constantOf(typed)?.type.unit === 'number'
}

/** `| from | => level | => coefficient |`: ascending from 0 points. */
function checkLevels(context: Context, table: ast.Table): Levels | undefined {
  const { report } = context.env
  const word = headingWord(table.headings[0])
  if (word !== 'from' && word !== 'over') {
    report('BY505', { heading: word ?? '', headings: 'from, over' }, table.headings[0]?.span ?? table.span)
    return undefined
  }
  const first = table.rows.flatMap((row) => row.cells.slice(0, 1))
  const scale = finestScale(context, first, 0)
  const points = number('points', { scale, min: -power10(6 + scale), max: power10(6 + scale) })
  const outputs: { name: string; type: Type }[] = []
  const gives: (readonly Typed[])[] = table.rows.map(() => [])
  for (const [i, heading] of table.headings.entries()) {
    if (i === 0) continue
    const items = table.rows.map((row) => levelCell(context, row.cells[i], row))
    const found = items.filter((item) => item !== undefined)
    const unified = found.length === items.length ? unifyGives(context, found) : undefined
    if (!unified) return undefined
    const type: Type =
      unified.type.is === 'text'
        ? { is: 'enum', values: [...new Set(found.map((f) => (f.is === 'const' ? String(f.value) : '')))] }
        : unified.type
    outputs.push({ name: headingWord(heading) ?? '', type })
    for (const [r, item] of unified.items.entries())
      gives[r] = [...(gives[r] ?? []), type.is === 'enum' ? { ...item, type } : item]
  }
  const rows = table.rows.map((row, r) => ({
    row,
    from: thresholdOf(context, row, points),
    gives: gives[r] ?? [],
  }))
  if (rows.some(({ from }) => from === undefined)) return undefined
  const bands = rows
    .map(({ row, from, gives }) => ({ from: from ?? 0n, scale, gives, span: row.span }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const twice = bands.find((band, i) => i > 0 && bands[i - 1]?.from === band.from)
  if (twice)
    report(
      'BY502',
      { before: formatDecimal(twice.from, scale), after: formatDecimal(twice.from, scale) },
      twice.span,
    )
  if ((bands[0]?.from ?? 0n) > 0n) report('BY614', {}, bands[0]?.span)
  return { bands, over: word === 'over', outputs, span: table.span }
}

function thresholdOf(context: Context, row: ast.Row, points: Type): bigint | undefined {
  const value = row.cells[0] && singleValue(row.cells[0])
  if (value) return pointOf(context, value, points)
  context.env.report('BY506', { expected: 'points' }, row.cells[0]?.span ?? row.span)
  return undefined
}

function levelCell(context: Context, cell: ast.Cell | undefined, row: ast.Row): Typed | undefined {
  const value = cell && singleValue(cell)
  if (!value) {
    context.env.report('BY506', { expected: 'value' }, cell?.span ?? row.span)
    return undefined
  }
  const word =
    value.is === 'text'
      ? value.value
      : value.is === 'path' &&
          value.parts.length === 1 &&
          !context.env.declared.has(value.parts[0]?.text ?? '')
        ? value.parts[0]?.text
        : undefined
  if (word !== undefined) return { is: 'const', value: word, type: text, span: value.span }
  const typed = infer(context, value)
  return typed.type.is === 'error' ? undefined : typed
}
