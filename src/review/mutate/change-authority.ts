import type { Language } from '../../base/language.ts'
import type { Name } from '../../syntax/ast.ts'
import { spellKeyword, spellWord } from '../../syntax/keywords.ts'
import { printVerdict } from '../../syntax/print-tables.ts'
import type { Change } from './mutant.ts'
import { isTree, type Spot, type Tree } from './tree.ts'

/** Who decides: the next rank in place of one, one signature in place of all. */
export function authorityChanges(spot: Spot, language: Language): readonly Change[] {
  const { node } = spot
  if (node.is === 'own' && isName(node.upTo)) {
    const { upTo } = node
    return neighbours(ranksAbove(spot), upTo.text).map((rank) => ({
      kind: 'authority',
      change: 'rank',
      span: upTo.span,
      old: upTo.text,
      new: rank,
      edits: [{ path: [...spot.path, 'upTo', 'text'], to: rank }],
    }))
  }
  if (node.is === 'approval' && Array.isArray(node.roles)) return verdictChanges(spot, node.roles, language)
  if (node.is === 'limit' && (node.way === 'up-to' || node.way === 'at-least')) return []
  return []
}

function verdictChanges(spot: Spot, roles: readonly unknown[], language: Language): readonly Change[] {
  const names = roles.filter(isName)
  const how = spot.node.how
  const print = (all: readonly Name[], way: 'all' | 'one' | 'in-turn' | undefined) =>
    printVerdict({ is: 'approval', ...(way && { how: way }), roles: all }, language)
  const now = how === 'one' || how === 'all' || how === 'in-turn' ? how : undefined
  const old = print(names, now)
  const [first] = names
  if (first === undefined || names.length < roles.length) return []
  const span = first.span
  const found: Change[] = names.flatMap((name, i) =>
    neighbours(ranksAbove(spot), name.text)
      .slice(0, 1)
      .map((rank) => {
        const next = names.map((one, at) => (at === i ? { ...one, text: rank } : one))
        const edits = [{ path: [...spot.path, 'roles', i, 'text'], to: rank }]
        return {
          kind: 'authority',
          change: 'rank',
          span: name.span,
          old,
          new: print(next, now),
          edits,
        } as const
      }),
  )
  if (names.length > 1 && now !== 'in-turn') {
    const way = now === 'one' ? 'all' : 'one'
    const edits = [{ path: [...spot.path, 'how'], to: way }]
    found.push({ kind: 'authority', change: 'output', span, old, new: print(names, way), edits })
  }
  return found
}

/** The ranks of the authority that a place belongs to, from the lowest. */
function ranksAbove(spot: Spot): readonly string[] {
  let top: Spot = spot
  while (top.above) top = top.above
  const { lines } = top.node
  if (!Array.isArray(lines)) return []
  const line = lines.find((one: unknown): one is Tree => isTree(one) && one.is === 'ranks')
  return Array.isArray(line?.ranks) ? line.ranks.filter(isName).map(({ text }) => text) : []
}

/** The next rank, else the one before. */
function neighbours(ranks: readonly string[], rank: string): readonly string[] {
  const at = ranks.indexOf(rank)
  if (at < 0) return []
  return [ranks[at + 1], ranks[at - 1]].filter((one) => one !== undefined)
}

function isName(value: unknown): value is Tree & Name {
  return isTree(value) && typeof value.text === 'string' && isTree(value.span)
}

/** The moved day of a time limit: as it falls, or on the next working day. */
export function timeLimitChanges(spot: Spot, language: Language): readonly Change[] {
  const { node } = spot
  if (node.is !== 'within' || typeof node.moved !== 'boolean' || !isTree(node.span)) return []
  const { source, from, to } = node.span
  if (typeof source !== 'string' || typeof from !== 'number' || typeof to !== 'number') return []
  const text = (moved: boolean) =>
    moved ? spellKeyword('next-working-day', language) : spellWord('limit', 'within', language)
  return [
    {
      kind: 'time',
      change: 'kind-of-days',
      span: { source, from, to },
      old: text(node.moved),
      new: text(!node.moved),
      edits: [{ path: [...spot.path, 'moved'], to: !node.moved }],
    },
  ]
}
