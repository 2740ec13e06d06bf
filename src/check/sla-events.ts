import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import { type Context, infer } from './environment.ts'
import { countedRecord, subjectOf, truthOf } from './infer-aggregate.ts'
import { groupsOf } from './infer-rows.ts'
import { pathsIn } from './names.ts'
import type { SlaEvent } from './sla-clause.ts'
import { describe, time } from './types.ts'

type EventLine = Extract<ast.SlaLine, { is: 'stop' | 'pause' | 'resume' | 'reset' | 'extend' | 'suspend' }>

/** What happens to the clock: at a time of the row itself, or at those of rows that lead to it. */
export function slaEvent(context: Context, line: EventLine): SlaEvent | undefined {
  const { env, record } = context
  const written = line.is === 'suspend' ? [line.from, line.until] : [line.at]
  const paths = [...written, ...(line.where ? [line.where] : [])].flatMap(pathsIn)
  const others = paths.some(({ parts }) => {
    const head = parts[0]?.text ?? ''
    return env.records.has(head) && !record?.fields.has(head)
  })
  const next = 'next' in line ? line.next : undefined
  if (!others) {
    if (next) return reportNext(context, line)
    if (line.within) return reportWithin(context, line)
    const [at, until] = written.map((expr) => timeOf(context, expr))
    const where = line.where && truthOf(context, line.where)
    if (!at || (line.is === 'suspend' && !until)) return undefined
    return {
      is: line.is,
      time: at,
      ...(until && { until }),
      ...(where && { where }),
      span: line.span,
    }
  }
  const counted = countedRecord(context, [...written, ...(line.where ? [line.where] : [])], line.span)
  if (!counted) return undefined
  const inner: Context = { env, grain: { record: counted.id }, record: counted, counting: true }
  const [at, until] = written.map((expr) => timeOf(inner, expr))
  const where = line.where && truthOf(inner, line.where)
  if (!at || (line.is === 'suspend' && !until)) return undefined
  const own = { is: line.is, time: at, ...(until && { until }), ...(where && { where }), span: line.span }
  if (next) {
    if (counted.id !== record?.id) return reportNext(context, line)
    const alike = next.map((expr) => infer(inner, expr))
    return alike.some(({ type }) => type.is === 'error') ? undefined : { ...own, next: alike }
  }
  if (line.within) {
    if (line.via) return reportWithin(context, line)
    const pairs = groupsOf(context, inner, line.within)
    return pairs && { ...own, like: { source: inner.grain, pairs } }
  }
  const way = subjectOf(context, inner, { span: line.span, ...(line.via && { via: line.via }) })
  return way && { ...own, rows: { source: inner.grain, at: way } }
}

function reportNext({ env, record }: Context, line: EventLine): undefined {
  env.report('BY567', { record: record?.id ?? '' }, line.span)
  return undefined
}

/** What is in common is said of another record's rows, which no path leads from. */
function reportWithin({ env, record }: Context, line: EventLine): undefined {
  env.report('BY617', { record: record?.id ?? '' }, line.within?.[0]?.span ?? line.span)
  return undefined
}

/** A time; of a date its first second, or the one that is written. */
function timeOf(context: Context, expr: ast.Expr, clock = 0): Typed | undefined {
  return asTime(context, infer(context, expr), clock)
}

export function asTime({ env }: Context, typed: Typed, clock: number): Typed | undefined {
  const { span } = typed
  if (typed.type.is === 'time') return typed
  if (typed.type.is === 'date') {
    const at: Typed = { is: 'const', value: clock, type: { is: 'clock' }, span }
    return { is: 'instant', day: typed, clock: at, type: time, span }
  }
  if (typed.type.is !== 'error') env.report('BY316', { expected: 'time', found: describe(typed.type) }, span)
  return undefined
}
