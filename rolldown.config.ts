import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'
import { shortCatalogue } from './rolldown.catalogue.ts'

/** Writes the licences of the libraries that are bundled beside the bundle, as those licences ask. */
function notices(fileName: string): Plugin {
  return {
    name: 'notices',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' ? chunk.moduleIds : [],
      )
      const packages = [...new Set(modules.flatMap((id) => packageFolder(id) ?? []))].sort()
      if (packages.length === 0) return
      this.emitFile({
        type: 'asset',
        fileName,
        source: packages.map(noticeOf).join(`\n${'-'.repeat(78)}\n\n`),
      })
    },
  }
}

/** In a checkout nobody but the build makes the command one that a shell runs: npm does so only where it installs it. */
function executable(fileName: string): Plugin {
  return {
    name: 'executable',
    writeBundle({ dir = '.' }) {
      chmodSync(join(dir, fileName), 0o755)
    },
  }
}

function packageFolder(module: string): string | undefined {
  if (!module.includes('node_modules')) return undefined
  let folder = dirname(module)
  while (!existsSync(join(folder, 'package.json')) || !('version' in manifestOf(folder))) {
    if (folder === dirname(folder)) return undefined
    folder = dirname(folder)
  }
  return folder
}

function manifestOf(folder: string): { name?: string; version?: string; license?: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function noticeOf(folder: string): string {
  const { name, version, license } = manifestOf(folder)
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return `${[`${name} ${version} (${license})`, ...texts].join('\n\n')}\n`
}

/** Of Chevrotain only what our grammar uses, as plain code. */
const alias = { chevrotain: join(import.meta.dirname, 'rolldown.chevrotain.ts') }

/** What a service loads beside its own json-rules-engine: nothing of the compiler is in it, nor of its layout. */
export const rulesRuntime = {
  input: { rules: 'src/targets/rules/register.ts' },
  platform: 'neutral',
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
} as const

export default defineConfig([
  {
    input: { bylaw: 'src/cli/main.ts' },
    platform: 'node',
    resolve: { alias },
    plugins: [shortCatalogue(), notices('THIRD-PARTY-NOTICES.txt'), executable('bylaw.js')],
    output: {
      dir: 'dist',
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      cleanDir: true,
    },
  },
  {
    input: { index: 'src/index.ts' },
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'], alias },
    plugins: [notices('THIRD-PARTY-NOTICES.txt')],
    output: { dir: 'dist', format: 'esm', entryFileNames: '[name].js' },
  },
  rulesRuntime,
])
