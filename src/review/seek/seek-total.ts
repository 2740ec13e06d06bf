import { type Decimal, power10 } from '../../base/decimal.ts'
import { collector, type Diagnostic } from '../../base/diagnostic.ts'
import type { Source } from '../../base/span.ts'
import type { Compiled } from '../../compile.ts'
import { runInMemory } from '../../engines/memory.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import type { EvaluateOptions } from '../../targets/evaluate/evaluate.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { Span } from '../../targets/evaluate/spans.ts'
import { overlay } from '../what-if/overlay.ts'
import { settingOf } from '../what-if/setting.ts'
import { crossings, type Found } from './grid.ts'
import type { ParameterGrid } from './parameter-grid.ts'

/** What is sought: at which values of a parameter the total is no more than this. */
export type TotalQuestion = {
  /** As `--set` names it. */
  readonly name: string
  readonly grid: ParameterGrid
  readonly low: bigint
  readonly high: bigint
  /** The range was chosen here, and may be widened. */
  readonly open: boolean
  readonly target: Decimal
  /** Only what this clause pays. */
  readonly clause?: string
  readonly currency?: string
  readonly budget: number
  readonly options?: Omit<EvaluateOptions, 'span'>
}

export type TotalAnswer = Found & {
  readonly low: bigint
  readonly high: bigint
  /** The scale of the totals. */
  readonly scale: number
  /** At that scale. */
  readonly target: bigint
  readonly now?: bigint
  /** Totals of some steps: those of the answer, and one step further. */
  readonly totals: ReadonlyMap<bigint, bigint>
  /** Why some values could not be run: the first of the findings. */
  readonly refused?: { readonly step: bigint; readonly finding: Diagnostic }
  /** Lines that are held at the value as written: they are in no total. */
  readonly held: number
}

/** How often a range that was not asked for is doubled. */
const doublings = 6

/** Works out the total at one value after another, until every crossing of the target lies between two neighbours. */
export function seekTotal(
  compiled: Compiled,
  sources: readonly Source[],
  rows: Rows,
  span: Span,
  question: TotalQuestion,
  onStep: (computed: number) => void = () => {},
): TotalAnswer {
  const { grid, budget } = question
  const scale = 6
  const target = question.target.digits * power10(scale - Math.min(scale, question.target.scale))
  const totals = new Map<bigint, bigint>()
  let refused: TotalAnswer['refused']
  let held = 0
  const at = (step: bigint): bigint | undefined => {
    const plan = planAt(step)
    if (plan === undefined) return undefined
    onStep(totals.size + 1)
    const sum = totalOf(runInMemory(plan, rows, span, question.options).lines, question, scale)
    if (step === grid.now) held = sum.held
    totals.set(step, sum.total)
    return sum.total
  }
  const now = at(grid.now)
  const { low } = question
  let { high } = question
  let found = crossings((step) => totals.get(step) ?? at(step), low, high, target, budget)
  for (let i = 0; question.open && i < doublings && isUnmet(found); i++) {
    const next = high * 2n
    if (grid.whole !== undefined && high >= grid.whole) break
    high = grid.whole !== undefined && next > grid.whole ? grid.whole : next
    found = crossings((step) => totals.get(step) ?? at(step), low, high, target, budget)
  }
  return {
    ...found,
    low,
    high,
    scale,
    target,
    ...(now !== undefined && { now }),
    totals,
    ...(refused && { refused }),
    held,
  }

  function planAt(step: bigint): Plan | undefined {
    const findings = collector()
    const source = { name: 'seek', text: `${question.name}=${grid.text(step)}` }
    const place = { source: source.name, from: 0, to: source.text.length }
    const settings = settingOf(question.name, place, grid.text(step), place, findings)
    const laid = overlay(compiled, settings, [...sources, source])
    const [finding] = [...findings.found, ...laid.found]
    if (laid.compiled?.plan === undefined && finding) refused ??= { step, finding }
    return laid.compiled?.plan
  }
}

function isUnmet({ crossings: met, exact }: Found): boolean {
  return met.length === 0 && exact.length === 0
}

/** What the lines come to: what is paid, or what one clause comes to. */
function totalOf(
  lines: readonly ResultLine[],
  { clause, currency }: TotalQuestion,
  scale: number,
): { readonly total: bigint; readonly held: number } {
  let total = 0n
  let held = 0
  for (const { output, value, currency: own } of lines) {
    const paying = output.is === 'pay' || output.is === 'payout'
    const counts =
      clause === undefined ? paying && !output.listed : output.id === clause || output.releases === clause
    if (!counts) continue
    if (value.is === 'held') held++
    if (value.is !== 'number') continue
    if (currency !== undefined && own !== undefined && own !== currency) continue
    total += value.digits * power10(scale - Math.min(scale, value.scale))
  }
  return { total, held }
}
