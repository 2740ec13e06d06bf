import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the page as it is now: built anew, so that a test never looks at an old one. */
    readonly page: string
  }
}

/** Builds the page once for all test files: by a process of its own, because here it would be one for development. */
export function setup({ provide }: TestProject): void {
  const root = join(import.meta.dirname, '../..')
  const outDir = join(root, 'node_modules/.cache/play')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const words = ['build', '--config', 'playground/vite.config.ts', '--outDir', outDir, '--emptyOutDir']
  execFileSync(process.execPath, [vite, ...words], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  })
  provide('page', outDir)
}
