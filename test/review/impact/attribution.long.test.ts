import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minus, plus, zero } from '../../../src/review/impact/amount.ts'
import { differenceOf, withChanges } from '../../../src/review/impact/delta.ts'
import { editPath, runsAlong } from '../../../src/review/impact/edited-runs.ts'
import { meaningOf } from '../../../src/review/impact/meaning.ts'
import { measureImpact } from '../../../src/review/impact/measure.ts'
import type { Version } from '../../../src/review/impact/version.ts'
import { firstHalf } from '../../agree/agreement.ts'
import { type DataSet, data } from '../../agree/data.ts'
import { type Draw, drawn } from '../../agree/draw.ts'
import { policy } from '../../agree/policy.ts'
import { linesAlone, linesText, rowsOnce, versionOf } from './whole.ts'

type Edited = { readonly old: string; readonly now: string; readonly rows: DataSet }

/** Numbers of a policy changed here and there, and lines left out: edits as people make them. */
function edited(draw: Draw, text: string): string {
  const at = text.indexOf('value net')
  const head = text
    .slice(0, at)
    .replace('base_fee = 300 CNY', draw.of('base_fee = 300 CNY', 'base_fee = 310.5 CNY'))
  const numbers = text
    .slice(at)
    .replace(/\d+(?:\.\d+)?%/gu, (found) =>
      draw.chance(20) ? `${found.slice(0, -1)}${found.includes('.') ? '1' : '.1'}%` : found,
    )
  const amounts = numbers.replace(/\b\d[\d_]*(?:\.\d+)? CNY/gu, (found) =>
    draw.chance(20) && !found.includes('.') ? found.replace(' CNY', '.25 CNY') : found,
  )
  const lines = amounts.split('\n')
  const steps = lines.map((line, i) => (/^ {2}(?:cap|floor|gate|plus|times|minus) /u.test(line) ? i : -1))
  return head + lines.filter((_, i) => !steps.includes(i) || !draw.chance(15)).join('\n')
}

/** Of many random data sets the one with the most orders: where there are no rows, nothing changes. */
const rows = fc
  .sample(drawn(data), { numRuns: 100, seed: 10 })
  .reduce((most, one) => ((one.Order?.length ?? 0) > (most.Order?.length ?? 0) ? one : most))

const anEdit = drawn((draw): Edited => {
  const old = policy(draw)
  return { old, now: edited(draw, old), rows }
})
/** Two policies that have little in common but their records. */
const another = drawn((draw): Edited => ({ old: policy(draw), now: policy(draw), rows }))

function versions({ old, now }: Edited): readonly [Version, Version] | undefined {
  const [before, after] = [versionOf('old', old), versionOf('now', now)]
  return before && after ? [before, after] : undefined
}

/** Every run along the edits against the same plan run by itself, and the sums of the report against the two versions. */
function holds(found: Edited): 'refused' | 'equal' | 'different' {
  const both = versions(found)
  if (!both) return 'refused'
  const [before, after] = both
  const rowsFor = rowsOnce(found.rows)
  const options = { span: firstHalf }
  const path = editPath(before, after)
  const { first, steps } = runsAlong(path, before, after, rowsFor, options)
  for (const { run } of [{ run: first }, ...steps]) {
    const { plan } = run.results.engine.model
    const alone = linesAlone(plan, rowsFor(plan, 'after'), firstHalf)
    expect(linesText([...run.lines.values()].flat())).toEqual(alone)
  }
  const last = steps.at(-1)?.run ?? first
  const whole = linesAlone(after.plan, rowsFor(after.plan, 'after'), firstHalf)
  expect(linesText([...last.lines.values()].flat())).toEqual(whole)
  const impact = measureImpact({ before, after, rowsFor, span: firstHalf, period: '2026' })
  for (const one of impact.people) {
    const sum = one.steps.reduce(plus, zero)
    expect(minus(sum, minus(one.after, one.before)).digits).toBe(0n)
  }
  for (const { currency, before: was, after: is } of impact.totals) {
    const edits = impact.steps.flatMap(({ changes }) => changes.filter((one) => one.currency === currency))
    const sum = edits.reduce((so, { change }) => plus(so, change), zero)
    expect(minus(sum, minus(is, was)).digits).toBe(0n)
  }
  return impact.steps.some(({ lines }) => lines > 0) ? 'different' : 'equal'
}

function runs(edits: fc.Arbitrary<Edited>, numRuns: number, seed: number) {
  const counts = { refused: 0, equal: 0, different: 0 }
  fc.assert(
    fc.property(edits, (found) => {
      counts[holds(found)]++
    }),
    { numRuns, seed, endOnFailure: true },
  )
  return counts
}

describe('edits add up', () => {
  test('along random edits every run is what the plan gives by itself, and the edits add up to each person’s change', {
    timeout: 120_000,
  }, () => {
    const { refused, different } = runs(anEdit, 30, 11)
    expect(different, JSON.stringify({ refused, different })).toBeGreaterThan(5)
    expect(refused).toBeLessThan(25)
  })

  test('so they do between two random policies that have little but their records in common', {
    timeout: 120_000,
  }, () => {
    const { different } = runs(another, 2, 12)
    expect(different).toBeGreaterThan(0)
  })

  test('all edits together make the new policy, and none the old one', { timeout: 60_000 }, () => {
    const sorted = (declarations: readonly unknown[]) => declarations.map(meaningOf).toSorted()
    fc.assert(
      fc.property(fc.oneof(anEdit, another), (found) => {
        const both = versions(found)
        if (!both) return
        const [old, now] = both.map(({ program }) => program)
        if (!old || !now) return
        const difference = differenceOf(old, now)
        const all = new Set(difference.changes.map((_, i) => i))
        const of = (program: typeof old) => sorted(program.files.flatMap((file) => file.declarations))
        expect(sorted(withChanges(difference, new Set()))).toEqual(of(old))
        expect(sorted(withChanges(difference, all))).toEqual(of(now))
      }),
      { numRuns: 40, seed: 13, endOnFailure: true },
    )
  })
})
