import {
  curveTexts,
  exactDecimal,
  exactText,
  groupedText,
  type PersonChart,
  payCurves,
  personChart,
  printShown,
} from '../../../../src/index.ts'
import type { ChartsAnswer, ClauseCurve, PersonChartAnswer } from '../charts-protocol.ts'
import type { Ran } from '../session.ts'
import type { Handler } from './handler.ts'

/** The curves of the last results, and of the base version where that is asked for. */
export const charts: Handler<'charts'> = (session, { compared }): ChartsAnswer | undefined => {
  const { edited, base } = session
  if (!edited) return undefined
  const before = compared ? base?.ran : undefined
  return { curves: payCurves(runOf(edited), before && runOf(before)).map(curveOf) }
}

function runOf({ compiled, results, lines }: Ran) {
  return { checked: compiled.checked, results, lines }
}

function curveOf({ clause, people, ...curve }: ReturnType<typeof payCurves>[number]): ClauseCurve {
  const { x, y } = curveTexts(curve)
  const currencyOf = (own: string | undefined) => own ?? curve.currency
  return {
    ...curve,
    id: clause.id,
    title: clause.title,
    measured: curve.measured ?? '',
    people: people.flatMap(({ line, before, after }) => {
      const { subject, item, period, value } = line
      if (!subject) return []
      const of = item?.key ?? period?.key
      const amount = value.is === 'number' ? groupedText(value) : ''
      return [
        {
          record: subject.record,
          key: subject.key,
          ...(subject.label !== undefined && { label: subject.label }),
          ...(of !== undefined && { of }),
          ...(before && { before }),
          ...(after && { after }),
          x: x(after ?? before),
          was: y(before),
          is: y(after),
          paid: amount === '' ? '' : `${amount} ${currencyOf(line.currency)}`.trimEnd(),
        },
      ]
    }),
    falls: curve.cliffs.map(({ side, best, from, even }) => ({
      side,
      best: x(best),
      from: x(from),
      pays: [y(best), y(from)],
      ...(even && { even: x(even) }),
    })),
  }
}

/** What one person's pay is made of. */
export const chartOfPerson: Handler<'personChart'> = (
  { edited },
  { record, key, language },
): PersonChartAnswer | undefined => {
  if (!edited) return undefined
  const { clauses, scorecards } = personChart(edited.results, edited.lines, { record, key }, language)
  return {
    clauses: clauses.map((clause) => clauseOf(clause, edited)),
    scorecards: scorecards.map(({ id, title, period, total, also, indicators }) => ({
      id,
      title,
      period,
      total: printShown(total, language),
      also: also.map(({ label, value }) => ({ label, text: printShown(value, language) })),
      indicators: indicators.map(({ label, weight, score, points }) => ({
        label,
        weight: printShown(weight, language),
        score: printShown(score, language),
        ...(weight.is === 'number' && { share: weight.text }),
        ...(score.is === 'number' && { scored: score.text }),
        ...(points && { points: exactDecimal(points) }),
      })),
    })),
  }
}

function clauseOf(
  { id, title, currency, listed, lines, sum, steps }: PersonChart['clauses'][number],
  { plan }: Ran,
): PersonChartAnswer['clauses'][number] {
  const origin = plan.outputs.find((output) => output.id === id)?.origin
  const at = plan.origins.find((one) => one.id === origin)
  return {
    id,
    title,
    currency,
    listed,
    lines,
    ...(sum.amount && { amount: exactText(sum) }),
    held: sum.held,
    ...(at && { span: { source: at.file, from: at.from, to: at.to } }),
    steps: steps.map(({ label, change, amount }) => ({
      label,
      change: exactDecimal(change),
      amount: exactDecimal(amount),
    })),
  }
}
