import type { Id, Output, PlanStep, Ratio } from '../../plan/plan.ts'
import { columnNamed, constantRatio, roundingOf } from './constants.ts'
import { type Gathering, isTrue } from './gather.ts'
import type { Condition, Look, What } from './point.ts'

type Binding = Extract<What, { is: 'step' }>['step']

/** Every step that may bind or not: gates, limits, roundings, tests. */
export function addSteps(into: Gathering): void {
  for (const output of into.plan.outputs) {
    let before: Id | undefined
    const under: Condition[] = [{ is: 'applies', column: output.column }]
    for (const step of output.steps) {
      if (step.is === 'gate' || step.when !== undefined) addTest(into, output, step, under)
      const met: readonly Condition[] =
        step.when === undefined ? under : [...under, isTrue({ op: 'column', column: step.when })]
      const binding = bindingOf(step)
      if (binding) addBinding(into, output, step, { ...binding, before, under: met })
      if (step.is === 'gate') under.push(isTrue({ op: 'column', column: step.column }))
      else before = step.column
    }
  }
}

function grainOf(into: Gathering, id: Id, output: Output): Id {
  return columnNamed(into.plan, id)?.grain ?? output.grain
}

function addTest(into: Gathering, output: Output, step: PlanStep, under: readonly Condition[]): void {
  const column = step.when ?? step.column
  const as = step.when === undefined ? 'gate' : 'when'
  const grain = grainOf(into, column, output)
  into.add({
    grain,
    look: { is: 'code', expr: { op: 'column', column } },
    under,
    points: [true, false].map((holds) => ({
      outcomes: [holds ? '1' : '0'],
      name: `${as}:${holds ? 'met' : 'not-met'}`,
      origin: step.origin,
      what: { is: 'test', as, holds, text: into.textOf(step.origin) },
      of: output,
    })),
  })
}

/** Which way the amount goes where a step binds. */
function bindingOf({
  is,
}: PlanStep): { readonly step: Binding; readonly way: 'less' | 'more' | 'other' } | undefined {
  switch (is) {
    case 'cap':
    case 'limit-by-law':
      return { step: is, way: 'less' }
    case 'floor':
      return { step: is, way: 'more' }
    case 'round':
    case 'prorate':
      return { step: is, way: 'other' }
    default:
      return undefined
  }
}

function addBinding(
  into: Gathering,
  output: Output,
  step: PlanStep,
  {
    step: is,
    way,
    before,
    under,
  }: {
    readonly step: Binding
    readonly way: 'less' | 'more' | 'other'
    readonly before: Id | undefined
    readonly under: readonly Condition[]
  },
): void {
  const a = ratioOf(into, step.column)
  const b = before === undefined ? zero : ratioOf(into, before)
  if (!a || !b || (is === 'round' && isRound(into, step.column, before))) return
  const look: Look = { is: 'sides', a, b }
  const bound =
    way === 'less'
      ? (['below'] as const)
      : way === 'more'
        ? (['above'] as const)
        : (['below', 'above'] as const)
  const free = (['below', 'at', 'above'] as const).filter((side) => !bound.some((one) => one === side))
  const point = (binds: boolean) =>
    ({
      outcomes: binds ? bound : free,
      name: `${is}:${binds ? 'binds' : 'does-not-bind'}`,
      origin: step.origin,
      what: { is: 'step', step: is, binds },
      of: output,
    }) as const
  const grain = grainOf(into, step.column, output)
  const round = is === 'round' ? roundingOf(into.plan, step.column) : undefined
  if (round && /^half-/u.test(round.mode))
    into.add({
      grain,
      look: { is: 'tie', value: b, unit: BigInt(round.unit), scale: round.scale },
      under,
      points: [
        { outcomes: ['tie'], name: 'round:tie', origin: step.origin, what: { is: 'tie' }, of: output },
      ],
    })
  into.add({
    grain,
    look,
    under,
    // That an amount is already round needs no case.
    points: [
      ...(neverBinds(into, step, before, way) ? [] : [point(true)]),
      ...(is === 'round' ? [] : [point(false)]),
    ],
  })
}

/** Whether an amount cannot come to where a constant limit lies: what adds up amounts of 0 and more is not below 0. */
function neverBinds(
  { plan }: Gathering,
  { operand, parts = [] }: PlanStep,
  before: Id | undefined,
  way: 'less' | 'more' | 'other',
): boolean {
  const limit = operand === undefined ? undefined : columnNamed(plan, operand)
  const amount = before === undefined ? undefined : columnNamed(plan, before)
  if (limit?.type.is !== 'int' || amount?.type.is !== 'int' || way === 'other') return false
  // What is carried from period to period is not the amount alone.
  const bound = constantRatio({ n: limit.expr, scale: limit.type.scale })
  if (!bound || parts.length > 0) return false
  const { min, max, scale } = amount.type
  const [least, most] = [BigInt(min), BigInt(max)].map((at) => at * 10n ** BigInt(bound.scale))
  const at = bound.n * 10n ** BigInt(scale)
  if (least === undefined || most === undefined) return false
  // Of a quotient no more than its sign is known.
  if (amount.denominator !== undefined) return way === 'more' && bound.n === 0n && least >= 0n
  return way === 'more' ? least >= at : most <= at
}

/** Whether what is rounded has no more places than it is rounded to. */
function isRound(into: Gathering, id: Id, before: Id | undefined): boolean {
  const round = roundingOf(into.plan, id)
  const column = before === undefined ? undefined : columnNamed(into.plan, before)
  if (!round || column?.type.is !== 'int' || column.denominator !== undefined) return false
  return round.unit === '1' && column.type.scale <= round.scale
}

const zero: Ratio = {
  n: { op: 'const', value: '0', type: { is: 'int', scale: 0, min: '0', max: '0', unit: 'number' } },
  scale: 0,
}

function ratioOf(into: Gathering, id: Id): Ratio | undefined {
  const column = columnNamed(into.plan, id)
  if (column?.type.is !== 'int') return undefined
  return {
    n: { op: 'column', column: id },
    ...(column.denominator !== undefined && { d: { op: 'column', column: column.denominator } }),
    scale: column.type.scale,
  }
}
