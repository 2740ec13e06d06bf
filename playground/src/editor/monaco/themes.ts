import type { TokenKind } from '../../../../src/index.ts'
import type { Theme } from '../../state/theme.ts'
import { monaco } from './monaco.ts'

type Colours = { readonly [K in TokenKind]?: string }

const light: Colours = {
  comment: '586072',
  string: '8a3b12',
  number: '0b6b3a',
  unit: '0b6b3a',
  keyword: '1f5fae',
  word: '1f5fae',
  operator: '586072',
  record: '6b2fa0',
  field: '1a1d24',
  value: '8a1c5b',
  parameter: '8a1c5b',
  table: '8a1c5b',
  clause: '8a1c5b',
  result: '5b4a00',
  member: '7a4b00',
}
const dark: Colours = {
  comment: 'a5adbb',
  string: 'f0a878',
  number: '6fce97',
  unit: '6fce97',
  keyword: '82b3f2',
  word: '82b3f2',
  operator: 'a5adbb',
  record: 'c9a6f5',
  field: 'e7e9ee',
  value: 'f29ac8',
  parameter: 'f29ac8',
  table: 'f29ac8',
  clause: 'f29ac8',
  result: 'e3d08a',
  member: 'f0c06a',
}
const contrast: Colours = {
  ...dark,
  comment: 'ffffff',
  operator: 'ffffff',
  field: 'ffffff',
  keyword: 'ffff00',
  word: 'ffff00',
}

/** The page's own colours, so that the editor follows them. */
export function defineThemes(): void {
  define('bylaw-light', 'vs', light, {
    'editor.background': '#ffffff',
    'editor.foreground': '#1a1d24',
    'editorLineNumber.foreground': '#586072',
    'editorCodeLens.foreground': '#3d4658',
    'editor.lineHighlightBackground': '#f5f6f8',
    'editorGutter.background': '#ffffff',
  })
  define('bylaw-dark', 'vs-dark', dark, {
    'editor.background': '#16181d',
    'editor.foreground': '#e7e9ee',
    'editorLineNumber.foreground': '#a5adbb',
    'editorCodeLens.foreground': '#c3cad6',
    'editor.lineHighlightBackground': '#1d2026',
    'editorGutter.background': '#16181d',
  })
  define('bylaw-contrast', 'hc-black', contrast, {
    'editor.background': '#000000',
    'editor.foreground': '#ffffff',
    'editorLineNumber.foreground': '#ffffff',
    'editorCodeLens.foreground': '#ffffff',
  })
}

function define(
  name: string,
  base: 'vs' | 'vs-dark' | 'hc-black',
  kinds: Colours,
  colors: { [id: string]: string },
): void {
  const rules = Object.entries(kinds).map(([token, foreground]) => ({
    token,
    foreground,
    ...(token === 'keyword' && { fontStyle: 'bold' }),
    ...(token === 'comment' && { fontStyle: 'italic' }),
  }))
  monaco.editor.defineTheme(name, { base, inherit: true, rules, colors })
}

export function themeOf(theme: Theme): string {
  return `bylaw-${theme}`
}
