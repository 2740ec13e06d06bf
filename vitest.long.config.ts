import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { tally } from './test/reporter.ts'

export default defineConfig({
  // What is tested is what is bundled.
  resolve: { alias: { chevrotain: join(import.meta.dirname, 'rolldown.chevrotain.ts') } },
  test: {
    include: ['test/**/*.long.test.ts'],
    globalSetup: ['test/playground/build-page.ts'],
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 1_800_000,
    passWithNoTests: true,
    reporters: ['default', tally()],
  },
})
