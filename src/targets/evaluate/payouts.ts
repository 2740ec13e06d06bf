import { type Decimal, formatDecimal, formatGrouped, power10 } from '../../base/decimal.ts'
import type { Output } from '../../plan/plan.ts'
import type { ResultLine } from './results.ts'

/** What several lines come to. A held line is never counted as 0: it stands beside the sum. */
export type Sum = {
  /** Undefined when no line was decided. */
  readonly amount?: Decimal
  readonly held: number
  readonly notApplicable: number
}

/** One person in one period and currency: what each clause comes to, and all that is paid. */
export type PayoutRow = {
  /** The record that the person is a row of; absent where nobody is known to be paid. */
  readonly record?: string
  readonly key: string
  readonly label?: string
  readonly period: string
  readonly currency?: string
  /** By the id of the output. */
  readonly clauses: ReadonlyMap<string, Sum>
  /** Of the outputs that are paid by themselves: a clause that a payout lists is paid through it. */
  readonly total: Sum
}

export type Payouts = {
  /** The outputs that pay, in the order of the policy: columns of a table. */
  readonly outputs: readonly Output[]
  readonly rows: readonly PayoutRow[]
  readonly totals: readonly { readonly currency?: string; readonly total: Sum; readonly people: number }[]
}

export const nothing: Sum = { held: 0, notApplicable: 0 }

function addDecimal(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { digits: a.digits + b.digits, scale: a.scale }
  const scale = Math.max(a.scale, b.scale)
  return { digits: a.digits * power10(scale - a.scale) + b.digits * power10(scale - b.scale), scale }
}

function addSum(a: Sum, b: Sum): Sum {
  const amount = a.amount && b.amount ? addDecimal(a.amount, b.amount) : (a.amount ?? b.amount)
  const held = a.held + b.held
  const notApplicable = a.notApplicable + b.notApplicable
  return amount ? { amount, held, notApplicable } : { held, notApplicable }
}

export function sumOf(line: ResultLine): Sum {
  const { value } = line
  switch (value.is) {
    case 'number':
      return { amount: { digits: value.digits, scale: value.scale }, held: 0, notApplicable: 0 }
    case 'held':
      return { held: 1, notApplicable: 0 }
    case 'not-applicable':
      return { held: 0, notApplicable: 1 }
    default:
      return nothing
  }
}

/** `1234.50`; empty when nothing was decided. */
export function exactText(sum: Sum): string {
  return sum.amount ? formatDecimal(sum.amount.digits, sum.amount.scale) : ''
}

/** `1,234.50`, for people. */
export function groupedText(amount: Decimal): string {
  return formatGrouped(amount.digits, amount.scale)
}

export function titleOf(output: Output): string {
  return output.title ?? output.id
}

/** Whether an output is money: scores and decisions are none. */
export function isPaying(output: Output): boolean {
  return output.is === 'pay' || output.is === 'payout'
}

type Building = {
  record?: string
  key: string
  label?: string
  period: string
  currency?: string
  clauses: Map<string, Sum>
  total: Sum
}

/** Gathers the lines by person, period and currency. `periodOf` names the period that a line is shown under. */
export function payoutsOf(
  outputs: readonly Output[],
  lines: readonly ResultLine[],
  policyCurrency: string | undefined,
  periodOf: (line: ResultLine) => string,
): Payouts {
  const paying = outputs.filter(isPaying)
  const building: Building[] = []
  /** Those of each record and key: a person has few. */
  const known = new Map<string | undefined, Map<string, Building[]>>()
  for (const line of lines) {
    if (!isPaying(line.output)) continue
    const currency = line.currency ?? policyCurrency
    const period = periodOf(line)
    const key = line.subject?.key ?? ''
    const record = line.subject?.record
    const keys = known.get(record) ?? new Map<string, Building[]>()
    known.set(record, keys)
    const own = keys.get(key) ?? []
    keys.set(key, own)
    let row = own.find((one) => one.period === period && one.currency === currency)
    if (!row) {
      const label = line.subject?.label
      row = {
        ...(record !== undefined && { record }),
        key,
        ...(label !== undefined && { label }),
        period,
        ...(currency !== undefined && { currency }),
        clauses: new Map(),
        total: nothing,
      }
      own.push(row)
      building.push(row)
    }
    const sum = sumOf(line)
    row.clauses.set(line.output.id, addSum(row.clauses.get(line.output.id) ?? nothing, sum))
    if (!line.output.listed) row.total = addSum(row.total, sum)
  }
  const rows = building.sort(
    (a, b) =>
      compare(a.key, b.key) || compare(a.period, b.period) || compare(a.currency ?? '', b.currency ?? ''),
  )
  return { outputs: paying, rows, totals: totalsOf(rows) }
}

function totalsOf(rows: readonly PayoutRow[]): Payouts['totals'] {
  const totals = new Map<string, { currency?: string; total: Sum; people: Set<string> }>()
  for (const row of rows) {
    const id = row.currency ?? ''
    const so = totals.get(id) ?? {
      ...(row.currency !== undefined && { currency: row.currency }),
      total: nothing,
      people: new Set<string>(),
    }
    so.total = addSum(so.total, row.total)
    if (row.total.amount) so.people.add(row.key)
    totals.set(id, so)
  }
  return [...totals.values()].map(({ people, ...rest }) => ({ ...rest, people: people.size }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
