import type { Clock, ClockSpan, Expr } from '../../plan/plan.ts'
import { clockNamed } from './clock.ts'
import { type Engine, need } from './engine.ts'
import type { Formula } from './trace.ts'
import { integerAt, stateAt } from './vector.ts'

type Place = { readonly engine: Engine; readonly row: number; readonly symbolic?: boolean }
type Write = (expr: Expr) => Formula

/** `accepted + 8 working hours`: when it is due; all else that a clock shows, by that and by when it was stopped. */
export function clockFormula(
  { engine, row, symbolic }: Place,
  expr: Extract<Expr, { op: 'clock' }>,
  write: Write,
): Formula {
  const clock = clockNamed(engine, expr.clock)
  const start = write({ op: 'column', column: clock.start })
  const allowance = symbolic ? undefined : allowanceAt()
  const shown = (name: string): readonly Formula[] => {
    const column = `${clock.id}.${name}`
    return engine.model.columns.has(column) ? [write({ op: 'column', column })] : []
  }
  const { warn } = clock
  switch (expr.part) {
    case 'due':
      return allowance ? ran(plus(start, spanOf(allowance))) : { is: 'apply', op: 'clock-due', args: [start] }
    case 'warning':
      if (warn?.is === 'before') return { is: 'apply', op: '-', args: [...shown('due'), spanOf(warn.by)] }
      if (!allowance || !warn) return { is: 'apply', op: 'clock-warning', args: shown('due') }
      return plus(
        start,
        spanOf({ ...allowance, amount: Math.ceil((allowance.amount * warn.part) / warn.of) }),
      )
    case 'stopped':
      return { is: 'apply', op: 'clock-stopped', args: [start] }
    default:
      return { is: 'apply', op: `clock-${expr.part}`, args: [...shown('due'), ...shown('stopped')] }
  }

  /** What stands, goes on later or begins again takes longer than its length. */
  function ran(formula: Formula): Formula {
    const plain = clock.events.every(({ is }) => is === 'stop')
    return plain ? formula : { is: 'apply', op: 'clock-ran', args: [formula] }
  }

  function allowanceAt(): Clock['allowances'][number] | undefined {
    if (!clock.chosen) return clock.allowances[0]
    const chosen = need(engine.columns, clock.chosen)
    return stateAt(chosen.states, row) === 0 ? clock.allowances[Number(integerAt(chosen, row))] : undefined
  }
}

function plus(a: Formula, b: Formula): Formula {
  return { is: 'apply', op: '+', args: [a, b] }
}

/** A length of time; its unit is put into words where it is printed. */
function spanOf({ unit: kind, amount, months }: ClockSpan & { readonly months?: true }): Formula {
  const unit = months ? 'months' : kind
  const size: Formula = { is: 'value', value: { is: 'number', text: String(amount), unit: 'count' } }
  return { is: 'apply', op: `span-${unit}`, args: [size] }
}
