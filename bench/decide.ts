import { compile } from '../src/compile.ts'
import type { Plan } from '../src/plan/plan.ts'
import { decider } from '../src/targets/decide/decider.ts'
import { costByHand, verdictByHand } from './decide/by-hand.ts'
import { isOffence, isQuote } from './decide/checked-by-hand.ts'
import {
  type Asking,
  cel,
  jsonRules,
  limitRules,
  penaltyRules,
  type Request,
  zen,
} from './decide/contenders.ts'
import { policyText } from './decide/policy.ts'
import { type Offence, offences, type Quote, quotes } from './decide/requests.ts'
import { median } from './measure.ts'
import { printGoals } from './print.ts'

/** Decides requests one at a time, side by side with other ways to do it. */
const rounds = Number(process.argv[2] ?? 5)
const count = Number(process.argv[3] ?? 100_000)

type Contender = {
  readonly name: string
  /** How many of the requests it is asked: the slow ones a part, which stands for all. */
  readonly asked: number
  /** How many are timed together: few, so that a busy machine interrupts few of the measurements. */
  readonly slice: number
  readonly run: Asking
}

const plan = planOf(policyText())
const few = Math.min(count, 2_000)

await compare('50 rows of five inputs: who may grant it', quotes(count), await authority())
await compare('20 rules: what an offence costs', offences(count), await penalty())

type Answered = {
  readonly results: { readonly [name: string]: unknown }
  readonly explain: () => { readonly row: unknown }
}
type Decide = (request: Request) => Answered

function authority(): Promise<readonly Contender[]> {
  const ready = decider<Request>(plan, 'authority', { shares: 'fraction' })
  const byHand = (request: Request) => textOf(verdictByHand(request as Quote), 'verdict', 'level')
  const checked = (request: Request) => (isQuote(request as Quote) ? byHand(request) : '')
  const numbers = ['discount', 'margin', 'amount']
  return contenders([byHand, checked, ready.decide], ['verdict', 'level'], limitRules, numbers, [
    'role',
    'class',
  ])
}

function penalty(): Promise<readonly Contender[]> {
  const ready = decider<Request>(plan, 'penalty')
  const byHand = (request: Request) => textOf(costByHand(request as Offence), 'points', 'measure')
  const checked = (request: Request) => (isOffence(request as Offence) ? byHand(request) : '')
  return contenders(
    [byHand, checked, ready.decide],
    ['points', 'measure'],
    penaltyRules,
    ['nth', 'loss'],
    ['kind'],
  )
}

async function contenders(
  [byHand, checked, decide]: readonly [(r: Request) => string, (r: Request) => string, Decide],
  [first, second]: readonly [string, string],
  rules: typeof limitRules,
  numbers: readonly string[],
  words: readonly string[],
): Promise<readonly Contender[]> {
  const shown = ({ results }: Answered) => `${results[first]} ${results[second]}`
  const explained = (request: Request) => {
    const answer = decide(request)
    return answer.explain().row === undefined ? '' : shown(answer)
  }
  const fast = (name: string, one: (request: Request) => string): Contender => {
    return { name, asked: count, slice: 1_000, run: (requests) => requests.map(one) }
  }
  const slow = (name: string, slice: number, run: Asking): Contender => ({ name, asked: few, slice, run })
  const fields = [...words, ...numbers]
  const chain = await cel(rules, numbers, words)
  if (chain === undefined) console.log('cel-js is not installed: left out\n')
  return [
    fast('by hand', byHand),
    fast('by hand, request checked', checked),
    fast('bylaw', (request) => shown(decide(request))),
    fast('bylaw, explained', explained),
    ...(chain ? [slow('cel-js', 256, chain)] : []),
    slow('zen-engine, 256 at a time', 256, zen(rules, fields, 256)),
    slow('zen-engine, one by one', 64, zen(rules, fields, 1)),
    slow('json-rules-engine', 4, jsonRules(rules, fields)),
  ]
}

function textOf<T extends object>(answer: T, first: keyof T, second: keyof T): string {
  return `${answer[first]} ${answer[second]}`
}

async function compare(
  title: string,
  requests: readonly Request[],
  contenders: readonly Contender[],
): Promise<void> {
  const wanted = (await contenders[0]?.run(requests)) ?? []
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const { name, asked, slice, run } of contenders)
      for (let from = 0; from < asked; from += slice) {
        const some = requests.slice(from, Math.min(from + slice, asked))
        const start = performance.now()
        const answers = await run(some)
        // The first round only warms up.
        if (round > 0) times.get(name)?.push(((performance.now() - start) * 1_000_000) / some.length)
        const wrong = answers.findIndex((answer, i) => answer !== wanted[from + i])
        if (wrong >= 0)
          throw new Error(
            `${name}: ${answers[wrong]}, by hand ${wanted[from + wrong]}, in request ${from + wrong}`,
          )
      }
  const nanoseconds = (name: string) => median(times.get(name) ?? [])
  const [hand, checked, own, explained] = [
    'by hand',
    'by hand, request checked',
    'bylaw',
    'bylaw, explained',
  ].map(nanoseconds)
  console.log(`${title}\n`)
  for (const { name, asked } of contenders) {
    const each = nanoseconds(name)
    const ratio = (by: number | undefined) => (each / (by ?? 1)).toPrecision(3).padStart(8)
    const sampled = asked < count ? `  ${asked} of ${count} requests` : ''
    console.log(
      `${name.padEnd(28)}${Math.round(each).toString().padStart(9)} ns${ratio(hand)} × by hand${ratio(checked)} × checked${ratio(own)} × bylaw${sampled}`,
    )
  }
  console.log('')
  const times2 = (name: string) => nanoseconds(name) / (own ?? 1)
  printGoals([
    { what: 'bylaw ÷ by hand', value: (own ?? 0) / (hand ?? 1), most: 1.5 },
    { what: 'explained ÷ by hand', value: (explained ?? 0) / (hand ?? 1), most: 2 },
    { what: 'bylaw ÷ by hand, request checked', value: (own ?? 0) / (checked ?? 1) },
    { what: 'bylaw × 5,000 ÷ json-rules-engine', value: 5_000 / times2('json-rules-engine'), most: 1 },
    {
      what: 'bylaw × 250 ÷ zen-engine, 256 at a time',
      value: 250 / times2('zen-engine, 256 at a time'),
      most: 1,
    },
  ])
}

function planOf(text: string): Plan {
  const found = compile([{ name: 'bench.bylaw', text }])
  if (!found.plan) throw new Error(found.diagnostics.map(({ code }) => code).join(' '))
  return found.plan
}
