import type * as ast from '../syntax/ast.ts'
import { spellKeyword } from '../syntax/keywords.ts'
import { type Approval, rankNumber } from './authority-approver.ts'
import type { Bench, People } from './authority-bench.ts'
import type { Ladder } from './authority-verdicts.ts'
import type { Typed } from './checked.ts'
import { type Context, infer } from './environment.ts'
import {
  allForm,
  compareForm,
  isAbsent,
  isMissing,
  notForm,
  sameForm,
  truthOfForm,
  whenForm,
} from './forms.ts'
import { describe } from './types.ts'

/** Everybody whom a verdict names by a path: of the record of whoever asks. Undefined when something was reported. */
export function peopleNamed(
  context: Context,
  node: ast.AuthorityDeclaration,
  ladder: Ladder,
  { asker }: Approval,
): People | undefined {
  const { env, record } = context
  const roles = [...ladder.ranks, ...(ladder.beside ?? [])]
  const people = new Map<string, Typed>()
  for (const role of node.lines.flatMap(signersIn)) {
    const { text, span } = role
    // One field alone is somebody too, where no role is called so.
    const own = !roles.includes(text) && record?.fields.has(text) === true
    const path: ast.Expr | undefined =
      role.path ?? (own ? { is: 'path', parts: [{ text, span }], span } : undefined)
    if (!path || people.has(text)) continue
    if (!asker) {
      const needs = spellKeyword('asked', env.policy.language)
      env.report('BY579', { line: text, needs }, span)
      return undefined
    }
    const person = infer(context, path)
    const expected = asker.type.is === 'ref' ? asker.type.record : ''
    if (person.type.is === 'error') return undefined
    if (person.type.is !== 'ref' || person.type.record !== expected) {
      env.report('BY653', { record: expected, found: describe(person.type) }, span)
      return undefined
    }
    people.set(text, person)
  }
  return people
}

function signersIn(line: ast.AuthorityLine): readonly ast.Signer[] {
  const verdicts =
    line.is === 'limit'
      ? [line.above]
      : line.is === 'table'
        ? line.table.rows.map(({ cells }) => {
            const last = cells.at(-1)
            return last?.is === 'verdict' ? last.verdict : undefined
          })
        : []
  return verdicts.flatMap((verdict) => (verdict?.is === 'approval' ? verdict.roles : []))
}

/** Somebody whom the row names, as far as he is asked. */
export type Named = {
  readonly name: string
  /** Whether he is asked. */
  readonly sign: Typed
  /** Never whoever asks: his superior instead. */
  readonly who: Typed
  /** Who acts for him on the row's own day. */
  readonly acting: Typed
  /** His rank, where somebody may act for him. */
  readonly rank?: Typed
}

/** Who each of those is whom a verdict names. */
export function namedBy(
  bench: Bench,
  approval: Approval,
  asker: Typed,
  sign: ReadonlyMap<string, Typed>,
): readonly Named[] {
  const { keep, span, people } = bench
  const used = [...sign].flatMap(([name, asked]) => {
    const person = people.get(name)
    return person ? [{ name, asked, person }] : []
  })
  if (used.length === 0) return []
  const nobody: Typed = { is: 'none', why: 'BY882', name: bench.title, type: asker.type, span }
  const above = approval.above && keep('~above asker', approval.above(asker), {})
  const instead = above
    ? whenForm(isMissing(above), nobody, whenForm(sameForm(above, asker), nobody, above))
    : nobody
  return used.map(({ name, asked, person }) => {
    const named = keep(`~named ${name}`, person, {})
    const who = keep(`~who ${name}`, whenForm(sameForm(named, asker), instead, named), {})
    const unasked: Typed = { ...nobody, why: 'BY880' }
    keep(`~asked ${name}`, whenForm(asked, who, unasked), {})
    bench.shows({ is: 'named', label: name, result: `~asked ${name}` })
    return { name, sign: asked, who, ...standIn(bench, approval, asker, who, name) }
  })
}

/** Who acts for somebody: with his rank or a higher one, and not for himself. */
function standIn(
  { keep, ladder, span }: Bench,
  { insteadOf, roleOf }: Approval,
  asker: Typed,
  who: Typed,
  name: string,
): Pick<Named, 'acting' | 'rank'> {
  if (!insteadOf || !roleOf) return { acting: who }
  const ranked = (person: Typed) => rankNumber(ladder.ranks, roleOf(person))
  const rank = keep(`~rank ${name}`, ranked(who), {})
  const taker = keep(`~taker ${name}`, insteadOf(who), {})
  const may = allForm([sameForm(taker, asker, true), compareForm(ranked(taker), '>=', rank)], span)
  const acting = whenForm(isAbsent(taker), who, whenForm(may, taker, who))
  return { acting: keep(`~acting ${name}`, acting, {}), rank }
}

/** True once it is known who all of them are; unknown, with the reason, before. */
export function allKnown(named: readonly Named[], asker: Typed | undefined): Typed | undefined {
  if (!asker || named.length === 0) return undefined
  const { span } = asker
  const each = named.map(({ sign, who }) =>
    whenForm(sign, sameForm(who, asker, true), truthOfForm(true, span)),
  )
  return allForm(each, span)
}

/** The one person whom the verdict asks, where it asks nobody else. */
export function onlyNamed(
  named: readonly Named[],
  sign: ReadonlyMap<string, Typed>,
  otherwise: Typed,
): Typed {
  return named.reduceRight((further: Typed, one) => {
    const others = [...sign].filter(([name]) => name !== one.name).map(([, asked]) => notForm(asked))
    return whenForm(allForm([one.sign, ...others], one.sign.span), one.acting, further)
  }, otherwise)
}
