import type { Declaration, Program } from '../../syntax/ast.ts'
import { isTree, meaningOf, type Tree } from './meaning.ts'

export type Rename = { readonly old: Declaration; readonly new: Declaration }

/**
 * Declarations that are the same but for their names; and those that have another name and are edited too, where most of
 * what stands in both is the same and nothing else is as near.
 */
export function renamesOf(old: Program, now: Program): readonly Rename[] {
  const before = declarationsOf(old)
  const after = declarationsOf(now)
  const gone = before.filter((one) => !after.some((other) => isSame(one, other)))
  const come = after.filter((one) => !before.some((other) => isSame(one, other)))
  const plain = gone.flatMap((one) => {
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
  const left = gone.filter((one) => !plain.some((rename) => rename.old === one))
  const free = come.filter((one) => !plain.some((rename) => rename.new === one))
  return [...plain, ...editedToo(left, free)]
}

/** How much two declarations must have in common to be taken for one: half of what stands in them. */
const enough = 0.5

function editedToo(gone: readonly Declaration[], come: readonly Declaration[]): readonly Rename[] {
  const pairs = gone.flatMap((one) =>
    come.flatMap((other) => {
      const common = one.kind === other.kind ? inCommon(one, other) : 0
      return common >= enough ? [{ old: one, new: other, common }] : []
    }),
  )
  const best = (pair: (typeof pairs)[number]) =>
    pairs.every(
      (other) =>
        other === pair || (other.old !== pair.old && other.new !== pair.new) || other.common < pair.common,
    )
  return pairs.filter(best).map(({ old, new: now }) => ({ old, new: now }))
}

/** The share of all parts of two declarations that both have, 0 to 1. A ratio of counts, which pays nothing. */
function inCommon(one: Declaration, other: Declaration): number {
  const a = partsOf(renamed(one, one.name.text, other.name.text))
  const b = partsOf(other)
  const counts = new Map<string, number>()
  for (const part of b) counts.set(part, (counts.get(part) ?? 0) + 1)
  let common = 0
  for (const part of a) {
    const left = counts.get(part) ?? 0
    if (left > 0) common++
    counts.set(part, left - 1)
  }
  return (2 * common) / (a.length + b.length)
}

/** Each part of a declaration that says something by itself, whatever it lies in; its own name is no such part. */
function partsOf(declaration: Declaration): readonly string[] {
  const { name: _, ...rest } = declaration
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) walk(item)
    else if (isTree(node)) {
      found.push(meaningOf(node))
      for (const [key, part] of Object.entries(node)) if (key !== 'span' && key !== 'comments') walk(part)
    }
  }
  for (const [key, part] of Object.entries(rest)) {
    if (key === 'span' || key === 'comments' || key === 'kind') continue
    if (typeof part === 'string') found.push(`${key} ${part}`)
    walk(part)
  }
  return found
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
