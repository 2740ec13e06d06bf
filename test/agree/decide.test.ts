import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDecimal } from '../../src/base/decimal.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { decider } from '../../src/targets/decide/decider.ts'
import { requestPlan } from '../../src/targets/decide/request-plan.ts'
import { lineAt } from '../../src/targets/evaluate/results.ts'
import type { Value } from '../../src/targets/evaluate/value.ts'
import { anyCase, type Case, describeCase, firstHalf } from './agreement.ts'
import { requestsFor, runWithInputs } from './requests.ts'

/** What must be alike: the value to its last digit; of a failure only which it is. */
function meaningOf(value: Value | undefined): string {
  if (value === undefined) return 'nothing'
  if (value.is === 'number') return formatDecimal(value.digits, value.scale)
  return 'text' in value ? value.text : value.is
}

type Count = { asked: number; decided: number; flat: number; refused: number }

/** Asks for every row of every clause one at a time, and says where the answer is not that of the run. */
function differences({ text, rows: data }: Case, count: Count): readonly string[] {
  const { plan } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) return []
  const { rows } = rowsFromObjects(plan, data)
  return plan.outputs.flatMap((output) => {
    const request = requestPlan(plan, output)
    if (!request) return []
    const results = runWithInputs(plan, request, rows, firstHalf)
    const ready = decider(plan, output.id)
    if (ready.runs === 'program') count.flat++
    return requestsFor(plan, request, data, results).flatMap(({ row, request: asked, unsayable }) => {
      if (unsayable) return []
      const line = lineAt(results.engine, output, row)
      const wanted = [line.value, ...line.also.map((a) => a.value)].map(meaningOf)
      const answer = ready.decide(asked)
      count.asked++
      if (answer.state === 'decided') count.decided++
      // A cell that cannot be read leaves nothing decided, also where a run would not look at it.
      if (answer.problems.length > 0) {
        count.refused++
        return answer.values.size === 0 ? [] : [`${output.id} of row ${row} is decided`]
      }
      const got = [...answer.values.values()].map(meaningOf)
      if (got.join(' | ') === wanted.join(' | ')) return []
      return [`${output.id} of ${JSON.stringify(asked)}: ${got.join(' | ')}, in a run ${wanted.join(' | ')}`]
    })
  })
}

test('what is decided for one request is what a run gives for that row, for random policies', {
  timeout: 60_000,
}, () => {
  const count = { asked: 0, decided: 0, flat: 0, refused: 0 }
  fc.assert(
    fc.property(anyCase, (found) => {
      const differing = differences(found, count)
      if (differing.length > 0) throw new Error(describeCase(found, differing))
    }),
    { numRuns: 60, seed: 4, endOnFailure: true },
  )
  expect(count.decided).toBeGreaterThan(500)
  expect(count.flat).toBeGreaterThan(300)
})
