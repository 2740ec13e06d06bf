import type { Declaration, Program } from '../../syntax/ast.ts'
import { isTree } from './tree.ts'

/** The parts of a policy that have to do with one declaration. */
export type Slice = {
  /** The names of what can be another when the declaration is: itself and whatever reads it, at whatever distance. */
  readonly affected: ReadonlySet<string>
  /**
   * All that these read, and nothing else. It may be refused where the whole is not: what a clause needs of those that
   * read it (a payout that keeps a deduction to the law) is left out.
   */
  readonly of: (program: Program) => Program
}

/** Gives the slice of each declaration: what compiling and running a change of it takes. */
export function slicesOf(program: Program): (name: string) => Slice {
  const all = program.files.flatMap(({ declarations }) => declarations)
  const owner = new Map(all.flatMap((one) => declaredBy(one).map((name) => [name, one.name.text] as const)))
  const reads = new Map<string, ReadonlySet<string>>()
  for (const one of all) {
    const words = new Set<string>()
    collectWords(one, words)
    const own = one.name.text
    const names = [...words].flatMap((word) => owner.get(word) ?? [])
    reads.set(own, new Set([...(reads.get(own) ?? []), ...names.filter((name) => name !== own)]))
  }
  const readBy = inverted(reads)
  // What every declaration stands on, whether it names it or not.
  const always = all.filter(isAlways).map(({ name }) => name.text)
  const credits = all.filter(({ kind }) => kind === 'credit').map(({ name }) => name.text)
  const known = new Map<string, Slice>()
  return (name) => {
    const found = known.get(name)
    if (found) return found
    const near = reached([name], readBy)
    // All sums of a credited record follow its credit.
    const affected = credits.some((credit) => near.has(credit)) ? new Set(reads.keys()) : near
    const kept = reached([...affected, ...always], reads)
    const slice: Slice = {
      affected: new Set([...owner].flatMap(([part, by]) => (affected.has(by) ? [part] : []))),
      of: ({ files }) => ({
        files: files.map((file) => ({
          ...file,
          declarations: file.declarations.filter((one) => isAlways(one) || kept.has(one.name.text)),
        })),
      }),
    }
    known.set(name, slice)
    return slice
  }
}

function isAlways({ kind }: Declaration): boolean {
  return kind === 'policy' || kind === 'record' || kind === 'calendar' || kind === 'credit'
}

/** Its own name; of a target also those of its parts. */
function declaredBy(declaration: Declaration): readonly string[] {
  const own = declaration.name.text
  if (declaration.kind !== 'target') return [own]
  return [
    own,
    ...declaration.lines.flatMap((line) =>
      line.is === 'parts' || line.is === 'assigned'
        ? [line.name.text, ...(line.reserve ? [line.reserve.name.text] : [])]
        : [],
    ),
  ]
}

/** Every word that stands in a declaration: more than it reads, never less. */
function collectWords(node: unknown, words: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) collectWords(item, words)
    return
  }
  if (!isTree(node)) return
  if (typeof node.text === 'string') words.add(node.text)
  for (const [key, value] of Object.entries(node))
    if (key !== 'span' && key !== 'comments') collectWords(value, words)
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>

function inverted(graph: Graph): Graph {
  const back = new Map<string, Set<string>>()
  for (const [from, names] of graph)
    for (const to of names) back.set(to, (back.get(to) ?? new Set()).add(from))
  return back
}

function reached(from: readonly string[], graph: Graph): ReadonlySet<string> {
  const found = new Set(from)
  for (const name of found) for (const next of graph.get(name) ?? []) found.add(next)
  return found
}
