import { formatDay } from '../../base/day.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import type { Span } from '../../base/span.ts'
import type { Origin, Plan } from '../../plan/plan.ts'
import type { Program } from '../../syntax/ast.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { explainLine } from '../../targets/evaluate/explain.ts'
import { clauseWords } from '../../targets/evaluate/explanation-words.ts'
import {
  exactText,
  groupedText,
  isPaying,
  type Payouts,
  payoutsOf,
  type Sum,
  sumOf,
  titleOf,
} from '../../targets/evaluate/payouts.ts'
import { printShown } from '../../targets/evaluate/print-shown.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import { shownValue } from '../../targets/evaluate/shown.ts'
import type { Explanation } from '../../targets/evaluate/trace.ts'
import { why } from '../../targets/evaluate/why.ts'
import { exact, minus, zero } from '../impact/amount.ts'
import { explanationView } from './explanation-view.ts'
import { mainResult, readableName, readableValue } from './readable.ts'
import { reasonView } from './reason-view.ts'
import type { AmountView, ExplanationView, Statement, StatementLine } from './view.ts'
import { nextTier, whyNot } from './why-not.ts'

/** A run that statements are made of: its plan, its results, and the lines of the days that were asked for. */
export type StatedRun = {
  readonly plan: Plan
  readonly results: Results
  readonly lines: readonly ResultLine[]
  readonly period: string
  /** The texts as they were read, so that a clause is shown with all of its lines. */
  readonly program?: Program
}

export type Whose = { readonly record: string; readonly key: string }

/** Lines of one person that are explained at once; the others are when they are asked for. */
const mostExplained = 60
const mostLines = 2000
/** Rows told one by one below a number. */
export const mostRows = 500

/**
 * What one person is paid and how it came about: the totals, then each line with its steps and the values that they stand
 * on; beside it, where it differs, what the base version says. Undefined where neither run knows the person.
 */
export function statementOf(
  run: StatedRun,
  base: StatedRun | undefined,
  whose: Whose,
  language: Language,
): Statement | undefined {
  const own = linesOf(run, whose)
  const old = new Map((base ? linesOf(base, whose) : []).map((line) => [idOf(line), line]))
  const subject = own[0]?.subject ?? [...old.values()][0]?.subject
  if (!subject) return undefined
  const shown = totalFirst(own.filter(({ value }) => value.is !== 'not-applicable'))
  const not = own.filter(({ value }) => value.is === 'not-applicable')
  const lines = [...shown, ...not].slice(0, mostLines).map((line, at) => {
    const before = old.get(idOf(line))
    old.delete(idOf(line))
    const explained = at < mostExplained && isTold(line)
    return lineView(run, line, base && { run: base, line: before }, language, explained)
  })
  const gone = base ? [...old.values()].filter(({ value }) => value.is !== 'not-applicable') : []
  return {
    record: subject.record,
    key: subject.key,
    ...(subject.label !== undefined && { label: subject.label }),
    policy: run.plan.policy.title ?? run.plan.policy.id,
    period: run.period,
    totals: totalsOf(run, own, base, base ? linesOf(base, whose) : []),
    lines: [...lines, ...(base ? gone.map((line) => goneView(base, line, language)) : [])],
    more: Math.max(0, own.length - mostLines),
  }
}

/** One line of a statement with its steps: of those that are explained only when somebody asks. */
export function statementLine(
  run: StatedRun,
  base: StatedRun | undefined,
  whose: Whose,
  id: string,
  language: Language,
): StatementLine | undefined {
  const line = linesOf(run, whose).find((one) => idOf(one) === id)
  const before = base && linesOf(base, whose).find((one) => idOf(one) === id)
  return line && lineView(run, line, base && { run: base, line: before }, language, true)
}

/** Money and scores are explained at once: the statement is about them. */
function isTold({ output, value }: ResultLine): boolean {
  return (
    value.is !== 'not-applicable' && (output.is === 'pay' || output.is === 'payout' || output.is === 'score')
  )
}

function linesOf({ lines }: StatedRun, { record, key }: Whose): readonly ResultLine[] {
  return lines.filter(({ subject }) => subject?.key === key && subject.record === record)
}

/** The same line in both versions: of the same clause, row and time. */
function idOf({ output, item, period, posting }: ResultLine): string {
  return JSON.stringify([output.id, item?.key, period?.kind, period?.key, item ? undefined : posting])
}

const places: { readonly [is in StatementLine['is']]: number } = {
  payout: 0,
  pay: 1,
  score: 2,
  decision: 3,
  deadline: 4,
}

function totalFirst(lines: readonly ResultLine[]): readonly ResultLine[] {
  return lines.toSorted((a, b) => places[a.output.is] - places[b.output.is])
}

type Before = { readonly run: StatedRun; readonly line: ResultLine | undefined }

function lineView(
  run: StatedRun,
  line: ResultLine,
  before: Before | undefined,
  language: Language,
  explained: boolean,
): StatementLine {
  const { engine } = run.results
  const traced = explained ? traceOf(run, line) : undefined
  const explanation = traced && explanationView(engine, traced, language)
  const next = nextTier(engine, line, traced?.steps.find(({ tiers }) => tiers)?.tiers, language)
  return {
    ...bareView(run, line, language),
    ...(explanation && { explanation }),
    whyNot: whyNot(engine, line, explanation?.steps ?? [], language),
    ...(next && { nextTier: next }),
    ...beforeOf(line, explanation, before, language),
  }
}

function bareView(run: StatedRun, line: ResultLine, language: Language): StatementLine {
  const { output, value, item, period, posting } = line
  const { engine } = run.results
  const origin = run.plan.origins.find(({ id }) => id === output.origin)
  const undecided = value.is === 'held' || value.is === 'not-applicable'
  return {
    id: idOf(line),
    clause: output.id,
    title: titleOf(output),
    kind: clauseWords[output.label]?.[language] ?? output.label,
    is: output.is,
    listed: output.listed,
    ...(item && { item: item.key }),
    ...(period && { period: period.key }),
    ...(posting !== undefined && { posting: formatDay(posting) }),
    amount: amountView(sumOf(line), line.currency ?? run.plan.policy.currency),
    text: undecided ? '' : readableValue(output, mainResult(output), value, language),
    state: undecided ? value.is : value.is === 'number' && value.digits === 0n ? 'nothing' : 'decided',
    ...(undecided && { reason: reasonView(why(engine, output.column, line.row), language) }),
    also: line.also.map((one) => ({
      label: readableName(output, one.label, language),
      text: readableValue(output, one.label, one.value, language),
    })),
    whyNot: [],
    place: { file: origin?.file ?? '', line: origin?.line ?? 0 },
    ...(origin && { span: clauseSpan(run, origin) }),
  }
}

/** The whole of a clause, where the texts are known; else what the plan says of it, which is its name. */
export function clauseSpan({ program }: StatedRun, { file, from, to }: Origin): Span {
  const declarations = program?.files.find(({ source }) => source === file)?.declarations ?? []
  const own = declarations.find(({ span }) => span.from <= from && to <= span.to)
  return own ? own.span : { source: file, from, to }
}

/** A line that the new version no longer has. */
function goneView(base: StatedRun, line: ResultLine, language: Language): StatementLine {
  const view = bareView(base, line, language)
  const { span: _, ...rest } = view
  return {
    ...rest,
    amount: { shown: '', held: 0 },
    text: '',
    state: 'nothing',
    before: {
      text: view.text || (view.reason?.text ?? ''),
      ...changeOf(zero, sumOf(line)),
      explanation: explanationOf(base, line, language),
    },
  }
}

/** How one line came about. */
function explanationOf(run: StatedRun, line: ResultLine, language: Language): ExplanationView {
  return explanationView(run.results.engine, traceOf(run, line), language)
}

function traceOf({ results }: StatedRun, line: ResultLine): Explanation {
  return explainLine(results, line, { rows: mostRows, refs: true })
}

/** What the base version says of the line, where that is another amount or another way to it. */
function beforeOf(
  line: ResultLine,
  now: ExplanationView | undefined,
  before: Before | undefined,
  language: Language,
): Pick<StatementLine, 'before'> {
  if (!before) return {}
  const was = before.line
  const text = was ? textOf(was, before, language) : '–'
  const same = was !== undefined && sameValue(was, line)
  const explanation = was && now ? explanationOf(before.run, was, language) : undefined
  if (same && (!now || !explanation || stepsText(now) === stepsText(explanation))) return {}
  return {
    before: {
      text,
      ...changeOf(sumOf(line).amount, was && sumOf(was)),
      ...(explanation && { explanation }),
    },
  }
}

function textOf(line: ResultLine, { run }: Before, language: Language): string {
  const { value } = line
  if (value.is !== 'held' && value.is !== 'not-applicable') return printShown(shownValue(value), language)
  return reasonView(why(run.results.engine, line.output.column, line.row), language).text
}

function sameValue({ value: a }: ResultLine, { value: b }: ResultLine): boolean {
  if (a.is === 'number' && b.is === 'number') return minus(a, b).digits === 0n
  if ('text' in a && 'text' in b) return a.text === b.text
  return a.is === b.is
}

function changeOf(now: Decimal | undefined, was: Sum | undefined): { readonly change?: string } {
  if (!now || (was && !was.amount && was.held > 0)) return {}
  return { change: exact(minus(now, was?.amount ?? zero)) }
}

/** The way to an amount as text: what differs in it differs to the reader. */
function stepsText({ steps }: ExplanationView): string {
  return JSON.stringify(
    steps.map(({ word, lines, tiers, parts, amount }) => [
      word,
      lines.map((line) => line.map(({ text }) => text)),
      tiers && [tiers.head.map(({ text }) => text), tiers.rows],
      parts.map(({ label, amount: part }) => [label, part]),
      amount,
    ]),
  )
}

function totalsOf(
  run: StatedRun,
  own: readonly ResultLine[],
  base: StatedRun | undefined,
  old: readonly ResultLine[],
): Statement['totals'] {
  const now = payouts(run, own)
  const was = base && payouts(base, old)
  const currencies = new Set([...now.rows, ...(was?.rows ?? [])].map(({ currency }) => currency))
  return [...currencies].map((currency) => {
    const total = now.rows.find((row) => row.currency === currency)?.total ?? { held: 0, notApplicable: 0 }
    const before = was?.rows.find((row) => row.currency === currency)?.total
    const nothingDecided = !total.amount && total.held > 0
    return {
      currency: currency ?? '',
      total: amountView(total, currency),
      ...(before?.amount && { before: exactText(before) }),
      ...(was && !nothingDecided && changeOf(total.amount ?? zero, before)),
    }
  })
}

function payouts(run: StatedRun, lines: readonly ResultLine[]): Payouts {
  return payoutsOf(
    run.plan.outputs,
    lines.filter(({ output }) => isPaying(output)),
    run.plan.policy.currency,
    () => run.period,
  )
}

function amountView(sum: Sum, currency: string | undefined): AmountView {
  return {
    ...(sum.amount && { exact: exactText(sum) }),
    shown: sum.amount ? groupedText(sum.amount) : '',
    ...(currency !== undefined && { currency }),
    held: sum.held,
  }
}
