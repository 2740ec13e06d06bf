import { type Decimal, formatDecimal, power10 } from '../base/decimal.ts'
import { fillWords } from '../base/fill-words.ts'
import type { Language } from '../base/language.ts'
import { printable } from '../base/render-frame.ts'
import { colon, moreText } from '../base/render-words.ts'
import { plainCell, textCell, writeCsv } from '../data/write-csv.ts'
import type { Changed } from '../review/what-if/overlay.ts'
import {
  exactText,
  groupedText,
  nothing,
  type Payouts,
  type Sum,
  titleOf,
} from '../targets/evaluate/payouts.ts'
import type { Io } from './io.ts'
import type { Settled } from './settle.ts'
import { textTable } from './text-table.ts'
import { words } from './words.ts'
import { changedText, whatIfWords } from './words-what-if.ts'

/** One of the runs that stand side by side: the policy as it is written has no changes. */
export type SideRun = {
  readonly name: string
  readonly changed: readonly Changed[]
  readonly payouts: Payouts
}

/** A line of the comparison: what each run comes to, in the order of the runs. */
type Line = {
  readonly is: 'total' | 'clause' | 'person'
  readonly key: string
  readonly label?: string
  readonly period?: string
  readonly currency?: string
  readonly sums: readonly Sum[]
}

const most = 20

/** The total, each clause and each person, as each run pays them. People come with those whose pay changes most first. */
function linesOf(runs: readonly SideRun[]): readonly Line[] {
  const found = new Map<string, Line>()
  const add = (line: Omit<Line, 'sums'>, run: number, sum: Sum) => {
    const id = JSON.stringify([line.is, line.key, line.period, line.currency])
    const so = found.get(id) ?? { ...line, sums: runs.map(() => nothing) }
    const sums = so.sums.map((one, i) => (i === run ? added(one, sum) : one))
    found.set(id, { ...so, sums })
  }
  for (const [r, { payouts }] of runs.entries()) {
    for (const { currency, total } of payouts.totals)
      add({ is: 'total', key: '', ...(currency !== undefined && { currency }) }, r, total)
    for (const row of payouts.rows) {
      const { currency, label, period } = row
      const own = { ...(currency !== undefined && { currency }) }
      for (const output of payouts.outputs) {
        const sum = row.clauses.get(output.id)
        if (sum) add({ is: 'clause', key: output.id, label: titleOf(output), ...own }, r, sum)
      }
      add({ is: 'person', key: row.key, ...(label !== undefined && { label }), period, ...own }, r, row.total)
    }
  }
  const order = { total: 0, clause: 1, person: 2 }
  const all = [...found.values()]
  return all
    .map((line, i) => ({ line, i, size: largest(line) }))
    .sort(
      (a, b) =>
        order[a.line.is] - order[b.line.is] ||
        (a.line.is === 'person' ? compare(b.size, a.size) : 0) ||
        a.i - b.i,
    )
    .map(({ line }) => line)
}

function added(a: Sum, b: Sum): Sum {
  const amount = a.amount && b.amount ? plus(a.amount, b.amount) : (a.amount ?? b.amount)
  return {
    ...(amount && { amount }),
    held: a.held + b.held,
    notApplicable: a.notApplicable + b.notApplicable,
  }
}

function plus(a: Decimal, b: Decimal, sign = 1n): Decimal {
  const scale = Math.max(a.scale, b.scale)
  const at = (one: Decimal) => one.digits * power10(scale - one.scale)
  return { digits: at(a) + sign * at(b), scale }
}

/** What a run pays less what the policy as it is written pays; undefined where either is not decided. */
function change(line: Line, run: number): Decimal | undefined {
  const [base] = line.sums
  const other = line.sums[run]
  if (!base?.amount || !other?.amount) return undefined
  return plus(other.amount, base.amount, -1n)
}

/** The largest change of a line, at a common scale. */
function largest(line: Line): bigint {
  return line.sums.reduce((most, _, r) => {
    const by = change(line, r)
    const size = by ? (by.digits < 0n ? -by.digits : by.digits) * power10(12 - Math.min(12, by.scale)) : 0n
    return size > most ? size : most
  }, 0n)
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isChanged(line: Line): boolean {
  const [base] = line.sums
  return line.sums.some((sum) => exactText(sum) !== exactText(base ?? nothing) || sum.held !== base?.held)
}

/** For people: what each scenario is, then the total, the clauses, and those whose pay changes. */
export function scenarioText(settled: Settled, runs: readonly SideRun[], io: Io): string {
  const { language, plan, asked } = settled
  const paint = io.paintOut
  const lines = linesOf(runs)
  const people = lines.filter((line) => line.is === 'person' && isChanged(line))
  const heads = runs.map(({ name, changed }) => {
    const what = changed.length === 0 ? whatIfWords.asWritten[language] : changedText(changed, language)
    return `  ${printable(`${name}${colon(language)}${what}`)}`
  })
  const several = new Set(lines.map(({ currency }) => currency)).size > 1
  const totals = table(
    settled,
    runs,
    lines.filter(({ is }) => is !== 'person'),
    several,
    io,
  )
  const shown = people.slice(0, most)
  const rest = people.length > most ? `  ${moreText(people.length - most, language)}\n` : ''
  const counted = (r: number, sign: bigint) =>
    String(people.filter((line) => (change(line, r)?.digits ?? 0n) * sign > 0n).length)
  const gains = runs.flatMap(({ name }, r) => {
    const counts = { name: printable(name), more: counted(r, 1n), less: counted(r, -1n) }
    return r === 0 ? [] : [`  ${fillWords(whatIfWords.gains, language, counts)}\n`]
  })
  const counts = { count: String(people.length) }
  const told =
    people.length === 0
      ? `${whatIfWords.noChange[language]}\n`
      : `${fillWords(whatIfWords.peopleChange, language, counts)}\n${gains.join('')}\n${table(settled, runs, shown, several, io)}${rest}`
  return [
    `${paint('strong', printable(plan.policy.title ?? plan.policy.id))} · ${asked.key}`,
    `${paint('warning', whatIfWords.whatIf[language])}${colon(language)}${whatIfWords.notReal[language]}`,
    ...heads,
    '',
    totals,
    told,
  ].join('\n')
}

function table(
  { language }: Settled,
  runs: readonly SideRun[],
  lines: readonly Line[],
  several: boolean,
  io: Io,
): string {
  const people = lines.some(({ is }) => is === 'person')
  const columns = [
    { heading: whatIfWords[people ? 'person' : 'clause'][language], numeric: false },
    ...(several ? [{ heading: '', numeric: false }] : []),
    ...runs.flatMap(({ name }, r) => [
      { heading: name, numeric: true },
      ...(r === 0 ? [] : [{ heading: '±', numeric: true }]),
    ]),
  ]
  const rows = lines.map((line) => [
    line.is === 'total' ? words.total[language] : nameOf(line, language),
    ...(several ? [line.currency ?? ''] : []),
    ...runs.flatMap((_, r) => [
      sumText(line.sums[r] ?? nothing, language),
      ...(r === 0 ? [] : [signed(change(line, r))]),
    ]),
  ])
  return textTable(columns, rows, io.paintOut)
}

function nameOf(line: Line, language: Language): string {
  if (line.is === 'clause') return line.label ?? line.key
  const name = line.label === undefined ? line.key : `${line.label} (${line.key})`
  return name === '' ? `(${words.name[language]} –)` : name
}

function sumText(sum: Sum, language: Language): string {
  const held = sum.held === 0 ? '' : `${words.held[language]} ${sum.held}`
  if (!sum.amount) return held === '' ? '–' : held
  return held === '' ? groupedText(sum.amount) : `${groupedText(sum.amount)} + ${held}`
}

function signed(by: Decimal | undefined): string {
  if (!by) return '–'
  return by.digits > 0n ? `+${groupedText(by)}` : groupedText(by)
}

/** One row for the total, each clause and each person, with a column for each run and each difference. */
export function scenarioCsv(runs: readonly SideRun[], language: Language): string {
  const lines = linesOf(runs)
  return writeCsv(
    [
      ...['of', 'key', 'name', 'period', 'currency'],
      ...runs.flatMap(({ name, changed }, r) => {
        const head = changed.length === 0 ? name : `${name} (${changedText(changed, language)})`
        return r === 0 ? [head] : [head, `${name} ±`]
      }),
    ],
    lines.map((line) => [
      textCell(line.is),
      textCell(line.key),
      textCell(line.label ?? ''),
      textCell(line.period ?? ''),
      textCell(line.currency ?? ''),
      ...runs.flatMap((_, r) => {
        const by = change(line, r)
        const difference = plainCell(by ? formatDecimal(by.digits, by.scale) : '')
        const sum = plainCell(exactText(line.sums[r] ?? nothing))
        return r === 0 ? [sum] : [sum, difference]
      }),
    ]),
    { mark: false, lineEnd: '\n' },
  )
}

/** All of it as data: amounts are decimal strings, null where nothing was decided. */
export function scenarioJson({ plan, asked }: Settled, runs: readonly SideRun[]): string {
  const line = ({ sums, ...rest }: Line) => ({
    ...rest,
    amounts: sums.map((sum, r) => {
      const by = change({ ...rest, sums }, r)
      return {
        scenario: runs[r]?.name,
        amount: sum.amount ? exactText(sum) : null,
        held: sum.held,
        ...(r > 0 && { difference: by ? formatDecimal(by.digits, by.scale) : null }),
      }
    }),
  })
  const data = {
    version: 1,
    whatIf: runs.map(({ name, changed }) => ({ scenario: name, changes: changed })),
    policy: { id: plan.policy.id, title: plan.policy.title },
    period: asked.key,
    lines: linesOf(runs).map(line),
  }
  return `${JSON.stringify(data, undefined, 2)}\n`
}
