import { formatDay } from '../../base/day.ts'
import type { Language } from '../../base/language.ts'
import { formatClock, type Instant, localOf, readInstant, secondsOfDay } from '../../base/local-time.ts'
import type { Zone } from '../../base/work-calendar.ts'
import { type ClockSpan, type ClockState, clockStates, type Plan } from '../../plan/plan.ts'
import { spellWord } from '../../syntax/keywords.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { Value } from '../../targets/evaluate/value.ts'

/** One time limit of one row: how it stands, and until when it runs. */
export type Deadline = {
  readonly line: ResultLine
  /** Undefined where it is not known, and `line.value` says why. */
  readonly state: ClockState | undefined
  readonly due?: Instant
  /** When it was done, where it is. */
  readonly stopped?: Instant
  /** Who was told last. */
  readonly escalated?: string
}

/** What has a time limit and is not out of it, soonest first; what is not known, or stands still, comes last. */
export function deadlinesOf(plan: Plan, lines: readonly ResultLine[]): readonly Deadline[] {
  const states = stateWords(plan)
  const found = lines.flatMap((line): Deadline[] => {
    if (line.output.is !== 'deadline' || line.value.is === 'not-applicable') return []
    const of = (label: string): Value | undefined => line.also.find((one) => one.label === label)?.value
    const due = momentOf(of('due'))
    const stopped = momentOf(of('stopped'))
    const told = of('escalated')
    return [
      {
        line,
        state: line.value.is === 'enum' ? states.get(line.value.text) : undefined,
        ...(due !== undefined && { due }),
        ...(stopped !== undefined && { stopped }),
        ...(told && 'text' in told && { escalated: told.text }),
      },
    ]
  })
  return found
    .map((deadline, i) => ({ deadline, i }))
    .sort((a, b) => (a.deadline.due ?? Infinity) - (b.deadline.due ?? Infinity) || a.i - b.i)
    .map(({ deadline }) => deadline)
}

/** A state's word in the policy's own language is what a result holds. */
function stateWords({ policy }: Plan): ReadonlyMap<string, ClockState> {
  return new Map(clockStates.map((state) => [spellWord('clock', state, policy.language), state]))
}

function momentOf(value: Value | undefined): Instant | undefined {
  const found = value?.is === 'time' ? readInstant(undefined, value.text) : 'no-time'
  return typeof found === 'string' ? undefined : found.at
}

/** Still to be done, or not known to be done. */
export function isOpen({ state }: Deadline): boolean {
  return state !== 'met' && state !== 'late'
}

export function stateText({ line, state }: Deadline, language: Language): string {
  if (state !== undefined) return spellWord('clock', state, language)
  return 'text' in line.value ? line.value.text : ''
}

/** `2026-11-23 10:00`, in the policy's zone. */
export function momentText(zone: Zone | undefined, at: Instant | undefined): string {
  if (at === undefined || !zone) return ''
  const { day, seconds } = localOf(zone, at)
  return `${formatDay(day)} ${formatClock(seconds)}`
}

const units = {
  en: ['d', 'h', 'min', 's'],
  'zh-Hans': ['天', '小时', '分钟', '秒'],
  'zh-Hant': ['天', '小時', '分鐘', '秒'],
} as const satisfies { readonly [language in Language]: readonly string[] }

/** The two largest units of a length: `2 d 4 h`, `35 min`. */
export function lengthText(seconds: number, language: Language): string {
  const whole = Math.abs(seconds)
  const parts = [
    Math.floor(whole / secondsOfDay),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
    whole % 60,
  ]
  const first = parts.findIndex((part) => part > 0)
  if (first < 0) return `0${language === 'en' ? ' ' : ''}${units[language][2]}`
  return parts
    .slice(first, first + 2)
    .map((part, i) => ({ part, unit: units[language][first + i] ?? '' }))
    .filter(({ part }) => part > 0)
    .map(({ part, unit }) => (language === 'en' ? `${part} ${unit}` : `${part}${unit}`))
    .join(language === 'en' ? ' ' : '')
}

/** A length of a time limit, exactly: `12 h 30 min` of time, which has no days; `3 d` of what is counted in days. */
export function lengthOfLimit(amount: number, unit: ClockSpan['unit'], language: Language): string {
  const [day, hour, minute, second] = units[language]
  const isTime = unit === 'seconds' || unit === 'working-seconds'
  const parts = isTime
    ? [
        [Math.floor(amount / 3600), hour],
        [Math.floor(amount / 60) % 60, minute],
        [amount % 60, second],
      ]
    : [[amount, day]]
  const shown = parts.filter(([part]) => part !== 0)
  const told = shown.length > 0 ? shown : [isTime ? [0, minute] : [0, day]]
  return told.map(([part, name]) => `${part} ${name}`).join(' ')
}
