import type { AuthorityLine, Expr } from '../../src/syntax/ast.ts'
import { equal } from './order.ts'
import { apply, type Held, held, present, type Result, used, type Value } from './value.ts'
import type { Scope, World } from './world.ts'

export type Person = { readonly record: string; readonly row: number }

type Line<K extends AuthorityLine['is']> = Extract<AuthorityLine, { is: K }>

/** A place among the ranks, 0 for whoever stands outside. */
export function rankIn(
  world: World,
  ladder: readonly string[],
  by: Expr | undefined,
  party: Person,
  scope: Scope,
): Result<number> {
  if (!by) return held('no ranks')
  return apply(world.evaluate(by, { ...scope, party }), (role) =>
    present(role.is === 'word' || role.is === 'text' ? ladder.indexOf(role.text) + 1 : 0),
  )
}

const same = (a: Person, b: Person) => equal({ is: 'row', ...a }, { is: 'row', ...b })

/** Whoever an expression names of somebody; undefined where there is nobody. */
function named(world: World, expression: Expr, of: Person, scope: Scope): Result<Person | undefined> {
  const found = used(world.evaluate(expression, { ...scope, party: of }))
  if (found.is === 'held') return found.missing ? present(undefined) : found
  if (found.is !== 'present' || found.value.is !== 'row') throw new Error('somebody is a row')
  return present({ record: found.value.record, row: found.value.row })
}

/** The line of superiors, and who acts for one of them. */
export type Above = {
  /** Who stands above somebody; undefined where there is nobody. */
  readonly above: (person: Person) => Result<Person | undefined>
  /** Whether somebody signs who was named, on the row's own day or by acting for that one on that day. */
  readonly signsFor: (asker: Person, giver: Person, person: Person, then: Scope) => Result<boolean>
  readonly nearest: (asker: Person, least: number) => Result<Value>
  readonly acting: (asker: Person, superior: Value) => Result<Value>
  /** Whether somebody gives it by rank: on the row's own day a superior, on that day who acts for the nearest. */
  readonly mayGive: (asker: Person, by: Person, least: number, then: Scope) => Result<boolean>
  readonly roleOf: (person: Person, at: Scope) => Result<string>
}

export function lineAbove(
  world: World,
  lines: readonly AuthorityLine[],
  ladder: readonly string[],
  scope: Scope,
): Above {
  const lineOf = <K extends AuthorityLine['is']>(is: K) =>
    lines.find((line): line is Line<K> => line.is === is)
  const by = lineOf('ranks')?.by
  const superiorLine = lineOf('superior')
  const substitute = lineOf('substitute')
  const rankOf = (person: Person, at = scope) => rankIn(world, ladder, by, person, at)
  const nearest = (asker: Person, least: number): Result<Value> => {
    if (!superiorLine) throw new Error('nobody stands above anybody')
    let at = asker
    for (let step = 0; step < ladder.length; step++) {
      const next = named(world, superiorLine.of, at, scope)
      if (next.is !== 'present') return next as Held
      if (!next.value) return held('nobody above')
      at = next.value
      if (same(at, asker)) continue
      const rank = used(rankOf(at))
      if (rank.is !== 'present') return rank as Held
      if (rank.value >= least) return present({ is: 'row', ...at })
    }
    return held('nobody above')
  }
  const takerOf = (superior: Value, at: Scope): Result<Person | undefined> => {
    if (!substitute || superior.is !== 'row') return present(undefined)
    const of = { record: superior.record, row: superior.row }
    // Who acts for somebody is a value that may be for other rows: then nobody does.
    const said = world.evaluate(instead(substitute.by), { ...at, party: of })
    return said.is === 'not-applicable' ? present(undefined) : named(world, instead(substitute.by), of, at)
  }
  const acting = (asker: Person, superior: Value): Result<Value> =>
    apply(takerOf(superior, scope), (taker) => {
      if (!taker || superior.is !== 'row' || same(taker, asker)) return present(superior)
      return apply(rankOf(taker), (his) =>
        apply(rankOf(superior), (own) => present<Value>(his >= own ? { is: 'row', ...taker } : superior)),
      )
    })
  const mayGive = (asker: Person, giver: Person, least: number, then: Scope): Result<boolean> => {
    if (same(giver, asker)) return present(false)
    if (!superiorLine) return apply(rankOf(giver, then), (rank) => present(rank >= least))
    let at = asker
    for (let step = 0; step < ladder.length; step++) {
      const next = named(world, superiorLine.of, at, scope)
      if (next.is !== 'present') return next
      if (!next.value) break
      at = next.value
      if (!same(at, giver)) continue
      const rank = used(rankOf(at))
      if (rank.is !== 'present') return rank as Held
      if (rank.value >= least) return present(true)
      break
    }
    if (!substitute) return present(false)
    return apply(nearest(asker, least), (superior) =>
      apply(takerOf(superior, then), (taker) => {
        if (!taker || !same(taker, giver) || superior.is !== 'row') return present(false)
        return apply(rankOf(giver, then), (his) => apply(rankOf(superior), (own) => present(his >= own)))
      }),
    )
  }
  const roleOf = (person: Person, at: Scope): Result<string> =>
    by
      ? apply(world.evaluate(by, { ...at, party: person }), (role) =>
          present(role.is === 'word' || role.is === 'text' ? role.text : ''),
        )
      : held('no ranks')
  const above = (person: Person): Result<Person | undefined> =>
    superiorLine ? named(world, superiorLine.of, person, scope) : present(undefined)
  const signsFor = (asker: Person, giver: Person, person: Person, then: Scope): Result<boolean> => {
    if (same(giver, asker)) return present(false)
    if (same(giver, person)) return present(true)
    return apply(takerOf({ is: 'row', ...person }, then), (taker) => {
      if (!taker || !same(taker, giver)) return present(false)
      return apply(rankOf(giver, then), (his) => apply(rankOf(person), (own) => present(his >= own)))
    })
  }
  return { nearest, acting, mayGive, roleOf, above, signsFor }
}

/** `approver` is said of somebody as the record's own name is. */
function instead(expression: Expr): Expr {
  return JSON.parse(JSON.stringify(expression), (_, value) =>
    value && value.is === 'path' && value.parts?.[0]?.text === 'approver'
      ? { ...value, parts: [{ ...value.parts[0], text: 'person' }, ...value.parts.slice(1)] }
      : value,
  )
}
