import {
  exactDecimal,
  exactText,
  groupedText,
  isPaying,
  type Language,
  minusDecimal,
  type PayoutRow,
  type Payouts,
  payoutsOf,
  reasonText,
  type Sum,
  standingId,
  standingsOf,
  titleOf,
  why,
} from '../../../src/index.ts'
import type { Amount, People, PersonRow, Total } from './protocol.ts'
import type { Ran } from './session.ts'

/** Reasons shown for one person; the rest are in the statement. */
const mostReasons = 5

/** Everybody who is paid: one row a person and currency, with all periods of the run together. */
export function peopleOf(ran: Ran, base: Ran | undefined, language: Language): People {
  const now = payoutsIn(ran)
  const was = base === undefined ? undefined : base === ran ? now : payoutsIn(base)
  const before = new Map(was?.rows.map((row) => [idOf(row), row]))
  const reasons = reasonsIn(ran, language)
  const { measures, of } = standingsOf({ ...ran, period: ran.asked.key })
  const rows = now.rows.map((row) => {
    const same = before.get(idOf(row))
    before.delete(idOf(row))
    const id = standingId(row.record, row.key)
    return {
      ...personRow(row, same, was !== undefined, now, reasons.get(id) ?? []),
      ...(of.get(id) ?? { measured: [], flags: [] }),
    }
  })
  // Who was paid before and is not in the new run: all that he got is gone.
  const gone = [...before.values()].map((row) =>
    personRow({ ...row, clauses: new Map(), total: { held: 0, notApplicable: 0 } }, row, true, now, []),
  )
  const records = new Set(now.rows.map((row) => row.record))
  const [record] = records
  // Where several are paid, staff and dealers say, neither gives the column its name.
  const relation = records.size === 1 ? ran.plan.relations.find(({ id }) => id === record) : undefined
  const origins = new Map(ran.plan.origins.map((origin) => [origin.id, origin]))
  return {
    subject: relation?.title ?? relation?.id ?? '',
    clauses: now.outputs.map((output) => {
      const at = origins.get(output.origin)
      return {
        id: output.id,
        title: titleOf(output),
        listed: output.listed,
        ...(at && { span: { source: at.file, from: at.from, to: at.to } }),
      }
    }),
    measures,
    rows: [...rows, ...gone],
    totals: totalsOf(now, was),
  }
}

/** The base version's are the same at every keystroke. */
const known = new WeakMap<Ran, Payouts>()

function payoutsIn(ran: Ran): Payouts {
  const { plan, lines, asked } = ran
  const found = known.get(ran) ?? payoutsOf(plan.outputs, lines, plan.policy.currency, () => asked.key)
  known.set(ran, found)
  return found
}

function idOf({ record, key, currency }: PayoutRow): string {
  return JSON.stringify([record, key, currency])
}

function personRow(
  row: PayoutRow,
  was: PayoutRow | undefined,
  compared: boolean,
  { outputs }: Payouts,
  reasons: PersonRow['reasons'],
): PersonRow {
  const change = compared ? changeOf(row.total, was?.total) : undefined
  return {
    record: row.record ?? '',
    key: row.key,
    ...(row.label !== undefined && { label: row.label }),
    period: row.period,
    currency: row.currency ?? '',
    amounts: outputs.map(({ id }) => amountOf(row.clauses.get(id))),
    total: amountOf(row.total),
    ...(was?.total.amount && { before: exactText(was.total) }),
    ...(change !== undefined && { change }),
    reasons,
    measured: [],
    flags: [],
  }
}

const zero = { digits: 0n, scale: 0 }

/** What a change of pay comes to; none where either side has nothing that is decided but held. */
function changeOf(now: Sum, was: Sum | undefined): string | undefined {
  if ((!now.amount && now.held > 0) || (was && !was.amount && was.held > 0)) return undefined
  return exactDecimal(minusDecimal(now.amount ?? zero, was?.amount ?? zero))
}

function amountOf(sum: Sum | undefined): Amount {
  if (!sum) return { shown: '', held: 0 }
  const exact = sum.amount && exactText(sum)
  return {
    ...(exact !== undefined && { exact }),
    shown: sum.amount ? groupedText(sum.amount) : '',
    held: sum.held,
  }
}

function totalsOf(now: Payouts, was: Payouts | undefined): readonly Total[] {
  return now.totals.map(({ currency, total, people }) => {
    const before = was?.totals.find((one) => one.currency === currency)?.total
    const change = was && changeOf(total, before)
    return {
      currency: currency ?? '',
      total: amountOf(total),
      ...(before?.amount && { before: exactText(before) }),
      ...(change !== undefined && { change }),
      people,
      held: total.held,
    }
  })
}

/** Why what is held is held, for each person, each reason once. */
function reasonsIn({ lines, results }: Ran, language: Language): ReadonlyMap<string, PersonRow['reasons']> {
  const found = new Map<string, { code: string; text: string; clause: string }[]>()
  for (const line of lines) {
    if (line.value.is !== 'held' || !isPaying(line.output)) continue
    const id = standingId(line.subject?.record, line.subject?.key ?? '')
    const reasons = found.get(id) ?? []
    found.set(id, reasons)
    if (reasons.length >= mostReasons) continue
    const reason = why(results.engine, line.output.column, line.row)
    const one = { code: reason.code, text: reasonText(reason, language), clause: titleOf(line.output) }
    if (!reasons.some(({ text, clause }) => text === one.text && clause === one.clause)) reasons.push(one)
  }
  return found
}
