import { dayOf } from '../../src/base/day.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { balancesOf, openingOf } from '../../src/targets/evaluate/balances.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { historyOf } from '../../src/targets/evaluate/history.ts'
import { lines } from '../../src/targets/evaluate/results.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { meaning } from './agreement.ts'
import type { DataSet } from './data.ts'
import { type Draw, drawn } from './draw.ts'
import { engineLines } from './engine.ts'
import { laterPolicy, laterRows, oddPolicy } from './mechanisms.ts'

export type Case = { readonly text: string; readonly rows: DataSet }
export const laterCase = drawn((draw: Draw): Case => ({ text: laterPolicy(draw), rows: laterRows(draw) }))
export const oddCase = drawn((draw: Draw) => ({
  text: oddPolicy(draw),
  rows: laterRows(draw),
  amount: draw.of('0.01', '99.99', '500', '333.33'),
  signed: draw.of('2026-01-05', '2026-02-14'),
  later: draw.of('2026-03-31', '2026-05-20', '2026-11-30'),
}))

const year = { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 12, 31) ?? 0 }
const starts = [1, 4, 7, 10].map((month) => dayOf(2026, month, 1) ?? 0)
const periods = [
  ...Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
  ...[1, 2, 3, 4].map((n) => `2026-Q${n}`),
]

/** Where the engine says something else than the reference. */
export function differing({ text, rows }: Case): readonly string[] {
  const got = engineLines([{ name: 'policy.bylaw', text }], rows, year)
  if ('errors' in got) throw new Error([...got.errors, text].join('\n'))
  const asked = reference(programOf(text), new Map(Object.entries(rows)), periods)
  return [...asked.lines].flatMap(([line, want]) =>
    line.startsWith('booking|') || meaning(got.lines.get(line)) === meaning(want)
      ? []
      : [`${line}: ${meaning(got.lines.get(line))}, the reference ${meaning(want)}`],
  )
}

/** The results of runs over one span after another, each beginning with the balances of the one before. */
export function inTurn(
  { text, rows: objects }: Case,
  spans: readonly { readonly from: number; readonly until: number }[],
): readonly string[] {
  const { plan } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error('the policy has errors')
  const { rows } = rowsFromObjects(plan, objects)
  let opening = openingOf([])
  const found = spans.flatMap((span) => {
    const results = evaluate(plan, rows, { span, opening })
    opening = openingOf(balancesOf(results), historyOf(results))
    return lines(results, span).map((line) => {
      const who = [line.output.id, line.item?.key, line.subject?.key, line.period?.key].join(' ')
      const values = [line.value, ...line.also.map(({ value }) => value)]
      const said = values.map((v) => (v.is === 'number' ? `${v.digits}e-${v.scale}` : v.is))
      return `${who}: ${said.join(', ')}`
    })
  })
  return [...found].sort()
}

export const wholeYear = [year]
export const eachQuarter = starts.map((from, i) => ({ from, until: (starts[i + 1] ?? year.until + 1) - 1 }))

/** What each is paid in the year, clause by clause. */
export function paidInYear({ text, rows }: Case): ReadonlyMap<string, bigint> {
  const got = engineLines([{ name: 'policy.bylaw', text }], rows, year)
  if ('errors' in got) throw new Error([...got.errors, text].join('\n'))
  const sums = new Map<string, bigint>()
  for (const [line, is] of got.lines) {
    const [clause = '', who = ''] = line.split('|')
    if (!['pay', 'quarterly', 'dated'].includes(clause)) continue
    if ('notApplicable' in is) continue
    if (!('amount' in is)) throw new Error(`${line}: ${meaning(is)}`)
    const [whole = '', rest = ''] = is.amount.split('.')
    const cents = BigInt(whole.replace('-', '') + rest.padEnd(2, '0').slice(0, 2))
    const key = `${clause} ${who}`
    sums.set(key, (sums.get(key) ?? 0n) + (is.amount.startsWith('-') ? -cents : cents))
  }
  return sums
}
