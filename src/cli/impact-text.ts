import { printable } from '../base/render-frame.ts'
import type { Paint } from '../base/render-paint.ts'
import { colon, moreText } from '../base/render-words.ts'
import { displayWidth } from '../base/width.ts'
import type { GateResult } from '../review/impact/gates.ts'
import type { Impact } from '../review/impact/impact.ts'
import { changesNothing, headlines, type Section, sectionsOf } from '../review/impact/sections.ts'
import { type Telling, versionsText } from '../review/impact/told.ts'
import { say, words } from '../review/impact/words.ts'
import type { Io } from './io.ts'
import { textTable } from './text-table.ts'

/** Lists on the terminal are cut here; files have all of it. */
const most = 15

/** The report for a terminal: it fits its width, the rest is counted. */
export function impactText(impact: Impact, gates: readonly GateResult[], telling: Telling, io: Io): string {
  const { language } = telling
  const paint = io.paintOut
  const versions = versionsText(impact, telling)
  const head = `${paint('strong', printable(impact.policy))} · ${printable(impact.period)} · ${printable(versions)}`
  const lines = headlines(impact, telling).map((line, i) =>
    i === 0 && changesNothing(impact) ? paint('strong', line) : line,
  )
  const parts = [
    [head, ...lines.map(printable), ''].join('\n'),
    ...sectionsOf(impact, telling, most).map((section) => sectionText(section, telling, paint, io.outWidth)),
    ...(impact.unplaced.before === impact.unplaced.after
      ? []
      : [
          `${say(words.unplaced, language, {
            before: String(impact.unplaced.before),
            after: String(impact.unplaced.after),
          })}\n`,
        ]),
    ...(gates.length === 0 ? [] : [gatesText(gates, telling, paint)]),
  ]
  return parts.join('\n')
}

function sectionText(
  section: Section,
  { language }: Telling,
  paint: Paint,
  width: number | undefined,
): string {
  const shown = section.rows.slice(0, most)
  const left = section.total - shown.length
  const named = section.columns.some(({ heading }) => heading !== '')
  const rows = width === undefined ? shown : fitted(section, shown, width)
  return [
    paint('strong', printable(section.heading)),
    ...(section.note === undefined ? [] : [paint('dim', printable(section.note))]),
    named
      ? textTable(section.columns, rows, paint).trimEnd()
      : rows.map((row) => `  ${row.map(printable).join('  ')}`).join('\n'),
    ...(left > 0 ? [moreText(left, language)] : []),
    '',
  ].join('\n')
}

/** Rows that fit: what is no number is cut, the widest column first. */
function fitted(
  { columns }: Section,
  rows: readonly (readonly string[])[],
  width: number,
): readonly (readonly string[])[] {
  const widths = columns.map(({ heading }, i) =>
    Math.max(displayWidth(heading), ...rows.map((row) => displayWidth(row[i] ?? ''))),
  )
  const least = 12
  let over = widths.reduce((sum, one) => sum + one + 2, -2) - width
  while (over > 0) {
    const widest = columns.reduce(
      (best, { numeric }, i) => (!numeric && (widths[i] ?? 0) > (widths[best] ?? 0) ? i : best),
      columns.findIndex(({ numeric }) => !numeric),
    )
    const own = widths[widest] ?? 0
    if (own <= least) break
    const cutTo = Math.max(least, own - over)
    widths[widest] = cutTo
    over -= own - cutTo
  }
  return rows.map((row) => row.map((cell, i) => cutTo(cell, widths[i] ?? 0)))
}

function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let cut = ''
  for (const character of text) {
    if (displayWidth(cut + character) > width - 1) break
    cut += character
  }
  return `${cut}…`
}

/** Each gate with its verdict and its reason. */
export function gatesText(gates: readonly GateResult[], telling: Telling, paint: Paint): string {
  const { language } = telling
  const lines = gates.map((gate) => {
    const verdict = say(gate.passed ? words.passed : words.failed, language)
    const painted = gate.passed ? paint('help', verdict) : paint('error', verdict)
    return `  ${gate.gate}  ${painted}${colon(language)}${printable(gate.why(telling))}`
  })
  return [paint('strong', say(words.gates, language)), ...lines, ''].join('\n')
}
