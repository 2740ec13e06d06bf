import type { Declaration, Name, Program, Row, Table } from '../../syntax/ast.ts'
import { type Aligned, align } from './align.ts'
import { isTree, meaningOf, type Tree } from './meaning.ts'

/** What one edit changed: as much of the tree as must be read to understand it. */
export type What =
  | { readonly is: 'declaration'; readonly old?: Declaration; readonly new?: Declaration }
  /** The declaration's own parts: its title, grain, value. */
  | { readonly is: 'head'; readonly old: Declaration; readonly new: Declaration }
  /** A step of a clause, a line of a block; `outer` is the indicator that it stands in. */
  | {
      readonly is: 'line'
      readonly key: 'lines' | 'steps'
      readonly old?: Tree
      readonly new?: Tree
      readonly outer?: Tree
    }
  /** A row of a table, `at` from 1; `line` is the step or line that has the table, when the declaration has several. */
  | {
      readonly is: 'row'
      readonly at: number
      readonly old?: Row
      readonly new?: Row
      readonly table: Table
      readonly line?: Tree
    }

/** One difference in meaning between two policies. */
export type Change = {
  readonly is: 'added' | 'removed' | 'changed' | 'moved'
  readonly what: What
  readonly declaration: Declaration
}

/**
 * Both policies in one tree, whose parts are the same in both or hang on whether a change has been made. Any set of
 * changes gives a tree again (see `withChanges`).
 */
export type Delta =
  | { readonly is: 'same'; readonly node: unknown }
  | { readonly is: 'choice'; readonly change: number; readonly old?: unknown; readonly new?: unknown }
  | { readonly is: 'object'; readonly base: Tree; readonly parts: ReadonlyMap<string, Delta> }
  | { readonly is: 'list'; readonly items: readonly Delta[] }

export type Difference = { readonly changes: readonly Change[]; readonly declarations: Delta }

/** Where a block's statements and a table's rows stand in the tree. */
const lists: ReadonlySet<string> = new Set(['lines', 'steps', 'rows'])
/** What may hold a table further down. */
const holders: ReadonlySet<string> = new Set(['table', 'tiers', 'is', 'score', 'amount'])

/**
 * Every difference in meaning, as small as the language lets it be: a step, a row of a table, a line, or a whole
 * declaration. In the order of the new policy; what was taken out stands where it was.
 */
export function differenceOf(old: Program, now: Program): Difference {
  const changes: Change[] = []
  const before = old.files.flatMap((file) => file.declarations)
  const after = now.files.flatMap((file) => file.declarations)
  const byName = new Map(after.map((declaration) => [nameKey(declaration), declaration]))
  const known = new Set(before.map(nameKey))
  const made = new Map<Declaration, Delta>()
  const work = noting(changes)
  // In the order of the new policy, so that edits are counted from top to bottom.
  const olds = new Map(before.map((declaration) => [nameKey(declaration), declaration]))
  for (const declaration of after) {
    const was = olds.get(nameKey(declaration))
    if (was !== undefined) made.set(was, work.declaration(was, declaration))
  }
  const items: Delta[] = before.map((declaration) => {
    const same = byName.has(nameKey(declaration)) ? made.get(declaration) : undefined
    if (same) return same
    const change = work.note('removed', { is: 'declaration', old: declaration }, declaration)
    return { is: 'choice', change, old: declaration }
  })
  for (const declaration of after) {
    if (known.has(nameKey(declaration))) continue
    const change = work.note('added', { is: 'declaration', new: declaration }, declaration)
    items.push({ is: 'choice', change, new: declaration })
  }
  return { changes, declarations: { is: 'list', items } }
}

function nameKey(declaration: Declaration): string {
  return declaration.kind === 'policy' ? 'policy' : `${declaration.kind} ${declaration.name.text}`
}

type Context = {
  readonly declaration: Declaration
  readonly line?: Tree
  readonly outer?: Tree
  readonly table?: Table
}

function noting(changes: Change[]) {
  const note = (is: Change['is'], what: What, declaration: Declaration): number => {
    changes.push({ is, what, declaration })
    return changes.length - 1
  }

  const declaration = (old: Declaration, now: Declaration): Delta => {
    const head = (): number => note('changed', { is: 'head', old, new: now }, now)
    return object(old, now, { declaration: now }, head)
  }

  /** Parts that differ are gone into where they hold statements or rows; the others make one change together. */
  const object = (old: Tree, now: Tree, context: Context, head: () => number): Delta => {
    if (meaningOf(old) === meaningOf(now)) return { is: 'same', node: old }
    const parts = new Map<string, Delta>()
    const differing = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
      (key) => !unread.has(key) && meaningOf(old[key]) !== meaningOf(now[key]),
    )
    const own = differing.filter((key) => !opens(key, old, now))
    if (own.length > 0) {
      const change = head()
      for (const key of own) parts.set(key, { is: 'choice', change, old: old[key], new: now[key] })
    }
    for (const key of differing) {
      const [a, b] = [old[key], now[key]]
      if (own.includes(key)) continue
      if (Array.isArray(a) && Array.isArray(b))
        parts.set(key, list(key, a, b, { ...context, ...tableOf(now) }))
      else if (isTree(a) && isTree(b)) parts.set(key, object(a, b, context, head))
    }
    return { is: 'object', base: old, parts }
  }

  const list = (key: string, old: readonly Tree[], now: readonly Tree[], context: Context): Delta => {
    const rows = key === 'rows'
    const aligned = withMoves(align(old, now, meaningOf, rows ? rowsAlike : linesAlike(old, now)))
    const items = aligned.flatMap((item): readonly Delta[] => {
      if (item.is === 'same') return [{ is: 'same', node: item.old }]
      if (item.is === 'changed' && !rows) return [line(item.old, item.new, key, context)]
      // The line that says in which language a policy is written changes nothing.
      const one = item.is === 'added' ? item.new : item.old
      if (one.is === 'language') return item.is === 'added' ? [] : [{ is: 'same', node: one }]
      const parts = {
        ...(item.is !== 'added' && { old: item.old }),
        ...(item.is !== 'removed' && { new: item.new }),
      }
      if (item.moved !== undefined) {
        const first = movedChange.get(item.moved)
        const change = first ?? note('moved', whatOf(parts, key, old, now, context), context.declaration)
        movedChange.set(item.moved, change)
        return [{ is: 'choice', change, ...parts }]
      }
      return [
        {
          is: 'choice',
          change: note(item.is, whatOf(parts, key, old, now, context), context.declaration),
          ...parts,
        },
      ]
    })
    return { is: 'list', items }
  }
  const movedChange = new Map<object, number>()

  const line = (old: Tree, now: Tree, key: string, context: Context): Delta => {
    const inner: Context = {
      declaration: context.declaration,
      line: now,
      ...(now.is === 'indicator' && { outer: now }),
    }
    return object(old, now, inner, () =>
      note(
        'changed',
        {
          is: 'line',
          key: key === 'steps' ? 'steps' : 'lines',
          old,
          new: now,
          ...(context.outer && { outer: context.outer }),
        },
        context.declaration,
      ),
    )
  }
  return { note, declaration }
}

/** Places in files, comments and spellings are no part of what is compared. */
const unread: ReadonlySet<string> = new Set(['span', 'comments', 'spelled', 'file'])

function opens(key: string, old: Tree, now: Tree): boolean {
  const [a, b] = [old[key], now[key]]
  if (lists.has(key)) {
    if (!Array.isArray(a) || !Array.isArray(b)) return false
    return key !== 'rows' || meaningOf(old.headings) === meaningOf(now.headings)
  }
  // A node and one of another kind have nothing in common to go into.
  return holders.has(key) && isTree(a) && isTree(b) && a.is === b.is && holdsList(a) && holdsList(b)
}

function holdsList(node: Tree): boolean {
  return Object.entries(node).some(
    ([key, part]) =>
      (lists.has(key) && Array.isArray(part)) || (holders.has(key) && isTree(part) && holdsList(part)),
  )
}

function tableOf(node: Tree): { readonly table?: Table } {
  return Array.isArray(node.rows) && Array.isArray(node.headings) ? { table: node as unknown as Table } : {}
}

function whatOf(
  parts: { readonly old?: Tree; readonly new?: Tree },
  key: string,
  before: readonly Tree[],
  after: readonly Tree[],
  context: Context,
): What {
  const { table, line, outer } = context
  if (key === 'rows' && table) {
    const at = parts.new ? after.indexOf(parts.new) : parts.old ? before.indexOf(parts.old) : 0
    return { is: 'row', at: at + 1, ...(parts as { old?: Row; new?: Row }), table, ...(line && { line }) }
  }
  return { is: 'line', key: key === 'steps' ? 'steps' : 'lines', ...parts, ...(outer && { outer }) }
}

type Moved = Aligned<Tree> & { readonly moved?: object }

/** What was taken out here and put in there is one change: it moved. */
function withMoves(aligned: readonly Aligned<Tree>[]): readonly Moved[] {
  const removed = new Map<string, Aligned<Tree>>()
  for (const item of aligned) if (item.is === 'removed') removed.set(meaningOf(item.old), item)
  const marks = new Map<Aligned<Tree>, object>()
  for (const item of aligned) {
    if (item.is !== 'added') continue
    const from = removed.get(meaningOf(item.new))
    if (!from || marks.has(from)) continue
    const mark = {}
    marks.set(from, mark)
    marks.set(item, mark)
  }
  return aligned.map((item) => {
    const moved = marks.get(item)
    return moved ? { ...item, moved } : item
  })
}

/** Rows are the same row changed when a cell of theirs is the same: the first counts most. */
function rowsAlike(a: Tree, b: Tree): number {
  const [x, y] = [a.cells, b.cells]
  if (!Array.isArray(x) || !Array.isArray(y) || x.length !== y.length || a.otherwise !== b.otherwise) return 0
  const same = (cell: unknown, i: number): number => (meaningOf(cell) === meaningOf(y[i]) ? x.length - i : 0)
  return x.reduce((score, cell, i) => score + 10 * same(cell, i), 1)
}

/** Lines of one kind, and of one name where they have one, are one line changed. */
function linesAlike(old: readonly Tree[], now: readonly Tree[]): (a: Tree, b: Tree) => number {
  const lone = (list: readonly Tree[], of: Tree): boolean =>
    list.filter((one) => kindOf(one) === kindOf(of)).length === 1
  return (a, b) => {
    if (kindOf(a) !== kindOf(b)) return 0
    const [x, y] = [nameOf(a), nameOf(b)]
    if (x !== undefined || y !== undefined) return x === y ? 2 : 0
    return lone(old, a) && lone(now, b) ? 2 : 1
  }
}

function kindOf(line: Tree): string {
  return String(line.is)
}

function nameOf(line: Tree): string | undefined {
  const { name } = line
  return isTree(name) && 'text' in name ? (name as unknown as Name).text : undefined
}

/** The declarations as they are once some of the changes have been made. */
export function withChanges({ declarations }: Difference, made: ReadonlySet<number>): readonly Declaration[] {
  const build = (delta: Delta): unknown => {
    switch (delta.is) {
      case 'same':
        return delta.node
      case 'choice':
        return made.has(delta.change) ? delta.new : delta.old
      case 'list':
        return delta.items.map(build).filter((item) => item !== undefined)
      case 'object': {
        const parts = new Map(Object.entries(delta.base))
        for (const [key, part] of delta.parts) {
          const value = build(part)
          if (value === undefined) parts.delete(key)
          else parts.set(key, value)
        }
        return Object.fromEntries(parts)
      }
    }
  }
  return build(declarations) as readonly Declaration[]
}
