import { power10 } from '../base/decimal.ts'
import { collector } from '../base/diagnostic.ts'
import type * as ast from '../syntax/ast.ts'
import type { Credited, RecordSymbol, Typed } from './checked.ts'
import type { Credit, CreditUses, Rounding } from './clauses.ts'
import { namesParty, withParty } from './credit-party.ts'
import { type Context, type Environment, infer } from './environment.ts'
import { namesIn } from './names.ts'
import { referencePaths, reportPaths } from './paths.ts'
import * as range from './range.ts'
import { fixed, type NumberType, quotientPlaces } from './types.ts'

type Call = Extract<ast.Expr, { is: 'call' }>

/** What an aggregate of credited rows is: the credit, and the way on from the party. */
export type CreditedCall = {
  readonly credit: Credit
  readonly credited: Credited
  readonly path: readonly string[]
}

/**
 * Whether the rows of an aggregate count by credit: they, or what they lead to, are credited, and the result is for the
 * party or for what the party leads to. Undefined: they do not. 'broken': reported.
 */
export function creditedCall(
  context: Context,
  inner: Context,
  record: RecordSymbol,
  call: Call,
): CreditedCall | 'broken' | undefined {
  const { env } = context
  const target = context.grain.record
  const found = target === undefined ? undefined : creditFor(env, record, call.span)
  if (found === 'broken') return 'broken'
  const credited = found && env.records.get(found.declaration.to.text)
  if (found && credited && target !== undefined && call.via && namesParty(call.via, credited)) {
    const via = infer(withParty(inner, credited, found.declaration.name), call.via)
    if (via.type.is === 'error') return 'broken'
    const from = via.type.is === 'ref' ? via.type.record : undefined
    const [on, ...others] = from === undefined ? [] : waysOn(env, from, target)
    if (on && others.length === 0)
      return agreed(context, inner, record, call, {
        declaration: found.declaration,
        base: found.path,
        path: on,
        via,
      })
    env.report('BY402', { from: record.id, to: target }, call.via.span)
    return 'broken'
  }
  if (found && credited && call.via && passesBy(inner, call.via, credited.id)) {
    env.report('BY659', { record: record.id, name: found.declaration.name.text }, call.via.span)
    return 'broken'
  }
  const onward = found && target !== undefined ? waysOn(env, found.declaration.to.text, target) : []
  if (!found || target === undefined || onward.length === 0) {
    if (call.use === undefined) return undefined
    env.report('BY658', { record: record.id, use: call.use }, call.span)
    return 'broken'
  }
  const { declaration, path } = found
  const party = declaration.to.text
  if (call.via) return undefined
  const beside = referencePaths(env.records, record, target).filter(
    (way) => !leadsThrough(env, record, way, party),
  )
  const [on, ...more] = onward
  if (!on || more.length > 0 || beside.length > 0) {
    const paths = [...onward.map((way) => [party, ...way]), ...beside]
    reportPaths(env.report, record.id, target, paths, call.span)
    return 'broken'
  }
  return agreed(context, inner, record, call, { declaration, path: on, base: path })
}

/** The credit that was found, where the call says all that it must. */
function agreed(
  { env, grain: { record: target } }: Context,
  inner: Context,
  record: RecordSymbol,
  call: Call,
  found: {
    readonly declaration: ast.CreditDeclaration
    readonly base: readonly string[]
    readonly path: readonly string[]
    readonly via?: Typed
  },
): CreditedCall | 'broken' {
  const { declaration, via } = found
  const credit = env.define(declaration.name.text, declaration.name)
  if (credit?.kind !== 'credit') return 'broken'
  if (inner.grain.period !== undefined) {
    env.report('BY660', { record: record.id, name: credit.id }, call.span)
    return 'broken'
  }
  if (call.use === undefined && linesOf(credit).some(({ quota, pay }) => quota !== pay)) {
    env.report('BY657', { name: credit.id }, call.span)
    return 'broken'
  }
  return {
    credit,
    credited: {
      credit: credit.id,
      path: found.base,
      ...(call.use !== undefined && { use: call.use }),
      team: target !== credit.party,
      ...(via && { via }),
    },
    path: found.path,
  }
}

/**
 * Whether a clause for each row pays by credit: nobody is named, and the rows are credited. Each party is then paid its
 * part of the whole amount. Undefined: it does not. 'broken': reported.
 */
export function creditedClause(
  { env, grain, record }: Context,
  node: Pick<ast.CommissionDeclaration, 'name' | 'grain'>,
  released: ast.Step | undefined,
): Credited | 'broken' | undefined {
  if (node.grain.to || grain.period !== undefined || !record) return undefined
  const found = creditFor(env, record, node.grain.span)
  if (!found || found === 'broken') return found
  const credit = env.define(found.declaration.name.text, found.declaration.name)
  if (credit?.kind !== 'credit') return 'broken'
  const name = node.name.text
  if (released || !credit.round) {
    if (released) env.report('BY662', { name, credit: credit.id }, released.span)
    else env.report('BY661', { name, credit: credit.id }, node.name.span)
    return 'broken'
  }
  return { credit: credit.id, path: found.path, use: 'pay', team: false }
}

/** What a clause that pays by credit pays a target, the party or what it leads to: one way on, if there is one. */
export function creditedWay(
  env: Environment,
  credited: Credited,
  target: string | undefined,
): { readonly credit: Credit; readonly credited: Credited; readonly path: readonly string[] } | undefined {
  const credit = env.defined(credited.credit)
  if (credit?.kind !== 'credit' || target === undefined) return undefined
  const [path, ...more] = waysOn(env, credit.party, target)
  if (!path || more.length > 0) return undefined
  return { credit, credited: { ...credited, team: target !== credit.party }, path }
}

type Followed = { readonly declaration: ast.CreditDeclaration; readonly path: readonly string[] }

/**
 * The credit that a record's rows follow: its own, or that of the nearest record which they lead to by one way.
 * 'broken': two are equally near, which is reported.
 */
function creditFor(
  env: Environment,
  record: RecordSymbol,
  span: ast.Expr['span'],
): Followed | 'broken' | undefined {
  const own = env.credits.get(record.id)
  if (own) return { declaration: own, path: [] }
  const found: Followed[] = []
  for (const [of, declaration] of env.credits) {
    // What a credit is made of does not count by it.
    const made = declaration.lines.some(
      (line) =>
        line.is === 'split' &&
        [...namesIn(line.of), ...namesIn(line.to)].some(({ text }) => text === record.id),
    )
    const [path, ...more] = made ? [] : referencePaths(env.records, record, of)
    if (path && more.length === 0) found.push({ declaration, path })
  }
  const [nearest, other] = found.sort((a, b) => a.path.length - b.path.length)
  if (!nearest || !other || other.path.length > nearest.path.length) return nearest
  env.report('BY656', { record: record.id, other: nearest.declaration.name.text }, span)
  return 'broken'
}

function waysOn(env: Environment, party: string, target: string): readonly (readonly string[])[] {
  if (party === target) return [[]]
  const from = env.records.get(party)
  return from ? referencePaths(env.records, from, target) : []
}

/** Whether a written way passes somebody who could be credited: itself, or where it looks something up for one. */
function passesBy(inner: Context, via: ast.Expr, party: string): boolean {
  // What is wrong with the way is told where it is followed.
  const silent: Context = { ...inner, env: { ...inner.env, report: collector().report } }
  const visit = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null) return false
    if (isTyped(node) && node.type.is === 'ref' && node.type.record === party) return true
    if (isTyped(node) && node.is === 'field' && !node.row && inner.record) {
      if (leadsThrough(inner.env, inner.record, [...node.path, node.field], party)) return true
    }
    return Object.values(node).some(visit)
  }
  return visit(infer(silent, via))
}

function isTyped(node: object): node is Typed {
  return 'is' in node && 'type' in node && 'span' in node
}

/** Whether a chain of references passes a record. */
function leadsThrough(
  env: Environment,
  from: RecordSymbol,
  path: readonly string[],
  record: string,
): boolean {
  let at: RecordSymbol | undefined = from
  for (const step of path) {
    const type: Typed['type'] | undefined = at?.fields.get(step)?.type
    at = type?.is === 'ref' ? env.records.get(type.record) : undefined
    if (at?.id === record) return true
  }
  return false
}

function linesOf(credit: Credit): readonly CreditUses[] {
  const { split, otherwise, fixed: own, overlays, rollUp, handOvers } = credit
  const rests = handOvers.flatMap(({ rest }) => (rest ? [rest] : []))
  return [
    ...[split, otherwise, ...own, ...overlays, rollUp].flatMap((line) => (line ? [line.uses] : [])),
    ...rests,
  ]
}

/** How many lines share a row among themselves. */
function mainLines({ split, otherwise, fixed: own, handOvers }: Credit): number {
  const kept = handOvers.filter(({ rest }) => rest).length
  return (split?.upTo ?? 0) + (otherwise ? 1 : 0) + own.length + handOvers.length + kept
}

/** The places that exact shares take at most. */
function sharePlaces({ split, fixed: own, handOvers, overlays }: Credit): number {
  const places = ({ share: { type } }: { readonly share: Typed }): number =>
    type.is === 'number' ? type.range.scale : 0
  const first = Math.max(0, ...[...(split ? [split] : []), ...own].map(places))
  const main = handOvers.reduce((sum, handOver) => sum + places(handOver), first)
  return Math.max(main, ...overlays.map(places))
}

/**
 * How the parts of a measure are rounded: money as the credit says; what is shared by weights, whose thirds have no end,
 * is fixed to its places as any quotient. Absent: the parts are exact.
 */
export function partRounding(credit: Credit, type: NumberType): Rounding | undefined {
  if (credit.round && type.unit === 'money') return credit.round
  return credit.split?.weights ? { unit: 1n, scale: quotientPlaces, mode: 'half-even' } : undefined
}

/** What a part of a measure may be: no more than the whole, and the steps of rounding that one part makes up for. */
export function partType(credit: Credit, whole: NumberType): NumberType {
  const exact = fixed(whole)
  const round = partRounding(credit, exact)
  const scale = round ? Math.max(exact.range.scale, round.scale) : exact.range.scale + sharePlaces(credit)
  const { max } = range.absolute(range.widen(exact.range, scale))
  const step = round ? round.unit * power10(scale - round.scale) : 0n
  const most = max + step * BigInt(mainLines(credit) + 1)
  return { ...exact, range: { scale, min: -most, max: most } }
}
