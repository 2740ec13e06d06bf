import { power10 } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import type { RecordSymbol, Typed } from './checked.ts'
import type { Credit, CreditPart, CreditSplit, CreditUses } from './clauses.ts'
import { constantOf, hint } from './constants.ts'
import { namesParty, withParty } from './credit-party.ts'
import { type Context, type Environment, infer } from './environment.ts'
import { pathsIn } from './names.ts'
import { referencePaths } from './paths.ts'
import { roundingUnit } from './rounding.ts'
import { describe } from './types.ts'

type Lines<K extends ast.CreditLine['is']> = readonly Extract<ast.CreditLine, { is: K }>[]

/** Who is credited with the rows of a record: lines that make up each row, and lines beside them. */
export function checkCredit(env: Environment, node: ast.CreditDeclaration): Credit | undefined {
  const record = recordOf(env, node.each)
  const party = recordOf(env, node.to)
  if (!record || !party) return undefined
  const context: Context = { env, grain: { record: record.id }, record }
  const lines = <K extends ast.CreditLine['is']>(is: K): Lines<K> =>
    node.lines.filter((line): line is Extract<ast.CreditLine, { is: K }> => line.is === is)
  const [splitLine] = lines('split')
  const [otherwiseLine] = lines('otherwise')
  const shares = lines('to')
  if (otherwiseLine && shares.length > 0 && !splitLine) {
    env.report('BY489', { name: node.name.text }, otherwiseLine.span)
    return undefined
  }
  if (shares.length > 0 === (splitLine !== undefined) || (otherwiseLine && !splitLine)) {
    env.report('BY650', { name: node.name.text }, node.name.span)
    return undefined
  }
  const part = (to: ast.Expr, uses: ast.CreditUses | undefined, team: boolean): CreditPart | undefined => {
    const named = partyOf(context, party, to)
    return named && { party: named, uses: usesOf(uses, team), span: to.span }
  }
  const shared = (line: { to: ast.Expr; share: ast.Expr; uses?: ast.CreditUses }, team: boolean) => {
    const found = part(line.to, line.uses, team)
    const share = shareOf(context, line.share)
    return found && share && { ...found, share }
  }
  const split = splitLine && checkSplit(context, party, splitLine)
  const otherwise = otherwiseLine && part(otherwiseLine.to, otherwiseLine.uses, true)
  const fixed = shares.map((line) => shared(line, true))
  const overlays = lines('overlay').map((line) => shared(line, false))
  const handOvers = lines('hand-over').map(({ from, to, share, rest, span }) => {
    const [before, after] = [partyOf(context, party, from), partyOf(context, party, to)]
    const moved = shareOf(context, share)
    const kept = rest && { rest: usesOf(rest, true) }
    return before && after && moved && { from: before, to: after, share: moved, ...kept, span }
  })
  const [rollUpLine, again] = lines('roll-up')
  if (again) env.report('BY171', { written: node.name.text }, again.span)
  const rollUp = rollUpLine && checkRollUp(context, party, node.name, rollUpLine)
  const [roundLine] = lines('round')
  const unit = roundLine && roundingUnit(context, roundLine.to)
  const remainder = roundLine?.remainder && partyOf(context, party, roundLine.remainder)
  const whole = <T>(items: readonly (T | undefined)[]): items is readonly T[] =>
    items.every((item) => item !== undefined)
  if (!whole(fixed) || !whole(overlays) || !whole(handOvers)) return undefined
  if ((splitLine && !split) || (otherwiseLine && !otherwise) || (rollUpLine && !rollUp)) return undefined
  if (roundLine && (!unit || (roundLine.remainder && !remainder))) return undefined
  const proved = provedTotal(env, node, fixed)
  if (proved === undefined) return undefined
  return {
    kind: 'credit',
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    record: record.id,
    party: party.id,
    ...(split && { split }),
    ...(otherwise && { otherwise }),
    fixed,
    proved,
    handOvers,
    overlays,
    ...(rollUp && { rollUp }),
    ...(roundLine && unit && { round: { ...unit, mode: roundLine.mode, ...(remainder && { remainder }) } }),
    span: node.name.span,
  }
}

/** Whether written shares total 100 %, when all of them are constants; undefined when they do not. */
function provedTotal(
  env: Environment,
  node: ast.CreditDeclaration,
  fixed: readonly { readonly share: Typed }[],
): boolean | undefined {
  const constants = fixed.map(({ share }) => constantOf(share))
  if (fixed.length === 0) return true
  const scale = Math.max(...constants.map((constant) => constant?.scale ?? 0))
  let total = 0n
  for (const constant of constants) {
    if (!constant) return false
    total += constant.digits * power10(scale - constant.scale)
  }
  if (total === power10(scale)) return true
  env.report('BY651', { name: node.name.text, total: percent(total, scale) }, node.name.span)
  return undefined
}

function percent(digits: bigint, scale: number): string {
  const hundred = digits * 100n
  const unit = power10(scale)
  const rest = (hundred % unit).toString().padStart(scale, '0').replace(/0+$/u, '')
  return `${hundred / unit}${rest === '' ? '' : `.${rest}`}%`
}

function recordOf(env: Environment, name: ast.Name): RecordSymbol | undefined {
  const record = env.records.get(name.text)
  if (record) {
    env.used.add(name.text)
    return record
  }
  const near = env.nearest(name.text, env.records.keys())
  const edits = near === undefined ? undefined : [{ span: name.span, text: near }]
  env.report('BY206', { name: name.text, near: hint(near) }, name.span, edits && { edits })
  return undefined
}

function partyOf(context: Context, party: RecordSymbol, expr: ast.Expr): Typed | undefined {
  const typed = infer(context, expr)
  const { type } = typed
  if (type.is === 'ref' && type.record === party.id) return typed
  if (type.is !== 'error') context.env.report('BY653', { record: party.id, found: describe(type) }, expr.span)
  return undefined
}

/** A share: an exact percentage, since only exact ones are seen to total 100 %. */
function shareOf(context: Context, expr: ast.Expr): Typed | undefined {
  const typed = infer(context, expr)
  const { type } = typed
  if (type.is === 'number' && (type.unit === 'percent' || type.unit === 'ratio') && !type.over) return typed
  if (type.is !== 'error') context.env.report('BY655', { found: describe(type) }, expr.span)
  return undefined
}

function usesOf(uses: ast.CreditUses | undefined, team: boolean): CreditUses {
  const named = uses?.some((use) => use !== 'team') === true
  return {
    quota: !named || uses?.includes('quota') === true,
    pay: !named || uses?.includes('pay') === true,
    team: team || uses?.includes('team') === true,
  }
}

const mostLines = 20

function countOf(context: Context, expr: ast.Expr): number | undefined {
  const value = constantOf(infer(context, expr))
  if (value?.scale === 0 && value.digits >= 1n && value.digits <= BigInt(mostLines))
    return Number(value.digits)
  context.env.report('BY654', { most: String(mostLines) }, expr.span)
  return undefined
}

/** `split Split.share to Split.person, up to 3`: rows that belong to the row which a credited one leads to. */
function checkSplit(
  context: Context,
  party: RecordSymbol,
  line: Extract<ast.CreditLine, { is: 'split' }>,
): CreditSplit | undefined {
  const { env, record } = context
  const upTo = countOf(context, line.upTo)
  const heads = [line.of, line.to].flatMap((expr) => pathsIn(expr).map(({ parts }) => parts[0]?.text ?? ''))
  const names = [...new Set(heads.filter((head) => env.records.has(head)))]
  const shares = names.length === 1 ? env.records.get(names[0] ?? '') : undefined
  if (!record || !shares) {
    env.report('BY652', { record: record?.id ?? '' }, line.span)
    return undefined
  }
  env.used.add(shares.id)
  const inner: Context = { env, grain: { record: shares.id }, record: shares, counting: true }
  const to = partyOf(inner, party, line.to)
  const share = line.weights ? weightOf(inner, line.of) : shareOf(inner, line.of)
  if (!to || !share || upTo === undefined) return undefined
  const own = to.is === 'field' ? (to.path[0] ?? to.field) : undefined
  const ways = [...shares.fields.values()].flatMap(({ id, type }) => {
    if (type.is !== 'ref' || id === own) return []
    if (type.record === record.id) return [{ field: id, of: type.record, path: [] as readonly string[] }]
    const paths = referencePaths(env.records, record, type.record)
    return paths.length === 1 && paths[0] ? [{ field: id, of: type.record, path: paths[0] }] : []
  })
  const [way, other] = ways
  if (!way || other) {
    env.report('BY652', { record: record.id }, line.span)
    return undefined
  }
  return {
    record: shares.id,
    ...way,
    share,
    weights: line.weights,
    party: to,
    upTo,
    uses: usesOf(line.uses, true),
    span: line.span,
  }
}

function weightOf(context: Context, expr: ast.Expr): Typed | undefined {
  const typed = infer(context, expr)
  const { type } = typed
  if (type.is === 'number' && !type.over) return typed
  if (type.is !== 'error')
    context.env.report('BY316', { expected: 'number', found: describe(type) }, expr.span)
  return undefined
}

/** Above a party: by a field of the party's own, or by what is in force for the party on the row's own day. */
function checkRollUp(
  row: Context,
  party: RecordSymbol,
  name: ast.Name,
  line: Extract<ast.CreditLine, { is: 'roll-up' }>,
): Credit['rollUp'] {
  const { env } = row
  const dated = namesParty(line.to, party)
  const context: Context = dated
    ? withParty(row, party, name)
    : { env, grain: { record: party.id }, record: party }
  const to = partyOf(context, party, line.to)
  const levels = line.levels ? countOf(context, line.levels) : 1
  if (!to || levels === undefined) return undefined
  return {
    to,
    dated,
    levels,
    every: line.levels !== undefined,
    uses: usesOf(line.uses, false),
    span: line.span,
  }
}
