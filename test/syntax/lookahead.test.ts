import type { ILookaheadStrategy, OptionalProductionType } from 'chevrotain'
import { expect, test } from 'vitest'
import { chevrotain, withChevrotain } from './with-chevrotain.ts'

const { EOF, LLkLookaheadStrategy } = await chevrotain()
const { lookahead, maxLookahead, partsOf, StatementParser, vocabulary } = await withChevrotain()

type Index = number | undefined
/** What a look-ahead decides on tokens of these types, and whether it asked for the second. */
type Decide = (first: Index, second: Index) => { readonly chosen: unknown; readonly asked: boolean }

function decider(decide: (alternatives: []) => unknown): Decide {
  return (first, second) => {
    let asked = false
    const LA = (which: number) => {
      if (which === 2) asked = true
      return { tokenTypeIdx: which === 1 ? first : second }
    }
    return { chosen: decide.call({ LA, LA_FAST: LA }, []), asked }
  }
}

/** Every place of the grammar where the parser looks ahead. */
function places(strategy: ILookaheadStrategy): Map<string, Decide> {
  const found = new Map<string, Decide>()
  for (const rule of Object.values(new StatementParser({ whole: true }).getGAstProductions()))
    for (const part of partsOf(rule.definition)) {
      const kind = part.constructor.name
      if (!('idx' in part) || kind === 'Terminal' || kind === 'NonTerminal') continue
      const place = { rule, prodOccurrence: Number(part.idx), maxLookahead, dynamicTokensEnabled: false }
      const decide =
        kind === 'Alternation'
          ? strategy.buildLookaheadForAlternation({ ...place, hasPredicates: false })
          : strategy.buildLookaheadForOptional({ ...place, prodType: kind as OptionalProductionType })
      found.set(`${rule.name}: ${kind} ${place.prodOccurrence}`, decider(decide))
    }
  return found
}

test('at every place of the grammar the look-ahead decides on any two tokens as Chevrotain’s own', () => {
  const tokens = [...vocabulary, EOF].map(({ tokenTypeIdx }) => tokenTypeIdx)
  const expected = places(new LLkLookaheadStrategy({ maxLookahead }))
  const different: string[] = []
  expect(expected.size).toBeGreaterThan(150)
  for (const [place, decide] of places(lookahead())) {
    const own = expected.get(place)
    for (const first of tokens)
      for (const second of tokens) {
        const found = decide(first, second)
        const wanted = own?.(first, second)
        if (found.chosen !== wanted?.chosen) different.push(`${place} on ${first} ${second}`)
        if (!found.asked && !wanted?.asked) break
      }
  }
  expect(different).toEqual([])
})
