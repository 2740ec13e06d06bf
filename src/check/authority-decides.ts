import type { Expr } from '../syntax/ast.ts'
import { spellWord } from '../syntax/keywords.ts'
import { type Approval, rankNumber, rankWord } from './authority-approver.ts'
import type { Bench } from './authority-bench.ts'
import { allKnown, type Named, namedBy, onlyNamed } from './authority-people.ts'
import type { Requirement } from './authority-requirement.ts'
import { signersOf } from './authority-signers.ts'
import { type Turn, turnsOf } from './authority-turns.ts'
import { authorityWords } from './authority-words.ts'
import type { Typed } from './checked.ts'
import {
  allForm,
  compareForm,
  extremeForm,
  isAbsent,
  isMissing,
  notForm,
  sameForm,
  whenForm,
  wholeNumber,
  wordOf,
} from './forms.ts'
import type { Type } from './types.ts'

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
