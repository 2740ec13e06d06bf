import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain'

/** Parts of the grammar, one after the other. */
export type Parts = readonly IProduction[]

/** What parts of the grammar may begin with. */
export type Beginnings = { readonly types: ReadonlySet<TokenType>; readonly mayBeEmpty: boolean }

/** What parts begin with, and what comes second in them; each rule is looked through once. */
export type Reader = {
  readonly beginningsOf: (parts: Parts) => Beginnings
  /** What may follow the first token where it is `first`; empty where it may be the last one. */
  readonly secondsOf: (parts: Parts, first: TokenType) => Beginnings
}

/** Reads the recorded grammar, which must not be left-recursive and repeats nothing that may be empty. */
export function grammarReader(): Reader {
  const ofRules = new Map<Rule, Beginnings>()

  function beginningsOf(parts: Parts): Beginnings {
    const types = new Set<TokenType>()
    for (const part of parts) {
      if (part instanceof Terminal) return { types: types.add(part.terminalType), mayBeEmpty: false }
      const inside = beginningsInside(part)
      for (const type of inside.types) types.add(type)
      if (!inside.mayBeEmpty) return { types, mayBeEmpty: false }
    }
    return { types, mayBeEmpty: true }
  }

  function beginningsInside(part: IProduction): Beginnings {
    const known = part instanceof NonTerminal ? ofRules.get(part.referencedRule) : undefined
    if (known !== undefined) return known
    const ways = waysThrough(part).map(beginningsOf)
    const found = {
      types: new Set(ways.flatMap(({ types }) => [...types])),
      mayBeEmpty: ways.some(({ mayBeEmpty }) => mayBeEmpty),
    }
    if (part instanceof NonTerminal) ofRules.set(part.referencedRule, found)
    return found
  }

  function secondsOf(parts: Parts, first: TokenType): Beginnings {
    const found: Beginnings[] = []
    for (const [i, part] of parts.entries()) {
      const rest = parts.slice(i + 1)
      if (part instanceof Terminal) {
        if (part.terminalType === first) found.push(beginningsOf(rest))
        break
      }
      const inside = beginningsInside(part)
      if (inside.types.has(first))
        for (const way of waysThrough(part))
          if (beginningsOf(way).types.has(first)) found.push(secondsOf([...way, ...rest], first))
      if (!inside.mayBeEmpty) break
    }
    return {
      types: new Set(found.flatMap(({ types }) => [...types])),
      mayBeEmpty: found.some(({ mayBeEmpty }) => mayBeEmpty),
    }
  }

  return { beginningsOf, secondsOf }
}

/** The sequences that a part may stand for; what may be left out stands for the empty one too. */
export function waysThrough(part: IProduction): readonly Parts[] {
  if (part instanceof NonTerminal || part instanceof Alternative) return [part.definition]
  if (part instanceof Option) return [part.definition, []]
  if (part instanceof Repetition) return [[...part.definition, part], []]
  if (part instanceof RepetitionMandatory) {
    const { definition } = part
    return [[...definition, new Repetition({ definition })]]
  }
  if (part instanceof RepetitionMandatoryWithSeparator) return [separated(part)]
  if (part instanceof RepetitionWithSeparator) return [separated(part), []]
  if (part instanceof Alternation)
    return part.definition.flatMap((way) =>
      way instanceof Alternative && way.definition.length > 0 ? [way.definition] : [],
    )
  throw new Error('a part of the grammar of a new kind')
}

function separated(part: RepetitionMandatoryWithSeparator | RepetitionWithSeparator): Parts {
  const separator = new Terminal({ terminalType: part.separator })
  return [...part.definition, new Repetition({ definition: [separator, ...part.definition] })]
}

/** What is left of a rule behind one of its parts; the part stands in it once. */
export function partsBehind(rule: Rule, wanted: IProduction): Parts {
  return behind(rule.definition, [], wanted) ?? []
}

function behind(parts: Parts, after: Parts, wanted: IProduction): Parts | undefined {
  for (const [i, part] of parts.entries()) {
    const rest = [...parts.slice(i + 1), ...after]
    if (part === wanted) return rest
    const found = insideOf(part)
      .map((inside) => behind(inside, [...againOf(part), ...rest], wanted))
      .find((one) => one !== undefined)
    if (found !== undefined) return found
  }
  return undefined
}

/** Every part of a rule, those inside others too; the rules that it refers to are none of its parts. */
export function partsOf(parts: Parts): readonly IProduction[] {
  return parts.flatMap((part) => [part, ...insideOf(part).flatMap(partsOf)])
}

function insideOf(part: IProduction): readonly Parts[] {
  if (part instanceof NonTerminal || part instanceof Terminal) return []
  if (part instanceof Alternation)
    return part.definition.flatMap((way) => (way instanceof Alternative ? [way.definition] : []))
  return 'definition' in part ? [part.definition as IProduction[]] : []
}

/** What a repetition may go on with behind one round of it. */
function againOf(part: IProduction): Parts {
  if (part instanceof Repetition || part instanceof RepetitionMandatory)
    return [new Option({ definition: part.definition })]
  if (part instanceof RepetitionWithSeparator || part instanceof RepetitionMandatoryWithSeparator) {
    const separator = new Terminal({ terminalType: part.separator })
    return [new Option({ definition: [separator, ...part.definition] })]
  }
  return []
}
