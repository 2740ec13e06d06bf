import type { Field, Id, Plan, Type } from '../../plan/plan.ts'
import { resultsOf } from './compile-program.ts'
import { pathsRead } from './inputs.ts'
import { type RequestPlan, requestPlan } from './request-plan.ts'

/**
 * The types of a policy's records, and of the requests to its clauses and their results, as TypeScript: for
 * `decider<DiscountRequest, DiscountResults>(plan, 'discount')`. `clauses`: only these.
 */
export function typesText(plan: Plan, clauses?: readonly Id[]): string {
  const wanted = plan.outputs.filter((o) => clauses === undefined || clauses.includes(o.id))
  const requests = wanted.flatMap((output) => requestPlan(plan, output) ?? [])
  const records = clauses === undefined ? plan.relations : []
  return [
    '// Written by `bylaw types`. An exact decimal is a text ("1200.00", "12%"), or a number that means its shortest text.',
    'export type Decimal = string | number',
    '/** `2026-05-09` */',
    'export type Day = string',
    ...records.map(
      ({ id, fields }) => `\nexport type ${typeName(id, '')} = ${objectText(fields, '', rowType)}`,
    ),
    ...requests.flatMap((request) => clauseTypes(request)),
    '',
  ].join('\n')
}

function clauseTypes(request: RequestPlan): readonly string[] {
  const { output, plan } = request
  const paths = pathsRead(request).map((path) => path.join('.'))
  const objectAt = (relation: Id, path: readonly Id[], indent: string): string => {
    const fields = plan.relations.find((r) => r.id === relation)?.fields ?? []
    return objectText(fields, indent, ({ id, type }) => {
      if (type.is !== 'ref') return inputType(type)
      const next = [...path, id]
      const inside = paths.includes(next.join('.'))
      return inside ? `string | ${objectAt(type.relation, next, `${indent}  `)}` : 'string'
    })
  }
  const columns = new Map(plan.columns.map((c) => [c.id, c]))
  const results = resultsOf(request, columns).map(
    ({ name, column }) => `  readonly ${nameText(name)}: ${resultType(column.type)}`,
  )
  const title = output.title === undefined ? [] : [`/** ${output.title.replaceAll('*/', '')} */`]
  return [
    '',
    ...title,
    `export type ${typeName(output.id, 'Request')} = ${objectAt(request.relation, [], '')}`,
    `export type ${typeName(output.id, 'Results')} = {\n${results.join('\n')}\n}`,
  ]
}

function objectText(fields: readonly Field[], indent: string, typeOf: (field: Field) => string): string {
  const lines = fields.map((field) => `${indent}  readonly ${nameText(field.id)}?: ${typeOf(field)} | null`)
  return `{\n${lines.join('\n')}\n${indent}}`
}

function rowType({ type }: Field): string {
  return inputType(type)
}

function inputType(type: Type): string {
  switch (type.is) {
    case 'int':
      return 'Decimal'
    case 'enum':
      return union(type.values)
    case 'truth':
      return 'boolean'
    case 'date':
      return 'Day'
    default:
      return 'string'
  }
}

/** Results are exact texts, never numbers. */
function resultType(type: Type): string {
  if (type.is === 'enum') return union(type.values)
  return type.is === 'truth' ? 'boolean' : 'string'
}

function union(values: readonly string[]): string {
  return values.length === 0 ? 'string' : values.map((value) => JSON.stringify(value)).join(' | ')
}

const identifier = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u

/** As it is where TypeScript can say it, else in quotes. */
function nameText(name: string): string {
  return identifier.test(name) ? name : JSON.stringify(name)
}

/** `discount_authority` is DiscountAuthority; a name in another script stays as it is. */
function typeName(id: Id, suffix: string): string {
  const parts = id.split(/[^\p{ID_Continue}$]+|_/u).filter((part) => part !== '')
  const name = parts.map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`).join('')
  return `${identifier.test(name) ? name : `_${name}`}${suffix}`
}
