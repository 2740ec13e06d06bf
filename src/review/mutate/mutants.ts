import { lineLookup } from '../../base/render.ts'
import type { Source } from '../../base/span.ts'
import type { Declaration, File, Program } from '../../syntax/ast.ts'
import { authorityChanges, timeLimitChanges } from './change-authority.ts'
import { boundChanges } from './change-bounds.ts'
import { expressionChanges } from './change-expressions.ts'
import { lineChanges, type Written } from './change-lines.ts'
import { literalChanges } from './change-literals.ts'
import { tableChanges } from './change-tables.ts'
import { weightChanges } from './change-weights.ts'
import type { Change, Mutant } from './mutant.ts'
import { edited, isTree, type Spot, spanOf, spotsOf } from './tree.ts'

/**
 * Every policy that differs from this one in one change of a rule, in the order in which the changes stand in the files.
 * What only says how data looks (records, calendars) or when the policy begins is no rule.
 */
export function mutantsOf(program: Program, sources: readonly Source[]): readonly Mutant[] {
  const lines = lineLookup(sources)
  const texts = new Map(sources.map(({ name, text }) => [name, text]))
  const written: Written = (node) => {
    const span = spanOf(node)
    const text = span === undefined ? '' : (texts.get(span.source)?.slice(span.from, span.to) ?? '')
    return (text.split(/[\r\n{]/u)[0] ?? '').replace(/[ \t]+/gu, ' ').trim()
  }
  const taken = new Map<string, number>()
  return program.files.flatMap((file, f) =>
    file.declarations.flatMap((declaration, d) =>
      changesOf(declaration, file, written).map((change): Mutant => {
        const { edits, ...said } = change
        const line = lines(change.span.source)?.at(change.span.from).line ?? 1
        const name = `${change.span.source}:${line}:${change.kind}`
        const count = (taken.get(name) ?? 0) + 1
        taken.set(name, count)
        return {
          ...said,
          id: `${name}:${count}`,
          clause: declaration.name.text,
          ...(declaration.title !== undefined && { title: declaration.title }),
          line,
          program: () => withDeclaration(program, f, d, edited(declaration, edits) as Declaration),
        }
      }),
    ),
  )
}

function changesOf(declaration: Declaration, file: File, written: Written): readonly Change[] {
  if (declaration.kind === 'policy' || declaration.kind === 'record' || declaration.kind === 'calendar')
    return []
  if (!isTree(declaration)) return []
  const root: Spot = { node: declaration, path: [], key: '' }
  const found: Change[] = []
  for (const spot of spotsOf(root)) {
    found.push(
      ...literalChanges(spot, file.language),
      ...expressionChanges(spot, file.language),
      ...lineChanges(spot, file.language, written),
      ...tableChanges(spot, file.language, written),
      ...boundChanges(spot, file.language),
      ...weightChanges(spot, file.language),
      ...authorityChanges(spot, file.language),
      ...timeLimitChanges(spot, file.language),
    )
  }
  return found.sort((a, b) => a.span.from - b.span.from)
}

function withDeclaration(program: Program, file: number, at: number, to: Declaration): Program {
  return {
    files: program.files.map((one, f) =>
      f !== file
        ? one
        : { ...one, declarations: one.declarations.map((declaration, d) => (d === at ? to : declaration)) },
    ),
  }
}
