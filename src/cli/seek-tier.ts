import { formatGrouped } from '../base/decimal.ts'
import { fillWords } from '../base/fill-words.ts'
import { nearest } from '../base/nearest.ts'
import { printable } from '../base/render-frame.ts'
import type { Output } from '../plan/plan.ts'
import {
  amountText,
  type NoTier,
  type Standing,
  seekTier,
  type TierAnswer,
} from '../review/seek/seek-tier.ts'
import { need } from '../targets/evaluate/engine.ts'
import { titleOf } from '../targets/evaluate/payouts.ts'
import { printShown } from '../targets/evaluate/print-shown.ts'
import { shownValue } from '../targets/evaluate/shown.ts'
import type { Arguments } from './command.ts'
import type { ExitCode, Io } from './io.ts'
import { nameOf } from './run-text.ts'
import type { Settled } from './settle.ts'
import { refuse, usageFinding } from './usage.ts'
import { seekWords } from './words-seek.ts'

/** `bylaw seek --subject R-17 --next-tier commission`: what must still come in for the next row of the tiers. */
export function seekNextTier(settled: Settled, args: Arguments, io: Io): ExitCode {
  const { plan, language, run, loaded, asked } = settled
  const clause = args.options.get('next-tier') ?? ''
  const person = args.options.get('subject') ?? ''
  const tiered = plan.outputs.filter(({ steps }) => steps.some(({ tiers }) => tiers !== undefined))
  const named = plan.outputs.find(({ id, title }) => id === clause || title === clause)
  const choices = tiered.map(({ id }) => id).join(', ')
  if (!named) {
    const near = nearest(
      clause,
      tiered.flatMap(({ id, title }) => [id, ...(title === undefined ? [] : [title])]),
    )
    return refuse(io, language, [usageFinding('BY912', { clause, choices: near ?? choices })])
  }
  const line = run.lines.find(
    ({ output, subject }) => output.id === named.id && (subject?.key === person || subject?.label === person),
  )
  if (!line?.subject) {
    const keys = [
      ...new Set(
        run.lines.flatMap(({ output, subject }) => (output.id === named.id && subject ? [subject.key] : [])),
      ),
    ]
    const offered = nearest(person, keys) ?? keys.slice(0, 5).join(' | ')
    return refuse(io, language, [usageFinding('BY911', { subject: person, choices: offered })])
  }
  const field = fieldOf(settled, args.options.get('field'))
  if (field === 'unknown')
    return refuse(io, language, [
      usageFinding('BY903', {
        option: '--field',
        value: args.options.get('field') ?? '',
        choices: 'Order.amount',
      }),
    ])
  const like = args.options.get('like')
  const { engine } = run.results
  const answer = seekTier(
    plan,
    loaded.rows,
    { span: run.span, opening: engine.opening, ...(engine.now !== undefined && { now: engine.now }) },
    {
      output: named,
      subjectRow: line.subject.row,
      ...(line.period && { period: line.period }),
      ...(field && { field }),
      ...(like !== undefined && { like }),
    },
    run.results,
  )
  if (answer.is === 'held')
    return refuse(io, language, [usageFinding('BY918', { subject: person, period: asked.key })])
  if (answer.is === 'no-tiers' || answer.is === 'no-field')
    return refuse(io, language, [
      usageFinding('BY978', { clause: named.id, choices: choices === '' ? '–' : choices }),
    ])
  if (answer.is === 'no-row') {
    const record = field?.relation ?? plan.relations[0]?.id ?? ''
    const rows = loaded.rows.get(record)
    const example = rows && rows.count > 0 ? rows.name(0) : 'O-1'
    return refuse(io, language, [
      usageFinding('BY979', { subject: person, record, period: asked.key, example }),
    ])
  }
  const who = nameOf(line.subject)
  io.out(
    args.options.get('format') === 'json'
      ? tierJson(settled, named, who, answer)
      : tierText(settled, named, who, answer),
  )
  return answer.is === 'unreachable' ? 1 : 0
}

type Told = Exclude<TierAnswer, NoTier>

function tierText(settled: Settled, output: Output, who: string, answer: Told): string {
  const { language, asked, plan } = settled
  const say = (key: keyof typeof seekWords, args: { readonly [name: string]: string } = {}) =>
    fillWords(seekWords[key], language, args)
  const row = (one: Standing) => String(one.band + 1)
  const shown = (value: Standing['measure']) => printShown(shownValue(value), language)
  const head = [
    `${printable(who)} · ${asked.key}`,
    say('standing', {
      clause: printable(titleOf(output)),
      measure: shown(answer.now.measure),
      row: row(answer.now),
      pays: shown(answer.now.pays),
    }),
  ]
  if (answer.is === 'highest') return [...head, say('highest'), ''].join('\n')
  const relation = need(settled.run.results.engine.model.relations, answer.field.relation)
  const names = {
    record: printable(relation.title ?? relation.id),
    like: printable(answer.like),
    field: printable(answer.field.field),
  }
  if (answer.is === 'unreachable') return [...head, say('unreachable', names), ''].join('\n')
  const amount = (n: bigint) => formatGrouped(n, answer.field.scale)
  const unit = plan.schedules.find(({ id }) => output.steps.some(({ tiers }) => tiers?.schedule === id))?.type
    .unit
  const proof = (one: Standing, n: bigint) =>
    `  ${say('proof', { amount: amount(n), measure: shown(one.measure), row: row(one), pays: shown(one.pays) })}`
  const start = thresholdText(answer.from, unit)
  return [
    ...head,
    say('reaches', {
      ...names,
      amount: amount(answer.amount),
      row: row(answer.at),
      side: say(answer.from.included ? 'from' : 'over'),
      from: start,
    }),
    proof(answer.at, answer.amount),
    proof(answer.before, answer.amount - 1n),
    '',
  ].join('\n')
}

/** `100%` of a ratio, else the number. */
function thresholdText(
  { at, scale }: { readonly at: bigint; readonly scale: number },
  unit: string | undefined,
): string {
  if (unit !== 'ratio' && unit !== 'percent') return formatGrouped(at, scale)
  const text = scale >= 2 ? formatGrouped(at, scale - 2) : formatGrouped(at * 10n ** BigInt(2 - scale), 0)
  return `${text.includes('.') ? text.replace(/\.?0+$/u, '') : text}%`
}

function tierJson(settled: Settled, output: Output, who: string, answer: Told): string {
  const { plan, asked } = settled
  const standing = (one: Standing) => ({
    row: one.band + 1,
    measure: shownValue(one.measure),
    pays: shownValue(one.pays),
  })
  const data = {
    version: 1,
    whatIf: true,
    policy: { id: plan.policy.id, title: plan.policy.title },
    clause: output.id,
    subject: who,
    period: asked.key,
    outcome: answer.is,
    now: standing(answer.now),
    ...(answer.is !== 'highest' && {
      record: answer.field.relation,
      field: answer.field.field,
      like: answer.like,
    }),
    ...(answer.is === 'reached' && {
      amount: amountText(answer.amount, answer.field.scale),
      at: standing(answer.at),
      aStepLess: { amount: amountText(answer.amount - 1n, answer.field.scale), ...standing(answer.before) },
    }),
  }
  return `${JSON.stringify(data, undefined, 2)}\n`
}

/** `Order.amount`; 'unknown' where the policy has no such number. */
function fieldOf(
  { plan }: Settled,
  text: string | undefined,
): { readonly relation: string; readonly field: string } | 'unknown' | undefined {
  if (text === undefined) return undefined
  const [record, name] = text.split('.')
  const relation = plan.relations.find(({ id, title }) => id === record || title === record)
  const field = relation?.fields.find(({ id, type }) => id === name && type.is === 'int')
  return relation && field ? { relation: relation.id, field: field.id } : 'unknown'
}
