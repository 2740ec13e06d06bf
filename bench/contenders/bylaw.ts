import { readFileSync } from 'node:fs'
import { parsePeriod } from '../../src/calendar/periods.ts'
import { compile } from '../../src/compile.ts'
import { loadFolder } from '../../src/data/folder.ts'
import { runInMemory } from '../../src/engines/memory.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { need } from '../../src/targets/evaluate/engine.ts'
import { explain } from '../../src/targets/evaluate/explain.ts'
import { integerAt } from '../../src/targets/evaluate/vector.ts'
import { type Outcome, sampleStep, stopwatch } from '../contender.ts'
import { quarter } from '../generate.ts'

/** The product itself: compile, read with every check, compute, and make the lines. */
export async function bylaw(folder: string, policy: string): Promise<Outcome> {
  const spent = stopwatch()
  const plan = planOf(policy)
  const compiled = spent().milliseconds
  const loaded = loadFolder(plan, folder)
  if (loaded.problems.length > 0 || loaded.unreadable.length > 0) throw new Error('the data has problems')
  const read = spent().milliseconds
  const run = runInMemory(plan, loaded.rows, quarter)
  const done = spent()

  const { engine } = run.results
  const quarterly = plan.periods.find((kind) => kind.id === 'quarter')
  const period = quarterly && parsePeriod(quarterly, quarter.key)
  const question = { output: 'collected_pay', subjectRow: 17, ...(period && { period }) }
  const explanation = explain(run.results, question)
  const explained = spent().milliseconds
  if (explanation === undefined) throw new Error('nothing to explain')

  const column = need(engine.columns, creditedColumn(plan))
  const orders = need(engine.rows, 'Order').count
  const step = sampleStep(orders)
  return {
    ...done,
    parts: { compile: compiled, read: read - compiled, run: done.milliseconds - read },
    paid: run.lines.map((line) => (line.value.is === 'number' ? String(line.value.digits) : line.value.is)),
    credited: Array.from({ length: Math.ceil(orders / step) }, (_, i) => String(integerAt(column, i * step))),
    orders,
    explain: explained - done.milliseconds,
  }
}

function planOf(policy: string): Plan {
  const { plan, diagnostics } = compile([{ name: policy, text: readFileSync(policy, 'utf8') }])
  if (plan === undefined) throw new Error(`the policy has findings: ${JSON.stringify(diagnostics)}`)
  return plan
}

function creditedColumn(plan: Plan): string {
  const found = plan.columns.find((column) => column.label === 'Credited amount')
  if (found === undefined) throw new Error('no credited amount')
  return found.id
}
