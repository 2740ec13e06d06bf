import { formatDay } from '../base/day.ts'
import { formatDecimal } from '../base/decimal.ts'
import { type Balance, balancesOf } from '../targets/evaluate/balances.ts'
import { historyOf } from '../targets/evaluate/history.ts'
import { exactText, type Sum } from '../targets/evaluate/payouts.ts'
import type { Named, ResultLine } from '../targets/evaluate/results.ts'
import type { Value } from '../targets/evaluate/value.ts'
import { deadlineJson } from './deadline-files.ts'
import { decisionJson, decisionsOf } from './decisions.ts'
import type { RunReport } from './run-report.ts'
import { nowIn, type Settled } from './settle.ts'

/**
 * All results of a run as data, without anything that changes from run to run. `version` changes when a reader of it
 * would break. Amounts are decimal strings; reasons carry their code and words, not a text in one language.
 */
export function resultsJson(settled: Settled, report: RunReport): string {
  const { plan, asked } = settled
  return `${JSON.stringify(
    {
      version: 1,
      // A what-if, and no run of the policy as it is written.
      ...(settled.whatIf && { whatIf: settled.whatIf }),
      policy: { id: plan.policy.id, title: plan.policy.title },
      period: { asked: asked.key, from: formatDay(asked.from), until: formatDay(asked.until) },
      totals: report.payouts.totals.map(({ currency, total, people }) => ({
        currency,
        people,
        ...sumJson(total),
      })),
      payouts: report.payouts.rows.map((row) => ({
        key: row.key,
        name: row.label,
        period: row.period,
        currency: row.currency,
        ...sumJson(row.total),
        clauses: Object.fromEntries([...row.clauses].map(([id, sum]) => [id, sumJson(sum)])),
      })),
      decisions: decisionsOf(settled, report).map((one) => decisionJson(one)),
      lines: report.lines.map(({ line, period }) => lineJson(line, period)),
      ...(report.deadlines.length > 0 && {
        deadlines: report.deadlines.map((one) => deadlineJson(one, nowIn(settled))),
      }),
      balances: balancesOf(settled.run.results).map(balanceJson),
      history: historyOf(settled.run.results).map(balanceJson),
      unpaid: report.unpaid.map(({ line, payout }) => ({
        clause: line.output.id,
        subject: namedJson(line.subject),
        row: namedJson(line.item),
        ...valueJson(line.value),
        payout: payout.output.id,
        because: valueJson(payout.value).reason,
      })),
      unplaced: report.unplaced.map(({ reason, ...row }) => ({
        ...row,
        reason: reason && { code: reason.code, args: reason.args },
      })),
      problems: [...report.problems, ...report.notes].map(({ code, args, cell }) => ({ code, args, cell })),
    },
    undefined,
    2,
  )}\n`
}

function balanceJson({ of, subject, value, until }: Balance) {
  return { of, subject, value, until: formatDay(until) }
}

function sumJson(sum: Sum) {
  return { amount: sum.amount ? exactText(sum) : null, held: sum.held }
}

function lineJson(line: ResultLine, period: string) {
  return {
    clause: line.output.id,
    kind: line.output.label,
    listed: line.output.listed,
    subject: namedJson(line.subject),
    row: namedJson(line.item),
    period,
    posting: line.posting === undefined ? undefined : formatDay(line.posting),
    ...valueJson(line.value),
    also: line.also.map(({ label, value }) => ({ label, ...valueJson(value) })),
  }
}

function namedJson(named: Named | undefined) {
  return named && { record: named.record, key: named.key, name: named.label }
}

/** `value` is null where there is none, and `state` and `reason` say why. */
function valueJson(value: Value) {
  switch (value.is) {
    case 'number':
      return {
        value: formatDecimal(value.digits, value.scale),
        unit: value.unit,
        currency: value.currency,
        // A quotient without end, shown to 12 places.
        ...(value.rounded && { rounded: true }),
      }
    case 'held':
    case 'not-applicable':
      return { value: null, state: value.is, reason: { code: value.reason.code, args: value.reason.args } }
    default:
      return { value: value.text }
  }
}
