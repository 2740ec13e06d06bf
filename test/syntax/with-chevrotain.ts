import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as library from 'chevrotain'
import { rolldown } from 'rolldown'
import type * as beginnings from '../../src/syntax/beginnings.ts'
import type * as lookahead from '../../src/syntax/lookahead.ts'
import type * as parse from '../../src/syntax/parse.ts'
import type * as parser from '../../src/syntax/parser.ts'
import type * as tokens from '../../src/syntax/tokens.ts'

/** The reader of texts on Chevrotain itself: everything else runs on the part of it in `rolldown.chevrotain.ts`. */
type Reader = typeof beginnings & typeof lookahead & typeof parse & typeof parser & typeof tokens

const syntax = join(import.meta.dirname, '../../src/syntax')
const names = ['beginnings', 'lookahead', 'parse', 'parser', 'tokens']

let made: Promise<Reader> | undefined
export function withChevrotain(): Promise<Reader> {
  made ??= bundled()
  return made
}

/** Chevrotain itself, past the alias by which tests run on the part of it. */
export function chevrotain(): Promise<typeof library> {
  return import(import.meta.resolve('chevrotain'))
}

async function bundled(): Promise<Reader> {
  const entry = '\0all'
  const build = await rolldown({
    input: entry,
    external: ['chevrotain'],
    plugins: [
      {
        name: 'all',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => {
          if (id !== entry) return undefined
          return names.map((name) => `export * from ${JSON.stringify(join(syntax, `${name}.ts`))}`).join('\n')
        },
      },
    ],
  })
  const file = join(import.meta.dirname, '../../node_modules/.cache/with-chevrotain.mjs')
  await build.write({ file, format: 'esm', codeSplitting: false })
  await build.close()
  return import(pathToFileURL(file).href)
}
