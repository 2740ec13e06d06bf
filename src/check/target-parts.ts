import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import type { Context } from './environment.ts'
import { changedPart, changeOf, changeSum, knownRows, remaining } from './target-changes.ts'
import { assignedPart, firstPart, periodWeight, reservePart, restPart } from './target-levels.ts'
import { type Names, soundShape } from './target-shape.ts'
import {
  type Change,
  deltaOf,
  knownOf,
  type Level,
  recordOf,
  remainingOf,
  stateOf,
  type TargetShape,
  topOf,
} from './target-tree.ts'

type Target = ast.TargetDeclaration
type Build = (context: Context) => Typed

/** Every result of every target as a declaration of its own, and how it is worked out. */
export function targetParts(
  declarations: readonly ast.Declaration[],
  names: Names,
): { readonly declared: ReadonlyMap<string, ast.Declaration>; readonly parts: ReadonlyMap<string, Build> } {
  const declared = new Map<string, ast.Declaration>()
  const parts = new Map<string, Build>()
  const add: Add = (id, at, span, title, build) => {
    if (declared.has(id)) names.report('BY202', { name: id }, span)
    declared.set(id, valueNode(id, at, span, title))
    parts.set(id, build)
  }
  for (const target of declarations) {
    if (target.kind !== 'target') continue
    const shape = soundShape(target, names)
    if (!shape) continue
    for (const level of shape.chain) addLevel(shape, target, level, add)
    for (const level of shape.assigned) addAssigned(level, add)
    for (const change of shape.changes) addChange(shape, change, add)
  }
  return { declared, parts }
}

type At = { readonly record?: string; readonly period?: string }
type Add = (id: string, at: At, span: Span, title: string, build: Build) => void

function addChange(shape: TargetShape, change: Change, add: Add): void {
  const { id, line, at } = change
  if (line.by) add(knownOf(change), {}, line.span, titleOf(change), (c) => knownRows(c, change))
  add(id, { ...recordOf(at), period: topOf(shape).period }, line.span, titleOf(change), (c) =>
    changeOf(c, change),
  )
}

function addLevel(shape: TargetShape, target: Target, level: Level, add: Add): void {
  const { span, id } = level
  const { changes } = shape
  const first = changes[0]
  const title = first ? `${id} < ${first.line.from.spelling}` : id
  add(stateOf(shape, level, 0), level, span, title, (c) => firstPart(c, shape, level, target))
  const { line } = level
  if (line?.table)
    add(`${id}.weight`, { period: level.period }, line.table.span, `${id}.weight`, (c) =>
      periodWeight(c, level),
    )
  for (const [i, change] of changes.entries()) {
    const title = `${id}: ${titleOf(change)}`
    add(remainingOf(level, change), level, span, `${id} >= ${change.line.from.spelling}`, (c) =>
      remaining(c, shape, level, i),
    )
    add(deltaOf(level, change), level, span, title, (c) => changedPart(c, shape, level, i))
    const next = changes[i + 1]
    const name = next ? `${id} < ${next.line.from.spelling}` : id
    add(stateOf(shape, level, i + 1), level, span, name, (c) => changeSum(c, shape, level, i))
  }
}

function addAssigned(level: Level, add: Add): void {
  const { id, span, line, of } = level
  const reserve = line?.reserve
  add(id, level, span, id, (c) => assignedPart(c, level))
  if (!of || !reserve) return
  const name = `${id.split('.')[0]}.${reserve.name.text}`
  const rest = `${id}<rest`
  add(rest, of, span, `${of.id} − ${id}`, (c) => restPart(c, level))
  const record = reserve.by?.text ?? of.record
  const at = { ...(record !== undefined && { record }), period: level.period }
  add(name, at, reserve.name.span, name, (c) => reservePart(c, level, rest))
}

function titleOf({ line }: Change): string {
  return line.title ?? line.from.spelling
}

function valueNode(id: string, { record, period }: At, span: Span, title: string): ast.ValueDeclaration {
  return {
    kind: 'value',
    name: { text: id, span },
    ...(title !== id && { title }),
    grain: {
      ...(record !== undefined && { subject: { text: record, span } }),
      ...(period !== undefined && { per: { text: period, span } }),
      span,
    },
    value: { is: 'path', parts: [], span },
    span,
  }
}
