import { ZenEngine } from '@gorules/zen-engine'
import { Engine } from 'json-rules-engine'
import { type Limit, limits, type Penalty, penalties } from './rules.ts'

/** A request, whichever table it is for. */
export type Request = { readonly [field: string]: string | number }
/** What was decided, as one text, so that all can be compared. */
export type Asking = (requests: readonly Request[]) => Promise<readonly string[]> | readonly string[]

type Condition = { readonly field: string; readonly by: '=' | '<=' | '>='; readonly value: string | number }
type Rule = { readonly conditions: readonly Condition[]; readonly answer: string }

export const limitRules: readonly Rule[] = limits.map((row: Limit) => ({
  conditions: [
    ...asked('role', '=', row.role),
    ...asked('class', '=', row.class),
    ...asked('discount', '<=', row.discountUpTo),
    ...asked('margin', '>=', row.marginFrom),
    ...asked('amount', '<=', row.amountUpTo),
  ],
  answer: `${row.verdict} ${row.level}`,
}))
export const penaltyRules: readonly Rule[] = penalties.map((row: Penalty) => ({
  conditions: [
    ...asked('kind', '=', row.kind),
    ...asked('nth', '<=', row.nthUpTo),
    ...asked('loss', '<=', row.lossUpTo),
  ],
  answer: `${row.points} ${row.measure}`,
}))

function asked(field: string, by: Condition['by'], value: string | number | undefined): readonly Condition[] {
  return value === undefined ? [] : [{ field, by, value }]
}

/** json-rules-engine: a rule a row, the first of most priority; what holds first is the answer. */
export function jsonRules(rules: readonly Rule[], fields: readonly string[]): Asking {
  const engine = new Engine([], { allowUndefinedFacts: true })
  const operators = { '=': 'equal', '<=': 'lessThanInclusive', '>=': 'greaterThanInclusive' } as const
  rules.forEach(({ conditions, answer }, i) => {
    const all = conditions.map(({ field, by, value }) => ({ fact: field, operator: operators[by], value }))
    // A rule must ask something: the last row asks for what every request has.
    const first = fields[0] ?? ''
    const any = { fact: first, operator: 'notEqual', value: '' }
    engine.addRule({
      conditions: { all: all.length === 0 ? [any] : all },
      event: { type: 'answer', params: { answer } },
      priority: rules.length - i,
    })
  })
  return async (requests) => {
    const answers: string[] = []
    for (const request of requests) {
      const { events } = await engine.run({ ...request })
      answers.push(String(events[0]?.params?.answer))
    }
    return answers
  }
}

/** zen-engine: one decision table. `batch`: how many are asked before the first is awaited. */
export function zen(rules: readonly Rule[], fields: readonly string[], batch: number): Asking {
  const content = {
    hitPolicy: 'first',
    inputs: fields.map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: 'answer', name: 'answer', field: 'answer' }],
    rules: rules.map(({ conditions, answer }, i) => ({
      _id: `r${i}`,
      ...Object.fromEntries(fields.map((field) => [field, ''])),
      ...Object.fromEntries(conditions.map(({ field, by, value }) => [field, cell(by, value)])),
      answer: JSON.stringify(answer),
    })),
  }
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'input', name: 'input', type: 'inputNode' },
      { id: 'table', name: 'table', type: 'decisionTableNode', content },
      { id: 'output', name: 'output', type: 'outputNode' },
    ],
    edges: [
      { id: '1', sourceId: 'input', targetId: 'table', type: 'edge' },
      { id: '2', sourceId: 'table', targetId: 'output', type: 'edge' },
    ],
  })
  return async (requests) => {
    const answers: string[] = []
    for (let from = 0; from < requests.length; from += batch) {
      const asking = requests.slice(from, from + batch).map((request) => decision.evaluate(request))
      for (const { result } of await Promise.all(asking)) answers.push(String(result.answer))
    }
    return answers
  }
}

function cell(by: Condition['by'], value: string | number): string {
  return by === '=' ? JSON.stringify(value) : `${by} ${value}`
}

type Cel = {
  readonly Environment: new () => {
    registerVariable: (name: string, type: string) => unknown
    parse: (text: string) => (context: Request) => unknown
  }
}

/** cel-js: the rows as one chain of conditions, parsed once. Undefined where it is not installed. */
export async function cel(
  rules: readonly Rule[],
  numbers: readonly string[],
  words: readonly string[],
): Promise<Asking | undefined> {
  // By a name that is known only here: whoever does not run the benchmark need not have it.
  const name: string = '@marcbachmann/cel-js'
  const found: Cel | undefined = await import(name).catch(() => undefined)
  if (found === undefined) return undefined
  const environment = new found.Environment()
  for (const field of numbers) environment.registerVariable(field, 'double')
  for (const field of words) environment.registerVariable(field === 'class' ? 'grade' : field, 'string')
  const chain = rules.reduceRight((rest, { conditions, answer }) => {
    if (conditions.length === 0) return JSON.stringify(answer)
    const tests = conditions.map(({ field, by, value }) => {
      const left = field === 'class' ? 'grade' : field
      return `${left} ${by === '=' ? '==' : by} ${typeof value === 'number' ? decimal(value) : JSON.stringify(value)}`
    })
    return `${tests.join(' && ')} ? ${JSON.stringify(answer)} : (${rest})`
  }, '""')
  const run = environment.parse(chain)
  return async (requests) =>
    requests.map((request) => String(run({ ...request, grade: request.class ?? '' })))
}

/** CEL tells whole numbers from others. */
function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}
