import type { CommissionDeclaration, Expr, Step } from '../../src/syntax/ast.ts'
import { type Period, periodAt } from './period.ts'
import { add, multiply, type Rational, rational, roundTo, subtract, zero } from './rational.ts'
import {
  addend,
  dayValue,
  exact,
  type Held,
  held,
  numberOf,
  present,
  type Result,
  type Value,
} from './value.ts'
import { type Place, recordOf, type Scope, type World } from './world.ts'

type Release = Extract<Step, { is: 'release' }>

export function releaseOf(declaration: CommissionDeclaration): Release | undefined {
  return declaration.steps.find((step): step is Release => step.is === 'release')
}

const cent = rational(1n, 100n)

/** The parts of one result: what has been due up to each, in cents, less what was due before; with its day. */
function partsOf(
  world: World,
  declaration: CommissionDeclaration,
  place: Place,
): readonly { readonly amount: Result<Rational>; readonly day: Result<number> }[] {
  const whole = world.resultOf(declaration.name.text, place)
  const parts = releaseOf(declaration)?.parts ?? []
  const scope: Scope = { ...place, ...(declaration.grain.posting && { posting: declaration.grain.posting }) }
  let share = zero
  let before = zero
  return parts.map(({ share: written, on }, i) => {
    const own = world.evaluate(written, scope)
    const date = world.evaluate(on, scope)
    const day: Result<number> = date.is === 'present' ? present(dayValue(date.value)) : date
    if (whole.is !== 'present' || own.is !== 'present')
      return { amount: whole.is === 'present' ? held('no share') : whole, day }
    share = add(share, numberOf(own.value))
    const all = addend(whole.value)
    const due = i === parts.length - 1 ? all : roundTo(multiply(all, share), cent, 'half-up')
    const amount = subtract(due, before)
    before = due
    return { amount: present(amount), day }
  })
}

/** Each place that a clause has results for, in any period since the policy began until a day. */
function places(world: World, declaration: CommissionDeclaration, until: number): readonly Place[] {
  const { each, subject, per } = declaration.grain
  const record = (each ?? subject)?.text ?? ''
  const rows = recordOf(world, record).rows.map((_, row) => ({ row: { record, row } }))
  if (!per) return rows
  const periods: Period[] = []
  let period = periodAt(per.text, world.effective.from ?? until, world.calendar)
  while (period && period.start <= until) {
    periods.push(period)
    period = period.end === undefined ? undefined : periodAt(per.text, period.end, world.calendar)
  }
  return rows.flatMap((place) => periods.map((one) => ({ ...place, period: one })))
}

/** What a clause releases for someone on the days of a period. */
export function releasedIn(
  world: World,
  declaration: CommissionDeclaration,
  scope: Scope,
  isPayee: (inner: Scope, to: Expr | undefined) => boolean,
): Result<Value> {
  const { period } = scope
  if (!period) throw new Error('a release is gathered by periods')
  const until = (period.end ?? period.start) + 4000
  let problem: Held | undefined
  let sum = zero
  for (const place of places(world, declaration, until)) {
    const mine = place.period ? place.row?.row === scope.row?.row : isPayee(place, declaration.grain.to)
    if (!mine) continue
    for (const { amount, day } of partsOf(world, declaration, place)) {
      if (amount.is === 'not-applicable' || (day.is === 'held' && day.missing)) continue
      if (
        day.is === 'present' &&
        (day.value < period.start || (period.end !== undefined && day.value >= period.end))
      )
        continue
      if (amount.is === 'held') problem ??= amount
      else if (day.is === 'present') sum = add(sum, amount.value)
      else problem ??= held('a day that cannot be read')
    }
  }
  return problem ?? present(exact(sum))
}

/** What was released for one row until a day. */
export function paidUntil(
  world: World,
  declaration: CommissionDeclaration,
  place: Place,
  until: number,
): Result<Value> {
  let sum = zero
  for (const { amount, day } of partsOf(world, declaration, place)) {
    if (amount.is === 'not-applicable' || (day.is === 'held' && day.missing)) continue
    if (amount.is === 'held') return amount
    if (day.is !== 'present') return held('a day that cannot be read')
    if (day.value <= until) sum = add(sum, amount.value)
  }
  return present(exact(sum))
}
