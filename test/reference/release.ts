import type { CommissionDeclaration, Expr, Step } from '../../src/syntax/ast.ts'
import { sourceOf } from './aggregate.ts'
import { ownDate, rowAlong } from './own-date.ts'
import { referencePath } from './paths.ts'
import { type Period, periodAt } from './period.ts'
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  roundTo,
  subtract,
  zero,
} from './rational.ts'
import { partsOf as sharesOf } from './share.ts'
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

type Item = { readonly amount: Result<Rational>; readonly day: Result<number> }

/**
 * The parts of one result: what has been due up to each, in cents, less what was due before; with its day. A part that
 * is collected has an item for every row that brings something.
 */
function partsOf(world: World, declaration: CommissionDeclaration, place: Place): readonly Item[] {
  const whole = world.resultOf(declaration.name.text, place)
  const release = releaseOf(declaration)
  const parts = release?.parts ?? []
  const scope: Scope = { ...place, ...(declaration.grain.posting && { posting: declaration.grain.posting }) }
  let share = zero
  let before = zero
  // What belongs to rows of which there are none is not lost: the other parts wait for it to be mended.
  const lacksRows = parts.some(
    (part) =>
      part.is === 'on' &&
      part.share.is === 'share' &&
      apportionedBy(world, part.share.by, part.on, place, present(zero)).length === 0,
  )
  const items = parts.flatMap((part, i): readonly Item[] => {
    const shared = part.is === 'on' && part.share.is === 'share' ? part.share : undefined
    const own = world.evaluate(shared?.pool ?? part.share, scope)
    let amount: Result<Rational>
    if (whole.is !== 'present' || own.is !== 'present')
      amount = whole.is === 'present' ? held('no share') : whole
    else {
      share = add(share, numberOf(own.value))
      const all = addend(whole.value)
      const due = i === parts.length - 1 ? all : roundTo(multiply(all, share), cent, 'half-up')
      amount = present(subtract(due, before))
      before = due
    }
    if (part.is === 'collected') return collected(world, part, place, amount)
    if (shared) return apportionedBy(world, shared.by, part.on, place, amount)
    const lost = whole.is === 'present' && addend(whole.value).n !== 0n && lacksRows
    return [{ amount: lost ? held('no rows to share') : amount, day: dayOf(world.evaluate(part.on, scope)) }]
  })
  if (!release?.cancelled) return items
  const end = dayOf(world.evaluate(release.cancelled, scope))
  if (end.is === 'held' && end.missing) return items
  return items.flatMap((item): readonly Item[] => {
    if (end.is !== 'present') return [{ ...item, amount: held('no end that can be read') }]
    return item.day.is === 'present' && item.day.value > end.value ? [] : [item]
  })
}

const dayOf = (date: Result<Value>): Result<number> =>
  date.is === 'present' ? present(dayValue(date.value)) : date

/** The rows of a period that lead to whom it is for: each has its part, on a day of its own. */
function apportionedBy(
  world: World,
  by: Expr,
  on: Expr,
  { row, period }: Place,
  amount: Result<Rational>,
): readonly Item[] {
  const source = sourceOf(world, by)
  if (!row || !period || source === undefined) throw new Error('nothing is shared')
  if (amount.is === 'not-applicable') return []
  const path = referencePath(world, source, row.record)
  const info = recordOf(world, source)
  const rows = info.rows.flatMap((cells, at) => {
    const inner = { record: source, row: at }
    const reached = path && rowAlong(world, inner, path)
    const own = dayOf(ownDate(world, { row: inner }))
    if (reached?.is !== 'present' || reached.value.row !== row.row || own.is !== 'present') return []
    if (own.value < period.start || (period.end !== undefined && own.value >= period.end)) return []
    const key = (info.key && cells[info.key]) ?? String(at).padStart(9, '0')
    const weight = world.evaluate(by, { row: inner })
    return [{ key, weight, scope: { row: inner }, day: dayOf(world.evaluate(on, { row: inner })) }]
  })
  if (amount.is === 'held') return rows.map(({ day }) => ({ amount, day }))
  if (amount.value.n === 0n) return rows.map(({ day }) => ({ amount: present(zero), day }))
  const known = rows.flatMap(({ key, weight, scope }) =>
    weight.is === 'present' ? [{ key, scope, value: weight.value }] : [],
  )
  const parts =
    known.length < rows.length
      ? held('a weight is not known')
      : sharesOf(world, amount.value, known, undefined)
  return rows.map(({ day }, i) => ({ amount: 'is' in parts ? parts : present(parts[i] ?? zero), day }))
}

/** Every row that leads to the one paid for, in order: what is due with it less what was due before it. */
function collected(
  world: World,
  part: Extract<Release['parts'][number], { is: 'collected' }>,
  place: Place,
  amount: Result<Rational>,
): readonly Item[] {
  const { row } = place
  const source = sourceOf(world, part.amount)
  if (!row || source === undefined) throw new Error('nothing is collected')
  const path = referencePath(world, source, row.record)
  const info = recordOf(world, source)
  const rows = info.rows.flatMap((cells, at) => {
    const inner = { record: source, row: at }
    const reached = path && rowAlong(world, inner, path)
    if (reached?.is !== 'present' || reached.value.row !== row.row) return []
    const key = (info.key && cells[info.key]) ?? String(at).padStart(9, '0')
    const day = dayOf(ownDate(world, { row: inner }))
    return [{ key, day, value: world.evaluate(part.amount, { row: inner }) }]
  })
  rows.sort((a, b) => order(a.day) - order(b.day) || (a.key < b.key ? -1 : 1))
  const goal = world.evaluate(part.reaches, place)
  let sum = zero
  let before = zero
  let problem: Held | undefined
  return rows.map(({ day, value }) => {
    const wrong = [value, goal].find((one): one is Held => one.is === 'held')
    problem ??= wrong
    if (amount.is !== 'present') return { amount, day }
    if (problem || value.is !== 'present' || goal.is !== 'present')
      return { amount: problem ?? held('?'), day }
    sum = add(sum, addend(value.value))
    const total = addend(goal.value)
    if (total.n === 0n) return { amount: held('nothing to reach'), day }
    const come = divide(sum, total)
    const full = compare(come, one) >= 0
    const some = compare(come, zero) > 0
    const due = full
      ? amount.value
      : some && part.how === 'pro-rata'
        ? roundTo(multiply(amount.value, come), cent, 'half-up')
        : zero
    const now = subtract(due, before)
    before = due
    return { amount: present(now), day }
  })
}

const one = rational(1n, 1n)
const order = (day: Result<number>): number => (day.is === 'present' ? day.value : 0)

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
    // What is due later was not paid by then, whatever it comes to.
    if (day.is === 'present' && day.value > until) continue
    if (amount.is === 'held') return amount
    if (day.is !== 'present') return held('a day that cannot be read')
    sum = add(sum, amount.value)
  }
  return present(exact(sum))
}

/** What the rows of a clause before this one have taken of the same row: by day, then by key. */
export function takenBefore(
  world: World,
  clause: string,
  scope: Scope,
  leads: (place: Place) => boolean,
): Result<Rational> {
  const { row: own } = scope
  if (!own) throw new Error('no row that takes')
  const info = recordOf(world, own.record)
  const rows = info.rows.flatMap((cells, row) => {
    const place: Place = { row: { record: own.record, row } }
    if (!leads(place)) return []
    const key = (info.key && cells[info.key]) ?? String(row).padStart(9, '0')
    return [{ row, key, place, day: dayOf(ownDate(world, { ...scope, ...place })) }]
  })
  if (rows.some(({ day }) => day.is !== 'present')) return held('a row whose place is not known')
  rows.sort((a, b) => order(a.day) - order(b.day) || (a.key < b.key ? -1 : 1))
  let sum = zero
  for (const { row, place } of rows) {
    if (row === own.row) break
    const taken = world.resultOf(clause, place)
    if (taken.is === 'held') return taken
    if (taken.is === 'present') sum = add(sum, addend(taken.value))
  }
  return present(sum)
}

/** Whether a clawback nets what its rows have taken: it asks for what was paid on one thing alone. */
export function nets(declaration: CommissionDeclaration): boolean {
  const asked = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('is' in node && node.is === 'paid-on')
      asked.add(JSON.stringify(node, (key, value) => (key === 'span' ? undefined : value)))
    Object.values(node).forEach(visit)
  }
  visit(declaration.steps)
  return declaration.label === 'clawback' && declaration.grain.each !== undefined && asked.size === 1
}
