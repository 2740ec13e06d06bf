import { type IProduction, type IToken, NonTerminal, Terminal, type TokenType } from 'chevrotain'
import { type Parts, waysThrough } from './beginnings.ts'
import type { Entry } from './entries.ts'
import { parserFor } from './parser.ts'

/** A token that may come next, and the rule of the grammar that asks for it. */
export type Following = { readonly type: TokenType; readonly rule: string }

/** What is left to come: parts of one rule, then those of the rule around it. */
type Rest = { readonly parts: Parts; readonly rule: string; readonly then: Rest | undefined }

/** More ways than any statement of the grammar has; a hostile one must end all the same. */
const mostWays = 2_000

/**
 * Every token that may follow these at the begin of a statement, heading or cell, by the grammar alone: what an editor
 * offers. All ways through the grammar are followed at once; it is not left-recursive, so each token ends most of them.
 */
export function following(entry: Entry, tokens: readonly IToken[]): readonly Following[] {
  const rule = parserFor(entry).getGAstProductions()[entry]
  if (rule === undefined) return []
  let ways: readonly Rest[] = opened([{ parts: rule.definition, rule: entry, then: undefined }])
  for (const token of tokens)
    ways = opened(
      ways.flatMap((way) => {
        const [first, ...parts] = way.parts
        return first instanceof Terminal && isOf(token, first.terminalType) ? [{ ...way, parts }] : []
      }),
    )
  const found = new Map<string, Following>()
  for (const { parts, rule: of } of ways) {
    const [first] = parts
    if (first instanceof Terminal)
      found.set(`${first.terminalType.name} ${of}`, { type: first.terminalType, rule: of })
  }
  return [...found.values()]
}

/** The ways, each up to where a token is asked for. */
function opened(ways: readonly Rest[]): readonly Rest[] {
  const done: Rest[] = []
  const seen = new Set<string>()
  const waiting = [...ways]
  for (let way = waiting.pop(); way !== undefined && done.length < mostWays; way = waiting.pop()) {
    const [first, ...parts] = way.parts
    if (first === undefined) {
      if (way.then) waiting.push(way.then)
      continue
    }
    if (first instanceof Terminal) {
      const key = keyOf(way)
      if (!seen.has(key)) done.push(way)
      seen.add(key)
      continue
    }
    const rest: Rest = { ...way, parts }
    if (first instanceof NonTerminal) {
      const then = parts.length === 0 && way.then ? way.then : rest
      waiting.push({ parts: first.referencedRule.definition, rule: first.referencedRule.name, then })
    } else for (const ways of waysThrough(first)) waiting.push({ ...way, parts: [...ways, ...parts] })
  }
  return done
}

/** Two ways with the same parts to come are one. */
function keyOf(way: Rest): string {
  const ids: string[] = []
  for (let rest: Rest | undefined = way; rest !== undefined; rest = rest.then)
    ids.push(rest.rule, ...rest.parts.map(idOf))
  return ids.join(' ')
}
const known = new WeakMap<IProduction, string>()
let count = 0
function idOf(part: IProduction): string {
  const id = known.get(part) ?? String(count++)
  known.set(part, id)
  return id
}

function isOf({ tokenType }: IToken, type: TokenType): boolean {
  return tokenType === type || tokenType.CATEGORIES?.includes(type) === true
}
