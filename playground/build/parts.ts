import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'rolldown'
import { everySpelling } from '../../src/syntax/keywords.ts'
import { lackingFile } from './lacking-file.ts'
import { parts } from './part-files.ts'

const root = join(import.meta.dirname, '../..')

/** The part of each file that stands apart. */
const partOf: ReadonlyMap<string, string> = new Map(
  Object.entries(parts).flatMap(([part, { files }]) =>
    files.map((file) => [join(root, 'src', `${file}.ts`), part] as const),
  ),
)

/**
 * Puts parts of the product into files of their own, each fetched when something in it is first called: in its place stand
 * functions of the same names, which break off what runs until it is there (`work/lacking.ts`). The source knows nothing of it.
 */
export function partsApart(isWanted: () => boolean): Plugin {
  return {
    name: 'parts-apart',
    resolveId: {
      order: 'pre',
      filter: { id: /^(?:\.|part:|fetching:)/u },
      async handler(id, importer, options) {
        if (!isWanted()) return undefined
        if (/^(?:part|fetching):/u.test(id)) return `\0${id}`
        if (importer?.startsWith('\0part:')) return undefined
        const found = await this.resolve(id, importer, { ...options, skipSelf: true })
        return found && partOf.has(found.id) ? `\0stand-in:${found.id}` : found
      },
    },
    load(id) {
      if (!isWanted()) return undefined
      const [, part] = /^\0part:(.+)$/u.exec(id) ?? []
      if (part !== undefined) return { code: wholePart(part), moduleType: 'js' }
      const [, fetched] = /^\0fetching:(.+)$/u.exec(id) ?? []
      if (fetched !== undefined) return { code: fetching(fetched), moduleType: 'js' }
      const [, file] = /^\0stand-in:(.+)$/u.exec(id) ?? []
      return file === undefined ? undefined : { code: standIn(file), moduleType: 'js' }
    },
    transform(code, id) {
      if (!isWanted() || id !== foreseenFile) return undefined
      return foreseenParts() + code.replace(/(const wanted\b[^\n]*=) \[\]/u, `$1 [${foreseen().join(', ')}]`)
    },
  }
}

const foreseenFile = join(root, 'playground/src/work/foreseen.ts')

const withWords = Object.entries(parts).filter(([, { words }]) => words.length > 0)

function foreseenParts(): string {
  return withWords.map(([part]) => `import { fetchIt as ${part} } from 'fetching:${part}'\n`).join('')
}

/** Each part that has words, with them in all languages. */
function foreseen(): readonly string[] {
  return withWords.map(([part, { words, begin }]) => {
    const spellings = [...new Set(words.flatMap(everySpelling))].map((one) => one.replaceAll(' ', '\\s+'))
    const before = begin ? '^[ \\t]*' : '(?<![\\p{L}_])'
    return `[/${before}(?:${spellings.join('|')})(?![\\p{L}_])/mu, ${part}]`
  })
}

/** A part as all that stands in for it knows it, once it is there. */
function fetching(part: string): string {
  return `
export let whole
export const fetchIt = () => import('part:${part}').then((part) => { whole = part })
`
}

function wholePart(part: string): string {
  const files = [...partOf].flatMap(([file, of]) => (of === part ? [file] : []))
  return files
    .map((file) => {
      const names = functionsOf(file).map((name) => `${name} as ${apartAs(file, name)}`)
      return `export { ${names.join(', ')} } from ${JSON.stringify(file)}`
    })
    .join('\n')
}

function standIn(file: string): string {
  const functions = functionsOf(file).map((name) => {
    return `export const ${name} = (...given) => (whole ?? lacking(fetchIt)).${apartAs(file, name)}(...given)`
  })
  return `
import { lacking } from ${JSON.stringify(lackingFile)}
import { fetchIt, whole } from 'fetching:${partOf.get(file)}'
${functions.join('\n')}
`
}

/** Two files of one part may have a function of the same name. */
function apartAs(file: string, name: string): string {
  return `${name}${[...partOf.keys()].indexOf(file)}`
}

function functionsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^export (?:async )?(const|let|class|function) (\w+)/gmu)].map(
    ([, kind, name = '']) => {
      if (kind !== 'function') throw new Error(`${file} stands apart, and ${name} is no function`)
      return name
    },
  )
}
