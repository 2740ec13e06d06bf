import { type Clock, clockStates, type Expr, type Id, type Output } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { columnNamed } from './constants.ts'
import type { Gathering } from './gather.ts'
import type { ClockStep } from './point.ts'

/** Every state of a clock that its clause can lead to, its warning and its escalations. */
export function addClocks(into: Gathering): void {
  for (const clock of into.plan.clocks ?? []) {
    const output = into.plan.outputs.find(
      ({ column, is }) => is === 'deadline' && shows(into, column, clock.id),
    )
    if (!output) continue
    addStates(into, clock, output)
    if (clock.warn) addStep(into, clock, output, 'warning', clock.warn.origin)
    for (const [i, { origin }] of clock.escalations.entries()) addStep(into, clock, output, i, origin)
  }
}

function addStates(into: Gathering, clock: Clock, output: Output): void {
  const can = clockStates.filter((state) => {
    if (state === 'warned') return clock.warn !== undefined
    if (state === 'paused') return pauses(clock)
    return true
  })
  const type = columnNamed(into.plan, output.column)?.type
  const spelled = (state: (typeof clockStates)[number]) =>
    (type?.is === 'enum' ? type.values[clockStates.indexOf(state)] : undefined) ?? state
  into.add({
    grain: clock.grain,
    look: { is: 'code', expr: { op: 'clock', clock: clock.id, part: 'state' } },
    under: [{ is: 'applies', column: output.column }],
    points: can.map((state) => ({
      outcomes: [String(clockStates.indexOf(state))],
      name: `clock:${state}`,
      origin: output.origin,
      what: { is: 'clock', state: spelled(state) },
      of: output,
    })),
  })
}

/** Just before a step, and just when it is reached. */
function addStep(into: Gathering, clock: Clock, output: Output, step: ClockStep, origin: Id): void {
  const is = step === 'warning' ? step : 'escalation'
  const name = step === 'warning' ? step : `escalation:${step + 1}`
  into.add({
    grain: clock.grain,
    look: { is: 'clock-step', clock: clock.id, step },
    under: [{ is: 'applies', column: output.column }],
    points: (['before', 'reached'] as const).map((side) => ({
      outcomes: [side],
      name: `${name}:${side}`,
      origin,
      what: { is, side, text: into.textOf(origin) },
      of: output,
    })),
  })
}

function shows(into: Gathering, id: Id, clock: Id): boolean {
  const reads = (expr: Expr): boolean =>
    (expr.op === 'clock' && expr.clock === clock) || partsOf(expr).some(reads)
  const column = columnNamed(into.plan, id)
  return column !== undefined && reads(column.expr)
}

/** Whether the clock can stand. */
export function pauses({ events }: Clock): boolean {
  return events.some(({ is }) => is === 'pause' || is === 'suspend')
}
