import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  type Production,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
} from './rolldown.chevrotain-grammar.ts'
import type { TokenType } from './rolldown.chevrotain-lexer.ts'

type Path = readonly TokenType[]
/** The first tokens of a way through the grammar, and what is left of it. */
type Way = { readonly path: Path; readonly rest: readonly Production[] }

/**
 * The tokens that each alternative may begin with, as many as tell it from the others, `most` at most: what a mistake
 * says was expected. In Chevrotain's order, which a message is in too.
 */
export function pathsOf(
  alternatives: readonly (readonly Production[])[],
  most: number,
): readonly (readonly Path[])[] {
  const found = alternatives.map((): Path[] => [])
  const begun = alternatives.map((one) => waysFrom(one, 1, []))
  const known = begun.map((ways) => new Set(ways.flatMap(({ path }) => keysOf(path))))
  let ways: readonly (readonly Way[])[] = begun
  for (let length = 1; length <= most; length++) {
    ways = ways.map((own, i) =>
      own.flatMap(({ path, rest }) => {
        const keys = keysOf(path)
        const isOwn = known.every((others, j) => i === j || !keys.some((key) => others.has(key)))
        if (!isOwn && rest.length > 0 && path.length < most) {
          const longer = waysFrom(rest, length + 1, path)
          for (const way of longer) for (const key of keysOf(way.path)) known[i]?.add(key)
          return longer
        }
        if (!found[i]?.some((other) => isWithin(path, other))) {
          found[i]?.push(path)
          for (const key of keys) known[i]?.add(key)
        }
        return []
      }),
    )
  }
  return found
}

/** What stands behind a part in its rule, to the rule's end; the part stands in it once. */
export function restBehind(
  { definition }: Pick<Rule, 'definition'>,
  wanted: Production,
): readonly Production[] | undefined {
  for (const [i, part] of definition.entries()) {
    const rest = definition.slice(i + 1)
    if (part === wanted) return rest
    if (part instanceof Terminal || part instanceof NonTerminal) continue
    const inside =
      part instanceof Alternation
        ? part.definition.flatMap((way) => (way instanceof Alternative ? [way] : []))
        : [part]
    for (const one of inside) {
      const found = restBehind(one, wanted)
      if (found) return [...found, ...rest]
    }
  }
  return undefined
}

function separated(part: RepetitionWithSeparator | RepetitionMandatoryWithSeparator): Production[] {
  const before = part.separator ? [new Terminal({ terminalType: part.separator })] : []
  return [...before, ...part.definition]
}

function waysFrom(parts: readonly Production[], most: number, before: Path): readonly Way[] {
  const path = [...before]
  const found: Way[] = []
  for (const [i, part] of parts.entries()) {
    if (path.length >= most) return [...found, { path, rest: parts.slice(i) }]
    if (part instanceof Terminal) {
      path.push(part.terminalType)
      continue
    }
    for (const inside of insidesOf(part))
      found.push(...waysFrom([...inside, ...parts.slice(i + 1)], most, path))
    if (!mayBeLeftOut(part)) return found
  }
  return [...found, { path, rest: [] }]
}

function mayBeLeftOut(part: Production): boolean {
  return part instanceof Option || part instanceof Repetition || part instanceof RepetitionWithSeparator
}

/** What a part stands for, where it is there. */
function insidesOf(part: Exclude<Production, Terminal>): readonly (readonly Production[])[] {
  if (part instanceof Alternation)
    return part.definition.flatMap((way) =>
      way instanceof Alternative && way.definition.length > 0 ? [way.definition] : [],
    )
  if (part instanceof Repetition || part instanceof RepetitionMandatory)
    return [[...part.definition, new Repetition({ definition: part.definition })]]
  if (part instanceof RepetitionWithSeparator || part instanceof RepetitionMandatoryWithSeparator)
    return [[...part.definition, new Repetition({ definition: separated(part) })]]
  return [part.definition]
}

/** A path as every path of tokens that is of its types. */
function keysOf(path: Path): readonly string[] {
  return path.reduce<readonly string[]>(
    (keys, { tokenTypeIdx, categoryMatches }) =>
      keys.flatMap((key) => [tokenTypeIdx, ...categoryMatches].map((index) => `${key}_${index}`)),
    [''],
  )
}

function isWithin(path: Path, other: Path): boolean {
  return (
    path.length === other.length &&
    path.every((type, i) => type === other[i] || other[i]?.categoryMatchesMap[type.tokenTypeIdx] === true)
  )
}
