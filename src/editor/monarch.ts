import { keywordBySpelling, type WordList, wordLists, wordsBySpelling } from '../syntax/keywords.ts'

/** A table for Monaco's own highlighter, plain JSON: what colours a text before it has been read. */
export type MonarchTable = {
  readonly unicode: true
  readonly defaultToken: ''
  readonly keywords: readonly string[]
  readonly words: readonly string[]
  readonly tokenizer: { readonly [state: string]: readonly MonarchRule[] }
}
type MonarchRule =
  | readonly [pattern: string, action: unknown]
  | readonly [pattern: string, action: unknown, next: string]
  | { readonly include: string }

/** `document`: rules stand in the fenced blocks of a text. */
export function monarchTable(form: 'text' | 'document'): MonarchTable {
  const rules: readonly MonarchRule[] = [
    ['#.*$', 'comment'],
    ['"[^"]*"|“[^”]*”|「[^」]*」|＂[^＂]*＂', 'string'],
    [
      '[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*(?:-[\\p{L}]+)*',
      { cases: { '@keywords': 'keyword', '@words': 'word', '@default': 'name' } },
    ],
    ['[\\p{Nd}][\\p{Nd}_.,:]*[%‰]?', 'number'],
    ['=>|\\.\\.|<>|[<>]=?|[=≠≤≥+*/|.,;:-]', 'operator'],
    ['[{}()]', '@brackets'],
  ]
  const base = {
    unicode: true,
    defaultToken: '',
    keywords: parts(keywordBySpelling.keys()),
    words: parts((Object.keys(wordLists) as WordList[]).flatMap((list) => [...wordsBySpelling(list).keys()])),
  } as const
  if (form === 'text') return { ...base, tokenizer: { root: rules } }
  return {
    ...base,
    tokenizer: {
      root: [
        ['^\\s{0,3}(?:`{3,}|~{3,})\\s*bylaw\\b.*$', 'comment', '@rules'],
        ['^\\s{0,3}(?:`{3,}|~{3,}).*$', 'comment', '@fenced'],
        ['^\\s{0,3}#{1,6}\\s.*$', 'keyword'],
        ['.+', ''],
      ],
      rules: [['^\\s{0,3}(?:`{3,}|~{3,})\\s*$', 'comment', '@pop'], { include: '@text' }],
      fenced: [
        ['^\\s{0,3}(?:`{3,}|~{3,})\\s*$', 'comment', '@pop'],
        ['.+', ''],
      ],
      text: rules,
    },
  }
}

/** The words of a phrase each by itself: a highlighter of this kind looks at one word at a time. */
function parts(spellings: Iterable<string>): readonly string[] {
  return [...new Set([...spellings].flatMap((spelling) => spelling.split(' ')))].sort((a, b) =>
    a < b ? -1 : 1,
  )
}

type TextMate = { readonly [key: string]: unknown }

/** The same for editors that read TextMate grammars. */
export function textMateGrammar(): TextMate {
  const all = (spellings: Iterable<string>) =>
    [...new Set(spellings)]
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map(escaped)
      .join('|')
  const whole = (words: string) => `(?<![\\p{L}\\p{M}\\p{Nd}_])(?:${words})(?![\\p{L}\\p{M}\\p{Nd}_])`
  return {
    name: 'Bylaw',
    scopeName: 'source.bylaw',
    fileTypes: ['bylaw'],
    patterns: [
      { name: 'comment.line.number-sign.bylaw', match: '#.*$' },
      { name: 'string.quoted.double.bylaw', match: '"[^"]*"|“[^”]*”|「[^」]*」' },
      { name: 'constant.numeric.bylaw', match: '\\b\\d[\\d_.,:]*[%‰]?' },
      { name: 'keyword.control.bylaw', match: whole(all(keywordBySpelling.keys())) },
      {
        name: 'support.type.bylaw',
        match: whole(
          all((Object.keys(wordLists) as WordList[]).flatMap((list) => [...wordsBySpelling(list).keys()])),
        ),
      },
      { name: 'keyword.operator.bylaw', match: '=>|\\.\\.|<>|[<>]=?|[=≠≤≥+*/|-]' },
    ],
    comment: 'Written by `npm run docs` from src/syntax/keywords.ts.',
  }
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')
}
