import { type Fraction, numberOf, order } from './exact.ts'
import type { Stretch } from './rule-set.ts'

/** An operator as json-rules-engine calls it. INVARIANT: none holds for a value that is not known. */
export type Operator = (fact: unknown, value: unknown) => boolean

export const operators: { readonly [name: string]: Operator } = {
  'bylaw.equal': comparing((found) => found === 0),
  'bylaw.notEqual': comparing((found) => found !== 0),
  'bylaw.lessThan': comparing((found) => found < 0),
  'bylaw.lessThanInclusive': comparing((found) => found <= 0),
  'bylaw.greaterThan': comparing((found) => found > 0),
  'bylaw.greaterThanInclusive': comparing((found) => found >= 0),
  'bylaw.within': (fact, value) => {
    const number = numberOf(fact)
    return number !== undefined && stretchesOf(value).some((stretch) => isWithin(number, stretch))
  },
  'bylaw.outside': (fact, value) => {
    const number = numberOf(fact)
    return number !== undefined && !stretchesOf(value).some((stretch) => isWithin(number, stretch))
  },
  'bylaw.in': (fact, value) => isWord(fact) && wordsOf(value).includes(fact),
  'bylaw.notIn': (fact, value) => {
    const words = wordsOf(value)
    return isWord(fact) && words.length > 0 && !words.includes(fact)
  },
  'bylaw.state': (fact, value) => Array.isArray(value) && value.includes(stateOf(fact)),
  'bylaw.some': (fact, value) => Array.isArray(fact) && fact.length > 0 === value,
}

function comparing(holds: (order: number) => boolean): Operator {
  return (fact, value) => {
    const a = numberOf(fact)
    const b = numberOf(value)
    return a !== undefined && b !== undefined && holds(order(a, b))
  }
}

function stretchesOf(value: unknown): readonly Stretch[] {
  if (!Array.isArray(value)) throw new Error('bylaw.within and bylaw.outside are given a list of stretches')
  return value
}

/** A bound that cannot be read is a mistake in the rule set: nothing may slip through it. */
function boundOf(text: string): Fraction {
  const number = numberOf(text)
  if (number === undefined) throw new Error(`no number or day: ${text}`)
  return number
}

function isWithin(number: Fraction, { from, over, to, under }: Stretch): boolean {
  if (from !== undefined && order(number, boundOf(from)) < 0) return false
  if (over !== undefined && order(number, boundOf(over)) <= 0) return false
  if (to !== undefined && order(number, boundOf(to)) > 0) return false
  return under === undefined || order(number, boundOf(under)) < 0
}

function isWord(fact: unknown): fact is string | boolean {
  return typeof fact === 'string' || typeof fact === 'boolean'
}

/** The words to look among: a list, or one value, as another fact is. */
function wordsOf(value: unknown): readonly (string | boolean)[] {
  return (Array.isArray(value) ? value : [value]).filter(isWord)
}

function stateOf(fact: unknown): string {
  if (isWord(fact)) return 'decided'
  if (typeof fact !== 'object' || fact === null || !('is' in fact)) return 'not asked'
  if (fact.is === 'not-applicable') return 'not-applicable'
  return 'missing' in fact ? 'missing' : 'held'
}
