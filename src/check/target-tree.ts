import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'

// A target taken apart by its lines, and the names that its results are declared under.

export type PartsLine = Extract<ast.TargetLine, { is: 'parts' | 'assigned' }>
export type ChangeLine = Extract<ast.TargetLine, { is: 'change' }>

/** One line of parts, and the grain that it has by the lines before it. */
export type Level = {
  /** `plan.team_year`: the name that its last state stands under. */
  readonly id: string
  readonly is: 'total' | 'parts' | 'assigned'
  readonly record?: string
  readonly period: string
  /** What it breaks the level before down by. */
  readonly by?: 'record' | 'period'
  readonly line?: PartsLine
  readonly of?: Level
  readonly span: Span
}
export type Change = {
  /** `plan<1`: names that no author can write. */
  readonly id: string
  readonly day: number
  readonly line: ChangeLine
  /** The level that it names, from which it is handed down. */
  readonly at: Level
}
/** A target taken apart: the levels that hand down (`chain`), what people carry of them, and its changes by their days. */
export type TargetShape = {
  readonly id: string
  readonly chain: readonly Level[]
  readonly assigned: readonly Level[]
  readonly changes: readonly Change[]
}

export function recordOf({ record }: Level): { readonly record?: string } {
  return record === undefined ? {} : { record }
}

/** The total's own level. */
export function topOf({ chain }: TargetShape): Level {
  const [top] = chain
  if (!top) throw new Error('a target without levels has nothing to work out')
  return top
}

/** The name of a level after so many changes; after the last it is the level's own. */
export function stateOf({ changes }: TargetShape, { id }: Level, after: number): string {
  return after === changes.length ? id : `${id}<${after}`
}

export function deltaOf(level: Level, change: Change): string {
  return `${level.id}<+${change.id}`
}

export function knownOf(change: Change): string {
  return `${change.id}<known`
}

export function remainingOf(level: Level, change: Change): string {
  return `${level.id}<>${change.id}`
}
