import { formatGrouped, normalize } from '../../base/decimal.ts'
import { fillWords } from '../../base/fill-words.ts'
import type { Language } from '../../base/language.ts'
import { moreText } from '../../base/render-words.ts'
import { displayWidth, padToWidth } from '../../base/width.ts'
import type { Difference } from './case-run.ts'
import type { GoldenDifference } from './golden.ts'
import { caseWords } from './report-words.ts'

type GoldenOff = Difference & { readonly is: 'golden' }

/** A quarter has thousands of lines: those that are most off say what happened. */
const most = 20

/** That the results of a run are not the golden ones, in one line each. */
export function goldenTexts({ golden, why, lines }: GoldenOff, language: Language) {
  const texts = {
    lines: caseWords.goldenLines,
    'no-file': caseWords.goldenNoFile,
    'no-golden': caseWords.goldenNone,
    changed: caseWords.goldenChanged,
  }
  const got = fillWords(texts[why], language, { count: String(lines.length), file: golden.file })
  return { about: caseWords.golden[language], expected: golden.file, got, off: '' }
}

/** The lines that differ, the largest first: `季度提成 R-1 2026-Q1  100.00 CNY → 120.00 CNY  (+20)`. */
export function goldenDetails({ lines }: GoldenOff, language: Language): readonly string[] {
  const shown = lines
    .slice(0, most)
    .map((one) => [nameOf(one), `${one.expected ?? '–'} → ${one.got ?? '–'}`, sizeOf(one)])
  const widths = [0, 1].map((i) => Math.max(0, ...shown.map((row) => displayWidth(row[i] ?? ''))))
  const rows = shown.map(([name = '', change = '', size = '']) =>
    `${padToWidth(name, widths[0] ?? 0)}  ${padToWidth(change, widths[1] ?? 0)}  ${size}`.trimEnd(),
  )
  return lines.length > most ? [...rows, moreText(lines.length - most, language)] : rows
}

function nameOf({ line }: GoldenDifference): string {
  const of = [line.subject, line.item, line.period].filter((text) => text !== '').join(' ')
  return `${line.clause}${line.result === '' ? '' : `.${line.result}`} ${of}`
}

function sizeOf({ by }: GoldenDifference): string {
  if (!by) return ''
  const { digits, scale } = normalize(by)
  return `(${digits > 0n ? '+' : ''}${formatGrouped(digits, scale)})`
}
