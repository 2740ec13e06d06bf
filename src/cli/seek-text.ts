import { type Decimal, formatDecimal, formatGrouped, normalize } from '../base/decimal.ts'
import { fillWords } from '../base/fill-words.ts'
import { messageOf } from '../base/render.ts'
import { printable } from '../base/render-frame.ts'
import type { Paint } from '../base/render-paint.ts'
import type { Output } from '../plan/plan.ts'
import type { ParameterGrid } from '../review/seek/parameter-grid.ts'
import type { TotalAnswer } from '../review/seek/seek-total.ts'
import { titleOf } from '../targets/evaluate/payouts.ts'
import type { Settled } from './settle.ts'
import { seekWords } from './words-seek.ts'

/** A question for a total and its answer. */
export type Sought = {
  readonly settled: Settled
  readonly shown: string
  readonly grid: ParameterGrid
  readonly answer: TotalAnswer
  readonly target: Decimal
  readonly period: string
  readonly output?: Output
}

/** For people: the value, the proof that a step more is too much, and how far was looked. */
export function seekText(sought: Sought, paint: Paint): string {
  const { settled, shown, grid, answer, target, period, output } = sought
  const { language } = settled
  const say = (key: keyof typeof seekWords, args: { readonly [name: string]: string } = {}) =>
    fillWords(seekWords[key], language, args)
  const money = (total: bigint) => moneyText(total, answer.scale, settled.plan.policy.currency)
  const wanted = moneyText(target.digits, target.scale, settled.plan.policy.currency)
  const what = output ? printable(titleOf(output)) : say('all')
  const total = (step: bigint) => answer.totals.get(step) ?? 0n
  const answers = answer.crossings.flatMap(({ within, beyond }) => [
    `  ${paint('strong', say('answer', { name: printable(shown), value: grid.text(within), total: money(total(within)) }))}`,
    `    ${say('beyond', { value: grid.text(beyond), total: money(total(beyond)), target: wanted })}`,
  ])
  const plateaus = answer.exact
    .filter(({ from, until }) => until > from)
    .map(
      ({ from, until }) =>
        `  ${say('plateau', { from: grid.text(from), until: grid.text(until), total: wanted })}`,
    )
  const lone = answer.exact.filter(
    ({ from, until }) => from === until && !answer.crossings.some(({ within }) => within === from),
  )
  const points = lone.map(
    ({ from }) =>
      `  ${say('answer', { name: printable(shown), value: grid.text(from), total: money(total(from)) })}`,
  )
  const range = { from: grid.text(answer.low), until: grid.text(answer.high) }
  const nowhere =
    answers.length + plateaus.length + points.length > 0 ? [] : [unmet(sought, range, wanted, money)]
  const several =
    answer.crossings.length > 1 ? [say('several', { count: String(answer.crossings.length) })] : []
  const counts = { computed: String(answer.computed), steps: answer.steps.toLocaleString('en'), ...range }
  return [
    say('head', { name: printable(shown), what, period, total: wanted }),
    ...several,
    ...answers,
    ...plateaus,
    ...points,
    ...nowhere,
    ...(answer.now === undefined
      ? []
      : [`  ${say('now', { value: grid.text(grid.now), total: money(answer.now) })}`]),
    '',
    BigInt(answer.computed) >= answer.steps ? say('triedAll', counts) : say('tried', counts),
    ...(answer.refused
      ? [
          say('refused', {
            value: grid.text(answer.refused.step),
            why: messageOf(answer.refused.finding, language),
          }),
        ]
      : []),
    ...(answer.held > 0 ? [say('held', { count: String(answer.held) })] : []),
    '',
  ].join('\n')
}

function unmet(
  { settled: { language }, grid, answer }: Sought,
  range: { readonly from: string; readonly until: string },
  target: string,
  money: (total: bigint) => string,
): string {
  const { least, most } = answer
  const never = least !== undefined && least.total > answer.target
  const end = never ? least : most
  if (!end) return ''
  const args = { ...range, target, total: money(end.total), value: grid.text(end.step) }
  return fillWords(never ? seekWords.never : seekWords.always, language, args)
}

function moneyText(digits: bigint, scale: number, currency: string | undefined): string {
  const short = normalize({ digits, scale })
  const places = Math.max(short.scale, 2)
  const value = formatGrouped(short.digits * 10n ** BigInt(places - short.scale), places)
  return currency === undefined ? value : `${value} ${currency}`
}

/** All of it as data: amounts are decimal strings. */
export function seekJson({ settled, shown, grid, answer, target, period, output }: Sought): string {
  const text = (total: bigint | undefined) =>
    total === undefined ? null : exact({ digits: total, scale: answer.scale })
  const point = (step: bigint) => ({ value: grid.text(step), total: text(answer.totals.get(step)) })
  const data = {
    version: 1,
    whatIf: true,
    policy: { id: settled.plan.policy.id, title: settled.plan.policy.title },
    parameter: shown,
    period,
    clause: output?.id,
    total: exact(target),
    answers: answer.crossings.map(({ within, beyond }) => ({ ...point(within), next: point(beyond) })),
    exactly: answer.exact.map(({ from, until }) => ({ from: grid.text(from), until: grid.text(until) })),
    now: point(grid.now),
    least: answer.least && point(answer.least.step),
    most: answer.most && point(answer.most.step),
    from: grid.text(answer.low),
    to: grid.text(answer.high),
    computed: answer.computed,
    values: Number(answer.steps),
    held: answer.held,
  }
  return `${JSON.stringify(data, undefined, 2)}\n`
}

function exact(value: Decimal): string {
  const short = normalize(value)
  const scale = Math.max(2, short.scale)
  return formatDecimal(short.digits * 10n ** BigInt(scale - short.scale), scale)
}
