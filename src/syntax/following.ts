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
  const numbers: Numbers = { byRest: new WeakMap(), byText: new Map() }
  const start: Rest = { parts: rule.definition, rule: entry, then: undefined }
  let ways: readonly Rest[] = opened([start], numbers)
  for (const token of tokens)
    ways = opened(
      ways.flatMap((way) => {
        const [first, ...parts] = way.parts
        return first instanceof Terminal && isOf(token, first.terminalType) ? [{ ...way, parts }] : []
      }),
      numbers,
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
function opened(ways: readonly Rest[], numbers: Numbers): readonly Rest[] {
  const done: Rest[] = []
  const seen = new Set<number>()
  const waiting = [...ways]
  for (let way = waiting.pop(); way !== undefined && done.length < mostWays; way = waiting.pop()) {
    const [first, ...parts] = way.parts
    if (first === undefined) {
      if (way.then) waiting.push(way.then)
      continue
    }
    if (first instanceof Terminal) {
      const key = numberOf(way, numbers)
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

/** Numbers for what is left to come, the same for the same: as deep as brackets nest, it is not gone through again. */
type Numbers = { readonly byRest: WeakMap<Rest, number>; readonly byText: Map<string, number> }

/** Two ways with the same parts to come are one. */
function numberOf(rest: Rest, numbers: Numbers): number {
  const before = numbers.byRest.get(rest)
  if (before !== undefined) return before
  const then = rest.then === undefined ? '' : numberOf(rest.then, numbers)
  const text = [rest.rule, ...rest.parts.map(idOf), then].join(' ')
  const found = numbers.byText.get(text) ?? numbers.byText.size
  numbers.byText.set(text, found)
  numbers.byRest.set(rest, found)
  return found
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
