import type { Diagnostic } from '../base/diagnostic.ts'
import type { Declaration, File } from './ast.ts'
import { moved } from './moved.ts'
import { type Reading, tokensSpan } from './reading.ts'
import type { Statement } from './structure.ts'

/**
 * Declarations by the text that they were read from, as an earlier reading left them. While somebody types, all but one
 * of a policy's declarations stay as they were: they are only moved to where they stand now.
 */
export type Kept = ReadonlyMap<string, KeptDeclaration>
type KeptDeclaration = { readonly from: number; readonly declaration: Declaration }

/** What one reading takes from the one before, and what it leaves to the next. */
export type Keeping = {
  readonly earlier: Kept
  readonly now: Map<string, KeptDeclaration>
  /** Of a document that one and the same editor reads: whole blocks, whatever was said of them. */
  readonly blocks?: { readonly earlier: KeptBlocks; readonly now: Map<string, KeptBlock> }
}
/** Blocks of rules by their texts: as they were read, and as they stood last. Good while no file beside them changes. */
export type KeptBlocks = ReadonlyMap<string, KeptBlock>
type KeptBlock = { readonly read: Block; readonly from: number; readonly placed: Block }
type Block = { readonly file: File; readonly diagnostics: readonly Diagnostic[] }

/**
 * The declaration of a statement, from an earlier reading where the same text was read without a word about it; else
 * `readIt` reads it. What it says of mistakes, and what it looks up in files beside the policy, is never kept.
 */
export function keptOr<T extends { readonly declaration?: Declaration; readonly broken: readonly unknown[] }>(
  statement: Statement,
  reading: Reading,
  keeping: Keeping | undefined,
  readIt: (reading: Reading) => T,
): T | { readonly declaration: Declaration; readonly broken: readonly [] } {
  const key = keyOf(statement, reading)
  if (keeping === undefined || key === undefined) return readIt(reading)
  const from = statement.tokens[0].startOffset
  const known = keeping.earlier.get(key)
  if (known !== undefined) {
    const declaration = moved(known.declaration, reading.source.name, from - known.from)
    keeping.now.set(key, { from, declaration })
    return { declaration, broken: [] }
  }
  let alone = true
  const { attached } = reading
  const read = readIt({
    ...reading,
    report: (...said) => {
      alone = false
      reading.report(...said)
    },
    ...(attached && {
      attached: (path: string) => {
        alone = false
        return attached(path)
      },
    }),
  })
  if (alone && read.declaration !== undefined && read.broken.length === 0)
    keeping.now.set(key, { from, declaration: read.declaration })
  return read
}

/** All that the tree of a statement hangs on, but for its place; nothing for one that is not whole. */
function keyOf(statement: Statement, reading: Reading): string | undefined {
  const { tokens, block, rowsBelow, comments } = statement
  if (rowsBelow !== undefined || (block !== undefined && block.close === undefined)) return undefined
  const { from, to } = tokensSpan([tokens[0], block?.close ?? tokens.at(-1) ?? tokens[0]], reading)
  const { name, text } = reading.source
  const above = comments === undefined ? '' : JSON.stringify(comments)
  return [name, reading.language, above, text.slice(from, to)].join('\n')
}
