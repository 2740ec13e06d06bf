import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { contentSecurityPolicy } from '../src/cli/play-security.ts'
import { version } from '../src/cli/version.ts'
import { aliases, treeshake } from './build/bundling.ts'
import { packedSamples } from './build/samples.ts'
import { workerPlugins } from './build/worker-plugins.ts'

const root = import.meta.dirname

/** The sample policies as files of the page. */
function samples(): Plugin {
  const packed = () => packedSamples(join(root, '../policies'))
  return {
    name: 'samples',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const found = packed().get(decodeURIComponent((request.url ?? '').slice(1)))
        if (found) response.end(found)
        else next()
      })
    },
    generateBundle() {
      for (const [fileName, source] of packed()) this.emitFile({ type: 'asset', fileName, source })
    },
  }
}

/** The service worker, which knows the files of this build and a mark of all of them. */
function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const names = Object.keys(bundle).filter(
        (name) => !name.startsWith('samples/') && !name.endsWith('.html'),
      )
      const files = [
        './',
        './icon.svg',
        './samples/first-commission.pack',
        ...names.filter((name) => !isOfEditor(name)).map((name) => `./${name}`),
      ]
      const editor = names.filter(isOfEditor).map((name) => `./${name}`)
      const page = Object.values(bundle).map((one) => (one.type === 'asset' ? one.source : one.code))
      const mark = createHash('sha256')
      for (const part of [...names, ...page]) mark.update(part)
      const text = readFileSync(join(root, 'build/offline-worker.js'), 'utf8')
      const source = text
        .replace('%VERSION%', mark.digest('hex').slice(0, 16))
        .replace('%FILES%', JSON.stringify(files.sort()))
        .replace('%EDITOR%', JSON.stringify(editor.sort()))
      this.emitFile({ type: 'asset', fileName: 'offline-worker.js', source })
    },
  }
}

/** Monaco with all that only it fetches. */
function isOfEditor(name: string): boolean {
  return /^assets\/(?:make-editor|editor\.worker|codicon|zh-(?:cn|tw))-/u.test(name)
}

/** A server for development adds scripts of its own, which the policy would refuse: only what is built has it. */
function security(): Plugin {
  return {
    name: 'security',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { server }) => html.replace('%CSP%', server ? '' : contentSecurityPolicy),
    },
  }
}

const rolldownOptions = {
  // The samples are packed and the workers bundled in callbacks: that these take the time is as it should be.
  checks: { bundlerTimings: false },
  treeshake,
}

export default defineConfig({
  root,
  define: { 'import.meta.env.BYLAW_VERSION': JSON.stringify(version) },
  base: './',
  logLevel: 'warn',
  plugins: [samples(), security(), offline()],
  resolve: { alias: aliases },
  worker: { format: 'es', plugins: workerPlugins, rolldownOptions },
  optimizeDeps: { exclude: ['monaco-editor'] },
  build: {
    target: 'es2022',
    outDir: '../dist/play',
    emptyOutDir: true,
    assetsDir: 'assets',
    // Monaco is large by itself, and loaded after everything else.
    chunkSizeWarningLimit: 5000,
    modulePreload: { polyfill: false },
    rolldownOptions,
  },
})
