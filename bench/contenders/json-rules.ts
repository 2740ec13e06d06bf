import { Engine } from 'json-rules-engine'
import { type Outcome, stopwatch } from '../contender.ts'
import { factors, sampleDeals } from './sample.ts'

/** json-rules-engine: a rule for each row of the two tables; the amount is multiplied in plain JavaScript. */
export async function jsonRules(folder: string): Promise<Outcome> {
  const engine = new Engine()
  for (const [product, factor] of factors.product) {
    const all = [{ fact: 'product', operator: 'equal', value: product }]
    engine.addRule({ conditions: { all }, event: { type: 'product', params: { factor } } })
  }
  for (const [over, upTo, factor] of factors.lateness) {
    const all = [
      ...(over === undefined ? [] : [{ fact: 'days', operator: 'greaterThan', value: over }]),
      ...(upTo === undefined ? [] : [{ fact: 'days', operator: 'lessThanInclusive', value: upTo }]),
    ]
    engine.addRule({ conditions: { all }, event: { type: 'lateness', params: { factor } } })
  }
  const deals = sampleDeals(folder)
  const credited: string[] = []
  const spent = stopwatch()
  for (const deal of deals) {
    const { events } = await engine.run({ product: deal.product, days: deal.days })
    const product: number = events.find((event) => event.type === 'product')?.params?.factor
    const lateness: number = events.find((event) => event.type === 'lateness')?.params?.factor
    credited.push(String(Math.floor((deal.cents * product * lateness + 5_000) / 10_000)))
  }
  return { ...spent(), parts: {}, credited, orders: deals.length }
}
