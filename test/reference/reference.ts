import { formatDay } from '../../src/base/day.ts'
import { unreachable } from '../../src/base/unreachable.ts'
import type {
  CommissionDeclaration,
  Declaration,
  GrainNode,
  PayoutDeclaration,
  PenaltyDeclaration,
  Program,
} from '../../src/syntax/ast.ts'
import { authority } from './authority.ts'
import { commission } from './commission.ts'
import { decision } from './decision.ts'
import { evaluate } from './expression.ts'
import { exists, inForce } from './own-date.ts'
import { broughtForward, type Part } from './past.ts'
import { payout } from './payout.ts'
import { penalty, takesMoney } from './penalty.ts'
import { type Period, periodAt, periodNamed } from './period.ts'
import { decimalText, subtract, zero } from './rational.ts'
import { scorecard } from './scorecard.ts'
import { sla } from './sla.ts'
import { isoOf } from './time.ts'
import {
  addend,
  apply,
  both,
  exact,
  notApplicable,
  present,
  type Result,
  truth,
  truthOf,
  used,
  type Value,
} from './value.ts'
import { windowOf } from './window.ts'
import { type Data, type Facts, factsOf, type Place, recordOf, type Scope, type World } from './world.ts'

/** One result as a reader sees it: an exact decimal (a fraction to 12 places, half-even), or why there is none. */
export type Line =
  | { readonly amount: string }
  | { readonly word: string }
  | { readonly held: string }
  | { readonly notApplicable: string }

export type Reference = {
  /** Every pay clause, scorecard and payout, by `clause|subject|period`; a clause for each row by `clause|row|`. */
  readonly lines: ReadonlyMap<string, Line>
  /** Any declared result: `kpi.level` for a person and a quarter, a value, a row's commission. */
  readonly value: (name: string, subject?: string, period?: string) => Line
}

function worked(world: World, declaration: Declaration, place: Place, output: string): Result<Value> {
  if (!('grain' in declaration)) throw new Error(`${declaration.name.text} has no results`)
  const { grain } = declaration
  const scope: Scope = {
    ...place,
    ...(grain.asOf && { asOf: grain.asOf }),
    ...(grain.posting && { posting: grain.posting }),
  }
  const { subject, where } = grain
  if (isPay(declaration) && isPart(output)) return carriedOn(world, declaration, scope, output)
  // Asked one after the other: who is not there is not asked about, and who is left out needs no date.
  const questions = [
    () => (subject && place.row && place.period ? exists(world, place.row, place.period) : present(true)),
    () => (where ? apply(world.evaluate(where, scope), (value) => present(truthOf(value))) : present(true)),
    () => (declaration.kind === 'value' ? present(true) : inForce(world, scope)),
  ]
  for (const question of questions) {
    const answer = question()
    if (answer.is === 'held') return answer
    if (answer.is === 'present' && !answer.value) return notApplicable('not meant here')
  }
  switch (declaration.kind) {
    case 'value':
      return world.evaluate(declaration.value, { ...scope, self: declaration.name.text })
    case 'commission':
      return commission(world, declaration, scope, output)
    case 'scorecard':
      return scorecard(world, declaration, scope, output)
    case 'penalty':
      return penalty(world, declaration, scope, output)
    case 'decision':
      return decision(world, declaration, scope, output)
    case 'authority':
      return authority(world, declaration, scope, output)
    case 'sla':
      return sla(world, declaration, scope, output)
    case 'payout':
      return payout(world, declaration, scope, output)
    default:
      return unreachable(declaration)
  }
}

type Pay = CommissionDeclaration | PayoutDeclaration | PenaltyDeclaration

function isPay(declaration: Declaration): declaration is Pay {
  const { kind } = declaration
  return kind === 'commission' || kind === 'payout' || (kind === 'penalty' && takesMoney(declaration))
}

/** What goes on to the next period; of a payout that limits several classes by law, each under its own name. */
function isPart(output: string): output is Part {
  return output === 'owed' || output === 'carried' || output.startsWith('carried.')
}

/** What is carried after a period: as it was where nothing is paid, nothing before the policy or the subject's first day. */
function carriedOn(world: World, declaration: Pay, scope: Scope, part: Part): Result<Value> {
  const { row, period } = scope
  const { from, until } = world.effective
  if (!period) throw new Error('nothing goes on without periods')
  if ((from !== undefined && period.start < from) || (until !== undefined && period.start > until))
    return notApplicable('outside the policy')
  if (row && declaration.grain.subject) {
    const there = exists(world, row, period)
    const begun = exists(world, row, { ...period, start: Number.MIN_SAFE_INTEGER })
    if (begun.is === 'present' && !begun.value) return notApplicable('not there yet')
    if (there.is === 'held') return there
    if (there.is === 'present' && !there.value) return broughtForward(world, declaration, part, scope)
  }
  const { where } = declaration.grain
  const meant = where ? used(world.evaluate(where, scope)) : present(truth(true))
  if (meant.is === 'held') return meant
  if (meant.is === 'present' && !truthOf(meant.value)) return broughtForward(world, declaration, part, scope)
  if (declaration.kind === 'penalty') return penalty(world, declaration, scope, part)
  return declaration.kind === 'commission'
    ? commission(world, declaration, scope, part)
    : payout(world, declaration, scope, part)
}

/** The pipeline on the year so far, less what it came to one period earlier: 0 at the beginning of a year. */
function paidToDate(world: World, declaration: CommissionDeclaration, place: Place): Result<Value> {
  const { per, toDate } = declaration.grain
  const { period } = place
  if (!per || !toDate || !period) throw new Error(`${declaration.name.text} is not paid to date`)
  const until = (end: Period): Result<Value> => {
    const window = windowOf(world, { window: { is: 'to-date', kind: toDate } }, end)
    return worked(world, declaration, { ...place, period: window, over: per.text }, '')
  }
  const so = until(period)
  const year = periodAt(toDate, period.start, world.calendar)
  const earlier =
    year?.start === period.start ? undefined : periodAt(per.text, period.start - 1, world.calendar)
  const before = earlier ? until(earlier) : present(exact(zero))
  if (so.is !== 'present') return so
  const paid = before.is === 'not-applicable' ? present(exact(zero)) : before
  return both(so, paid, (a, b) => present(exact(subtract(addend(a), addend(b)))))
}

function worldOf(
  facts: Facts,
  other?: { readonly replaced: string; readonly by: string; readonly in: World },
): World {
  const memo = new Map<string, Result<Value> | 'in work'>()
  const others = new Map<string, World>()
  const world: World = {
    ...facts,
    evaluate: (expression, scope) => evaluate(world, expression, scope),
    instead: (replaced, by) => {
      const key = JSON.stringify([replaced, by])
      const known = others.get(key) ?? worldOf(facts, { replaced, by, in: world })
      others.set(key, known)
      return known
    },
    resultOf: (name, place, output = 'score') => {
      if (name === other?.replaced || name === other?.by) return other.in.resultOf(other.by, place, output)
      const declaration = world.declarations.get(name)
      if (!declaration) throw new Error(`nothing is named ${name}`)
      const pays = declaration.kind === 'commission' || declaration.kind === 'payout'
      const named = pays ? isPart(output) : declaration.kind !== 'value'
      const own = declaration.kind === 'penalty' && (output === 'score' || output === 'amount')
      const wanted = named && !own ? output : ''
      const key = JSON.stringify([
        name,
        place.row?.row,
        place.period?.start,
        place.period?.end,
        place.over,
        wanted,
      ])
      const known = memo.get(key)
      if (known === 'in work') throw new Error(`${name} reads itself`)
      if (known) return known
      memo.set(key, 'in work')
      const toDate = declaration.kind === 'commission' && declaration.grain.toDate && place.over === undefined
      const result = toDate
        ? paidToDate(world, declaration, place)
        : worked(world, declaration, place, wanted)
      memo.set(key, result)
      return result
    },
  }
  return world
}

function shown(world: World, result: Result<Value>): Line {
  if (result.is === 'held') return { held: result.why }
  if (result.is === 'not-applicable') return { notApplicable: result.why }
  const { value } = result
  switch (value.is) {
    case 'number':
      return { amount: decimalText(addend(value)) }
    case 'text':
    case 'word':
      return { word: value.text }
    case 'day':
      return { word: formatDay(value.day) }
    case 'instant':
      return { word: isoOf(value.at) }
    case 'truth':
      return { word: value.value ? 'yes' : 'no' }
    case 'period':
      return { word: value.period.key }
    case 'row':
      return { word: keyOfRow(world, value.record, value.row) }
    default:
      return { word: JSON.stringify(value) }
  }
}

function keyOfRow(world: World, record: string, row: number): string {
  const info = recordOf(world, record)
  return (info.key === undefined ? undefined : info.rows[row]?.[info.key]) ?? `#${row + 1}`
}

function places(world: World, grain: GrainNode, periods: readonly string[]): Place[] {
  const record = (grain.each ?? grain.subject)?.text
  const kind = grain.per?.text
  const rows: Place[] = record
    ? recordOf(world, record).rows.map((_, row) => ({ row: { record, row } }))
    : [{}]
  if (kind === undefined) return rows
  const named = periods.flatMap((key): readonly Period[] => {
    const period = periodNamed(kind, key, world.calendar)
    return period ? [period] : []
  })
  return rows.flatMap((place) => named.map((period) => ({ ...place, period })))
}

/**
 * The program worked out the slow way, one result at a time and from the tree alone, with exact fractions: what every
 * engine must agree with.
 */
export function reference(program: Program, data: Data, periods: readonly string[], now?: bigint): Reference {
  const world = worldOf({ ...factsOf(program, data), ...(now !== undefined && { now }) })
  const lines = new Map<string, Line>()
  for (const [name, declaration] of world.declarations) {
    if (!('grain' in declaration) || declaration.kind === 'value') continue
    for (const place of places(world, declaration.grain, periods)) {
      const subject = place.row ? keyOfRow(world, place.row.record, place.row.row) : ''
      lines.set(`${name}|${subject}|${place.period?.key ?? ''}`, shown(world, world.resultOf(name, place)))
    }
  }
  const value = (path: string, subject?: string, period?: string): Line => {
    const [name = '', output] = path.split('.')
    const declaration = world.declarations.get(name)
    if (!declaration || !('grain' in declaration)) throw new Error(`nothing is named ${name}`)
    const { grain } = declaration
    const found = places(world, grain, period === undefined ? [] : [period]).find(
      ({ row }) => !row || keyOfRow(world, row.record, row.row) === subject,
    )
    if (!found) throw new Error(`no ${path} for ${subject} in ${period}`)
    return shown(world, world.resultOf(name, found, output))
  }
  return { lines, value }
}
