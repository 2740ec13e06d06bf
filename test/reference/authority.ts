import type { AuthorityDeclaration, AuthorityLine, Cell, Expr, Row, Verdict } from '../../src/syntax/ast.ts'
import { approved } from './authority-approved.ts'
import { type Above, lineAbove, type Person, rankIn } from './authority-people.ts'
import { given, matchingRow } from './decision-table.ts'
import { order } from './order.ts'
import {
  apply,
  type Held,
  held,
  heldOf,
  notApplicable,
  present,
  type Result,
  truth,
  used,
  type Value,
} from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

type Line<K extends AuthorityLine['is']> = Extract<AuthorityLine, { is: K }>
/** What one table asks for: a place among the ranks (from 1; 0 none; past the last: refused), and names. */
type Answer = {
  readonly rank: number
  readonly all: readonly string[]
  readonly either: readonly string[]
  readonly inTurn: boolean
  /** Everybody in the order written, the rank that decides included. */
  readonly order?: readonly string[]
}

const word = (text: string): Result<Value> => present({ is: 'word', text })

/** Who may grant it: the tables one after the other, then up the line from whoever asks. */
export function authority(
  world: World,
  { name, lines }: AuthorityDeclaration,
  scope: Scope,
  output: string,
): Result<Value> {
  const lineOf = <K extends AuthorityLine['is']>(is: K) =>
    lines.find((line): line is Line<K> => line.is === is)
  const ladder = lineOf('ranks')?.ranks.map(({ text }) => text) ?? []
  const rules = lines.filter(
    (line): line is Line<'table'> | Line<'limit'> => line.is === 'table' || line.is === 'limit',
  )
  const answers = rules.map((rule) => answerOf(world, rule, ladder, scope))
  const unknown = heldOf(answers)
  if (unknown) return unknown
  const found = answers.flatMap((answer) => (answer.is === 'present' ? [answer.value] : []))
  const wanted = Math.max(...found.map(({ rank }) => rank))
  const isRefused = wanted > ladder.length
  if (output === 'split') {
    const single = rules.map((rule, i) =>
      rule.is === 'limit' && rule.alone
        ? answerOf(world, { ...rule, of: rule.alone }, ladder, scope)
        : (answers[i] ?? held('no answer')),
    )
    const open = heldOf(single)
    if (open) return open
    const less = single.flatMap((one) => (one.is === 'present' ? [one.value.rank] : []))
    return present(truth(Math.max(...less) < wanted))
  }
  const unasked = notApplicable('nobody is asked')
  const names = [...new Set(rules.flatMap((rule) => signersIn(rule, ladder)))]
  const asker = askerOf(world, lineOf('asked-by'), scope)
  const own = lineOf('own')
  const most = own ? ladder.indexOf(own.upTo.text) + 1 : 0
  const rankOf = (person: Person) => rankIn(world, ladder, lineOf('ranks')?.by, person, scope)
  const his = asker && apply(asker, rankOf)
  const above = lineAbove(world, lines, ladder, scope)
  if (isRefused) {
    if (output === 'verdict' || output === 'score') return word('refuse')
    if (output === 'level' || output === 'approver') return unasked
    if (output === 'approved') return word('none')
    if (output === 'with') return word('nobody')
    return output === 'how' ? word('alone') : present(truth(false))
  }
  if (his && his.is !== 'present') return used(his)
  const rank = his?.is === 'present' ? his.value : undefined
  const limit = rank === undefined ? most : Math.min(rank, most)
  const isAsked = wanted > limit
  const { all, either } = signers(found, limit)
  const needsSigner =
    all.length > 0 || (either.length > 0 && found.some((one) => one.either.length > 0 && one.rank === 0))
  const nextAbove = rank !== undefined && rank >= wanted ? rank + 1 : 0
  const others = own?.others ? ladder.indexOf(own.others.text) + 1 : 0
  const least = Math.max(wanted, others, nextAbove)
  const nobody = held(`${name.text}: nobody may decide`)
  const people = namedIn(
    world,
    rules,
    ladder,
    scope,
    asker?.is === 'present' ? asker.value : undefined,
    above,
  )
  const unknownPerson = heldOf(
    [...all, ...either].flatMap((role) => {
      const person = people.get(role)
      return person ? [person] : []
    }),
  )
  const level = isAsked ? least : wanted
  switch (output) {
    case 'score':
    case 'verdict':
      if (!isAsked && !needsSigner) return word('allow')
      if (isAsked && rank !== undefined && least > ladder.length) return nobody
      return unknownPerson ?? word('approval')
    case 'level':
      if (level === 0) return unasked
      return level > ladder.length ? nobody : word(ladder[level - 1] ?? '')
    case 'approver': {
      if (asker?.is !== 'present') return unasked
      if (!isAsked) {
        const [sole, ...more] = new Set([...all, ...either])
        const person = more.length === 0 && sole !== undefined ? people.get(sole) : undefined
        return person ? apply(person, (one) => above.acting(asker.value, { is: 'row', ...one })) : unasked
      }
      if (!lineOf('superior')) return unasked
      const superior = above.nearest(asker.value, least)
      return apply(superior, (one) => above.acting(asker.value, one))
    }
    case 'approved': {
      if (!isAsked && !needsSigner) return word('unneeded')
      if (isAsked && least > ladder.length) return nobody
      if (unknownPerson) return unknownPerson
      if (asker?.is !== 'present') return held('nobody asks')
      return approved(world, lines, scope, above, {
        asker: asker.value,
        least: isAsked ? least : undefined,
        all,
        either,
        people,
        spans: (who) =>
          found.flatMap((answer, i) => {
            const asks =
              who === '' ? answer.rank > limit : answer.all.includes(who) || answer.either.includes(who)
            return asks ? [rules[i]?.valid] : []
          }),
        orders: found.flatMap(({ inTurn, order }) => (inTurn && order && order.length > 1 ? [order] : [])),
      })
    }
    case 'with': {
      const asked = found.find(({ inTurn, order }) => inTurn && order && order.length > 1)?.order ?? []
      const signing = [...new Set([...asked, ...names])].filter(
        (one) => all.includes(one) || either.includes(one),
      )
      return word(signing.join(', ') || 'nobody')
    }
    case 'how':
      return word(
        found.some(({ inTurn }) => inTurn)
          ? 'turn'
          : either.length > 0
            ? 'one'
            : all.length > 0
              ? 'all'
              : 'alone',
      )
    default:
      return present(truth(all.includes(output) || either.includes(output)))
  }
}

/** Whom a verdict names by a path, or by a field that is no role; never who asks, but who stands above him. */
function namedIn(
  world: World,
  rules: readonly (Line<'table'> | Line<'limit'>)[],
  ladder: readonly string[],
  scope: Scope,
  asker: Person | undefined,
  above: Above,
): ReadonlyMap<string, Result<Person>> {
  const verdicts = rules.flatMap((rule) =>
    rule.is === 'table' ? rule.table.rows.map((row) => verdictIn(row.cells.at(-1))) : [rule.above],
  )
  const signers = verdicts.flatMap((one) => (one?.is === 'approval' ? one.roles : []))
  return new Map(
    signers.flatMap(({ text, span, path }) => {
      const field = scope.row && !ladder.includes(text) && recordOf(world, scope.row.record).fields.has(text)
      const way: Expr | undefined =
        path ?? (field ? { is: 'path', parts: [{ text, span }], span } : undefined)
      if (!way) return []
      const found = apply(world.evaluate(way, scope), (value): Result<Person> => {
        if (value.is !== 'row') return held('nobody')
        const person = { record: value.record, row: value.row }
        if (!asker || person.row !== asker.row) return present(person)
        const next = above.above(asker)
        if (next.is !== 'present') return next
        return next.value && next.value.row !== asker.row ? present(next.value) : held('nobody above')
      })
      return [[text, used(found)] as const]
    }),
  )
}

/** Everybody who may have to sign by a table: those who sign with others first. */
function signersIn(rule: Line<'table'> | Line<'limit'>, ladder: readonly string[]): readonly string[] {
  const verdicts =
    rule.is === 'table' ? rule.table.rows.map((row) => verdictIn(row.cells.at(-1))) : [rule.above]
  const answers = verdicts.flatMap((one) => (one && one.is !== 'not-decided' ? [asked(one, ladder)] : []))
  return [...answers.flatMap(({ all }) => all), ...answers.flatMap(({ either }) => either)]
}

function verdictIn(cell: Cell | undefined): Verdict | undefined {
  return cell?.is === 'verdict' ? cell.verdict : cell?.is === 'not-decided' ? cell : undefined
}

function asked(verdict: Exclude<Verdict, { is: 'not-decided' }>, ladder: readonly string[]): Answer {
  const none = { all: [], either: [], inTurn: false }
  if (verdict.is === 'allow') return { rank: 0, ...none }
  if (verdict.is === 'refuse') return { rank: ladder.length + 1, ...none }
  const roles = verdict.roles.map(({ text }) => text)
  const places = roles.map((role) => ladder.indexOf(role) + 1)
  const ranked = places.filter((place) => place > 0)
  if (verdict.how === 'one')
    return {
      ...none,
      rank: ranked.length === 0 ? 0 : Math.min(...ranked),
      either: roles.filter((_, i) => places[i] === 0),
    }
  const rank = Math.max(0, ...ranked)
  return {
    ...none,
    rank,
    all: roles.filter((_, i) => places[i] !== rank || rank === 0),
    inTurn: verdict.how === 'in-turn',
    order: roles.map((role) => (ladder.indexOf(role) + 1 === rank && rank > 0 ? '' : role)),
  }
}

function answerOf(
  world: World,
  rule: Line<'table'> | Line<'limit'>,
  ladder: readonly string[],
  scope: Scope,
): Result<Answer> {
  const { headings } = rule.table
  const inputs = headings.filter(({ output }) => !output).map(({ value }) => world.evaluate(value, scope))
  const answer = (verdict: Verdict | undefined): Result<Answer> =>
    !verdict || verdict.is === 'not-decided'
      ? held(verdict?.why ?? 'no verdict')
      : present(asked(verdict, ladder))
  if (rule.is === 'table') {
    if (rule.hit === 'every') throw new Error('a verdict is one')
    const row = matchingRow(world, rule.table, rule.hit, inputs, scope)
    return row.is === 'present' ? answer(verdictIn(row.value.cells.at(-1))) : (used(row) as Held)
  }
  const measure = used(world.evaluate(rule.of, scope))
  const row: Result<Row> =
    inputs.length === 0 ? firstRow(rule) : matchingRow(world, rule.table, 'unique', inputs, scope)
  if (measure.is !== 'present') return measure as Held
  if (row.is !== 'present') return used(row) as Held
  for (const [i, { output, value }] of headings.entries()) {
    if (!output) continue
    const cell = row.value.cells[i]
    const rank = value.is === 'path' ? value.parts[0]?.text : value.is === 'text' ? value.value : undefined
    const within =
      cell?.is === 'any'
        ? present(true)
        : apply(given(world, cell, scope), (end) => {
            const beyond = order(measure.value, end)
            return present(rule.way === 'up-to' ? beyond <= 0 : beyond >= 0)
          })
    if (within.is !== 'present') return used(within) as Held
    if (within.value)
      return present({ rank: ladder.indexOf(rank ?? '') + 1, all: [], either: [], inTurn: false })
  }
  return answer(rule.above)
}

function firstRow(rule: Line<'limit'>): Result<Row> {
  const [row] = rule.table.rows
  return row ? present(row) : held('no row')
}

/** Who signs: each of them, or one of them where a single table asks for anybody at all. */
function signers(
  found: readonly Answer[],
  limit: number,
): { all: readonly string[]; either: readonly string[] } {
  const all = found.flatMap((one) => one.all)
  const asking = found.filter((one) => one.rank > limit || one.all.length > 0 || one.either.length > 0)
  const [only, ...more] = asking
  if (only && more.length === 0) return { all, either: only.either }
  // Beside other tables those without any rank are all needed.
  return { all: [...all, ...asking.flatMap((one) => (one.rank === 0 ? one.either : []))], either: [] }
}

function askerOf(world: World, line: Line<'asked-by'> | undefined, scope: Scope): Result<Person> | undefined {
  if (!line) return undefined
  return apply(world.evaluate(line.by, scope), (value) =>
    value.is === 'row' ? present({ record: value.record, row: value.row }) : held('nobody'),
  )
}
