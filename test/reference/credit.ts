import type { CreditDeclaration, CreditLine, CreditUses, Expr } from '../../src/syntax/ast.ts'
import { cellValue } from './cell.ts'
import { type Row, rowAlong } from './own-date.ts'
import { referencePath } from './paths.ts'
import {
  absolute,
  add,
  compare,
  divide,
  fixed,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  roundTo,
  subtract,
  zero,
} from './rational.ts'
import { addend, apply, held, numberOf, present, type Result, type Value } from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

/** One who is credited with a row, and with how much of it; `main`: the line shares the row with others. */
type Line = {
  readonly party: Result<Row>
  readonly share: Result<Rational>
  readonly main: boolean
  /** One of more shares than there may be, or above whom it names. */
  readonly surplus?: true
  /** What a hand-over left for a use of its own: no other hand-over moves it on. */
  readonly stays?: true
  readonly uses: CreditUses | undefined
}
type LineOf<K extends CreditLine['is']> = Extract<CreditLine, { is: K }>

const linesOf = <K extends CreditLine['is']>(credit: CreditDeclaration, is: K): LineOf<K>[] =>
  credit.lines.filter((line): line is LineOf<K> => line.is === is)

const rowOf = (value: Result<Value>): Result<Row> =>
  apply(value, (found) => (found.is === 'row' ? present(found) : held('no row')))

const numberIn = (value: Result<Value>): Result<Rational> => apply(value, (found) => present(numberOf(found)))

/** The credit that an aggregate of a record for a row of another follows, with the way to the credited record. */
export function creditOf(
  world: World,
  record: string,
  target: string | undefined,
  via?: Expr,
):
  | { readonly credit: CreditDeclaration; readonly path: readonly string[]; readonly on: readonly string[] }
  | undefined {
  if (target === undefined) return undefined
  const found: NonNullable<ReturnType<typeof creditOf>>[] = []
  for (const declaration of world.declarations.values()) {
    if (declaration.kind !== 'credit') continue
    const [split] = linesOf(declaration, 'split')
    if (split && headOf(split.to) === record) continue
    const path = record === declaration.each.text ? [] : referencePath(world, record, declaration.each.text)
    if (via && !namesParty(via, declaration.to.text)) continue
    const on = via || declaration.to.text === target ? [] : referencePath(world, declaration.to.text, target)
    if (path && on) found.push({ credit: declaration, path, on })
  }
  return found.sort((a, b) => a.path.length - b.path.length)[0]
}

/** Whether an expression names a record's row: somewhere in it a path begins so. */
function namesParty(node: unknown, record: string): boolean {
  if (typeof node !== 'object' || node === null) return false
  if ('is' in node && node.is === 'path' && 'parts' in node && Array.isArray(node.parts)) {
    const first = String(node.parts[0]?.text)
    return first === record || first === record.charAt(0).toLowerCase() + record.slice(1)
  }
  return Object.values(node).some((part) => namesParty(part, record))
}

const headOf = (expression: Expr): string =>
  expression.is === 'path' ? (expression.parts[0]?.text ?? '') : ''

function keyOf(world: World, at: Row): string {
  const info = recordOf(world, at.record)
  const key = info.key === undefined ? undefined : cellValue(world, info, at.row, info.key)
  return key?.is === 'present' && key.value.is === 'text' ? key.value.text : ''
}

/** Recorded shares, in the order of their parties; of nothing recorded the whole goes to whoever `otherwise` names. */
function recorded(world: World, credit: CreditDeclaration, line: LineOf<'split'>, base: Row): Line[] {
  const [otherwise] = linesOf(credit, 'otherwise')
  const record = headOf(line.to)
  const own = line.to.is === 'path' ? line.to.parts[1]?.text : undefined
  const link = [...recordOf(world, record).fields.values()].flatMap(({ name, type }) => {
    const to = type.is === 'name' && world.records.has(type.name.text) ? type.name.text : undefined
    if (to === undefined || name === own) return []
    const path = to === base.record ? [] : referencePath(world, base.record, to)
    return path ? [{ name, path }] : []
  })[0]
  if (!link) throw new Error(`${record} belongs to nothing`)
  const of = rowAlong(world, base, link.path)
  if (of.is !== 'present') return []
  const rows = recordOf(world, record).rows.flatMap((_, row) => {
    const to = rowAlong(world, { record, row }, [link.name])
    if (to.is !== 'present' || to.value.row !== of.value.row) return []
    const scope = { row: { record, row } }
    return [{ party: rowOf(world.evaluate(line.to, scope)), share: numberIn(world.evaluate(line.of, scope)) }]
  })
  if (rows.length === 0) {
    const party = otherwise ? rowOf(world.evaluate(otherwise.to, { row: base })) : held('nobody')
    return [{ party, share: present(one), main: true, uses: otherwise?.uses }]
  }
  const upTo = world.evaluate(line.upTo, { row: base })
  const most = upTo.is === 'present' ? numberOf(upTo.value) : zero
  // Of more than there may be no part is known, and everybody who is named is held.
  if (compare(rational(BigInt(rows.length)), most) > 0)
    return rows.flatMap(({ party }) =>
      party.is === 'present'
        ? [{ party, share: held('too many'), main: true, surplus: true as const, uses: line.uses }]
        : [],
    )
  if (rows.some(({ party }) => party.is !== 'present')) return []
  const shares = rows.flatMap(({ share }) => (share.is === 'present' ? [share.value] : []))
  const total = shares.reduce(add, zero)
  const fits =
    shares.length === rows.length &&
    shares.every((share) => share.n >= 0n) &&
    (line.weights ? total.n !== 0n : compare(total, one) === 0)
  const keyed = rows.map((row) => ({
    ...row,
    key: row.party.is === 'present' ? keyOf(world, row.party.value) : '',
  }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ party, share }) => ({
    party,
    share: !fits ? held('no whole') : share.is === 'present' ? present(divide(share.value, total)) : share,
    main: true,
    uses: line.uses,
  }))
}

function written(world: World, credit: CreditDeclaration, base: Row): Line[] {
  const lines = linesOf(credit, 'to').map((line) => ({
    party: rowOf(world.evaluate(line.to, { row: base })),
    share: numberIn(world.evaluate(line.share, { row: base })),
    uses: line.uses,
  }))
  const shares = lines.flatMap(({ share }) => (share.is === 'present' ? [share.value] : []))
  const fits =
    shares.length === lines.length &&
    shares.every((share) => share.n >= 0n) &&
    compare(shares.reduce(add, zero), one) === 0
  return lines.map((line) => ({ ...line, main: true, share: fits ? line.share : held('no whole') }))
}

const isOutside = (share: Rational) => share.n < 0n || compare(share, one) > 0

function bounded(share: Result<Rational>): Result<Rational> {
  return share.is === 'present' && isOutside(share.value) ? held('outside') : share
}

function handedOver(world: World, lines: readonly Line[], line: LineOf<'hand-over'>, base: Row): Line[] {
  const from = rowOf(world.evaluate(line.from, { row: base }))
  const moved = bounded(numberIn(world.evaluate(line.share, { row: base })))
  const his = lines.map(({ party, stays }): boolean | undefined => {
    if (stays) return false
    if (party.is === 'held') return party.missing ? false : undefined
    if (party.is !== 'present' || from.is !== 'present') return undefined
    return party.value.row === from.value.row
  })
  const unknown = his.includes(undefined)
  const part = (share: Result<Rational>, keep: boolean): Result<Rational> =>
    apply(share, (whole) =>
      apply(moved, (away) => present(multiply(whole, keep ? subtract(one, away) : away))),
    )
  // Where some goes on, what is kept for a use of its own stands on a line of its own.
  const apart = line.rest !== undefined && moved.is === 'present' && moved.value.n > 0n
  const keeps = (share: Result<Rational>): Result<Rational> =>
    apart ? apply(share, () => present(zero)) : part(share, true)
  const left = lines.map((one, i) => ({
    ...one,
    share: unknown ? held('whose part') : his[i] ? keeps(one.share) : one.share,
  }))
  if (!his.includes(true)) return unknown ? [...left, { ...nobody }] : left
  const together = (keep: boolean): Result<Rational> =>
    lines.reduce<Result<Rational>>(
      (sum, one, i) =>
        his[i] ? apply(sum, (so) => apply(part(one.share, keep), (more) => present(add(so, more)))) : sum,
      unknown ? held('whose part') : present(zero),
    )
  const party = rowOf(world.evaluate(line.to, { row: base }))
  const kept: Line = { party: from, share: together(true), main: true, uses: line.rest, stays: true }
  const given: Line = { party, share: together(false), main: true, uses: lines[0]?.uses }
  return [...left, ...(apart ? [kept] : []), given]
}
const nobody: Line = { party: held('nobody'), share: held('nobody'), main: true, uses: undefined }

/** A field of the party's own is read at the party; what names the party, at the row that is credited. */
function aboveScope(to: Expr, row: Row, base: Row): Scope {
  const at = { record: row.record, row: row.row }
  return to.is === 'call' ? { row: base, party: at } : { row: at }
}

/** Those above a party, one level after the other. */
function above(world: World, party: Line, line: LineOf<'roll-up'>, base: Row): Line[] {
  if (party.party.is !== 'present') return []
  const levels = line.levels ? world.evaluate(line.levels, {}) : undefined
  const most = levels?.is === 'present' ? Number(numberOf(levels.value).n) : 1
  const chain: Result<Row>[] = []
  let at: Result<Row> = party.party
  for (let level = 0; level <= most; level++) {
    at = apply(at, (row) => rowOf(world.evaluate(line.to, aboveScope(line.to, row, base))))
    chain.push(at)
  }
  const beyond = chain[most]
  const ends = line.levels === undefined || (beyond?.is === 'held' && beyond.missing)
  return chain.slice(0, most).map((one) => ({
    party: one,
    share: ends ? party.share : held('no end above'),
    main: false,
    ...(party.surplus && { surplus: true as const }),
    uses: line.uses,
  }))
}

const known = new WeakMap<World, Map<string, Line[]>>()

/** All lines of one credited row. */
function lineList(world: World, credit: CreditDeclaration, base: Row): Line[] {
  const lines = known.get(world) ?? new Map<string, Line[]>()
  known.set(world, lines)
  const key = `${credit.name.text} ${base.row}`
  const list = lines.get(key) ?? linesAt(world, credit, base)
  lines.set(key, list)
  return list
}

function linesAt(world: World, credit: CreditDeclaration, base: Row): Line[] {
  const [split] = linesOf(credit, 'split')
  let main = split ? recorded(world, credit, split, base) : written(world, credit, base)
  for (const line of linesOf(credit, 'hand-over')) main = handedOver(world, main, line, base)
  // The parts of a row stand and fall together: one that is not known leaves the rounding of all unknown.
  if (main.some(({ share }) => share.is !== 'present'))
    main = main.map((line) => ({ ...line, share: held('a share is not known') }))
  const overlays = linesOf(credit, 'overlay').map(
    (line): Line => ({
      party: rowOf(world.evaluate(line.to, { row: base })),
      share: bounded(numberIn(world.evaluate(line.share, { row: base }))),
      main: false,
      uses: line.uses,
    }),
  )
  const rollUp = linesOf(credit, 'roll-up').flatMap((line) =>
    main.flatMap((party) => above(world, party, line, base)),
  )
  return [...main, ...overlays, ...rollUp]
}

/** The parts of a measure, line by line. The tests share out money alone: nothing else is rounded by a credit. */
function partsOf(
  world: World,
  credit: CreditDeclaration,
  lines: readonly Line[],
  whole: Rational,
  base: Row,
) {
  const [round] = linesOf(credit, 'round')
  const [split] = linesOf(credit, 'split')
  const unit = round ? world.evaluate(round.to, {}) : undefined
  const rounded = (part: Rational): Rational => {
    if (round && unit?.is === 'present') {
      const size = roundTo(absolute(part), numberOf(unit.value), round.mode)
      return part.n < 0n ? negate(size) : size
    }
    return split?.weights ? fixed(part) : part
  }
  const alone = lines.map(({ share }) =>
    share.is === 'present' ? present(rounded(multiply(whole, share.value))) : share,
  )
  const main = lines.flatMap((line, i) => (line.main && line.share.is === 'present' ? [{ line, i }] : []))
  const remainder = round?.remainder && rowOf(world.evaluate(round.remainder, { row: base }))
  const share = ({ share: part }: Line) => (part.is === 'present' ? part.value : zero)
  const named = main.find(
    ({ line }) =>
      remainder?.is === 'present' &&
      line.party.is === 'present' &&
      line.party.value.row === remainder.value.row &&
      share(line).n > 0n,
  )
  const largest = main.reduce<{ line: Line; i: number } | undefined>(
    (best, one) => (best === undefined || compare(share(one.line), share(best.line)) > 0 ? one : best),
    undefined,
  )
  const taker = named ?? largest
  if (!taker) return alone
  const others = main.reduce((sum, { i }) => {
    const part = alone[i]
    return i === taker.i || part?.is !== 'present' ? sum : add(sum, part.value)
  }, zero)
  return alone.map((part, i) => (i === taker.i ? present(subtract(whole, others)) : part))
}

function counts(line: Line, use: 'quota' | 'pay' | undefined, team: boolean): boolean {
  const named = line.uses?.some((one) => one !== 'team') === true
  if (use !== undefined && named && !line.uses?.includes(use)) return false
  return !team || line.main || line.uses?.includes('team') === true
}

function alongTo(world: World, row: Row, target: string): Result<Row> {
  const path = row.record === target ? [] : referencePath(world, row.record, target)
  return path ? rowAlong(world, row, path) : held('no way on')
}

/** What a row is worth to a subject by credit; undefined when it is not credited to it. `whole`: uncut, once. */
export function credited(
  world: World,
  found: NonNullable<ReturnType<typeof creditOf>>,
  inner: Row,
  target: Row,
  use: 'quota' | 'pay' | undefined,
  via?: Expr,
):
  | { readonly part: (value: Value) => Result<Value>; readonly whole: (value: Value) => Result<Value> }
  | undefined {
  const base = rowAlong(world, inner, found.path)
  if (base.is !== 'present') return undefined
  const lines = lineList(world, found.credit, base.value)
  const mine = lines.map((line) => {
    if (line.party.is !== 'present' || !counts(line, use, target.record !== found.credit.to.text))
      return false
    if (line.share.is === 'present' && line.share.value.n === 0n) return false
    const party = { record: line.party.value.record, row: line.party.value.row }
    const end = via
      ? apply(rowOf(world.evaluate(via, { row: inner, party })), (row) => alongTo(world, row, target.record))
      : rowAlong(world, party, found.on)
    return end.is === 'present' && end.value.row === target.row
  })
  if (!mine.includes(true)) return undefined
  const unknown = lines.some((line, i) => mine[i] && line.share.is !== 'present')
  const surplus = lines.some((line, i) => mine[i] && line.surplus)
  return {
    // Once credited on one line, a row counts whatever becomes of the lines behind it.
    whole: (value) =>
      surplus || lines[mine.indexOf(true)]?.share.is !== 'present'
        ? held('a share is not known')
        : present(value),
    part: (value) => {
      if (unknown) return held('a share is not known')
      const parts = partsOf(world, found.credit, lines, addend(value), base.value)
      const sum = parts.reduce(
        (so, part, i) => (mine[i] && part.is === 'present' ? add(so, part.value) : so),
        zero,
      )
      return present({ is: 'number', value: sum, quotient: false })
    },
  }
}
