import { languages } from '../src/base/language.ts'
import { keywords, reserved, spellingsOf, wordLists } from '../src/syntax/keywords.ts'

type Entries = { readonly [meaning: string]: Parameters<typeof spellingsOf>[0] }

const listTitles: { readonly [list: string]: string } = {
  type: 'Types',
  unit: 'Units of time',
  period: 'Periods',
  rounding: 'Rounding modes',
  tier: 'Tier modes',
  heading: 'Table headings',
  function: 'Functions',
  language: 'Languages',
}

/** The table of every word of the language: the first spelling is the one that `bylaw fmt` writes. */
export function keywordPage(): string {
  const lists: readonly (readonly [string, Entries])[] = Object.entries(wordLists)
  return `${[
    '# Keywords',
    '<!-- Written by `npm run docs` from src/syntax/keywords.ts. -->',
    'Every word is accepted in every file, whatever its language; the first spelling of a cell is the one that `bylaw fmt` writes. ' +
      'Nearly all are known by their position only, so that they can name fields elsewhere. ' +
      `Never a name in any language: ${reserved.map((word) => spellings(keywords[word], 'en')).join(' ')}.`,
    table(keywords),
    ...lists.map(([list, entries]) => `## ${listTitles[list] ?? list}\n\n${table(entries)}`),
  ].join('\n\n')}\n`
}

function table(entries: Entries): string {
  return [
    '| English | 简体中文 | 繁體中文 |',
    '|---|---|---|',
    ...Object.values(entries).map(
      (entry) => `| ${languages.map((language) => spellings(entry, language)).join(' | ')} |`,
    ),
  ].join('\n')
}

function spellings(entry: Entries[string], language: (typeof languages)[number]): string {
  return spellingsOf(entry, language)
    .map((word) => `\`${word}\``)
    .join(' ')
}
