import type { GrainNode, TargetDeclaration, TargetLine } from '../../src/syntax/ast.ts'
import { isPeriodKind } from './period.ts'
import type { Facts } from './world.ts'

type Parts = Extract<TargetLine, { is: 'parts' | 'assigned' }>

/** A line of a target with what it is for, by the lines before it. */
export type Level = {
  readonly name: string
  readonly record?: string
  readonly period: string
  readonly line?: Parts
  /** The level that it is broken down from, or carries. */
  readonly of?: Level
  /** Of a reserve: the line that leaves it. */
  readonly rest?: Level
}

/** The levels of a target from the total down, then what is carried, each with its reserve. */
export function levelsOf(target: TargetDeclaration, world: Facts): readonly Level[] {
  const total = target.lines.find((line) => line.is === 'total')
  if (!total) throw new Error('a target without a total')
  const chain: Level[] = [{ name: 'total', period: total.per.text }]
  const others: Level[] = []
  for (const line of target.lines) {
    const of = chain.at(-1)
    if (!of || (line.is !== 'parts' && line.is !== 'assigned')) continue
    const finer = !world.records.has(line.by.text) && isPeriodKind(line.by.text, world.calendar)
    const level: Level = {
      name: line.name.text,
      ...(finer ? of.record !== undefined && { record: of.record } : { record: line.by.text }),
      period: finer ? line.by.text : of.period,
      line,
      of,
    }
    if (line.is === 'parts') chain.push(level)
    else {
      others.push(level)
      const record = line.reserve?.by?.text ?? of.record
      if (line.reserve)
        others.push({
          name: line.reserve.name.text,
          ...(record !== undefined && { record }),
          period: of.period,
          of,
          rest: level,
        })
    }
  }
  return [...chain, ...others]
}

export function levelNamed(target: TargetDeclaration, name: string, world: Facts): Level {
  const level = levelsOf(target, world).find((one) => one.name === name)
  if (!level) throw new Error(`${target.name.text} has no ${name}`)
  return level
}

const span = { source: '', from: 0, to: 0 }

export function grainOf({ record, period }: Level): GrainNode {
  return {
    ...(record !== undefined && { subject: { text: record, span } }),
    per: { text: period, span },
    span,
  }
}
