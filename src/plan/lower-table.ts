import { theseValues } from '../base/messages/terms.ts'
import type * as checked from '../check/checked.ts'
import type { NumberType, Type } from '../check/types.ts'
import { type Builder, type Lowered, planType, type Site } from './builder.ts'
import { column, whole } from './expressions.ts'
import { convert, fix, lower, ratio } from './lowered.ts'
import type { Bound, DecisionTable, Expr, Id, TableInput, Test } from './plan.ts'

type Typed = checked.Typed

/** A table by name: a column with the row that matched, and the wanted cell of that row. */
export function lowerTable(site: Site, typed: Extract<Typed, { is: 'table' }>): Lowered {
  const { builder } = site
  const { of: table } = typed
  const inputs = typed.inputs.map((input, i) => tableInput(site, input, table.inputs[i]?.type ?? input.type))
  const id = tableId(
    builder,
    table,
    typed.inputs.map((input, i) => inputType(input, table.inputs[i]?.type)),
  )
  if (table.hit === 'every') return lowerEvery(site, typed, id, inputs)
  const row = rowColumn(site, table.id, { op: 'table', table: id, inputs }, typed.span)
  const rows = table.otherwise ? [...table.rows, table.otherwise] : table.rows
  const items = rows.map((r) => giveOf(site, table, r.gives[typed.output], typed.type))
  return { n: { op: 'pick', index: column(row), items } }
}

/**
 * What all rows that match give together, as a column: each row is looked at alone, and one that does not match gives
 * what changes nothing (0; the least that a row gives, for `max`). The first term is `otherwise`.
 */
function lowerEvery(
  site: Site,
  typed: Extract<Typed, { is: 'table' }>,
  id: Id,
  inputs: readonly TableInput[],
): Lowered {
  const { builder } = site
  const { of: table } = typed
  const { name, how = 'sum', type } = table.outputs[typed.output] ?? { name: '', type: typed.type }
  if (how === 'list') return lowerList(site, typed, id, inputs)
  if (type.is !== 'number') throw new Error(`${table.id} puts together what is no number`)
  const { min, max } = type.range
  const nothing = how === 'sum' ? 0n : how === 'max' ? min : max
  const idle: Expr = { op: 'const', value: String(nothing), type: planType(type) }
  const op = { op: 'table', table: id, inputs } as const
  const gives = (row: checked.TableRow) => giveOf(site, table, row.gives[typed.output], type)
  const any = rowColumn(site, table.id, op, typed.span)
  const otherwise: Expr = {
    op: 'pick',
    index: column(any),
    items: [...table.rows.map(() => idle), ...(table.otherwise ? [gives(table.otherwise)] : [])],
  }
  const n = table.rows.reduce((a: Expr, row, i): Expr => {
    const alone = rowColumn(site, `${table.id}.${i + 1}`, { ...op, row: i }, typed.span)
    return {
      op: how === 'sum' ? 'add' : how,
      a,
      b: { op: 'pick', index: column(alone), items: [gives(row), idle] },
    }
  }, otherwise)
  const together = builder.column({
    id: `${site.owner}.${table.id}.${name}`,
    grain: builder.grain(site.grain),
    type: planType(type),
    expr: n,
    origin: builder.origin(typed.span),
  })
  return { n: column(together) }
}

/** The words of all rows that match, each once, in the order in which the table first has them. */
function lowerList(
  site: Site,
  typed: Extract<Typed, { is: 'table' }>,
  id: Id,
  inputs: readonly TableInput[],
): Lowered {
  const { builder } = site
  const { of: table, output } = typed
  const op = { op: 'table', table: id, inputs } as const
  const any = rowColumn(site, table.id, op, typed.span)
  const word = (text: string): Expr => ({ op: 'const', value: text, type: { is: 'text' } })
  const idle = word('')
  const gives = (row: checked.TableRow): Expr => {
    const give = row.gives[output]
    return give?.is === 'const' ? word(String(give.value)) : giveOf(site, table, give, typed.type)
  }
  const alone = table.rows.map((row, i) => ({
    gives: gives(row),
    matches: column(rowColumn(site, `${table.id}.${i + 1}`, { ...op, row: i }, typed.span)),
  }))
  const first: Expr = {
    op: 'pick',
    index: column(any),
    items: [...table.rows.map(() => idle), ...(table.otherwise ? [gives(table.otherwise)] : [])],
  }
  const isWord = (expr: Expr, text: string) => expr.op === 'const' && expr.value === text
  const items = alone.map(({ gives: own, matches }, i): Expr => {
    const text = own.op === 'const' ? String(own.value) : undefined
    if (text === undefined) return { op: 'pick', index: matches, items: [own, idle] }
    if (alone.slice(0, i).some((earlier) => isWord(earlier.gives, text))) return idle
    const same = alone.filter((other) => isWord(other.gives, text))
    return same.reduceRight<Expr>(
      (rest, other) => ({ op: 'pick', index: other.matches, items: [own, rest] }),
      idle,
    )
  })
  const used = items.filter((item) => item !== idle)
  const together = builder.column({
    id: `${site.owner}.${table.id}.${table.outputs[output]?.name ?? ''}`,
    grain: builder.grain(site.grain),
    type: { is: 'text' },
    expr: { op: 'join', items: [first, ...used], between: ', ' },
    origin: builder.origin(typed.span),
  })
  return { n: column(together) }
}

function giveOf(site: Site, table: checked.DecisionTable, give: checked.Give | undefined, type: Type): Expr {
  if (!give || give.is === 'not-decided') {
    const args = { name: table.id, why: give?.is === 'not-decided' ? give.why : '' }
    return {
      op: 'fail',
      state: site.builder.reason({
        class: 'not-decided',
        code: 'BY814',
        args,
        origin: give?.span ?? table.span,
      }),
    }
  }
  return convert(lower(site, give), give.type, type).n
}

/** The row that matched, as a column: the explanation shows it, and several outputs share it. */
function rowColumn(site: Site, name: string, expr: Expr, span: Typed['span']): Id {
  const { builder } = site
  const type = planType({ is: 'number', unit: 'count', range: { scale: 0, min: 0n, max: 1_000_000n } })
  return builder.column({
    id: `${site.owner}.${name}.row`,
    grain: builder.grain(site.grain),
    type,
    expr,
    origin: builder.origin(span),
  })
}

function tableInput(site: Site, typed: Typed, wanted: Type): TableInput {
  if (wanted.is === 'number' || wanted.is === 'date' || wanted.is === 'time')
    return { is: 'number', value: ratio(site, typed) }
  return { is: 'code', value: lower(site, typed).n }
}

/** Words are compared as values of the list that the argument has, whatever order the table's own rows have. */
function inputType(argument: Typed, column: Type | undefined): Type {
  return column === undefined || column.is === 'enum' ? argument.type : column
}

/** The name of a table for arguments of these types: of its own, unless it is used with other lists of values too. */
function instance(builder: Builder, id: Id, inputs: DecisionTable['inputs']): { id: Id; known: boolean } {
  const wanted = JSON.stringify(inputs)
  for (let n = 1; ; n++) {
    const name = n === 1 ? id : `${id}~${n}`
    const found = builder.ledger.get('table', name)
    if (!found) return { id: name, known: false }
    if (JSON.stringify(found) === wanted) return { id: name, known: true }
  }
}

function tableId(builder: Builder, table: checked.DecisionTable, types: readonly Type[]): Id {
  const inputs = table.inputs.map((input, i) => ({
    label: input.name,
    type: planType(types[i] ?? input.type),
  }))
  const { id, known } = instance(builder, table.id, inputs)
  if (known) return id
  const args = { name: table.id }
  builder.table({
    id,
    label: table.title ?? table.id,
    hit: table.hit,
    inputs,
    rows: table.rows.map((row) => ({ tests: row.tests.map(planTest), origin: builder.origin(row.span) })),
    ...(table.otherwise && { otherwise: builder.origin(table.otherwise.span) }),
    uncovered: builder.reason({
      class: 'uncovered',
      code: 'BY804',
      args: { ...args, lacking: theseValues },
      origin: table.span,
    }),
    conflict: builder.reason({ class: 'conflict', code: 'BY805', args, origin: table.span }),
    origin: builder.origin(table.span),
  })
  return id
}

function planTest(test: checked.Test): Test {
  switch (test.is) {
    case 'any':
      return { is: 'any' }
    case 'words':
      return { is: test.negated ? 'not-in' : 'in', values: test.values }
    case 'truth':
      return { is: 'in', values: [test.value] }
    case 'intervals':
      return {
        is: 'range',
        negated: test.negated,
        ranges: test.intervals.map(({ low, high }) => ({
          ...(low && { low: bound(low) }),
          ...(high && { high: bound(high) }),
        })),
      }
  }
}

function bound({ at, included }: checked.Bound): Bound {
  return { at: String(at), included }
}

/** A parameter: its constant, or the row of its table that the keys and the day choose. */
export function lowerParameter(site: Site, typed: Extract<Typed, { is: 'parameter' }>): Lowered {
  const { of: parameter, at, keys } = typed
  const first = parameter.rows[0]
  if (!parameter.dated && parameter.keys.length === 0 && first) {
    const value = convert(lower(site, first.value), first.value.type, parameter.type)
    return { n: value.n.op === 'const' ? { ...value.n, label: parameter.title ?? parameter.id } : value.n }
  }
  if (at === 'averaged') return averaged(site, typed)
  const inputs = keys.map((key, i) => tableInput(site, key, parameter.keys[i]?.type ?? key.type))
  const day: Expr | undefined =
    at === undefined
      ? undefined
      : typeof at === 'object'
        ? lower(site, at.date).n
        : { op: 'period-day', which: at === 'first-day' ? 'first' : 'last' }
  if (day) inputs.push({ is: 'number', value: { n: day, scale: 0 } })
  const types = keys.map((key, i) => inputType(key, parameter.keys[i]?.type))
  const table = parameterTable(site.builder, parameter, types)
  const row = rowColumn(site, parameter.id, { op: 'table', table, inputs }, typed.span)
  const items = parameter.rows.map((r) => convert(lower(site, r.value), r.value.type, parameter.type).n)
  return { n: { op: 'pick', index: column(row), items } }
}

function parameterTable(builder: Builder, parameter: checked.Parameter, types: readonly Type[]): Id {
  const keyTypes = parameter.keys.map((key, i) => ({ label: key.name, type: planType(types[i] ?? key.type) }))
  const date: DecisionTable['inputs'][number] = { label: 'date', type: { is: 'date' } }
  const inputs = parameter.dated ? [...keyTypes, date] : keyTypes
  const { id, known } = instance(builder, parameter.id, inputs)
  if (known) return id
  const args = { name: parameter.id }
  const rows: DecisionTable['rows'] = parameter.rows.map((row) => ({
    tests: [
      ...row.keys.map((key, i) => keyTest(key, parameter.keys[i]?.type)),
      ...(parameter.dated ? [daysTest(row)] : []),
    ],
    origin: builder.origin(row.span),
  }))
  builder.table({
    id,
    label: parameter.title ?? parameter.id,
    hit: 'unique',
    inputs,
    rows,
    uncovered: builder.reason({
      class: 'uncovered',
      code: 'BY804',
      args: { ...args, lacking: theseValues },
      origin: parameter.span,
    }),
    conflict: builder.reason({ class: 'conflict', code: 'BY805', args, origin: parameter.span }),
    origin: builder.origin(parameter.span),
  })
  return id
}

function keyTest(key: bigint | string | boolean, type: Type | undefined): Test {
  if (type?.is !== 'number' && type?.is !== 'date' && type?.is !== 'time')
    return { is: 'in', values: [typeof key === 'bigint' ? String(key) : key] }
  const at = { at: String(key), included: true }
  return { is: 'range', negated: false, ranges: [{ low: at, high: at }] }
}

function daysTest(row: checked.ParameterRow): Test {
  const low = row.from === undefined ? undefined : { at: String(row.from), included: true }
  const high = row.until === undefined ? undefined : { at: String(row.until), included: true }
  return { is: 'range', negated: false, ranges: [{ ...(low && { low }), ...(high && { high }) }] }
}

/** Σ value × days in force within the period / days of the period: one fraction, nothing rounded. */
function averaged(site: Site, typed: Extract<Typed, { is: 'parameter' }>): Lowered {
  const { of: parameter } = typed
  const first: Expr = { op: 'period-day', which: 'first' }
  const last: Expr = { op: 'period-day', which: 'last' }
  const date = (day: number): Expr => ({ op: 'const', value: day, type: { is: 'date' } })
  const one = whole(1n)
  const type = parameter.type as NumberType
  const terms = parameter.rows.map((row): Expr => {
    const from: Expr = row.from === undefined ? first : { op: 'max', a: first, b: date(row.from) }
    const until: Expr = row.until === undefined ? last : { op: 'min', a: last, b: date(row.until) }
    const days: Expr = {
      op: 'max',
      a: { op: 'add', a: { op: 'sub', a: until, b: from }, b: one },
      b: whole(0n),
    }
    return { op: 'mul', a: fix(convert(lower(site, row.value), row.value.type, type), type), b: days }
  })
  const n = terms.reduce((a, b): Expr => ({ op: 'add', a, b }))
  const d: Expr = { op: 'add', a: { op: 'sub', a: last, b: first }, b: one }
  return { n, d }
}
