import { indexLines, type SemanticToken, tokenKinds } from '../../../src/index.ts'

const numbers: ReadonlyMap<string, number> = new Map(tokenKinds.map((kind, i) => [kind, i]))

/**
 * Tokens as Monaco takes them, five numbers each: lines and columns from the one before, length, kind, and whether it
 * declares. So they cross from the worker without a copy, and the page has nothing to look up.
 */
export function packedTokens(text: string, tokens: readonly SemanticToken[]): Uint32Array<ArrayBuffer> {
  const lines = indexLines(text)
  const packed = new Uint32Array(tokens.length * 5)
  let before = { line: 1, column: 1 }
  for (const [i, { from, to, kind, declares }] of tokens.entries()) {
    const at = lines.at(from)
    const column = at.line === before.line ? at.column - before.column : at.column - 1
    packed.set([at.line - before.line, column, to - from, numbers.get(kind) ?? 0, declares ? 1 : 0], i * 5)
    before = at
  }
  return packed
}
