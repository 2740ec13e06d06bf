import type { Severity } from './entry.ts'
import type { Language, Words } from './language.ts'

/** The words around a finding, that belong to no code. */
export const severityWords: { readonly [S in Severity]: Words } = {
  error: { en: 'error', 'zh-Hans': '错误', 'zh-Hant': '錯誤' },
  warning: { en: 'warning', 'zh-Hans': '警告', 'zh-Hant': '警告' },
  notice: { en: 'notice', 'zh-Hans': '提示', 'zh-Hant': '提示' },
}

export const frameWords = {
  help: { en: 'help', 'zh-Hans': '建议', 'zh-Hant': '建議' },
  see: { en: 'see', 'zh-Hans': '参见', 'zh-Hant': '參見' },
  row: { en: 'row', 'zh-Hans': '行', 'zh-Hant': '列' },
  column: { en: 'column', 'zh-Hans': '列', 'zh-Hant': '欄' },
} as const satisfies { readonly [key: string]: Words }

/** `:` or its full-width twin. */
export function colon(language: Language): string {
  return language === 'en' ? ': ' : '：'
}

/** `2 errors, 1 warning`; what counts nothing is left out; with nothing at all, `no findings`. */
export function summaryText(counts: { readonly [S in Severity]: number }, language: Language): string {
  const parts: string[] = []
  for (const severity of ['error', 'warning', 'notice'] as const) {
    const n = counts[severity]
    if (n === 0) continue
    const word = severityWords[severity][language]
    if (language === 'en') parts.push(`${n} ${word}${n === 1 ? '' : 's'}`)
    else parts.push(language === 'zh-Hans' ? `${n} 个${word}` : `${n} 項${word}`)
  }
  if (parts.length > 0) return parts.join(language === 'en' ? ', ' : '，')
  return { en: 'no findings', 'zh-Hans': '没有发现问题', 'zh-Hant': '沒有發現問題' }[language]
}

/** `… and 40 more`. */
export function moreText(count: number, language: Language): string {
  return {
    en: `… and ${count} more`,
    'zh-Hans': `……另有 ${count} 项`,
    'zh-Hant': `……另有 ${count} 項`,
  }[language]
}

/** Behind the summary, where only the worst are shown one by one. */
export function annotatedText(count: number, language: Language): string {
  return {
    en: `; the worst ${count} are annotated, \`bylaw check\` lists all`,
    'zh-Hans': `；已批注最严重的 ${count} 项，全部见 \`bylaw check\``,
    'zh-Hant': `；已註記最嚴重的 ${count} 項，全部見 \`bylaw check\``,
  }[language]
}

/** `orders.csv, row 17, column amount`: a spreadsheet's reader looks for a row and a column, not for an offset. */
export function cellText(
  cell: { readonly file: string; readonly row?: number; readonly column?: string },
  language: Language,
): string {
  const { file, row, column } = cell
  if (language === 'en') {
    return [file, row !== undefined && `row ${row}`, column !== undefined && `column ${column}`]
      .filter((part) => part !== false)
      .join(', ')
  }
  const rowText = row === undefined ? '' : ` 第 ${row} ${frameWords.row[language]}`
  const columnText = column === undefined ? '' : `「${column}」${frameWords.column[language]}`
  return `${file}${rowText}${columnText}`
}
