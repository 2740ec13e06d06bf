import { colon } from '../../base/render-words.ts'
import type { GateResult } from './gates.ts'
import type { Impact } from './impact.ts'
import { headlines, type Section, sectionsOf } from './sections.ts'
import { type Telling, versionsText } from './told.ts'
import { say, words } from './words.ts'

/** What a comment of a pull request may have, and the line by which the comment of an earlier run is found. */
const longestComment = 65_536
const marker = '<!-- bylaw impact -->'
/** Tables longer than this are folded. */
const open = 25
/** More rows than there could be room for. */
const mostRows = 1600
/** What one cell may take of the whole. */
const longestCell = 400

/**
 * The report as Markdown for a pull request: the first line is the marker, the largest changes come first, and of what
 * does not fit the smallest are left out and counted. Never longer than a comment may be.
 */
export function impactMarkdown(impact: Impact, gates: readonly GateResult[], telling: Telling): string {
  const { language } = telling
  const title = `${say(words.impact, language)}${colon(language)}${cell(impact.policy)} · ${cell(impact.period)}`
  const versions = cell(versionsText(impact, telling))
  const failed = gates.filter(({ passed }) => !passed)
  const head = [
    marker,
    `### ${title}`,
    versions,
    ...failed.map(
      (gate) =>
        `**${cell(gate.gate)}${colon(language)}${say(words.failed, language)}**${colon(language)}${cell(gate.why(telling))}`,
    ),
    ...headlines(impact, telling).map((line, i) => (i === 0 ? `**${cell(line)}**` : cell(line))),
  ].join('\n\n')
  const passed = gates.filter((gate) => gate.passed)
  const foot = [
    ...passed.map(
      (gate) =>
        `${cell(gate.gate)}${colon(language)}${say(words.passed, language)}${colon(language)}${cell(gate.why(telling))}`,
    ),
    ...(impact.unplaced.before === impact.unplaced.after
      ? []
      : [
          say(words.unplaced, language, {
            before: String(impact.unplaced.before),
            after: String(impact.unplaced.after),
          }),
        ]),
    ...(telling.names ? [] : [`<sub>${cell(say(words.redacted, language))}</sub>`]),
  ].join('\n\n')
  const sections = sectionsOf(impact, telling, mostRows).map((section) => ({
    section,
    rows: section.rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  }))
  const shown = fitting(sections, language, longestComment - head.length - foot.length - 8)
  const body = sections.map(({ section, rows }, i) => sectionText(section, rows, shown[i] ?? 0, telling))
  return `${[head, ...body, foot].filter((part) => part !== '').join('\n\n')}\n`
}

type Rows = { readonly section: Section; readonly rows: readonly string[] }

/** How many rows of each section there is room for: the first of each, then the second of each, and so on. */
function fitting(sections: readonly Rows[], language: Telling['language'], room: number): readonly number[] {
  const telling = { language, names: false }
  const shown = sections.map(() => 0)
  // As if each had something left out, so that saying so always fits.
  let left = sections.reduce(
    (sum, { section, rows }) => sum - sectionText(section, rows, 0, telling).length - 40,
    room,
  )
  const longest = Math.max(0, ...sections.map(({ rows }) => rows.length))
  for (let k = 0; k < longest; k++)
    for (const [i, { rows }] of sections.entries()) {
      const row = rows[k]
      if (row === undefined || shown[i] !== k || row.length + 1 > left) continue
      shown[i] = k + 1
      left -= row.length + 1
    }
  return shown
}

function sectionText(
  { heading, note, columns, total }: Section,
  rows: readonly string[],
  shown: number,
  { language }: Telling,
): string {
  const left = total - shown
  const table = [
    `| ${columns.map((column) => cell(column.heading)).join(' | ')} |`,
    `| ${columns.map(({ numeric }) => (numeric ? '---:' : '---')).join(' | ')} |`,
    ...rows.slice(0, shown),
  ].join('\n')
  const more = left > 0 ? `\n\n${say(words.leftOut, language, { n: String(left) })}` : ''
  const noted = note === undefined ? '' : `${cell(note)}\n\n`
  if (total <= open) return `#### ${cell(heading)}\n\n${noted}${table}${more}`
  return `<details><summary>${cell(heading)} (${total})</summary>\n\n${noted}${table}${more}\n\n</details>`
}

/** A text that is nothing but itself in a table of Markdown: no markup, no mention of anybody, one line. */
function cell(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const short = line.length > longestCell ? `${line.slice(0, longestCell - 1)}…` : line
  return (
    short
      .replace(/[\\`*_{}[\]|~!$]/gu, '\\$&')
      .replace(/[&<>]/gu, (character) => `&#${character.codePointAt(0)};`)
      // Behind these a name or a number would become a mention or a link: something without width parts them.
      .replace(/[@#](?=[\p{L}\p{N}])(?!\d+;)/gu, '$&\u200B')
      .replace(/\b(https?|ftp):\/\//giu, '$1:\u200B//')
  )
}
