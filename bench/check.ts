import { performance } from 'node:perf_hooks'
import { isDeepStrictEqual } from 'node:util'
import { type Analysed, analyse, nothingKept } from '../src/analyse.ts'
import { compile } from '../src/compile.ts'
import { median } from './measure.ts'

/** The limit of the design: what an editor may take for each keystroke in a policy of a thousand lines. */
const limit = 30
const lines = 1000

const head = `policy large {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Rep {
  id text key
  quota money
}

record Order {
  id text key
  rep Rep
  signed date posting
  amount money
  discount percent
}
`

/** One page of a policy: a measure, a decision table, a clause with tiers; about what a plan of one team has. */
function page(i: number): string {
  return `
value sold_${i} "Signed orders of plan ${i}" for Rep per quarter = sum(Order.amount where discount <= ${i % 50}%)

value attainment_${i} for Rep where quota > 0 CNY per quarter = sold_${i} / quota

table factor_${i} "Discount factor ${i}" unique {
  | discount             | => factor |
  | up to ${1 + (i % 5)}%             | 1         |
  | over ${1 + (i % 5)}% up to 12% | 0.9       |
  | over 12%             | 0.5       |
}

value weighted_${i} for each Order = (amount * factor_${i}(discount)) rounded half-up to 0.01

commission pay_${i} "Plan ${i}" for Rep per quarter {
  gate attainment_${i} >= 40%
  tiers marginal of sold_${i} by attainment_${i} {
    | from | rate |
    | 0%   | 1%   |
    | 80%  | 2%   |
    | 100% | 3%   |
  }
  plus sum(Order.weighted_${i}) * 0.1%
  cap 200_000 CNY lost
  round 0.01 half-up
}
`
}

function policyOf(wanted: number): string {
  let text = head
  for (let i = 1; text.split('\n').length < wanted; i++) text += page(i)
  return text
}

/**
 * `npm run bench:check [rounds]`: a policy of a thousand lines in a warm process: to its findings after each keystroke and
 * read afresh, and to its plan.
 */
function main(rounds: number): void {
  const source = { name: 'large.bylaw', text: policyOf(lines) }
  const { plan, diagnostics } = compile([source])
  if (!plan) throw new Error(`the policy has errors: ${diagnostics.map(({ code }) => code).join(' ')}`)
  const counted = source.text.split('\n').length - 1
  console.log(`${counted} lines, ${plan.columns.length} columns; medians of ${rounds} in a warm process`)
  const loop = timed(rounds, fixedLoop)
  const versions = typed(source.text)
  let last = analyse([source], [], { kept: nothingKept })
  let round = 0
  const typing = timed(rounds, () => {
    const text = versions[round++ % versions.length] ?? ''
    last = analyse([{ ...source, text }], [], last)
  })
  if (!same(last, analyse([{ ...source, text: versions[(round - 1) % versions.length] ?? '' }])))
    throw new Error('what is kept changes what is read')
  const checked = timed(rounds, () => analyse([source]))
  const planned = timed(rounds, () => compile([source]))
  // On a machine that others use too, only what is measured beside it means something.
  console.log(`a fixed loop     ${loop.toFixed(1)} ms`)
  for (const [what, time] of [
    ['while typing', typing],
    ['read afresh', checked],
    ['to the plan', planned],
  ] as const)
    console.log(
      `${what.padEnd(16)} ${time.toFixed(1)} ms, ${(time / limit).toFixed(2)} of the limit of ${limit} ms, ${(time / loop).toFixed(2)} fixed loops`,
    )
}

/** The text as it is after each of some keystrokes in the middle: a rate is typed, so all below moves along. */
function typed(text: string): readonly string[] {
  const at = text.indexOf('| 80%', text.length / 2)
  return ['', '0', '05', '0', '', ' ', '', '#'].map((put) => text.slice(0, at) + put + text.slice(at))
}

function same(a: Analysed, b: Analysed): boolean {
  return isDeepStrictEqual([a.program, a.diagnostics], [b.program, b.diagnostics])
}

/** Always the same work, without memory: as long as the machine needs for it today. */
function fixedLoop(): number {
  let x = 1
  for (let i = 0; i < 10_000_000; i++) x = (Math.imul(x, 1_103_515_245) + 12_345) | 0
  return x
}

function timed(rounds: number, work: () => unknown): number {
  for (let i = 0; i < rounds; i++) work()
  return median(
    Array.from({ length: rounds }, () => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )
}

main(Number(process.argv[2] ?? 60))
