import { catalogue } from '../src/base/catalogue.ts'
import type { Entry } from '../src/base/entry.ts'
import type { Language } from '../src/base/language.ts'
import { severityWords } from '../src/base/render-words.ts'

/** Every code with its entry, in the order of the codes. */
export const entries: readonly (readonly [code: string, entry: Entry])[] = Object.entries<Entry>(
  catalogue,
).sort(([a], [b]) => (a < b ? -1 : 1))

const headings: { readonly [L in Language]: { readonly bad: string; readonly good: string } } = {
  en: { bad: 'This gives it', good: 'This does not' },
  'zh-Hans': { bad: '这样写会出现', good: '这样写就不会' },
  'zh-Hant': { bad: '這樣寫會出現', good: '這樣寫就不會' },
}

const names: { readonly [L in Language]: string } = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
}

/** The reference page of one code: the same three texts that the program prints, and the smallest example. */
export function findingPage(code: string, entry: Entry): string {
  const sections = (['en', 'zh-Hans', 'zh-Hant'] as const).map((language) =>
    [
      `## ${names[language]}`,
      `**${severityWords[entry.severity][language]}**: ${withWords(entry.message[language])}`,
      withWords(entry.help[language]),
    ].join('\n\n'),
  )
  const example = (which: 'bad' | 'good') => {
    const text = entry[which]
    if (text === undefined) return []
    const title = (['en', 'zh-Hans', 'zh-Hant'] as const).map((l) => headings[l][which]).join(' · ')
    return [`## ${title}`, fence(text)]
  }
  return `${[
    `# ${code} ${entry.title.en} · ${entry.title['zh-Hans']} · ${entry.title['zh-Hant']}`,
    generated,
    ...sections,
    ...example('bad'),
    ...example('good'),
  ].join('\n\n')}\n`
}

/** The list of all codes, by area. */
export function findingsIndex(): string {
  const rows = (digit: string) =>
    entries
      .filter(([code]) => code[2] === digit)
      .map(
        ([code, { severity, title }]) =>
          `| [${code}](${code}.md) | ${severity} | ${title.en} | ${title['zh-Hans']} | ${title['zh-Hant']} |`,
      )
  const sections = areas
    .filter(([digit]) => rows(digit).length > 0)
    .map(([digit, title]) =>
      [
        `## BY${digit}xx ${title}`,
        '',
        '| code | severity | | | |',
        '|---|---|---|---|---|',
        ...rows(digit),
      ].join('\n'),
    )
  return `${['# Findings', generated, 'Every message that bylaw gives has a code that never changes its meaning.', ...sections].join('\n\n')}\n`
}

const generated = '<!-- Written by `npm run docs` from src/base/messages. -->'

const areas: readonly (readonly [digit: string, title: string])[] = [
  ['1', 'Syntax'],
  ['2', 'Names'],
  ['3', 'Types and numbers'],
  ['4', 'Grain and time'],
  ['5', 'Tables and tiers'],
  ['6', 'Pay and scorecards'],
  ['7', 'Data'],
  ['8', 'Why a line is held or not applicable'],
  ['9', 'Usage and configuration'],
]

/** Placeholders stand for words of the policy: shown as such. */
function withWords(text: string): string {
  return text.replace(/\{(\w+)\}/g, '*$1*')
}

function fence(text: string): string {
  return `\`\`\`bylaw\n${text.trimEnd()}\n\`\`\``
}
