import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import type { Collected, Give } from './checked.ts'
import type { Context } from './environment.ts'
import { checkWidth } from './infer-arithmetic.ts'
import { add, exactly, type Range, union, widen } from './range.ts'
import { fixed, type NumberType } from './types.ts'

/** `=> sum(points)`: the name of an output, and how the rows that match are put together. */
export function collectedOf({
  output,
  value,
}: ast.Heading): { readonly name: string; readonly how: Collected } | undefined {
  if (!output || value.is !== 'call' || value.args.length !== 1) return undefined
  const how = value.callee.text
  const [arg] = value.args
  const name = arg?.is === 'path' && arg.parts.length === 1 ? arg.parts[0]?.text : undefined
  return name !== undefined && isCollected(how) ? { name, how } : undefined
}

function isCollected(word: string): word is Collected {
  return word === 'sum' || word === 'min' || word === 'max' || word === 'list'
}

/** The words of an output in the order of the rows, each once; undefined where a cell is no word. */
export function listedWords(gives: readonly Give[]): readonly string[] | undefined {
  const words: string[] = []
  for (const give of gives) {
    if (give.is === 'not-decided') continue
    if (give.is !== 'const' || typeof give.value !== 'string') return undefined
    if (!words.includes(give.value)) words.push(give.value)
  }
  return words
}

/** What the rows give together: for a sum, each row may add or not. */
export function collectedType(
  { env }: Context,
  how: Collected,
  type: NumberType,
  gives: readonly Give[],
  { rows }: ast.Table,
  span: Span,
): NumberType {
  const exact = fixed(type)
  if (how !== 'sum') return exact
  const { scale } = exact.range
  const rangeOf = (give: Give | undefined): Range =>
    give && give.is !== 'not-decided' && give.type.is === 'number'
      ? widen(fixed(give.type).range, scale)
      : exactly(0n, scale)
  const otherwise = rows.findIndex((row) => row.otherwise)
  const sum = gives
    .filter((_, row) => row !== otherwise)
    .map((give) => union(rangeOf(give), exactly(0n, scale)))
    .reduce(add, exactly(0n, scale))
  return checkWidth(env.report, { ...exact, range: union(sum, rangeOf(gives[otherwise])) }, span, type)
}
