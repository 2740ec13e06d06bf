import { outlineOf } from '../../src/syntax/markdown.ts'

export type Article = { readonly title: string; readonly body: string }
export type Document = { readonly chapters: readonly string[]; readonly articles: readonly Article[] }

/** A handbook cut into its chapters and its articles; what stands before the first article is one of its own. */
export function documentOf(text: string): Document {
  const { headings } = outlineOf(text)
  const articles = headings.flatMap((heading, i) => {
    const end = headings[i + 1]?.from ?? text.length
    return heading.level === 2 ? [] : [{ title: heading.text, body: text.slice(heading.from, end) }]
  })
  return { chapters: headings.filter(({ level }) => level === 2).map((h) => h.text), articles }
}

/** What stands in the text and its tables, without the rules. */
export const proseOf = (body: string) => body.replace(/^```bylaw\n[\s\S]*?^```$/gmu, '```')

const chineseDigits = '零一二三四五六七八九'
/** 一 to 九十九 as a number. */
export function fromChinese(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (c: string | undefined) => (c ? chineseDigits.indexOf(c) : 0)
  return (text.includes('十') ? (tens === '' ? 10 : digit(tens) * 10) : 0) + digit(ones)
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const two = (n: number | string) => String(n).padStart(2, '0')
const chinese = '[一二三四五六七八九十]+'

/**
 * The numbers, dates, codes and references of an article, in one spelling for both languages, sorted. Numbers of
 * clauses and of list items are not among them; 9.5 折 is 95%.
 */
export function tokensOf(body: string): readonly string[] {
  const found: string[] = []
  let text = proseOf(body)
    .replace(/^(#+ )第[一二三四五六七八九十]+[条章]/gmu, '$1')
    .replace(/^(#+ )(?:Article|Chapter) \d+/gmu, '$1')
    .replace(new RegExp(`^${chinese}、`, 'gmu'), '')
    .replace(/^\d+\.\d+ /gmu, '')
    .replace(/^(?:> )?\d+\. /gmu, '')
  const take = (pattern: RegExp, spell: (parts: readonly string[]) => string | readonly string[]) => {
    text = text.replace(pattern, (...parts: unknown[]) => {
      found.push(...[spell(parts.filter((p) => typeof p === 'string')) ?? []].flat())
      return ' '
    })
  }
  // References: 第四十一条第四款至第六款, Article 41.4 to Article 41.6, 第二款, paragraph 2.
  take(
    new RegExp(`第(${chinese})条((?:[、至和]?第${chinese}款)*)`, 'gu'),
    ([, article = '', paragraphs = '']) => {
      const of = `Article ${fromChinese(article)}`
      const cited = [...paragraphs.matchAll(new RegExp(`第(${chinese})款`, 'gu'))]
      return cited.length === 0 ? of : cited.map(([, p = '']) => `${of}.${fromChinese(p)}`)
    },
  )
  take(new RegExp(`第(${chinese})款`, 'gu'), ([, p = '']) => `paragraph ${fromChinese(p)}`)
  take(new RegExp(`第(${chinese})章`, 'gu'), ([, c = '']) => `Chapter ${fromChinese(c)}`)
  take(/(?:Article|Chapter|paragraph) \d+(?:\.\d+)?/gu, ([all = '']) => all)
  take(
    /\d[\d,]*(?:\.\d+)?(?= ?折(?![算扣]))/gu,
    ([ratio = '']) => `${ratio.includes('.') ? ratio.replace('.', '') : `${ratio}0`}%`,
  )
  const month = months.join('|')
  text = text
    .replace(/(\d{4}) 年 (\d+) 月 (\d+) 日/gu, (_, y, m, d) => `${y}-${two(m)}-${two(d)}`)
    .replace(/(\d+) 月 (\d+) 日/gu, (_, m, d) => `M${two(m)}D${two(d)}`)
    .replace(/(\d+) 月/gu, (_, m) => `M${two(m)}`)
    .replace(
      new RegExp(`(\\d+) (${month}) (\\d{4})`, 'gu'),
      (_, d, m, y) => `${y}-${two(months.indexOf(m) + 1)}-${two(d)}`,
    )
    .replace(new RegExp(`(\\d+) (${month})`, 'gu'), (_, d, m) => `M${two(months.indexOf(m) + 1)}D${two(d)}`)
    .replace(new RegExp(`\\b(${month})\\b`, 'gu'), (m) => `M${two(months.indexOf(m) + 1)}`)
    .replace(/华东一部/gu, '1')
    .replace(/华东二部/gu, '2')
    .replace(/(\d+)(?:st|nd|rd|th)\b/gu, '$1')
  take(
    /\d{4}-\d\d(?:-\d\d)?|\d\d:\d\d|[A-Z]{1,2}\d+(?:D\d+)?|(?<=\| )[+-]?\d[\d,]*(?:\.\d+)?%?|\d[\d,]*(?:\.\d+)?%?/gu,
    ([all = '']) => all.replaceAll(',', ''),
  )
  return found.sort()
}

/** Which of the marks stand in an article, in their order. */
export const marksOf = (body: string) => proseOf(body).match(/〔[^〕]+〕|\[[^\]]+\](?!\()/gu) ?? []

/** How each table of an article is cut: its columns, row by row. */
export const tablesOf = (body: string) =>
  proseOf(body)
    .split('\n')
    .map((line) => (/^(?:> )?\|/u.test(line) ? line.split('|').length - 2 : 0))
    .join(' ')
    .split(/(?:^| )(?:0 )*0(?: |$)/u)
    .filter((table) => table !== '')

/** The numbered paragraphs of an article, as numbers, and how many list items and blocks of rules it has. */
export const shapeOf = (body: string) => ({
  paragraphs: [...proseOf(body).matchAll(/^(?:([一二三四五六七八九十]+)、|\d+\.(\d+) )/gmu)].map(
    ([, zh, en]) => (zh === undefined ? Number(en) : fromChinese(zh)),
  ),
  items: proseOf(body).match(/^(?:> )?\d+\. /gmu)?.length ?? 0,
  rules: proseOf(body).match(/^```$/gmu)?.length ?? 0,
})
