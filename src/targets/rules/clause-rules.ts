import { formatDecimal } from '../../base/decimal.ts'
import type { Expr, Id, Origin, Output, Plan, Type } from '../../plan/plan.ts'
import { allOf, type Clearly, columnOf, type Writer } from './conditions.ts'
import { matchesOf, tablesBehind } from './matched-rules.ts'
import { type Path, pathsOf, rowConditions, tableBehind } from './paths.ts'
import type { Condition, EventParams, EventValue, Rule } from './rule-set.ts'
import { textOfValue } from './text-of-value.ts'

/** Rules without their place among the clauses. */
type PlainRule = Omit<Rule, 'priority'>
type Made = {
  readonly rules: readonly PlainRule[]
  readonly conditions: readonly (readonly [string, Condition])[]
}

/**
 * The rules of one clause: of every run that asks for it exactly one holds. A decision has one for each way to its
 * result, as a table's rows are; an amount has one. Two more say that it is undecided, and that it does not apply.
 */
export function rulesOfClause(writer: Writer, output: Output): Made {
  const grain = writer.plan.grains.find(({ id }) => id === writer.grain)
  const made = writer.plan.derived.find(({ id }) => id === grain?.relation)
  if (made === undefined) return rulesOfRow(writer, output)
  const lines = made.lines.map((name, line) =>
    rulesOfRow({ ...writer, line, owner: `${writer.owner} ${line + 1}` }, output, name),
  )
  return {
    rules: lines.flatMap(({ rules }) => rules),
    conditions: lines.flatMap(({ conditions }) => conditions),
  }
}

function rulesOfRow(writer: Writer, output: Output, line?: string): Made {
  const result = nameOf(writer, output.column, writer.owner)
  const common = {
    clause: output.id,
    ...(output.title !== undefined && { title: output.title }),
    is: output.label,
    ...(line !== undefined && { line }),
  }
  const decided: Clearly = { fact: result, operator: 'bylaw.state', value: ['decided'] }
  const paths = output.is === 'decision' ? pathsOf(writer, output.column) : undefined
  const ways: readonly Path[] = paths ?? [{ when: [], value: { op: 'column', column: output.column } }]
  const tables = new Set<Id>()
  const rules: PlainRule[] = []
  for (const way of ways) {
    if (way.value.op === 'fail') continue
    const conditions = allOf([...way.when, decided])
    if (typeof conditions === 'boolean') continue
    if (way.row && way.row.row >= way.row.table.rows.length) tables.add(way.row.column)
    const params: EventParams = {
      ...common,
      value: wordFor(writer, way.value, output.column, result),
      ...extras(writer, output, way),
      ...(way.row && { row: rowOf(writer.plan, way.row.table, way.row.row) }),
    }
    const name = [writer.owner, ...(ways.length > 1 ? [`${rules.length + 1}`] : [])].join(' ')
    rules.push({
      name,
      conditions: topLevel(conditions),
      event: { type: typeOfEvent(output), params },
    })
  }
  const none = (type: 'undecided' | 'not-applicable', states: readonly string[]): PlainRule => ({
    name: `${writer.owner} ${type}`,
    conditions: { all: [{ fact: result, operator: 'bylaw.state', value: states }] },
    event: { type, params: { ...common, because: { fact: result }, ...posted(writer, output) } },
  })
  rules.push(none('undecided', ['missing', 'held']), none('not-applicable', ['not-applicable']))
  rules.push(...matchedRules(writer, output, decided, common))
  const named = [...tables].flatMap((id) => rowConditions(writer, id))
  return { rules, conditions: named.map(([name, condition]) => [name, topLevel(condition)]) }
}

/** For each row of the tables that a result stands on, a rule that tells it; but for a table whose rows are the decision. */
function matchedRules(
  writer: Writer,
  output: Output,
  decided: Clearly,
  common: EventParams,
): readonly PlainRule[] {
  const told = new Set(
    output.is === 'decision' ? (pathsOf(writer, output.column) ?? []).map(({ row }) => row?.column) : [],
  )
  return tablesBehind(writer, output)
    .filter(({ column }) => !told.has(column))
    .flatMap((use) =>
      matchesOf(writer, use).flatMap(({ row, when }) => {
        const conditions = allOf([when, decided])
        if (typeof conditions === 'boolean') return []
        const name = `${writer.owner} ${use.column} ${row + 1}`
        const params = { ...common, row: rowOf(writer.plan, use.table, row) }
        return [{ name, conditions: topLevel(conditions), event: { type: 'matched' as const, params } }]
      }),
    )
}

function typeOfEvent({ is }: Output): 'decision' | 'amount' | 'deadline' {
  return is === 'decision' || is === 'deadline' ? is : 'amount'
}

function topLevel(condition: Condition): Condition {
  return 'fact' in condition || 'condition' in condition ? { all: [condition] } : condition
}

/** A column as a fact: a fraction by both of its parts. */
function nameOf(writer: Writer, id: Id, wanted: string): string {
  const column = columnOf(writer, id)
  if (column === undefined) throw new Error(`the plan has no ${id}`)
  const scale = column.type.is === 'int' ? column.type.scale : 0
  const d: Expr | undefined =
    column.denominator === undefined ? undefined : { op: 'column', column: column.denominator }
  return writer.book.name(
    writer.grain,
    { n: { op: 'column', column: id }, ...(d && { d }), scale },
    column.type,
    wanted,
    writer.line,
  )
}

/** What stands there: written out where it is a constant, else the fact. */
function wordFor(writer: Writer, value: Expr, column: Id, fact: string): EventValue {
  const type = columnOf(writer, column)?.type
  if (value.op !== 'const' || type === undefined) return { fact }
  return constantOf(writer.plan, value, type)
}

function constantOf(plan: Plan, { value }: Extract<Expr, { op: 'const' }>, type: Type): EventValue {
  if (typeof value === 'boolean' || type.is === 'text' || type.is === 'enum')
    return typeof value === 'number' ? String(value) : value
  if (type.is === 'int') return formatDecimal(BigInt(value), type.scale)
  return textOfValue(type, BigInt(value), 1n, 0, {
    kind: (id) => plan.periods.find((kind) => kind.id === id),
    key: () => '',
    zone: plan.zone,
  })
}

/** Who is paid and when, the currency, the other results. */
function extras(writer: Writer, output: Output, way: Path): Partial<EventParams> {
  const { also } = output
  const type = columnOf(writer, output.column)?.type
  const currency = type?.is === 'int' ? type.currency : undefined
  const results = also.map(({ label, column }): readonly [string, EventValue] => {
    const fact = nameOf(writer, column, `${writer.owner}.${label}`)
    const fixed = way.row && constantAt(writer, column, way.row.column, way.row.row)
    return [label, fixed ?? { fact }]
  })
  return {
    ...(currency !== undefined && { currency }),
    ...posted(writer, output),
    ...(results.length > 0 && { results: Object.fromEntries(results) }),
  }
}

/** What another result of the same table gives in a row, where that is a constant and nothing else can stand there. */
function constantAt(writer: Writer, id: Id, rows: Id, row: number): EventValue | undefined {
  const column = columnOf(writer, id)
  if (column === undefined) return undefined
  const last = (expr: Expr): Expr =>
    expr.op === 'choose' && expr.cases.every((c) => c.then.op === 'fail') ? last(expr.otherwise) : expr
  const expr = last(column.expr)
  if (expr.op !== 'pick' || tableBehind(writer, expr.index)?.column !== rows) return undefined
  const item = expr.items[row]
  return item?.op === 'const' ? constantOf(writer.plan, item, column.type) : undefined
}

function posted(writer: Writer, { payee, posting }: Output): Partial<EventParams> {
  return {
    ...(payee && { payee: { fact: nameOf(writer, payee.column, `${writer.owner}.payee`) } }),
    ...(posting !== undefined && { posting: { fact: nameOf(writer, posting, `${writer.owner}.posting`) } }),
  }
}

function rowOf(plan: Plan, table: Plan['tables'][number], row: number): NonNullable<EventParams['row']> {
  const origin = row < table.rows.length ? table.rows[row]?.origin : table.otherwise
  const at: Origin | undefined = plan.origins.find(({ id }) => id === origin)
  return {
    table: table.label,
    number: row < table.rows.length ? row + 1 : 'otherwise',
    ...(at && { at: `${at.file}:${at.line}` }),
  }
}
