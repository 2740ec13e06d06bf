import type { Expr } from '../syntax/ast.ts'
import { spellWord } from '../syntax/keywords.ts'
import { type Approval, rankNumber, rankWord } from './authority-approver.ts'
import type { Bench } from './authority-bench.ts'
import { allKnown, type Named, namedBy, onlyNamed } from './authority-people.ts'
import type { VerdictTable } from './authority-tables.ts'
import { type Turn, turnsOf } from './authority-turns.ts'
import type { Order } from './authority-verdicts.ts'
import { authorityWords } from './authority-words.ts'
import type { Typed } from './checked.ts'
import {
  allForm,
  anyForm,
  compareForm,
  extremeForm,
  isAbsent,
  isMissing,
  notForm,
  sameForm,
  truthOfForm,
  whenForm,
  wholeNumber,
  wordOf,
} from './forms.ts'
import type { Type } from './types.ts'

/** What all tables together ask for. */
export type Requirement = {
  /** The highest rank by its number; beyond the last: refused. */
  readonly level: Typed
  /** For each table. */
  readonly parts: readonly Part[]
}
type Part = {
  readonly valid?: Expr
  readonly level: Typed
  readonly signs: ReadonlyMap<string, Typed>
  readonly others: ReadonlyMap<string, Typed>
  readonly orders: readonly Order[]
  /** The number of the order that is asked for, 0 for none. */
  readonly turn?: Typed
}

/** What the verdict stands on, for whoever asks whether it was approved. */
export type Decided = {
  readonly refused: Typed
  readonly free: Typed
  /** Whether a rank is asked, and which at least. */
  readonly asks: Typed
  readonly least: Typed
  readonly signing: Pick<ReturnType<typeof signersOf>, 'each' | 'either'>
  readonly tables: readonly AskingTable[]
  readonly turns: readonly Turn[]
  readonly asker?: Typed
  readonly named: readonly Named[]
  /** True once it is known who all of them are. */
  readonly known?: Typed
  /** Whether nobody has the rank that is asked for. */
  readonly stuck?: Typed
}

/** Whom one table asks for, for whoever wants to know how long what it asks for holds. */
export type AskingTable = {
  readonly valid?: Expr
  /** Whether it asks for a rank, and for each of those who sign as well. */
  readonly ranked: Typed
  readonly signs: ReadonlyMap<string, readonly Typed[]>
}

/** Each table's own answer, and the highest of them. */
export function united(bench: Bench, tables: readonly VerdictTable[]): Requirement {
  const parts = tables.map((table, i) => partOf(bench, table, i))
  const levels = parts.map(({ level }) => level)
  const { keep } = bench
  const level = keep('~level', extremeForm('larger', levels), {})
  const apart = tables.some(({ alone }) => alone !== undefined)
  if (apart) {
    const single = tables.map((table, i) => aloneOf(bench, table, i) ?? levels[i] ?? level)
    const less = keep('~alone', extremeForm('larger', single), {})
    keep('split', compareForm(less, '<', level))
    bench.shows({ is: 'split', result: 'split' })
  }
  return { level, parts }
}

function partOf(bench: Bench, one: VerdictTable, i: number): Part {
  const { keep } = bench
  const { asks, table, title } = one
  const { span } = one.line
  const output = (at: number, inputs = one.inputs): Typed => {
    const type = table.outputs[at]?.type ?? { is: 'error' }
    return { is: 'table', of: table, inputs, output: at, type, span }
  }
  keep(`~asks ${i}`, output(0), {})
  bench.shows({ is: 'asks', label: title, result: `~asks ${i}`, from: `~asks ${i}`, span })
  let at = 2
  const columns = (names: readonly string[], part: string) =>
    new Map(names.map((name) => [name, keep(`~${part} ${i} ${name}`, output(at++), {})] as const))
  const level = keep(`~level ${i}`, output(1), {})
  const signs = columns(asks.signs, 'signs')
  const others = columns(asks.others, 'or')
  return {
    ...(one.line.valid && { valid: one.line.valid }),
    level,
    signs,
    others,
    orders: asks.orders,
    ...(asks.orders.length > 0 && { turn: keep(`~turn ${i}`, output(at), {}) }),
  }
}

/** What the limit asks for of the row alone. */
function aloneOf(
  { keep }: Bench,
  { alone, table, inputs, line }: VerdictTable,
  i: number,
): Typed | undefined {
  if (!alone) return undefined
  const type = table.outputs[1]?.type ?? { is: 'error' }
  const typed: Typed = {
    is: 'table',
    of: table,
    inputs: [...inputs.slice(0, -1), alone],
    output: 1,
    type,
    span: line.span,
  }
  return keep(`~alone ${i}`, typed, {})
}

/** Who decides, who signs as well, and the verdict. */
export function decided(bench: Bench, asked: Requirement, approval: Approval): Decided {
  const { keep, ladder, span } = bench
  const { ranks } = ladder
  const { language } = bench.context.env.policy
  const number = (value: number) => wholeNumber(value, span)
  const asker = approval.asker && keep('asker', approval.asker, { label: authorityWords.asker[language] })
  const role = asker && approval.roleOf && keep('asker_role', approval.roleOf(asker), {})
  if (role) bench.shows({ is: 'asker', result: 'asker', from: 'asker_role' })
  const rank = role && keep('asker_rank', rankNumber(ranks, role), {})
  const own = keep('~own', rank ? extremeForm('smaller', [rank, number(bench.own)]) : number(bench.own), {})
  const refused = keep('~refused', compareForm(asked.level, '>', number(ranks.length)), {})
  const asks = keep('~needs', compareForm(asked.level, '>', own), {})
  const signing = signersOf(bench, asked, own)
  // Who has the rank but may not decide for himself is decided on by the next rank above him.
  const higher = rank && [
    whenForm(
      compareForm(rank, '>=', asked.level),
      { ...number(0), is: 'arithmetic', op: '+', a: rank, b: number(1) } as Typed,
      number(0),
    ),
  ]
  const least = keep(
    '~decides',
    extremeForm('larger', [asked.level, number(bench.others), ...(higher ?? [])]),
    {},
  )
  const nobody: Typed = {
    is: 'none',
    why: 'BY881',
    name: bench.title,
    type: { is: 'enum', values: ranks },
    span,
  }
  const unasked: Typed = { ...nobody, why: 'BY880' }
  const byRank = rankWord(ranks, least, nobody)
  const level = whenForm(refused, unasked, whenForm(asks, byRank, rankWord(ranks, asked.level, unasked)))
  const words: Type = {
    is: 'enum',
    values: (['allow', 'approval', 'refuse'] as const).map((word) => spellWord('verdict', word, language)),
  }
  const word = (verdict: 'allow' | 'approval' | 'refuse') =>
    wordOf(spellWord('verdict', verdict, language), words, span)
  // Where nobody may decide there is no verdict either.
  const stuck =
    rank && keep('~stuck', allForm([asks, compareForm(least, '>', number(ranks.length))], span), {})
  const named = asker ? namedBy(bench, approval, asker, signing.sign) : []
  const known = allKnown(named, asker)
  const whole = known ? whenForm(known, word('approval'), word('approval')) : word('approval')
  const approve = stuck ? whenForm(stuck, { ...nobody, type: words }, whole) : whole
  const free = keep('~free', allForm([notForm(asks), notForm(signing.needed)], span), {})
  keep('verdict', whenForm(refused, word('refuse'), whenForm(free, word('allow'), approve)))
  keep('level', level)
  bench.shows({ is: 'decides', result: 'level' })
  signing.publish(refused, (value) => whenForm(asks, value, value))
  if (asker && rank && approval.roleOf) {
    const nowhere: Typed = { ...unasked, type: asker.type }
    const only = onlyNamed(named, signing.sign, nowhere)
    const known: Known = { asker, asks, refused, least, only, byName: named.length > 0 }
    if (approval.above)
      approverOf(bench, { ...approval, above: approval.above, roleOf: approval.roleOf }, known)
    else if (named.length > 0) {
      // Who has the rank is not known where nobody is said to stand above anybody.
      const somebody: Typed = { ...nowhere, why: 'BY883' }
      keep('approver', whenForm(refused, nowhere, whenForm(asks, somebody, only)))
      bench.shows({ is: 'named', result: 'approver' })
    }
  }
  bench.shows({ is: 'verdict', result: 'verdict' })
  return {
    refused,
    free,
    asks,
    least,
    signing,
    tables: askingTables(bench, asked, own),
    turns: turnsOf(asked.parts),
    named,
    ...(known && { known }),
    ...(asker && { asker }),
    ...(stuck && { stuck }),
  }
}

function askingTables({ keep }: Bench, { parts }: Requirement, own: Typed): readonly AskingTable[] {
  // Only where they differ does it matter which of them it is.
  if (parts.every(({ valid }) => valid === undefined)) return []
  return parts.map(({ valid, level, signs, others }, i) => ({
    ...(valid && { valid }),
    ranked: keep(`~ranked ${i}`, compareForm(level, '>', own), {}),
    signs: new Map(
      [...new Set([...signs.keys(), ...others.keys()])].map((name) => [
        name,
        [signs.get(name), others.get(name)].filter((one) => one !== undefined),
      ]),
    ),
  }))
}

/** Who signs beside the rank that decides. */
function signersOf(bench: Bench, { parts }: Requirement, own: Typed) {
  const { keep, span, context, people } = bench
  const { language } = context.env.policy
  const names = [...new Set(parts.flatMap(({ signs, others }) => [...signs.keys(), ...others.keys()]))]
  // Whether a table asks for anybody at all but whoever asks.
  const asking = parts.map(({ level, signs, others }) =>
    anyForm([compareForm(level, '>', own), ...signs.values(), ...others.values()], span),
  )
  const onlyOne = parts.map((_, i) =>
    allForm(
      asking.flatMap((one, k) => (k === i ? [] : [notForm(one)])),
      span,
    ),
  )
  const either = new Map<string, Typed>()
  const each = new Map<string, Typed>()
  /** Those without whom it is not granted, though no rank is asked. */
  const bare: Typed[] = []
  for (const name of names) {
    const must: Typed[] = []
    const may: Typed[] = []
    for (const [i, { signs, others, level }] of parts.entries()) {
      const [sign, other, alone] = [signs.get(name), others.get(name), onlyOne[i]]
      if (sign) must.push(sign)
      if (!other || !alone) continue
      const noRank = compareForm(level, '=', wholeNumber(0, span))
      may.push(allForm([other, alone], span))
      bare.push(allForm([other, alone, noRank], span))
      // Beside what other tables ask for, one of several who have no rank cannot stand for the rest.
      must.push(allForm([other, notForm(alone), noRank], span))
    }
    if (may.length > 0) either.set(name, keep(`~or ${name}`, anyForm(may, span), {}))
    each.set(name, keep(`~signs ${name}`, anyForm(must, span), {}))
  }
  const needed = keep('~signing', anyForm([...each.values(), ...bare], span), {})
  const sign = new Map(
    names.map((name) => {
      const all = [each.get(name), either.get(name)].filter((one) => one !== undefined)
      return [name, keep(`~sign ${name}`, anyForm(all, span), {})] as const
    }),
  )
  const publish = (refused: Typed, known: (value: Typed) => Typed): void => {
    if (names.length === 0) return
    // Of a request that is not decided it is not known either who signs.
    const signing = [...sign].map(([name, signs]) => {
      const whole = whenForm(refused, truthOfForm(false, span), known(signs))
      // A path is no name of a result.
      return people.has(name) ? keep(`~with ${name}`, whole, {}) : keep(name, whole)
    })
    const words = authorityWords
    const turns = parts.flatMap(({ turn }) => (turn ? [compareForm(turn, '>', wholeNumber(0, span))] : []))
    const values = [words.alone, words.one, words.all, words.inTurn].map((one) => one[language])
    const type: Type = { is: 'enum', values }
    const how = (word: keyof typeof words) => wordOf(words[word][language], type, span)
    const all = whenForm(anyForm([...each.values()], span), how('all'), how('alone'))
    const one = either.size === 0 ? all : whenForm(anyForm([...either.values()], span), how('one'), all)
    const turn = turns.length === 0 ? one : whenForm(anyForm(turns, span), how('inTurn'), one)
    keep('how', whenForm(refused, how('alone'), known(keep('~how', turn, {}))))
    if (names.length <= 4) {
      keep('with', namesOf(names, signing, words.nobody[language], language === 'en' ? ', ' : '、'))
      bench.shows({ is: 'signs', result: 'with' })
    }
  }
  return { needed, publish, sign, each, either }
}

/** The names for which it holds, in one word for each of the ways in which they may. */
function namesOf(names: readonly string[], holds: readonly Typed[], nobody: string, comma: string): Typed {
  const ways = Array.from({ length: 2 ** names.length }, (_, way) =>
    names.filter((_name, i) => way & (1 << i)),
  )
  const values = ways.map((way) => (way.length === 0 ? nobody : way.join(comma)))
  const type: Type = { is: 'enum', values }
  const choose = (i: number, way: number): Typed => {
    const hold = holds[i]
    const [first] = holds
    if (hold === undefined)
      return wordOf(values[way] ?? nobody, type, first?.span ?? { source: '', from: 0, to: 0 })
    return {
      is: 'if',
      when: hold,
      then: choose(i + 1, way | (1 << i)),
      otherwise: choose(i + 1, way),
      type,
      span: hold.span,
    }
  }
  return choose(0, 0)
}

type Known = {
  readonly asker: Typed
  readonly asks: Typed
  readonly refused: Typed
  readonly least: Typed
  /** Whom the row names, where no rank and nobody else is asked. */
  readonly only: Typed
  readonly byName: boolean
}

/**
 * The nearest superior whose rank suffices, never who asks; so many levels above as there are ranks. Whoever acts for
 * him does so with his rank or a higher one, and not for himself; who acts for that one again does not count.
 */
function approverOf(
  bench: Bench,
  { above, roleOf, insteadOf }: Approval & Required<Pick<Approval, 'above' | 'roleOf'>>,
  { asker, asks, refused, least, only, byName }: Known,
): void {
  const { keep, ladder, span } = bench
  const chain: { readonly person: Typed; readonly role: Typed; readonly rank: Typed }[] = []
  let below = asker
  for (let level = 1; level <= ladder.ranks.length; level++) {
    const person = keep(`superior_${level}`, above(below), {})
    const role = keep(`superior_${level}_role`, roleOf(person), {})
    const rank = keep(`superior_${level}_rank`, rankNumber(ladder.ranks, role), {})
    chain.push({ person, role, rank })
    below = person
  }
  const nobody: Typed = { is: 'none', why: 'BY881', name: bench.title, type: asker.type, span }
  const nearest = (of: (one: (typeof chain)[number]) => Typed, none: Typed): Typed =>
    chain.reduceRight((further: Typed, one) => {
      const suits = allForm([sameForm(one.person, asker, true), compareForm(one.rank, '>=', least)], span)
      return whenForm(isMissing(one.person), none, whenForm(suits, of(one), further))
    }, none)
  const found = nearest(({ person }) => person, nobody)
  const unasked: Typed = { ...nobody, why: 'BY880' }
  const roleType = chain[0]?.role.type ?? nobody.type
  const noRole: Typed = { ...unasked, type: roleType }
  if (!insteadOf) {
    keep('approver', whenForm(refused, unasked, whenForm(asks, found, only)))
    const role = nearest((one) => one.role, { ...nobody, type: roleType })
    keep('approver_role', whenForm(refused, noRole, whenForm(asks, role, noRole)), {})
    bench.shows({ is: byName ? 'granter' : 'approver', result: 'approver', from: 'approver_role' })
    return
  }
  const own = keep('nearest_superior', whenForm(refused, unasked, whenForm(asks, found, unasked)), {})
  bench.shows({ is: 'approver', result: 'nearest_superior', from: 'superior_role' })
  const hisRole = keep('superior_role', roleOf(own), {})
  const rank = keep('superior_rank', rankNumber(ladder.ranks, hisRole), {})
  const taker = keep('acting', insteadOf(own), {})
  const takerRole = keep('acting_role', roleOf(taker), {})
  const his = keep('acting_rank', rankNumber(ladder.ranks, takerRole), {})
  const may = allForm([sameForm(taker, asker, true), compareForm(his, '>=', rank)], span)
  const acting = whenForm(isAbsent(taker), own, whenForm(may, taker, own))
  keep('approver', whenForm(refused, unasked, whenForm(asks, acting, only)))
  const role = whenForm(isAbsent(taker), hisRole, whenForm(may, takerRole, hisRole))
  keep('approver_role', whenForm(refused, noRole, whenForm(asks, role, noRole)), {})
  bench.shows({ is: 'substitute', result: 'approver', from: 'approver_role' })
}
