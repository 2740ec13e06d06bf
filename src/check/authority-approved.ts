import type * as ast from '../syntax/ast.ts'
import { spellKeyword, spellWord } from '../syntax/keywords.ts'
import { type Approval, rankNumber } from './authority-approver.ts'
import type { Bench } from './authority-bench.ts'
import type { Decided } from './authority-decides.ts'
import type { Named } from './authority-people.ts'
import { givenInTurn } from './authority-turns.ts'
import type { RecordSymbol, Typed } from './checked.ts'
import { type Context, infer } from './environment.ts'
import {
  allForm,
  anyForm,
  compareForm,
  extremeForm,
  isAbsent,
  isMissing,
  sameForm,
  truthOfForm,
  whenForm,
  wholeNumber,
  wordOf,
} from './forms.ts'
import { countedRecord, truthOf } from './infer-aggregate.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { pathOf } from './infer-path.ts'
import { asDay } from './local-day.ts'
import { pathsIn } from './names.ts'
import { ownDate } from './place.ts'
import { describe, type Type, truth } from './types.ts'

type Line<K extends ast.AuthorityLine['is']> = Extract<ast.AuthorityLine, { is: K }>
type Test = Extract<ast.AuthorityLine, { readonly test: ast.Expr }>

/** How an approval stands, from the best to the worst. */
const states = ['timely', 'late', 'changed', 'expired', 'none'] as const

/** Whether what must be approved was: by somebody who may, in time, and for the row as it is. False when something was reported. */
export function approvedOf(
  bench: Bench,
  node: ast.AuthorityDeclaration,
  approval: Approval,
  decided: Decided,
): boolean {
  const { context, keep, span } = bench
  const { env } = context
  const { language } = env.policy
  const line = node.lines.find((one): one is Line<'approved-by'> => one.is === 'approved-by')
  const tests = node.lines.filter((one): one is Test => 'test' in one)
  if (!line) {
    const needs = spellKeyword('approved', language)
    for (const { is, span: at } of tests)
      env.report('BY579', { line: spellKeyword(is === 'late-when' ? 'late' : 'again', language), needs }, at)
    const spans = node.lines.flatMap((one) => ('valid' in one && one.valid ? [one.valid.span] : []))
    for (const at of spans) env.report('BY579', { line: spellKeyword('valid', language), needs }, at)
    return tests.length === 0 && spans.length === 0
  }
  if (!decided.asker || !approval.roleOf) {
    const needs = spellKeyword('asked', language)
    env.report('BY579', { line: spellKeyword('approved', language), needs }, line.span)
    return false
  }
  const needed = line.needed ? infer(context, line.needed) : ownDate(context)
  if (needed?.type.is === 'error') return false
  if (needed?.type.is !== 'date' && needed?.type.is !== 'time') {
    env.report('BY405', { record: context.record?.id ?? '' }, line.span)
    return false
  }
  const day = keep('needed_on', needed, {})
  const given = givenOf(bench, line, tests, { ...decided, asker: decided.asker }, day)
  if (!given) return false
  const stateOf = (who: string | undefined) => given.stateOf(who)
  const best = (label: string, who: string | undefined, suits: Typed): Typed => {
    const any = (state: number): Typed => ({
      is: 'aggregate',
      fn: 'any',
      record: given.record.id,
      source: { record: given.record.id },
      value: allForm([suits, compareForm(stateOf(who), '=', wholeNumber(state, span))], span),
      at: given.at,
      type: truth,
      span: line.span,
    })
    const worst = wholeNumber(states.length, span)
    // Where a request says it, for want of the rows: `Approval: Finance, in time`.
    const shown = (name: (typeof states)[number]) =>
      [
        given.record.title ?? given.record.id,
        [who ?? bench.title, spellWord('approved', name, language)].join(', '),
      ].join(': ')
    const found = states
      .slice(0, -1)
      .reduceRight(
        (worse: Typed, name, i) =>
          whenForm(
            keep(`~${label} ${i + 1}`, any(i + 1), { label: shown(name) }),
            wholeNumber(i + 1, span),
            worse,
          ),
        worst,
      )
    return keep(`~${label}`, found, {})
  }
  const least = wholeNumber(1, span)
  const ranked = whenForm(decided.asks, best('by rank', undefined, given.byRank(approval)), least)
  const bySigner = (name: string) => {
    const person = decided.named.find((one) => one.name === name)
    return person ? given.byName(approval, person) : given.byRole(approval, name)
  }
  const signed = (name: string) => best(`by ${name}`, name, bySigner(name))
  const each = [...decided.signing.each].map(([name, must]) => whenForm(must, signed(name), least))
  const all = keep('~approval', extremeForm('larger', [ranked, ...each]), {})
  const oneOf = [...decided.signing.either].map(([name, may]) => ({ may, state: signed(`${name}`) }))
  const none = wholeNumber(states.length, span)
  const others = oneOf.map(({ may, state }) => whenForm(may, state, none))
  const reached = oneOf.reduce((otherwise: Typed, { may }) => {
    const instead = extremeForm('smaller', [whenForm(decided.asks, all, none), ...others])
    return whenForm(may, instead, otherwise)
  }, all)
  const { turns } = decided
  const possible = ['unneeded', ...states, ...(turns.length > 0 ? (['unordered'] as const) : [])] as const
  const words: Type = {
    is: 'enum',
    values: possible.map((state) => spellWord('approved', state, language)),
  }
  const word = (state: (typeof possible)[number]) =>
    wordOf(spellWord('approved', state, language), words, span)
  const state = keep('~state', reached, {})
  const inTurn = (worst: number) => {
    const counts = (who: string | undefined, at: number): Typed => {
      const suits = who === undefined ? given.byRank(approval) : bySigner(who)
      return allForm([suits, compareForm(stateOf(who), '<=', wholeNumber(at, span))], span)
    }
    const record = given.record.id
    return givenInTurn(bench, turns, decided.asks, { ...given, record, counts }, worst, line.span)
  }
  // Timely ones in their order, or late ones in their order; else there are enough, but one before the other.
  const late = turns.length > 0 ? whenForm(inTurn(2), word('late'), word('unordered')) : word('late')
  const timely = turns.length > 0 ? whenForm(inTurn(1), word('timely'), late) : word('timely')
  // How it can never stand is not asked: without `late when` nothing is late.
  const can = (name: (typeof states)[number]) =>
    name === 'late' || name === 'changed'
      ? tests.some(({ is }) => is === `${name === 'late' ? 'late' : 'again'}-when`)
      : name !== 'expired' || line.valid !== undefined || decided.tables.some(({ valid }) => valid)
  const stated = states
    .slice(0, -1)
    .filter(can)
    .reduceRight(
      (worse: Typed, name) =>
        whenForm(
          compareForm(state, '=', wholeNumber(states.indexOf(name) + 1, span)),
          name === 'timely' ? timely : name === 'late' ? late : word(name),
          worse,
        ),
      word('none'),
    )
  const nobody: Typed = { is: 'none', why: 'BY881', name: bench.title, type: words, span }
  const known = decided.known ? whenForm(decided.known, stated, stated) : stated
  const granted = decided.stuck ? whenForm(decided.stuck, nobody, known) : known
  keep('approved', whenForm(decided.refused, word('none'), whenForm(decided.free, word('unneeded'), granted)))
  bench.shows({ is: 'approved', result: 'approved', span: line.span })
  return true
}

/** A row of the record of approvals: how it stands, and whether it was given by somebody who may. */
type Given = {
  readonly record: RecordSymbol
  readonly at: { readonly path: readonly string[] }
  /** A day or a time. */
  readonly moment: Typed
  /** How it stands for somebody who signs, or for the rank that decides. */
  readonly stateOf: (who: string | undefined) => Typed
  /** Reads the result of the row that is approved. */
  readonly there: (typed: Typed) => Typed
  readonly byRank: (approval: Approval) => Typed
  readonly byRole: (approval: Approval, role: string) => Typed
  readonly byName: (approval: Approval, person: Named) => Typed
}

function givenOf(
  bench: Bench,
  line: Line<'approved-by'>,
  tests: readonly Test[],
  { asks, least, asker, tables }: Decided & { readonly asker: Typed },
  needed: Typed,
): Given | undefined {
  const { context, id, ladder, span } = bench
  const { env } = context
  const own = context.record
  const record = countedRecord(context, [line.by, line.of, line.on], line.span)
  if (!record || !own) return undefined
  const bare: Context = { env, grain: { record: record.id }, record, counting: true }
  const to = infer(bare, line.of)
  const way = pathOf(to)
  if (to.type.is === 'error') return undefined
  if (to.type.is !== 'ref' || to.type.record !== own.id || !way || way.row) {
    env.report('BY653', { record: own.id, found: describe(to.type) }, line.of.span)
    return undefined
  }
  // An approval has a day, or a time: then its local day.
  const moment = infer(bare, line.on)
  const on = asDay(moment)
  const by = infer(bare, line.by)
  if (on.type.is === 'error' || by.type.is === 'error') return undefined
  if (on.type.is !== 'date' || by.type.is !== 'ref' || by.type.record !== recordOf(asker)) {
    const [wrong, expected] = on.type.is === 'date' ? [by, recordOf(asker)] : [on, 'date']
    env.report('BY316', { expected, found: describe(wrong.type) }, wrong.span)
    return undefined
  }
  // A name of the row that asks for approval means that row, also where a field of the approval is called the same.
  const names = tests.flatMap(({ test }) => pathsIn(test).flatMap(({ parts: [head] }) => head ?? []))
  const locals = names.flatMap((name) => {
    if (!own.fields.has(name.text) || line.of.is !== 'path') return []
    const path: ast.Expr = { is: 'path', parts: [...line.of.parts, name], span: name.span }
    return [[name.text, infer(bare, path)] as const]
  })
  const inner: Context = { ...bare, date: on }
  const testing: Context = { ...inner, locals: new Map(locals) }
  const there = (typed: Typed): Typed =>
    typed.is === 'result' ? { ...typed, at: { path: way.path } } : typed
  const test = (is: 'late-when' | 'again-when'): Typed => {
    const found = tests.find((one) => one.is === is)
    return found ? truthOf(testing, found.test) : truthOfForm(false, span)
  }
  const [late, again] = [test('late-when'), test('again-when')]
  if (late.type.is === 'error' || again.type.is === 'error') return undefined
  const day = there(needed)
  const usual = line.valid && lastDay(bench, on, line.valid)
  if (line.valid && !usual) return undefined
  const spans = tables.map(({ valid }) => (valid ? lastDay(bench, on, valid) : usual))
  if (tables.some(({ valid }, i) => valid && !spans[i])) return undefined
  const state = (name: (typeof states)[number]) => wholeNumber(states.indexOf(name) + 1, span)
  const standing = whenForm(again, state('changed'), state('timely'))
  const beyond = (until: Typed) => compareForm(asDay(day), '>', until)
  /** Of what several tables ask for, the shortest time counts: it holds for all of them. */
  const expired = (who: string | undefined): Typed | undefined => {
    if (tables.length === 0) return usual && beyond(usual)
    const ends = tables.flatMap(({ ranked, signs }, i) => {
      const until = spans[i]
      const asking = who === undefined ? [ranked] : (signs.get(who) ?? [])
      if (!until || asking.length === 0) return []
      return [allForm([anyForm(asking.map(there), span), beyond(until)], span)]
    })
    return ends.length === 0 ? undefined : anyForm(ends, span)
  }
  const before = (who: string | undefined) => {
    const over = expired(who)
    return over ? whenForm(over, state('expired'), standing) : standing
  }
  const after = whenForm(late, whenForm(again, state('changed'), state('late')), state('none'))
  const exact = moment.type.is === 'time' && day.type.is === 'time'
  const inTime = exact ? compareForm(moment, '<=', day) : compareForm(on, '<=', asDay(day))
  const self = sameForm(by, there(asker), true)
  const roleAt = ({ roleOf }: Approval) => roleOf?.(by, inner) ?? by
  const result = (name: string, type: Type): Typed => ({
    is: 'result',
    of: id,
    result: name,
    grain: context.grain,
    at: { path: way.path },
    type,
    span,
  })
  const ranks: Type = wholeNumber(0, span).type
  const byRank = (approval: Approval): Typed => {
    const enough = compareForm(rankNumber(ladder.ranks, roleAt(approval)), '>=', there(least))
    if (!approval.above) return allForm([there(asks), self, enough], span)
    const { insteadOf, roleOf } = approval
    // One of those who stand above whoever asked, or who acts on that day for the nearest of them.
    const superior = ladder.ranks.reduceRight(
      (further: Typed, _, i) => {
        const person = result(`superior_${i + 1}`, by.type)
        const ranked = compareForm(result(`superior_${i + 1}_rank`, ranks), '>=', there(least))
        return whenForm(
          isMissing(person),
          truthOfForm(false, span),
          whenForm(sameForm(by, person), ranked, further),
        )
      },
      truthOfForm(false, span),
    )
    if (!insteadOf || !roleOf)
      return whenForm(there(asks), allForm([self, superior], span), truthOfForm(false, span))
    const taker = insteadOf(result('nearest_superior', by.type), inner)
    const his = rankNumber(ladder.ranks, roleOf(by, inner))
    const acts = whenForm(
      isAbsent(taker),
      truthOfForm(false, span),
      allForm([sameForm(by, taker), compareForm(his, '>=', result('superior_rank', ranks))], span),
    )
    // Whoever acts for somebody is not known where that one is not.
    const known = compareForm(result('superior_rank', ranks), '>=', wholeNumber(0, span))
    const may = whenForm(superior, truthOfForm(true, span), whenForm(known, acts, acts))
    return whenForm(there(asks), allForm([self, may], span), truthOfForm(false, span))
  }
  const byRole = (approval: Approval, role: string): Typed => {
    const his = roleAt(approval)
    if (his.type.is === 'enum' && !his.type.values.includes(role)) return truthOfForm(false, span)
    return allForm([self, sameForm(his, wordOf(role, his.type, span))], span)
  }
  const byName = ({ insteadOf, roleOf }: Approval, { who, rank }: Named): Typed => {
    const himself = sameForm(by, there(who))
    if (!insteadOf || !roleOf || !rank) return allForm([self, himself], span)
    const taker = insteadOf(there(who), inner)
    const acts = allForm(
      [sameForm(by, taker), compareForm(rankNumber(ladder.ranks, roleOf(by, inner)), '>=', there(rank))],
      span,
    )
    const no = truthOfForm(false, span)
    const may = whenForm(himself, truthOfForm(true, span), whenForm(isAbsent(taker), no, acts))
    return allForm([self, may], span)
  }
  return {
    record,
    at: { path: way.path },
    moment,
    there,
    stateOf: (who) => whenForm(inTime, before(who), after),
    byRank,
    byRole,
    byName,
  }
}

function recordOf({ type }: Typed): string {
  return type.is === 'ref' ? type.record : ''
}

/** The last day on which an approval of a day still holds: working days are counted as such. */
function lastDay({ context, span }: Bench, on: Typed, valid: ast.Expr): Typed | undefined {
  const by = infer(context, valid)
  if (by.is === 'const' && by.type.is === 'duration') {
    const until = arithmetic(context.env.report, '+', on, by, span)
    return until.type.is === 'error' ? undefined : until
  }
  if (by.type.is !== 'error') context.env.report('BY621', { found: describe(by.type) }, valid.span)
  return undefined
}
