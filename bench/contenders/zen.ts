import { ZenEngine } from '@gorules/zen-engine'
import { type Outcome, stopwatch } from '../contender.ts'
import { factors, sampleDeals } from './sample.ts'

/** zen-engine: two decision tables and an expression, evaluated in batches of 256, its fastest way. */
export async function zen(folder: string): Promise<Outcome> {
  const engine = new ZenEngine()
  const decision = engine.createDecision(graph)
  const deals = sampleDeals(folder)
  const credited: string[] = []
  const spent = stopwatch()
  for (let from = 0; from < deals.length; from += 256) {
    const batch = deals.slice(from, from + 256).map((deal) => decision.evaluate(deal))
    for (const { result } of await Promise.all(batch)) credited.push(String(result.credited))
  }
  return { ...spent(), parts: {}, credited, orders: deals.length }
}

function tableNode(id: string, field: string, output: string, rows: readonly (readonly [string, number])[]) {
  const content = {
    hitPolicy: 'first',
    passThrough: true,
    inputs: [{ id: 'in', name: field, field }],
    outputs: [{ id: 'out', name: output, field: output }],
    rules: rows.map(([test, factor], index) => ({ _id: `${id}${index}`, in: test, out: String(factor) })),
  }
  return { id, name: id, type: 'decisionTableNode', content }
}

const lateness = factors.lateness.map(
  ([, upTo, factor]) => [upTo === undefined ? '' : `<= ${upTo}`, factor] as const,
)
const graph = {
  nodes: [
    { id: 'input', name: 'input', type: 'inputNode' },
    tableNode(
      'product',
      'product',
      'productFactor',
      factors.product.map(([name, f]) => [`"${name}"`, f] as const),
    ),
    tableNode('lateness', 'days', 'latenessFactor', lateness),
    {
      id: 'credit',
      name: 'credit',
      type: 'expressionNode',
      content: {
        expressions: [
          {
            id: 'e',
            key: 'credited',
            value: 'floor((cents * productFactor * latenessFactor + 5000) / 10000)',
          },
        ],
      },
    },
    { id: 'output', name: 'output', type: 'outputNode' },
  ],
  edges: [
    { id: '1', sourceId: 'input', targetId: 'product', type: 'edge' },
    { id: '2', sourceId: 'product', targetId: 'lateness', type: 'edge' },
    { id: '3', sourceId: 'lateness', targetId: 'credit', type: 'edge' },
    { id: '4', sourceId: 'credit', targetId: 'output', type: 'edge' },
  ],
}
