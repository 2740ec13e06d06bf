import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** One file of `src`, by its path from the root of the repository. */
export type SourceFile = {
  readonly path: string
  readonly text: string
  /** The text without comments and the contents of strings, so that words in them do not count. */
  readonly code: string
  readonly imports: readonly string[]
}

const root = new URL('../../', import.meta.url)

export function readSources(): readonly SourceFile[] {
  return readdirSync(new URL('src/', root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => posix.join('src', `${entry.parentPath}/${entry.name}`.split('/src/').at(-1) ?? ''))
    .sort()
    .map((path) => {
      const text = readFileSync(new URL(path, root), 'utf8')
      return { path, text, code: withoutWords(text), imports: importsOf(text) }
    })
}

/** The source of the page and of what builds it. */
export function playgroundSources(): readonly SourceFile[] {
  return readdirSync(new URL('playground/', root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) =>
      posix.join('playground', `${entry.parentPath}/${entry.name}`.split('/playground/').at(-1) ?? ''),
    )
    .sort()
    .map((path) => {
      const text = readFileSync(new URL(path, root), 'utf8')
      return { path, text, code: withoutWords(text), imports: importsOf(text) }
    })
}

/** The files of the tests, and how many lines each has. */
export function testFiles(): readonly { readonly path: string; readonly lines: number }[] {
  return readdirSync(new URL('test/', root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => posix.join('test', `${entry.parentPath}/${entry.name}`.split('/test/').at(-1) ?? ''))
    .sort()
    .map((path) => ({ path, lines: readFileSync(new URL(path, root), 'utf8').trimEnd().split('\n').length }))
}

/** Type imports too: a cycle of types binds two files as much as one of values. */
function importsOf(text: string): readonly string[] {
  const found = text.matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm,
  )
  return [...found].map((m) => m[1] ?? m[2] ?? m[3] ?? '')
}

function withoutWords(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g,
    (match) => (match.startsWith('`') ? match : ''),
  )
}

/** `src/base/day.ts` for `../base/day.ts` in `src/plan/x.ts`; undefined for a package or a Node module. */
export function resolveImport(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : undefined
}

/** The folder of the layers table that a file belongs to. */
export function layerOf(path: string): string {
  const parts = path.split('/')
  if (parts.length === 2) return path
  return parts[1] === 'targets' ? `src/targets/${parts[2]}` : `src/${parts[1]}`
}
