import type { Name } from './ast.ts'
import { textFrom } from './from-cst-expressions.ts'
import type * as cst from './generated/cst-types.ts'
import { isPlainName } from './lexer.ts'
import { printText } from './print-expressions.ts'
import { nameFrom, only, type Reading, tokenSpan } from './reading.ts'

/** A value of a list, a rank, a role: a word, or a text where it is none (`"A+"`). */
function memberFrom(node: cst.MemberNameCstNode, reading: Reading): Name {
  const { Word, Text } = node.children
  if (Word !== undefined) return nameFrom(only(Word), reading)
  const text = only(Text)
  return { text: textFrom(text, reading), span: tokenSpan(text, reading) }
}

export function membersFrom(
  nodes: readonly cst.MemberNameCstNode[] | undefined,
  reading: Reading,
): readonly Name[] {
  return (nodes ?? []).map((node) => memberFrom(node, reading))
}

export function printMember({ text }: Pick<Name, 'text'>): string {
  return isPlainName(text) ? text : printText(text)
}
