import { type Decimal, parseDecimal } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import type { Id } from '../../plan/plan.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { explainLine } from '../../targets/evaluate/explain.ts'
import { stepWords } from '../../targets/evaluate/explanation-words.ts'
import { isPaying, nothing, type Sum, sumOf, titleOf } from '../../targets/evaluate/payouts.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import { shownValue } from '../../targets/evaluate/shown.ts'
import type { Shown, TraceStep } from '../../targets/evaluate/trace.ts'
import { minus, plus, zero } from '../impact/amount.ts'

/** What one person's pay is made of: clause by clause, each step by step, and the scores behind it. */
export type PersonChart = {
  readonly clauses: readonly PaidClause[]
  readonly scorecards: readonly ScoreChart[]
}

export type PaidClause = {
  readonly id: Id
  readonly title: string
  readonly currency: string
  /** Paid through a payout that lists it, and so not in the total by itself. */
  readonly listed: boolean
  /** Results that were added up: of a clause for each deal, one a deal. */
  readonly lines: number
  readonly sum: Sum
  /** What each step adds to the amount before it; none where several results were added up, or one step is no amount. */
  readonly steps: readonly { readonly label: string; readonly change: Decimal; readonly amount: Decimal }[]
}

export type ScoreChart = {
  readonly id: Id
  readonly title: string
  readonly period: string
  readonly total: Shown
  /** Level, coefficient: what else the scorecard gives. */
  readonly also: readonly { readonly label: string; readonly value: Shown }[]
  readonly indicators: readonly {
    readonly label: string
    readonly weight: Shown
    readonly score: Shown
    /** Score × weight, where both are known. */
    readonly points?: Decimal
  }[]
}

export function personChart(
  results: Results,
  lines: readonly ResultLine[],
  person: { readonly record: string; readonly key: string },
  language: Language,
): PersonChart {
  const own = lines.filter(({ subject }) => subject?.record === person.record && subject.key === person.key)
  const outputs = results.engine.model.plan.outputs
  const { currency = '' } = results.engine.model.plan.policy
  return {
    clauses: outputs.filter(isPaying).flatMap((output) => {
      const paid = own.filter((line) => line.output.id === output.id)
      const currencies = [...new Set(paid.map((line) => line.currency ?? currency))]
      return currencies.map((one): PaidClause => {
        const some = paid.filter((line) => (line.currency ?? currency) === one)
        const [only, ...others] = some
        return {
          id: output.id,
          title: titleOf(output),
          currency: one,
          listed: output.listed,
          lines: some.length,
          sum: some.map(sumOf).reduce(added, nothing),
          steps: only && others.length === 0 ? stepsOf(results, only, language) : [],
        }
      })
    }),
    scorecards: own
      .filter(({ output }) => output.label === 'scorecard')
      .map((line) => scoreChart(results, line, language)),
  }
}

function added(a: Sum, b: Sum): Sum {
  const amount = a.amount && b.amount ? plus(a.amount, b.amount) : (a.amount ?? b.amount)
  return {
    ...(amount && { amount }),
    held: a.held + b.held,
    notApplicable: a.notApplicable + b.notApplicable,
  }
}

function stepsOf(results: Results, line: ResultLine, language: Language): PaidClause['steps'] {
  const steps = explainLine(results, line).steps
  // A gate says yes or no, and is no amount; after one that is not decided nothing is known.
  const counted = steps.filter(({ result }) => result.is !== 'truth')
  const amounts = counted.map(({ result }) => numberOf(result))
  return counted.flatMap((step, i) => {
    const amount = amounts[i]
    if (!amount || amounts.includes(undefined)) return []
    return [{ label: stepTitle(step, language), change: minus(amount, amounts[i - 1] ?? zero), amount }]
  })
}

/** `tiers`, `plus “Spiff”`. */
function stepTitle({ is, label }: TraceStep, language: Language): string {
  const word = stepWords[is]?.[language] ?? is
  return label === undefined || label === ''
    ? word
    : language === 'en'
      ? `${word}: ${label}`
      : `${word}：${label}`
}

function scoreChart(results: Results, line: ResultLine, language: Language): ScoreChart {
  const { steps, result } = explainLine(results, line)
  // Its level and what that gives; the scores of the indicators stand in their rows.
  const own = new Set(line.output.steps.map(({ column }) => column))
  return {
    id: line.output.id,
    title: titleOf(line.output),
    period: line.period?.key ?? '',
    total: result,
    also: line.also.flatMap(({ label, value }, i) =>
      own.has(line.output.also[i]?.column ?? '') ? [{ label, value: shownValue(value) }] : [],
    ),
    indicators: steps
      .filter(({ is }) => is === 'indicator')
      .map((step) => {
        const weight: Shown = step.operand?.value ?? { is: 'text', text: '' }
        const points = productOf(numberOf(weight), numberOf(step.result))
        return {
          label: step.label ?? stepTitle(step, language),
          weight,
          score: step.result,
          ...(points && { points }),
        }
      }),
  }
}

function productOf(a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined {
  return a && b && { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

function numberOf(shown: Shown): Decimal | undefined {
  return shown.is === 'number' ? parseDecimal(shown.text) : undefined
}
