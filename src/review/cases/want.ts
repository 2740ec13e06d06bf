import { formatDay } from '../../base/day.ts'
import { normalize } from '../../base/decimal.ts'
import { isoInstant } from '../../base/local-time.ts'
import { periodAt } from '../../calendar/periods.ts'
import { readDate, readEnum, readPeriod, readTruth } from '../../data/cell-code.ts'
import { readNumber } from '../../data/cell-number.ts'
import { readTime } from '../../data/cell-time.ts'
import { clockStates, type IntType, type Plan, type Type } from '../../plan/plan.ts'
import { spellWord } from '../../syntax/keywords.ts'
import type { Want } from './case.ts'
import type { CaseText } from './fill.ts'
import type { CaseReading } from './notes.ts'
import { isWord, wantWords } from './words.ts'

const longestNumber = 200

/** Wider than any result, so that what is expected is read as it is written. */
const widest = { scale: 30, min: `-${'9'.repeat(50)}`, max: '9'.repeat(50) }

/** What a text asks of a value of a type: read by the rules of data, so `12%`, `1,500.00`, `是` mean what they do there. */
export function readWant(
  type: Type,
  name: string,
  written: CaseText,
  reading: CaseReading,
): Want | undefined {
  const { text, span } = written
  if (isWord(text, wantWords.held)) return { is: 'held' }
  if (isWord(text, wantWords.notApplicable)) return { is: 'not-applicable' }
  if (type.is === 'int') return numberWant(type, name, written, reading)
  const found = codeOf(reading.plan, type, name, text)
  if ('fault' in found) {
    reading.fault(found.fault, span)
    return undefined
  }
  return { is: 'text', text: found.text }
}

function numberWant(
  type: IntType,
  name: string,
  { text, span }: CaseText,
  reading: CaseReading,
): Want | undefined {
  const [first = '', margin] = splitMargin(text)
  const value = decimalOf(type, name, first)
  const within = margin === undefined ? undefined : decimalOf(type, name, margin)
  for (const one of [value, within])
    if (one && 'fault' in one) {
      reading.fault(one.fault, span)
      return undefined
    }
  if (!value || 'fault' in value) return undefined
  return {
    is: 'number',
    value,
    ...(type.currency !== undefined && { currency: type.currency }),
    ...(within && !('fault' in within) && { within }),
  }
}

/** `1500.00 within 0.01`, `1500.00 误差 0.01`, `1500.00 ± 0.01`. */
function splitMargin(text: string): readonly [string, string?] {
  // Longer than any number: what is no number is told as such, and not searched.
  if (text.length > longestNumber) return [text]
  const words = Object.values(wantWords.within).join('|')
  const m = new RegExp(`^(.*?)\\s*(?:±|${words})\\s*(.+)$`, 'u').exec(text.normalize('NFKC').trim())
  return m ? [m[1] ?? '', m[2] ?? ''] : [text]
}

function decimalOf(type: IntType, name: string, text: string) {
  const reading = readNumber({ name, type: { ...type, ...widest }, style: 'signed' }, text)
  return 'fault' in reading ? reading : normalize({ digits: reading.value, scale: widest.scale })
}

function codeOf(plan: Plan, type: Exclude<Type, IntType>, name: string, text: string) {
  switch (type.is) {
    case 'text':
    case 'ref':
      return { text }
    case 'date': {
      const day = readDate(name, text)
      return 'fault' in day ? day : { text: formatDay(day.value) }
    }
    case 'truth': {
      const truth = readTruth(text)
      return 'fault' in truth ? truth : { text: truth.value === 1 ? 'true' : 'false' }
    }
    case 'enum': {
      const value = readEnum(name, type.values, stateNamed(plan, type.values, text))
      return 'fault' in value ? value : { text: type.values[value.value] ?? '' }
    }
    case 'period': {
      const kind = plan.periods.find(({ id }) => id === type.kind)
      const start = readPeriod(kind, type.kind, text)
      if ('fault' in start) return start
      return { text: (kind && periodAt(kind, start.value)?.key) ?? formatDay(start.value) }
    }
    case 'time': {
      const time = readTime(plan.zone, name, text)
      if ('fault' in time) return time
      return { text: plan.zone ? isoInstant(plan.zone, time.value) : String(time.value) }
    }
  }
}

/** The state of a time limit may be said in any language; a result holds it in the policy's. */
function stateNamed({ policy }: Plan, values: readonly string[], text: string): string {
  if (values.includes(text)) return text
  const state = clockStates.find((one) =>
    (['en', 'zh-Hans', 'zh-Hant'] as const).some((language) => spellWord('clock', one, language) === text),
  )
  const word = state && spellWord('clock', state, policy.language)
  return word !== undefined && values.includes(word) ? word : text
}
