import type { Declaration, Program } from '../../syntax/ast.ts'
import { isTree, meaningOf, type Tree } from './meaning.ts'

export type Rename = { readonly old: Declaration; readonly new: Declaration }

/** Declarations that are the same but for their names. */
export function renamesOf(old: Program, now: Program): readonly Rename[] {
  const before = declarationsOf(old)
  const after = declarationsOf(now)
  const gone = before.filter((one) => !after.some((other) => isSame(one, other)))
  const come = after.filter((one) => !before.some((other) => isSame(one, other)))
  return gone.flatMap((one) => {
    const alike = come.filter(
      (other) =>
        one.kind === other.kind &&
        meaningOf(renamed(one, one.name.text, other.name.text)) === meaningOf(other),
    )
    const [other] = alike
    const twins = gone.filter(
      (twin) => other && meaningOf(renamed(twin, twin.name.text, other.name.text)) === meaningOf(other),
    )
    return other && alike.length === 1 && twins.length === 1 ? [{ old: one, new: other }] : []
  })
}

function declarationsOf(program: Program): readonly Declaration[] {
  return program.files.flatMap((file) => file.declarations)
}

function isSame(a: Declaration, b: Declaration): boolean {
  return a.kind === b.kind && (a.kind === 'policy' || a.name.text === b.name.text)
}

/** A policy in which declarations have their new names, wherever they are named. */
export function withRenames(program: Program, renames: readonly Rename[]): Program {
  return {
    files: program.files.map((file) => ({
      ...file,
      declarations: file.declarations.map((declaration) =>
        renames.reduce((so, { old, new: now }) => renamed(so, old.name.text, now.name.text), declaration),
      ),
    })),
  }
}

function renamed(declaration: Declaration, from: string, to: string): Declaration {
  const isName = (node: Tree): boolean => node.text === from && 'span' in node && !('is' in node)
  const walk = (node: unknown, key: string, isOwn: boolean): unknown => {
    if (Array.isArray(node)) {
      // After the first, the parts of a path are fields and results.
      if (key === 'parts') return node.map((part, i) => (i === 0 ? walk(part, '', false) : part))
      return node.map((item) => walk(item, key, false))
    }
    if (!isTree(node)) return node
    if (isName(node)) return key === 'name' && !isOwn ? node : { ...node, text: to }
    // The type of a field is named, the field itself is not.
    const isType = node.is === 'name'
    return Object.fromEntries(
      Object.entries(node).map(([part, value]) => [
        part,
        part === 'span' || part === 'comments' ? value : walk(value, part, isType),
      ]),
    )
  }
  const { name: own, ...rest } = declaration
  const body = walk(rest, '', false) as Tree
  return { ...body, name: own.text === from ? { ...own, text: to } : own } as unknown as Declaration
}
