import { power10 } from '../base/decimal.ts'
import { fillWords } from '../base/fill-words.ts'
import type { Language } from '../base/language.ts'
import type { Paint } from '../base/render-paint.ts'
import type { Output } from '../plan/plan.ts'
import {
  groupedText,
  isPaying,
  nothing,
  type PayoutRow,
  type Payouts,
  type Sum,
  titleOf,
} from '../targets/evaluate/payouts.ts'
import type { Settled } from './settle.ts'
import { type TableColumn, textTable, widthOfColumn } from './text-table.ts'
import { words } from './words.ts'

/**
 * Who gets what, one line a person and period. Of a finer period than was asked for only what is paid is a line. Where a
 * terminal is narrower than the table, clauses that paid nobody are left out, then those that a payout has taken in, then
 * others, the smallest first; the total stays, and a line says how many are left out. The files have all of them.
 */
export function payoutTable(
  settled: Settled,
  payouts: Payouts,
  paint: Paint,
  width: number | undefined,
): string {
  const { language } = settled
  const decided = payouts.rows.filter((row) => row.total.amount || row.total.held > 0)
  const shown = decided.filter((row) => row.period === settled.asked.key || paysAnything(row))
  const all = columnsOf(settled, shown, payouts.outputs)
  const kept = width === undefined ? all : fitted(all, shown, width)
  const left = all.length - kept.length
  const rest =
    left === 0 ? '' : `${paint('dim', fillWords(words.moreColumns, language, { count: String(left) }))}\n`
  const rows = shown.map((_, i) => kept.map((column) => column.cells[i] ?? ''))
  return `${textTable(kept, rows, paint)}${rest}`
}

/** A column with all its cells; of a clause's column, which clause. */
type Column = TableColumn & { readonly cells: readonly string[]; readonly output?: Output }

function columnsOf(
  settled: Settled,
  shown: readonly PayoutRow[],
  paying: readonly Output[],
): readonly Column[] {
  const { language } = settled
  const alone = paying.filter((output) => !output.listed)
  // One payout that pays everything is the total itself: shown once.
  const only = alone.length === 1 ? alone[0] : undefined
  const outputs = paying.filter((output) => output !== only)
  const several = (of: (row: PayoutRow) => string | undefined) => new Set(shown.map(of)).size > 1
  const texts = (heading: string, of: (row: PayoutRow) => string): Column => ({
    heading,
    numeric: false,
    cells: shown.map(of),
  })
  const amounts = (heading: string, of: (row: PayoutRow) => Sum): Column => ({
    heading,
    numeric: true,
    cells: shown.map((row) => sumText(of(row), language)),
  })
  return [
    texts(subjectTitle(settled), (row) => (row.key === '' ? '–' : row.key)),
    ...(shown.some((row) => row.label !== undefined)
      ? [texts(words.name[language], (row) => row.label ?? '')]
      : []),
    ...(several((row) => row.period) ? [texts(words.period[language], (row) => row.period)] : []),
    ...outputs.map((output) => ({ ...amounts(titleOf(output), (row) => sumIn(row, output)), output })),
    amounts(only ? titleOf(only) : words.total[language], (row) => row.total),
    ...(several((row) => row.currency) ? [texts('', (row) => row.currency ?? '')] : []),
  ]
}

/** The columns that a terminal has room for. */
function fitted(all: readonly Column[], shown: readonly PayoutRow[], width: number): readonly Column[] {
  const paid = new Map(all.map((column) => [column, column.output ? paidBy(shown, column.output) : 0n]))
  const givesWay = all
    .filter((column) => column.output)
    .sort((a, b) => Number(b.output?.listed) - Number(a.output?.listed) || compare(paid.get(a), paid.get(b)))
  const empty = givesWay.filter(
    ({ output }) => output && !shown.some((row) => isSomething(sumIn(row, output))),
  )
  const gone = new Set<Column>()
  let taken = all.reduce((sum, column) => sum + widthOfColumn(column, column.cells) + 2, -2)
  const leave = (column: Column) => {
    if (taken <= width || gone.has(column)) return
    gone.add(column)
    taken -= widthOfColumn(column, column.cells) + 2
  }
  if (taken > width) for (const column of empty) leave(column)
  for (const column of givesWay) leave(column)
  return all.filter((column) => !gone.has(column))
}

function sumIn(row: PayoutRow, output: Output): Sum {
  return row.clauses.get(output.id) ?? nothing
}

function isSomething({ amount, held }: Sum): boolean {
  return held > 0 || (amount !== undefined && amount.digits !== 0n)
}

function paysAnything(row: PayoutRow): boolean {
  return isSomething(row.total) || [...row.clauses.values()].some(isSomething)
}

/** What a clause pays and takes, in whole units: only the order in which columns give way is chosen by it. */
function paidBy(rows: readonly PayoutRow[], output: Output): bigint {
  return rows.reduce((total, row) => {
    const { amount } = sumIn(row, output)
    const units = amount ? amount.digits / power10(amount.scale) : 0n
    return total + (units < 0n ? -units : units)
  }, 0n)
}

function compare(a = 0n, b = 0n): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What the record of the people is called: of the first clause that has one. */
function subjectTitle({ plan, run }: Settled): string {
  const record = run.lines.find((line) => isPaying(line.output) && line.subject)?.subject?.record
  const relation = plan.relations.find((one) => one.id === record)
  return relation?.title ?? relation?.id ?? ''
}

/** A held part stays visible beside the sum of the others: it is no 0. */
function sumText(sum: Sum, language: Language): string {
  const held =
    sum.held === 0 ? '' : sum.held === 1 ? words.held[language] : `${words.held[language]} ${sum.held}`
  if (!sum.amount) return held === '' ? '–' : held
  return held === '' ? groupedText(sum.amount) : `${groupedText(sum.amount)} + ${held}`
}
