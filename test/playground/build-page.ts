import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the page as it is now: built anew, so that a test never looks at an old one. */
    readonly page: string
  }
}

/** Builds the page once for all test files. */
export async function setup({ provide }: TestProject): Promise<void> {
  const root = join(import.meta.dirname, '../..')
  const outDir = join(root, 'node_modules/.cache/play')
  const { build } = await import('vite')
  await build({ configFile: join(root, 'playground/vite.config.ts'), build: { outDir, emptyOutDir: true } })
  provide('page', outDir)
}
