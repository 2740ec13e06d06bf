import type { Language } from '../../base/language.ts'
import { displayWidth, padStartToWidth, padToWidth } from '../../base/width.ts'
import { modeWords, ownModeWords, stepNotes, stepWords, words } from './explanation-words.ts'
import { printFormula } from './print-formula.ts'
import { brieflyShown, printShown } from './print-shown.ts'
import type { Formula, TraceStep, TraceTiers } from './trace.ts'

/** One step: its word, its own lines, and the amount after it on the first of them. */
type Block = { readonly word: string; readonly lines: readonly string[]; readonly amount: string }

/** Steps, numbered, each with the amount after it. */
export function printSteps(all: readonly TraceStep[], language: Language): string[] {
  // Which row of the levels it was is seen from what stands in that row.
  const shown = all.filter((step) => step.is !== 'levels' || step.label !== undefined)
  const blocks = shown.map((step) => blockOf(step, language))
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
  const lines = [...(step.label === undefined ? [] : [step.label]), ...operandLines(step, language)]
  const note = stepNotes[step.is]?.[language]
  if (note !== undefined) lines.push(note)
  if (step.formula !== undefined) lines.push(...formulaLines(step.formula, language))
  if (step.tiers !== undefined) lines.push(...tierLines(step.tiers, language))
  for (const part of step.parts ?? [])
    lines.push(`${part.label}${words.colon[language]}${brieflyShown(part.value, language)}`)
  if (step.when !== undefined) {
    const [first = '', ...rest] = formulaLines(step.when, language)
    lines.push(`${words.when[language]}${first}`, ...rest)
  }
  if (step.applied === false) lines.push(`(${words.passedOver[language]})`)
  return { word, lines: lines.length === 0 ? [''] : lines, amount: amountOf(step, language) }
}

/** What the step works with. An indicator's is its weight; a test that stands there as the condition is not repeated. */
function operandLines(step: TraceStep, language: Language): string[] {
  const { operand, person } = step
  if (person) return person.role === undefined ? [] : [person.role]
  if (operand === undefined || step.is === 'levels' || step.is === 'knock-out') return []
  if (step.is === 'indicator') return [`${words.weight[language]} ${brieflyShown(operand.value, language)}`]
  const lines = formulaLines(operand.formula, language)
  const value = brieflyShown(operand.value, language)
  if (operand.value.is === 'truth' || lines.some((line) => line === value || line === `= ${value}`))
    return lines
  const last = lines.length > 1 ? ` = ${value}` : ''
  return last === '' ? [...lines, `= ${value}`] : [...lines.slice(0, -1), `${lines[lines.length - 1]}${last}`]
}

/** A formula in names, and below it with the numbers put in, when that says more. */
function formulaLines(formula: Formula, language: Language): string[] {
  const names = printFormula(formula, 'names', language)
  const numbers = printFormula(formula, 'numbers', language)
  return names === numbers ? [names] : [names, `= ${numbers}`]
}

function amountOf(step: TraceStep, language: Language): string {
  const { person } = step
  if (person) return person.label === undefined ? person.key : `${person.label} ${person.key}`
  if (step.is !== 'gate') return brieflyShown(step.result, language)
  if (step.result.is !== 'truth') return brieflyShown(step.result, language)
  return step.result.text === 'true' ? words.met[language] : words.notMet[language]
}

/** The schedule as a small table: the bands, the slice in each, and an arrow at the band reached. */
function tierLines(tiers: TraceTiers, language: Language): string[] {
  const measures = [
    tiers.of && `${words.of[language]} ${brieflyShown(tiers.of, language)}`,
    `${words.by[language]} ${brieflyShown(tiers.by, language)}`,
    (tiers.of === undefined ? ownModeWords : modeWords)[tiers.mode][language],
  ]
  const unit = tiers.by.is === 'number' ? tiers.by.unit : tiers.unit
  const rows = tiers.bands.map((band) => {
    const start =
      band.from === undefined
        ? words.below[language]
        : printShown({ is: 'number', text: band.from, unit }, language)
    const word =
      band.from === undefined || tiers.mode === 'linear'
        ? ''
        : `${band.over ? words.over[language] : words.from[language]} `
    return {
      mark: band.reached ? '▸' : ' ',
      start: `${word}${start}`,
      give: brieflyShown(band.give, language),
      slice: band.slice && brieflyShown(band.slice, language),
      pays: band.pays && brieflyShown(band.pays, language),
    }
  })
  const widest = (texts: readonly (string | undefined)[]): number =>
    Math.max(0, ...texts.map((t) => displayWidth(t ?? '')))
  const starts = widest(rows.map((r) => r.start))
  const gives = widest(rows.map((r) => r.give))
  const slices = widest(rows.map((r) => r.slice))
  const pays = widest(rows.map((r) => r.pays))
  return [
    measures.filter((text) => text !== undefined).join(words.comma[language]),
    ...rows.map((r) => {
      const head = `${r.mark} ${padToWidth(r.start, starts)}  ${padStartToWidth(r.give, gives)}`
      if (r.slice === undefined) return head
      return `${head}  ×  ${padStartToWidth(r.slice, slices)}  =  ${padStartToWidth(r.pays ?? '', pays)}`
    }),
  ]
}
