import type { Language } from '../../base/language.ts'
import { displayWidth, padStartToWidth, padToWidth } from '../../base/width.ts'
import { modeWords, ownModeWords, stepNotes, stepWords, words } from './explanation-words.ts'
import { unmarked } from './marks.ts'
import { printFormula } from './print-formula.ts'
import { brieflyShown, printShown } from './print-shown.ts'
import type { Formula, Shown, TraceStep, TraceTiers } from './trace.ts'

/** One step: its word, its own lines, and the amount after it on the first of them. */
type Block = { readonly word: string; readonly lines: readonly string[]; readonly amount: string }

/** Which row of the levels it was is seen from what stands in that row. */
export function stepsShown(all: readonly TraceStep[]): readonly TraceStep[] {
  return all.filter((step) => step.is !== 'levels' || step.label !== undefined)
}

/** What a step says of itself before its tiers, and below them, marked; the word and the amount after it. */
export function stepParts(
  step: TraceStep,
  language: Language,
): Block & { readonly below: readonly string[] } {
  return {
    word: stepWords[step.is]?.[language] ?? step.is,
    lines: linesAbove(step, language, 'marked'),
    below: linesBelow(step, language, 'marked'),
    amount: amountOf(step, language),
  }
}

/** Steps, numbered, each with the amount after it. */
export function printSteps(all: readonly TraceStep[], language: Language): string[] {
  const blocks = stepsShown(all).map((step) => blockOf(step, language))
  const wordWidth = Math.max(...blocks.map((b) => displayWidth(b.word)))
  const width = Math.min(60, Math.max(...blocks.map((b) => displayWidth(b.lines[0] ?? ''))))
  const amountWidth = Math.max(...blocks.map((b) => displayWidth(b.amount)))
  const digits = String(blocks.length).length
  return blocks.flatMap((block, index) => {
    const number = String(index + 1).padStart(digits)
    const head = `  ${number}  ${padToWidth(block.word, wordWidth)}  `
    const indent = ' '.repeat(displayWidth(head))
    const [first = '', ...rest] = block.lines
    return [
      `${head}${padToWidth(first, width)}  ${padStartToWidth(block.amount, amountWidth)}`,
      ...rest.map((line) => `${indent}${line}`),
    ]
  })
}

function blockOf(step: TraceStep, language: Language): Block {
  const word = stepWords[step.is]?.[language] ?? step.is
  const lines = linesAbove(step, language, 'numbers')
  if (step.tiers !== undefined) lines.push(...tierLines(step.tiers, language))
  for (const part of step.parts ?? [])
    lines.push(`${part.label}${words.colon[language]}${brieflyShown(part.value, language)}`)
  lines.push(...linesBelow(step, language, 'numbers'))
  return { word, lines: lines.length === 0 ? [''] : lines, amount: amountOf(step, language) }
}

type Numbers = 'numbers' | 'marked'

function linesAbove(step: TraceStep, language: Language, numbers: Numbers): string[] {
  const lines = [...(step.label === undefined ? [] : [step.label]), ...operandLines(step, language, numbers)]
  const note = stepNotes[step.is]?.[language]
  if (note !== undefined) lines.push(note)
  if (step.formula !== undefined) lines.push(...formulaLines(step.formula, language, numbers))
  return lines
}

/** Whether the step was taken at all. */
function linesBelow(step: TraceStep, language: Language, numbers: Numbers): string[] {
  const lines: string[] = []
  if (step.when !== undefined) {
    const [first = '', ...rest] = formulaLines(step.when, language, numbers)
    lines.push(`${words.when[language]}${first}`, ...rest)
  }
  if (step.applied === false) lines.push(`(${words.passedOver[language]})`)
  return lines
}

/** What the step works with. An indicator's is its weight; a test that stands there as the condition is not repeated. */
function operandLines(step: TraceStep, language: Language, numbers: Numbers): string[] {
  const { operand, person } = step
  if (person) return person.role === undefined ? [] : [person.role]
  if (operand === undefined || step.is === 'levels' || step.is === 'knock-out') return []
  if (step.is === 'indicator') return [`${words.weight[language]} ${brieflyShown(operand.value, language)}`]
  const lines = formulaLines(operand.formula, language, numbers)
  const value = brieflyShown(operand.value, language)
  const says = (line: string) => unmarked(line) === value || unmarked(line) === `= ${value}`
  if (operand.value.is === 'truth' || lines.some(says)) return lines
  const last = lines.length > 1 ? ` = ${value}` : ''
  return last === '' ? [...lines, `= ${value}`] : [...lines.slice(0, -1), `${lines[lines.length - 1]}${last}`]
}

/** A formula in names, and below it with the numbers put in, when that says more. */
export function formulaLines(formula: Formula, language: Language, numbers: Numbers): string[] {
  const names = printFormula(formula, 'names', language)
  const plain = printFormula(formula, 'numbers', language)
  if (names === plain) return [names]
  return [names, `= ${numbers === 'marked' ? printFormula(formula, 'marked', language) : plain}`]
}

function amountOf(step: TraceStep, language: Language): string {
  const { person } = step
  if (person) return person.label === undefined ? person.key : `${person.label} ${person.key}`
  if (step.is !== 'gate') return brieflyShown(step.result, language)
  if (step.result.is !== 'truth') return brieflyShown(step.result, language)
  return step.result.text === 'true' ? words.met[language] : words.notMet[language]
}

/** The row of a schedule for people. */
export type TierRow = {
  readonly reached: boolean
  readonly start: string
  readonly give: string
  readonly slice?: string
  readonly pays?: string
}

/** What a schedule pays of, by what, and how. */
export function tierHead(tiers: TraceTiers, language: Language, numbers: Numbers = 'numbers'): string {
  const measure = (shown: Shown, formula: Formula | undefined): string => {
    if (numbers !== 'marked' || formula === undefined) return brieflyShown(shown, language)
    const [first = '', ...rest] = formulaLines(formula, language, numbers)
    return [first, ...rest].join(' ')
  }
  const measures = [
    tiers.of && `${words.of[language]} ${measure(tiers.of, tiers.measures?.of)}`,
    `${words.by[language]} ${measure(tiers.by, tiers.measures?.by)}`,
    (tiers.of === undefined ? ownModeWords : modeWords)[tiers.mode][language],
  ]
  return measures.filter((text) => text !== undefined).join(words.comma[language])
}

export function tierRows(tiers: TraceTiers, language: Language): readonly TierRow[] {
  const unit = tiers.by.is === 'number' ? tiers.by.unit : tiers.unit
  return tiers.bands.map((band) => {
    const start =
      band.from === undefined
        ? words.below[language]
        : printShown({ is: 'number', text: band.from, unit }, language)
    const word =
      band.from === undefined || tiers.mode === 'linear'
        ? ''
        : `${band.over ? words.over[language] : words.from[language]} `
    return {
      reached: band.reached,
      start: `${word}${start}`,
      give: brieflyShown(band.give, language),
      ...(band.slice && { slice: brieflyShown(band.slice, language) }),
      ...(band.pays && { pays: brieflyShown(band.pays, language) }),
    }
  })
}

/** The schedule as a small table: the bands, the slice in each, and an arrow at the band reached. */
function tierLines(tiers: TraceTiers, language: Language): string[] {
  const rows = tierRows(tiers, language)
  const widest = (texts: readonly (string | undefined)[]): number =>
    Math.max(0, ...texts.map((t) => displayWidth(t ?? '')))
  const starts = widest(rows.map((r) => r.start))
  const gives = widest(rows.map((r) => r.give))
  const slices = widest(rows.map((r) => r.slice))
  const pays = widest(rows.map((r) => r.pays))
  return [
    tierHead(tiers, language),
    ...rows.map((r) => {
      const mark = r.reached ? '▸' : ' '
      const head = `${mark} ${padToWidth(r.start, starts)}  ${padStartToWidth(r.give, gives)}`
      if (r.slice === undefined) return head
      return `${head}  ×  ${padStartToWidth(r.slice, slices)}  =  ${padStartToWidth(r.pays ?? '', pays)}`
    }),
  ]
}
