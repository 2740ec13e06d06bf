import type { Id, Plan, Type } from '../../plan/plan.ts'
import { type DecisionInput, inputsOf, pathsRead } from './inputs.ts'
import { type RequestPlan, requestPlan } from './request-plan.ts'

/**
 * What a form asks for one decision. `at`: the objects that the field stands in, from the request on; a name of a field may
 * hold dots, so that `path` alone does not say it.
 */
export type AskedInput = DecisionInput & { readonly at: readonly Id[] }

/** A clause as a form asks it. */
export type DecisionQuestion = { readonly request: RequestPlan; readonly inputs: readonly AskedInput[] }

/** Undefined where the results of a clause are not of single rows. */
export function questionOf(plan: Plan, clause: Id): DecisionQuestion | undefined {
  const output = plan.outputs.find(({ id }) => id === clause)
  const request = output && requestPlan(plan, output)
  if (!request) return undefined
  const paths = new Map(pathsRead(request).map((path) => [path.join('.'), path]))
  const inputs = inputsOf(request).map((input) => {
    const prefix = input.path === input.field ? '' : input.path.slice(0, -input.field.length - 1)
    return { ...input, at: paths.get(prefix) ?? [] }
  })
  return { request, inputs: [...inputs, ...chosenRows(request, inputs)].sort(inOrderOf(request)) }
}

/** References of which only the row's fields are read: whoever chooses the row has said all of these. */
function chosenRows(request: RequestPlan, inputs: readonly AskedInput[]): readonly AskedInput[] {
  const { plan, relation } = request
  const known = new Set(inputs.map(({ path }) => path))
  return pathsRead(request).flatMap((path): readonly AskedInput[] => {
    const field = path.at(-1)
    const at = path.slice(0, -1)
    const record = relationAlong({ request }, at)
    const added = request.inputs.get(record ?? relation)?.some((one) => one.field.id === field)
    const own = plan.relations.find(({ id }) => id === record)?.fields.find(({ id }) => id === field)
    const text = path.join('.')
    if (field === undefined || record === undefined || !own || added || known.has(text)) return []
    return [{ path: text, at, record, field, type: own.type, is: 'field', optional: own.optional }]
  })
}

/** In the order of the record's fields, and what stands in a row after the row. */
function inOrderOf({ plan, relation }: RequestPlan): (a: AskedInput, b: AskedInput) => number {
  const fields = plan.relations.find(({ id }) => id === relation)?.fields.map(({ id }) => id) ?? []
  const place = ({ at, field }: AskedInput) => fields.indexOf(at[0] ?? field)
  return (a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1)
}

/** The record that a path of references leads to. */
export function relationAlong(
  { request }: Pick<DecisionQuestion, 'request'>,
  path: readonly Id[],
): Id | undefined {
  let at: Id | undefined = request.relation
  for (const step of path) {
    const type: Type | undefined = request.plan.relations
      .find(({ id }) => id === at)
      ?.fields.find(({ id }) => id === step)?.type
    at = type?.is === 'ref' ? type.relation : undefined
  }
  return at
}

/**
 * The request that a filled-in form means: texts as they were written, by the path of their input. An empty field is left
 * out, so that what needs it is undecided with that reason.
 */
export function requestOf(
  question: DecisionQuestion,
  said: ReadonlyMap<string, string>,
): { readonly [field: string]: unknown } {
  // A policy may call its fields whatever it likes, `__proto__` and `constructor` too.
  const request: Nested = Object.create(null)
  for (const input of question.inputs) {
    const text = said.get(input.path)?.normalize('NFKC').trim()
    if (text === undefined || text === '') continue
    const object = objectAt(request, input.at)
    if (input.type.is === 'ref') {
      const below = objectAt(object, [input.field])
      below[keyField(question, input.type.relation)] = text
    } else object[input.field] = writtenValue(input.type, text)
  }
  return withKeys(request)
}

type Nested = { [field: string]: unknown }

function objectAt(request: Nested, path: readonly Id[]): Nested {
  let at = request
  for (const step of path) {
    const known = at[step]
    const next: Nested = isNested(known) ? known : Object.create(null)
    at[step] = next
    at = next
  }
  return at
}

function isNested(value: unknown): value is Nested {
  return typeof value === 'object' && value !== null
}

/** Where a record has no key, what is said of its row stands for itself. */
const keyless = '\u0000'

function keyField({ request }: DecisionQuestion, relation: Id): string {
  return request.plan.relations.find(({ id }) => id === relation)?.key ?? keyless
}

function withKeys(value: Nested): Nested {
  const { [keyless]: _, ...rest } = value
  return Object.fromEntries(
    Object.entries(rest).map(([name, inside]) => [name, isNested(inside) ? withKeys(inside) : inside]),
  )
}

/** A number of a share is a percentage unless it says otherwise; thousands may be parted. */
function writtenValue(type: Type, text: string): unknown {
  switch (type.is) {
    case 'int': {
      const plain = text.replace(/(?<=\d)[,_ ](?=\d)/gu, '')
      return isShare(type) && /^[-+]?[\d.]+$/u.test(plain) ? `${plain}%` : plain
    }
    case 'truth':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'time':
      return text.replace('T', ' ')
    default:
      return text
  }
}

/** Whether a number is said in percent. */
export function isShare(type: Type): boolean {
  return type.is === 'int' && ['percent', 'ratio', 'price-ratio'].includes(type.unit)
}
