import { formatDay } from '../../base/day.ts'
import type { Id } from '../../plan/plan.ts'
import { need } from '../../targets/evaluate/engine.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { periodOfRow, type ResultLine, subjectOfRow } from '../../targets/evaluate/results.ts'
import { valueAt } from '../../targets/evaluate/value.ts'
import type { Target } from './case.ts'
import type { Spot } from './case-run.ts'

/** Everything that a target is worked out for. */
export function spotsOf(results: Results, lines: readonly ResultLine[], target: Target): readonly Spot[] {
  if (target.is === 'value') return valueSpots(results, target.column, target.name)
  return lines.flatMap((line) =>
    line.output.id === target.clause || line.output.releases === target.clause
      ? (lineSpot(results, line, target.result) ?? [])
      : [],
  )
}

/** A line of a clause, or one of the other results that stand in it. */
export function lineSpot({ engine }: Results, line: ResultLine, result?: string): Spot | undefined {
  const { output, row, subject, item, period, posting } = line
  const also = output.also.find(({ label }) => label === result)
  if (result !== undefined && !also) return undefined
  const column = also?.column ?? output.column
  const shown = [subject?.key, item?.key, period?.key].filter((text) => text !== undefined)
  const more = [
    subject?.label,
    subject?.of,
    item?.label,
    item?.of,
    output.id,
    output.title,
    posting === undefined ? undefined : formatDay(posting),
  ].filter((text) => text !== undefined)
  return {
    id: `${output.id} ${row}`,
    of: result === undefined ? output.id : `${output.id}.${result}`,
    names: [...shown, ...more],
    shown,
    line,
    column,
    row,
    value: valueAt(engine, column, row),
  }
}

function valueSpots({ engine, span }: Results, id: Id, name: string): readonly Spot[] {
  const column = engine.model.columns.get(id)
  // A plan in which something else is counted, as two months in place of three, has no such value.
  if (!column) return []
  const domain = need(engine.domains, column.grain)
  const spots: Spot[] = []
  for (let row = 0; row < domain.count; row++) {
    const period = periodOfRow(domain, row)
    // Of a finer or coarser kind than was asked for, the periods that share a day with it.
    if (period && (period.end <= span.from || period.start > span.until)) continue
    const subject = subjectOfRow(engine, domain, row)
    const shown = [subject?.key, period?.key].filter((text) => text !== undefined)
    const more = [subject?.label, subject?.of].filter((text) => text !== undefined)
    const value = valueAt(engine, id, row)
    spots.push({ id: `${id} ${row}`, of: name, names: [...shown, ...more], shown, column: id, row, value })
  }
  return spots
}

/** Those that all of the names are names of; of several, those that anything applies to. */
export function linesFor(spots: readonly Spot[], of: readonly string[]): readonly Spot[] {
  const found = spots.filter(({ names }) => of.every((name) => names.includes(name)))
  const applying = found.filter(({ value }) => value.is !== 'not-applicable')
  return found.length > 1 ? (applying.length > 0 ? applying : found.slice(0, 1)) : found
}
