import { addMonths } from '../../src/base/day.ts'
import type { AuthorityLine, Expr, Name } from '../../src/syntax/ast.ts'
import type { Above, Person } from './authority-people.ts'
import { equal, order } from './order.ts'
import { ownDate } from './own-date.ts'
import { apply, dayValue, held, heldOf, present, type Result, truthOf, used, type Value } from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

type Line<K extends AuthorityLine['is']> = Extract<AuthorityLine, { is: K }>
type Asked = {
  readonly asker: Person
  readonly least: number | undefined
  readonly all: readonly string[]
  readonly either: readonly string[]
  /** Who signs after whom: nothing is the rank that decides. */
  readonly orders: readonly (readonly string[])[]
  /** Whom the row names. */
  readonly people: ReadonlyMap<string, Result<Person>>
  /** How long what is asked of somebody holds, by each table that asks; nothing for the usual time. `''`: of the rank. */
  readonly spans: (who: string) => readonly (Expr | undefined)[]
}
/** From the best to the worst. */
const states = ['timely', 'late', 'changed', 'expired', 'none']
const none = states.length - 1

/** Each approval that is recorded for the row, one after the other: how it stands, and whose it is. */
export function approved(
  world: World,
  lines: readonly AuthorityLine[],
  scope: Scope,
  above: Above,
  { asker, least, all, either, people, orders, spans }: Asked,
): Result<Value> {
  const line = lines.find((one): one is Line<'approved-by'> => one.is === 'approved-by')
  const { row } = scope
  if (!line || !row || line.of.is !== 'path') throw new Error('approvals of rows')
  const record = recordOf(world, line.of.parts[0]?.text ?? '')
  const needed = used(line.needed ? world.evaluate(line.needed, scope) : ownDate(world, scope))
  if (needed.is !== 'present') return needed
  const test = (is: 'late-when' | 'again-when'): Expr | undefined => {
    const found = lines.find((one) => one.is === is)
    return found && 'test' in found && line.of.is === 'path'
      ? ofRow(found.test, recordOf(world, row.record).fields, line.of.parts)
      : undefined
  }
  const [late, again] = [test('late-when'), test('again-when')]
  const own = record.rows.flatMap((_, at): Scope[] => {
    const inner: Scope = { row: { record: record.name, row: at }, posting: line.on }
    const of = world.evaluate(line.of, inner)
    return of.is === 'present' && equal(of.value, { is: 'row', ...row }) ? [inner] : []
  })
  const stateOf = (inner: Scope, who: string): Result<number> => {
    const holds = (expression: Expr | undefined): Result<boolean> =>
      expression
        ? apply(world.evaluate(expression, inner), (value) => present(truthOf(value)))
        : present(false)
    const unless = (fine: number) => apply(holds(again), (changed) => present(changed ? 2 : fine))
    return apply(world.evaluate(line.on, inner), (value) => {
      const on = dayValue(value)
      const day = dayValue(needed.value)
      const exact = value.is === 'instant' && needed.value.is === 'instant'
      if (exact ? order(value, needed.value) > 0 : on > day)
        return apply(holds(late), (still) => (still ? unless(1) : present(none)))
      const ends = spans(who).map((valid) => lastDay(on, valid ?? line.valid))
      return day > Math.min(...ends) ? present(3) : unless(0)
    })
  }
  const each = (who: string) => {
    const suits = suitsOf(who)
    return own.map((inner) => {
      const may = apply(world.evaluate(line.by, inner), (by) =>
        by.is === 'row' ? suits({ record: by.record, row: by.row }, inner) : held('nobody'),
      )
      // Whatever does not suit, or stands as none does, says nothing: also where the other is not known.
      return { may: used(may), state: used(stateOf(inner, who)), day: used(world.evaluate(line.on, inner)) }
    })
  }
  const best = (who: string): Result<number> => {
    const found = each(who)
    for (let state = 0; state < none; state++) {
      const here = found.map((one) => both(one, state))
      if (here.some((one) => one === undefined)) return held('not known')
      if (here.includes(true)) return present(state)
    }
    return present(none)
  }
  const suitsOf = (who: string): Suits => {
    if (who === '') return (by, inner) => above.mayGive(asker, by, least ?? 0, inner)
    const person = people.get(who)
    if (person) return (by, inner) => apply(person, (one) => above.signsFor(asker, by, one, inner))
    return (by, inner) =>
      equal({ is: 'row', ...by }, { is: 'row', ...asker })
        ? present(false)
        : apply(above.roleOf(by, inner), (his) => present(his === who))
  }
  const ranked = least === undefined ? undefined : best('')
  const signed = (either.length > 0 ? either : all).map((role) => best(role))
  const parts = [...(ranked ? [ranked] : []), ...signed]
  const known = parts.flatMap((part) => (part.is === 'present' ? [part.value] : []))
  if (known.length < parts.length) return held('not known')
  const state = either.length > 0 ? Math.min(...known) : Math.max(...known)
  // Whether each has one of these that comes on no earlier day than the one before him.
  const inTurn = (turn: readonly string[], worst: number): Result<boolean> => {
    let before: Value | undefined
    for (const who of turn.filter((one) => one !== '' || least !== undefined)) {
      const days = each(who).map(({ may, state: stands, day }) => {
        const on = day.is === 'present' ? day.value : undefined
        if (on !== undefined && before !== undefined && order(on, before) < 0) return 'no'
        if (may.is === 'present' && !may.value) return 'no'
        if (stands.is === 'present' && stands.value > worst) return 'no'
        return on === undefined || may.is !== 'present' || stands.is !== 'present' ? undefined : on
      })
      if (days.includes(undefined)) return held('not known')
      const [earliest] = days.flatMap((day) => (day === 'no' || day === undefined ? [] : [day])).sort(order)
      if (!earliest) return present(false)
      before = earliest
    }
    return present(true)
  }
  for (let worst = state; worst < 2; worst++) {
    const kept = orders.map((turn) => inTurn(turn, worst))
    const open = heldOf(kept)
    if (open && !kept.some((one) => one.is === 'present' && !one.value)) return open
    if (!open && kept.every((one) => one.is === 'present' && one.value))
      return present({ is: 'word', text: states[worst] ?? 'none' })
  }
  return present({ is: 'word', text: state < 2 ? 'unordered' : (states[state] ?? 'none') })
}

type Suits = (by: Person, inner: Scope) => Result<boolean>

function both(
  { may, state }: { readonly may: Result<boolean>; readonly state: Result<number> },
  wanted: number,
): boolean | undefined {
  if (may.is === 'present' && !may.value) return false
  if (state.is === 'present' && state.value !== wanted) return false
  return may.is === 'present' && state.is === 'present' ? true : undefined
}

function lastDay(on: number, valid: Expr | undefined): number {
  if (valid === undefined) return Number.MAX_SAFE_INTEGER
  if (valid.is !== 'duration') throw new Error('a length of time')
  const count = Number(valid.spelling)
  if (valid.unit === 'days') return on + count
  return addMonths(on, valid.unit === 'years' ? 12 * count : count)
}

/** Bare names of fields of the row that is approved are read there. */
function ofRow(expression: Expr, fields: ReadonlyMap<string, unknown>, way: readonly Name[]): Expr {
  return JSON.parse(JSON.stringify(expression), (_, value) =>
    value && value.is === 'path' && fields.has(value.parts?.[0]?.text)
      ? { ...value, parts: [...way, ...value.parts] }
      : value,
  )
}
