import type { Span } from '../base/span.ts'
import { unreachable } from '../base/unreachable.ts'
import type * as ast from '../syntax/ast.ts'
import { spellWord } from '../syntax/keywords.ts'
import { hint } from './constants.ts'
import type { Environment } from './environment.ts'

/** The ranks of an authority from the lowest to the highest, and who may sign beside them. */
export type Ladder = {
  readonly ranks: readonly string[]
  /** Undefined: nobody said who there is. */
  readonly beside?: readonly string[]
  /** Who is named by a path. */
  readonly named?: readonly string[]
}

/** What a verdict asks for: a rank by its number from 1 (0 none, one more than there are: refused), and who signs as well. */
export type Asks = {
  readonly level: number
  /** Each of them signs. */
  readonly signs: readonly string[]
  /** One of them suffices in place of the rank. */
  readonly others: readonly string[]
  /** In which order, where that matters. */
  readonly order?: Order
}

/** Who signs after whom; undefined stands for the rank that decides. */
export type Order = readonly (string | undefined)[]

function asksOf(ladder: Ladder, verdict: Exclude<ast.Verdict, { is: 'not-decided' }>): Asks {
  const nobody = { signs: [], others: [] }
  switch (verdict.is) {
    case 'allow':
      return { level: 0, ...nobody }
    case 'refuse':
      return { level: ladder.ranks.length + 1, ...nobody }
    case 'approval': {
      const names = verdict.roles.map(({ text }) => text)
      const levels = names.map((name) => ladder.ranks.indexOf(name) + 1).filter((level) => level > 0)
      if (verdict.how === 'one') {
        const level = levels.length === 0 ? 0 : Math.min(...levels)
        return { ...nobody, level, others: names.filter((name) => !ladder.ranks.includes(name)) }
      }
      const level = Math.max(0, ...levels)
      const signs = names.filter((name) => name !== ladder.ranks[level - 1])
      const order = names.map((name) => (name === ladder.ranks[level - 1] ? undefined : name))
      return { ...nobody, level, signs, ...(verdict.how === 'in-turn' && { order }) }
    }
    default:
      return unreachable(verdict)
  }
}

/** Whether every name in a verdict is a rank or somebody who stands beside them; who is neither is reported. */
export function knowsRoles(env: Environment, ladder: Ladder, verdict: ast.Verdict): boolean {
  if (verdict.is !== 'approval') return true
  const known = [...ladder.ranks, ...(ladder.beside ?? []), ...(ladder.named ?? [])]
  let sound = true
  for (const role of verdict.roles) {
    if (known.includes(role.text)) continue
    const near = env.nearest(role.text, known)
    const edits = near === undefined ? undefined : [{ span: role.span, text: near }]
    env.report('BY571', { name: role.text, near: hint(near) }, role.span, edits && { edits })
    sound = false
  }
  return sound
}

/** A verdict in a word: `allow`, the rank that decides, `refuse`; who signs alone where no rank is asked. */
function wordOfVerdict({ policy }: Environment, ladder: Ladder, asks: Asks): string {
  const { level, signs, others } = asks
  if (level > ladder.ranks.length) return spellWord('verdict', 'refuse', policy.language)
  const rank = ladder.ranks[level - 1]
  const names = [...(rank === undefined ? [] : [rank]), ...signs, ...others]
  return names.length === 0 ? spellWord('verdict', 'allow', policy.language) : names.join(', ')
}

/** A table with its verdicts taken apart into columns of their own. */
export type Taken = { readonly table: ast.Table; readonly names: readonly string[]; readonly asks: Columns }
export type Columns = {
  readonly signs: readonly string[]
  readonly others: readonly string[]
  /** The orders that rows ask for: a column has the number of its row's, 0 for none. */
  readonly orders: readonly Order[]
}

type Row = {
  readonly row: ast.Row
  readonly cells: readonly ast.Cell[]
  readonly verdict: ast.Verdict
  readonly at: Span
}

/** Outputs, from the end: the verdict in a word, its level, then what it asks for besides. */
export function takeApart(
  env: Environment,
  ladder: Ladder,
  inputs: readonly ast.Heading[],
  rows: readonly Row[],
  span: Span,
): Pick<Taken, 'table' | 'asks'> {
  const asked = rows.map(({ verdict }) =>
    verdict.is === 'not-decided' ? undefined : asksOf(ladder, verdict),
  )
  const named = (part: (asks: Asks) => readonly string[]) => [
    ...new Set(asked.flatMap((asks) => (asks ? part(asks) : []))),
  ]
  const columns: Columns = {
    signs: named(({ signs }) => signs),
    others: named(({ others }) => others),
    orders: [
      ...new Map(asked.flatMap((asks) => (asks?.order ? [[keyOf(asks.order), asks.order]] : []))).values(),
    ],
  }
  const keys = columns.orders.map(keyOf)
  const numberOf = (order: Order | undefined) => (order ? keys.indexOf(keyOf(order)) + 1 : 0)
  const heading = (text: string): ast.Heading => ({
    output: true,
    value: { is: 'path', parts: [{ text, span }], span },
    span,
  })
  const value = (one: ast.Expr, at: Span): ast.Cell => ({
    is: 'tests',
    negated: false,
    items: [{ is: 'value', value: one, span: at }],
    span: at,
  })
  const outputs = ({ verdict, at }: Row, asks: Asks | undefined): readonly ast.Cell[] => {
    const many = 2 + columns.signs.length + columns.others.length + (columns.orders.length > 0 ? 1 : 0)
    if (!asks || verdict.is === 'not-decided') {
      const why = verdict.is === 'not-decided' ? verdict.why : ''
      return Array.from({ length: many }, () => ({ is: 'not-decided', why, span: at }))
    }
    const yes = (is: boolean) => value({ is: 'truth', value: is, span: at }, at)
    return [
      value({ is: 'text', value: wordOfVerdict(env, ladder, asks), span: at }, at),
      value({ is: 'number', spelling: String(asks.level), span: at }, at),
      ...columns.signs.map((name) => yes(asks.signs.includes(name))),
      ...columns.others.map((name) => yes(asks.others.includes(name))),
      ...(columns.orders.length > 0
        ? [value({ is: 'number', spelling: String(numberOf(asks.order)), span: at }, at)]
        : []),
    ]
  }
  const names = [
    'asks',
    'level',
    ...columns.signs.map((name) => `signs ${name}`),
    ...columns.others.map((name) => `or ${name}`),
    ...(columns.orders.length > 0 ? ['in turn'] : []),
  ]
  return {
    asks: columns,
    table: {
      headings: [...inputs, ...names.map(heading)],
      rows: rows.map((one, i) => ({ ...one.row, cells: [...one.cells, ...outputs(one, asked[i])] })),
      span,
    },
  }
}

function keyOf(order: Order): string {
  return JSON.stringify(order.map((name) => name ?? null))
}
