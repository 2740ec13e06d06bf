import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDecimal } from '../../src/base/decimal.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { decider } from '../../src/targets/decide/decider.ts'
import { requestPlan } from '../../src/targets/decide/request-plan.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { lineAt } from '../../src/targets/evaluate/results.ts'
import type { Value } from '../../src/targets/evaluate/value.ts'
import { decimalText, rationalOf } from '../reference/rational.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { anyCase, type Case, describeCase, firstHalf } from './agreement.ts'
import { periods } from './data.ts'
import { requestsFor, runWithInputs } from './requests.ts'

/** What must be alike: the value to its last digit; of a failure only which it is. */
function meaningOf(value: Value | undefined): string {
  if (value === undefined) return 'nothing'
  if (value.is === 'number') return formatDecimal(value.digits, value.scale)
  return 'text' in value ? value.text : value.is
}

type Count = { asked: number; decided: number; flat: number; refused: number; read: number }

/** Asks for every row of every clause one at a time, and says where the answer is not that of the run. */
function differences({ text, rows: data }: Case, count: Count): readonly string[] {
  const { plan } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) return []
  const { rows } = rowsFromObjects(plan, data)
  const reading = reference(programOf(text), new Map(Object.entries(data)), periods)
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
      const who = line.item?.key ?? line.subject?.key ?? ''
      const read = reading.lines.get(`${output.id}|${who}|${line.period?.key ?? ''}`)
      if (read !== undefined && 'amount' in read && line.value.is === 'number') {
        count.read++
        const [first] = answer.values.values()
        const own = first?.is === 'number' ? rationalOf(formatDecimal(first.digits, first.scale)) : undefined
        if (own === undefined || decimalText(own) !== read.amount)
          return [`${output.id} of ${JSON.stringify(asked)}: ${got[0]}, the reference ${read.amount}`]
      }
      if (got.join(' | ') === wanted.join(' | ')) return []
      return [`${output.id} of ${JSON.stringify(asked)}: ${got.join(' | ')}, in a run ${wanted.join(' | ')}`]
    })
  })
}

test('what is decided for one request is what a run gives for that row, for random policies', {
  timeout: 60_000,
}, () => {
  const count = { asked: 0, decided: 0, flat: 0, refused: 0, read: 0 }
  fc.assert(
    fc.property(anyCase, (found) => {
      const differing = differences(found, count)
      if (differing.length > 0) throw new Error(describeCase(found, differing))
    }),
    { numRuns: 60, seed: 4, endOnFailure: true },
  )
  expect(count.decided).toBeGreaterThan(500)
  expect(count.read).toBeGreaterThan(200)
  expect(count.flat).toBeGreaterThan(300)
})

const approvals = `policy approvals { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key }
record Post {
  person Person; role one of rep, lead, head, boss, finance; above Person optional
  begins date; ends date optional
  in force from begins until ends by person
}
record Quote { id text key; person Person; asked date posting; discount percent optional; margin percent }
authority grant for each Quote {
  ranks rep, lead, head, boss by Post(person).role
  asked by person
  superior Post(person).above
  own up to lead
  limit "discount" discount up to, above refuse {
    | => rep | => lead | => head | => boss |
    | 2%     | 5%      | 12%     | 20%     |
  }
  table "margin" first match {
    | margin    | => verdict       |
    | under 5%  | approval finance |
    | otherwise | allow            |
  }
}
`
const person = fc.constantFrom('A', 'B', 'C', 'D')
const post = fc.record({
  role: fc.constantFrom('rep', 'lead', 'head', 'boss', 'finance'),
  above: fc.option(person, { freq: 6 }),
  there: fc.integer({ min: 0, max: 9 }),
  begins: fc.constantFrom('2026-01-01', '2026-02-01'),
})
const share = fc.constantFrom('0%', '2%', '2.01%', '5%', '7%', '12%', '30%')
const asking = fc.record({
  person,
  asked: fc.constantFrom('2026-01-20', '2026-02-20'),
  discount: fc.option(share, { freq: 8 }),
  margin: share,
})

test('who grants what is the same for one request, with the posts that are in force then', () => {
  const { plan } = compile([{ name: 'policy.bylaw', text: approvals }])
  if (!plan) throw new Error('the policy has errors')
  const ready = decider(plan, 'grant')
  expect(ready.runs).toBe('program')
  const met = new Set<string>()
  const people = ['A', 'B', 'C', 'D']
  fc.assert(
    fc.property(
      fc.array(post, { minLength: 4, maxLength: 4 }),
      fc.array(asking, { minLength: 1, maxLength: 6 }),
      (posts, quotes) => {
        const Post = posts.flatMap(({ there, ...one }, i) =>
          there === 0 ? [] : [{ ...one, person: people[i] ?? '', ends: null }],
        )
        const Quote = quotes.map((one, i) => ({ ...one, id: `${i}` }))
        const { rows } = rowsFromObjects(plan, { Person: people.map((id) => ({ id })), Post, Quote })
        const results = evaluate(plan, rows, { span: firstHalf })
        const output = plan.outputs.find((o) => o.id === 'grant')
        if (!output) throw new Error('no such clause')
        // Each person with the post that he has on that day, and so on upwards.
        const withPost = (id: string | null, day: string, depth: number): unknown => {
          const own = Post.find((p) => p.person === id && p.begins <= day)
          if (id === null || depth === 0) return id
          return { id, Post: own ? { role: own.role, above: withPost(own.above, day, depth - 1) } : null }
        }
        Quote.forEach(({ person: who, ...quote }, row) => {
          const line = lineAt(results.engine, output, row)
          const answer = ready.decide({ ...quote, person: withPost(who, quote.asked, 6) })
          const wanted = [line.value, ...line.also.map((a) => a.value)].map(meaningOf)
          expect([...answer.values.values()].map(meaningOf)).toEqual(wanted)
          met.add(wanted[0] ?? '')
        })
      },
    ),
    { numRuns: 300, seed: 11 },
  )
  expect([...met].sort()).toEqual(['allow', 'approval', 'held', 'refuse'])
})
