import type { Language } from '../base/language.ts'
import { colon } from '../base/render-words.ts'
import { limitTexts } from '../review/difference/limits-text.ts'
import { tableTexts, throughText, tierTexts } from '../review/difference/regions-text.ts'
import type { DifferenceReport } from '../review/difference/report.ts'
import {
  alongTexts,
  clauseName,
  headline,
  namesText,
  resultTexts,
  rowTexts,
  verdictText,
} from '../review/difference/text.ts'
import { diffWords as words } from '../review/difference/words.ts'
import { spellKeyword } from '../syntax/keywords.ts'

/** What two versions differ in, for a pull request. What the policies say stands in code, where it marks up nothing. */
export function diffMarkdown(report: DifferenceReport, language: Language): string {
  const out: string[] = [`**${headline(report, language)}**`]
  for (const line of namesText(report, language)) out.push('', escaped(line))
  for (const one of report.policy) out.push('', `* ${words[one][language]}`)
  const told = new Set<string>()
  for (const clause of report.clauses) {
    if (clause.verdict === 'same') continue
    const { file, line } = clause.place
    const verdict = verdictText(clause, language)
    out.push('', `#### ${escaped(clauseName(clause, language))}${colon(language)}${verdict}`)
    out.push('', code(`${file}:${line}`))
    const apart = [
      ...tableTexts(clause, language, told),
      ...tierTexts(clause, language),
      ...limitTexts(clause, language),
      ...throughText(clause, language),
    ]
    if (apart.length > 0) out.push('', ...apart.map((text) => `* ${code(text)}`))
    const { example } = clause
    if (!example) continue
    out.push('', `${words.example[language]}${colon(language)}`.trimEnd(), '')
    for (const text of rowTexts(example.rows)) out.push(`* ${code(text)}`)
    for (const text of resultTexts(example, language)) out.push(`* → ${code(text)}`)
    const [head, ...stretches] = alongTexts(example, language)
    if (head !== undefined) out.push('', head, '', ...stretches.map((text) => `* ${code(text.trim())}`))
  }
  if (report.changes.length > 0 && !report.same) {
    out.push('', `#### ${words.written[language]}`, '')
    const lines = report.changes.flatMap(({ kind, name, removed, added }) => [
      `  ${spellKeyword(kind, language)} ${name}`,
      ...removed.map((line) => `- ${line}`),
      ...added.map((line) => `+ ${line}`),
    ])
    const fence = '`'.repeat(Math.max(3, ...lines.map(longestTicks).map((n) => n + 1)))
    out.push(`${fence}diff`, ...lines, fence)
  }
  return `${out.join('\n')}\n`
}

function code(text: string): string {
  const ticks = '`'.repeat(longestTicks(text) + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return ticks + pad + text.replace(/\s+/gu, ' ') + pad + ticks
}

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|@-]/g, (sign) => (sign === '@' ? '@\u200b' : `\\${sign}`))
}
