import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import { clockSeconds } from '../syntax/literal.ts'
import { printExpression } from '../syntax/print-expressions.ts'
import { singleValue } from './cells.ts'
import type { Typed } from './checked.ts'
import type { Context } from './environment.ts'
import { proveTable } from './gaps.ts'
import { matched } from './infer-call.ts'
import type { Sla, SlaAllowance } from './sla-clause.ts'
import { slaAllowance } from './sla-length.ts'
import { tableOf } from './table.ts'

type Within = Extract<ast.SlaLine, { is: 'within' }>
type Tabled = Extract<Within, { readonly table: ast.Table }>
type Allowed = Pick<Sla, 'allowances' | 'chosen'>

/** How long it may take: one length, or one for each row of a table. */
export function slaAllowances(
  context: Context,
  node: ast.SlaDeclaration,
  line: Within,
  fromDay: boolean,
): Allowed | undefined {
  const found = 'table' in line ? ofTable(context, node, line) : ofLine(context, line)
  if (!found) return undefined
  const { report } = context.env
  const clock = line.clock && clockSeconds(line.clock.spelling)
  const inDays = found.allowances.filter(({ unit }) => unit === 'days')
  if (line.clock && inDays.length === 0) {
    report('BY568', {}, line.clock.span)
    return undefined
  }
  if (!line.clock && fromDay && inDays[0]) {
    report('BY565', {}, inDays[0].span)
    return undefined
  }
  const allowances = found.allowances.map(
    (one): SlaAllowance =>
      one.unit !== 'days'
        ? one
        : clock === undefined
          ? one.months
            ? one
            : { ...one, unit: 'seconds', amount: one.amount * 86_400 }
          : { ...one, at: clock, ...(line.moved && { moved: true as const }) },
  )
  return { ...found, allowances }
}

function ofLine({ env }: Context, line: Within): Allowed | undefined {
  if ('table' in line) return undefined
  const length = slaAllowance(env, line.length)
  return length && { allowances: [{ ...length, span: line.length.span }] }
}

/** The table says which of its lengths counts: each is known by its number in the list. */
function ofTable(context: Context, node: ast.SlaDeclaration, line: Tabled): Allowed | undefined {
  const { env } = context
  const { headings, rows } = line.table
  const outputs = headings.filter(({ output }) => output)
  if (line.hit === 'every' || outputs.length !== 1 || !headings.at(-1)?.output) {
    env.report('BY501', {}, line.table.span)
    return undefined
  }
  const allowances: SlaAllowance[] = []
  let broke = false
  const numbered = rows.map((row): ast.Row => {
    const last = row.cells.at(-1)
    const value = last && singleValue(last)
    if (!last || !value || last.is === 'not-decided') return row
    const length = slaAllowance(env, value)
    if (!length) {
      broke = true
      return row
    }
    const index = allowances.push({ ...length, span: value.span }) - 1
    return { ...row, cells: [...row.cells.slice(0, -1), numberCell(index, value.span)] }
  })
  if (broke) return undefined
  const names = headings.map(({ value }) => printExpression(value, env.policy.language))
  const named = { id: node.name.text, title: node.title, span: line.span }
  const table = tableOf(context, named, { hit: line.hit, table: { ...line.table, rows: numbered } }, names)
  if (!table) return undefined
  const inputs = table.inputs.map(({ type }, i): Typed | undefined => {
    const heading = headings[i]
    return heading && matched(context, heading.value, type)
  })
  const sound = inputs.filter((input): input is Typed => input !== undefined && input.type.is !== 'error')
  if (sound.length < table.inputs.length) return undefined
  proveTable(env.report, table, line.table, sound)
  const type = table.outputs[0]?.type
  if (!type) return undefined
  const chosen: Typed = { is: 'table', of: table, inputs: sound, output: 0, type, span: line.span }
  return { allowances, chosen }
}

function numberCell(index: number, span: Span): ast.Cell {
  const value: ast.Expr = { is: 'number', spelling: String(index), span }
  return { is: 'tests', negated: false, items: [{ is: 'value', value, span }], span }
}
