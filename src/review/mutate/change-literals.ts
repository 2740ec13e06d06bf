import type { Language } from '../../base/language.ts'
import { printExpression } from '../../syntax/print-expressions.ts'
import { columnRole, isContinuous } from './columns.ts'
import type { Change, MutantKind } from './mutant.ts'
import { movedTime, nudged, slid } from './nudge.ts'
import {
  isBinary,
  isNumber,
  isTable,
  isTime,
  type NumberNode,
  put,
  type Spot,
  type TimeNode,
} from './tree.ts'

/** Numbers, dates and lengths of time, one step up and down; a yes or no turned round. */
export function literalChanges(spot: Spot, language: Language): readonly Change[] {
  const { node } = spot
  if (node.is === 'truth' && typeof node.value === 'boolean' && node.span) return truthChanges(spot, language)
  if (!isNumber(node) && !isTime(node)) return []
  const role = roleOf(spot)
  if (role === undefined) return []
  return [true, false].flatMap((up): Change[] => {
    const table = role === 'boundary' ? tableAbove(spot) : undefined
    const far = table && isContinuous(table) && isNumber(node) ? slid(node, up) : undefined
    const next = isNumber(node) ? (far ?? nudged(node, up)) : movedTime(node, up)
    if (next === undefined) return []
    const texts = { old: printExpression(node, language), new: printExpression(next, language) }
    return [
      {
        kind: role,
        change: changeOf(spot, node, role, up),
        span: node.span,
        ...texts,
        edits: [put(spot, next)],
      },
    ]
  })
}

function changeOf(spot: Spot, node: NumberNode | TimeNode, role: MutantKind, up: boolean): Change['change'] {
  if (node.is === 'date' || node.is === 'time') return up ? 'day-later' : 'day-earlier'
  const table = tableAbove(spot)
  if (role === 'boundary' && table && isContinuous(table)) return 'slice'
  if (role === 'boundary') return up ? 'boundary-up' : 'boundary-down'
  if (node.is === 'clock' || node.is === 'duration') return 'length'
  return up ? 'number-up' : 'number-down'
}

function truthChanges(spot: Spot, language: Language): readonly Change[] {
  const role = roleOf(spot)
  const { span, value } = spot.node
  if (role === undefined || !isSpan(span)) return []
  const text = (truth: boolean) => printExpression({ span, is: 'truth', value: truth }, language)
  return [
    {
      kind: 'logic',
      change: 'output',
      span,
      old: text(value === true),
      new: text(value !== true),
      edits: [put(spot, { value: value !== true })],
    },
  ]
}

function isSpan(value: unknown): value is Change['span'] {
  return typeof value === 'object' && value !== null && 'source' in value
}

/** What a number means by where it stands. Undefined where it is changed with others, or is no rule. */
function roleOf(spot: Spot): MutantKind | undefined {
  const time = isTime(spot.node)
  for (let at: Spot = spot; at.above; at = at.above) {
    const { node } = at.above
    if (isBinary(node) && comparisons.has(node.op)) return 'boundary'
    const is = String(node.is)
    if (otherwise.has(`${is}.${at.key}`)) return undefined
    if (bounds.has(`${is}.${at.key}`)) return 'boundary'
    if (at.key === 'weight' || at.key === 'share' || at.key === 'bounds') return undefined
    if (at.key === 'cells' && at.index !== undefined) {
      const table = tableAbove(at)
      const role = table && columnRole(table, at.index)
      // A bound of a range is changed with those that meet it. Below the first row there is nothing.
      const first =
        role === 'boundary' && at.above.index === 0 && /^[0.]+\D*$/u.test(String(spot.node.spelling))
      return (role === 'boundary' && !first) || role === 'rate' ? role : undefined
    }
    if (isTable(node)) return undefined
  }
  return time ? 'time' : 'rate'
}

function tableAbove(spot: Spot): Spot | undefined {
  for (let at = spot.above; at; at = at.above) if (isTable(at.node)) return at
  return undefined
}

const comparisons = new Set<string>(['<', '<=', '>', '>=', '=', '<>'])
const bounds = new Set(['clamp.low', 'clamp.high', 'ratio.from', 'ratio.upTo', 'points.from', 'points.upTo'])
/** Changed elsewhere (roundings, weights), or not a rule but a limit of the data. */
const otherwise = new Set(['round.to', 'rounded.to', 'split.upTo', 'in.items', 'tests.items.any'])
