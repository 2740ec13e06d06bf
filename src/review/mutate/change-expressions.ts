import type { RoundingMode } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import type { BinaryOperator, Expr } from '../../syntax/ast.ts'
import { spellWord } from '../../syntax/keywords.ts'
import { printExpression } from '../../syntax/print-expressions.ts'
import type { Change } from './mutant.ts'
import { differInHalves, nudgedStep, otherModes } from './roundings.ts'
import { isBinary, isExpr, isNumber, type Spot, type Tree } from './tree.ts'

const swaps: { readonly [Op in BinaryOperator]?: BinaryOperator } = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '=': '<>',
  '<>': '=',
  and: 'or',
  or: 'and',
  '+': '-',
  '-': '+',
}

/** Operators, conditions and roundings inside expressions. */
export function expressionChanges(spot: Spot, language: Language): readonly Change[] {
  const { node } = spot
  if (!isExpr(node)) return []
  const print = (to: Tree | Expr) => (isExpr(to) ? printExpression(to, language) : '')
  const whole = (kind: Change['kind'], change: Change['change'], to: Tree): Change => ({
    kind,
    change,
    span: node.span,
    old: print(node),
    new: print(to),
    edits: [{ path: spot.path, to }],
  })
  if (isBinary(node)) {
    const op = swaps[node.op]
    if (op === undefined) return []
    const to = { ...node, op }
    if (op === 'and' || op === 'or') return [whole('logic', 'joined', to)]
    if (op === '+' || op === '-') return [whole('formula', 'operator', to)]
    return [whole('comparison', op === '=' || op === '<>' ? 'negated' : 'comparison', to)]
  }
  switch (node.is) {
    case 'not':
      return isExpr(node.a) ? [whole('logic', 'negated', node.a)] : []
    case 'in':
      return [whole('logic', 'negated', { ...node, negated: node.negated !== true })]
    case 'pick':
      return [
        whole('formula', 'operator', { ...node, which: node.which === 'larger' ? 'smaller' : 'larger' }),
      ]
    case 'prorated':
      return node.by === 'calendar-days' || node.by === 'working-days'
        ? [
            whole('time', 'kind-of-days', {
              ...node,
              by: node.by === 'calendar-days' ? 'working-days' : 'calendar-days',
            }),
          ]
        : []
    case 'duration':
      return daysChanges(spot, whole)
    case 'call':
      return isExpr(node.where) ? [conditionGone(spot, node.where, language)] : []
    case 'rounded':
      return [
        ...otherModes(modeOf(node.mode)).map((mode) =>
          whole('rounding', modeChange(modeOf(node.mode), mode), { ...node, mode }),
        ),
        ...(isNumber(node.to) ? nudgedStep(node.to) : []).map((to) =>
          whole('rounding', 'rounding-step', { ...node, to }),
        ),
      ]
    default:
      return []
  }
}

/** `where …` of a grain or an aggregate taken away. */
export function conditionGone(spot: Spot, where: Tree & Expr, language: Language): Change {
  return {
    kind: 'logic',
    change: 'condition',
    span: where.span,
    old: printExpression(where, language),
    new: '',
    edits: [{ path: [...spot.path, 'where'], to: undefined }],
  }
}

type Whole = (kind: Change['kind'], change: Change['change'], to: Tree) => Change

/** Calendar days for working days, hours for working hours, and the other way round. */
function daysChanges({ node }: Spot, whole: Whole): readonly Change[] {
  const unit = otherUnits.get(String(node.unit))
  return unit === undefined ? [] : [whole('time', 'kind-of-days', { ...node, unit })]
}
const pairs = [
  ['days', 'working-days'],
  ['hours', 'working-hours'],
  ['minutes', 'working-minutes'],
] as const
const otherUnits = new Map<string, string>(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))

export function modeOf(mode: unknown): RoundingMode {
  return mode === 'half-even' ||
    mode === 'half-down' ||
    mode === 'up' ||
    mode === 'down' ||
    mode === 'ceiling' ||
    mode === 'floor'
    ? mode
    : 'half-up'
}

/** What tells two ways of rounding apart. */
export function modeChange(a: RoundingMode, b: RoundingMode): 'rounding-half' | 'rounding-mode' {
  return differInHalves(a, b) ? 'rounding-half' : 'rounding-mode'
}

/** The rounding of a step as it is written. */
export function roundingText(to: Expr, mode: RoundingMode, language: Language): string {
  return `${printExpression(to, language)} ${spellWord('rounding', mode, language)}`
}
