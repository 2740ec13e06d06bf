import type * as ast from '../syntax/ast.ts'
import { columnType, headingWord, singleValue, testOf, truthIn } from './cells.ts'
import type { DecisionTable, Give, TableOutput, TableRow, Test, Typed } from './checked.ts'
import { collectedOf, collectedType, listedWords } from './collected.ts'
import { type Context, type Environment, infer } from './environment.ts'
import { proveTable } from './gaps.ts'
import { describe, type Type, text, truth } from './types.ts'
import { unifyGives } from './unify.ts'

/** A table used by name: inputs first, then outputs headed `=> name`. */
export function checkTable(env: Environment, node: ast.TableDeclaration): DecisionTable | undefined {
  const context: Context = { env, grain: {} }
  const names = node.table.headings.map((heading) => headingWord(heading) ?? '')
  const table = tableOf(context, { id: node.name.text, title: node.title, span: node.name.span }, node, names)
  if (table) proveTable(env.report, table, node.table, [], env.zone)
  return table
}

type Named = { readonly id: string; readonly title: string | undefined; readonly span: DecisionTable['span'] }

/** The rows of a table, its columns under the names given; outputs are worked out in the context. Nothing is proved yet. */
export function tableOf(
  context: Context,
  named: Named,
  node: Pick<ast.TableDeclaration, 'hit' | 'table'>,
  names: readonly string[],
): DecisionTable | undefined {
  const { env } = context
  const { headings, rows } = node.table
  const inputCount = headings.findIndex((h) => h.output)
  if (inputCount < 1 || headings.slice(inputCount).some((h) => !h.output)) {
    env.report('BY501', {}, node.table.span)
    return undefined
  }
  const columns = headings.slice(0, inputCount).map((_, i) =>
    columnType(
      context,
      rows.filter((r) => !r.otherwise).flatMap((r) => r.cells.slice(i, i + 1)),
    ),
  )
  const types: Type[] = columns.filter((type) => type !== undefined)
  if (types.length < columns.length) return undefined
  const outputs: TableOutput[] = []
  const given: Give[][] = rows.map(() => [])
  for (let i = inputCount; i < headings.length; i++) {
    const column = outputColumn(context, rows, i)
    if (!column) return undefined
    const output = outputOf(context, node, i, names[i] ?? '', column)
    if (!output) return undefined
    outputs.push(output)
    for (const [r, give] of column.gives.entries()) given[r]?.push(give)
  }
  const tested: TableRow[] = []
  let otherwise: TableRow | undefined
  for (const [r, row] of rows.entries()) {
    const gives = given[r] ?? []
    if (row.otherwise) {
      otherwise = { tests: [], gives, span: row.span }
      continue
    }
    const tests = types.map((type, i) => row.cells[i] && testOf(context, row.cells[i], type))
    const sound = tests.filter((test): test is Test => test !== undefined)
    if (sound.length < types.length) return undefined
    tested.push({ tests: sound, gives, span: row.span })
  }
  const table: DecisionTable = {
    kind: 'table',
    id: named.id,
    ...(named.title !== undefined && { title: named.title }),
    hit: node.hit,
    inputs: types.map((type, i) => ({ name: names[i] ?? '', type })),
    outputs,
    rows: tested,
    ...(otherwise && { otherwise }),
    span: named.span,
  }
  return table
}

/** An output by its name; in an `every match` table it says how the rows are put together, and there alone. */
function outputOf(
  context: Context,
  { hit, table }: Pick<ast.TableDeclaration, 'hit' | 'table'>,
  index: number,
  name: string,
  { type, gives }: { readonly type: Type; readonly gives: readonly Give[] },
): TableOutput | undefined {
  const { report } = context.env
  const heading = table.headings[index]
  const collected = heading && collectedOf(heading)
  if (hit !== 'every') {
    if (!collected) return { name, type }
    report('BY541', { name: collected.name }, heading.span)
    return undefined
  }
  if (!heading || !collected) {
    report('BY540', { name }, heading?.span ?? table.span)
    return undefined
  }
  if (collected.how === 'list') {
    if (listedWords(gives)) return { ...collected, type: text }
    report('BY547', { found: describe(type) }, heading.span)
    return undefined
  }
  if (type.is !== 'number') {
    report('BY542', { found: describe(type) }, heading.span)
    return undefined
  }
  return { ...collected, type: collectedType(context, collected.how, type, gives, table, heading.span) }
}

function outputColumn(
  context: Context,
  rows: readonly ast.Row[],
  index: number,
): { type: Type; gives: readonly Give[] } | undefined {
  const gives: Give[] = []
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const cellOf = (row: ast.Row) => row.cells[row.cells.length - (width - index)]
  const values = rows.map(cellOf).filter((cell) => cell !== undefined && cell.is !== 'not-decided')
  const isTruth = values.length > 0 && values.every((cell) => truthIn(singleValue(cell)) !== undefined)
  for (const row of rows) {
    // An `otherwise` row has one cell for all inputs: its outputs are counted from the end.
    const cell = cellOf(row)
    if (cell?.is === 'not-decided') {
      gives.push({ is: 'not-decided', why: cell.why, span: cell.span })
      continue
    }
    const value = cell && singleValue(cell)
    const yes = isTruth ? truthIn(value) : undefined
    if (value && yes !== undefined) {
      gives.push({ is: 'const', value: yes, type: truth, span: value.span })
      continue
    }
    const word =
      value?.is === 'path' &&
      value.parts.length === 1 &&
      !context.env.declared.has(value.parts[0]?.text ?? '')
        ? value.parts[0]?.text
        : value?.is === 'text'
          ? value.value
          : undefined
    if (!value) {
      context.env.report('BY506', { expected: 'value' }, cell?.span ?? row.span)
      return undefined
    }
    const typed: Typed =
      word === undefined ? infer(context, value) : { is: 'const', value: word, type: text, span: value.span }
    if (typed.type.is === 'error') return undefined
    gives.push(typed)
  }
  const decided = gives.filter((give): give is Typed => give.is !== 'not-decided')
  const unified = unifyGives(context, decided)
  if (!unified) return undefined
  const type = unified.type.is === 'text' ? wordsType(decided) : unified.type
  let next = 0
  return {
    type,
    gives: gives.map((give) =>
      give.is === 'not-decided' ? give : asWord(unified.items[next++] ?? give, type),
    ),
  }
}

function wordsType(items: readonly Typed[]): Type {
  return {
    is: 'enum',
    values: [...new Set(items.map((item) => (item.is === 'const' ? String(item.value) : '')))],
  }
}

function asWord(item: Typed, type: Type): Typed {
  return type.is === 'enum' ? { ...item, type } : item
}
